//! The space of situations: counting, the plainest example, and rules that people can read.

use crate::bridge::Bridge;
use crate::compile::Compiler;
use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref, Scratch};
use crate::protocol::Protocol;
use crate::situation::{Situation, Value};
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

/// One store in which protocols, assumptions and touchstones meet.
pub(crate) struct Space<'b> {
    pub(crate) vocabulary: &'static Vocabulary,
    pub(crate) store: Diagrams,
    compiler: Compiler<'b, 'static>,
    scratch: Scratch,
    closure: Vec<u32>,
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
            let told = self.vocabulary.actions.get(action).map(|action| &action.facts);
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
    ) -> Option<(Vec<(usize, Ref)>, [Ref; 4])> {
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
            ((1_u32 << values) - 1) as u16
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
            let of_roles = self.vocabulary.fact_of(*var).is_some_and(|fact| {
                matches!(fact.kind, Kind::Roles | Kind::OtherRoles)
            });
            (!(of_roles && *value == 0), *value != 0, std::cmp::Reverse(*var))
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

    /// A rule as a sentence: only what it asks for.
    fn rule(&self, cube: &[u16]) -> words::Text {
        words::Text::new(self.rule_in(cube, Locale::Nl), self.rule_in(cube, Locale::En))
    }

    /// "No teacher" goes without saying after "no member of staff".
    fn goes_without_saying(&self, cube: &[u16], first: VarId, role: usize) -> bool {
        let implied = self.closure.get(role).copied().unwrap_or(0) & !(1 << role);
        (0..self.vocabulary.roles.len())
            .filter(|bit| implied >> bit & 1 == 1)
            .any(|bit| cube.get(first + bit) == Some(&0b01))
    }

    fn rule_in(&self, cube: &[u16], locale: Locale) -> String {
        let vocabulary = self.vocabulary;
        let words = vocabulary.words(locale);
        let (or, not, always) = match locale {
            Locale::Nl => (" of ", "niet: ", "altijd"),
            Locale::En => (" or ", "not: ", "always"),
        };
        let mut parts = Vec::new();
        for (var, mask) in cube.iter().enumerate() {
            let count = vocabulary.vars.get(var).map_or(0, |var| var.values);
            let full = (1_u32 << count) - 1;
            let Some(fact) = vocabulary.fact_of(var).filter(|_| u32::from(*mask) != full) else {
                continue;
            };
            let Some(said) = words.fact(&fact.key) else {
                continue;
            };
            let phrase = |value: usize| {
                let key = fact.values.get(value)?;
                said.values.get(key).map(|said| said.phrase.as_str())
            };
            let part = match fact.kind {
                Kind::YesNo | Kind::Consent => {
                    let is = if *mask == 0b10 { &said.yes } else { &said.no };
                    is.clone().unwrap_or_default()
                }
                Kind::Roles | Kind::OtherRoles => {
                    let bit = var - fact.vars.start;
                    if *mask == 0b01 && self.goes_without_saying(cube, fact.vars.start, bit) {
                        continue;
                    }
                    let role = phrase(bit).unwrap_or_default();
                    if *mask == 0b10 {
                        role.to_owned()
                    } else {
                        format!("{not}{role}")
                    }
                }
                _ => {
                    let allowed: Vec<&str> =
                        (0..count).filter(|v| mask >> v & 1 == 1).filter_map(phrase).collect();
                    let others: Vec<&str> =
                        (0..count).filter(|v| mask >> v & 1 == 0).filter_map(phrase).collect();
                    if allowed.len() <= others.len() {
                        allowed.join(or)
                    } else {
                        format!("{not}{}", others.join(or))
                    }
                }
            };
            parts.push(part);
        }
        if parts.is_empty() { always.to_owned() } else { parts.join(", ") }
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

/// The values along the cheapest way to make a function hold: the plainest example.
fn cheapest(vocabulary: &Vocabulary, store: &Diagrams, f: Ref) -> Vec<(VarId, usize)> {
    let mut memo: FxHashMap<Ref, u32> = FxHashMap::default();
    cost(vocabulary, store, f, &mut memo);
    let mut path = Vec::new();
    let mut at = f;
    while at.0 > 1 {
        let var = store.var(at);
        let kids = store.kids(at).iter().enumerate();
        let best = kids
            .map(|(value, kid)| {
                let onward = cost_known(Ref(*kid), &memo);
                (plainness(vocabulary, var, value).saturating_add(onward), value, *kid)
            })
            .min();
        let Some((_, value, kid)) = best else { break };
        path.push((var, value));
        at = Ref(kid);
    }
    path
}

fn cost_known(f: Ref, memo: &FxHashMap<Ref, u32>) -> u32 {
    match f {
        ALWAYS => 0,
        NEVER => u32::MAX / 2,
        _ => memo.get(&f).copied().unwrap_or(u32::MAX / 2),
    }
}

fn cost(vocabulary: &Vocabulary, store: &Diagrams, f: Ref, memo: &mut FxHashMap<Ref, u32>) -> u32 {
    if f.0 <= 1 || memo.contains_key(&f) {
        return cost_known(f, memo);
    }
    let var = store.var(f);
    let mut best = u32::MAX / 2;
    for value in 0..store.kids(f).len() {
        let kid = store.kids(f).get(value).copied().unwrap_or(0);
        let onward = cost(vocabulary, store, Ref(kid), memo);
        best = best.min(plainness(vocabulary, var, value).saturating_add(onward));
    }
    memo.insert(f, best);
    best
}

/// How much a value adds to an example: what is ordinary costs nothing.
fn plainness(vocabulary: &Vocabulary, var: VarId, value: usize) -> u32 {
    let Some(fact) = vocabulary.fact_of(var) else {
        return 0;
    };
    match (&fact.kind, value) {
        (_, 0) => 0,
        // Examples are about pupils, parents and teachers rather than about the board.
        (Kind::Roles | Kind::OtherRoles, _) => {
            let role = fact.values.get(var - fact.vars.start).map(String::as_str);
            8 + ["leerling", "ouder", "leraar", "medewerker"]
                .iter()
                .position(|known| Some(*known) == role)
                .map_or(4, |at| u32::try_from(at).unwrap_or(4))
        }
        (Kind::Choice, _) => 1,
        (Kind::Recognisable, 2) => 2,
        (Kind::Recognisable, _) => 3,
        // "Everybody consented" is as ordinary as "not everybody".
        (Kind::Consent, _) => 1,
        _ => 3,
    }
}

/// The situation along a path. Facts off the path are ordinary and not told.
fn situation_of(
    vocabulary: &Vocabulary,
    action: ActionId,
    path: &[(VarId, usize)],
) -> Situation {
    let mut situation = Situation::unknown(vocabulary);
    situation.action = Some(action);
    for (var, value) in path {
        let Some(fact) = vocabulary.vars.get(*var).map(|var| var.fact) else {
            continue;
        };
        let of_roles = matches!(
            vocabulary.facts.get(fact).map(|fact| &fact.kind),
            Some(Kind::Roles | Kind::OtherRoles)
        );
        if !of_roles || *value == 1 {
            vocabulary.tell_var(&mut situation, *var, *value);
        }
    }
    // Where nobody can be recognised, consent says nothing.
    let nobody = vocabulary
        .fact_id("herkenbaar")
        .is_none_or(|id| matches!(situation.get(id), Value::Case(0) | Value::Unknown));
    if nobody {
        for (id, fact) in vocabulary.facts.iter().enumerate() {
            if fact.kind == Kind::Consent {
                situation.set(id, Value::Unknown);
            }
        }
    }
    situation
}

/// The condition of a policy text, for touchstones.
pub(crate) fn condition_of(text: &str) -> Result<Arc<Expr>, String> {
    let policy = Policy::parse(None, format!("permit(principal, action, resource) when {{ {text} }};"))
        .map_err(|fault| fault.to_string())?;
    let template = weave::body(&policy).map_err(|fault| fault.to_string())?;
    match template.clauses().first() {
        Some(Clause::When(expr)) => Ok(expr.clone()),
        _ => Err("no condition".to_owned()),
    }
}
