//! The school year rolls over: a preview in which every pupil has a place, and which changes nothing. Pure.
//!
//! A class has next year the name that it has now, and takes in the pupils who come from the year below: from `5a` one
//! goes to `6a`, from year 3 of `3/4b` to year 4 of `3/4b`, from `H3c` to `H4c`. After the last year one leaves. Who does
//! the year again, leaves early or goes to another class was chosen for that pupil. Where nothing follows plainly, somebody
//! must choose: a guess would put a child in the wrong class.

use std::collections::BTreeMap;

use words::{GroupId, PersonId};

use crate::model::Sector;

/// A class as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Identity.
    pub id: GroupId,
    /// Its name, now and next year.
    pub name: String,
    /// The lowest and the highest year taught in it.
    pub levels: (u8, u8),
}

/// A pupil as placed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Who.
    pub pupil: PersonId,
    /// In which class.
    pub class: GroupId,
    /// The pupil's own year; 0 where that is not known.
    pub level: u8,
}

/// What somebody chose for a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Does the year again.
    Stays,
    /// Leaves the school.
    Leaves,
    /// Goes to the class of this name.
    To(String),
}

/// What becomes of a pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To a class of next year, in this year of it.
    To {
        /// The class.
        class: String,
        /// The pupil's own year.
        level: u8,
    },
    /// Leaves the school.
    Leaves,
    /// Somebody must choose.
    Unclear,
}

/// A pupil's move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where the pupil is now.
    pub placed: Placed,
    /// What becomes of it.
    pub step: Step,
    /// Somebody chose so.
    pub chosen: bool,
}

/// What would happen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Every pupil once.
    pub moves: Vec<Move>,
    /// The classes of next year, with how many pupils each gets.
    pub classes: Vec<(Class, usize)>,
}

impl Preview {
    /// Pupils of whom nobody knows where they go.
    pub fn unclear(&self) -> impl Iterator<Item = &Move> {
        self.with(|step| *step == Step::Unclear)
    }

    /// Pupils who leave.
    pub fn leavers(&self) -> impl Iterator<Item = &Move> {
        self.with(|step| *step == Step::Leaves)
    }

    /// Pupils who do their year again.
    pub fn again(&self) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(
            |one| matches!(one.step, Step::To { level, .. } if level != 0 && level == one.placed.level),
        )
    }

    fn with(&self, is: impl Fn(&Step) -> bool) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |one| is(&one.step))
    }
}

/// What would happen to these classes and pupils.
pub fn preview(
    sector: Sector,
    classes: &[Class],
    placed: &[Placed],
    choices: &BTreeMap<PersonId, Choice>,
) -> Preview {
    let moves: Vec<Move> = placed
        .iter()
        .map(|placed| {
            let chosen = choices.get(&placed.pupil);
            let from = classes.iter().find(|class| class.id == placed.class);
            let step = from.map_or(Step::Unclear, |from| {
                step(sector, classes, from, placed.level, chosen)
            });
            Move {
                placed: *placed,
                step,
                chosen: chosen.is_some(),
            }
        })
        .collect();
    let count = |name: &str| {
        moves
            .iter()
            .filter(|one| matches!(&one.step, Step::To { class, .. } if class == name))
            .count()
    };
    Preview {
        classes: classes
            .iter()
            .map(|class| (class.clone(), count(&class.name)))
            .collect(),
        moves,
    }
}

fn step(
    sector: Sector,
    classes: &[Class],
    from: &Class,
    level: u8,
    chosen: Option<&Choice>,
) -> Step {
    match chosen {
        Some(Choice::Leaves) => Step::Leaves,
        // A class that is gone since somebody chose it is no place.
        Some(Choice::To(name)) => match classes.iter().find(|class| class.name == *name) {
            Some(class) => Step::To {
                class: name.clone(),
                level: level_in(class, level),
            },
            None => Step::Unclear,
        },
        Some(Choice::Stays) => Step::To {
            class: from.name.clone(),
            level,
        },
        None if level == 0 => Step::Unclear,
        None if level >= sector.highest() => Step::Leaves,
        None => onward(sector, classes, from, level),
    }
}

/// The pupil's year in a class that somebody chose: the next, or the one the class has.
fn level_in(class: &Class, level: u8) -> u8 {
    let (lowest, highest) = class.levels;
    if level == 0 && lowest != highest {
        0
    } else {
        (level + 1).clamp(lowest, highest.max(lowest))
    }
}

/// One year up.
fn onward(sector: Sector, classes: &[Class], from: &Class, level: u8) -> Step {
    let next = level + 1;
    let above: Vec<&Class> = classes
        .iter()
        .filter(|class| class.levels.0 <= next && next <= class.levels.1)
        .collect();
    let (kind, letter) = stem(&from.name);
    let same_kind: Vec<&&Class> = above
        .iter()
        .filter(|class| stem(&class.name).0 == kind)
        .collect();
    let same: Vec<&&&Class> = same_kind
        .iter()
        .filter(|class| stem(&class.name).1 == letter)
        .collect();
    let target = match (same.as_slice(), same_kind.as_slice(), above.as_slice()) {
        ([one], ..) => Some(**one),
        ([], [one], _) => Some(*one),
        // In primary education a name has no kind of school in it: the only class of that year is the one.
        ([], [], [one]) if sector == Sector::Po => Some(one),
        _ => None,
    };
    match target {
        Some(class) => Step::To {
            class: class.name.clone(),
            level: next,
        },
        // A school type ends where it has no class above: vmbo after 4, havo after 5.
        None if sector == Sector::Vo && level >= 4 && same_kind.is_empty() => Step::Leaves,
        None => Step::Unclear,
    }
}

/// What stands before and after the year in a name: `H3b` is of kind `h` and letter `b`, `3/4a` of no kind and letter `a`.
fn stem(name: &str) -> (String, String) {
    let is_year = |c: char| c.is_ascii_digit() || c == '/';
    let lower = name.to_lowercase();
    let Some(first) = lower.find(is_year) else {
        return (lower, String::new());
    };
    let (kind, rest) = lower.split_at(first);
    let letter = rest.trim_start_matches(|c: char| is_year(c) || c == '-' || c == ' ');
    (kind.trim().to_owned(), letter.trim().to_owned())
}

#[cfg(test)]
mod tests;
