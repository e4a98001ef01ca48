//! Somebody who is typed in by hand, and details that change.

use decisions::looked;
use identity::Action;
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::{GroupId, PersonId, SchoolId};

use super::ask::{Answer, Ask, Reading, Reply};
use super::file;
use crate::SchoolYear;
use crate::forms;
use crate::model::{Details, Group, Membership, Part, Person, School, Span};
use crate::store::persons::{Enrolment, NewPerson};
use crate::store::{self, groups, persons};
use crate::views::newcomer::{self as view, Typed};

/// What was typed, as it came.
fn typed(ask: &Ask<'_>) -> Typed {
    let text = |field: &str| ask.form.one(field).to_owned();
    Typed {
        call: text("roepnaam"),
        initials: text("voorletters"),
        infix: text("tussenvoegsel"),
        family: text("achternaam"),
        email: text("email"),
        born: ["geboren", "geboren-maand", "geboren-jaar"].map(text),
        version: text("versie"),
        ..Typed::default()
    }
}

/// The form for somebody new.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    ask.school_for(Action::EditPersons, &reading.schools)?;
    let typed = for_new(ask, &mut reading).await?;
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &typed,
        &Errors::default(),
    )))
}

async fn for_new(ask: &Ask<'_>, reading: &mut Reading) -> Result<Typed, Fault> {
    let words = ask.words();
    let mine = ask.schools_for(Action::EditPersons, &reading.schools);
    let (school, group) = (ask.form.one("school"), ask.form.one("groep"));
    let mut groups = vec![Choice::new("", words.t("no-group"), group.is_empty())];
    for one in &mine {
        for there in groups::groups(&mut reading.tx, one.id, SchoolYear::of(ask.today)).await? {
            let label = if mine.len() > 1 {
                format!("{} · {}", one.name, there.name)
            } else {
                there.name
            };
            let id = there.id.to_string();
            groups.push(Choice::new(id.clone(), label, id == group));
        }
    }
    let kinds = [("leerling", "kind-pupil"), ("medewerker", "kind-staff")];
    let schools = mine
        .iter()
        .map(|one| Choice::new(one.id.to_string(), &one.name, one.id.to_string() == school));
    Ok(Typed {
        kinds: kinds
            .map(|(value, key)| Choice::new(value, words.t(key), ask.form.one("soort") == value))
            .into(),
        schools: schools.collect(),
        groups,
        with_birthday: true,
        ..typed(ask)
    })
}

/// Somebody new, checked.
struct Newcomer {
    details: Details,
    pupil: bool,
    school: SchoolId,
    group: Option<Group>,
}

fn check(ask: &Ask<'_>, mine: &[School], group: Option<Group>) -> Result<Newcomer, Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let kind = ask.form.one("soort");
    if !["leerling", "medewerker"].contains(&kind) {
        errors.add("soort", words.t("choose-kind"));
    }
    let school = mine
        .iter()
        .find(|school| school.id.to_string() == ask.form.one("school"));
    if school.is_none() {
        errors.add("school", words.t("choose-school"));
    }
    let pupil = kind == "leerling";
    let mut details = checked_details(ask, &mut errors);
    if !pupil {
        // A birth date is kept of pupils only: by it a pupil's own say grows.
        details.born = None;
    }
    let school = school.map_or(SchoolId(uuid::Uuid::nil()), |school| school.id);
    if !ask.form.one("groep").is_empty()
        && group.as_ref().is_none_or(|group| group.school != school)
    {
        errors.add("groep", words.t("choose-group"));
    }
    errors.or(Newcomer {
        details,
        pupil,
        school,
        group,
    })
}

fn checked_details(ask: &Ask<'_>, errors: &mut Errors) -> Details {
    let words = ask.words();
    Details {
        name: forms::name(&ask.form, words, errors),
        born: forms::birthday(&ask.form, ask.today, words, errors),
        email: forms::email(&ask.form, words, errors),
    }
}

