//! A measure held against the law: its steps on record, and what is missing.

use law::measures::{Missing, conditions};
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::Role;

use super::super::story;
use super::measure::{named, steps};
use super::{Change, Doing};
use crate::model::{Event, Record};
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

pub(super) fn lacking(doing: &Doing<'_>, event: &Event, about: &About) -> measure::Lacks {
    let now = doing.ask.now;
    let mandate = mandate(doing, event);
    let mut done = measure::done(&doing.room.opened, event, about, now, mandate);
    done.letters = super::impose::reaches(doing, about.party);
    measure::lacks(about, &done)
}

/// A condition as a sentence, with what says so.
pub(super) fn said(doing: &Doing<'_>, one: &Missing) -> String {
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
