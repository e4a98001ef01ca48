//! Between facts and diagram variables.

use crate::situation::{ME, Situation, Value};
use crate::vocabulary::{Kind, VarId, Vocabulary};

impl Vocabulary {
    /// Tells a situation the value of one diagram variable.
    pub(crate) fn tell_var(&self, situation: &mut Situation, var: VarId, value: usize) {
        let Some((id, fact)) = self
            .vars
            .get(var)
            .and_then(|found| Some((found.fact, self.facts.get(found.fact)?)))
        else {
            return;
        };
        let told = match fact.kind {
            Kind::Roles | Kind::OtherRoles => {
                let bit = 1_u32 << (var - fact.vars.start);
                let before = match situation.get(id) {
                    Value::Roles(bits) => *bits,
                    _ => 0,
                };
                Value::Roles(if value == 1 {
                    before | bit
                } else {
                    before & !bit
                })
            }
            Kind::Choice => Value::Choice(value),
            Kind::Recognisable => Value::Case(value),
            Kind::Consent => Value::Covers(value == 1),
            Kind::YesNo | Kind::Action => Value::Is(value == 1),
        };
        situation.set(id, told);
    }

    /// What is known of every diagram variable in a situation: one bit for each value it may have.
    pub(crate) fn masks(&self, situation: &Situation, masks: &mut Vec<u16>) {
        masks.clear();
        masks.extend(self.vars.iter().map(|var| every_value(var.values)));
        let herkenbaar = self.fact_id("herkenbaar").map(|id| situation.get(id));
        for (id, fact) in self.facts.iter().enumerate() {
            let value = situation.get(id);
            if *value == Value::Unknown {
                continue;
            }
            let one = match value {
                Value::Is(is) | Value::Covers(is) => 1_u16 << u16::from(*is),
                Value::Choice(index) | Value::Case(index) => 1 << index,
                Value::Persons(names) if fact.kind == Kind::Recognisable => 1 << case_of(names),
                Value::Persons(names) => consent_mask(names, herkenbaar),
                Value::Roles(bits) => {
                    for (bit, var) in fact.vars.clone().enumerate() {
                        if let Some(mask) = masks.get_mut(var) {
                            *mask = 1 << (bits >> bit & 1);
                        }
                    }
                    continue;
                }
                Value::Unknown => continue,
            };
            if let Some(mask) = masks.get_mut(fact.vars.start) {
                *mask &= one;
            }
        }
    }
}

/// The mask of all values of a variable; no fact has more than sixteen.
pub(crate) fn every_value(values: usize) -> u16 {
    u16::MAX >> (16_usize.saturating_sub(values))
}

/// The case of a set of recognisable persons: nobody, me, others, both.
fn case_of(names: &[String]) -> u16 {
    let me = names.iter().any(|name| name == ME);
    let others = names.len() > usize::from(me);
    u16::from(me) | u16::from(others) << 1
}

/// What a list of consents says of "everybody who can be recognised gave consent". The actor consents by acting. An empty list
/// covers nobody else, and where nobody can be recognised the question has no weight.
fn consent_mask(consents: &[String], recognisable: Option<&Value>) -> u16 {
    const NO: u16 = 0b01;
    const YES: u16 = 0b10;
    match recognisable {
        Some(Value::Persons(names)) => {
            let covered = |name: &String| name == ME || consents.binary_search(name).is_ok();
            if names.iter().all(covered) { YES } else { NO }
        }
        Some(Value::Case(0 | 1)) => YES,
        _ if consents.is_empty() => NO,
        _ => NO | YES,
    }
}
