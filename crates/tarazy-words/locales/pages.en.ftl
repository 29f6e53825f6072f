### The words of the pages in English. What is said of a case and its answer is in en.ftl.

## Around every page

site-description = Who answers for what an AI system did: under which norm, why, and what would change the answer.
page-skip = Skip to main content
page-language = Language
page-menu = Menu
page-back = Back
page-home = Home page
page-error = Error
page-problem = There is a problem
page-warning = Warning
page-save = Save
page-change = Change
page-go-on = Continue
text-too-long = Too long: { $limit } characters at most
nav-samples = Sample cases
nav-binds = What binds me
nav-law = The law
nav-api = For programs
nav-about = About Tarazy
nav-accessibility = Accessibility
nav-privacy = Your data

## The first page

home-title = Who answers for what an AI system did?
home-lead = Tell what happened. Tarazy says which norm applies to whom, why, and which fact would change the answer.
home-how = Questions come one at a time. “I do not know” is a full answer. No account is needed.
home-begin = Start now
home-samples = Look at sample cases
home-asks = One question at a time
    .text = Each time the one that decides most. What can no longer matter is not asked. Beside every question stands its article.
home-answers = An answer with its reasons
    .text = For every norm and person: applies, does not, undetermined, or norms compete. Each step has its citation.
home-keeps = Three laws side by side
    .text = The bill, the official opinion and the law as enacted, differences marked. The result can be taken away as a PDF.
home-other = What else you can do
home-binds = Choose your role and see your duties, rights and prohibitions
home-upload = Upload a case file (TOML or JSON)
home-api = Ask from a program

## Sample cases

samples-title = Sample cases
samples-lead = Examples of the opinion and real incidents: who would answer if they happened in Kazakhstan today.
samples-source = Incidents are told in our own words after records of the AI Incident Database (incidentdatabase.ai, CC BY-SA 4.0); each case names its record.

## How a case begins

start-heading = A new case
start-lead = Name the case in your own words. It is kept under an address that nobody else can guess.
start-describe = What happened
start-title = What is the case about?
start-title-hint = One phrase, such as “A program refused a benefit”
start-title-missing = Write what the case is about
start-summary = More about it (optional)
start-summary-hint = Who, what, when. The answer rests on your answers to the questions, not on this text
start-go = Continue to the persons
start-upload = I have a file
start-upload-lead = A case file taken from Tarazy or written by you: TOML or JSON.
start-file = Case file
start-file-hint = 2 MB at most
start-file-missing = Choose a file
start-file-encoding = The file is not UTF-8 text. Save it as UTF-8 and upload it again
start-file-wrong = The file cannot be read as a case. The mistakes are below
start-mistakes = Mistakes in the file
start-upload-go = Upload
start-sample = Start from a sample

## The page of a case

overview-empty = Nobody is named yet: add the persons first.
overview-keep = Keep the case
overview-address = The address of this page is the key to the case. Keep it: whoever knows it can read, change and delete the case.
task-done = Done
task-to-do = To do
task-not-yet = Not yet
task-ready = Ready
task-persons = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
task-facts = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}
task-open = { $count ->
    [one] { $count } verdict open
   *[other] { $count } verdicts open
}

## Persons

persons-title = Who took part
persons-lead = Add, one by one, who made the system, who runs it, who used it and who was hurt.
persons-first = The first person
persons-another = Add somebody else
persons-name = Name
persons-name-hint = A designation is enough: “clinic”, “developer”, “applicant”. No real name is needed
persons-name-missing = Write a name or a designation
persons-roles = What is this person to the system?
persons-roles-hint = Tick everything you know. You may tick nothing
persons-no-role = role not known
persons-rest = And other roles?
persons-rest-hint = This decides whether roles are asked about later
persons-rest-no = There are no others
persons-rest-unknown = I do not know
persons-add = Add
persons-go-on = On to the questions
persons-full = A case has { $count } persons at most.
persons-edit = Change a person
persons-remove = Take the person out of the case
persons-remove-text = Answers about this person go too. They can be brought back from the history.

## Questions

