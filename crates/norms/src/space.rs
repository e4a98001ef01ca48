//! The space of situations: counting, the plainest example, and rules that people can read.

use crate::bridge::Bridge;
use crate::compile::Compiler;
use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref, Scratch};
use crate::masks::every_value;
use crate::plain::{cheapest, situation_of};
use crate::protocol::Protocol;
use crate::situation::Situation;
use crate::vocabulary::{ActionId, Kind, VarId, Vocabulary};
use crate::weave;
use cedar_policy::{Policy, pst::Clause, pst::Expr};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::sync::Arc;
use words::Locale;

/// Nodes that a comparison may use.
const NODE_BUDGET: usize = 4_000_000;
/// At most so many rules describe one class of situations.
const MAX_RULES: usize = 3;

/// A set of situations of one action, described.
#[derive(Debug, Clone, Serialize)]
pub struct Described {
    /// How many kinds of situations there are in it. Not a probability.
    pub count: u128,
    /// The plainest of them, as facts.
    pub example: serde_json::Map<String, serde_json::Value>,
    /// The same as a sentence, in Dutch and English.
    pub sentence: words::Text,
    /// Rules that each lie wholly in the set; together they cover it, but for `more`.
    pub rules: Vec<words::Text>,
    /// Kinds of situations that the rules leave out.
    pub more: u128,
    #[serde(skip)]
    pub(crate) situation: Option<Situation>,
}

/// The norms of a protocol and its verdicts, as functions in a store.
pub(crate) type Brought = (Vec<(usize, Ref)>, [Ref; 4]);

/// One store in which protocols, assumptions and touchstones meet.
pub(crate) struct Space<'b> {
    pub(crate) vocabulary: &'static Vocabulary,
    pub(crate) store: Diagrams,
    compiler: Compiler<'b, 'static>,
    scratch: Scratch,
    pub(crate) closure: Vec<u32>,
}

impl<'b> Space<'b> {
    pub(crate) fn new(bridge: &'b Bridge<'static>, vocabulary: &'static Vocabulary) -> Self {
        let domains = vocabulary.vars.iter().map(|var| var.values).collect();
        Self {
            vocabulary,
            store: Diagrams::new(domains, NODE_BUDGET),
            compiler: Compiler::new(vocabulary, bridge),
            scratch: Scratch::default(),
            closure: bridge.closure.clone(),
        }
    }

    /// What can occur with an action: every assumption holds and everybody has some role.
    pub(crate) fn thinkable(&mut self, action: ActionId) -> Ref {
        let mut all = ALWAYS;
        for policy in self.vocabulary.assumptions.policies() {
            let Ok(template) = weave::body(policy) else {
                continue;
            };
            if !weave::covers(&template, self.vocabulary).contains(&action) {
                continue;
            }
            for clause in template.clauses() {
                let (expr, positive) = match clause {
                    Clause::When(expr) => (expr, true),
                    Clause::Unless(expr) => (expr, false),
                };
                if let Some(f) = self.compile(expr, action) {
                    let f = if positive { f } else { self.store.not(f) };
                    all = self.store.and(all, f);
                }
            }
        }
        for key in ["rollen", "doelrollen"] {
            let Some(fact) = self.vocabulary.fact(key) else {
                continue;
            };
            let told = self
                .vocabulary
                .actions
                .get(action)
                .map(|action| &action.facts);
            let id = self.vocabulary.fact_id(key).unwrap_or(0);
            if told.is_some_and(|facts| facts.contains(&id)) {
                let some = fact.vars.clone().fold(NEVER, |any, var| {
                    let has = self.store.one_of(var, 0b10);
                    self.store.or(any, has)
                });
                all = self.store.and(all, some);
            }
        }
        all
    }

    /// The function of a condition; `None` if it cannot be analysed.
    pub(crate) fn compile(&mut self, expr: &Arc<Expr>, action: ActionId) -> Option<Ref> {
        self.compiler.compile(&mut self.store, expr, action).ok()
    }

    /// The functions of a protocol for an action, brought into this store.
    pub(crate) fn bring(
        &mut self,
        protocol: &Protocol,
        action: ActionId,
        memo: &mut FxHashMap<u32, u32>,
    ) -> Option<Brought> {
        let compiled = protocol.compiled.as_ref()?;
        let norms = compiled.actions.get(action)?;
        let mut bring = |f: Ref| self.store.import(&compiled.store, f, memo);
        let own = norms.norms.iter().map(|(i, f)| (*i, bring(*f))).collect();
        let verdicts = norms.verdicts.map(&mut bring);
        Some((own, verdicts))
    }

