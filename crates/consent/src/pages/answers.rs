//! A form full of answers: one field for each question about each person.

use std::collections::BTreeMap;

use people::ask::Ask;
use shell::Fault;
use words::{Channel, Medium, PersonId, PurposeId};

use crate::model::{Answer, Cell};

/// The name of a field: of whom, and about what.
pub(super) fn field_of(person: PersonId, cell: Cell) -> String {
    let (channel, medium) = (cell.channel.key(), cell.medium.key());
    format!("a-{person}-{}-{channel}-{medium}", cell.purpose)
}

fn read_field(name: &str) -> Option<(PersonId, Cell)> {
    let mut parts = name.strip_prefix("a-")?.split('-');
    let person: PersonId = parts.next()?.parse().ok()?;
    let purpose: PersonId = parts.next()?.parse().ok()?;
    let cell = Cell {
        purpose: PurposeId(purpose.0),
        channel: Channel::from_key(parts.next()?)?,
        medium: Medium::from_key(parts.next()?)?,
    };
    parts.next().is_none().then_some((person, cell))
}

/// What was sent, person by person. A button that withdraws counts as a no on its own question.
pub(super) fn read(ask: &Ask<'_>) -> Result<BTreeMap<PersonId, Vec<(Cell, Answer)>>, Fault> {
    let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
    for (name, value) in ask.form.pairs().filter(|(name, _)| name.starts_with("a-")) {
        let answer = Answer::from_key(value).filter(|answer| *answer != Answer::Undone);
        answers.insert(name.to_owned(), answer.ok_or(Fault::Missing)?);
    }
    let withdrawn = ask.form.one("intrek");
    if !withdrawn.is_empty() {
        answers.insert(withdrawn.to_owned(), Answer::No);
    }
    let mut by_person: BTreeMap<PersonId, Vec<(Cell, Answer)>> = BTreeMap::new();
    for (name, answer) in answers {
        let (person, cell) = read_field(&name).ok_or(Fault::Missing)?;
        by_person.entry(person).or_default().push((cell, answer));
    }
    Ok(by_person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_field_is_read_only_as_it_is_written() {
        let cell = Cell {
            purpose: PurposeId(Uuid::from_u128(3)),
            channel: Channel::Website,
            medium: Medium::Foto,
        };
        let person = PersonId(Uuid::from_u128(4));
        let field = field_of(person, cell);
        assert_eq!(read_field(&field), Some((person, cell)));
        for wrong in [
            "",
            "a-",
            "a-1-2-website-foto",
            &format!("{field}-x"),
            &field.to_uppercase(),
        ] {
            assert_eq!(read_field(wrong), None, "{wrong}");
        }
    }
}
