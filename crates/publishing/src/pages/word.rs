//! The list of words that a school taught its check.

use decisions::record;
use identity::Action;
use personal_data::Category;
use shell::Fault;
use ui::{Choice, Errors};
use words::Role;

use super::ask::Ask;
use super::text::{keep, writer};
use crate::model::{Meaning, Word};
use crate::rules::{self, SENSITIVE};
use crate::store as sql;
use crate::views::word::{self as view, Line, List};
use people::ask::{Answer, Reading, Reply};
use people::model::School;

/// The list of a school, and the form that adds to it.
pub(super) async fn list(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (school, role) = ask.school_for(Action::EditWords, &reading.schools)?;
    let page = show(ask, &mut reading, (&school, role), &Errors::default()).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

async fn show(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (school, role): (&School, Role),
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let words = sql::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    let mut about: Vec<_> = words.iter().filter_map(|word| word.person).collect();
    about.sort_unstable();
    about.dedup();
    ask.looked_at(reading, about, role, "words").await?;
    let mine = ask.schools_for(Action::EditWords, &reading.schools);
    let schools = mine.iter().map(|one| {
        let chosen = one.id == school.id;
        Choice::new(one.id.to_string(), &one.name, chosen)
    });
    let kind = ask.form.one("soort");
    let kinds = [Meaning::Public.key()]
        .into_iter()
        .chain(SENSITIVE.into_iter().map(Category::code));
    let list = List {
        schools: schools.collect(),
        lines: words.iter().map(|word| line(reading, word)).collect(),
        typed: ask.form.one("woord").to_owned(),
        kinds: kinds
            .map(|one| Choice::new(one, view::kind_said(ask.words(), one), one == kind))
            .collect(),
    };
    Ok(view::list(&ask.frame(), &list, errors))
}

fn line(reading: &Reading, word: &Word) -> Line {
    Line {
        word: word.clone(),
        person: word.person.map(|id| reading.names.said(id)),
        by: reading.names.said(word.by),
    }
}

/// Adds a word.
pub(super) async fn add(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (school, role) = ask.school_for(Action::EditWords, &reading.schools)?;
    let (kind, said) = (ask.form.one("soort"), ask.form.one("woord"));
    let kept = match rules::added(kind, said, writer(ask, &school), ask.words()) {
        Ok(word) => keep(ask, &mut reading, &word, role).await?,
        Err(errors) => Err(errors),
    };
    if let Err(errors) = kept {
        let page = show(ask, &mut reading, (&school, role), &errors).await?;
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/woorden?school={}", school.id)))
}

/// The word of the address, if it is of a school whose list they keep. What they may not see is not there.
async fn word(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Word, Role), Fault> {
    let id = ask.id::<uuid::Uuid>(1)?;
    let found = sql::one(&mut reading.tx, &reading.keys, id).await?;
    let word = found.ok_or(Fault::Missing)?;
    let role = ask.role_for(Action::EditWords, &ask.at(word.school));
    Ok((word, role.ok_or(Fault::Missing)?))
}

/// One word, and the question whether it goes.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (word, role) = word(ask, &mut reading).await?;
    ask.looked_at(&mut reading, word.person, role, "words")
        .await?;
    let line = line(&reading, &word);
    reading.tx.commit().await?;
    Ok(Reply::Page(view::page(&ask.frame(), &line)))
}

/// Takes it off the list.
pub(super) async fn remove(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (word, role) = word(ask, &mut reading).await?;
    sql::remove(&mut reading.tx, word.school, word.id).await?;
    let mut entry = ask
        .entry("word_removed", word.meaning.key(), role)
        .on(word.id.as_simple().to_string());
    if let Some(person) = word.person {
        entry = entry.about(person);
    }
    record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/woorden?school={}", word.school)))
}
