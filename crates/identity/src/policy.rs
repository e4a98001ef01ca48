//! What each role may do: the policy of `policy/access.cedar`, read once and tabulated, so that a question costs a look-up.

use std::collections::HashSet;
use std::str::FromStr;
use std::sync::LazyLock;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityUid, Policy as Cedar, PolicyId,
    PolicySet, Request, RestrictedExpression, Schema,
};
use words::Role;

use crate::{Action, Relation};

/// The policy as text.
pub(crate) const SOURCE: &str = include_str!("../policy/access.cedar");

/// What the policy may speak of, as text.
pub(crate) const SCHEMA: &str = include_str!("../policy/access.cedarschema");

/// Groups of roles that the policy speaks of.
const GROUPS: [(&str, &[Role]); 7] = [
    ("teachers", &[Role::Leraar, Role::Mentor]),
    (
        "leaders",
        &[Role::Teamleider, Role::Directeur, Role::Antipest],
    ),
    (
        "overseers",
        &[
            Role::Fg,
            Role::Beheerder,
            Role::Bestuur,
            Role::Directeur,
            Role::Mr,
        ],
    ),
    (
        "carers",
        &[
            Role::Leraar,
            Role::Mentor,
            Role::Medewerker,
            Role::Teamleider,
            Role::Directeur,
            Role::Antipest,
        ],
    ),
    (
        "team",
        &[
            Role::Leraar,
            Role::Mentor,
            Role::Medewerker,
            Role::Teamleider,
            Role::Directeur,
            Role::Antipest,
            Role::Pr,
        ],
    ),
    (
        "releasers",
        &[Role::Pr, Role::Mentor, Role::Teamleider, Role::Directeur],
    ),
    (
        "handlers",
        &[
            Role::Pr,
            Role::Mentor,
            Role::Antipest,
            Role::Teamleider,
            Role::Directeur,
        ],
    ),
];

