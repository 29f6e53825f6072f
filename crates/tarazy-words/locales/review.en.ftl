### What the review of the law says in English. For every class: title, why it hurts, how to mend it, the sentence of a finding, a wording to begin with.
### In sentences: $subject is where to begin mending, $others the other subjects, $subjects all of them; has-NAME tells whether a value is there.

## Scope

R101-title = Two acts whose relation is not stated
R101-why = Two acts of one rank cover the same subject, and no provision says which gives way. Whoever applies the law then chooses between the special rule and the later one at their own risk, and two bodies may decide the same case differently.
R101-mend = Say in one of the acts how they relate: that it applies so far as the other does not provide otherwise, or which principles of the other hold for it.
R101 = { $subjects }: both acts have the same rank and cover the same subject{ $has-covers ->
    [yes] {" "}({ $covers })
   *[no] {""}
}, and no provision says how they relate.
R101-wording = “This act applies to relations in the field of [subject] so far as they are not regulated by: { $has-others ->
    [yes] { $others }
   *[no] {"["}the other act]
}. The principles laid down there extend to these relations. Where the provisions differ, [those of one of the acts, named here] are applied.”

R102-title = It is not said whom the norm binds
R102-why = A norm without an addressee can be enforced against nobody, or against anybody. A body will choose whom to hold to it, and everyone in the chain can point to another.
R102-mend = Name who is bound, entitled or answers: the owner, the possessor, the developer, the operator, the user or another person, by a sign that can be established.
R102 = { $subject }: { $part-key ->
    [bearer-anybody] the norm binds any person, with no sign by which to tell the one bound
    [bearer-absent] the norm says nothing of who is bound, entitled or answers
   *[other] the text does not name who is bound, entitled or answers
}.
R102-wording = “… is the duty of [the owner, the possessor or another person, by a sign that can be established].”

R103-title = The scope has no bounds
R103-why = Where it is not said to whom a body, a platform or an act extends, its requirements may spread to everyone without ground. Persons cannot tell whether they are bound, and the bodies may answer differently.
R103-mend = State the circle of persons and, where it matters, the territory; if there are exceptions, name them.
R103 = { $subject }: { $detail ->
    [institution] it is not said whom it serves and whom it binds
    [readings] who falls under it depends on how the text is read
    [act] the act lays duties on persons, and no provision bounds the circle of persons or the territory
   *[other] the circle of persons has no bounds
}.
R103-wording = “This provision extends to [circle of persons] and does not extend to [exceptions].”

## Duties, rights, liability

R201-title = Liability is not distributed
R201-why = Several persons answer for the same thing, and nothing orders them by stage, by cause or by their own part. A court cannot tell from the text who answers and how far. The harmed person goes from one to another, or one pays for all.
R201-mend = Distribute liability: by the stage at which the error arose, by its cause, and by how far each took part; say when it is joint.
R201 = { $subject }: { $has-roles ->
    [yes] for one act several persons can be liable ({ $roles })
   *[no] for one act several persons can be liable
}, and the text does not say how liability is distributed among them by stage, by cause or by own part.
R201-wording = “{ $has-roles ->
    [yes] Each of these persons ({ $roles })
   *[no] Each person
} answers for the error that arose through their own act or omission. Who answers is determined by the stage at which the error arose and by its cause: [development, installation, operation, use]. Where several persons took part, each answers to the extent of their part, which the court or the competent body establishes; where the parts cannot be told apart, they answer [jointly]. What could be foreseen with due care by nobody is compensated by [person].”

R202-title = No procedure establishes where and why the error arose
R202-why = Liability depends on what went wrong, at which stage and for which cause, and no procedure finds it out. Without a procedure the finding is left to chance, and liability either fails or falls on whoever is nearest.
R202-mend = Provide a procedure that establishes the stage and the cause: who carries it out, on whose request, within which term and on which data.
R202 = { $subject }: to apply this norm one must find out at which stage and for which cause the error arose, and no procedure is provided for that.
R202-wording = “At which stage and for which cause the error arose, and how far each person took part, is established by [body] at the request of the person harmed or of a person held liable, within [term] from the day of receipt of the request. Persons who developed, deployed or operated the system hand over its documentation and records. It is established in particular whether the system was wrongly installed, wrongly used, did not meet its declared requirements, or behaved in a way that nobody could foresee.”

