//! Touchstones: properties that no permitted situation may have, proved over the whole space or refuted by the plainest example.

use crate::diagram::NEVER;
use crate::front::Stand;
use crate::protocol::Protocol;
use crate::space::{Described, Space, condition_of};
use rustc_hash::FxHashMap;
use serde::Serialize;
use words::Text;

/// What became of one touchstone.
#[derive(Debug, Clone, Serialize)]
pub struct Proof {
    /// Its short name.
    pub id: String,
    /// What it says.
    pub name: Text,
    /// True if no permitted situation has the property: a theorem.
    pub proved: bool,
    /// What the school says of a violation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stand: Option<Stand>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How many kinds of situations were looked at.
    pub space: u128,
    /// How many violate it.
    pub violations: u128,
    /// Where: one row for each action that violates it differently.
    pub examples: Vec<Example>,
    /// Why the touchstone itself cannot be judged, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

/// Violations of one touchstone.
#[derive(Debug, Clone, Serialize)]
pub struct Example {
    /// The actions.
    pub actions: Vec<String>,
    /// Articles that permit the plainest example.
    pub articles: Vec<String>,
    /// Count, example and rules.
    #[serde(flatten)]
    pub described: Described,
}

impl Proof {
    /// True if it is proved, or violated and the school has said something of it.
    pub fn is_settled(&self) -> bool {
        self.fault.is_none() && (self.proved || self.stand.is_some())
    }
}

impl Protocol {
    /// Holds the protocol to every touchstone: the shipped ones and its own. `None` if its diagrams do not fit.
    pub fn prove(&self) -> Option<Vec<Proof>> {
        let mut space = Space::new(&self.bridge, self.vocabulary);
        let mut memo = FxHashMap::default();
        let all: Vec<String> = self
            .vocabulary
            .actions
            .iter()
            .map(|a| a.key.clone())
            .collect();
        let mut proofs = Vec::new();
        for stone in &self.vocabulary.touchstones {
            let name = Text::new(&stone.nl, &stone.en);
            let proof = self.prove_one(
                &mut space,
                &mut memo,
                &stone.id,
                name,
                &stone.actions,
                &stone.condition,
            )?;
            proofs.push(proof);
        }
        for own in &self.document.front.toetssteen {
            if let (Some(name), Some(condition)) = (&own.naam, &own.voorwaarde) {
                let name = Text::new(name, name);
                let proof = self.prove_one(
                    &mut space,
                    &mut memo,
                    own.id.as_ref(),
                    name,
                    &all,
                    condition.as_ref(),
                )?;
                proofs.push(proof);
            }
        }
        (!space.store.is_full()).then_some(proofs)
    }

    fn prove_one(
        &self,
        space: &mut Space<'_>,
        memo: &mut FxHashMap<u32, u32>,
        id: &str,
        name: Text,
        actions: &[String],
        condition: &str,
    ) -> Option<Proof> {
        let own = self.document.front.stand_on(id);
        let mut proof = Proof {
            id: id.to_owned(),
            name,
            proved: true,
            stand: own.and_then(|own| own.oordeel),
            reason: own.and_then(|own| own.reden.clone()),
            space: 0,
            violations: 0,
            examples: Vec::new(),
            fault: None,
        };
        let condition = match condition_of(condition) {
            Ok(condition) => condition,
            Err(fault) => {
                proof.fault = Some(fault);
                return Some(proof);
            }
        };
        let mut understood = false;
        for key in actions {
            let Some(action) = self.vocabulary.action_id(key) else {
                proof.fault = Some(format!("unknown action `{key}`"));
                continue;
            };
            let (_, verdicts) = space.bring(self, action, memo)?;
            let Some(bad) = space.compile(&condition, action) else {
                continue;
            };
            understood = true;
            let thinkable = space.thinkable(action);
            let relevant = space.relevant(verdicts.into_iter().chain([bad, thinkable]));
            let [_, _, _, permitted] = verdicts;
            let permitted = space.store.and(permitted, thinkable);
            let violated = space.store.and(permitted, bad);
            proof.space += space.store.count(thinkable, &relevant);
            if violated == NEVER {
                continue;
            }
            proof.proved = false;
            let described = space.describe(violated, thinkable, action, &relevant);
            proof.violations += described.count;
            let alike = proof.examples.iter_mut().find(|example| {
                example.described.count == described.count
                    && example.described.rules == described.rules
            });
            match alike {
                Some(example) => example.actions.push(key.clone()),
                None => proof.examples.push(Example {
                    actions: vec![key.clone()],
                    articles: self.articles_of_example(&described),
                    described,
                }),
            }
        }
        if !understood && proof.fault.is_none() {
            proof.fault = Some("the condition fits none of the actions".to_owned());
        }
        Some(proof)
    }

    /// The articles that permit an example, by Cedar.
    fn articles_of_example(&self, described: &Described) -> Vec<String> {
        let Some(situation) = &described.situation else {
            return Vec::new();
        };
        let mut closed = situation.clone();
        closed.close(self.vocabulary);
        self.ask(&closed)
            .articles
            .into_iter()
            .map(str::to_owned)
            .collect()
    }
}
