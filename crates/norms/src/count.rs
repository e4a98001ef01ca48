//! Counting: in how many situations a function holds. None is sampled.

use crate::diagram::{ALWAYS, Diagrams, Ref};
use rustc_hash::FxHashMap;

impl Diagrams {
    /// In how many ways the relevant variables can be given values so that the function holds.
    pub fn count(&self, f: Ref, relevant: &[bool]) -> u128 {
        let mut memo = FxHashMap::default();
        self.ways(f, relevant, &mut memo)
            .saturating_mul(self.gap(0, self.var(f), relevant))
    }

    fn ways(&self, f: Ref, relevant: &[bool], memo: &mut FxHashMap<Ref, u128>) -> u128 {
        if f.0 <= 1 {
            return u128::from(f == ALWAYS);
        }
        if let Some(known) = memo.get(&f) {
            return *known;
        }
        let var = self.var(f);
        let mut sum = 0_u128;
        for kid in self.kids(f) {
            let below = self.ways(Ref(*kid), relevant, memo);
            let gap = self.gap(var + 1, self.var(Ref(*kid)), relevant);
            sum = sum.saturating_add(below.saturating_mul(gap));
        }
        memo.insert(f, sum);
        sum
    }

    /// Ways to give values to the relevant variables from `from` up to `to`.
    fn gap(&self, from: usize, to: usize, relevant: &[bool]) -> u128 {
        let domains = self.domains().iter().zip(relevant).take(to).skip(from);
        domains
            .filter(|(_, relevant)| **relevant)
            .map(|(domain, _)| *domain as u128)
            .product()
    }
}