R203-title = Nothing follows from a breach
R203-why = If nothing follows from a breach, the norm is a wish. There arises a vacuum in which nobody answers, and those harmed have nothing to rely on.
R203-mend = Provide a consequence: a fine, compensation, correction, suspension; or link the norm to the one that already punishes this.
R203 = { $subject }: { $kind-key ->
    [kind-duty] nothing follows from a failure to perform this duty: no sanction, no compensation, no correction
    [kind-prohibition] nothing follows from a breach of this prohibition: no sanction, no compensation, no correction
    [kind-liability] liability is stated, and it is not said what follows from it
    [kind-offence] the offence is described, and no sanction is provided for it
   *[other] no consequence is provided
}.
R203-wording = “A breach of this provision entails [fine, compensation, correction, suspension] as provided by [act, article].”

R204-title = A consequence without a duty
R204-why = Nobody can obey a norm that punishes an omission which no duty forbids, or that punishes somebody only for who they are. Liability needs conduct and a duty known beforehand.
R204-mend = Lay down the duty whose breach is punished, or add to the elements of the offence the conduct for which the person answers.
R204 = { $subject }: { $detail ->
    [no-conduct] the consequence follows from who the person is, without any conduct or event
    [omission] it punishes failing to do what no duty requires
   *[other] the consequence follows without a duty that was broken
}{ $has-fact ->
    [yes] {" "}({ $fact })
   *[no] {""}
}.
R204-wording = “[The person] is obliged to [conduct].”

R205-title = A right that cannot be exercised
R205-why = A right without procedure, term, reviewer and remedy stays on paper: the person does not know where to turn, how long to wait, who decides, and what to do if refused.
R205-mend = Provide how the right is exercised: where to file, within which term it is considered, who considers it, and which remedy follows.
R205 = { $subject }: the right is declared, and for exercising it { $has-parts ->
    [yes] the following is not provided: { $parts }
   *[no] not all that is needed is provided
}.
R205-wording = “{ $has-part-procedure ->
    [no] {""}
   *[yes] An application is filed with [the person who applies the system] in writing or electronically and is registered on the day of its receipt.
} { $has-part-reviewer ->
    [no] {""}
   *[yes] It is considered by a person who did not take part in the decision.
} { $has-part-deadline ->
    [no] {""}
   *[yes] An answer with reasons is given within [term] from the day of receipt.
} { $has-part-remedy ->
    [no] {""}
   *[yes] If the application is upheld, the decision is reviewed, the error corrected and its consequences removed; a refusal may be appealed to [body] or to a court.
}”

R206-title = What is asked cannot be done
R206-why = A duty that nobody, or not the person bound, is able to perform makes everyone an offender or is obeyed by nobody. What cannot be known or done cannot be demanded.
R206-mend = Ask for what the person is able to do (measures, information known to them), or lay the duty on those who have the power to do it.
R206 = { $subject }: { $detail ->
    [nobody] it asks for what nobody can know or do
    [power] it binds also a person who has no power to do what it asks
    [never] what it asks can never be there in the cases to which it applies
   *[other] what it asks cannot be done
}{ $has-fact ->
    [yes] {" "}({ $fact })
   *[no] {""}
}.
R206-wording = “[The person bound] performs this duty to the extent of what is known to them and within their power: [measures], and supplements it when [new information, a change of the system] appears.”

R207-title = A duty without levels
R207-why = The law allows systems in a state in which the duty cannot be performed, and the duty knows no levels. Lawful use of such a system is then always a breach.
R207-mend = Make the duty depend on the level (for example the autonomy of the system as set by its developer), or forbid the state in which it cannot be performed.
R207 = { $subject }: the duty { $has-fact ->
    [yes] ({ $fact }) cannot be performed
   *[no] cannot be performed
} { $has-state ->
    [yes] in a state that the law allows ({ $state })
   *[no] in a state that the law allows
}, and no levels are provided.
R207-wording = “Content and extent of this duty are determined by the level of [autonomy] of the system, which its developer establishes and states in the documentation. Where a person can intervene in the working of the system, the duty is performed by [observation, adjustment, stopping]; where the system works without direct intervention, by [checks beforehand, monitoring of results, suspension on signs of risk]; whoever can change only the parameters offered performs it by observing the rules of use. The absence of constant intervention is not by itself a breach.”

