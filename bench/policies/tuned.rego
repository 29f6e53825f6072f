# The same rules rewritten for speed: what both offences exclude is asked once, before either. The fastest of a dozen ways that were tried.
package koap

verdicts := {"koap.641-1.p1.s2": 0, "koap.456-2": 0} if {
	input.signs_of_crime
} else := {"koap.641-1.p1.s2": 0, "koap.456-2": 0} if {
	input.harm == "none"
} else := {"koap.641-1.p1.s2": fine_641, "koap.456-2": fine_456}

default fine_641 := 0

fine_641 := fine("koap.641-1.p1.s2") if {
	input.risks_managed == false
	input.role in {"owner", "possessor"}
}

default fine_456 := 0

fine_456 := fine("koap.456-2") if {
	input.harm == "information_false"
	disseminates
}

disseminates if input.initiated

disseminates if input.role in {"owner", "possessor"}

fine(norm) := data.fines[norm].repeated[input.size] if {
	input.repeated
} else := data.fines[norm].first[input.size]
