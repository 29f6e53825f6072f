### What Tarazy says in English. The three files have the same messages with the same variables; the build checks it.

## Mistakes. The value is the title, .label stands at the place, .also at the second place, .help says what to do.

severity-error = error
severity-warning = warning
severity-help = help
errors-count = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
warnings-count = { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
near-hint = { $has-near ->
    [yes] Did you mean: { $near }?
   *[no] {""}
}
known-hint = { $has-known ->
    [yes] What can stand here: { $known }.
   *[no] {""}
}

L0101 = A rule that belongs to no edition
    .label = belongs to no edition
    .also = the heading it stands under
    .help = Write “edition: NAME” under the heading, or under the first heading of the page, from which the others inherit it.
L0102 = An unknown key
    .label = there is no key “{ $key }”
    .help = { near-hint } { known-hint } If this line is prose, leave an empty line before it.
L0103 = A value that the key does not take
    .label = “{ $key }” cannot be “{ $value }”
    .help = { known-hint }
L0104 = A text that nobody has read
    .label = what has not been seen is not encoded
    .help = Read the text first. What is known of it from the press or from others is “secondary”.
L0105 = The restatement lacks a language
    .label = nothing is written in: { $missing }
    .help = Say the same in plain words in Kazakh (kk), Russian (ru) and English (en).
L0106 = A citation that cannot be read
    .label = not a place in an act
    .help = Write the act, the article and, where there are any, the part and the subparagraph: “cite: ACT ARTICLE pPART sSUBPARAGRAPH”.
L0107 = A fact without its label in three languages
    .label = “{ $name }” has no label
    .help = The heading above the fact is its label. Write it as Kazakh / Russian / English, with spaces around the slashes.
L0108 = A rule without a citation
    .label = no citation stands under this heading
    .help = Write “cite: ACT ARTICLE …” under the heading. Every rule says where in the law it stands.
L0201 = Another word was expected here
    .label = { $found } stands here; expected: { $expected }
    .help = Put here what was expected, or look whether a word before it is missing or too many.
L0202 = A string without its end
    .label = the closing { $close } is missing
    .help = Close the string with { $close } on the same line.
L0203 = A character that begins no word
    .label = { $found } means nothing here
    .help = Delete it, or put it into a string or after # into a comment.
L0204 = Not a number and not a date
    .label = { $found } is no day of the calendar, or too large a number
    .help = Dates are written year-month-day.
L0205 = A clause that stands twice
    .label = “{ $clause }” has already been said
    .help = Join both into one clause, or delete one.
L0206 = A clause in the wrong place
    .label = “{ $kind }” has no clause “{ $clause }”
    .help = Delete the clause, or choose the kind of element that has it.
L0207 = Nested too deeply
    .label = more than { $limit } levels
    .help = Give a part of the condition a name with “definition” and use the name.
L0301 = An unknown name
    .label = nothing here is called “{ $name }”
    .help = { near-hint } Check the spelling, or declare it on a page of this edition or of one below it.
L0302 = A name given twice
    .label = “{ $name }” is taken
    .also = it was given here first
    .help = Choose another name. To change what an earlier edition says, write “replace” before the element.
L0303 = The wrong words in parentheses
    .label = { $has-expected ->
        [yes] “{ $name }” takes: { $expected }
       *[no] “{ $name }” is about nobody and takes no person
    }
    .help = Name as many persons as the declaration has, in its order; “system” and “act” only where it has them.
L0304 = A person nobody introduced
    .label = who is “{ $name }”?
    .help = { known-hint } Another person is introduced by “some” or “every”.
L0305 = An unknown value
    .label = “{ $name }” cannot be “{ $value }”
    .help = { near-hint } { known-hint }
L0306 = A name of the wrong kind
    .label = “{ $name }” is something else; needed: { $expected }
    .help = Name a thing of the kind that is needed here.
L0307 = A target that hits nothing
    .label = no element is called “{ $name }”
    .help = { near-hint } An exception must touch at least one element.
L0308 = A rule that rests on itself
    .label = “{ $name }” leads back to itself: { $path } → { $name }
    .help = Take one of these steps out. What a word means cannot depend on the word.
L0309 = Three persons at once
    .label = “{ $name }” would be the third person
    .help = At most two persons are in play at once. Put a part into a “definition” of its own.
L0310 = Nothing there to change
    .label = the editions below have no “{ $name }”
    .help = { near-hint } “replace” and “repeal” need an element of an edition on which this one stands.
L0311 = A row that does not belong in the table
    .label = { $found } does not fit here
    .help = Rows by date begin with “from” and stand in the order of their dates; rows by value name the values of the fact.
L0312 = A single reading
    .label = “{ $name }” can be read in one way only
    .help = Write a second “reading”, or say it with “when” or “means”.
L0313 = Things that cannot be compared
    .label = not comparable
    .help = Compare a number with a number, a date with a date, a value with “=” or “in”. To a date only years, months and days can be added.
L0314 = Too many values
    .label = “{ $name }” would have more than { $limit } values
    .help = Join values that the law does not tell apart, or make two facts of it.
L0315 = A condition about a person where there is none
    .label = “{ $name }” is about nobody
    .help = This norm names no bearer, so its conditions and exceptions cannot name “p”. Give it a “bearer”, or ask with “some q: …”.
L0401 = A property that turned out otherwise
    .label = { $has-readings ->
        [yes] { $expected } was expected, { $found } in edition { $edition }, read so: { $readings }
       *[no] { $expected } was expected, { $found } in edition { $edition }
    }
    .help = Look at the case that speaks against it. Either a rule is encoded wrongly, or the expectation is wrong: then the law really is like this.
L0402 = An example that turned out otherwise
    .label = { $has-found ->
        [yes] in edition { $edition } it comes out as: { $found }
       *[no] in edition { $edition } it comes out otherwise
    }
    .help = Look at the facts of the example: what is missing there is unknown. If they are complete, a rule is encoded wrongly.
C0101 = The case cannot be read
    .label = { $message }
    .help = A case is one TOML or JSON document. “tarazy case template” prints one with every field.
C0102 = An unknown field
    .label = there is no field “{ $field }” here
    .help = { near-hint } { known-hint } “tarazy case template” prints a case with every field.
C0103 = A value that the field does not take
    .label = “{ $field }” cannot be { $found }
    .help = { known-hint }
C0104 = A person who is not in the case
    .label = the case has no person “{ $name }”
    .help = { near-hint } { known-hint } Add the person as [persons.{ $name }], or correct the name.
C0105 = A fact in the wrong place
    .label = “{ $field }” does not belong here
    .help = Move it to { $belongs }.
C0106 = A case without persons
    .label = nobody is named
    .help = Name at least one person: [persons.NAME].
C0107 = Too many persons
    .label = more than { $limit } persons
    .help = Leave only those about whom something is asked.
C0108 = An expectation that means nothing
    .label = no edition and no norm is called “{ $field }”
    .help = { near-hint } { known-hint }

## What stands for what in the messages above

word-slot-name = a name
word-slot-number = a number
word-slot-date = a date
word-slot-clause = a clause
word-slot-condition = a condition
word-slot-fact = a fact
word-slot-person = a person
word-end = the end of the block
word-something-else = something else
word-norm = a norm
word-table = a table
word-fact = a fact
word-definition = a definition
word-date = a date
word-named-values = a fact with named values
word-yes-or-no = a yes-or-no fact
word-the-fact-by-which-the-table-is-looked-up = the fact by which the table is looked up
word-proved = proved
word-refuted = refuted
word-undecided = not decided

## Places in the law. Each part brings what separates it from the one before.

cite-article-code = {" "}art. { $n }
cite-article-law = {" "}art. { $n }
cite-part = ({ $n })
cite-point = ({ $n })
cite-subparagraph = ({ $n })
source-primary = official text
source-secondary = known at second hand
source-proposed = proposal
source-proposed-by = proposal, { $who }
word-institute-of-parliamentarism = Institute of Parliamentarism
word-tarazy = Tarazy
and-list = { $first } and { $last }
or-list = { $first } or { $last }

## The command.

case-not-found = There is no case «{ $name }»: neither a file, nor a directory, nor a sample. { near-hint }
case-template-intro =
    A case: one act of one AI system and the persons around it.
    Take the # away before what you know and write the answer. What you leave alone stays «not asked».
    You may also write "unknown" (asked, nobody knows), or {"{"} disputed = [true, false], by = "…" {"}"}.
case-expectation-failed = { $case }, { $edition }: { $norm } for { $person } is { $found }, and the case expects { $expected }
case-expectations = { $cases } cases: { $met } expectations met, { $failed } not met
no-law-on-day = No edition of the law was in force on { $day }. Take one whole with --edition.
nothing-to-ask = Nothing that a person could be asked would settle any more.
law-check-edition = { $edition }: { $norms } norms, { $definitions } definitions, { $exceptions } exceptions; { $examples } examples with { $expectations } expectations; properties: { $proved } proved, { $refuted } refuted
law-check-good = { $files } pages, everything is in order. Digest { $digest }
law-fmt = { $pages } pages, { $changed } laid out anew
law-fmt-check = { $pages } pages, { $changed } not laid out (tarazy law fmt does it)
law-show-unknown = { $edition } has nothing called «{ $name }». { near-hint }
no-such-code = There is no message { $code }. There are: { $known }
batch-broken = { $broken } of { $lines } lines could not be read; their answers say why

## The law itself

show-who = Who (p)
show-names-nobody = Who: the text names nobody
show-toward = Towards whom (q)
show-reviewer = Who reviews (q)
show-when = When
show-means = Means
show-unless = Does not apply where
show-scope = Only within
show-follows = What follows
show-presumed = Presumed until it is known
show-beside = Stands lawfully beside others
show-reaches-back = A milder later law reaches back
show-touches = What it touches
show-instead = What it points to
show-role = Role
show-fact = Fact
show-all-of = all of these
show-any-of = any of these
show-none-of = none of these
show-not-all-of = not all of these together
show-somebody = for some person { $who }
show-nobody = for no person { $who }
show-not = not: { $what }
show-always = always
show-never = never
show-term = { $what } { $name } [{ $id }]{ $persons }
show-if = { $what }, if
show-edge = { $what }{ $name }, { $place } [{ $id }]
in-force-since = in force since { $day }
in-force-until = until { $day }
fine-by = a fine by { $fact }
fine-none = no amount
property = { $name } ({ $id }){ $readings }: { $outcome }
property-proved = proved
property-undecided = undecided within the budget
property-refuted = { $has-norms ->
    [yes] refuted ({ $norms })
   *[no] refuted
}: { $facts }

## Days, amounts, terms

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
term-years = { $n } { $n ->
    [one] year
   *[other] years
}
term-months = { $n } { $n ->
    [one] month
   *[other] months
}
term-days = { $n } { $n ->
    [one] day
   *[other] days
}
term-working-days = { $n } working { $n ->
    [one] day
   *[other] days
}
term-koap-days = { $n } { $n ->
    [one] day and night
   *[other] days and nights
}
deadline-immediately = at once
deadline-within = { $term }
deadline-every = every { $term }
deadline-from = , counted from: { $what }
word-mci = MCI
word-tenge = tenge
fine = a fine of { $range ->
    [yes] { $from } to { $to }
   *[no] { $from }
} { $unit }
fine-in-tenge = { $fine } = { $range ->
    [yes] { $from }–{ $to }
   *[no] { $from }
} tenge
fine-rate = , at { $rate } tenge on { $day } ({ $what }; { $rule })
fine-rate-unknown = , in tenge not known: the day or the rate of that day is not known
fine-none-for-some = ; for some of those who may be meant the text has no amount
arrest = arrest of up to { $days } { $days ->
    [one] day
   *[other] days
}
measure-suspension = suspension of the activity
measure-prohibition = prohibition of the activity
measure-compensation = compensation of the damage
measure-correction = correction
measure-referral = referral to the competent body
measure-disqualification = loss of the right
by-proviso = , by { $rule }
possibly = possibly { $what }
later-law = { $edition }, { $day }: { $norm } { $says }. { $compared ->
    [milder] It is milder
    [harsher] It is harsher
    [same] It is as severe
   *[not-comparable] Which one is milder cannot be said
}{ $governs ->
    [yes] {" "}and reaches back, so it governs ({ $rule }).
   *[no] {" "}({ $rule }).
}

## Facts

quoted = “{ $text }”
somebody-unnamed = somebody whom the case does not name
fact-is = { $fact }: { $value }
fact-needed = { $fact }; needed: { $value }
fact-of = { $person } – { $fact }
fact-between = { $first } → { $second } – { $fact }
reading-of = reading of { $what }
others-took-part = somebody else took part
same-person = { $persons } are one person
day-known = { $what } ({ $day })
value-yes = yes
value-no = no
value-not-applicable = not applicable
value-any = any
date-from = { $a } or later
date-below = before { $b }
date-between = from { $a }, before { $b }
number-from = { $a } or more
number-below = less than { $b }
number-between = from { $a }, less than { $b }
known-established = established
known-denied = anything but { $values }
known-not-asked = not asked
known-unknown = asked, and nobody knows
known-disputed = disputed
known-not-applicable = not applicable
known-evidence = shown by: { $what }
known-by = according to: { $what }
known-supposed = supposed, not from the record
known-assessed = an assessment

## The answer in one sentence

norm-cited = { $norm }
may-answer = { $count ->
    [one] { $who } may answer
   *[other] { $who } may answer
} { $many ->
    [yes] under { $norm }
   *[no] under { $norm }
}
names-nobody = { $norm } applies, but names nobody who would answer
norms-compete = { $count ->
    [one] norms compete: { $who } may answer under { $norms }, and the law does not say which one gives way
   *[other] norms compete: { $who } may answer under { $norms }, and the law does not say which one gives way
}
more-norms-apply = { $count ->
    [one] one more norm applies
   *[other] { $count } more norms apply
}
more-norms-open = { $count ->
    [one] of one more norm it cannot be said yet: { $norm }, missing: { $facts }
   *[other] of { $count } more norms it cannot be said yet; nearest to applying is { $norm }, missing: { $facts }
}
cannot-be-said = it cannot be said yet who answers; nearest to applying is { $norm }, missing: { $facts }
no-consequence = no consequence given
nobody-answers = under this edition nobody answers
and-more = { $count ->
    [one] { $items }; and one more
   *[other] { $items }; and { $count } more
}

## Verdicts, kinds, editions

verdict-applies = applies
verdict-does-not-apply = does not apply
verdict-unknown = undetermined
verdict-competing = competes
verdict-line = { $kind } { $name }, { $norm }{ $person }: { $verdict }
because-facts = {" "}– { $facts }
missing-facts = ; missing: { $facts }
and-more-in-line = { $items } and { $count } more
because-rivals = with { $norms }
because-exception = exception { $name } ({ $place })
because-outside = outside the scope of { $name } ({ $place })
only-here = . No other edition has this norm
none-applies = { $count ->
    [one] the one norm of this edition on who answers applies to nobody
   *[other] none of the { $count } norms of this edition on who answers applies to anybody
}
no-answering-norm = no offence and no liability in this edition
why-they-differ = Why they differ
kind-right = right
kind-duty = duty
kind-prohibition = prohibition
kind-permission = permission
kind-power = power
kind-procedure = procedure
kind-liability = liability
kind-offence = offence
kind-exemption = exemption
kind-institution = institution

## The whole answer

head-source = Source of the facts
head-law = Law
head-edition = { $edition } (edition { $name })
head-hypothetical = This edition was never in force.
head-as-of = As it stood on
head-readings = Read so
head-supposed = Supposed, not from the record
head-not-seen = Not read
head-corpus = Digest of the corpus
chapter-competing = norms that compete
chapter-applies = norms that apply
chapter-unknown = undetermined
chapter-does-not-apply = norms that do not apply
chapter-not-yet = Law today, but not on the day of the act
since = {" "}(since { $day })
who-and-why = { $who } ({ $why })
names-no-person = No particular person
note-competing = competes with
note-follows = consequence
note-would-follow = consequence, if it applies
note-deadline = term
note-body = competent body
note-procedure = procedure
note-remedy = remedy
note-sanction = sanction
note-assessment = rests on an assessment: an open term of the law was judged by whoever answered
note-presumed = until it is known
presumed = { $fact } is presumed ({ $rule })
note-later = later law
note-applies-if = applies if
note-applies-if-any = applies if any of these
note-does-not-apply-if = does not apply if
note-does-not-apply-if-any = does not apply if any of these
note-or-if = or if
more-ways = { $count ->
    [one] and one more way
   *[other] and { $count } more ways
}
note-contested = asked already
note-would-apply-with = would apply with
note-would-not-apply-with = would not apply with
note-why = why
wait-for = { $count ->
    [one] One norm waits for: { $facts }
   *[other] { $count } norms wait for: { $facts }
}
wait-alone = { $count ->
    [one] One norm waits for something of its own:
   *[other] { $count } norms wait each for something of its own:
}
ask-next = Ask next
not-a-decision = This is what the norms say of the facts given. It is not a decision of a court or a body and finds nobody guilty.

## Reasons

step = { $what } { $name }, { $place }{ $persons }: { $holds }
step-own-conditions = its own conditions: { $holds }
step-own-exception = its own exception: { $holds }
step-applies = norm
step-met = conditions of
step-definition = definition
step-carve-out = exception
step-displacement = precedence of another norm,
step-proviso = proviso
step-savings = lawfully beside,
step-scope = scope
step-presumption = presumption
step-retroactivity = retroactivity
truth-applies = { $truth ->
    [yes] applies
    [no] does not apply
   *[open] undetermined
}
truth-met = { $truth ->
    [yes] met
    [no] not met
   *[open] undetermined
}
truth-definition = { $truth ->
    [yes] fits
    [no] does not fit
   *[open] undetermined
}
truth-scope = { $truth ->
    [yes] within
    [no] outside
   *[open] undetermined
}
truth-exception = { $truth ->
    [yes] holds
    [no] does not hold
   *[open] undetermined
}
truth-mark = { $truth ->
    [yes] so
    [no] not so
   *[open] open
}
each-holds-for = so for { $person }
each-nobody = so for nobody
each-open = whether so for anybody is open
either-way = { $fact } is open, but every answer leads to the same
if-so = if { $fact }
as-above = { $what } (as above)

## Editions side by side

cell-applies = applies
cell-competing = competes
cell-unknown = undetermined
cell-does-not-apply = no
cell-none = –
compare-legend = ≠ the editions differ; – the edition has no such norm
compare-others = { $edition }: of duties, rights and other norms { $applies } apply, { $open } are undetermined

## Questions

question-about = About: { $persons }
question-answers = Answers: { $answers }
question-assessed = This is an open term of the law: the answer is an assessment.
question-how = In the case file:
question-settles = The answer may settle { $settles } of { $of } open verdicts.
question-others = Did anybody take part besides the persons of the case?
answer-date = a day
answer-date-written = YEAR-MONTH-DAY
answer-number = a whole number
answer-number-written = NUMBER

## The measure of a case

C0109 = The case is too large
    .label = more than { $limit } MB
    .help = A case is one act and the persons around it. Leave attachments out and name them as evidence.
C0110 = Too long
    .label = “{ $found }” is longer than { $limit } characters
    .help = Shorten it. A long document belongs beside the case and is named in it as evidence.
C0111 = Too many values
    .label = the list has more than { $limit } members
    .help = Leave only the values that matter.
C0112 = A field that stands twice
    .label = “{ $field }” stands here already
    .help = Leave one of the two.
C0113 = Too many mistakes
    .label = the first { $limit } mistakes are shown; reading stopped here
    .help = Correct them and try again. Perhaps this file is not a case at all: “tarazy case template” prints one.

## The picture of a case

pic-system = AI system
pic-act = What happened
pic-persons = Persons and their part
pic-norms = Norms: { $law }
pic-maybe = { $what }?
pic-maybe-said = { $what } (not established)
pic-supposed = { $what } (supposed)
pic-no-role = no role known
pic-applies = may answer
pic-competing = norms compete
pic-unknown = not settled yet
pic-names-nobody = who answers is not said
pic-more = { $count ->
    [one] { $count } more norm applies or is not settled
   *[other] { $count } more norms apply or are not settled
}
pic-note = This is what the norms say about the given facts, not a ruling. Nobody is found guilty here.
pic-person-said = { $person }: { $what }.
pic-applies-said = may answer under: { $norms }
pic-competing-said = norms compete: { $norms }
pic-unknown-said = not settled yet whether these apply: { $norms }
pic-free-said = no norm on liability reaches this person
pic-norm-said = { $number }. { $heading } ({ $kind }, { $place }): { $what }.

## Problems of HTTP: what a request is refused with. The text is the title, .detail says more and what to do.

problem-bad-request = The request cannot be understood
    .detail = The address, the headers or the body of the request are not in order.
problem-unknown-parameter = Unknown parameter
    .detail = There is no parameter “{ $name }” here. There are: { $known }.
problem-bad-parameter = A parameter cannot have this value
    .detail = “{ $name }” cannot be “{ $value }”. It can be: { $known }.
problem-parameter-twice = A parameter stands twice
    .detail = “{ $name }” may stand only once.
problem-parameters-collide = Two parameters that exclude each other
    .detail = Give either “{ $name }” or “{ $other }”, not both.
problem-not-utf8 = The text cannot be read
    .detail = What was sent is not UTF-8 text.
problem-bad-host = The request does not say clearly to whom it is addressed
    .detail = A request needs exactly one Host header, with a name or address and perhaps a port.
problem-cross-site = Sent from another site
    .detail = Something can be changed here only from our own pages. Open the page here and try again.
problem-forbidden = Not open to everybody
    .detail = This address is not open to you.
problem-not-found = There is nothing here
    .detail = This address does not exist. Check how it is written: addresses of cases are long and every character counts.
problem-method-not-allowed = This address cannot be used in this way
    .detail = The address takes: { $allow }.
problem-stalled = The request did not arrive in time
    .detail = Sending paused for too long. Try again.
problem-conflict = Changed in the meantime
    .detail = Somebody changed this before you. Load it anew and make your change again.
problem-gone = It is no longer here
    .detail = What was at this address has been deleted.
problem-too-large = Too large
    .detail = What was sent is larger than this address takes.
problem-unsupported-media-type = This kind of content is not taken here
    .detail = { $has-known ->
        [yes] The address takes: { $known }.
       *[no] Send the content in a form that this address takes.
    }
problem-misdirected = Addressed to somebody else
    .detail = This server does not answer under that name.
problem-bad-case = The case is not in order
    .detail = { $errors ->
        [one] There is { $errors } mistake in the case; nothing was decided.
       *[other] There are { $errors } mistakes in the case; nothing was decided.
    }
problem-no-law-on-day = No law on that day
    .detail = On { $day } no edition of the law was in force.
problem-too-many-requests = Too many requests
    .detail = Wait a little and try again.
problem-internal = The fault is ours
    .detail = Something went wrong here. Tell us the number of the request, and we will find it.
problem-unavailable = Not available at the moment
    .detail = Try again a little later.
problem-too-slow = It takes too long
    .detail = The answer was not ready in time. Try again a little later, or ask for less.

## The finding on paper

paper-title = Finding
paper-catalogue = Finding: { $title }
paper-not-a-decision = Not a decision of a court or a body
paper-case = Case
paper-written-on = Written on
paper-address = The same answer can be seen at
paper-summary = What happened
paper-answer = Answer
paper-persons = Persons
paper-person = Person
paper-roles = Roles
paper-no-role = no role established
paper-chapter-competing = competing norms on who answers
paper-chapter-applies = norms on who answers that apply
paper-chapter-unknown = undetermined: the norms on who answers that are nearest to applying
paper-open = Undetermined: other norms on who answers
paper-applying = Duties, rights and other norms that apply
paper-open-others = Undetermined: duties, rights and other norms
paper-facts = Facts
paper-not-yet = Norms not yet in force on the day of the act
paper-not-applying = Norms on who answers that do not apply
paper-annex = For checking
paper-fact = Fact
paper-value = Value
paper-state = State
paper-basis = Basis
paper-not-given = not given
paper-state-denied = denied
paper-state-supposed = supposed
paper-act = The act
paper-system = The system
paper-between = Between persons
paper-norm = Norm
paper-norms = Norms
paper-says = What it says
paper-source = Source of the text
paper-consequence = Consequence, if it applies
paper-missing = Not known, and needed to apply
paper-who = Whom it concerns
paper-why-not = Why it does not apply
paper-otherwise = What would make it apply
paper-waits = In bold, what has to be known; after it, the norms that turn on it and whom they concern.
paper-since = In force since
paper-why-cut = Why (the deciding facts)
paper-no-findings = No norm of this edition concerns the case.
paper-editions = The edition and what it stands on
paper-format = Format of the answer
paper-made-by = Made by the program
paper-sign = Signature
paper-sign-name = Name
paper-sign-position = Position
paper-sign-date = Date
paper-sign-signature = Signature

## The server

serve-ready = Tarazy is ready: { $address } (Ctrl+C stops it)

paper-not-found = what would settle it was not found

## What a provision says beyond its conditions

show-content = { $kind ->
    [right] What may be demanded
    [prohibition] What is forbidden
   *[other] What is to be done
}
show-joined = those named are joined by
show-joined-and = “and”
show-joined-or = “or”
show-joined-and-or = “and (or)”
show-refers = Leans on
show-says = How this text words it
show-establishes = What it finds out
show-reason = Made for the cases where
show-act = Act
show-rank = rank
show-covers = covers
show-replaced = replaced by
show-relations = How it relates to other acts
show-relation = relation of acts
show-acts = Between
show-tells-stage = tells at which stage something went wrong
show-tells-cause = tells for which cause something went wrong
show-tells-abroad = tells that somebody or something is outside the territory
show-feasible = only somebody of whom this holds is able to bring it about: { $who }
show-feasible-nobody = nobody is able to bring it about
show-excluded = cannot be while: { $fact }: { $value }
show-meaning-not-stated = a word of the law’s text whose meaning the text does not state
word-yes-or-no-fact-about-a-person = a yes-or-no fact about one person

## Proposed repairs

repair-special = The special norm goes first: where it applies, the general one gives way
repair-own-conduct = Where a person answers for what they did themselves, the other norm does not apply to them
repair-exactly-where = The norm gives way only where the other one applies in its place
repair-sanction = The duty is linked to liability that reaches the same persons
repair-repeal = The norm or term that adds nothing is taken out
repair-drop = One part of the condition is taken out
repair-re-point = The reference goes to the act that took the place of the old one
repair-align = The two terms become the same
repair-slot-consequence = To be stated: what follows from a breach: [consequence]
repair-slot-right = To be stated: how the right is exercised: [procedure], [term], [who reviews], [remedy]
repair-slot-merge = To be told apart or merged: [the difference]
repair-slot-term = To be chosen: which term is right: [term]

## The editor

editor-keyword = keyword
editor-ambiguity = ambiguity
editor-table = table
editor-edition = edition
editor-act = act
editor-authority = body
editor-property = property
editor-relation = relation of acts
editor-value = value
editor-reading = reading
editor-person = person
editor-only-in = { $message } (in: { $editions })
editor-rename-nothing = Nothing that could be renamed stands here.
editor-rename-not-a-name = “{ $name }” cannot be a name: a name is one word of letters, digits, “_”, “.” and “-”, and not a keyword.
editor-rename-taken = The name “{ $name }” is taken.
editor-rename-pattern = With the name “{ $name }” the pattern “{ $pattern }” would reach other norms than now.
editor-rename-broken = Pages with mistakes in their blocks would keep the old name: { $pages }. Mend them first.
editor-cancelled = The question was taken back.
editor-not-begun = The conversation has not begun: “initialize” comes first.
editor-over = The conversation is over, or it began twice.
editor-no-such-question = Nobody here knows the question “{ $method }”.
editor-unclear = The question lacks something.
editor-broken = The question could not be answered; this is a mistake of the program.

## Watching

watch-no-directory = What is built in does not change. Name the directory to watch: tarazy law check DIR --watch
watch-waits = Watching { $dir } (Ctrl+C stops it)
watch-gone = gone: { $what }
watch-now = { $found ->
    [0] everything is in order
    [one] { $found } left
   *[other] { $found } left
 } ({ $time } ms)
