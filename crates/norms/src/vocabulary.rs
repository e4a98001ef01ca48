//! What norms may speak about: the facts, their values, and how a form and a remedy treat them.
//!
//! One vocabulary serves every protocol, so that two protocols can be compared. It is read from the files in
//! `protocols/`: the Cedar schema says which facts there are, `vocabulary.toml` how they behave, `words.*.toml` how they
//! are said, `assumptions.cedar` what does not occur together, `touchstones.toml` what every protocol is held to.

use crate::speech::Words;
use crate::vocabulary_files::SHIPPED_FILES;
use cedar_policy::{PolicySet, Schema};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use std::sync::LazyLock;
use words::Locale;

/// Index of a fact in [`Vocabulary::facts`].
pub type FactId = usize;
/// Index of a diagram variable in [`Vocabulary::vars`].
pub type VarId = usize;
/// Index of an action in [`Vocabulary::actions`].
pub type ActionId = usize;

/// What kind of answer a fact takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// What somebody wants to do.
    Action,
    /// The roles of the actor: any number of them.
    Roles,
    /// The roles of the other person.
    OtherRoles,
    /// One of a fixed list.
    Choice,
    /// Who can be recognised: a set of persons.
    Recognisable,
    /// Who of them gave consent: a set of persons.
    Consent,
    /// Yes or no.
    YesNo,
}

/// One thing that a situation can tell.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Its key in formats: `beeldOfGeluid`.
    pub key: String,
    /// What answer it takes.
    pub kind: Kind,
    /// The values of a choice, the roles, or the cases of [`Kind::Recognisable`]; empty otherwise.
    pub values: Vec<String>,
    /// True for an open term: a person judges it.
    pub judged: bool,
    /// Facts of one group are asked together.
    pub group: Option<String>,
    /// How often the answer is yes in daily life, 0 to 1. It orders questions and never touches a verdict.
    pub likely: f64,
    /// Who can change it.
    pub who: Option<String>,
    /// What it costs to change it to no, and to yes (or to another value). `None`: nobody can.
    pub cost: [Option<u32>; 2],
    /// Its variables in the diagrams.
    pub vars: Range<VarId>,
}

impl Fact {
    /// What it costs to give it this value.
    pub(crate) fn price(&self, value: usize) -> Option<u32> {
        let [to_no, to_yes] = self.cost;
        match self.kind {
            Kind::YesNo | Kind::Consent => {
                if value == 1 {
                    to_yes
                } else {
                    to_no
                }
            }
            // Faces can be covered and people left out; nobody is put into a picture to make it allowed.
            Kind::Recognisable if value == 0 => to_no,
            Kind::Choice => to_yes,
            Kind::Recognisable | Kind::Roles | Kind::OtherRoles | Kind::Action => None,
        }
    }
}

/// One variable of the decision diagrams.
#[derive(Debug, Clone, Copy)]
pub struct Var {
    /// The fact that it is (a part of).
    pub fact: FactId,
    /// Number of values.
    pub values: usize,
}

/// One thing that somebody can do.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its key: `plaatsen`.
    pub key: String,
    /// Groups it belongs to: `publiceren`.
    pub groups: Vec<String>,
    /// Type of the resource.
    pub resource: String,
    /// Attributes of the resource that are facts.
    pub attributes: Vec<FactId>,
    /// Facts of the context.
    pub context: Vec<FactId>,
    /// Actions with the same signature have equal situations; the first one's index.
    pub signature: ActionId,
    /// All facts that a situation with this action can tell, in vocabulary order.
    pub facts: Vec<FactId>,
}

/// A property that no permitted situation may have.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Touchstone {
    /// Short stable name.
    pub id: String,
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
    /// Actions it looks at.
    pub actions: Vec<String>,
    /// Cedar condition that must never be permitted.
    pub condition: String,
}

/// The shared vocabulary.
#[derive(Debug)]
pub struct Vocabulary {
    /// Its version.
    pub version: u32,
    /// The Cedar schema.
    pub schema: Schema,
    /// Every fact, in the order of forms and diagrams. The first one is the action.
    pub facts: Vec<Fact>,
    /// Every diagram variable.
    pub vars: Vec<Var>,
    /// Every action.
    pub actions: Vec<Action>,
    /// Every role.
    pub roles: Vec<String>,
    /// Functions that can be asked or decide.
    pub functions: Vec<String>,
    /// Groups of facts that are asked together, in order.
    pub groups: Vec<String>,
    /// What does not occur together.
    pub assumptions: PolicySet,
    /// What every protocol is held to.
    pub touchstones: Vec<Touchstone>,
    /// How everything is said.
    pub(crate) speech: [Words; 2],
    /// For each variable what it costs to give it each value; `None`: nobody can.
    pub(crate) prices: Vec<Vec<Option<u32>>>,
    pub(crate) by_key: FxHashMap<String, FactId>,
    pub(crate) actions_by_key: FxHashMap<String, ActionId>,
}

/// The cases of [`Kind::Recognisable`]: nobody, only the actor, only others, both.
pub const RECOGNISABLE: [&str; 4] = ["niemand", "ik", "anderen", "ik_en_anderen"];

impl Vocabulary {
    /// The vocabulary that ships with the program.
    #[expect(
        clippy::expect_used,
        reason = "the files are part of the program, and a test reads them"
    )]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Vocabulary> = LazyLock::new(|| {
            Vocabulary::read(SHIPPED_FILES).expect("the shipped vocabulary reads")
        });
        &SHIPPED
    }

    /// How everything is said in a language.
    pub fn words(&self, locale: Locale) -> &Words {
        let [nl, en] = &self.speech;
        match locale {
            Locale::Nl => nl,
            Locale::En => en,
        }
    }

    /// The fact with this key.
    pub fn fact(&self, key: &str) -> Option<&Fact> {
        self.fact_id(key).and_then(|id| self.facts.get(id))
    }

    /// Index of the fact with this key.
    pub fn fact_id(&self, key: &str) -> Option<FactId> {
        self.by_key.get(key).copied()
    }

    /// The action with this key.
    pub fn action(&self, key: &str) -> Option<&Action> {
        self.action_id(key).and_then(|id| self.actions.get(id))
    }

    /// Index of the action with this key.
    pub fn action_id(&self, key: &str) -> Option<ActionId> {
        self.actions_by_key.get(key).copied()
    }

    /// Index of a role.
    pub fn role_id(&self, role: &str) -> Option<usize> {
        self.roles.iter().position(|known| known == role)
    }

    /// The fact that a variable is a part of.
    pub fn fact_of(&self, var: VarId) -> Option<&Fact> {
        self.vars.get(var).and_then(|var| self.facts.get(var.fact))
    }

    /// Every fact's key.
    pub fn fact_keys(&self) -> impl Iterator<Item = &str> {
        self.facts.iter().map(|fact| fact.key.as_str())
    }
}
