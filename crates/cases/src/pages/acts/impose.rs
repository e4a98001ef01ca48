//! A measure held against the law: its steps on record, what is missing, imposing it with a letter, and how long its case is kept.

use jiff::Timestamp;
use jiff::civil::Date;
use law::measures::{Missing, conditions};
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::Role;

use super::super::story;
use super::measure::{named, steps};
use super::{Change, Doing, Forget};
use crate::model::{Event, Party, Record};
use crate::rules::closing::{Standing, standing};
use crate::rules::measure::{self, About};
use crate::rules::script::roles;
use crate::views::act::Input;

/// Who decides may: their role is the one that the ladder names, or a step on record says so.
fn mandate(doing: &Doing<'_>, event: &Event) -> bool {
    let Record::Measure { article, step, .. } = &event.record else {
        return false;
    };
    steps(doing).iter().any(|(at, name, who)| {
        Some(at) == article.as_ref() && name == step && roles(who).contains(&doing.room.role)
    }) || doing.room.role == Role::Bestuur
}

fn lacking(doing: &Doing<'_>, event: &Event, about: &About) -> measure::Lacks {
    let now = doing.ask.now;
    let mandate = mandate(doing, event);
    let done = measure::done(&doing.room.opened, event, about, now, mandate);
    measure::lacks(about, &done)
}

/// A condition as a sentence, with what says so.
fn said(doing: &Doing<'_>, one: &Missing) -> String {
    let words = doing.ask.words();
    let what = words
        .t(&format!("need-{}", one.condition.need.code()))
        .to_owned();
    let source = one.condition.source;
    let act = words.t(&format!("act-of-{}", source.act.code())).to_owned();
    if source.article.is_empty() {
        format!("{what} ({act})")
    } else {
        format!("{what} ({act} {})", source.article)
    }
}

/// Which step was done, when, and what came of it.
pub(super) fn step(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let (event, about, _) = named(doing)?;
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let typed = form.one("stap");
    let open = lacking(doing, event, &about);
    let all = open.blocks.iter().chain(&open.warns).chain(&open.after);
    let choices: Vec<Choice> = all
        .filter(|one| is_a_step(&one.condition.need.code()))
        .map(|one| {
            let code = one.condition.need.code();
            let chosen = typed == code;
            Choice::new(code, said(doing, one), chosen)
        })
        .collect();
    if choices.is_empty() {
        return Ok(vec![Input::said(words.t("measure-complete").to_owned())]);
    }
    let day = match form.one("dag") {
        "" => doing.ask.today.to_string(),
        typed => typed.to_owned(),
    };
    Ok(vec![
        Input::said(story::of(doing, event).title),
        Input::radios("stap", choices),
        Input::day("dag", day),
        Input::area("tekst", doing.raw("tekst")),
    ])
}

/// What somebody does and writes down, and not what follows from the measure itself.
fn is_a_step(code: &str) -> bool {
    matches!(
        code,
        "voornemen"
            | "overleg-inspectie"
            | "andere-school"
            | "bevoegd"
            | "grond-cao"
            | "schoolwerk"
            | "melding-inspectie"
            | "melding-gemeente"
    ) || code.starts_with("horen-")
}

pub(super) fn read_step(doing: &Doing<'_>, errors: &mut Errors) -> Result<Option<Change>, Fault> {
    let (event, about, party) = named(doing)?;
    let words = doing.ask.words();
    let code = doing.ask.form.one("stap");
    let known = conditions(about.kind, &about.situation)
        .into_iter()
        .map(|one| one.need.code())
        .any(|one| one == code && is_a_step(code));
    if !known {
        errors.add("stap", words.t("choose-one"));
    }
    let on = doing.day("dag", errors);
    if on.is_some_and(|on| on > doing.ask.today) {
        errors.add("dag", words.t("day-future"));
    }
    let record = Record::Legal {
        step: code.to_owned(),
        on: on.unwrap_or(doing.ask.today),
        to: vec![party.id],
        text: doing.text("tekst", errors),
    };
    let mut change = Change::new("case_legal", code);
    change.then(event.id, record);
    // What was planned to be done at once after it is done with that.
    let planned = doing.room.opened.after(event.id).filter(|one| {
        let text = matches!(&one.record, Record::Task { text } if *text == words.t(&format!("need-{code}")));
        text && one.is_open()
    });
    change.done.extend(planned.map(|one| one.id));
    Ok(Some(change))
}

fn prepared<'a>(doing: &Doing<'a>) -> Result<(&'a Event, About, &'a Party), Fault> {
    let found = named(doing)?;
    let is = standing(&doing.room.opened, found.0.id) == Standing::Prepared;
    if is { Ok(found) } else { Err(Fault::Missing) }
}

