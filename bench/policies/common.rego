# The common rule set in Rego. The amounts are in data, as is usual: data.fines[norm][size] is [first time, repeated].
package koap

verdicts := {"koap.641-1.p1.s2": fine_641, "koap.456-2": fine_456}

holds_system if input.role == "owner"

holds_system if input.role == "possessor"

# 0: does not apply
default fine_641 := 0

fine_641 := amount("koap.641-1.p1.s2") if {
	holds_system
	not input.risks_managed
	input.harm != "none"
	not input.signs_of_crime
}
