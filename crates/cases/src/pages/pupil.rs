//! The cases of one pupil, one after another: for who sees each of them.

use people::ask::{Answer as Page, Ask, Reading, Reply};
use shell::Fault;
use words::{PersonId, Role};

use super::{handling, room};
use crate::model::{Case, Opened, Record};
use crate::rules::measure::imposed_on;
use crate::store::{cases, parties};
use crate::views::pupil as view;

/// The page. A case that who asks does not see is not there, and is not counted.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let first = handling(ask.caller, None).first().copied();
    let Some(role) = first else {
        return Err(ask.refused(identity::Action::HandleCases));
    };
    let mut reading = ask.writing().await?;
    let person: PersonId = ask.id(2)?;
    let names = reading.names.clone();
    let known = names
        .get(person)
        .filter(|known| known.place.pupil && ask.sees(known));
    let name = known.ok_or(Fault::Missing)?.name.said();
    let mut rows = Vec::new();
    for (case, role) in seen(ask, &mut reading, person).await? {
        rows.push(row(ask, &mut reading, (case, role), person).await?);
    }
    let (by, now) = (ask.caller.person, ask.now);
    decisions::looked(
        &mut reading.tx,
        now,
        by,
        Some(role),
        person,
        "case-chronology",
    )
    .await?;
    reading.tx.commit().await?;
    let frame = ask.frame();
    let title = ask.words().f("pupil-title", &[("who", name.into())]);
    let content = view::page(&frame, &title, &rows);
    Ok(Reply::Page(frame.page(&title, content)))
}

/// The cases with somebody in them that who asks sees, the oldest first.
async fn seen(
    ask: &Ask<'_>,
    reading: &mut Reading,
    person: PersonId,
) -> Result<Vec<(Case, Role)>, Fault> {
    let mut found: Vec<(Case, Role)> = Vec::new();
    for id in parties::cases_with(&mut reading.tx, person).await? {
        if found.iter().any(|(case, _)| case.id == id) {
            continue;
        }
        match room::of(ask, reading, id).await {
            Ok((case, _, _, role)) => found.push((case, role)),
            Err(Fault::Missing) => {}
            Err(other) => return Err(other),
        }
    }
    found.sort_by_key(|(case, _)| case.received_at);
    Ok(found)
}

/// What one case was for this pupil: it is opened for that, and the log says so.
async fn row(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (case, role): (Case, Role),
    person: PersonId,
) -> Result<view::Row, Fault> {
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let key = cases::key(tx, keys, case.id).await?.ok_or(Fault::Missing)?;
    let opened = cases::open(tx, &key, case).await?;
    let object = opened.case.id.as_simple().to_string();
    decisions::record(tx, &ask.entry("case_opened", "chronology", role).on(object)).await?;
    let (frame, words) = (ask.frame(), ask.words());
    let mine = opened
        .parties
        .iter()
        .filter(|one| one.person == Some(person));
    let parts = mine.map(|one| {
        let part = words.t(&format!("part-{}", one.part.key())).to_owned();
        (part, one.cleared_at.is_some())
    });
    Ok(view::Row {
        address: frame.to(&opened.case.address()),
        number: opened.case.number.to_string(),
        day: frame.day(shell::clock::today(opened.case.received_at)),
        state: words
            .t(crate::views::list::state_key(opened.case.state))
            .to_owned(),
        parts: parts.collect(),
        decided: decided(ask, &opened, person),
    })
}

/// What was decided about this pupil, each with its day.
fn decided(ask: &Ask<'_>, opened: &Opened, person: PersonId) -> Vec<String> {
    let (frame, words) = (ask.frame(), ask.words());
    let is = |party| {
        opened
            .party(party)
            .is_some_and(|one| one.person == Some(person))
    };
    let said = opened
        .events
        .iter()
        .filter_map(|event| match &event.record {
            Record::Measure { party, step, .. } if is(*party) => {
                let (on, _) = imposed_on(opened, event.id)?;
                let gone = opened
                    .after(event.id)
                    .find(|one| matches!(one.record, Record::Dropped { .. }));
                let line = format!("{step}, {}", frame.day(on));
                Some(match gone {
                    Some(gone) => {
                        let day = frame.day(shell::clock::today(gone.at));
                        format!(
                            "{line} ({})",
                            words.f("pupil-lifted", &[("day", day.into())])
                        )
                    }
                    None => line,
                })
            }
            Record::NotActing { .. } => {
                let day = frame.day(shell::clock::today(event.at));
                Some(format!("{}, {day}", words.t("event-not-acting")))
            }
            Record::Fake {
                party,
                proven: true,
                ..
            } if is(*party) => {
                let day = frame.day(shell::clock::today(event.at));
                Some(format!("{}, {day}", words.t("cleared")))
            }
            _ => None,
        });
    said.collect()
}
