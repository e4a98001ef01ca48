//! The police: what the protocol says of it, who may file and until when, and what was chosen, with the reason.

use jiff::civil::Date;
use law::police::{Filer, Needs, Offence};
use norms::front::Stance;
use ui::Errors;
use ui::form::Choice;

use super::{Change, Doing};
use crate::model::{Choice as About, Part, Party, Record};
use crate::views::act::Input;

/// Who files for somebody who was affected, by their age, and until when: what the law says, as sentences. Of an offence that is
/// not named yet it is said as for one that needs a complaint.
pub(in crate::pages) fn filing(
    doing: &Doing<'_>,
    party: &Party,
    (offence, known_on): (Option<Offence>, Option<Date>),
) -> String {
    let words = doing.ask.words();
    let known = party.person.and_then(|id| doing.names.get(id));
    let born = known.and_then(|known| known.born);
    let age = born.map(|born| people::year::age_on(born, doing.ask.today));
    let years = age.and_then(|age| u8::try_from(age).ok()).unwrap_or(0);
    let offence = offence.unwrap_or(Offence::Insult);
    let mut values = vec![
        ("who", doing.called(party).into()),
        ("age", age.unwrap_or_default().into()),
    ];
    let first = match (offence.filer(years), age) {
        (Filer::Anybody, _) => return words.t("filer-anybody").to_owned(),
        (Filer::AskPolice, _) => return words.t("filer-ask").to_owned(),
        (_, None) => words.f("filer-unknown", &values),
        (Filer::Affected, _) => words.f("filer-affected", &values),
        (Filer::Representative, _) => {
            let parents = doing.mailroom.guardians(doing, party.id);
            let names: Vec<String> = parents.into_iter().map(|one| one.name).collect();
            let names = if names.is_empty() {
                words.t("filer-nobody").to_owned()
            } else {
                names.join(", ")
            };
            values.push(("parents", names.into()));
            words.f("filer-representative", &values)
        }
    };
    let until = match known_on.map(law::police::complaint) {
        Some(complaint) => {
            let day = people::day_said(doing.ask.locale(), complaint.term.last_day);
            words.f("filer-until", &[("day", day.into())])
        }
        None => words.t("filer-until-open").to_owned(),
    };
    format!("{first} {until}")
}

/// What is done about the police, and why.
pub(super) fn police(doing: &Doing<'_>) -> Vec<Input> {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let mut inputs = Vec::new();
    if let Some(police) = doing.room.script.police() {
        let key = match police.houding {
            Stance::Doet => "police-reports",
            Stance::Overweegt => "police-weighs",
        };
        let article: &str = police.artikel.as_ref();
        inputs.push(Input::said(words.f(key, &[("article", article.into())])));
    }
    let known_on = people::forms::day(form, "bekend");
    let affected = doing
        .room
        .opened
        .parties
        .iter()
        .filter(|one| one.part == Part::Affected);
    inputs.extend(affected.map(|one| Input::said(filing(doing, one, (None, known_on)))));
    let chosen = form.one("keuze");
    let choices = About::ALL.iter().map(|one| {
        let label = words.t(&format!("police-{}", one.key())).to_owned();
        Choice::new(one.key(), label, one.key() == chosen)
    });
    let typed = form.one("feit");
    let mut offences = vec![Choice::new("", words.t("offence-none"), typed.is_empty())];
    offences.extend(Offence::ALL.into_iter().map(|one| {
        let name = words.t(&format!("offence-{}", one.code())).to_owned();
        let label = format!("{name} (Sr {})", one.source().article);
        Choice::new(one.code(), label, typed == one.code())
    }));
    inputs.extend([
        Input::radios("keuze", choices.collect()),
        Input::area("reden", doing.raw("reden")),
        Input::select("feit", offences).optional(),
        Input::radios("slachtoffer", doing.parties("slachtoffer")).optional(),
        Input::day("bekend", form.one("bekend")).optional(),
    ]);
    inputs
}

pub(super) fn read_police(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let choice = About::from_key(form.one("keuze"));
    if choice.is_none() {
        errors.add("keuze", words.t("choose-one"));
    }
    let typed = form.one("feit");
    let offence = Offence::ALL.into_iter().find(|one| one.code() == typed);
    let affected = doing.chosen("slachtoffer").first().copied();
    let party = affected.map(|one| one.id);
    let known_on = people::forms::day(form, "bekend");
    let needs = offence.is_some_and(|one| one.needs() == Needs::Complaint);
    if needs && (party.is_none() || known_on.is_none()) {
        errors.add("bekend", words.t("police-complaint-needs"));
    }
    let reason = doing.text("reden", errors);
    let choice = choice.unwrap_or(About::Not);
    let article = doing.room.script.police();
    let article = article.map(|one| one.artikel.as_ref().clone());
    let mut change = Change::new("case_police", choice.key()).on(article);
    change.add(Record::Police {
        choice,
        reason,
        offence: offence.map(|one| one.code().to_owned()),
        party,
        known_on,
    });
    // Who alone can report it has three months: the school reminds them in time.
    if let (true, Some(known), Some(party)) = (needs, known_on, affected) {
        let term = law::police::complaint(known);
        let last = people::day_said(doing.ask.locale(), term.term.last_day);
        let text = words.f("police-complaint-task", &[("day", last.into())]);
        let text = format!("{text} {}", filing(doing, party, (offence, known_on)));
        let due = shell::clock::from_the_wall(term.reminder.at(9, 0, 0, 0)).ok();
        change.plan(
            due,
            Record::Aftercare {
                party: party.id,
                text,
            },
        );
    }
    change
}
