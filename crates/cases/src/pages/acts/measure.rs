//! A measure: prepared from the protocol's ladder, held against the law step by step, and imposed by a person with a reason. What
//! misses a condition is refused, with which.

use jiff::civil::Date;
use law::measures::{Kind, Sector};
use people::model::Sector as At;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;

use super::super::precedent;
use super::{Change, Doing};
use crate::model::{Event, Party, Record};
use crate::rules::measure::{self, About, Facts};
use crate::views::act::Input;

/// As what protocols know somebody.
fn in_norms(doing: &Doing<'_>, party: &Party) -> &'static str {
    precedent::whom(&doing.names, party)
}

fn is_staff(doing: &Doing<'_>, party: &Party) -> bool {
    in_norms(doing, party) == "medewerker"
}

/// What stands in no record and decides the situation.
pub(super) fn facts(doing: &Doing<'_>, party: &Party) -> Facts {
    let known = party.person.and_then(|id| doing.names.get(id));
    let born = known.and_then(|known| known.born);
    let age = born.map(|born| people::year::age_on(born, doing.ask.today));
    Facts {
        sector: match doing.room.school.sector {
            At::Po => Sector::Po,
            At::Vo => Sector::Vo,
        },
        adult: age.is_some_and(|age| age >= 18),
        compulsory: age.is_none_or(|age| age < 18),
    }
}

/// The steps of the ladders that the protocol has for somebody in it: article and step.
pub(super) fn steps(doing: &Doing<'_>) -> Vec<(String, String, &'static str)> {
    let mut all = Vec::new();
    for party in &doing.room.opened.parties {
        for ladder in doing.room.script.ladders(in_norms(doing, party)) {
            for step in &ladder.trap {
                let article: &String = ladder.artikel.as_ref();
                let row = (article.clone(), step.clone(), ladder.wie.as_ref().as_str());
                if !all.contains(&row) {
                    all.push(row);
                }
            }
        }
    }
    all
}

/// On whom, which step of the ladder, what it is by law, why, and from when until when.
pub(super) fn prepare(doing: &Doing<'_>) -> Vec<Input> {
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let typed = form.one("trap");
    let ladder = steps(doing).into_iter().map(|(article, step, who)| {
        let value = format!("{article}|{step}");
        let chosen = typed == value;
        let hint = words.f(
            "measure-step-hint",
            &[("article", article.as_str().into()), ("who", who.into())],
        );
        Choice::new(value, step, chosen).hint(hint)
    });
    let mut ladder: Vec<Choice> = ladder.collect();
    ladder.push(Choice::new(
        "|",
        words.t("measure-other-step"),
        typed == "|",
    ));
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::NotActing)
        .map(|kind| {
            let label = words.t(&format!("measure-{}", kind.code())).to_owned();
            Choice::new(kind.code(), label, form.one("soort") == kind.code())
        });
    let schools = [("ja", "school-public"), ("nee", "school-special")];
    let schools =
        schools.map(|(value, key)| Choice::new(value, words.t(key), form.one("openbaar") == value));
    vec![
        precedent::shown(doing),
        Input::radios("wie", doing.parties("wie")),
        Input::radios("trap", ladder),
        Input::radios("soort", kinds.collect()),
        Input::radios("openbaar", schools.into()),
        Input::area("reden", doing.raw("reden")),
        Input::day("van", form.one("van")).optional(),
        Input::day("tot", form.one("tot")).optional(),
    ]
}

pub(super) fn read_prepare(doing: &Doing<'_>, errors: &mut Errors) -> Option<Change> {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let party = doing.chosen("wie").first().copied();
    if party.is_none() {
        errors.add("wie", words.t("party-missing"));
    }
    let typed = form.one("trap");
    let step = steps(doing)
        .into_iter()
        .find(|(article, step, _)| format!("{article}|{step}") == typed);
    if step.is_none() && typed != "|" {
        errors.add("trap", words.t("choose-one"));
    }
    let kind = measure::kind(form.one("soort"));
    let kind = kind.filter(|kind| *kind != Kind::NotActing);
    let staff = party.is_some_and(|party| is_staff(doing, party));
    match kind {
        None => errors.add("soort", words.t("choose-one")),
        Some(Kind::StaffSanction) if !staff => errors.add("soort", words.t("measure-no-staff")),
        Some(Kind::Suspension | Kind::Removal)
            if party.is_some_and(|one| !is_pupil(doing, one)) =>
        {
            errors.add("soort", words.t("measure-no-pupil"));
        }
        _ => {}
    }
    if !matches!(form.one("openbaar"), "ja" | "nee") {
        errors.add("openbaar", words.t("choose-one"));
    }
    let (from, until) = (
        people::forms::day(form, "van"),
        people::forms::day(form, "tot"),
    );
    if kind == Some(Kind::Suspension) {
        span(doing, (from, until), errors);
    }
    let reason = doing.text("reden", errors);
    let (article, step) = match step {
        Some((article, step, _)) => (Some(article), step),
        None => (None, words.t("measure-other-step").to_owned()),
    };
    let record = Record::Measure {
        party: party?.id,
        step,
        kind: kind?.code().to_owned(),
        article: article.clone(),
        reason,
        public: form.one("openbaar") == "ja",
        from,
        until,
    };
    Some(Change::with("case_measure", record).on(article))
}

fn is_pupil(doing: &Doing<'_>, party: &Party) -> bool {
    in_norms(doing, party) == "leerling"
}

fn span(doing: &Doing<'_>, (from, until): (Option<Date>, Option<Date>), errors: &mut Errors) {
    let words = doing.ask.words();
    for (field, day) in [("van", from), ("tot", until)] {
        if day.is_none() {
            errors.add(field, words.t("day-wrong"));
        }
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        errors.add("tot", words.t("measure-backwards"));
    }
}

/// The measure that an address names, prepared or imposed.
pub(super) fn named<'a>(doing: &Doing<'a>) -> Result<(&'a Event, About, &'a Party), Fault> {
    let event = doing.about().ok_or(Fault::Missing)?;
    let Record::Measure { party, .. } = &event.record else {
        return Err(Fault::Missing);
    };
    let party = doing.room.opened.party(*party).ok_or(Fault::Missing)?;
    let about = measure::about(event, facts(doing, party)).ok_or(Fault::Missing)?;
    Ok((event, about, party))
}
