//! How much an answer is expected to tell: entropy of the verdict over what may be, by the diagrams.
//!
//! The weights say how often a fact is so in daily life (`likely` in the vocabulary). They order questions and never touch a
//! verdict.

use crate::diagram::{Diagrams, Ref};
use crate::vocabulary::{Kind, VarId, Vocabulary};
use rustc_hash::FxHashMap;

pub(crate) struct Chance<'s> {
    store: &'s Diagrams,
    /// For each variable the chance of each value; they add up to one.
    weights: Vec<Vec<f64>>,
}

impl<'s> Chance<'s> {
    pub(crate) fn new(vocabulary: &Vocabulary, store: &'s Diagrams, masks: &[u16]) -> Self {
        let weights = (0..vocabulary.vars.len())
            .map(|var| weights(vocabulary, var, masks.get(var).copied().unwrap_or(u16::MAX)))
            .collect();
        Self { store, weights }
    }

    /// For each variable, how many bits of the verdict it is expected to tell.
    pub(crate) fn gains(&self, verdicts: &[Ref; 4]) -> Vec<f64> {
        let tables: Vec<Table> = verdicts.iter().map(|f| self.table(*f)).collect();
        let before = entropy(tables.iter().map(|table| table.whole));
        self.weights
            .iter()
            .enumerate()
            .map(|(var, weights)| {
                let after: f64 = weights
                    .iter()
                    .enumerate()
                    .filter(|(_, weight)| **weight > 0.0)
                    .map(|(value, weight)| {
                        let joint = tables.iter().map(|table| table.joint(var, value) / weight);
                        weight * entropy(joint)
                    })
                    .sum();
                (before - after).max(0.0)
            })
            .collect()
    }

    fn weight(&self, var: VarId, value: usize) -> f64 {
        let weights = self.weights.get(var);
        weights.and_then(|w| w.get(value)).copied().unwrap_or(0.0)
    }

    /// The chance of a function, alone and together with each value of each variable, in one pass down and one up.
    fn table(&self, f: Ref) -> Table {
        let mut nodes = Vec::new();
        self.store.walk(f, |node| nodes.push(node));
        // A node looks at an earlier variable than the nodes below it, so this order is from the top down.
        nodes.sort_by_key(|node| self.store.var(*node));
        let mut below: FxHashMap<Ref, f64> = FxHashMap::default();
        let under = |below: &FxHashMap<Ref, f64>, kid: u32| match kid {
            0 => 0.0,
            1 => 1.0,
            kid => below.get(&Ref(kid)).copied().unwrap_or(0.0),
        };
        for node in nodes.iter().rev() {
            let var = self.store.var(*node);
            let kids = self.store.kids(*node).iter().enumerate();
            let chance = kids.map(|(value, kid)| self.weight(var, value) * under(&below, *kid));
            let chance = chance.sum();
            below.insert(*node, chance);
        }
        let whole = under(&below, f.0);
        let mut above: FxHashMap<Ref, f64> = FxHashMap::default();
        above.insert(f, 1.0);
        let mut joint: Vec<Vec<f64>> = self.weights.iter().map(|w| vec![0.0; w.len()]).collect();
        let mut seen = vec![0.0; self.weights.len()];
        for node in &nodes {
            let var = self.store.var(*node);
            let reach = above.get(node).copied().unwrap_or(0.0);
            if let Some(seen) = seen.get_mut(var) {
                *seen += reach * under(&below, node.0);
            }
            for (value, kid) in self.store.kids(*node).iter().enumerate() {
                let step = reach * self.weight(var, value);
                if *kid > 1 {
                    *above.entry(Ref(*kid)).or_default() += step;
                }
                if let Some(cell) = joint.get_mut(var).and_then(|row| row.get_mut(value)) {
                    *cell += step * under(&below, *kid);
                }
            }
        }
        // Where the function does not look at a variable, its values are spread by their weights.
        for (var, row) in joint.iter_mut().enumerate() {
            let rest = whole - seen.get(var).copied().unwrap_or(0.0);
            for (value, cell) in row.iter_mut().enumerate() {
                *cell += rest * self.weight(var, value);
            }
        }
        Table { whole, joint }
    }
}

struct Table {
    whole: f64,
    joint: Vec<Vec<f64>>,
}

impl Table {
    fn joint(&self, var: VarId, value: usize) -> f64 {
        let row = self.joint.get(var);
        row.and_then(|row| row.get(value)).copied().unwrap_or(0.0)
    }
}

fn weights(vocabulary: &Vocabulary, var: VarId, mask: u16) -> Vec<f64> {
    let count = vocabulary.vars.get(var).map_or(0, |var| var.values);
    let plain: Vec<f64> = (0..count)
        .map(|value| {
            let Some(fact) = vocabulary.fact_of(var) else {
                return 1.0;
            };
            match fact.kind {
                Kind::YesNo | Kind::Consent if value == 1 => fact.likely,
                Kind::YesNo | Kind::Consent => 1.0 - fact.likely,
                Kind::Roles | Kind::OtherRoles if value == 1 => 0.15,
                Kind::Roles | Kind::OtherRoles => 0.85,
                _ => 1.0,
            }
        })
        .enumerate()
        .map(|(value, weight)| if mask >> value & 1 == 1 { weight } else { 0.0 })
        .collect();
    let sum: f64 = plain.iter().sum();
    plain
        .into_iter()
        .map(|weight| weight / sum.max(f64::MIN_POSITIVE))
        .collect()
}

/// Entropy in bits of chances that need not add up to one.
fn entropy(chances: impl Iterator<Item = f64> + Clone) -> f64 {
    let sum: f64 = chances.clone().sum();
    if sum <= 0.0 {
        return 0.0;
    }
    chances
        .map(|chance| chance / sum)
        .filter(|chance| *chance > 1e-12)
        .map(|chance| -chance * chance.log2())
        .sum()
}
