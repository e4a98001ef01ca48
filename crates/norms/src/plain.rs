//! Plain words for sets of situations: the plainest example, and rules as sentences.

use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref};
use crate::situation::{Situation, Value};
use crate::space::Space;
use crate::vocabulary::{ActionId, Kind, VarId, Vocabulary};
use rustc_hash::FxHashMap;
use words::Locale;

impl Space<'_> {
    /// A rule as a sentence: only what it asks for.
    pub(crate) fn rule(&self, cube: &[u16]) -> words::Text {
        words::Text::new(
            self.rule_in(cube, Locale::Nl),
            self.rule_in(cube, Locale::En),
        )
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
                    let allowed: Vec<&str> = (0..count)
                        .filter(|v| mask >> v & 1 == 1)
                        .filter_map(phrase)
                        .collect();
                    let others: Vec<&str> = (0..count)
                        .filter(|v| mask >> v & 1 == 0)
                        .filter_map(phrase)
                        .collect();
                    if allowed.len() <= others.len() {
                        allowed.join(or)
                    } else {
                        format!("{not}{}", others.join(or))
                    }
                }
            };
            parts.push(part);
        }
        if parts.is_empty() {
            always.to_owned()
        } else {
            parts.join(", ")
        }
    }
}

/// The values along the cheapest way to make a function hold: the plainest example.
pub(crate) fn cheapest(vocabulary: &Vocabulary, store: &Diagrams, f: Ref) -> Vec<(VarId, usize)> {
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
                (
                    plainness(vocabulary, var, value).saturating_add(onward),
                    value,
                    *kid,
                )
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
        // "Everybody consented" is as ordinary as "not everybody".
        (Kind::Choice | Kind::Consent, _) => 1,
        (Kind::Recognisable, 2) => 2,
        _ => 3,
    }
}

/// The situation along a path. Facts off the path are ordinary and not told.
pub(crate) fn situation_of(
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