/// What the policy says of one role, action and relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Nothing permits it.
    Closed,
    /// Permitted once they have proved again that it is them: by the policy of this name.
    StepUp(&'static str),
    /// Permitted by the policy of this name.
    Open(&'static str),
}

/// The whole policy as a table.
#[derive(Debug)]
pub struct Policy {
    rules: Vec<Rule>,
    ids: Vec<&'static str>,
}

static SHIPPED: LazyLock<Policy> = LazyLock::new(|| match Policy::read(SOURCE, SCHEMA) {
    Ok(policy) => policy,
    Err(fault) => {
        // A test holds the shipped policy to its schema. Should it ever not be readable: nobody may do anything.
        tracing::error!("the access policy cannot be read: {fault}");
        Policy {
            rules: Vec::new(),
            ids: Vec::new(),
        }
    }
});

impl Policy {
    /// The policy that the program comes with.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a policy and tabulates it: one question to Cedar for each role, action, relation, and fresh proof or none.
    ///
    /// # Errors
    /// What Cedar cannot read or evaluate.
    pub fn read(source: &str, schema: &str) -> anyhow::Result<Self> {
        let (schema, _) = Schema::from_cedarschema_str(schema)?;
        let (set, ids) = named(source)?;
        let entities = entities()?;
        let mut rules =
            Vec::with_capacity(Role::ALL.len() * Action::ALL.len() * Relation::ALL.len());
        for role in Role::ALL {
            for action in Action::ALL {
                for relation in Relation::ALL {
                    let ask =
                        |fresh| ask(&set, &entities, &schema, (role, action, relation, fresh));
                    let rule = match (ask(false)?, ask(true)?) {
                        (Some(id), _) => Rule::Open(known(&ids, &id)),
                        (None, Some(id)) => Rule::StepUp(known(&ids, &id)),
                        (None, None) => Rule::Closed,
                    };
                    rules.push(rule);
                }
            }
        }
        Ok(Self { rules, ids })
    }

    /// What the policy says.
    #[must_use]
    pub fn rule(&self, role: Role, action: Action, relation: Relation) -> Rule {
        let at = (role as usize * Action::ALL.len() + action as usize) * Relation::ALL.len()
            + relation as usize;
        self.rules.get(at).copied().unwrap_or(Rule::Closed)
    }

    /// The widest that a role may do this, own matters apart: for the matrix.
    #[must_use]
    pub fn relations(&self, role: Role, action: Action) -> Vec<(Relation, Rule)> {
        Relation::ALL
            .into_iter()
            .map(|relation| (relation, self.rule(role, action, relation)))
            .filter(|(_, rule)| *rule != Rule::Closed)
            .collect()
    }

    /// The names of the policies, in the order of the file.
    #[must_use]
    pub fn ids(&self) -> &[&'static str] {
        &self.ids
    }
}

/// The policies under the names that they give themselves.
fn named(source: &str) -> anyhow::Result<(PolicySet, Vec<&'static str>)> {
    let read = PolicySet::from_str(source)?;
    let mut numbered: Vec<&Cedar> = read.policies().collect();
    // `policy10` comes after `policy9`.
    numbered.sort_by_key(|policy| (policy.id().to_string().len(), policy.id().to_string()));
    let mut set = PolicySet::new();
    let mut ids = Vec::new();
    for policy in numbered {
        let id = policy
            .annotation("id")
            .ok_or_else(|| anyhow::anyhow!("a policy without @id"))?;
        set.add(policy.new_id(PolicyId::new(id)))?;
        // Read once for the life of the program: a few hundred bytes.
        ids.push(&*Box::leak(id.to_owned().into_boxed_str()));
    }
    Ok((set, ids))
}

fn known(ids: &[&'static str], id: &str) -> &'static str {
    ids.iter()
        .find(|known| **known == id)
        .copied()
        .unwrap_or("")
}

fn uid(kind: &str, key: &str) -> anyhow::Result<EntityUid> {
    Ok(EntityUid::from_str(&format!("{kind}::\"{key}\""))?)
}

/// The roles in their groups, the relations in the wider ones.
fn entities() -> anyhow::Result<Entities> {
    let mut all = Vec::new();
    for role in Role::ALL {
        let groups = GROUPS.iter().filter(|(_, roles)| roles.contains(&role));
        let parents = groups
            .map(|(name, _)| uid("Role", name))
            .collect::<anyhow::Result<HashSet<_>>>()?;
        all.push(Entity::new_no_attrs(uid("Role", role.key())?, parents));
    }
    for (name, _) in GROUPS {
        all.push(Entity::new_no_attrs(uid("Role", name)?, HashSet::new()));
    }
    for relation in Relation::ALL {
        let parents = relation
            .wider()
            .map(|wider| uid("Relation", wider.key()))
            .transpose()?;
        all.push(Entity::new_no_attrs(
            uid("Relation", relation.key())?,
            parents.into_iter().collect(),
        ));
    }
    let (schema, _) = Schema::from_cedarschema_str(SCHEMA)?;
    Ok(Entities::from_entities(all, Some(&schema))?)
}

/// The name of the policy that permits it, if one does and none forbids it.
fn ask(
    set: &PolicySet,
    entities: &Entities,
    schema: &Schema,
    (role, action, relation, fresh): (Role, Action, Relation, bool),
) -> anyhow::Result<Option<String>> {
    let context = Context::from_pairs([(
        "steppedUp".to_owned(),
        RestrictedExpression::new_bool(fresh),
    )])?;
    let request = Request::new(
        uid("Role", role.key())?,
        uid("Action", action.key())?,
        uid("Relation", relation.key())?,
        context,
        Some(schema),
    )?;
    let answer = Authorizer::new().is_authorized(&request, set, entities);
    if let Some(fault) = answer.diagnostics().errors().next() {
        anyhow::bail!("{fault}");
    }
    let mut reasons: Vec<String> = answer
        .diagnostics()
        .reason()
        .map(ToString::to_string)
        .collect();
    reasons.sort();
    Ok((answer.decision() == Decision::Allow)
        .then(|| reasons.into_iter().next())
        .flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cedar_policy::{ValidationMode, Validator};

    #[test]
    fn the_policy_is_strictly_valid_and_every_name_has_its_reason() {
        let (schema, warnings) = Schema::from_cedarschema_str(SCHEMA).unwrap();
        assert_eq!(warnings.count(), 0);
        let (set, ids) = named(SOURCE).unwrap();
        let result = Validator::new(schema).validate(&set, ValidationMode::Strict);
        assert!(result.validation_passed_without_warnings(), "{result}");
        for id in ids {
            for locale in words::Locale::ALL {
                assert!(crate::texts(locale).has(&format!("policy-{id}")), "{id}");
            }
        }
    }

    #[test]
    fn an_action_is_in_the_schema_exactly_when_it_is_in_the_code() {
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).unwrap();
        let mut theirs: Vec<String> = schema
            .actions()
            .map(|uid| uid.id().unescaped().to_owned())
            .collect();
        let mut ours: Vec<String> = Action::ALL
            .iter()
            .map(|action| action.key().to_owned())
            .collect();
        ours.push("sensitive".into());
        theirs.sort();
        ours.sort();
        assert_eq!(theirs, ours);
        for (at, action) in Action::ALL.into_iter().enumerate() {
            assert_eq!(action as usize, at);
        }
    }
}