question-title = Questions
question-choose = Choose an answer
question-choose-values = Choose at least one
question-choose-two = Choose at least two: a dispute is between two
question-or = or
question-unknown = I do not know
question-not-applicable = The question does not arise here
question-disputed = This is disputed
question-disputed-values = Which do the sides name?
question-disputed-dates = What the sides name, with commas between
question-denied = I only know what it was not
question-denied-values = Which is excluded?
question-date = The date is known
question-date-hint = The date, such as 2026-03-01 or 01.03.2026
question-date-wrong = Write the date like 2026-03-01
question-number = The number is known
question-number-hint = The number
question-number-wrong = Write a whole number
question-evidence = What shows this? (optional)
question-shown-by = A document, a record, an inspection
question-said-by = Who says so?
question-why = Why is this asked?
question-article = Where the notion stands: { $place }
question-decides = { $count ->
    [one] { $count } verdict waits for the answer:
   *[other] { $count } verdicts wait for the answer:
}
question-decides-more = { $count ->
    [one] and { $count } more norm
   *[other] and { $count } more norms
}
question-decides-nothing = With the answers so far this question decides nothing. You can still change it.
question-stop = Stop here and see the answer
others-nobody = No, nobody else
others-somebody = Yes, somebody else

## Check your answers

check-title = Check your answers
check-system = The system
check-act = The act
check-others = Others
check-to-answer = See the answer
check-go-on = Go on with the questions

## The answer

answer-title = The answer
answer-editions = Which edition of the law
answer-supposed = A supposition. The answer takes it that:
answer-as-it-is = The answer without suppositions
answer-asks = What would decide most:
answer-shortened = Too much is open: which facts and questions would settle it is left out here.
answer-contents = On this page
answer-picture-words = The same in words
answer-who = Who answers
answer-competing = Two norms strike one act. The competent body chooses between them.
answer-nobody-named = Nobody is named
answer-rest = Duties, rights, prohibitions
answer-rest-none = No other norm concerns this case.
answer-readings = Where the law can be read in two ways
answer-laws = Three laws side by side
answer-law = The law that was asked
answer-keep = Keep and hand over
readings-lead = Beside each reading stands how many verdicts it changes. Choose one and the answer opens under that reading.
readings-none = Here no reading changes anything.
readings-chosen = read so
readings-change = { $count ->
    [0] changes nothing
    [one] changes { $count } verdict
   *[other] changes { $count } verdicts
}
laws-norm = Norm
laws-sure = Norms that apply under at least one law
laws-open = Norms that are undetermined so far
laws-differs = differs
laws-no-norm = no such norm
law-edition = Edition
law-hypothetical = never in force
law-as-of = On the day
law-digest = SHA-256 of the norms
law-not-seen = Changes that exist and that nobody here has read
law-on-day = The law of another day
law-on-day-hint = A date such as 2026-03-01. The law of the day of the act applies, or a milder later one
law-on-day-go = Decide on that day
law-title = The law
law-lead = The norms that Tarazy knows: each restated in three languages, with its place and how far it was read. A restatement is not the official text.
law-other-languages = In other languages
law-points = Points of the opinion: { $points }
law-name = Name in the corpus: { $id }
kinds-offence = offences
kinds-liability = liabilities
kinds-duty = duties
kinds-prohibition = prohibitions
kinds-right = rights
kinds-permission = permissions
kinds-power = powers
kinds-procedure = procedures
kinds-exemption = exemptions
kinds-institution = institutions

## What binds me

binds-title = What binds me?
binds-lead = Choose your role. A few questions about the system then narrow the list.
binds-you = You
binds-role = What are you to the system?
binds-role-hint = You may choose several
binds-go = Show
binds-as = Role: { $roles }.
binds-other = Choose another role
binds-law = The law: { $law }.
binds-further = About the system and you
binds-waiting = { $count ->
    [one] { $count } norm depends on it
   *[other] { $count } norms depend on it
}
binds-leave-open = I do not know
binds-narrow = Narrow down
binds-nothing = No norm was found for this role.
binds-does = applies
binds-may = may apply
binds-depends = It depends on:

## Keep and hand over

