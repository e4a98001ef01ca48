//! What would make it permitted: the cheapest changes of facts, and who can make them.

use crate::answer::Remedy;
use crate::ask::Workspace;
use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref, Scratch};
use crate::protocol::Protocol;
use crate::situation::{Situation, Value};
use crate::vocabulary::{ActionId, Kind, VarId, Vocabulary};
use serde_json::{Map, Value as Json};
use words::Verdict;

/// At most so many remedies are given.
const MAX_REMEDIES: usize = 3;
/// Dearer than any real change.
const IMPOSSIBLE: u32 = u32::MAX / 4;
/// A change of more facts than this is no advice to anybody.
const MAX_CHANGES: usize = 4;

/// The cheapest changes, cheapest first; no two change the same fact.
pub(crate) fn remedies<'p>(
    protocol: &'p Protocol,
    work: &mut Workspace,
    action: ActionId,
    situation: &Situation,
) -> Vec<Remedy<'p>> {
    let Some(compiled) = &protocol.compiled else {
        return Vec::new();
    };
    let Some(norms) = compiled.actions.get(action) else {
        return Vec::new();
    };
    let [_, _, _, permitted] = norms.verdicts;
    let mut search = Search {
        vocabulary: protocol.vocabulary,
        store: &compiled.store,
        masks: &work.masks,
        scratch: &mut work.scratch,
        frozen: Vec::new(),
    };
    let mut found: Vec<Change> = Vec::new();
    // Each further remedy must do without what the ones before it changed.
    while found.len() < MAX_REMEDIES
        && let Some(change) = search.cheapest(permitted)
    {
        if change.changes.is_empty() {
            break;
        }
        search
            .frozen
            .extend(change.changes.iter().map(|(var, _)| *var));
        found.push(change);
    }
    found.sort_by_key(|change| change.cost);
    found
        .iter()
        .filter(|change| change.changes.len() <= MAX_CHANGES)
        .map(|change| describe(protocol, work, permitted, situation, change))
        .collect()
}

/// A set of variables and their new values.
struct Change {
    cost: u32,
    changes: Vec<(VarId, usize)>,
}

struct Search<'a> {
    vocabulary: &'a Vocabulary,
    store: &'a Diagrams,
    masks: &'a [u16],
    scratch: &'a mut Scratch,
    /// Variables that may not change.
    frozen: Vec<VarId>,
}

impl Search<'_> {
    fn cheapest(&mut self, f: Ref) -> Option<Change> {
        self.scratch.start(self.store.len());
        let cost = self.cost_from(f);
        if cost >= IMPOSSIBLE {
            return None;
        }
        let mut changes = Vec::new();
        let mut at = f;
        while at.0 > 1 {
            let var = self.store.var(at);
            let kids: Vec<u32> = self.store.kids(at).to_vec();
            let steps = kids.iter().enumerate();
            let (_, value, kid) = steps
                .map(|(value, kid)| {
                    let onward = self.known_cost(Ref(*kid));
                    (self.step(var, value).saturating_add(onward), value, *kid)
                })
                .min()?;
            let known = self.masks.get(var).copied().unwrap_or(0);
            if known != 1 << value && (known.is_power_of_two() || value != 0) {
                changes.push((var, value));
            }
            at = Ref(kid);
        }
        Some(Change { cost, changes })
    }

    fn known_cost(&self, f: Ref) -> u32 {
        match f {
            ALWAYS => 0,
            NEVER => IMPOSSIBLE,
            _ => self.scratch.get(f.0).unwrap_or(IMPOSSIBLE),
        }
    }

    fn cost_from(&mut self, f: Ref) -> u32 {
        if f.0 <= 1 {
            return self.known_cost(f);
        }
        if let Some(known) = self.scratch.get(f.0) {
            return known;
        }
        let var = self.store.var(f);
        let mut best = IMPOSSIBLE;
        for value in 0..self.store.kids(f).len() {
            let step = self.step(var, value);
            if step < best {
                let kid = self.store.kids(f).get(value).copied().unwrap_or(0);
                best = best.min(step.saturating_add(self.cost_from(Ref(kid))));
            }
        }
        self.scratch.put(f.0, best);
        best
    }

    /// What it costs that a variable gets this value.
    fn step(&self, var: VarId, value: usize) -> u32 {
        let mask = self.masks.get(var).copied().unwrap_or(0);
        if mask >> value & 1 == 1 {
            // An unknown fact is taken to be no; another assumption costs as much as a small change.
            return if mask.is_power_of_two() || value == 0 {
                0
            } else {
                2
            };
        }
        if self.frozen.contains(&var) {
            return IMPOSSIBLE;
        }
        let prices = self.vocabulary.prices.get(var);
        let price = prices.and_then(|prices| prices.get(value)).copied();
        price.flatten().map_or(IMPOSSIBLE, |cost| cost.max(1) * 4)
    }
}

fn describe<'p>(
    protocol: &'p Protocol,
    work: &mut Workspace,
    permitted: Ref,
    situation: &Situation,
    change: &Change,
) -> Remedy<'p> {
    let vocabulary = protocol.vocabulary;
    let mut set = Map::new();
    let mut who = Vec::new();
    let mut masks = work.masks.clone();
    for (var, value) in &change.changes {
        if let Some(mask) = masks.get_mut(*var) {
            *mask = 1 << value;
        }
        if let Some(fact) = vocabulary.fact_of(*var) {
            set.insert(
                fact.key.clone(),
                value_json(vocabulary, situation, *var, *value),
            );
            who.push(fact.who.as_deref().unwrap_or("vrager"));
        }
    }
    Remedy {
        set,
        then: Verdict::Permitted,
        who,
        assuming: assuming(protocol, &masks, permitted),
    }
}

/// The unknown facts that the change rests on being no.
fn assuming<'p>(protocol: &'p Protocol, masks: &[u16], permitted: Ref) -> Vec<&'p str> {
    if masks.iter().all(|mask| mask.is_power_of_two()) {
        return Vec::new();
    }
    let Some(compiled) = &protocol.compiled else {
        return Vec::new();
    };
    let left = compiled.store.left_open(permitted, masks);
    let mut facts: Vec<&str> = left
        .into_iter()
        .filter_map(|var| {
            protocol
                .vocabulary
                .fact_of(var)
                .map(|fact| fact.key.as_str())
        })
        .collect();
    facts.dedup();
    facts
}

/// The new value of a fact as a situation writes it.
fn value_json(vocabulary: &Vocabulary, situation: &Situation, var: VarId, value: usize) -> Json {
    let Some(fact) = vocabulary.fact_of(var) else {
        return Json::Null;
    };
    let recognisable = vocabulary.fact_id("herkenbaar").map(|id| situation.get(id));
    match fact.kind {
        Kind::Choice => fact
            .values
            .get(value)
            .map_or(Json::Null, |v| v.as_str().into()),
        Kind::Recognisable => match value {
            0 => Json::Array(Vec::new()),
            _ => vec![crate::situation::ME].into(),
        },
        Kind::Consent => match (value, recognisable) {
            (1, Some(Value::Persons(names))) => names.clone().into(),
            _ => (value == 1).into(),
        },
        _ => (value == 1).into(),
    }
}
