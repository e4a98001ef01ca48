//! What is not known: which facts could still settle it, which to ask next, and all completions of a situation.

use crate::ask::Workspace;
use crate::chance::Chance;
use crate::diagram::{Diagrams, Ref};
use crate::protocol::Protocol;
use crate::situation::{Situation, Value};
use crate::vocabulary::{ActionId, FactId, Kind, VarId, Vocabulary};

/// What to ask next: one fact, or a small group that is asked on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The group, if the facts are asked together.
    pub group: Option<String>,
    /// The facts, most telling first.
    pub facts: Vec<FactId>,
}

/// The unknown facts that could settle it, most telling first.
pub(crate) fn open_facts(
    protocol: &Protocol,
    work: &mut Workspace,
    action: ActionId,
    situation: &Situation,
) -> Vec<&'static str> {
    let facts = telling(protocol, work, action, situation);
    facts
        .into_iter()
        .filter_map(|(fact, _)| protocol.vocabulary.facts.get(fact))
        .map(|fact| fact.key.as_str())
        .collect()
}

/// The unknown facts that still matter with how much each is expected to tell, in bits; most telling first.
fn telling(
    protocol: &Protocol,
    work: &mut Workspace,
    action: ActionId,
    situation: &Situation,
) -> Vec<(FactId, f64)> {
    let vocabulary = protocol.vocabulary;
    let Some((compiled, norms)) = protocol
        .compiled
        .as_ref()
        .and_then(|compiled| Some((compiled, compiled.actions.get(action)?)))
    else {
        return undecided_by_cedar(protocol, action, situation);
    };
    vocabulary.masks(situation, &mut work.masks);
    let verdicts = protocol.verdicts_of_somebody(compiled, norms, situation, action);
    let mut matters = vec![false; vocabulary.facts.len()];
    for f in verdicts {
        for var in compiled.store.left_open(f, &work.masks) {
            if let Some(cell) = vocabulary
                .vars
                .get(var)
                .and_then(|v| matters.get_mut(v.fact))
            {
                *cell = true;
            }
        }
    }
    let chance = Chance::new(vocabulary, &compiled.store, &work.masks);
    let gains = chance.gains(&verdicts);
    let mut facts: Vec<(FactId, f64)> = vocabulary
        .facts
        .iter()
        .enumerate()
        .filter(|(id, _)| matters.get(*id).copied().unwrap_or(false) && !situation.knows(*id))
        .map(|(id, fact)| {
            let gain: f64 = fact.vars.clone().filter_map(|var| gains.get(var)).sum();
            (id, gain)
        })
        .collect();
    facts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    facts
}

/// Without diagrams every unknown fact of the action may matter, in the order of the vocabulary.
fn undecided_by_cedar(
    protocol: &Protocol,
    action: ActionId,
    situation: &Situation,
) -> Vec<(FactId, f64)> {
    let facts = protocol
        .vocabulary
        .actions
        .get(action)
        .map(|action| &action.facts);
    let facts = facts.into_iter().flatten().skip(1);
    facts
        .filter(|fact| !situation.knows(**fact))
        .map(|fact| (*fact, 0.0))
        .collect()
}

impl Protocol {
    /// The question whose answer is expected to tell most, or `None` if no answer could change the verdict.
    ///
    /// Facts in `passed` were answered by "I don't know" and are not asked again.
    pub fn next_question(
        &self,
        work: &mut Workspace,
        situation: &Situation,
        passed: &[FactId],
    ) -> Option<Question> {
        let one = |fact: FactId| Question {
            group: None,
            facts: vec![fact],
        };
        let Some(action) = situation.action else {
            return (!passed.contains(&0)).then(|| one(0));
        };
        let mut facts = telling(self, work, action, situation);
        facts.retain(|(fact, _)| !passed.contains(fact));
        // People expect to say first who they are.
        let roles = self.vocabulary.fact_id("rollen")?;
        if facts.iter().any(|(fact, _)| *fact == roles) {
            return Some(one(roles));
        }
        let group_of = |fact: FactId| self.vocabulary.facts.get(fact)?.group.as_deref();
        let mut best: Option<(f64, Question)> = None;
        for (fact, gain) in &facts {
            let question = match group_of(*fact) {
                None => (*gain, one(*fact)),
                Some(group) => {
                    let together = facts
                        .iter()
                        .filter(|(other, _)| group_of(*other) == Some(group));
                    (
                        together.clone().map(|(_, gain)| gain).sum(),
                        Question {
                            group: Some(group.to_owned()),
                            facts: together.map(|(other, _)| *other).collect(),
                        },
                    )
                }
            };
            if best.as_ref().is_none_or(|(most, _)| question.0 > *most) {
                best = Some(question);
            }
        }
        best.map(|(_, question)| question)
    }
}