keep-title = Keep and share
keep-holder = Your address
keep-holder-text = This address brings you back to the case. Bookmark it.
keep-holder-warning = Lose the address and the case is lost: there is no other way to find it.
keep-viewer = An address for reading only
keep-viewer-text = This one can be given away: it lets others read the case, not change it.
keep-files = Files
keep-pdf = The finding as a PDF
keep-decision = The answer as JSON
keep-case = The case as JSON
keep-facts = All the facts
keep-copy = Make a copy and change it
keep-copy-sample = To change this sample, make a copy of your own.
keep-copy-shared = This case was given to you for reading only. You can make a copy of your own.
history-title = History of changes
history-now = Now
history-restore = Go back to this
change-begun = The case was begun
change-copied = Begun as a copy of { $from }
change-described = The description was written
change-person = Person: { $name }
change-removed = Taken out: { $name }
change-answered = Answered: { $what }
change-restored = Back to version { $number }
change-other = A change
delete-title = Delete the case
delete-warning = The case goes for good, with its history. It cannot be brought back.
delete-go = Delete for good
delete-keep = Do not delete, go back to the case
delete-done = The case was deleted
    .text = Nothing of it is kept.

## About

about-title = About Tarazy
    .lead = Tarazy means scales. It reads the law as norms with conditions and a case as facts, known or not, and weighs the one against the other.
about-verdicts = Four verdicts
    .text = “Applies” and “does not apply” hold however the unknown turns out. “Undetermined” names the facts that would settle it. “Competing” means that two norms strike one act.
about-sources = Sources
    .text = Each norm says whether it was read in the official text, is known at second hand, or is a proposal. Changes that nobody read are named, not guessed.
about-limits = Limits
    .text = Tarazy does not decide guilt. It is neither legal advice nor a decision of a court or body. A competent human decides and signs.
about-open = Openness
    .text = The norms and the code are open (MIT or Apache-2.0). Anybody can repeat an answer on the same corpus and check it.
accessibility-title = Accessibility
    .lead = Everybody should be able to use these pages: by keyboard, with a screen reader, on a small phone, without scripts.
accessibility-how = What was done
    .text = The aim is WCAG 2.2 AA. Every page is checked automatically in three languages, with and without scripts. Nothing is said by colour alone. Whatever a picture shows stands there in words too.
accessibility-known = What we know of
    .text = The pages have not been tried with people yet. Automatic checks do not find everything.
accessibility-tell = If something is in your way
    .text = Tell whoever runs this site: which page, what you wanted to do, what was in the way.
privacy-title = Your data
    .lead = What is kept, and who sees it.
privacy-kept = What is kept
    .text = The case you wrote and its history, on this server, in one file. No cookies, no accounts, no requests to other sites.
privacy-addresses = The address is the key
    .text = The address of a case is 128 random bits. The server keeps not the key but what is computed from it. Addresses are not written to logs.
privacy-deleted = Deletion
    .text = You delete the case yourself at any time: its place in the file is overwritten too.
privacy-not = What not to write
    .text = Personal data such as names, identity numbers or diagnoses are not needed: designations are enough.

## The interface for programs

api-title = For programs
api-lead = The same answer as JSON: one request, one case. The shape is that of --json on the command line.
api-try = Try it
api-english = What follows is taken from the document that programs read.

## The law in the browser: editions, articles, findings, search

law-editions = Editions
law-all-editions = All editions
law-articles-count = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
law-findings-count = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
law-findings-of = { $count ->
    [0] Findings of the review: none
   *[other] Findings of the review: { $count }
}
law-findings-title = What is wrong with the law
law-findings-lead = The review reads each edition and looks for defects of these classes. Every finding follows from what the norms say, and where it can be shown, an example shows it.
law-stands-on = It stands on:
law-notes = Remarks without an article
law-taken-over = { $act }: taken over unchanged ({ $count })
law-search-title = Search the law
law-search-label = Search the law
law-search-hint = A word in any form, in any of the three languages, or the number of an article
law-search-go = Search
law-search-ignored = article articles art part paragraph point subparagraph
law-search-count = { $count ->
    [0] Nothing was found.
    [one] { $count } provision was found.
   *[other] { $count } provisions were found.
}
law-search-near = Did you mean:
law-search-more = { $count ->
    [one] and { $count } more; add a word to narrow the search
   *[other] and { $count } more; add a word to narrow the search
}
law-missing = There is no such place in the law
law-missing-text = Nothing here is called “{ $name }”.
law-missing-article = There is no article { $article } in this edition: { $edition }.
law-missing-near = Perhaps you are looking for
law-weight = Weight
law-all-weights = All
law-classes = Classes of defects
law-all-classes = show every class
law-count-of = { $what }: { $count }
law-findings-more = { $count ->
    [one] { $count } more of this class
   *[other] { $count } more of this class
}
law-class-example = An example
law-class-example-lead = A small invented law. Struck out is what is wrong, underlined is what mends it; the review points to the highlighted line.
law-finding-example = An example
law-compare-open = Findings that could not be decided for the second edition: { $count }
law-found = Where it was found
law-found-nothing = Nothing of this class was found.
law-undecided = { $count ->
    [one] { $count } question was given up, because it would have taken too long.
   *[other] { $count } questions were given up, because they would have taken too long.
}
law-margin = Findings
law-from-edition = taken over from: { $edition }
law-in-editions = This article in other editions
law-bound = Who is spoken of here
law-bound-role = What binds and entitles: { $role }
law-around = Other articles
law-previous = Before: { $article }
law-next = Next: { $article }
law-to-article = To the article
law-machine = As the machine reads it
law-block = As it is written for the machine
law-link-procedure = Procedure
    .from = Is the procedure for