    /// Describes a set of situations; `relevant` are the variables that are counted, `free` what does not matter.
    pub(crate) fn describe(
        &mut self,
        set: Ref,
        thinkable: Ref,
        action: ActionId,
        relevant: &[bool],
    ) -> Described {
        let count = self.store.count(set, relevant);
        let path = cheapest(self.vocabulary, &self.store, set);
        let situation = situation_of(self.vocabulary, action, &path);
        let sentence = words::Text::new(
            self.vocabulary.sentence(&situation, Locale::Nl),
            self.vocabulary.sentence(&situation, Locale::En),
        );
        let unthinkable = self.store.not(thinkable);
        let wide = self.store.or(set, unthinkable);
        let mut rest = set;
        let mut rules = Vec::new();
        while rest != NEVER && rules.len() < MAX_RULES {
            let start = cheapest(self.vocabulary, &self.store, rest);
            let cube = self.grow(wide, thinkable, &start);
            rules.push(self.rule(&cube));
            let covered = self.cube(&cube);
            rest = self.store.minus(rest, covered);
        }
        Described {
            count,
            example: situation.to_json(self.vocabulary),
            sentence,
            rules,
            more: self.store.count(rest, relevant),
            situation: Some(situation),
        }
    }

    /// Grows one situation to a rule: frees every variable, and then every value, that can go without leaving `f`.
    fn grow(&mut self, f: Ref, thinkable: Ref, start: &[(VarId, usize)]) -> Vec<u16> {
        let full = |var: VarId| {
            let values = self.vocabulary.vars.get(var).map_or(0, |var| var.values);
            every_value(values)
        };
        let mut cube: Vec<u16> = (0..self.vocabulary.vars.len()).map(full).collect();
        for (var, value) in start {
            if let Some(mask) = cube.get_mut(*var) {
                *mask = 1 << value;
            }
        }
        // What somebody is not goes first, then what is not so, then the rest from the end: what says most stays longest.
        let mut order: Vec<&(VarId, usize)> = start.iter().collect();
        order.sort_by_key(|(var, value)| {
            let of_roles = self
                .vocabulary
                .fact_of(*var)
                .is_some_and(|fact| matches!(fact.kind, Kind::Roles | Kind::OtherRoles));
            (
                !(of_roles && *value == 0),
                *value != 0,
                std::cmp::Reverse(*var),
            )
        });
        for (var, _) in order {
            let known = cube.get(*var).copied().unwrap_or(0);
            if self.still_inside(f, &mut cube, *var, full(*var)) {
                continue;
            }
            let mut kept = known;
            for value in 0..16 {
                let more = kept | 1 << value;
                if more == kept || more & full(*var) != more {
                    continue;
                }
                // A value that cannot occur here only clutters the rule.
                if let Some(mask) = cube.get_mut(*var) {
                    *mask = 1 << value;
                }
                let occurs = self.store.possible(thinkable, &cube, &mut self.scratch).0;
                if let Some(mask) = cube.get_mut(*var) {
                    *mask = kept;
                }
                if occurs && self.still_inside(f, &mut cube, *var, more) {
                    kept = more;
                }
            }
            if let Some(mask) = cube.get_mut(*var) {
                *mask = kept;
            }
        }
        cube
    }

    fn still_inside(&mut self, f: Ref, cube: &mut [u16], var: VarId, mask: u16) -> bool {
        let Some(cell) = cube.get_mut(var) else {
            return false;
        };
        let before = std::mem::replace(cell, mask);
        let inside = !self.store.possible(f, cube, &mut self.scratch).1;
        if !inside && let Some(cell) = cube.get_mut(var) {
            *cell = before;
        }
        inside
    }

    fn cube(&mut self, masks: &[u16]) -> Ref {
        let mut f = ALWAYS;
        for (var, mask) in masks.iter().enumerate().rev() {
            let has = self.store.one_of(var, *mask);
            f = self.store.and(has, f);
        }
        f
    }

    /// The variables that any of these functions looks at.
    pub(crate) fn relevant(&self, functions: impl IntoIterator<Item = Ref>) -> Vec<bool> {
        let mut found = vec![false; self.vocabulary.vars.len()];
        for f in functions {
            for var in self.store.support(f) {
                if let Some(cell) = found.get_mut(var) {
                    *cell = true;
                }
            }
        }
        found
    }
}

/// The condition of a policy text, for touchstones.
pub(crate) fn condition_of(text: &str) -> Result<Arc<Expr>, String> {
    let policy = Policy::parse(
        None,
        format!("permit(principal, action, resource) when {{ {text} }};"),
    )
    .map_err(|fault| fault.to_string())?;
    let template = weave::body(&policy).map_err(|fault| fault.to_string())?;
    match template.clauses().first() {
        Some(Clause::When(expr)) => Ok(expr.clone()),
        _ => Err("no condition".to_owned()),
    }
}