impl Diagrams {
    /// The variables that a function still depends on once the masks are known.
    pub(crate) fn left_open(&self, f: Ref, masks: &[u16]) -> Vec<VarId> {
        let mut found = vec![false; self.domains().len()];
        let mut memo = rustc_hash::FxHashMap::default();
        self.reduced(
            f,
            masks,
            &mut memo,
            &mut rustc_hash::FxHashMap::default(),
            &mut found,
        );
        let found = found.into_iter().enumerate();
        found.filter(|(_, is)| *is).map(|(var, _)| var).collect()
    }

    /// An identity of the function that remains of `f`: equal numbers are equal functions. Marks the variables it looks at.
    fn reduced(
        &self,
        f: Ref,
        masks: &[u16],
        memo: &mut rustc_hash::FxHashMap<Ref, u32>,
        unique: &mut rustc_hash::FxHashMap<(usize, Vec<u32>), u32>,
        found: &mut [bool],
    ) -> u32 {
        if f.0 <= 1 {
            return f.0;
        }
        if let Some(known) = memo.get(&f) {
            return *known;
        }
        let var = self.var(f);
        let mask = masks.get(var).copied().unwrap_or(u16::MAX);
        let kids: Vec<u32> = self.kids(f).to_vec();
        let kids: Vec<u32> = kids
            .iter()
            .enumerate()
            .filter(|(value, _)| mask >> value & 1 == 1)
            .map(|(_, kid)| self.reduced(Ref(*kid), masks, memo, unique, found))
            .collect();
        let first = kids.first().copied().unwrap_or(0);
        let id = if kids.iter().all(|kid| *kid == first) {
            first
        } else {
            if let Some(cell) = found.get_mut(var) {
                *cell = true;
            }
            let next = u32::try_from(unique.len() + 2).unwrap_or(u32::MAX);
            *unique.entry((var, kids)).or_insert(next)
        };
        memo.insert(f, id);
        id
    }
}

/// Every way to complete a situation, if there are at most `most`: unknown roles are tried one at a time.
pub(crate) fn completions(
    protocol: &Protocol,
    action: ActionId,
    situation: &Situation,
    most: u64,
) -> Option<Vec<Situation>> {
    let vocabulary = protocol.vocabulary;
    let facts = &vocabulary.actions.get(action)?.facts;
    let mut all = vec![situation.clone()];
    for id in facts.iter().skip(1) {
        if situation.knows(*id) {
            continue;
        }
        let values = values_of(vocabulary, *id);
        if (all.len() * values.len()) as u64 > most {
            return None;
        }
        let each = all.iter().flat_map(|known| {
            values.iter().map(move |value| {
                let mut completed = known.clone();
                completed.set(*id, value.clone());
                completed
            })
        });
        all = each.collect();
    }
    Some(all)
}

fn values_of(vocabulary: &Vocabulary, fact: FactId) -> Vec<Value> {
    let Some(fact) = vocabulary.facts.get(fact) else {
        return Vec::new();
    };
    let count = fact.values.len();
    match fact.kind {
        Kind::Roles | Kind::OtherRoles => (0..count).map(|bit| Value::Roles(1 << bit)).collect(),
        Kind::Choice => (0..count).map(Value::Choice).collect(),
        Kind::Recognisable => (0..count).map(Value::Case).collect(),
        Kind::Consent => [false, true].map(Value::Covers).to_vec(),
        Kind::YesNo => [false, true].map(Value::Is).to_vec(),
        Kind::Action => Vec::new(),
    }
}
