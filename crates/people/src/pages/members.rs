//! Who is in a group: putting somebody in, taking somebody out.

use identity::Action;
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::PersonId;

use super::ask::{Answer, Ask, Reading, Reply};
use super::group::{day_of, one};
use super::{file, find};
use crate::model::{Group, Membership, Part, Span};
use crate::store::{self, groups};
use crate::views::group::{self as view, Members};

/// Who is in a group, to change it.
pub(super) async fn who(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let group = one(ask, &mut reading, Action::EditGroups).await?;
    let members = members(ask, &mut reading, &group).await?;
    Ok(Reply::Page(view::members(
        &ask.frame(),
        &members,
        &Errors::default(),
    )))
}

async fn members(ask: &Ask<'_>, reading: &mut Reading, group: &Group) -> Result<Members, Fault> {
    let words = ask.words();
    let there = groups::members(&mut reading.tx, group.id, day_of(ask, group)).await?;
    let typed = [ask.query("zoek"), ask.form.one("zoek")].join("");
    let scope = |known: &crate::directory::Known| {
        ask.role_for(Action::LookPersons, &ask.of(known)).is_some() && known.left_on.is_none()
    };
    let found = reading.names.find(&typed, 10, scope);
    let choices = found.into_iter().map(|known| {
        let about = [find::kind(known, words), find::place(reading, known)].join(" · ");
        Choice::new(known.id.to_string(), known.name.said(), false).hint(about)
    });
    let parts = Part::ALL.iter().map(|part| {
        Choice::new(
            part.key(),
            words.t(file::part_key(*part)),
            *part == Part::Pupil,
        )
    });
    let shown = there.iter().filter_map(|member| {
        let known = reading.names.get(member.person)?;
        let key = format!("{}:{}", member.part.key(), member.person);
        Some((
            key,
            known.name.listed(),
            words.t(file::part_key(member.part)).to_owned(),
        ))
    });
    let mut there: Vec<_> = shown.collect();
    there.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(Members {
        group: group.name.clone(),
        address: format!("/groepen/{}", group.id),
        there,
        found: choices.collect(),
        parts: parts.collect(),
        typed,
    })
}

/// Adds somebody to a group, or takes somebody out as of yesterday.
pub(super) async fn place(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let group = one(ask, &mut reading, Action::EditGroups).await?;
    let role = ask.must(Action::EditGroups, &ask.of_group(&group))?;
    let out = ask
        .form
        .one("eruit")
        .split_once(':')
        .and_then(|(part, id)| Some((Part::from_key(part)?, id.parse::<PersonId>().ok()?)));
    let into = ask
        .form
        .one("wie")
        .parse::<PersonId>()
        .ok()
        .zip(Part::from_key(ask.form.one("als")));
    let (person, part, outcome) = match (out, into) {
        (Some((part, person)), _) => {
            let last = day_of(ask, &group).yesterday().unwrap_or(ask.today);
            groups::end(&mut reading.tx, person, group.id, part, last).await?;
            (person, part, "ended")
        }
        (None, Some((person, part))) => {
            let known = reading.names.get(person).cloned().ok_or(Fault::Missing)?;
            ask.must(Action::LookPersons, &ask.of(&known))?;
            groups::place(&mut reading.tx, &[membership(ask, &group, person, part)]).await?;
            (person, part, "placed")
        }
        (None, None) => {
            let mut errors = Errors::default();
            errors.add("wie", ask.words().t("choose-person"));
            let members = members(ask, &mut reading, &group).await?;
            return Ok(Reply::Again(view::members(&ask.frame(), &members, &errors)));
        }
    };
    let facts = json!({ "group": group.id, "as": part.key() });
    decisions::record(
        &mut reading.tx,
        &ask.entry("group_member", outcome, role)
            .about(person)
            .from_facts(facts),
    )
    .await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/groepen/{}/leden", group.id)))
}

fn membership(ask: &Ask<'_>, group: &Group, person: PersonId, part: Part) -> Membership {
    let level = if group.is_combined() || part != Part::Pupil {
        0
    } else {
        group.levels.0
    };
    Membership {
        person,
        group: group.id,
        part,
        level,
        span: Span {
            from: day_of(ask, group),
            until: Some(group.year.last_day()),
        },
    }
}