R208-title = Foreign systems are out of reach
R208-why = The person who is bound may be abroad, and a national law is hard to enforce there. If nobody within the territory answers, the norm protects nobody from what crosses the border.
R208-mend = If a system is developed or managed from abroad and its results materially affect people here, lay the duty also on whoever uses, deploys or distributes it within the territory.
R208 = { $subject }: the person bound may be abroad, and in that case nobody within the territory answers.
R208-wording = “If the system is developed or managed by a foreign person and its results materially affect persons in the territory of the country, the person who uses, deploys or distributes the system in that territory answers for compliance of these results with the law.”

R209-title = The sanction is narrower than the duty
R209-why = The duty can be broken in cases that no sanction reaches. In them the duty is a wish, although the reader takes it to be protected.
R209-mend = Widen the elements of the offence to the whole duty, or say why a part of it stays without sanction.
R209 = { $subject }: the duty can be broken in a way that the sanction provided for it { $has-sanction ->
    [yes] ({ $sanction }) does not reach
   *[no] does not reach
}.{ $has-narrower ->
    [yes] {" "}The sanction also depends on: { $narrower }.
   *[no] {""}
}
R209-wording = “A breach of [the whole duty] entails [sanction].”

R210-title = Liability without any duty
R210-why = A person is liable by role, and no norm says what a person in that role must do. They cannot know how to avoid liability, and a court has nothing to measure them by.
R210-mend = State the duties of this role, or take it out of those who are liable.
R210 = { $subject }: liability is laid on { $has-others ->
    [yes] persons on whom no duty is laid ({ $others })
   *[no] a person on whom no duty is laid
}.
R210-wording = “[Role] is obliged to [duties that correspond to the liability].”

## Terms and wording

R301-title = The definition is too narrow
R301-why = What everybody counts among these things falls outside the wording. All norms built on the term then miss it.
R301-mend = Widen the definition so that the known members of the class are within it, for example by naming a set of technologies instead of one.
R301 = { $subject }: the text leaves out a case that it ought to take in.
R301-wording = “{ $has-term ->
    [yes] { $term }
   *[no] {"["}Term]
} is a set of [technologies], which includes [known members].”

R302-title = The wording is too broad
R302-why = The wording takes in what it was not made for, or what other laws govern on other grounds. People answer for what is not the harm meant.
R302-mend = Bound the wording by the sign that makes the difference.
R302 = { $subject }: the text takes in a case that it ought to leave out.
R302-wording = “{ $has-term ->
    [yes] { $term }
   *[no] {"["}Term]
}, except for [what is governed by other acts].”

R303-title = A word whose meaning is not stated
R303-why = A case turns on a word of which the text does not say what it means. Everyone will understand it in their own way, and nobody can check the one who applies it.
R303-mend = Define the word, replace it by one that has a meaning in law, or strike it.
R303 = { $subject }: the text rests on words of which it does not say what they mean{ $has-others ->
    [yes] : { $others }
   *[no] {""}
}.
R303-wording = { $has-others ->
    [yes] Strike the words { $others }, or define them:
   *[no] Strike the words, or define them:
} “In this act, [word] means [signs that can be established].”

R304-title = A surplus word
R304-why = Without the word the norm says the same. A reader looks for a meaning in every word of a law, and will find one that nobody meant.
R304-mend = Strike the word, or say what it adds.
R304 = { $subject }: { $has-word ->
    [yes] without “{ $word }” the text says the same
   *[no] without one of its members the text says the same
}.
R304-wording = { $has-word ->
    [yes] Strike: “{ $word }”.
   *[no] Strike what is surplus.
}

R305-title = A term that is used and not defined
R305-why = The text uses a term that is explained nowhere. Everyone fills it with their own meaning.
R305-mend = Define the term, or use one that is defined.
R305 = { $subject }: the term is used and nowhere defined.
R305-wording = “[Term] means [signs that can be established].”

R306-title = A term that is defined and not used
R306-why = A definition that nothing uses misleads: the reader looks for the norm for which it was made. Often that norm has been lost or uses another word.
R306-mend = Delete the definition, or use the term where it was meant.
R306 = { $subject }: the term is defined, and no norm uses it.
R306-wording = Delete the definition.

R307-title = A term defined by itself
R307-why = Whoever looks up the meaning comes back to where they began. Such a definition says nothing, and what rests on it cannot be applied.
R307-mend = Explain one of the terms by signs that do not lead back to it.
R307 = { $subjects }: the definition leads back to itself.
R307-wording = “[Term] means [signs that do not use this term].”

