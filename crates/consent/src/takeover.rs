//! Answers that another system has: which column means what, and what each line says. Pure.
//!
//! A line is taken over only if it is certain about whom it is and whose answer it is. Everything else is refused with its
//! reason: a wrong yes shows a child that may not be shown.

use std::collections::HashMap;

use jiff::civil::Date;
use people::names::fold;
use words::PersonId;

use crate::model::{Answer, Capacity, Cell};
use crate::register::Facts;
use crate::rules::{self, Say};

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// The number of the pupil in the administration.
    Number,
    /// The name of the pupil.
    Name,
    /// The birth date of the pupil.
    Born,
    /// The name of whoever answered.
    Guardian,
    /// The day on which they answered.
    Day,
    /// The answer to this question.
    Cell(Cell),
}

/// What the columns of a file mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Column by column; the others say nothing.
    pub columns: Vec<(usize, Means)>,
    /// What means yes, folded.
    pub yes: Vec<String>,
    /// What means no, folded.
    pub no: Vec<String>,
}

/// Why a line is not taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Nobody here is called so or has that number.
    Nobody,
    /// More than one is.
    Several,
    /// The birth date is another.
    OtherBirthday,
    /// The pupil decides alone: what others said does not count.
    Alone,
    /// Nobody represents the pupil, as far as the school saw.
    Unrepresented,
    /// Two represent the pupil, and the line does not say which of them answered.
    Which,
    /// Whoever the line names does not represent the pupil.
    Stranger,
    /// The day is none, or lies in the future.
    Day,
    /// This means neither yes nor no.
    Unread(String),
    /// It holds no answer.
    Empty,
}

impl Refused {
    /// The key of the sentence.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Nobody => "takeover-nobody",
            Self::Several => "takeover-several",
            Self::OtherBirthday => "takeover-birthday",
            Self::Alone => "takeover-alone",
            Self::Unrepresented => "takeover-unrepresented",
            Self::Which => "takeover-which",
            Self::Stranger => "takeover-stranger",
            Self::Day => "takeover-day-wrong",
            Self::Unread(_) => "takeover-unread",
            Self::Empty => "takeover-empty",
        }
    }
}

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// About whom.
    pub person: PersonId,
    /// Whose answer it is.
    pub by: (PersonId, Capacity),
    /// When they said it.
    pub on: Date,
    /// What.
    pub answers: Vec<(Cell, Answer)>,
}

/// Who is who at the school.
#[derive(Debug, Default)]
pub struct Town<'a> {
    /// Pupils by their folded name.
    pub by_name: HashMap<String, Vec<PersonId>>,
    /// Pupils by the number in their administration.
    pub by_number: HashMap<String, PersonId>,
    /// Names of everybody, folded.
    pub names: HashMap<PersonId, String>,
    /// What is known of the pupils.
    pub facts: HashMap<PersonId, &'a Facts>,
}

