//! What waits and what is handled. A list opens nothing: it has numbers, days and terms, and no names.

use std::collections::BTreeSet;

use identity::Action;
use jiff::Timestamp;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use shell::Fault;
use uuid::Uuid;
use words::{PersonId, Role};

use super::{handling, room, script_of};
use crate::model::{Case, Number, State};
use crate::rules::page_ends;
use crate::store::{lists, mailboxes, parties};
use crate::views::list as view;

/// So many rows stand on a page.
const MOST: i64 = 50;

/// The page: of one state, or of what was searched.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    if handling(ask.caller, None).is_empty() {
        return Err(ask.refused(Action::HandleCases));
    }
    let mut reading = ask.writing().await?;
    let typed = ask.query("zoek").to_owned();
    let state = State::from_key(ask.query("staat")).unwrap_or(State::Signal);
    let after: Option<Timestamp> = ask.query("na").parse().ok();
    let (found, more) = if typed.is_empty() {
        let own = own(ask, &mut reading).await?;
        let from = (state, after.unwrap_or(Timestamp::MIN));
        of_state(ask, &mut reading, &own, from).await?
    } else {
        (searched(ask, &mut reading, &typed).await?, None)
    };
    let ids: Vec<Uuid> = found.iter().map(|case| case.id).collect();
    let mut beside = lists::beside(&mut reading.tx, &ids).await?;
    let rows = found.iter().map(|case| {
        let beside = beside.remove(&case.id).unwrap_or_default();
        row(ask, &reading, case, beside)
    });
    let rows = rows.collect();
    if !typed.is_empty() {
        let role = handling(ask.caller, None).first().copied();
        let entry = ask.entry("case_searched", "looked", role.unwrap_or(Role::Directeur));
        decisions::record(&mut reading.tx, &entry).await?;
    }
    let pupils = pupils(ask, &reading, &typed);
    let handled = reading.schools.iter().map(|school| school.id);
    let handled: Vec<_> = handled
        .filter(|id| !handling(ask.caller, Some(*id)).is_empty())
        .collect();
    let waiting = mailboxes::waiting(&mut reading.tx, &handled).await?;
    reading.tx.commit().await?;
    let list = view::List {
        pupils,
        places: places(ask),
        state: typed.is_empty().then_some(state),
        typed,
        rows,
        waiting,
        watches: handling(ask.caller, None)
            .iter()
            .any(|role| matches!(role, Role::Directeur | Role::Pr)),
        more: more.map(|at| format!("/zaken?staat={}&na={at}", state.key())),
    };
    let frame = ask.frame();
    let content = view::page(&frame, &list);
    Ok(Reply::Page(
        frame.page(ask.words().t("cases-title"), content),
    ))
}

/// Pupils who answer to what was searched, each with where their cases stand.
fn pupils(ask: &Ask<'_>, reading: &Reading, typed: &str) -> Vec<(String, String)> {
    if typed.parse::<Number>().is_ok() {
        return Vec::new();
    }
    let sees = |known: &people::directory::Known| known.place.pupil && ask.sees(known);
    let found = reading.names.find(typed, 10, sees).into_iter();
    found
        .map(|one| (one.name.said(), format!("/zaken/leerling/{}", one.id)))
        .collect()
}

/// The pages beside the list that who asks may go to.
fn places(ask: &Ask<'_>) -> Vec<(&'static str, &'static str)> {
    let held = handling(ask.caller, None);
    let figures = [Role::Directeur, Role::Antipest, Role::Bestuur];
    let figures = figures.iter().any(|role| held.contains(role));
    let all = [
        (figures, "/zaken/cijfers", "figures-title"),
        (
            held.contains(&Role::Directeur),
            "/zaken/brieven",
            "templates-title",
        ),
    ];
    let may = all.into_iter().filter(|(may, ..)| *may);
    may.map(|(_, address, key)| (address, key)).collect()
}

