# The common rule set in Rego, one rule for each provision, as one would write it down.
# data.fines[NORM].first and .repeated give the amount for each size; 0 means that the offence does not apply.
package koap

verdicts := {"koap.641-1.p1.s2": fine_641, "koap.456-2": fine_456}

default fine_641 := 0

fine_641 := fine("koap.641-1.p1.s2") if {
	input.risks_managed == false
	input.harm != "none"
	input.signs_of_crime == false
	input.role in {"owner", "possessor"}
}

default fine_456 := 0

fine_456 := fine("koap.456-2") if {
	input.harm == "information_false"
	input.signs_of_crime == false
	disseminates
}

disseminates if input.initiated

disseminates if input.role in {"owner", "possessor"}

fine(norm) := data.fines[norm].repeated[input.size] if {
	input.repeated
} else := data.fines[norm].first[input.size]