R308-title = Terms that no norm tells apart
R308-why = Two words name different persons or things, and every norm treats them alike. Either the difference is missing where it matters, or one of the words is surplus.
R308-mend = Say how they differ in rights and duties, or keep one term.
R308 = { $has-names ->
    [yes] { $names }
   *[no] { $subjects }
}: different terms, and no norm treats them differently; exchange one for another, and the text says the same.
R308-wording = “[First term] has the right to [what the second may not]; [second term] is obliged to [what the first need not].”

R309-title = The same persons joined now by “and”, now by “or”
R309-why = In one norm all of them are bound together, in another each alone, and nothing says that this is meant. Whether one’s performance frees the other cannot be told.
R309-mend = Choose one connective for all norms, or say where joint duty is meant and where each alone.
R309 = { $subjects }: the same persons are joined differently{ $has-connectives ->
    [yes] {" "}({ $connectives })
   *[no] {""}
}.
R309-wording = “[First], [second] or [third], each in their own part, …”

R310-title = One term worded differently
R310-why = Where a law words one thing in two ways, a reader must suppose two things. A dispute about words follows that nobody wanted.
R310-mend = Use one wording everywhere.
R310 = { $subjects }: one term{ $has-terms ->
    [yes] {" "}(“{ $terms }”)
   *[no] {""}
} is worded differently{ $has-texts ->
    [yes] : { $texts }
   *[no] {""}
}.
R310-wording = Use one wording in all the provisions named.

R311-title = The texts in two languages say different things
R311-why = The texts in both languages have equal force. If they differ, the same act is lawful in one language and punished in the other.
R311-mend = Bring the texts into line: choose the meaning that was meant, and word both by it.
R311 = { $subject }: the texts in two languages say different things{ $has-texts ->
    [yes] {" "}({ $texts })
   *[no] {""}
}.
R311-wording = Bring the text in one language into line with the meaning chosen in the other.

R312-title = An absolute wording
R312-why = Words like “always”, “fully”, “in any case” leave no room for a case that nobody foresaw. What cannot be performed without exception will be broken, and selectively enforced.
R312-mend = Replace by a measure that can be checked, or name the exceptions.
R312 = { $subject }: the wording is absolute{ $has-words ->
    [yes] {" "}({ $words })
   *[no] {""}
}, and the norm has neither conditions nor exceptions.
R312-wording = “… to the extent of [measure], except for [cases].”

R313-title = A reference that leads nowhere
R313-why = The text refers to what does not exist, or no longer. The rule that was to be applied there is missing.
R313-mend = Refer to the act or norm in force, or write the rule here.
R313 = { $subject }: the text refers to what is not there or is no longer in force{ $has-others ->
    [yes] : { $others }
   *[no] {""}
}.
R313-wording = “… in accordance with [act in force, article].”

## How norms and exceptions relate

R401-title = Norms compete
R401-why = Two norms that punish apply to one person for one act, and nothing says which gives way. Applied both, they punish twice; applied by choice, they are not equal for all.
R401-mend = Say which norm gives way and when, for example in a note; or divide the elements so that they do not meet.
R401 = { $subjects }: the norms apply to one person for one act, and nothing says which gives way.
R401-wording = “Note. If [the case in which the other norm is the more fitting one], liability arises under: { $has-others ->
    [yes] { $others }
   *[no] {"["}the other norm]
}.”

R402-title = Guilt escapes
R402-why = A norm gives way to another, and the other does not apply. The person has done all that the law describes, and answers under neither.
R402-mend = Bound the exception by the condition that the other norm applies.
R402 = { $subject }: there is a case in which a norm gives way and no other takes its place{ $has-others ->
    [yes] {" "}({ $others })
   *[no] {""}
}.
R402-wording = “… if the act has the elements of [the other norm].”

R403-title = The exception is wider than its reason
R403-why = An exception was made for certain cases, and its wording takes in others. What was meant as a narrow gate lets through those for whom it was not made.
R403-mend = Bound the exception by its reason.
R403 = { $subject }: the exception holds also in cases for which it was not made{ $has-others ->
    [yes] {" "}({ $others })
   *[no] {""}
}.
R403-wording = “This exception holds only if [the reason for which it is made].”