/// The cases that who asks or their children are in.
pub(crate) async fn own(ask: &Ask<'_>, reading: &mut Reading) -> anyhow::Result<BTreeSet<Uuid>> {
    let mut own = BTreeSet::new();
    let mut people = room::children(&mut reading.tx, ask.caller.person).await?;
    people.push(ask.caller.person);
    for person in people {
        own.extend(parties::cases_with(&mut reading.tx, person).await?);
    }
    Ok(own)
}

/// Those of a state that who asks sees, the oldest first; and where the next page begins.
pub(crate) async fn of_state(
    ask: &Ask<'_>,
    reading: &mut Reading,
    own: &BTreeSet<Uuid>,
    (state, after): (State, Timestamp),
) -> anyhow::Result<(Vec<Case>, Option<Timestamp>)> {
    let span = (after, MOST + 1);
    let mut found = Vec::new();
    let schools = reading.schools.clone();
    let tx = &mut reading.tx;
    for school in &schools {
        let roles = handling(ask.caller, Some(school.id));
        let runs = roles.contains(&Role::Directeur);
        let hears = script_of(school).hears();
        let listens = state == State::Signal && roles.iter().any(|role| hears.contains(role));
        if runs || listens {
            found.extend(lists::of_school(tx, school.id, state, span).await?);
        }
    }
    if handling(ask.caller, None).contains(&Role::Bestuur) {
        found.extend(lists::of_board(tx, state, span).await?);
    }
    found.extend(lists::seated(tx, ask.caller.person, state, span).await?);
    found.sort_by_key(|case| (case.received_at, case.id));
    found.dedup_by_key(|case| case.id);
    let came: Vec<Timestamp> = found.iter().map(|case| case.received_at).collect();
    let fit = page_ends(&came, usize::try_from(MOST)?);
    let next = came.get(fit).and(found.get(fit.saturating_sub(1)));
    let next = next.map(|case| case.received_at);
    found.truncate(fit);
    // Left out after the page was cut: otherwise what comes after it would seem not to be there.
    found.retain(|case| !own.contains(&case.id));
    Ok((found, next))
}

/// Those of a number, or with somebody of this name in them, as far as who asks sees them.
async fn searched(ask: &Ask<'_>, reading: &mut Reading, typed: &str) -> Result<Vec<Case>, Fault> {
    let mut ids = BTreeSet::new();
    if let Ok(number) = typed.parse::<Number>() {
        ids.extend(lists::of_number(&mut reading.tx, number).await?);
    } else {
        let names = reading.names.clone();
        let sees = |known: &people::directory::Known| ask.sees(known) || known.place.staff;
        let people: Vec<PersonId> = names
            .find(typed, 10, sees)
            .iter()
            .map(|one| one.id)
            .collect();
        for person in people {
            ids.extend(parties::cases_with(&mut reading.tx, person).await?);
        }
    }
    let mut found = Vec::new();
    for id in ids {
        match room::of(ask, reading, id).await {
            Ok((case, ..)) => found.push(case),
            Err(Fault::Missing) => {}
            // They see it once they proved that it is them.
            Err(other) => return Err(other),
        }
    }
    found.sort_by_key(|case| std::cmp::Reverse(case.received_at));
    Ok(found)
}

fn row(ask: &Ask<'_>, reading: &Reading, case: &Case, beside: lists::Beside) -> view::Row {
    let frame = ask.frame();
    let words = ask.words();
    let lead = beside.lead.map(|person| reading.names.said(person));
    let schools = &reading.schools;
    let school = schools.iter().find(|one| one.id == case.school);
    view::Row {
        address: frame.to(&case.address()),
        number: case.number.to_string(),
        urgent: case.urgent && !case.state.is_over(),
        way: words.t(&format!("way-{}", case.way.key())).to_owned(),
        school: (schools.len() > 1)
            .then(|| school.map(|one| one.name.clone()))
            .flatten(),
        since: frame.moment(case.received_at),
        lead,
        next: beside.due.map(|(kind, at)| {
            let what = words.t(&format!("event-{kind}")).to_owned();
            view::Next {
                what,
                day: frame.day(shell::clock::today(at)),
                late: at < ask.now,
            }
        }),
    }
}
