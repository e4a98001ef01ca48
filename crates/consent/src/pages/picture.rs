//! *Who may be in the picture?* For a teacher, before the photo is taken.

use decisions::Entry;
use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::{Group, Part};
use people::store::groups;
use people::{SchoolYear, Who};
use serde_json::json;
use shell::Fault;
use ui::form::Choice;
use words::{GroupId, Medium, PersonId};

use crate::model::Cell;
use crate::places;
use crate::register::Register;
use crate::rules::Shown;
use crate::views::picture as view;

/// The groups of which the visitor may ask it: their own first.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let all = groups::all_groups(&mut reading.tx, SchoolYear::of(ask.today)).await?;
    let own: Vec<GroupId> = ask.own_groups().collect();
    let mut seen: Vec<&Group> = all
        .iter()
        .filter(|group| {
            ask.role_for(Action::LookConsent, &ask.of_group(group))
                .is_some()
        })
        .collect();
    if seen.is_empty() {
        return Err(ask.refused(Action::LookConsent));
    }
    seen.sort_by_key(|group| (!own.contains(&group.id), group.levels, group.name.clone()));
    let several = reading.schools.len() > 1;
    let links = seen.into_iter().map(|group| {
        let school = reading.schools.iter().find(|one| one.id == group.school);
        let school = school.filter(|_| several).map(|one| one.name.clone());
        view::Link {
            name: group.name.clone(),
            school,
            own: own.contains(&group.id),
            address: format!("/in-beeld/{}", group.id),
        }
    });
    Ok(Reply::Page(view::list(
        &ask.frame(),
        &links.collect::<Vec<_>>(),
    )))
}

/// The list of one group.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let id: GroupId = ask.id(1)?;
    let group = groups::group(&mut reading.tx, id)
        .await?
        .ok_or(Fault::Missing)?;
    let role = ask.must(Action::LookConsent, &ask.of_group(&group))?;
    let members = groups::members(&mut reading.tx, group.id, ask.today).await?;
    let pupils: Vec<PersonId> = members
        .iter()
        .filter(|member| member.part == Part::Pupil)
        .map(|member| member.person)
        .collect();
    let place = (group.school, group.id);
    let register =
        Register::of_group(&mut reading.tx, &reading.names, place, &pupils, ask.today).await?;
    let (wheres, medium, cells) = asked(ask, &register);
    let people = pupils_shown(ask, &reading, &register, &pupils, &cells);
    let entry = Entry::new(ask.now, "consent_list", "shown")
        .by(ask.caller.person, Some(role))
        .on(group.id.to_string())
        .from_facts(json!({ "pupils": pupils.len(), "questions": cells.len() }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    let (not, may) = people.into_iter().partition(|one| !one.not.is_empty());
    let shown = view::Picture {
        group: group.name.clone(),
        action: format!("/in-beeld/{}", group.id),
        wheres,
        media: media(ask, medium),
        asked: !cells.is_empty(),
        not,
        may,
        at: ask.frame().moment(ask.now),
        stamp: ask.now.to_string(),
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// Where it will be shown and as what: from the address, or what a teacher asks most.
fn asked(ask: &Ask<'_>, register: &Register) -> (Vec<Choice>, Medium, Vec<Cell>) {
    let medium = Medium::from_key(ask.query("als")).unwrap_or(Medium::Foto);
    let pairs = ask.visit.pairs().filter(|(key, _)| key == "waar");
    let chosen: Vec<String> = pairs.map(|(_, value)| value).collect();
    let (wheres, cells) = places::asked(register, &chosen, medium, ask.locale());
    (wheres, medium, cells)
}

fn media(ask: &Ask<'_>, chosen: Medium) -> Vec<Choice> {
    let said = |medium: Medium| {
        let label = ask.words().t(super::medium_key(medium)).to_owned();
        Choice::new(medium.key(), label, medium == chosen)
    };
    Medium::ALL.into_iter().map(said).collect()
}

/// Each pupil with where they may not be shown. Why is told only as far as a teacher can do something with it: that nobody
/// answered yet. Anything else is a no, also for whom is protected.
fn pupils_shown(
    ask: &Ask<'_>,
    reading: &Reading,
    register: &Register,
    pupils: &[PersonId],
    cells: &[Cell],
) -> Vec<view::Person> {
    let words = ask.words();
    let known = reading.names.sorted(pupils.iter().copied());
    let shown = known.into_iter().map(|known| {
        let mut not = Vec::new();
        let mut unanswered = true;
        for cell in cells {
            let outcome = register.decide(known.id, *cell);
            if outcome.shown == Shown::MayNot {
                not.push(super::channel_said(words, cell.channel));
                unanswered &= outcome.reason.asks_again();
            }
        }
        not.dedup();
        let everywhere = not.len() >= cells.len();
        view::Person {
            who: Who {
                name: known.name.said(),
                address: None,
            },
            unanswered: unanswered && !not.is_empty(),
            everywhere,
            not,
        }
    });
    shown.collect()
}
