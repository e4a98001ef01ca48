//! Imposing a measure: what is missing stops it, and its letter goes to each whom the law asks to write to.

use jiff::civil::Date;
use law::measures::{Missing, Need, Party as Whom, conditions};
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::Locale;

use super::super::letter::{Addressee, Mailroom, raw};
use super::super::{precedent, story};
use super::legal::{lacking, said};
use super::measure::named;
use super::{Change, Doing, Forget};
use crate::model::{Event, Party, Record, Template};
use crate::rules::closing::{self, Standing, standing};
use crate::rules::end_of;
use crate::rules::letter::fill;
use crate::rules::measure::{self, About};
use crate::views::act::Input;

fn prepared<'a>(doing: &Doing<'a>) -> Result<(&'a Event, About, &'a Party), Fault> {
    let found = named(doing)?;
    let is = standing(&doing.room.opened, found.0.id) == Standing::Prepared;
    if is {
        Ok(found)
    } else {
        Err(doing.overtaken())
    }
}

/// Whom the law asks to write to, as far as the school knows them; who it is about where the law says nothing.
fn addressees(doing: &Doing<'_>, about: &About, party: &Party) -> Vec<Addressee> {
    let all = conditions(about.kind, &about.situation);
    let mut whom: Vec<Whom> = all
        .iter()
        .filter_map(|one| match one.need {
            Need::Letter(whom) => Some(whom),
            _ => None,
        })
        .collect();
    whom.dedup();
    if whom.is_empty() {
        whom.push(Whom::Pupil);
    }
    let mut to = Vec::new();
    for one in whom {
        match one {
            Whom::Pupil | Whom::Staff => to.push(Mailroom::party(doing, party)),
            Whom::Guardians => to.extend(doing.mailroom.guardians(doing, party.id)),
            Whom::GroupTeacher => {}
        }
    }
    to
}

/// Whom a letter about this can reach: of the guardians only who represents.
pub(super) fn reaches(doing: &Doing<'_>, subject: uuid::Uuid) -> Vec<Whom> {
    let mut whom = vec![Whom::Pupil, Whom::Staff];
    if !doing.mailroom.guardians(doing, subject).is_empty() {
        whom.push(Whom::Guardians);
    }
    whom
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
    let days = about.situation.stretch.map(|one| one.days());
    let days = days.and_then(|days| i64::try_from(days).ok());
    if let Some(differs) = precedent::differs(doing, about.party, about.kind.code(), days) {
        inputs.push(Input::said(words.t(differs).to_owned()));
    }
    let to = addressees(doing, &about, party);
    if !to.is_empty() {
        let names: Vec<&str> = to.iter().map(|one| one.name.as_str()).collect();
        let values = [("who", names.join(", ").into())];
        inputs.push(Input::said(words.f("measure-letters-to", &values)));
    }
    let locale = language(doing, "taal");
    inputs.push(Input::hidden("taal-was", locale.tag()));
    let languages = Locale::ALL.map(|one| {
        let label = words.t(&format!("letter-in-{}", one.tag())).to_owned();
        Choice::new(one.tag(), label, one == locale)
    });
    inputs.push(Input::radios("taal", languages.into()));
    inputs.push(Input::area("brief", text(doing, (event, &about, party))));
    if let Some(paragraph) = objecting(doing, &about, locale) {
        inputs.push(Input::said(paragraph));
    }
    let mail = Choice::new(
        "ja",
        words.t("letter-mail-too"),
        doing.ask.form.has("mailen"),
    );
    inputs.push(Input::checks("mailen", vec![mail]).optional());
    Ok(inputs)
}

/// The language that a field of the form names, or that of the page.
fn language(doing: &Doing<'_>, field: &str) -> Locale {
    Locale::from_tag(doing.ask.form.one(field)).unwrap_or(doing.ask.locale())
}

/// The letter as it was typed; where nobody changed it, that of the school in the language that was chosen.
fn text(doing: &Doing<'_>, of: (&Event, &About, &Party)) -> String {
    let typed = doing.raw("brief");
    let untouched =
        typed.is_empty() || typed == letter(doing, of, language(doing, "taal-was")).trim();
    if untouched {
        letter(doing, of, language(doing, "taal"))
    } else {
        typed
    }
}

/// The letter before anybody changed it. Whom it is addressed to stays open: each gets their own.
fn letter(doing: &Doing<'_>, of: (&Event, &About, &Party), locale: Locale) -> String {
    let (event, about, party) = of;
    let Some(template) = Template::from_key(about.kind.code()) else {
        return String::new();
    };
    let written = doing.mailroom.text(template, locale);
    let mut values = doing.usual(locale);
    values.extend(filled(doing, event, party, locale));
    fill(&written.text, &values)
}

/// What the letter of a measure is filled in with.
fn filled(
    doing: &Doing<'_>,
    event: &Event,
    party: &Party,
    locale: Locale,
) -> Vec<(&'static str, String)> {
    let Record::Measure {
        step,
        reason,
        article,
        from,
        until,
        ..
    } = &event.record
    else {
        return Vec::new();
    };
    let day =
        |day: &Option<Date>| day.map_or_else(String::new, |day| people::day_said(locale, day));
    vec![
        ("who", doing.called(party)),
        ("step", step.clone()),
        ("reason", reason.clone()),
        ("article", article.clone().unwrap_or_default()),
        ("from", day(from)),
        ("until", day(until)),
    ]
}

/// The paragraph about objecting, which nobody writes by hand.
fn objecting(doing: &Doing<'_>, about: &About, locale: Locale) -> Option<String> {
    let term = measure::objecting(about, doing.ask.today)?;
    let day = people::day_said(locale, term.last_day);
    let values = [("day", day.into())];
    Some(crate::texts(locale).f("measure-objecting", &values))
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
    doing.text("brief", errors);
    let locale = language(doing, "taal");
    let mut text = text(doing, (event, &about, party));
    raw::check(words, ("brief", &text), &["to"], errors);
    if let Some(paragraph) = objecting(doing, &about, locale) {
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
    let mail = doing.ask.form.has("mailen");
    for to in addressees(doing, &about, party) {
        let letter = to.letter((step, &text), mail, locale);
        change.then(event.id, letter);
        to.joins(&mut change);
    }
    for one in &open.after {
        let text = words
            .t(&format!("need-{}", one.condition.need.code()))
            .to_owned();
        let today = end_of(doing.ask.today);
        change.push(Some(event.id), today, Record::Task { text });
    }
    Ok(Some(change))
}

/// When a case that is closed now goes.
pub(super) fn forgets(doing: &Doing<'_>) -> Forget {
    let opened = &doing.room.opened;
    let left = |party| {
        let person = opened.party(party)?.person?;
        doing.names.get(person)?.left_on
    };
    closing::forget_at(opened, doing.ask.today, left).map_or(Forget::NotYet, Forget::At)
}
