//! The diagrams of a protocol as data, so that a page without a connection can walk them.

use crate::diagram::{Diagrams, Ref};
use crate::protocol::Protocol;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// The diagrams of a protocol: everything that is needed to answer a question, and nothing of the text.
#[derive(Debug, Clone, Serialize)]
pub struct Offline {
    /// Nodes, children before parents. Each is its variable and then its children, as distances back from itself;
    /// numbering starts after the two constants (0 is never, 1 is always).
    pub nodes: Vec<u32>,
    /// Number of values of each variable.
    pub domains: Vec<usize>,
    /// For each action of the vocabulary the situations of each verdict, in the order of [`words::Verdict::ALL`]: first where
    /// all roles are known, then where the asker's are not, then where the other person's are not, then where neither is.
    pub verdicts: Vec<[[u32; 4]; 4]>,
    /// For each action the norms about it with the condition under which each applies.
    pub norms: Vec<Vec<(usize, u32)>>,
}

impl Protocol {
    /// The diagrams as data. `None` if they did not fit in the budget.
    pub fn offline(&self) -> Option<Offline> {
        let compiled = self.compiled.as_ref()?;
        let mut writer = Writer {
            store: &compiled.store,
            numbers: FxHashMap::default(),
            nodes: Vec::new(),
            next: 2,
        };
        let mut verdicts = Vec::new();
        let mut norms = Vec::new();
        let other = self.vocabulary.fact_id("doelrollen");
        for (action, told) in compiled.actions.iter().zip(&self.vocabulary.actions) {
            let [somebody, somebody_else, both] = action.of_somebody;
            // Where nobody else is in it, their roles cannot be unknown.
            let alone = !told.facts.iter().any(|fact| Some(*fact) == other);
            let table = if alone {
                [action.verdicts, somebody, action.verdicts, somebody]
            } else {
                [action.verdicts, somebody, somebody_else, both]
            };
            verdicts.push(table.map(|row| row.map(|f| writer.number(f))));
            norms.push(
                action
                    .norms
                    .iter()
                    .map(|(norm, f)| (*norm, writer.number(*f)))
                    .collect(),
            );
        }
        Some(Offline {
            nodes: writer.nodes,
            domains: compiled.store.domains().to_vec(),
            verdicts,
            norms,
        })
    }
}

struct Writer<'s> {
    store: &'s Diagrams,
    numbers: FxHashMap<u32, u32>,
    nodes: Vec<u32>,
    next: u32,
}

impl Writer<'_> {
    /// The number of a function in the data, written out if it was not yet.
    fn number(&mut self, f: Ref) -> u32 {
        if f.0 <= 1 {
            return f.0;
        }
        if let Some(known) = self.numbers.get(&f.0) {
            return *known;
        }
        // The depth is bounded by the number of variables.
        let kids: Vec<u32> = self
            .store
            .kids(f)
            .iter()
            .map(|kid| self.number(Ref(*kid)))
            .collect();
        let number = self.next;
        self.next += 1;
        self.nodes
            .push(u32::try_from(self.store.var(f)).unwrap_or(u32::MAX));
        self.nodes.extend(kids.iter().map(|kid| number - kid));
        self.numbers.insert(f.0, number);
        number
    }
}
