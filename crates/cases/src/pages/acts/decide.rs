//! Decisions beside a measure: none, the board, the police, a fake account; closing, opening again, keeping longer.

use norms::front::Handling;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;

use super::super::handle::at;
use super::super::precedent;
use super::{Change, Doing, Forget};
use crate::letters::News;
use crate::model::{Part, Record, State};
use crate::rules::closing::{self, Standing, standing};
use crate::rules::end_of;
use crate::views::act::Input;

/// What was decided before, and a reason.
pub(super) fn not_acting(doing: &Doing<'_>) -> Vec<Input> {
    let mut inputs = vec![precedent::shown(doing)];
    inputs.extend(reason(doing));
    inputs
}

/// A reason.
pub(super) fn reason(doing: &Doing<'_>) -> Vec<Input> {
    vec![Input::area("reden", doing.raw("reden"))]
}

pub(super) fn read_not_acting(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let reason = doing.text("reden", errors);
    Change::with("case_measure", Record::NotActing { reason })
}

pub(super) fn read_drop(doing: &Doing<'_>, errors: &mut Errors) -> Result<Change, Fault> {
    let measure = doing.about().ok_or(Fault::Missing)?;
    let prepared = standing(&doing.room.opened, measure.id) == Standing::Prepared;
    if !prepared || !matches!(measure.record, Record::Measure { .. }) {
        return Err(doing.overtaken());
    }
    let reason = doing.text("reden", errors);
    let mut change = Change::new("case_measure", "dropped");
    change.then(measure.id, Record::Dropped { reason });
    Ok(change)
}

fn yes_no(doing: &Doing<'_>, field: &str, keys: [&str; 2]) -> Vec<Choice> {
    let typed = doing.ask.form.one(field);
    let words = doing.ask.words();
    let choice = |(value, key): (&str, &str)| Choice::new(value, words.t(key), typed == value);
    ["ja", "nee"].into_iter().zip(keys).map(choice).collect()
}

/// Whether the board is told, and whether it decides.
pub(super) fn board(doing: &Doing<'_>) -> Vec<Input> {
    let mut inputs = Vec::new();
    let script = &doing.room.script;
    if let Some(article) = script.article(Handling::Bestuur) {
        let values = [("article", article.into())];
        inputs.push(Input::said(doing.ask.words().f("board-named", &values)));
    }
    inputs.extend([
        Input::radios(
            "inlichten",
            yes_no(doing, "inlichten", ["board-told", "board-not-told"]),
        ),
        Input::checks(
            "beslist",
            vec![Choice::new(
                "ja",
                doing.ask.words().t("board-decides"),
                doing.ask.form.has("beslist"),
            )],
        )
        .optional(),
        Input::area("reden", doing.raw("reden")),
    ]);
    inputs
}

pub(super) fn read_board(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let told = doing.ask.form.one("inlichten");
    if !matches!(told, "ja" | "nee") {
        errors.add("inlichten", doing.ask.words().t("choose-one"));
    }
    let decides = doing.ask.form.has("beslist");
    if decides && told == "nee" {
        errors.add("beslist", doing.ask.words().t("board-untold-decides"));
    }
    let reason = doing.text("reden", errors);
    let article = doing.room.script.article(Handling::Bestuur);
    let mut change = Change::new("case_board", if told == "ja" { "told" } else { "not-told" })
        .on(article.map(str::to_owned));
    change.add(Record::Board {
        told: told == "ja",
        decides,
        reason,
    });
    change.case.to_board = told == "ja" && decides;
    change
}

/// Whose account, and whether it was proven.
pub(super) fn fake(doing: &Doing<'_>) -> Vec<Input> {
    let mut inputs = Vec::new();
    if let Some(article) = doing.room.script.article(Handling::Nepaccount) {
        let values = [("article", article.into())];
        inputs.push(Input::said(doing.ask.words().f("fake-named", &values)));
    }
    inputs.extend([
        Input::radios("wie", doing.parties("wie")),
        Input::radios(
            "bewezen",
            yes_no(doing, "bewezen", ["fake-proven", "fake-not-proven"]),
        ),
        Input::area("reden", doing.raw("reden")),
    ]);
    inputs
}