R404-title = A norm that can never apply
R404-why = The conditions exclude each other, or exceptions take everything away. The norm is there for show, and those whom it should protect rely on it in vain.
R404-mend = Take out the condition that excludes the others, or delete the norm.
R404 = { $subject }: the conditions can never all be met, so this applies to nobody.
R404-wording = Delete this provision, or take out the condition that excludes the others.

R405-title = A norm that adds nothing
R405-why = Wherever the norm applies, another with the same consequence applies already. A reader will look for a difference that is not there.
R405-mend = Delete the narrower norm, or give it a consequence of its own.
R405 = { $subject }: the norm applies only where another with the same consequences applies already{ $has-others ->
    [yes] {" "}({ $others })
   *[no] {""}
}.
R405-wording = Delete this provision.

R406-title = Two norms that say the same
R406-why = The same is said twice. If one is amended and the other forgotten, they will contradict each other.
R406-mend = Keep one, and refer to it from the other place.
R406 = { $subjects }: the norms say the same.
R406-wording = Keep one of the provisions.

R407-title = Exceptions in a circle
R407-why = Each norm gives way to another, and the last to the first. Which of them applies cannot be said.
R407-mend = Take one of the exceptions out, or set an order.
R407 = { $subjects }: the norms are exceptions to each other in a circle.
R407-wording = “[First norm] applies in preference to [second norm].”

## Time

R501-title = Two terms for one step
R501-why = For the same step the text sets different terms. One performed by the longer term is late by the shorter.
R501-mend = Keep one term, or say to which case each belongs.
R501 = { $subjects }: different terms are set for one step{ $has-terms ->
    [yes] {" "}({ $terms })
   *[no] {""}
}.
R501-wording = “… within [one term] from [day].”

R502-title = A term without a beginning
R502-why = The text says how long and not from when. Each side will count from the day that suits it.
R502-mend = Name the day from which the term runs.
R502 = { $subject }: it is not said from which day the term runs.
R502-wording = “… within [term] from the day of [event].”

R503-title = No rule for what is already there
R503-why = New duties begin on a day, and systems in use on that day are not mentioned. Whether they must stop, be rebuilt or may stay as they are is left open.
R503-mend = Add a transitional rule: a term for what is already in use, and what holds until then.
R503 = { $subject }: new duties are laid down for systems, and no rule says what holds for those already in use.
R503-wording = “Systems put into use before this act comes into force are brought into line with it by their owners within [term] from the day on which it comes into force. Until then [requirements that hold at once] apply to them.”

## Weights and groups

weight-serious = serious
weight-moderate = moderate
weight-remark = drafting
weight-serious-about = somebody will be hurt by it: a right fails, guilt escapes, one act is punished twice
weight-moderate-about = whoever applies the law will have to guess
weight-remark-about = a careful drafter would mend it
group-R1 = Scope
group-R2 = Duties, rights and liability
group-R3 = Terms and wording
group-R4 = How norms and exceptions relate
group-R5 = Time

## Parts that a norm lacks, and how bearers are joined

part-procedure = a procedure
part-deadline = a term
part-reviewer = who considers it
part-remedy = a remedy
bearer-not-stated = the text names nobody
bearer-absent = nothing is said of who is bound
bearer-anybody = anybody is bound
connective-and = “and”
connective-or = “or”
connective-and-or = “and (or)”

## Subjects, readings, cases

review-placed = { $place } ({ $name })
review-term-placed = { $place }, { $name }
review-name = “{ $name }”
review-every-reading = however the text is read
review-only-readings = only if { $readings }
review-reading = { $what } is read as “{ $how }”
review-in-editions = the same in: { $editions }
review-cases = cases of this kind: { $count }
review-cases-many = cases of this kind: more than can be counted
review-example = For example
review-letters = A B C D E F G H
review-person = person { $letter }
review-person-to = person { $letter }
review-about = { $who }: { $what }
review-also = known: { $facts }
review-nobody-else = nobody else took part
review-nth = { $name }, norm { $n }
review-term-there = all signs of { $name } are there
review-reads = Here { $readings }.
review-same-with = { $title }. { $subject } – and each of the following provisions ({ $count }):
review-more-hint = More: --verbose tells the case behind each finding and a wording to begin with; tarazy explain { $code } says what a code means; -o opinion.pdf writes the opinion as a document (also .docx, .html, .md).
word-digital-environment = the digital environment
word-personal-data = personal data
word-online-platforms = online platforms
review-claims = Then { $claims }.
review-claim-applies = { $name } { $count ->
    [one] applies
   *[other] apply
}
review-claim-applies-to = { $name } { $count ->
    [one] applies
   *[other] apply
} to { $who }
review-claim-not = { $name } { $count ->
    [one] does
   *[other] do
} not apply
review-claim-not-to = { $name } { $count ->
    [one] does
   *[other] do
} not apply to { $who }
review-claim-met = all elements of { $name } are there
review-claim-met-to = all elements of { $name } are there for { $who }
review-claim-not-met = not all elements of { $name } are there
review-claim-not-met-to = not all elements of { $name } are there for { $who }
review-claim-holds = the case falls under { $name }
review-claim-holds-to = { $who } falls under { $name }
review-claim-holds-not = the case does not fall under { $name }
review-claim-holds-not-to = { $who } does not fall under { $name }
review-same-in = { $title }. This concerns the following provisions ({ $count }):

