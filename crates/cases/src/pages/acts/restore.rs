//! Restoring: what is asked of who did it or of a platform, and whether somebody saw that it was done.

use norms::front::Handling;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;

use super::super::story;
use super::handle::ends;
use super::{Change, Doing};
use crate::model::{Event, Record, Restore};
use crate::take;
use crate::views::act::Input;

/// Of whom, what, where it stands, and by when.
pub(super) fn ask(doing: &Doing<'_>) -> Vec<Input> {
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let mut of = doing.parties("aan");
    let platform = form.one("aan") == "platform";
    of.push(Choice::new(
        "platform",
        words.t("restore-platform"),
        platform,
    ));
    let named = doing.room.script.restores();
    let article = doing.room.script.article(Handling::Herstel);
    let what = Restore::ALL.iter().map(|one| {
        let chosen = if form.has("aan") {
            form.all("wat").any(|typed| typed == one.key())
        } else {
            article.is_some() && named.contains(one)
        };
        Choice::new(
            one.key(),
            words.t(&format!("restore-{}", one.key())),
            chosen,
        )
    });
    let mut inputs = Vec::new();
    if let Some(article) = article {
        inputs.push(Input::said(
            words.f("restore-named", &[("article", article.into())]),
        ));
    }
    let link = match form.one("link") {
        "" => doing.room.opened.account.link.clone().unwrap_or_default(),
        typed => typed.to_owned(),
    };
    inputs.extend([
        Input::radios("aan", of),
        Input::checks("wat", what.collect()),
        Input::line("link", link).optional(),
        Input::area("tekst", doing.raw("tekst")),
        Input::day("dag", form.one("dag")),
    ]);
    inputs
}

pub(super) fn read_ask(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let party = doing.chosen("aan").first().map(|one| one.id);
    if party.is_none() && form.one("aan") != "platform" {
        errors.add("aan", words.t("party-missing"));
    }
    let what: Vec<Restore> = form.all("wat").filter_map(Restore::from_key).collect();
    if what.is_empty() {
        errors.add("wat", words.t("restore-what"));
    }
    let link = take::link(form, words, errors);
    let article = doing.room.script.article(Handling::Herstel);
    let article = article.map(str::to_owned);
    let record = Record::Restore {
        party,
        what,
        link,
        text: doing.text("tekst", errors),
        article: article.clone(),
    };
    let due = ends(doing, "dag", errors);
    let mut change = Change::new("case_restore", "asked").on(article);
    change.plan(due, record);
    change
}

/// What was asked and nobody saw done yet.
fn left<'a>(doing: &Doing<'a>) -> Result<(&'a Event, Vec<Restore>), Fault> {
    let asked = doing.about().ok_or(Fault::Missing)?;
    let Record::Restore { what, .. } = &asked.record else {
        return Err(Fault::Missing);
    };
    let seen: Vec<Restore> = doing
        .room
        .opened
        .after(asked.id)
        .filter_map(|event| match event.record {
            Record::Restored {
                what, done: true, ..
            } => Some(what),
            _ => None,
        })
        .collect();
    let left = what.iter().copied().filter(|one| !seen.contains(one));
    Ok((asked, left.collect()))
}

/// Which of them, whether it was done, and how that was seen.
pub(super) fn looked(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let (asked, left) = left(doing)?;
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let only = left.len() == 1;
    let which = left.iter().map(|one| {
        let chosen = only || form.one("wat") == one.key();
        Choice::new(
            one.key(),
            words.t(&format!("restore-{}", one.key())),
            chosen,
        )
    });
    let done = [("ja", "restored-yes"), ("nee", "restored-no")]
        .map(|(value, key)| Choice::new(value, words.t(key), form.one("gedaan") == value));
    Ok(vec![
        Input::said(story::of(doing, asked).title),
        Input::radios("wat", which.collect()),
        Input::radios("gedaan", done.into()),
        Input::area("tekst", doing.raw("tekst")),
    ])
}

pub(super) fn read_looked(doing: &Doing<'_>, errors: &mut Errors) -> Result<Change, Fault> {
    let (asked, left) = left(doing)?;
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let what = Restore::from_key(form.one("wat")).filter(|one| left.contains(one));
    if what.is_none() {
        errors.add("wat", words.t("restore-what"));
    }
    let done = form.one("gedaan");
    if !matches!(done, "ja" | "nee") {
        errors.add("gedaan", words.t("restored-choose"));
    }
    let what = what.unwrap_or(Restore::Remove);
    let done = done == "ja";
    let record = Record::Restored {
        what,
        done,
        text: doing.text("tekst", errors),
    };
    let outcome = if done { "seen" } else { "not-done" };
    let mut change = Change::new("case_restore", outcome);
    change.then(asked.id, record);
    if done && left.iter().all(|one| *one == what) {
        change.done.push(asked.id);
    }
    Ok(change)
}
