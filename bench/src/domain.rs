//! The 4 800 points on which every engine is compared, and what must come out.

/// The roles, of which a point has exactly one.
pub const ROLES: [&str; 6] = ["developer", "owner", "possessor", "operator", "user", "affected"];
/// The kinds of subject.
pub const SIZES: [&str; 5] = ["natural", "small", "nonprofit", "medium", "large"];
/// The harm: none, or one of four.
pub const HARMS: [&str; 5] = ["none", "health_harmed", "information_false", "discrimination", "other_harm"];
/// The yes-or-no facts.
pub const FLAGS: [&str; 5] = ["risks_managed", "initiated", "another_initiated", "signs_of_crime", "repeated"];
/// The offences.
pub const OFFENCES: [&str; 2] = ["koap.641-1.p1.s2", "koap.456-2"];

/// One combination of facts.
#[derive(Clone, Copy)]
pub struct Point {
    pub role: usize,
    pub size: usize,
    pub harm: usize,
    pub flags: [bool; 5],
}

/// For each offence the fine in MCI if it applies.
pub type Outcome = [Option<u64>; 2];

/// Every combination.
pub fn points() -> Vec<Point> {
    let mut out = Vec::new();
    for role in 0..ROLES.len() {
        for size in 0..SIZES.len() {
            for harm in 0..HARMS.len() {
                for bits in 0..32_u8 {
                    let flags = [0, 1, 2, 3, 4].map(|i| bits >> i & 1 == 1);
                    out.push(Point { role, size, harm, flags });
                }
            }
        }
    }
    out
}

/// What must come out, said once more in plain Rust.
pub fn oracle(p: &Point) -> Outcome {
    let [risks_managed, initiated, _, crime, repeated] = p.flags;
    let holds = matches!(ROLES[p.role], "owner" | "possessor");
    let first = holds && !risks_managed && HARMS[p.harm] != "none" && !crime;
    let second = (initiated || holds) && HARMS[p.harm] == "information_false" && !crime;
    [first.then(|| FINES[0][usize::from(repeated)][p.size]), second.then(|| FINES[1][usize::from(repeated)][p.size])]
}

/// Amounts by offence, repetition and size; for the check, and for Cedar, which returns no values.
pub const FINES: [[[u64; 5]; 2]; 2] =
    [[[15, 20, 20, 30, 100], [30, 50, 50, 70, 200]], [[20, 30, 30, 50, 100], [40, 50, 50, 100, 200]]];

impl Point {
    /// The point as the flat document that is smallest and fastest for the peers.
    pub fn flat_json(&self) -> String {
        let mut out = format!(
            "{{\"role\":\"{}\",\"size\":\"{}\",\"harm\":\"{}\"",
            ROLES[self.role], SIZES[self.size], HARMS[self.harm]
        );
        for (name, value) in FLAGS.iter().zip(self.flags) {
            out += &format!(",\"{name}\":{value}");
        }
        out + "}"
    }

    /// The point as a case of Tarazy: every role and every harm is said to be there or not, because what is not said is unknown.
    pub fn case_json(&self) -> String {
        let [risks_managed, initiated, another, crime, repeated] = self.flags;
        let mut person = String::new();
        for (i, role) in ROLES.iter().enumerate() {
            person += &format!("\"{role}\":{},", i == self.role);
        }
        person += &format!("\"size\":\"{}\",", SIZES[self.size]);
        person +=
            &format!("\"risks_managed\":{risks_managed},\"initiated_publication\":{initiated},\"repeated\":{repeated}");
        let mut act = String::new();
        for (i, harm) in HARMS.iter().enumerate().skip(1) {
            act += &format!("\"{harm}\":{},", i == self.harm);
        }
        act += &format!("\"another_initiated\":{another},\"signs_of_crime\":{crime}");
        format!("{{\"others\":\"none\",\"persons\":{{\"a\":{{{person}}}}},\"act\":{{{act}}}}}")
    }
}