pub(super) fn read_fake(doing: &Doing<'_>, errors: &mut Errors) -> Option<Change> {
    let words = doing.ask.words();
    let party = doing.chosen("wie").first().copied();
    if party.is_none() {
        errors.add("wie", words.t("party-missing"));
    }
    let proven = doing.ask.form.one("bewezen");
    if !matches!(proven, "ja" | "nee") {
        errors.add("bewezen", words.t("choose-one"));
    }
    let reason = doing.text("reden", errors);
    let party = party?;
    let proven = proven == "ja";
    let article = doing.room.script.article(Handling::Nepaccount);
    let mut change = Change::new("case_fake", if proven { "cleared" } else { "not-proven" })
        .on(article.map(str::to_owned));
    change.add(Record::Fake {
        party: party.id,
        proven,
        reason,
    });
    if proven {
        // Cleared as this person, in whatever part they stand in it.
        let same =
            doing.room.opened.parties.iter().filter(|one| {
                one.id == party.id || one.person.is_some() && one.person == party.person
            });
        let accused = same.filter(|one| matches!(one.part, Part::Actor | Part::Named));
        change.clears = accused.map(|one| one.id).collect();
    }
    Some(change)
}

/// What who signalled is told, or why nothing.
pub(super) fn answer(doing: &Doing<'_>) -> Vec<Input> {
    let words = doing.ask.words();
    let silent = Choice::new("ja", words.t("answer-silent"), doing.ask.form.has("stil"));
    vec![
        Input::area("antwoord", doing.raw("antwoord")).optional(),
        Input::checks("stil", vec![silent]).optional(),
        Input::line("waarom", doing.ask.form.one("waarom")).optional(),
    ]
}

/// Reads it: one of both is needed.
pub(super) fn read_answer(doing: &Doing<'_>, change: &mut Change, errors: &mut Errors) {
    let words = doing.ask.words();
    let (text, silent) = (doing.raw("antwoord"), doing.ask.form.has("stil"));
    let why = people::forms::line(doing.ask.form.one("waarom"));
    if silent && why.chars().count() < 3 {
        errors.add("waarom", words.t("answer-why"));
    } else if !silent && text.chars().count() < 3 {
        errors.add("antwoord", words.t("answer-missing"));
    }
    let text = if silent { why } else { text };
    change.add(Record::Answer { text, silent });
    if !silent {
        let case = &doing.room.opened.case;
        let reporter = case.reporter.into_iter().collect();
        change.news.push((News::Answered, reporter));
    }
}

/// What is still open, and the answer to who signalled.
pub(super) fn close(doing: &Doing<'_>) -> Vec<Input> {
    let words = doing.ask.words();
    let open = closing::in_the_way(&doing.room.opened, &doing.room.script);
    let mut inputs: Vec<Input> = open
        .iter()
        .map(|one| Input::said(words.t(one.key()).to_owned()))
        .collect();
    inputs.extend(answer(doing));
    inputs
}

pub(super) fn read_close(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let words = doing.ask.words();
    for open in closing::in_the_way(&doing.room.opened, &doing.room.script) {
        errors.add("", words.t(open.key()));
    }
    let mut change = Change::new("case_closed", "closed");
    read_answer(doing, &mut change, errors);
    let reason = String::new();
    let to = State::Closed;
    change.add(Record::Turned { to, reason });
    change.case.state = Some(to);
    change.case.forget = Some(super::impose::forgets(doing));
    change
}

pub(super) fn read_reopen(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let reason = doing.text("reden", errors);
    let to = State::Open;
    let mut change = Change::with("case_reopened", Record::Turned { to, reason });
    change.case.state = Some(to);
    change.case.forget = Some(Forget::NotYet);
    change
}

/// Until when, and why.
pub(super) fn hold(doing: &Doing<'_>) -> Vec<Input> {
    vec![
        Input::day("dag", doing.ask.form.one("dag")),
        Input::area("reden", doing.raw("reden")),
    ]
}

pub(super) fn read_hold(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let words = doing.ask.words();
    let until = doing.day("dag", errors).unwrap_or(doing.ask.today);
    let longest = shell::clock::today(at(doing.ask.now, 366));
    if until <= doing.ask.today || until > longest {
        errors.add("dag", words.t("hold-day"));
    }
    let reason = doing.text("reden", errors);
    let mut change = Change::with("case_hold", Record::Hold { until, reason });
    change.case.hold_until = end_of(until);
    change
}
