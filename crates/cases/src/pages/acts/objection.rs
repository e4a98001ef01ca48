//! Objecting to a measure: a thread with reasons and a term, decided by somebody else than who imposed it.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use law::measures::Denomination;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;

use super::super::story;
use super::measure::named;
use super::{Change, Doing};
use crate::model::{Event, Record, Ruling};
use crate::rules::measure;
use crate::views::act::Input;

/// Who objects, when it came, and why.
pub(super) fn begin(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let (event, about, _) = named(doing)?;
    let (on, _) = measure::imposed_on(&doing.room.opened, event.id).ok_or(Fault::Missing)?;
    let words = doing.ask.words();
    let term = measure::objecting(&about, on).map(|term| {
        let day = people::day_said(doing.ask.locale(), term.last_day);
        words.f("objection-until", &[("day", day.into())])
    });
    let told = term.unwrap_or_else(|| words.t("objection-no-term").to_owned());
    let form = &doing.ask.form;
    let or = |typed: &str, other: String| {
        if typed.is_empty() {
            other
        } else {
            typed.to_owned()
        }
    };
    let wall = shell::clock::on_the_wall(doing.ask.now);
    Ok(vec![
        Input::said(story::of(doing, event).title),
        Input::said(told),
        Input::radios("wie", doing.parties("wie")),
        Input::day("dag", or(form.one("dag"), doing.ask.today.to_string())),
        Input::time(
            "tijd",
            &or(
                form.one("tijd"),
                format!("{:02}:{:02}", wall.hour(), wall.minute()),
            ),
        ),
        Input::area("tekst", doing.raw("tekst")),
    ])
}

/// When it came, by the clock on the wall.
fn came(doing: &Doing<'_>, errors: &mut Errors) -> Option<Timestamp> {
    let day = doing.day("dag", errors)?;
    let time: Option<Time> = doing.ask.form.one("tijd").parse().ok();
    if time.is_none() {
        errors.add("tijd", doing.ask.words().t("time-wrong"));
    }
    let at = shell::clock::from_the_wall(DateTime::from_parts(day, time?)).ok()?;
    if at > doing.ask.now {
        errors.add("dag", doing.ask.words().t("day-future"));
    }
    Some(at)
}

pub(super) fn read_begin(doing: &Doing<'_>, errors: &mut Errors) -> Result<Option<Change>, Fault> {
    let (event, about, _) = named(doing)?;
    let (on, _) = measure::imposed_on(&doing.room.opened, event.id).ok_or(Fault::Missing)?;
    let words = doing.ask.words();
    let party = doing.chosen("wie").first().map(|one| one.id);
    if party.is_none() {
        errors.add("wie", words.t("party-missing"));
    }
    let at = came(doing, errors);
    let text = doing.text("tekst", errors);
    let Some(at) = at else { return Ok(None) };
    let term = measure::objecting(&about, on);
    let in_time = term.is_none_or(|term| term.is_in_time(at));
    let due = measure::answering(&about, on, shell::clock::today(at)).ends;
    let outcome = if in_time { "in-time" } else { "late" };
    let mut change = Change::new("case_objection", outcome);
    let objection = Record::Objection {
        party,
        text,
        in_time,
    };
    change.push(Some(event.id), Some(due), objection);
    Ok(Some(change))
}

/// The objection that an address names, as long as it is open.
fn open<'a>(doing: &Doing<'a>) -> Result<&'a Event, Fault> {
    let event = doing.about();
    let event = event.filter(|one| matches!(one.record, Record::Objection { .. }) && one.is_open());
    event.ok_or_else(|| doing.overtaken())
}

/// What was said, and by whom.
pub(super) fn say(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let objection = open(doing)?;
    let words = doing.ask.words();
    let typed = doing.ask.form.one("van");
    let who = [("school", "said-ours"), ("bezwaarmaker", "said-theirs")];
    let who = who.map(|(value, key)| Choice::new(value, words.t(key), typed == value));
    Ok(vec![
        Input::said(story::of(doing, objection).title),
        Input::radios("van", who.into()),
        Input::area("tekst", doing.raw("tekst")),
    ])
}

pub(super) fn read_say(doing: &Doing<'_>, errors: &mut Errors) -> Result<Change, Fault> {
    let objection = open(doing)?;
    let typed = doing.ask.form.one("van");
    if !matches!(typed, "school" | "bezwaarmaker") {
        errors.add("van", doing.ask.words().t("choose-one"));
    }
    let text = doing.text("tekst", errors);
    let ours = typed == "school";
    let mut change = Change::new("case_objection", "said");
    change.then(objection.id, Record::Said { text, ours });
    Ok(change)
}

/// How it ends, and why.
pub(super) fn rule(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let objection = open(doing)?;
    let words = doing.ask.words();
    let typed = doing.ask.form.one("uitkomst");
    let all = Ruling::ALL.iter().map(|one| {
        let label = words.t(&format!("ruled-{}", one.key())).to_owned();
        Choice::new(one.key(), label, typed == one.key())
    });
    let mut inputs = vec![Input::said(story::of(doing, objection).title)];
    if imposed_by_me(doing, objection).is_some() {
        inputs.push(Input::said(words.t("ruled-by-other").to_owned()));
    }
    inputs.push(Input::radios("uitkomst", all.collect()));
    inputs.push(Input::area("reden", doing.raw("reden")));
    Ok(inputs)
}

/// Who asks imposed the measure: somebody else decides.
fn imposed_by_me(doing: &Doing<'_>, objection: &Event) -> Option<law::objection::Imposed> {
    let measure = objection.about?;
    let (_, event) = measure::imposed_on(&doing.room.opened, measure)?;
    let public = match doing.room.opened.event(measure).map(|one| &one.record) {
        Some(Record::Measure { public: true, .. }) => Denomination::Public,
        _ => Denomination::Special,
    };
    let by: Vec<_> = event.by.into_iter().collect();
    law::objection::may_decide(&doing.ask.caller.person, &by, public).err()
}

pub(super) fn read_rule(doing: &Doing<'_>, errors: &mut Errors) -> Result<Option<Change>, Fault> {
    let objection = open(doing)?;
    let words = doing.ask.words();
    if imposed_by_me(doing, objection).is_some() {
        errors.add("", words.t("ruled-by-other"));
    }
    let ruling = Ruling::from_key(doing.ask.form.one("uitkomst"));
    if ruling.is_none() {
        errors.add("uitkomst", words.t("choose-one"));
    }
    let reason = doing.text("reden", errors);
    let Some(ruling) = ruling else {
        return Ok(None);
    };
    let mut change = Change::new("case_objection", ruling.key());
    change.then(
        objection.id,
        Record::Ruled {
            ruling,
            reason: reason.clone(),
        },
    );
    change.done.push(objection.id);
    // A measure that was taken back is gone from that moment.
    if let (Ruling::Lifted, Some(measure)) = (ruling, objection.about) {
        change.then(measure, Record::Dropped { reason });
    }
    Ok(Some(change))
}