## The opinion as a document

opinion-title = Proposals and recommendations: { $edition }
opinion-subtitle = Review of the text as norms (edition { $name })
opinion-preamble = Every norm of this edition was read as a rule with conditions and reviewed by machine: { $norms } norms, { $definitions } definitions, { $exceptions } exceptions. Each finding follows from what the norms say, never from what they are called; where a case can show it, the case was decided by the ordinary evaluation and came out as told here.
opinion-not-official = The wordings of norms are our own restatements in plain language, not the official text. Proposed wordings are a beginning: what stands in square brackets is for the legislator to decide.
opinion-machine = The review finds what is missing or contradicts itself. Whether a norm is just or useful it does not say; that is for people.
opinion-found = Found: { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} (serious – { $serious }, moderate – { $moderate }, drafting – { $remark }).
opinion-found-nothing = Nothing was found.
opinion-contents = Contents
opinion-general = General remarks
opinion-by-article = Remarks on single norms
opinion-current = Current wording (our restatement)
opinion-wrong = What is wrong
opinion-example = Example
opinion-proposed = Proposed wording
opinion-reason = Reason
opinion-how-to-mend = Proposal
opinion-proved = Checked: with this wording, findings gone – { $removed }, new findings – { $created }.
opinion-comparative = Comparative table
opinion-unit = Structural unit
opinion-current-draft = Wording of the draft (our restatement)
opinion-current-short-draft = Wording of the draft
opinion-current-short = Current wording
opinion-annex-duties = Annex. Duties and prohibitions from whose breach nothing follows
opinion-annex-duties-about = Nothing in the edition follows from a breach of these ({ $count }): no sanction, no compensation, no correction.
opinion-annex-undecided = Annex. What could not be decided
opinion-annex-undecided-about = These questions were given up within the bounds set for the work: neither found nor excluded.
opinion-annex-codes = Annex. How to read the codes
opinion-annex-text = Annex. The text reviewed
opinion-editions = Edition and what it stands on
opinion-digest = Digest of the corpus
opinion-made-by = Made by
opinion-code = Code
opinion-meaning = Meaning
opinion-weight = Weight
opinion-count = Found
opinion-norm = Norm
opinion-says = What it says
opinion-no-place = Other
opinion-see = See remark { $n }.
opinion-subtitle-acts = On: { $acts }
opinion-see-annex = see the annex
opinion-date = Date
opinion-page = Page { $page } of { $pages }

## The command

review-total = { $edition }: { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} (serious – { $serious }, moderate – { $moderate }, drafting – { $remark })
review-total-nothing = { $edition }: nothing found
review-undecided-count = could not be decided: { $count }
review-unknown-edition = There is no edition “{ $name }”. { near-hint } Known: { $known }
review-unknown-class = There is no code “{ $code }”. { near-hint } All codes: tarazy explain
review-pdf-to-terminal = A { $format } document is not for a terminal. Write it to a file: -o opinion.{ $ending }
review-one-edition = A document is about one edition. Name one: --edition { $known }
review-progress = reviewing { $edition } …
review-written = { $path } is written
review-broken = The pages have { $count ->
    [one] { $count } mistake
   *[other] { $count } mistakes
}; they were reviewed as far as they could be read (see: tarazy law check).
review-patched = with the changes of: { $pages }
explain-codes = Codes of mistakes in pages and cases
explain-classes = Codes of the review
explain-why = Why it matters
explain-mend = How to mend it
explain-wording = A wording to begin with
explain-wrong = Erroneous example
explain-right = The same, mended
