//! What waits for the office: what must come off, and talks that are needed.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::Fault;
use words::{PersonId, PublicationId, SchoolId};

use crate::store::publications;
use crate::store::talks::{self, Talk};
use crate::views::todo as view;

/// The talks about pupils of a school.
pub(super) async fn talks_of(reading: &mut Reading, school: SchoolId) -> Result<Vec<Talk>, Fault> {
    let all = talks::open(&mut reading.tx).await?;
    let here = |talk: &Talk| {
        let known = reading.names.get(talk.person);
        known.is_some_and(|known| known.place.schools.contains(&school))
    };
    Ok(all.into_iter().filter(here).collect())
}

/// The list.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::TypeConsent, &reading.schools)?;
    let talks = talks_of(&mut reading, school.id).await?;
    let talks = talks.iter().map(|talk| view::Talk {
        id: talk.id.as_simple().to_string(),
        pupil: reading.names.said(talk.person),
        guardian: reading.names.said(talk.asked_by),
        since: ask.frame().day(shell::clock::today(talk.asked_at)),
    });
    let talks = talks.collect();
    let open = publications::open(&mut reading.tx, &reading.keys, school.id).await?;
    let takedowns = open.into_iter().map(|one| view::Takedown {
        id: one.publication.id.to_string(),
        channel: super::channel_said(ask.words(), one.publication.channel),
        link: one.publication.what.address.starts_with("https://"),
        title: one.publication.what.title,
        address: one.publication.what.address,
        person: reading.names.said(one.person),
        since: ask.frame().moment(one.asked_at),
    });
    let shown = view::Todo {
        school: school.id.to_string(),
        talks,
        takedowns: takedowns.collect(),
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// Something came off, or a talk was had.
pub(super) async fn done(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::TypeConsent, &reading.schools)?;
    let role = ask.must(Action::TypeConsent, &ask.at(school.id))?;
    let id: PersonId = ask.form.one("wat").parse().map_err(|_| Fault::Missing)?;
    let by = ask.caller.person;
    let (kind, done) = match ask.form.one("soort") {
        "gesprek" => {
            let mine = talks_of(&mut reading, school.id).await?;
            let talk = mine.iter().find(|talk| talk.id == id.0);
            let talk = talk.ok_or(Fault::Missing)?;
            let done = super::office::talked(ask, &mut reading, PersonId(talk.id)).await?;
            ("consent_talk", done)
        }
        "weg" => {
            let id = PublicationId(id.0);
            let one = publications::one(&mut reading.tx, &reading.keys, id).await?;
            one.filter(|one| one.school == school.id)
                .ok_or(Fault::Missing)?;
            let done = publications::is_gone(&mut reading.tx, id, Some(by), ask.now).await?;
            ("taken_down", done)
        }
        _ => return Err(Fault::Missing),
    };
    // Somebody else was first: it is done, and once is enough in the log.
    if done {
        let entry = ask
            .entry(kind, "done", role)
            .on(id.to_string())
            .from_facts(json!({ "school": school.id }));
        decisions::record(&mut reading.tx, &entry).await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/wacht?school={}",
        school.id
    )))
}