impl Mapping {
    fn cell<'r>(&self, row: &'r [String], wanted: Means) -> &'r str {
        let at = self.columns.iter().find(|(_, means)| *means == wanted);
        at.and_then(|(at, _)| row.get(*at))
            .map_or("", |text| text.trim())
    }

    fn has(&self, wanted: Means) -> bool {
        self.columns.iter().any(|(_, means)| *means == wanted)
    }

    /// Somebody can be found by these columns, and something is answered in them.
    pub fn is_enough(&self) -> bool {
        let answers = self
            .columns
            .iter()
            .any(|(_, means)| matches!(means, Means::Cell(_)));
        answers && (self.has(Means::Number) || self.has(Means::Name))
    }

    /// What a line says.
    ///
    /// # Errors
    /// Why it is not taken over.
    pub fn read(&self, row: &[String], town: &Town<'_>, today: Date) -> Result<Line, Refused> {
        let person = self.person(row, town)?;
        let facts = town.facts.get(&person).ok_or(Refused::Nobody)?;
        let born = self.cell(row, Means::Born);
        if !born.is_empty() && facts.born.is_some() && day_of(born) != facts.born {
            return Err(Refused::OtherBirthday);
        }
        let on = match self.cell(row, Means::Day) {
            "" => today,
            text => day_of(text).filter(|on| *on <= today).ok_or(Refused::Day)?,
        };
        let by = self.speaker(row, town, (person, facts), today)?;
        let answers = self.answers(row)?;
        Ok(Line {
            person,
            by,
            on,
            answers,
        })
    }

    fn person(&self, row: &[String], town: &Town<'_>) -> Result<PersonId, Refused> {
        let number = self.cell(row, Means::Number);
        if !number.is_empty() {
            return town.by_number.get(number).copied().ok_or(Refused::Nobody);
        }
        let name = fold(self.cell(row, Means::Name));
        let same = town.by_name.get(&name).map_or(&[][..], Vec::as_slice);
        let born = day_of(self.cell(row, Means::Born));
        let known = |one: &&PersonId| {
            let facts = town.facts.get(one);
            born.is_none() || facts.is_some_and(|facts| facts.born == born)
        };
        let mut fits = same.iter().filter(known);
        match (fits.next(), fits.next()) {
            (Some(one), None) => Ok(*one),
            (Some(_), Some(_)) => Err(Refused::Several),
            _ if same.is_empty() => Err(Refused::Nobody),
            _ => Err(Refused::OtherBirthday),
        }
    }

    /// Whose answer it is: whom the line names, or the only one who represents the pupil.
    fn speaker(
        &self,
        row: &[String],
        town: &Town<'_>,
        (person, facts): (PersonId, &Facts),
        today: Date,
    ) -> Result<(PersonId, Capacity), Refused> {
        let say = |speaker| {
            rules::say(
                speaker,
                person,
                facts.pupil,
                facts.born,
                &facts.bonds,
                today,
            )
        };
        if say(person) == (Say::Decide, Capacity::Own) {
            return Err(Refused::Alone);
        }
        let named = fold(self.cell(row, Means::Guardian));
        let guardians = facts.bonds.iter().map(|bond| bond.guardian);
        let mut decide: Vec<PersonId> =
            guardians.filter(|one| say(*one).0 == Say::Decide).collect();
        if decide.is_empty() {
            return Err(Refused::Unrepresented);
        }
        if !named.is_empty() {
            decide.retain(|one| town.names.get(one) == Some(&named));
        }
        match decide.as_slice() {
            [one] => Ok((*one, Capacity::Guardian)),
            [] => Err(Refused::Stranger),
            _ => Err(Refused::Which),
        }
    }

    fn answers(&self, row: &[String]) -> Result<Vec<(Cell, Answer)>, Refused> {
        let mut answers = Vec::new();
        for (at, means) in &self.columns {
            let Means::Cell(cell) = means else { continue };
            let text = row.get(*at).map_or("", |text| text.trim());
            let folded = fold(text);
            let answer = match () {
                () if text.is_empty() => continue,
                () if self.yes.contains(&folded) => Answer::Yes,
                () if self.no.contains(&folded) => Answer::No,
                () => return Err(Refused::Unread(text.chars().take(40).collect())),
            };
            answers.push((*cell, answer));
        }
        if answers.is_empty() {
            Err(Refused::Empty)
        } else {
            Ok(answers)
        }
    }
}

/// Words that mean something, as somebody typed them: `ja, j, x`.
pub fn words_of(typed: &str) -> Vec<String> {
    let parts = typed.split(',').map(fold);
    parts.filter(|part| !part.is_empty()).collect()
}

/// A day as files have it: `2016-03-14` or `14-03-2016`.
fn day_of(text: &str) -> Option<Date> {
    let parts: Vec<i16> = text
        .split(['-', '/', '.'])
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if *year > 999 => (*year, *month, *day),
        [day, month, year] if *year > 999 => (*year, *month, *day),
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests;
