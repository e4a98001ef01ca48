//! From a situation to a Cedar request, and the closure of roles that a protocol defines.

use crate::situation::{ME, Situation, Value};
use crate::vocabulary::{Action, ActionId, Fact, FactId, Kind, Vocabulary};
use cedar_policy::{
    Context, Entities, Entity, EntityId, EntityTypeName, EntityUid, Request, RestrictedExpression,
};
use std::collections::{HashMap, HashSet};
use std::str::FromStr;

/// Why a situation cannot be put to Cedar: always a fault of the program, never of the asker.
#[derive(Debug, thiserror::Error)]
#[error("the situation cannot be put to Cedar: {0}")]
pub struct BridgeError(String);

impl BridgeError {
    fn of(fault: impl std::fmt::Display) -> Self {
        Self(fault.to_string())
    }
}

/// Builds Cedar requests for one protocol.
#[derive(Debug, Clone)]
pub(crate) struct Bridge<'v> {
    vocabulary: &'v Vocabulary,
    /// The entities of the actions. Without them `action in Action::"publiceren"` is silently false.
    actions: Entities,
    /// For each role the set of roles that it implies, itself included.
    pub(crate) closure: Vec<u32>,
    roles: Vec<EntityUid>,
    me: EntityUid,
}

impl<'v> Bridge<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, closure: Vec<u32>) -> Result<Self, BridgeError> {
        let roles: Result<_, _> = vocabulary
            .roles
            .iter()
            .map(|role| uid("Rol", role))
            .collect();
        Ok(Self {
            actions: vocabulary
                .schema
                .action_entities()
                .map_err(BridgeError::of)?,
            closure,
            roles: roles?,
            me: uid("Betrokkene", ME)?,
            vocabulary,
        })
    }

    /// All roles that these roles imply.
    pub(crate) fn close(&self, roles: u32) -> u32 {
        let implied = self.closure.iter().enumerate();
        implied
            .filter(|(role, _)| roles >> role & 1 == 1)
            .fold(roles, |all, (_, implied)| all | implied)
    }

    /// The request and entities of a situation in which every fact of the action is known; what is not, counts as no, as
    /// nobody, or as the first value.
    pub(crate) fn request(
        &self,
        action_id: ActionId,
        situation: &Situation,
    ) -> Result<(Request, Entities), BridgeError> {
        let vocabulary = self.vocabulary;
        let action = vocabulary
            .actions
            .get(action_id)
            .ok_or_else(|| BridgeError("no such action".to_owned()))?;
        let persons = Persons::of(vocabulary, situation);
        let mut entities = vec![Entity::new_no_attrs(
            self.me.clone(),
            self.parents(situation, "rollen"),
        )];
        let resource = self.resource(action, situation, &persons, &mut entities)?;
        let mut context = Vec::with_capacity(action.context.len());
        for id in &action.context {
            if let Some(fact) = vocabulary.facts.get(*id) {
                let value = expression(fact, *id, situation, &persons)?;
                context.push((fact.key.clone(), value));
            }
        }
        let context = Context::from_pairs(context).map_err(BridgeError::of)?;
        let action = uid("Action", &action.key)?;
        let request = Request::new(self.me.clone(), action, resource, context, None)
            .map_err(BridgeError::of)?;
        let entities = self
            .actions
            .clone()
            .add_entities(entities, None)
            .map_err(BridgeError::of)?;
        Ok((request, entities))
    }

    fn parents(&self, situation: &Situation, key: &str) -> HashSet<EntityUid> {
        let stated = match self.vocabulary.fact_id(key).map(|id| situation.get(id)) {
            Some(Value::Roles(bits)) => *bits,
            _ => 0,
        };
        let all = self.close(stated);
        let roles = self.roles.iter().enumerate();
        roles
            .filter(|(bit, _)| all >> bit & 1 == 1)
            .map(|(_, role)| role.clone())
            .collect()
    }

    fn resource(
        &self,
        action: &Action,
        situation: &Situation,
        persons: &Persons,
        entities: &mut Vec<Entity>,
    ) -> Result<EntityUid, BridgeError> {
        let own = self.vocabulary.fact_id(&action.resource.to_lowercase());
        if let Some((fact, id)) = own.and_then(|id| Some((self.vocabulary.facts.get(id)?, id)))
            && fact.kind == Kind::Choice
        {
            return uid(&action.resource, chosen(fact, situation.get(id)));
        }
        let name = uid(&action.resource, "ander")?;
        if action.resource == "Betrokkene" {
            let parents = self.parents(situation, "doelrollen");
            entities.push(Entity::new_no_attrs(name.clone(), parents));
            return Ok(name);
        }
        let mut attributes = HashMap::with_capacity(action.attributes.len());
        for id in &action.attributes {
            if let Some(fact) = self.vocabulary.facts.get(*id) {
                let value = expression(fact, *id, situation, persons)?;
                attributes.insert(fact.key.clone(), value);
            }
        }
        let entity =
            Entity::new(name.clone(), attributes, HashSet::new()).map_err(BridgeError::of)?;
        entities.push(entity);
        Ok(name)
    }
}

