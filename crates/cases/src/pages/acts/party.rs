//! Who is in it: somebody is put in, and whoever was named by mistake goes out again.

use people::directory::Known;
use ui::Errors;
use ui::form::Choice;

use super::super::handle::at;
use super::{Change, Doing};
use crate::model::{Opened, Part, Party, Record};
use crate::rules::closing::{Standing, standing};
use crate::views::act::Input;

/// The people of the school who answer to what was typed. Whoever decides in a case finds everybody of its school, also where their role alone
/// finds nobody: somebody who is taken for an outsider would handle their own child's case, and no ladder would be theirs.
fn found<'a>(doing: &'a Doing<'_>, typed: &str) -> Vec<&'a Known> {
    let school = doing.room.school.id;
    let sees = |known: &Known| known.place.schools.contains(&school) || known.place.guardian;
    doing.names.find(typed, 8, sees)
}

/// Who: a name that is looked up, or somebody from outside.
pub(super) fn join(doing: &Doing<'_>) -> Vec<Input> {
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let typed = people::forms::line(form.one("naam"));
    let mut inputs = vec![Input::line("naam", typed.clone())];
    if typed.chars().count() >= 2 {
        let mut who: Vec<Choice> = found(doing, &typed)
            .into_iter()
            .map(|known| {
                let value = known.id.to_string();
                let chosen = form.one("wie") == value;
                Choice::new(value, known.name.said(), chosen).hint(told_apart(doing, known))
            })
            .collect();
        let outside = form.one("wie") == "buiten";
        who.push(Choice::new("buiten", words.t("join-outside"), outside));
        inputs.push(Input::radios("wie", who));
    }
    let part = form.one("deel");
    let parts = Part::ALL.iter().map(|one| {
        let label = words.t(&format!("part-{}", one.key())).to_owned();
        Choice::new(one.key(), label, one.key() == part)
    });
    inputs.push(Input::radios("deel", parts.collect()));
    let mut of = doing.parties("van");
    if !of.is_empty() {
        of.insert(0, Choice::new("", words.t("join-of-nobody"), false));
        inputs.push(Input::select("van", of).optional());
    }
    inputs
}

/// The groups somebody is in. A parent stands in those of the children, and may be called as one of them is: what they are tells
/// them apart.
fn told_apart(doing: &Doing<'_>, known: &Known) -> String {
    let place = &known.place;
    let parent = place.guardian && !place.pupil && !place.staff;
    let parent = parent.then(|| doing.ask.words().t("part-ouder").to_owned());
    let groups = place.groups.iter();
    let groups = groups.filter_map(|id| doing.names.group(*id));
    let all = parent
        .into_iter()
        .chain(groups.map(|group| group.name.clone()));
    all.collect::<Vec<_>>().join(", ")
}

pub(super) fn read_join(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let typed = people::forms::line(form.one("naam"));
    if typed.chars().count() < 2 {
        errors.add("naam", words.t("join-name"));
    }
    let part = Part::from_key(form.one("deel"));
    if part.is_none() {
        errors.add("deel", words.t("join-part"));
    }
    let all = found(doing, &typed);
    let chosen = form.one("wie");
    let person = match chosen {
        "buiten" => None,
        "" if all.len() == 1 => all.first().map(|known| known.id),
        other => all
            .iter()
            .map(|known| known.id)
            .find(|id| id.to_string() == other),
    };
    // Asked again with the choices that the name leaves.
    if person.is_none() && chosen != "buiten" && errors.is_empty() {
        errors.add("wie", words.t("join-who"));
    }
    let mut within = doing.room.opened.parties.iter();
    if person.is_some() && within.any(|one| one.person == person && Some(one.part) == part) {
        errors.add("naam", words.t("join-twice"));
    }
    let new = Party {
        id: doing.ask.new_id(),
        person,
        name: if person.is_none() {
            typed
        } else {
            String::new()
        },
        part: part.unwrap_or(Part::Witness),
        parent_of: doing.chosen("van").first().map(|one| one.id),
        cleared_at: None,
    };
    let mut change = Change::with("case_joined", Record::Joined { party: new.id });
    change.joins.push(new);
    change
}

/// Whoever was named by mistake, and why that is so.
pub(super) fn mistaken(doing: &Doing<'_>) -> Vec<Input> {
    vec![
        Input::radios("wie", doing.parties("wie")),
        Input::area("reden", doing.raw("reden")),
    ]
}

/// A measure on this party that was not taken back: first that is decided.
fn is_measured(opened: &Opened, party: &Party) -> bool {
    let mut measures = opened.events.iter().filter(
        |event| matches!(&event.record, Record::Measure { party: on, .. } if *on == party.id),
    );
    measures.any(|event| standing(opened, event.id) != Standing::Gone)
}

/// Whoever is named by mistake, with the parents who are in it for them, is nobody in this case from then on. What was said to them is
/// put right: that is something to do.
pub(super) fn read_mistaken(doing: &Doing<'_>, errors: &mut Errors) -> Option<Change> {
    let words = doing.ask.words();
    let party = doing.chosen("wie").first().copied();
    match party {
        None => errors.add("wie", words.t("party-missing")),
        Some(party) if is_measured(&doing.room.opened, party) => {
            errors.add("wie", words.t("mistaken-measured"));
        }
        Some(_) => {}
    }
    let reason = doing.text("reden", errors);
    let party = party?;
    let mut change = Change::new("case_mistaken", "mistaken");
    change.add(Record::Mistaken {
        party: party.id,
        reason,
    });
    let text = words.t("mistaken-task").to_owned();
    change.plan(Some(at(doing.ask.now, 2)), Record::Task { text });
    let same =
        |one: &Party| one.id == party.id || one.person.is_some() && one.person == party.person;
    let opened = &doing.room.opened;
    let theirs = opened.parties.iter().filter(|one| {
        let of = one.parent_of.and_then(|id| opened.party(id));
        same(one) || of.is_some_and(same)
    });
    change.unnames = theirs.map(|one| one.id).collect();
    Some(change)
}
