//! What was decided before: learned when a decision falls, and shown to who decides again.

use jiff::civil::Date;
use people::directory::Directory;
use people::year::SchoolYear;
use store::Tx;
use uuid::Uuid;

use super::acts::Doing;
use super::letter::kind_of;
use super::room::Room;
use crate::model::{Event, Part, Party, Record};
use crate::rules::figures::NONE;
use crate::rules::precedent::{Beside, Line, Now, Precedent, alike, beside};
use crate::store::precedents;
use crate::views::act::Input;

/// As what protocols know somebody.
pub(super) fn whom(names: &Directory, party: &Party) -> &'static str {
    kind_of(names, party).map_or("betrokkene", words::Role::key)
}

/// Whom a decision to impose nothing is about: the first who did it.
fn actor(room: &Room) -> Option<&Party> {
    let mut parties = room.opened.parties.iter();
    parties.find(|one| one.part == Part::Actor)
}

/// The days of a suspension, the first and the last included.
fn days(from: Option<Date>, until: Option<Date>) -> Option<i64> {
    i64::try_from(law::terms::school_days(from?, until?, |_| true)).ok()
}

/// What an event decides, without who it is about; none where it decides nothing of the kind.
fn decided(room: &Room, names: &Directory, event: &Event, today: Date) -> Option<Precedent> {
    let case = &room.opened.case;
    let mut new = Precedent {
        id: event.id,
        case: Some(case.id),
        year: SchoolYear::of(today).number(),
        to_board: case.to_board,
        whom: "betrokkene".to_owned(),
        articles: case.articles.clone(),
        step: String::new(),
        kind: NONE.to_owned(),
        days: None,
        ruling: None,
    };
    let party = match &event.record {
        Record::NotActing { .. } => actor(room),
        Record::Imposed { .. } => {
            let measure = event.about.and_then(|id| room.opened.event(id))?;
            let Record::Measure {
                party,
                step,
                kind,
                article,
                from,
                until,
                ..
            } = &measure.record
            else {
                return None;
            };
            new.id = measure.id;
            new.step.clone_from(step);
            new.kind.clone_from(kind);
            new.days = days(*from, *until);
            new.articles.extend(article.clone());
            room.opened.party(*party)
        }
        _ => return None,
    };
    if let Some(party) = party {
        whom(names, party).clone_into(&mut new.whom);
    }
    new.articles.sort_unstable();
    new.articles.dedup();
    Some(new)
}

/// Learns from what just happened, which already stands in the room.
pub(super) async fn learn(
    tx: &mut Tx,
    room: &Room,
    names: &Directory,
    new: &[Event],
    today: Date,
) -> anyhow::Result<()> {
    for event in new {
        if let Some(precedent) = decided(room, names, event, today) {
            precedents::add(tx, room.school.id, &precedent).await?;
        }
        if let Record::Ruled { ruling, .. } = &event.record {
            let objection = event.about.and_then(|id| room.opened.event(id));
            if let Some(measure) = objection.and_then(|one| one.about) {
                precedents::ruled(tx, measure, *ruling).await?;
            }
        }
    }
    Ok(())
}

/// Cases that are alike for somebody who is in this one; for nobody in particular it is who did it.
fn lines(doing: &Doing<'_>, party: Option<&Party>) -> Vec<Line> {
    let room = doing.room;
    let party = party.or_else(|| actor(room));
    let now = Now {
        case: room.opened.case.id,
        whom: party.map_or("betrokkene", |party| whom(&doing.names, party)),
        articles: &room.opened.case.articles,
        year: SchoolYear::of(doing.ask.today).number(),
        board: room.role == words::Role::Bestuur,
    };
    alike(&doing.precedents, &now)
}

/// What was decided before, as a part of the form in which somebody decides.
pub(super) fn shown(doing: &Doing<'_>) -> Input {
    let words = doing.ask.words();
    let lines = lines(doing, None);
    if lines.is_empty() {
        let key = if doing.room.opened.case.articles.is_empty() {
            "precedents-no-articles"
        } else {
            "precedents-none"
        };
        return Input::said(words.t(key).to_owned());
    }
    let said = lines.iter().map(|line| said(doing, line));
    Input::lines(words.t("precedents-title").to_owned(), said.collect())
}

fn said(doing: &Doing<'_>, line: &Line) -> String {
    let words = doing.ask.words();
    let kind = words.t(&format!("measure-{}", line.kind)).to_owned();
    // What the protocol calls it, and what that is by law where its words do not say so already.
    let what = if line.step.is_empty() {
        kind
    } else if kind.starts_with(&line.step) {
        line.step.clone()
    } else {
        format!("{} ({kind})", line.step)
    };
    let mut values = vec![("count", line.count.into()), ("what", what.into())];
    let key = match line.days {
        None => "precedents-line",
        Some((least, most)) => {
            values.extend([("least", least.into()), ("most", most.into())]);
            if least == most {
                "precedents-line-day"
            } else {
                "precedents-line-days"
            }
        }
    };
    let said = words.f(key, &values);
    if line.changed == 0 {
        return said;
    }
    let values = [("line", said.into()), ("count", line.changed.into())];
    words.f("precedents-changed", &values)
}

/// What somebody should know who decides otherwise than before: a sentence to say why in the reason.
pub(super) fn differs(
    doing: &Doing<'_>,
    party: Uuid,
    kind: &str,
    days: Option<i64>,
) -> Option<&'static str> {
    let party = doing.room.opened.party(party);
    Some(match beside(&lines(doing, party), kind, days)? {
        Beside::Heavier => "precedents-heavier",
        Beside::Milder => "precedents-milder",
        Beside::Longer => "precedents-longer",
    })
}
