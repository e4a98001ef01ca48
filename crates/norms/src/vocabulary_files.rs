//! Reading the vocabulary from the files in `protocols/`.

use crate::speech::Words;
use crate::vocabulary::{Action, Fact, FactId, Kind, RECOGNISABLE, Touchstone, Var, Vocabulary};
use cedar_policy::{PolicySet, Schema, SchemaFragment};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde_json::Value as Json;
use std::str::FromStr;

/// The texts that a vocabulary is read from.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// `vocabulary.cedarschema`
    pub schema: &'a str,
    /// `vocabulary.toml`
    pub behaviour: &'a str,
    /// `words.nl.toml` and `words.en.toml`
    pub words: [&'a str; 2],
    /// `assumptions.cedar`
    pub assumptions: &'a str,
    /// `touchstones.toml`
    pub touchstones: &'a str,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Behaviour {
    version: u32,
    functions: Vec<String>,
    group: toml::Table,
    fact: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactBehaviour {
    #[serde(default)]
    judged: bool,
    group: Option<String>,
    likely: Option<f64>,
    who: Option<String>,
    cost: Option<u32>,
    cost_yes: Option<u32>,
    cost_no: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Touchstones {
    touchstone: Vec<Touchstone>,
}

/// Types of the schema, as far as facts need them.
struct Types {
    entities: serde_json::Map<String, Json>,
    common: serde_json::Map<String, Json>,
    actions: serde_json::Map<String, Json>,
}

impl Types {
    fn read(schema: &str) -> Result<Self, String> {
        let (fragment, _) =
            SchemaFragment::from_cedarschema_str(schema).map_err(|fault| fault.to_string())?;
        let json = fragment
            .to_json_value()
            .map_err(|fault| fault.to_string())?;
        let part = |key: &str| {
            json.get("")
                .and_then(|namespace| namespace.get(key))
                .and_then(Json::as_object)
                .cloned()
                .unwrap_or_default()
        };
        Ok(Self {
            entities: part("entityTypes"),
            common: part("commonTypes"),
            actions: part("actions"),
        })
    }

    fn choices(&self, entity: &str) -> Option<Vec<String>> {
        let values = self.entities.get(entity)?.get("enum")?.as_array()?;
        Some(
            values
                .iter()
                .filter_map(|value| value.as_str().map(str::to_owned))
                .collect(),
        )
    }

    /// Attributes of an entity or common type: name and type.
    fn attributes<'t>(&'t self, name: &str) -> Vec<(&'t str, &'t Json)> {
        let shape = self
            .entities
            .get(name)
            .and_then(|entity| entity.get("shape"))
            .or_else(|| self.common.get(name));
        shape
            .and_then(|shape| shape.get("attributes"))
            .and_then(Json::as_object)
            .map(|attributes| {
                attributes
                    .iter()
                    .map(|(key, ty)| (key.as_str(), ty))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// The kind and values of an attribute.
    fn kind(&self, key: &str, ty: &Json) -> Option<(Kind, Vec<String>)> {
        if ty.get("type")?.as_str()? == "Set" {
            return Some(if key == "herkenbaar" {
                (Kind::Recognisable, RECOGNISABLE.map(str::to_owned).to_vec())
            } else {
                (Kind::Consent, Vec::new())
            });
        }
        let name = ty.get("name")?.as_str()?;
        match self.choices(name) {
            Some(values) => Some((Kind::Choice, values)),
            None => (name == "Bool").then(|| (Kind::YesNo, Vec::new())),
        }
    }
}

impl Vocabulary {
    /// Reads a vocabulary.
    ///
    /// # Errors
    /// One sentence, with the file that is at fault.
    pub fn read(files: Files<'_>) -> Result<Self, String> {
        let types =
            Types::read(files.schema).map_err(|f| format!("vocabulary.cedarschema: {f}"))?;
        let (schema, _) = Schema::from_cedarschema_str(files.schema)
            .map_err(|fault| format!("vocabulary.cedarschema: {fault}"))?;
        let behaviour: Behaviour =
            toml::from_str(files.behaviour).map_err(|f| format!("vocabulary.toml: {f}"))?;
        let touchstones: Touchstones =
            toml::from_str(files.touchstones).map_err(|f| format!("touchstones.toml: {f}"))?;
        let roles = types
            .choices("Rol")
            .ok_or("vocabulary.cedarschema: no Rol")?;
        let mut vocabulary = Self {
            version: behaviour.version,
            schema,
            facts: Vec::new(),
            vars: Vec::new(),
            actions: Vec::new(),
            roles,
            functions: behaviour.functions.clone(),
            groups: behaviour.group.keys().cloned().collect(),
            assumptions: PolicySet::from_str(files.assumptions)
                .map_err(|fault| format!("assumptions.cedar: {fault}"))?,
            touchstones: touchstones.touchstone,
            speech: [
                Words::read(files.words[0]).map_err(|f| format!("words.nl.toml: {f}"))?,
                Words::read(files.words[1]).map_err(|f| format!("words.en.toml: {f}"))?,
            ],
            prices: Vec::new(),
            by_key: FxHashMap::default(),
            actions_by_key: FxHashMap::default(),
        };
        vocabulary.add_facts(&types, &behaviour)?;
        vocabulary.add_actions(&types)?;
        let prices = |var: &Var| {
            let fact = vocabulary.facts.get(var.fact);
            (0..var.values)
                .map(|value| fact.and_then(|fact| fact.price(value)))
                .collect()
        };
        vocabulary.prices = vocabulary.vars.iter().map(prices).collect();
        Ok(vocabulary)
    }

    fn add_facts(&mut self, types: &Types, behaviour: &Behaviour) -> Result<(), String> {
        let mut kinds: FxHashMap<String, (Kind, Vec<String>)> = FxHashMap::default();
        let actions: Vec<String> = types
            .actions
            .iter()
            .filter(|(_, action)| !resource_types(action).is_empty())
            .map(|(key, _)| key.clone())
            .collect();
        kinds.insert("actie".to_owned(), (Kind::Action, actions));
        kinds.insert("rollen".to_owned(), (Kind::Roles, self.roles.clone()));
        kinds.insert(
            "doelrollen".to_owned(),
            (Kind::OtherRoles, self.roles.clone()),
        );
        for name in types.entities.keys().chain(types.common.keys()) {
            for (key, ty) in types.attributes(name) {
                let kind = types
                    .kind(key, ty)
                    .ok_or_else(|| format!("vocabulary.cedarschema: type of {name}.{key}"))?;
                kinds.insert(key.to_owned(), kind);
            }
            if let (Some(values), false) = (types.choices(name), name == "Rol") {
                kinds.insert(name.to_lowercase(), (Kind::Choice, values));
            }
        }
        for (key, table) in &behaviour.fact {
            let told: FactBehaviour = table
                .clone()
                .try_into()
                .map_err(|fault| format!("vocabulary.toml: fact.{key}: {fault}"))?;
            let (kind, values) = kinds
                .remove(key)
                .ok_or_else(|| format!("vocabulary.toml: fact.{key} is not in the schema"))?;
            let first = self.vars.len();
            let fact = self.facts.len();
            let domains: Vec<usize> = match kind {
                Kind::Action => Vec::new(),
                Kind::Roles | Kind::OtherRoles => vec![2; values.len()],
                Kind::Choice | Kind::Recognisable => vec![values.len()],
                Kind::Consent | Kind::YesNo => vec![2],
            };
            self.vars
                .extend(domains.into_iter().map(|values| Var { fact, values }));
            self.by_key.insert(key.clone(), fact);
            self.facts.push(Fact {
                key: key.clone(),
                kind,
                values,
                judged: told.judged,
                group: told.group,
                likely: told.likely.unwrap_or(0.5).clamp(0.01, 0.99),
                who: told.who,
                cost: [told.cost_no.or(told.cost), told.cost_yes.or(told.cost)],
                vars: first..self.vars.len(),
            });
        }
        match kinds.keys().next() {
            Some(missing) => Err(format!("vocabulary.toml: fact.{missing} is missing")),
            None => Ok(()),
        }
    }

    fn add_actions(&mut self, types: &Types) -> Result<(), String> {
        let keys = self.facts.first().map(|fact| fact.values.clone());
        for key in keys.unwrap_or_default() {
            let Some(action) = types.actions.get(&key) else {
                continue;
            };
            let resource = resource_types(action).first().cloned().unwrap_or_default();
            let context = action
                .pointer("/appliesTo/context/type")
                .or_else(|| action.pointer("/appliesTo/context/name"))
                .and_then(Json::as_str)
                .unwrap_or_default();
            let ids = |vocabulary: &Self, name: &str| -> Result<Vec<FactId>, String> {
                let keys = types.attributes(name).into_iter().map(|(key, _)| key);
                keys.map(|key| vocabulary.fact_id(key).ok_or_else(|| format!("fact {key}")))
                    .collect()
            };
            let attributes = ids(self, &resource)?;
            let context = ids(self, context)?;
            let mut facts = attributes.clone();
            facts.extend(&context);
            facts.extend([0, self.fact_id("rollen").unwrap_or(0)]);
            if resource == "Betrokkene" {
                facts.extend(self.fact_id("doelrollen"));
            }
            if types.choices(&resource).is_some() {
                facts.extend(self.fact_id(&resource.to_lowercase()));
            }
            facts.sort_unstable();
            facts.dedup();
            let id = self.actions.len();
            let signature = self
                .actions
                .iter()
                .position(|other| other.resource == resource && other.context == context)
                .unwrap_or(id);
            self.actions_by_key.insert(key.clone(), id);
            self.actions.push(Action {
                groups: member_of(action),
                key,
                resource,
                attributes,
                context,
                signature,
                facts,
            });
        }
        Ok(())
    }
}

fn resource_types(action: &Json) -> Vec<String> {
    strings(action.pointer("/appliesTo/resourceTypes"))
}

fn member_of(action: &Json) -> Vec<String> {
    action
        .get("memberOf")
        .and_then(Json::as_array)
        .map(|groups| {
            groups
                .iter()
                .filter_map(|group| group.get("id")?.as_str().map(str::to_owned))
                .collect()
        })
        .unwrap_or_default()
}

fn strings(list: Option<&Json>) -> Vec<String> {
    list.and_then(Json::as_array)
        .map(|list| {
            list.iter()
                .filter_map(|item| item.as_str().map(str::to_owned))
                .collect()
        })
        .unwrap_or_default()
}

/// The files in `protocols/`.
pub(crate) const SHIPPED_FILES: Files<'static> = Files {
    schema: include_str!("../../../protocols/vocabulary.cedarschema"),
    behaviour: include_str!("../../../protocols/vocabulary.toml"),
    words: [
        include_str!("../../../protocols/words.nl.toml"),
        include_str!("../../../protocols/words.en.toml"),
    ],
    assumptions: include_str!("../../../protocols/assumptions.cedar"),
    touchstones: include_str!("../../../protocols/touchstones.toml"),
};
