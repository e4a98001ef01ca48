//! Situations by chance, for property tests, benchmarks and the comparison of both engines. Chance is an argument.

use crate::situation::{ME, Situation, Value};
use crate::vocabulary::{ActionId, Fact, FactId, Kind, Vocabulary};

/// A small generator of numbers by chance (xorshift64*, Vigna 2016): the same seed gives the same situations.
#[derive(Debug, Clone)]
pub struct Chances(u64);

impl Chances {
    /// A generator with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from((self.draw() >> 16) % end).unwrap_or(0)
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// A situation in which every fact of the action is known.
pub fn known(vocabulary: &Vocabulary, action: ActionId, chances: &mut Chances) -> Situation {
    let mut situation = Situation::unknown(vocabulary);
    situation.action = Some(action);
    let facts = vocabulary
        .actions
        .get(action)
        .map(|action| action.facts.clone());
    for id in facts.unwrap_or_default() {
        tell(vocabulary, id, &mut situation, chances);
    }
    situation
}

/// A situation in which some facts are unknown: one in `times` is forgotten.
pub fn partly_known(
    vocabulary: &Vocabulary,
    action: ActionId,
    times: usize,
    chances: &mut Chances,
) -> Situation {
    let mut situation = known(vocabulary, action, chances);
    for fact in 1..vocabulary.facts.len() {
        if chances.once_in(times) {
            situation.set(fact, Value::Unknown);
        }
    }
    situation
}

fn tell(vocabulary: &Vocabulary, id: FactId, situation: &mut Situation, chances: &mut Chances) {
    let Some(fact) = vocabulary.facts.get(id) else {
        return;
    };
    match fact.kind {
        Kind::Action => {}
        Kind::Recognisable | Kind::Consent => {
            let names: Vec<String> = [ME, "noor", "sam"]
                .into_iter()
                .filter(|_| !chances.once_in(3))
                .map(str::to_owned)
                .collect();
            let none = fact.kind == Kind::Recognisable && chances.once_in(3);
            situation.set_persons(id, if none { Vec::new() } else { names });
        }
        _ => situation.set(id, value(fact, chances)),
    }
}

fn value(fact: &Fact, chances: &mut Chances) -> Value {
    let count = fact.values.len();
    match fact.kind {
        Kind::Roles | Kind::OtherRoles => {
            let first = 1_u32 << chances.below(count);
            let second = if chances.once_in(4) {
                1 << chances.below(count)
            } else {
                0
            };
            Value::Roles(first | second)
        }
        Kind::Choice => Value::Choice(chances.below(count)),
        _ => Value::Is(chances.once_in(3)),
    }
}