/// Adds somebody.
pub(super) async fn add(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mine = ask.schools_for(Action::EditPersons, &reading.schools);
    let group = match ask.form.one("groep").parse::<GroupId>() {
        Ok(id) => groups::group(&mut reading.tx, id).await?,
        Err(_) => None,
    };
    let newcomer = match check(ask, &mine, group) {
        Ok(newcomer) => newcomer,
        Err(errors) => {
            ask.school_for(Action::EditPersons, &reading.schools)?;
            let typed = for_new(ask, &mut reading).await?;
            return Ok(Reply::Again(view::page(&ask.frame(), &typed, &errors)));
        }
    };
    let role = ask.must(Action::EditPersons, &ask.at(newcomer.school))?;
    let id = PersonId(ask.new_id());
    let kind = if newcomer.pupil { "pupil" } else { "staff" };
    keep(ask, &mut reading, id, newcomer, role).await?;
    let entry = ask
        .entry("person_added", "added", role)
        .about(id)
        .from_facts(json!({ "kind": kind }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/mensen/{id}")))
}

async fn keep(
    ask: &Ask<'_>,
    reading: &mut Reading,
    id: PersonId,
    new: Newcomer,
    role: words::Role,
) -> anyhow::Result<()> {
    let mark = store::mark(&mut reading.tx).await?;
    let person = NewPerson {
        id,
        details: new.details,
        source: None,
    };
    persons::add(&mut reading.tx, &reading.keys, mark, ask.now, &[person]).await?;
    if new.pupil {
        let span = Span {
            from: ask.today,
            until: None,
        };
        persons::enrol(
            &mut reading.tx,
            &[Enrolment {
                pupil: id,
                school: new.school,
                span,
            }],
        )
        .await?;
    } else {
        super::roles::begin_as_staff(ask, &mut reading.tx, id, new.school, role).await?;
    }
    let Some(group) = new.group else {
        return Ok(());
    };
    let member = Membership {
        person: id,
        group: group.id,
        part: if new.pupil {
            Part::Pupil
        } else {
            Part::Teacher
        },
        level: if new.pupil && !group.is_combined() {
            group.levels.0
        } else {
            0
        },
        span: Span {
            from: ask.today,
            until: Some(group.year.last_day()),
        },
    };
    groups::place(&mut reading.tx, &[member]).await
}

/// The person of the address, whom the visitor may change.
async fn person(
    ask: &Ask<'_>,
    reading: &mut Reading,
) -> Result<(Person, bool, words::Role), Fault> {
    let known = file::known(ask, reading)?;
    let role = ask.must(Action::EditPersons, &ask.of(&known))?;
    let person = persons::person(&mut reading.tx, &reading.keys, known.id)
        .await?
        .ok_or(Fault::Missing)?;
    Ok((person, known.place.pupil, role))
}

/// The form with what is known.
pub(super) async fn edit(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (person, pupil, role) = person(ask, &mut reading).await?;
    looked(
        &mut reading.tx,
        ask.now,
        ask.caller.person,
        Some(role),
        person.id,
        "details",
    )
    .await?;
    reading.tx.commit().await?;
    let details = person.details.clone().unwrap_or_default();
    let born = details.born.map(|born| {
        [
            born.day().to_string(),
            born.month().to_string(),
            born.year().to_string(),
        ]
    });
    let typed = Typed {
        call: details.name.call,
        initials: details.name.initials,
        infix: details.name.infix,
        family: details.name.family,
        email: details.email.unwrap_or_default(),
        born: born.unwrap_or_default(),
        version: person.version.to_string(),
        with_birthday: pupil,
        ..Typed::default()
    };
    let address = format!("/mensen/{}", person.id);
    Ok(Reply::Page(view::edit(
        &ask.frame(),
        &address,
        &person.said(),
        &typed,
        &Errors::default(),
    )))
}

/// Keeps what changed, unless somebody else changed it meanwhile.
pub(super) async fn change(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (mut person, pupil, role) = person(ask, &mut reading).await?;
    let name = person.said();
    let mut errors = Errors::default();
    let mut details = checked_details(ask, &mut errors);
    if !pupil {
        details.born = None;
    }
    if errors.is_empty() {
        person.version = ask.form.one("versie").parse().unwrap_or_default();
        let mark = store::mark(&mut reading.tx).await?;
        if !persons::change(&mut reading.tx, &reading.keys, mark, &person, &details).await? {
            errors.add("", ask.words().t("changed-meanwhile"));
        }
    }
    let address = format!("/mensen/{}", person.id);
    if !errors.is_empty() {
        let typed = Typed {
            with_birthday: pupil,
            ..typed(ask)
        };
        return Ok(Reply::Again(view::edit(
            &ask.frame(),
            &address,
            &name,
            &typed,
            &errors,
        )));
    }
    decisions::record(
        &mut reading.tx,
        &ask.entry("person_changed", "changed", role)
            .about(person.id),
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address))
}
