//! Talks: planned with those whom the protocol names, held, and written down so that those who were there agree.

use jiff::civil::{DateTime, Time};
use norms::front::Handling;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;

use super::super::story;
use super::{Change, Doing};
use crate::model::{Event, Record};
use crate::views::act::Input;

/// With whom, when, where; and whether it is to hear somebody.
pub(super) fn plan(doing: &Doing<'_>) -> Vec<Input> {
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let mut inputs = Vec::new();
    let (who, article) = (
        doing.room.script.who(Handling::Gesprek),
        doing.room.script.article(Handling::Gesprek),
    );
    if let Some(article) = article {
        let roles = who
            .iter()
            .map(|role| identity::role_said(*role, doing.ask.locale()));
        let roles = roles.collect::<Vec<_>>().join(", ");
        let values = [("who", roles.into()), ("article", article.into())];
        inputs.push(Input::said(words.f("talk-named", &values)));
    }
    let hearing = form.one("soort");
    let kinds = [("gesprek", "talk-talk"), ("horen", "talk-hearing")];
    let kinds = kinds.map(|(value, key)| {
        let chosen = hearing == value || hearing.is_empty() && value == "gesprek";
        Choice::new(value, words.t(key), chosen)
    });
    inputs.extend([
        Input::checks("met", doing.parties("met")),
        Input::radios("soort", kinds.into()),
        Input::day("dag", form.one("dag")),
        Input::time("tijd", form.one("tijd")),
        Input::line("waar", form.one("waar")).optional(),
    ]);
    inputs
}

pub(super) fn read_plan(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let words = doing.ask.words();
    let with: Vec<Uuid> = doing.chosen("met").iter().map(|one| one.id).collect();
    if with.is_empty() {
        errors.add("met", words.t("party-missing"));
    }
    let day = doing.day("dag", errors);
    let time: Option<Time> = doing.ask.form.one("tijd").parse().ok();
    if time.is_none() {
        errors.add("tijd", words.t("time-wrong"));
    }
    let on = day
        .zip(time)
        .map(|(day, time)| DateTime::from_parts(day, time));
    let on = on.unwrap_or_default();
    let article = doing.room.script.article(Handling::Gesprek);
    let article = article.map(str::to_owned);
    let place = people::forms::line(doing.ask.form.one("waar"));
    let record = Record::Talk {
        with,
        hearing: doing.ask.form.one("soort") == "horen",
        on,
        place: place.chars().take(200).collect(),
        article: article.clone(),
    };
    let mut change = Change::new("case_planned", "talk").on(article);
    change.plan(shell::clock::from_the_wall(on).ok(), record);
    change
}

/// The talk that an address names, if it was not held or cancelled yet.
fn planned<'a>(doing: &Doing<'a>) -> Result<&'a Event, Fault> {
    let talk = doing.about();
    let talk = talk.filter(|one| one.is_open() && matches!(one.record, Record::Talk { .. }));
    talk.ok_or_else(|| doing.overtaken())
}

/// Who was there, what was said, and whether they agree with that.
pub(super) fn held(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let talk = planned(doing)?;
    let form = &doing.ask.form;
    let Record::Talk { with, on, .. } = &talk.record else {
        return Err(Fault::Missing);
    };
    let mut there = doing.parties("met");
    if !form.has("tekst") {
        for choice in &mut there {
            let id = super::super::handle::id_of(&choice.value);
            choice.chosen = id.is_some_and(|id| with.contains(&id));
        }
    }
    let day = match form.one("dag") {
        "" => on.date().to_string(),
        typed => typed.to_owned(),
    };
    let words = doing.ask.words();
    let agreed = form.one("akkoord");
    let choices = [("ja", "held-agreed"), ("nee", "held-not-agreed")];
    let choices = choices.map(|(value, key)| Choice::new(value, words.t(key), agreed == value));
    Ok(vec![
        Input::said(story::of(doing, talk).title),
        Input::checks("met", there),
        Input::day("dag", day),
        Input::area("tekst", doing.raw("tekst")),
        Input::radios("akkoord", choices.into()),
    ])
}

pub(super) fn read_held(doing: &Doing<'_>, errors: &mut Errors) -> Result<Change, Fault> {
    let talk = planned(doing)?;
    let words = doing.ask.words();
    let with: Vec<Uuid> = doing.chosen("met").iter().map(|one| one.id).collect();
    if with.is_empty() {
        errors.add("met", words.t("party-missing"));
    }
    let on = doing.day("dag", errors);
    if on.is_some_and(|on| on > doing.ask.today) {
        errors.add("dag", words.t("day-future"));
    }
    let agreed = doing.ask.form.one("akkoord");
    if !matches!(agreed, "ja" | "nee") {
        errors.add("akkoord", words.t("held-choose"));
    }
    let record = Record::Held {
        with,
        on: on.unwrap_or(doing.ask.today),
        text: doing.text("tekst", errors),
        agreed: agreed == "ja",
    };
    let article = doing.room.script.article(Handling::Gesprek);
    let mut change = Change::new("case_talked", agreed).on(article.map(str::to_owned));
    change.then(talk.id, record);
    change.done.push(talk.id);
    Ok(change)
}
