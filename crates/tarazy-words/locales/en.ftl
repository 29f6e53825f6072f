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
    .label = “{ $name }” leads back to itself: { $path }
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

cite-article = {" "}art. { $n }
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
