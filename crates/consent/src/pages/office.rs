//! The office: how far the answers are, and what the register knows of one person.

use std::collections::BTreeMap;

use decisions::looked;
use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::directory::Known;
use people::model::{Part, School};
use people::store::groups;
use people::{SchoolYear, Who};
use shell::Fault;
use words::{PersonId, Role};

use crate::desk;
use crate::model::{Answer, Event, How};
use crate::register::Register;
use crate::rules::{Reason, Shown};
use crate::store::{events, publications, shields, talks};
use crate::views::office as view;

/// How far the answers are, group by group, and what waits.
pub(super) async fn overview(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::TypeConsent, &reading.schools)?;
    let mut rows = Vec::new();
    let year = SchoolYear::of(ask.today);
    for group in groups::groups(&mut reading.tx, school.id, year).await? {
        let members = groups::members(&mut reading.tx, group.id, ask.today).await?;
        let pupils: Vec<PersonId> = members
            .iter()
            .filter(|member| member.part == Part::Pupil)
            .map(|member| member.person)
            .collect();
        let place = (school.id, group.id);
        let register =
            Register::of_group(&mut reading.tx, &reading.names, place, &pupils, ask.today).await?;
        let far: Vec<Far> = pupils.iter().map(|pupil| far(&register, *pupil)).collect();
        let count = |wanted| far.iter().filter(|one| **one == wanted).count();
        rows.push(view::GroupRow {
            name: group.name.clone(),
            address: format!("/in-beeld/{}", group.id),
            pupils: pupils.len(),
            whole: count(Far::Whole),
            partly: count(Far::Partly),
        });
    }
    let typed = ask.query("zoek");
    let found = reading.names.find(typed, 20, |known| {
        known.place.schools.contains(&school.id) && (known.place.pupil || known.place.staff)
    });
    let found: Vec<Who> = found
        .into_iter()
        .map(|known| Who {
            name: known.name.said(),
            address: Some(format!("/toestemmingen/{}", known.id)),
        })
        .collect();
    let sets = ask
        .role_for(Action::SetConsent, &ask.at(school.id))
        .is_some();
    let shown = view::Overview {
        school: school.name.clone(),
        schools: schools(ask, &reading, &school),
        typed: typed.to_owned(),
        found: (!typed.is_empty()).then_some(found),
        rows,
        takedowns: publications::many_open(&mut reading.tx, school.id)
            .await?
            .try_into()
            .unwrap_or(usize::MAX),
        talks: super::todo::talks_of(&mut reading, school.id).await?.len(),
        sets,
        school_id: school.id.to_string(),
    };
    Ok(Reply::Page(view::overview(&ask.frame(), &shown)))
}

fn schools(ask: &Ask<'_>, reading: &Reading, chosen: &School) -> Vec<(String, String, bool)> {
    let all = ask.schools_for(Action::TypeConsent, &reading.schools);
    let tab = |school: &School| {
        let address = format!("/toestemmingen?school={}", school.id);
        (address, school.name.clone(), school.id == chosen.id)
    };
    all.iter().map(tab).collect()
}

/// How far somebody's answers are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Whole,
    Partly,
    Nothing,
}

fn far(register: &Register, person: PersonId) -> Far {
    let cells = register
        .purposes
        .iter()
        .flat_map(crate::model::Purpose::cells);
    let asked: Vec<Reason> = cells
        .map(|cell| register.decide(person, cell).reason)
        .filter(|reason| !matches!(reason, Reason::NotAsked | Reason::PurposeEnded))
        .collect();
    let open = |reason: &&Reason| {
        matches!(
            reason,
            Reason::Unanswered
                | Reason::NoticeChanged
                | Reason::CameBack
                | Reason::SaysItSelf
                | Reason::OtherGuardian
                | Reason::AuthorityToConfirm
                | Reason::NoSay
        )
    };
    match asked.iter().filter(open).count() {
        0 => Far::Whole,
        open if open == asked.len() => Far::Nothing,
        _ => Far::Partly,
    }
}

/// Somebody of whom the visitor may see and type answers, and the school where.
pub(super) fn known(
    ask: &Ask<'_>,
    reading: &Reading,
    action: Action,
) -> Result<(Known, School, Role), Fault> {
    let id: PersonId = ask.id(1)?;
    let known = reading.names.get(id).cloned().ok_or(Fault::Missing)?;
    if !known.place.pupil && !known.place.staff {
        return Err(Fault::Missing);
    }
    let school = reading
        .schools
        .iter()
        .filter(|school| known.place.schools.contains(&school.id))
        .find(|school| ask.offers(action, &ask.at(school.id)))
        .cloned()
        .ok_or(Fault::Missing)?;
    let role = ask.must(action, &ask.at(school.id))?;
    Ok((known, school, role))
}

