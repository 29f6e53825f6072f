//! Cedar: one authorisation for each offence.

use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
    RestrictedExpression,
};
use serde::{Deserialize, Serialize};

use crate::domain::{FINES, OFFENCES, Outcome, Point, ROLES, SIZES};

pub struct Cedar {
    authorizer: Authorizer,
    entities: Entities,
    /// The policies asked for each offence.
    policies: [PolicySet; 2],
    principals: [EntityUid; 6],
    actions: [EntityUid; 2],
    resource: EntityUid,
}

/// The flat document.
#[derive(Deserialize)]
struct Flat<'a> {
    role: &'a str,
    size: &'a str,
    harm: &'a str,
    risks_managed: bool,
    initiated: bool,
    another_initiated: bool,
    signs_of_crime: bool,
    repeated: bool,
}

#[derive(Serialize)]
struct Answer {
    #[serde(rename = "koap.641-1.p1.s2")]
    first: u64,
    #[serde(rename = "koap.456-2")]
    second: u64,
}

impl Cedar {
    /// With `split`, each offence has a policy set of its own, so that no policy of the other is looked at.
    pub fn new(policies: &str, split: bool) -> Cedar {
        let all = PolicySet::from_str(policies).expect("the policies parse");
        let of = |offence: &str| {
            if !split {
                return all.clone();
            }
            let own = all.policies().filter(|p| p.annotation("id") == Some(offence)).cloned();
            PolicySet::from_policies(own).expect("one policy")
        };
        let uid = |kind: &str, id: &str| {
            EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).expect("a name"), EntityId::new(id))
        };
        Cedar {
            authorizer: Authorizer::new(),
            entities: Entities::empty(),
            policies: OFFENCES.map(of),
            principals: ROLES.map(|r| uid(r, "a")),
            actions: OFFENCES.map(|o| uid("Action", o)),
            resource: uid("System", "s"),
        }
    }

    /// The two requests of a document.
    pub fn requests(&self, json: &str) -> [Request; 2] {
        self.build(&serde_json::from_str(json).expect("the flat document"))
    }

    fn build(&self, doc: &Flat<'_>) -> [Request; 2] {
        let text = |s: &str| RestrictedExpression::new_string(s.to_owned());
        let yes_no = RestrictedExpression::new_bool;
        let context = Context::from_pairs([
            ("size".to_owned(), text(doc.size)),
            ("harm".to_owned(), text(doc.harm)),
            ("risks_managed".to_owned(), yes_no(doc.risks_managed)),
            ("initiated".to_owned(), yes_no(doc.initiated)),
            ("another_initiated".to_owned(), yes_no(doc.another_initiated)),
            ("signs_of_crime".to_owned(), yes_no(doc.signs_of_crime)),
            ("repeated".to_owned(), yes_no(doc.repeated)),
        ]);
        let context = context.expect("every name once");
        let role = ROLES.iter().position(|r| *r == doc.role).expect("a role");
        self.actions.each_ref().map(|action| {
            let principal = self.principals[role].clone();
            Request::new(principal, action.clone(), self.resource.clone(), context.clone(), None)
                .expect("no schema to break")
        })
    }

    /// Two authorisations on prebuilt requests.
    pub fn packed(&self, requests: &[Request; 2]) -> [bool; 2] {
        [0, 1].map(|i| {
            let answer = self.authorizer.is_authorized(&requests[i], &self.policies[i], &self.entities);
            answer.decision() == Decision::Allow
        })
    }

    /// JSON in, JSON out. Reading into a struct is several times faster than `Context::from_json_str`.
    pub fn json(&self, json: &str, out: &mut Vec<u8>) {
        let doc: Flat<'_> = serde_json::from_str(json).expect("the flat document");
        let applies = self.packed(&self.build(&doc));
        let size = SIZES.iter().position(|s| *s == doc.size).expect("a size");
        let fine = |i: usize| if applies[i] { FINES[i][usize::from(doc.repeated)][size] } else { 0 };
        out.clear();
        serde_json::to_writer(out, &Answer { first: fine(0), second: fine(1) }).expect("an answer can be written");
    }

    pub fn outcome(&self, applies: [bool; 2], p: &Point) -> Outcome {
        [0, 1].map(|i| applies[i].then(|| FINES[i][usize::from(p.flags[4])][p.size]))
    }
}