/// The value of a fact as Cedar takes it.
fn expression(
    fact: &Fact,
    id: FactId,
    situation: &Situation,
    persons: &Persons,
) -> Result<RestrictedExpression, BridgeError> {
    let value = situation.get(id);
    Ok(match fact.kind {
        Kind::Choice => {
            let entity = capitalised(&fact.key);
            RestrictedExpression::new_entity_uid(uid(&entity, chosen(fact, value))?)
        }
        Kind::Recognisable => person_set(&persons.recognisable)?,
        Kind::Consent => person_set(&persons.consented(value))?,
        Kind::YesNo | Kind::Action | Kind::Roles | Kind::OtherRoles => {
            RestrictedExpression::new_bool(*value == Value::Is(true))
        }
    })
}

/// The sets of persons of a situation, by name.
struct Persons {
    recognisable: Vec<String>,
}

impl Persons {
    fn of(vocabulary: &Vocabulary, situation: &Situation) -> Self {
        let told = vocabulary
            .fact_id("herkenbaar")
            .map_or(&Value::Unknown, |id| situation.get(id));
        let invented = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            recognisable: match told {
                Value::Persons(names) => names.clone(),
                Value::Case(1) => invented(&[ME]),
                Value::Case(2) => invented(&["a", "b"]),
                Value::Case(3) => invented(&["a", "b", ME]),
                _ => Vec::new(),
            },
        }
    }

    /// Who gave consent. The actor is always among them: nobody needs to ask themselves. Where only "everybody" or "not everybody" is known: all of the recognisable, or all but one.
    fn consented(&self, value: &Value) -> Vec<String> {
        let mut names = match value {
            Value::Persons(names) => names.clone(),
            Value::Covers(true) => self.recognisable.clone(),
            Value::Covers(false) => self.recognisable.iter().skip(1).cloned().collect(),
            _ => Vec::new(),
        };
        names.push(ME.to_owned());
        names
    }
}

fn person_set(names: &[String]) -> Result<RestrictedExpression, BridgeError> {
    let persons: Result<Vec<_>, _> = names.iter().map(|name| uid("Betrokkene", name)).collect();
    let persons = persons?
        .into_iter()
        .map(RestrictedExpression::new_entity_uid);
    Ok(RestrictedExpression::new_set(persons))
}

fn chosen<'f>(fact: &'f Fact, value: &Value) -> &'f str {
    let index = match value {
        Value::Choice(index) => *index,
        _ => 0,
    };
    fact.values.get(index).map_or("", String::as_str)
}

/// The entity type of a choice: `kanaal` is a `Kanaal`.
fn capitalised(key: &str) -> String {
    let mut letters = key.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn uid(entity: &str, id: &str) -> Result<EntityUid, BridgeError> {
    let name = EntityTypeName::from_str(entity).map_err(BridgeError::of)?;
    Ok(EntityUid::from_type_name_and_id(name, EntityId::new(id)))
}