/// What the register knows of one person.
pub(super) async fn person(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (known, school, role) = known(ask, &reading, Action::TypeConsent)?;
    let (me, now) = (ask.caller.person, ask.now);
    looked(&mut reading.tx, now, me, Some(role), known.id, "consent").await?;
    let (tx, names) = (&mut reading.tx, &reading.names);
    let register = Register::of(tx, names, school.id, &[known.id], ask.today).await?;
    let all = events::of_person(tx, known.id).await?;
    let sets = ask
        .role_for(Action::SetConsent, &ask.at(school.id))
        .is_some();
    let shielded = if sets {
        shield(ask, &mut reading, &known).await?
    } else {
        None
    };
    let shown = view::Person {
        name: known.name.said(),
        address: format!("/toestemmingen/{}", known.id),
        purposes: purposes(ask, &reading, &register, known.id),
        acts: acts(ask, &reading, &all),
        sets,
        shielded,
    };
    reading.tx.commit().await?;
    Ok(Reply::Page(view::person(&ask.frame(), &shown)))
}

async fn shield(
    ask: &Ask<'_>,
    reading: &mut Reading,
    known: &Known,
) -> Result<Option<String>, Fault> {
    let all = shields::of(&mut reading.tx, &reading.keys, known.id).await?;
    let now = all
        .into_iter()
        .find(|(shield, _)| shield.span.holds_on(ask.today));
    Ok(now.map(|(shield, reason)| {
        let since = ask.frame().day(shield.span.from);
        ask.words().f(
            "shield-since",
            &[("since", since.into()), ("reason", reason.into())],
        )
    }))
}

fn purposes(
    ask: &Ask<'_>,
    reading: &Reading,
    register: &Register,
    person: PersonId,
) -> Vec<view::Purpose> {
    let words = ask.words();
    let facts = register.facts(person);
    let row = |cell| {
        let outcome = register.decide(person, cell);
        let votes = facts.map(|facts| facts.votes.on(cell)).unwrap_or_default();
        let said = votes.iter().map(|vote| {
            let answer = words.t(super::answer_key(vote.answer));
            let day = ask.frame().day(vote.said_on);
            words.f(
                "vote-said",
                &[
                    ("who", reading.names.said(vote.said_by).into()),
                    ("answer", answer.into()),
                    ("day", day.into()),
                ],
            )
        });
        view::Row {
            label: super::cell_said(words, cell),
            may: outcome.shown == Shown::May,
            reason: words.t(outcome.reason.key()).to_owned(),
            said: said.collect(),
        }
    };
    let shown = register.purposes.iter().map(|purpose| view::Purpose {
        title: purpose.notice.title.said(ask.locale()).to_owned(),
        rows: purpose
            .cells()
            .filter(|cell| register.decide(person, *cell).reason != Reason::NotAsked)
            .map(row)
            .collect(),
    });
    shown.filter(|purpose| !purpose.rows.is_empty()).collect()
}

/// What was said, act by act, the newest first.
fn acts(ask: &Ask<'_>, reading: &Reading, all: &[Event]) -> Vec<view::Act> {
    let words = ask.words();
    let mut by_act: BTreeMap<i64, Vec<&Event>> = BTreeMap::new();
    for event in all {
        let first = all.iter().find(|one| one.act == event.act);
        let first = first.map_or(event.number, |one| one.number);
        by_act.entry(first).or_default().push(event);
    }
    let shown = by_act.values().rev().filter_map(|events| {
        let first = events.first()?;
        let undone = events.iter().find(|event| event.answer == Answer::Undone);
        let count = |answer| events.iter().filter(|one| one.answer == answer).count();
        let told = [
            ("who", reading.names.said(first.said_by).into()),
            ("yes", count(Answer::Yes).into()),
            ("no", count(Answer::No).into()),
            ("how", words.t(how_key(first.how)).into()),
        ];
        Some(view::Act {
            id: first.act.as_simple().to_string(),
            when: ask.frame().moment(first.at),
            told: words.f("act-told", &told),
            typed: first.typed_by.map(|by| {
                let who = reading.names.said(by);
                words.f("act-typed", &[("who", who.into())])
            }),
            undone: undone.map(|event| ask.frame().moment(event.at)),
            can_undo: undone.is_none() && first.typed_by.is_some(),
            evidence: first
                .evidence
                .map(|id| format!("/toestemmingen/formulier/{}", id.as_simple())),
        })
    });
    shown.collect()
}

/// The text that names a way of answering.
pub(super) const fn how_key(how: How) -> &'static str {
    match how {
        How::Page => "how-page",
        How::Paper => "how-paper",
        How::Talk => "how-talk",
        How::ImportWritten => "how-import-written",
        How::Import => "how-import",
    }
}

/// Undoes an act that the office typed in.
pub(super) async fn undo(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (known, _, role) = known(ask, &reading, Action::TypeConsent)?;
    let act: PersonId = ask
        .form
        .one("handeling")
        .parse()
        .map_err(|_| Fault::Missing)?;
    let all = events::of_person(&mut reading.tx, known.id).await?;
    let typed = all
        .iter()
        .any(|event| event.act == act.0 && event.typed_by.is_some());
    let by = (ask.caller.person, role);
    let what = (known.id, act.0);
    let around = (&reading.keys, &*reading.names);
    if !typed || !desk::undo(&mut reading.tx, around, what, by, ask.now).await? {
        return Err(Fault::Missing);
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/toestemmingen/{}", known.id)))
}

/// Somebody talked with a pupil and a guardian.
pub(super) async fn talked(
    ask: &Ask<'_>,
    reading: &mut Reading,
    id: PersonId,
) -> Result<bool, Fault> {
    Ok(talks::done(&mut reading.tx, id.0, ask.caller.person, ask.now).await?)
}
