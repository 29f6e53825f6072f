### What is different between two editions, and what a change of the law does, in English.

## Sections

diff-title = Difference: { $before } → { $after }
diff-summary = norms: new – { $gained }, gone – { $lost }, changed – { $changed }, the same in every case – { $same }
diff-gained = New norms
diff-lost = Norms that are gone
diff-changed = Norms that changed
diff-cured = Findings that are gone
diff-kept = Findings that are still there
diff-created = Findings that are new
diff-open = Findings of which it could not be decided whether they are gone
diff-nothing = There is no difference: every norm says the same in every case.

## In which cases

diff-applies = Applies now and did not before
diff-no-longer = Applied before and no longer does
diff-within = Everything else is as in both editions: { $what }
diff-shared-bearer = whom the norm binds
diff-shared-when = when it applies
diff-shared-unless = its own exception does not hold
diff-shared-scopes = the case is within the scope ({ $names })
diff-shared-exceptions = no exception holds ({ $names })
diff-always = In each of these ways: { $what }
diff-every = in every case that meets the other conditions
diff-incomplete = These are only some of the ways.
diff-unsaid = The cases are too many to be told.
diff-more = and { $count } more
diff-shown = Before: { $before }. Now: { $after }.
diff-person = the person
diff-other = another person
diff-third = a third person
diff-another = there is another person such that: { $such }
diff-no-other = there is no other person such that: { $such }
diff-such-unsaid = the conditions of the norm are met
diff-date-to = { $b } or earlier
diff-date-between = from { $a } to { $b }
diff-number-to = { $b } or less
diff-number-between = from { $a } to { $b }

## Why

diff-because = Because of this change of text: { $what }
diff-cause = { $how ->
    [gained] new
    [lost] deleted
   *[changed] changed
} { $what ->
    [definition] definition
    [exception] exception
   *[norm] norm
} { $name }
diff-matched-place = Recognised by its place: { $before } before, { $after } now

## Clauses of a norm

diff-was-is = { $what }: { $before } → { $after }
diff-none = none
diff-what-kind = kind of norm
diff-what-bearer = whom it binds
diff-what-deadline = term
diff-what-amount = amount
diff-what-amount-at = amount ({ $at })
diff-what-body = competent body
diff-what-joined = how those bound are joined
diff-bearer-person = named
diff-bearer-not-stated = not named by the text
diff-bearer-absent = nothing is said
diff-part-content = what is asked
diff-part-toward = towards whom
diff-part-reviewer = who reviews
diff-asked-added = { $part }: stated now, not stated before
diff-asked-removed = { $part }: stated before, no longer stated
diff-asked-gained = { $part }: now also
diff-asked-lost = { $part }: no longer
diff-follows = Now follows: { $what }
diff-follows-not = No longer follows: { $what }
diff-follows-also = Now follows also ({ $what })
diff-follows-less = No longer follows ({ $what })
diff-link-procedure = procedure
diff-link-remedy = remedy
diff-link-sanction = who breaks it answers under
diff-link-answers-to = answers to
diff-refers = acts it leans on
diff-says = The wording of a term changed: { $term }

## A change that is reviewed

patch-title = The change on edition “{ $edition }”
patch-summary = findings: gone – { $removed }, still there – { $kept }, new – { $created }, not decided – { $open }
patch-proved = For each of these the question that found it has the answer “never” now: that is proved over all cases.
patch-readings = held { $before }; holds { $after }
patch-properties = What the pages claim (properties)
patch-property = { $property }: { $before } → { $after }
patch-property-in = { $property } ({ $readings }): { $before } → { $after }
patch-holds = holds
patch-fails = does not hold
patch-unknown = not known
patch-difference = What is different
patch-broken = The pages of the change cannot be read as law; nothing was reviewed.
patch-one-edition = A change is reviewed on one edition. Name it: --edition { $known }
patch-format = A change is told as text, md or json.

## Repairs

repair-offered = Proved repair
repair-left-open = Only people can choose what to fill in here
repair-text = { $what }: findings gone – { $removed }, new – { $created }
repair-rule = As a rule of the law language (proved): { $rule }