law-link-remedy = Remedy
    .from = Is the remedy for
law-link-sanction = Whoever breaks it answers under
    .from = Punishes a breach of
law-link-answers-to = Answers to
    .from = Is answered by
law-compare-title = Editions side by side
law-compare-with = Compare with another edition
law-sandbox-title = Try a wording

relations-summary = { $norms ->
    [one] { $norms } element of the law
   *[other] { $norms } elements of the law
}, { $links ->
    [one] { $links } link
   *[other] { $links } links
}.
relations-title = How the norms relate: { $what }
relations-same = The same as a table
relations-from = From
relations-means = Link
relations-to = To
relations-who = Who: { $roles }
relations-bears = bears
relations-many = An exception from { $count } norms
relations-sanction = Breach is punished by
relations-procedure = Procedure
relations-remedy = Remedy
relations-answers-to = Answers to
relations-except = Gives way to
relations-instead = In its place
relations-proviso = With a proviso
relations-savings = Stands lawfully beside, by
relations-beside = Beside
relations-of-edition = The picture of all connected norms
relations-lead = Every line is a link that a norm names. A card says where its lines lead, and the table below says everything again.
relations-none = No norm of this edition is linked to another.
relations-links = Links between norms
law-compare-a = First edition
law-compare-b = Second edition
law-compare-go = Compare
law-compare-same = This is one and the same edition. Choose another.
law-compare-lead = What changes from “{ $a }” to “{ $b }”.
law-compare-does = What they do differently
law-compare-texts = What the texts say
law-compare-unchanged = { $count ->
    [one] { $count } provision stays as it is.
   *[other] { $count } provisions stay as they are.
}
law-compare-none = No text differs.
law-compare-changed = changed
law-compare-new = new
law-compare-gone = taken away
law-compare-was = taken away:
law-compare-is = put in:
law-compare-findings = What is wrong with each
law-compare-cured = Findings that are gone: { $count }
law-compare-created = Findings that are new: { $count }
law-compare-kept = Findings that stay: { $count }
law-sandbox-lead = Choose a page of the law and word it otherwise. The whole edition is reviewed with your wording, and you see what is cured and what is new. Nothing is kept.
law-sandbox-choose = Which page?
law-sandbox-how = Change the text or the blocks. Your wording stays in this form only: nothing is kept on the server.
law-sandbox-text = The page
law-sandbox-go = Review
law-sandbox-again = Start again from the page as it is
law-sandbox-said = What the review says
law-sandbox-not-yet = Change something and have it reviewed.
law-sandbox-summary = Mistakes: { $mistakes }. Findings gone: { $gone }, new: { $new }, as before: { $stay }.
law-sandbox-no-mistakes = The page can be read without a mistake, and its examples come out as it says.
law-sandbox-mistakes = Mistakes
law-sandbox-line = Line { $line }, column { $column }:
law-sandbox-more = { $count ->
    [one] and { $count } more mistake
   *[other] and { $count } more mistakes
}
law-sandbox-crowded = The examples were not run: one of them has more than { $limit } persons.
law-sandbox-too-long = The page is too long: { $limit } KB at most
law-sandbox-try = Try another wording of this page