/// What is missing, and the letter that makes it known.
pub(super) fn impose(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let (event, about, party) = prepared(doing)?;
    let words = doing.ask.words();
    let open = lacking(doing, event, &about);
    let mut inputs = vec![Input::said(story::of(doing, event).title)];
    let refuse = |one: &Missing| {
        let what = said(doing, one);
        Input::said(words.f("measure-blocked", &[("what", what.into())]))
    };
    inputs.extend(open.blocks.iter().map(refuse));
    let warned = open.warns.iter().map(|one| {
        let what = said(doing, one);
        Input::said(words.f("measure-warned", &[("what", what.into())]))
    });
    inputs.extend(warned);
    if !open.warns.is_empty() {
        let tick = Choice::new(
            "ja",
            words.t("measure-nevertheless"),
            doing.ask.form.has("toch"),
        );
        inputs.push(Input::checks("toch", vec![tick]));
    }
    let text = match doing.raw("brief") {
        text if text.is_empty() => letter(doing, event, party),
        text => text,
    };
    inputs.push(Input::area("brief", text));
    if let Some(paragraph) = objecting(doing, &about) {
        inputs.push(Input::said(paragraph));
    }
    Ok(inputs)
}

/// The letter before anybody changed it.
fn letter(doing: &Doing<'_>, event: &Event, party: &Party) -> String {
    let Record::Measure {
        step,
        kind,
        reason,
        article,
        from,
        until,
        ..
    } = &event.record
    else {
        return String::new();
    };
    let words = doing.ask.words();
    let day = |day: &Option<Date>| {
        day.map_or_else(String::new, |day| people::day_said(doing.ask.locale(), day))
    };
    let values = [
        ("school", doing.room.school.name.as_str().into()),
        ("who", doing.called(party).into()),
        ("step", step.as_str().into()),
        ("reason", reason.as_str().into()),
        ("article", article.clone().unwrap_or_default().into()),
        ("from", day(from).into()),
        ("until", day(until).into()),
    ];
    words.f(&format!("letter-measure-{kind}"), &values)
}

/// The paragraph about objecting, which nobody writes by hand.
pub(super) fn objecting(doing: &Doing<'_>, about: &About) -> Option<String> {
    let term = measure::objecting(about, doing.ask.today)?;
    let day = people::day_said(doing.ask.locale(), term.last_day);
    Some(
        doing
            .ask
            .words()
            .f("measure-objecting", &[("day", day.into())]),
    )
}

pub(super) fn read_impose(doing: &Doing<'_>, errors: &mut Errors) -> Result<Option<Change>, Fault> {
    let (event, about, party) = prepared(doing)?;
    let words = doing.ask.words();
    let open = lacking(doing, event, &about);
    for one in &open.blocks {
        let what = said(doing, one);
        errors.add("", words.f("measure-blocked", &[("what", what.into())]));
    }
    if !open.warns.is_empty() && !doing.ask.form.has("toch") {
        errors.add("toch", words.t("measure-think"));
    }
    let mut text = doing.text("brief", errors);
    if let Some(paragraph) = objecting(doing, &about) {
        text = format!("{text}\n\n{paragraph}");
    }
    let Record::Measure { step, article, .. } = &event.record else {
        return Err(Fault::Missing);
    };
    let mut change = Change::new("case_measure", "imposed").on(article.clone());
    change.then(
        event.id,
        Record::Imposed {
            on: doing.ask.today,
        },
    );
    change.then(
        event.id,
        Record::Letter {
            subject: step.clone(),
            text,
            party: Some(party.id),
            mailed: false,
        },
    );
    for one in &open.after {
        let text = words
            .t(&format!("need-{}", one.condition.need.code()))
            .to_owned();
        let today = Some(end_of_day(doing));
        change.push(Some(event.id), today, Record::Task { text });
    }
    Ok(Some(change))
}

fn end_of_day(doing: &Doing<'_>) -> Timestamp {
    let end = doing.ask.today.at(23, 59, 0, 0);
    shell::clock::from_the_wall(end).unwrap_or(doing.ask.now)
}

/// When a case that is closed now goes: by the heaviest measure in it, or a year where there is none.
pub(super) fn forgets(doing: &Doing<'_>) -> Forget {
    forget_at(doing).map_or(Forget::NotYet, Forget::At)
}

fn forget_at(doing: &Doing<'_>) -> Option<Timestamp> {
    use law::retention::{Facts, Item, ends};
    let opened = &doing.room.opened;
    let imposed = opened
        .events
        .iter()
        .filter_map(|event| match &event.record {
            Record::Measure { kind, party, .. } => {
                let stands = standing(opened, event.id) == Standing::Imposed;
                stands.then_some((kind.as_str(), *party))
            }
            _ => None,
        });
    let item = |code: &str| match code {
        "waarschuwing" => Item::Warning,
        "schorsing" => Item::Suspension,
        "verwijdering" => Item::Removal,
        _ => Item::PupilFile,
    };
    let left = |party| {
        let person = opened.party(party)?.person?;
        doing.names.get(person)?.left_on
    };
    let closed = doing.ask.today;
    let all: Vec<Option<Date>> = imposed
        .map(|(code, party)| {
            let facts = Facts {
                closed,
                left: left(party),
                public_until: None,
            };
            ends(item(code), &facts)
        })
        .collect();
    // As long as one of them has no day yet, the case has none.
    if all.contains(&None) {
        return None;
    }
    let report = Facts {
        closed,
        left: None,
        public_until: None,
    };
    let days = all.into_iter().flatten().chain(ends(Item::Report, &report));
    let last = days.max()?;
    shell::clock::from_the_wall(last.at(23, 59, 0, 0)).ok()
}
