//! What waits for the office: what must come off, and talks that are needed.

use identity::Action;
use jiff::{SignedDuration, Timestamp};
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::store::claims;
use serde_json::json;
use shell::Fault;
use words::{PersonId, PublicationId, SchoolId};

use crate::store::publications;
use crate::store::talks::{self, Talk};
use crate::views::todo as view;

/// The most that is listed of what must come off: whoever has more begins with these.
const MOST: i64 = 500;

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
    let open = publications::open(&mut reading.tx, &reading.keys, school.id, MOST).await?;
    let takedowns = open.into_iter().map(|one| view::Takedown {
        id: one.publication.id.to_string(),
        channel: super::channel_said(ask.words(), one.publication.channel),
        link: one.publication.what.address.starts_with("https://"),
        title: one.publication.what.title,
        address: one.publication.what.address,
        person: reading.names.said(one.person),
        since: ask.frame().moment(one.asked_at),
    });
    let takedowns = takedowns.collect();
    let shown = view::Todo {
        school: school.id.to_string(),
        talks,
        takedowns,
        done: just_done(ask, &mut reading, school.id).await?,
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// Since when something counts as just done: whoever did it can still say that it is not so.
fn just(ask: &Ask<'_>) -> Timestamp {
    ask.now
        .saturating_sub(SignedDuration::from_hours(24))
        .unwrap_or(ask.now)
}

/// What who looks did here a short while ago.
async fn just_done(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: SchoolId,
) -> Result<Vec<view::Done>, Fault> {
    let (words, me, since) = (ask.words(), ask.caller.person, just(ask));
    let gone = publications::gone_by(&mut reading.tx, &reading.keys, me, since).await?;
    let gone = gone.into_iter().filter(|(one, _)| one.school == school);
    let mut done: Vec<view::Done> = gone
        .map(|(one, _)| view::Done {
            kind: "weg-niet",
            id: one.id.to_string(),
            what: words.f("done-off", &[("title", one.what.title.into())]),
        })
        .collect();
    for (talk, _) in talks::had_by(&mut reading.tx, me, since).await? {
        let known = reading.names.get(talk.person);
        if known.is_some_and(|known| known.place.schools.contains(&school)) {
            let pupil = reading.names.said(talk.person);
            done.push(view::Done {
                kind: "gesprek-niet",
                id: talk.id.as_simple().to_string(),
                what: words.f("done-talk", &[("pupil", pupil.into())]),
            });
        }
    }
    Ok(done)
}

/// Something came off, or a talk was had; or it was not so after all.
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
            claims::end(&mut reading.tx, &format!("talk-{}", id.0.as_simple())).await?;
            ("consent_talk", done)
        }
        "weg" => {
            let id = PublicationId(id.0);
            let one = publications::one(&mut reading.tx, &reading.keys, id).await?;
            one.filter(|one| one.school == school.id)
                .ok_or(Fault::Missing)?;
            let done = publications::is_gone(&mut reading.tx, id, Some(by), ask.now).await?;
            claims::end(&mut reading.tx, &format!("takedown-{id}")).await?;
            ("taken_down", done)
        }
        kind @ ("gesprek-niet" | "weg-niet") => {
            let mine = just_done(ask, &mut reading, school.id).await?;
            let mine = mine
                .iter()
                .any(|one| one.kind == kind && one.id == id.to_string());
            let (since, tx) = (just(ask), &mut reading.tx);
            let (kind, undone) = match kind {
                _ if !mine => return Err(Fault::Missing),
                "weg-niet" => {
                    let id = PublicationId(id.0);
                    let undone = publications::is_there_after_all(tx, id, by, since).await?;
                    ("taken_down", undone)
                }
                _ => ("consent_talk", talks::undone(tx, id.0, by, since).await?),
            };
            if undone {
                let entry = ask.entry(kind, "undone", role).on(id.to_string());
                decisions::record(tx, &entry).await?;
            }
            (kind, false)
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
