//! Groups: the list, one group, a new one.

use identity::Action;
use shell::Fault;
use ui::{Choice, Errors};
use words::{GroupId, PersonId};

use super::ask::{Answer, Ask, Reading, Reply};
use crate::SchoolYear;
use crate::forms;
use crate::model::{Group, Kind, Part, School};
use crate::store::{self, groups};
use crate::views::Who;
use crate::views::group::{self as view, Entry, List, New, Pupil};

/// The groups of a school in a year.
pub(super) async fn list(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (school, own) = school(ask, &reading)?;
    let this = SchoolYear::of(ask.today);
    let year = ask.query("jaar").parse().unwrap_or(this);
    let day = if year == this {
        ask.today
    } else {
        year.first_day()
    };
    let all = groups::groups(&mut reading.tx, school.id, year).await?;
    let counts = groups::counts(&mut reading.tx, school.id, day).await?;
    let mut entries = Vec::with_capacity(all.len());
    for group in all.iter().filter(|group| {
        ask.role_for(Action::LookGroups, &ask.of_group(group))
            .is_some()
    }) {
        let members = groups::members(&mut reading.tx, group.id, day).await?;
        let mentors = members.iter().filter(|member| member.part == Part::Mentor);
        entries.push(Entry {
            name: group.name.clone(),
            address: format!("/groepen/{}", group.id),
            pupils: counts
                .iter()
                .find(|(id, _)| *id == group.id)
                .map_or(0, |(_, count)| *count),
            mentors: reading
                .names
                .sorted(mentors.map(|member| member.person))
                .iter()
                .map(|known| known.name.said())
                .collect(),
        });
    }
    let address = |id, year: SchoolYear| format!("/groepen?school={id}&jaar={year}");
    let years = [this.before(), this, this.next()]
        .map(|one| (address(school.id, one), one.to_string(), one == year));
    let schools = own
        .iter()
        .map(|one| (address(one.id, year), one.name.clone(), one.id == school.id));
    let list = List {
        schools: schools.collect(),
        years: years.into(),
        groups: entries,
        add: ask
            .role_for(Action::EditGroups, &ask.at(school.id))
            .map(|_| format!("/groepen/nieuw?school={}", school.id)),
        school: school.name.clone(),
    };
    Ok(Reply::Page(view::list(&ask.frame(), &list)))
}

/// The school whose groups are asked for, and every school where the visitor sees groups: of all, or their own.
fn school(ask: &Ask<'_>, reading: &Reading) -> Result<(School, Vec<School>), Fault> {
    let mut mine = ask.schools_for(Action::LookGroups, &reading.schools);
    for id in ask.own_groups() {
        let Some(group) = reading.names.group(id).filter(|group| {
            ask.role_for(Action::LookGroups, &ask.of_group(group))
                .is_some()
        }) else {
            continue;
        };
        let there = mine.iter().any(|school| school.id == group.school);
        mine.extend(
            reading
                .schools
                .iter()
                .filter(|school| !there && school.id == group.school)
                .cloned(),
        );
    }
    let asked = ask.query("school");
    let found = match asked {
        "" => mine
            .first()
            .cloned()
            .ok_or_else(|| ask.refused(Action::LookGroups)),
        text => mine
            .iter()
            .find(|school| school.id.to_string() == text)
            .cloned()
            .ok_or(Fault::Missing),
    }?;
    Ok((found, mine))
}

/// The group of the address, if the visitor may do this with it.
pub(super) async fn one(
    ask: &Ask<'_>,
    reading: &mut Reading,
    action: Action,
) -> Result<Group, Fault> {
    let id: GroupId = ask.id(1)?;
    let group = groups::group(&mut reading.tx, id)
        .await?
        .ok_or(Fault::Missing)?;
    ask.must(action, &ask.of_group(&group))?;
    Ok(group)
}

/// The day on which a group is shown: today, or the first or last day of another year.
pub(super) fn day_of(ask: &Ask<'_>, group: &Group) -> jiff::civil::Date {
    ask.today
        .clamp(group.year.first_day(), group.year.last_day())
}

/// One group with its pupils.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let group = one(ask, &mut reading, Action::LookGroups).await?;
    let members = groups::members(&mut reading.tx, group.id, day_of(ask, &group)).await?;
    let of = |part: Part| {
        members
            .iter()
            .filter(move |member| member.part == part)
            .map(|member| member.person)
    };
    let school = reading
        .schools
        .iter()
        .find(|school| school.id == group.school);
    let opens = |id: PersonId| reading.names.get(id).is_some_and(|known| ask.sees(known));
    let who = |id: PersonId, name: String| Who {
        name,
        address: opens(id).then(|| format!("/mensen/{id}")),
    };
    let staff = |part| {
        reading
            .names
            .sorted(of(part))
            .iter()
            .map(|known| who(known.id, known.name.said()))
            .collect()
    };
    let pupils = reading
        .names
        .sorted(of(Part::Pupil))
        .into_iter()
        .map(|known| Pupil {
            who: who(known.id, known.name.listed()),
            level: members
                .iter()
                .find(|member| member.person == known.id)
                .map(|member| member.level)
                .filter(|level| *level > 0),
        });
    let shown = view::Group {
        about: [
            school.map(|school| school.name.clone()),
            Some(group.year.to_string()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
        mentors: staff(Part::Mentor),
        teachers: staff(Part::Teacher),
        pupils: pupils.collect(),
        combined: group.is_combined(),
        members: ask
            .role_for(Action::EditGroups, &ask.of_group(&group))
            .map(|_| format!("/groepen/{}/leden", group.id)),
        name: group.name.clone(),
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// The form for a new group.
pub(super) async fn new(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    let school = ask.school_for(Action::EditGroups, &reading.schools)?;
    Ok(Reply::Page(view::new(
        &ask.frame(),
        &typed(ask, &school),
        &Errors::default(),
    )))
}

fn typed(ask: &Ask<'_>, school: &School) -> New {
    let words = ask.words();
    let this = SchoolYear::of(ask.today);
    let year: SchoolYear = ask.form.one("jaar").parse().unwrap_or(this);
    let kind = Kind::from_key(ask.form.one("soort")).unwrap_or(Kind::Class);
    let keys = [(Kind::Class, "kind-class"), (Kind::Cluster, "kind-cluster")];
    New {
        school: school.id.to_string(),
        school_name: school.name.clone(),
        name: ask.form.one("naam").to_owned(),
        lowest: ask.form.one("laagste").to_owned(),
        highest: ask.form.one("hoogste").to_owned(),
        years: [this, this.next()]
            .map(|one| Choice::new(one.to_string(), one.to_string(), one == year))
            .into(),
        kinds: keys
            .map(|(one, key)| Choice::new(one.key(), words.t(key), one == kind))
            .into(),
    }
}

/// What was typed, checked: a group with a name that no other of that year has.
fn check(ask: &Ask<'_>, school: &School, others: &[Group]) -> Result<Group, Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let name = forms::line(ask.form.one("naam"));
    if name.is_empty() || name.chars().count() > 40 {
        errors.add("naam", words.t("fill-in-group-name"));
    } else if others.iter().any(|other| other.name == name) {
        errors.add("naam", words.t("group-name-taken"));
    }
    let level = |field: &str| {
        ask.form
            .one(field)
            .parse::<u8>()
            .ok()
            .filter(|level| (1..=school.sector.highest()).contains(level))
    };
    let lowest = level("laagste");
    let highest = if ask.form.one("hoogste").is_empty() {
        lowest
    } else {
        level("hoogste")
    };
    if lowest.is_none() {
        errors.add(
            "laagste",
            words.f(
                "fill-in-level",
                &[("highest", school.sector.highest().into())],
            ),
        );
    }
    if highest.is_none() || highest < lowest {
        errors.add("hoogste", words.t("fill-in-highest"));
    }
    let group = Group {
        id: GroupId(ask.new_id()),
        school: school.id,
        year: ask
            .form
            .one("jaar")
            .parse()
            .unwrap_or_else(|()| SchoolYear::of(ask.today)),
        name,
        kind: Kind::from_key(ask.form.one("soort")).unwrap_or(Kind::Class),
        levels: (lowest.unwrap_or_default(), highest.unwrap_or_default()),
    };
    errors.or(group)
}

/// Adds a group.
pub(super) async fn add(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::EditGroups, &reading.schools)?;
    let role = ask.must(Action::EditGroups, &ask.at(school.id))?;
    let year = ask
        .form
        .one("jaar")
        .parse()
        .unwrap_or_else(|()| SchoolYear::of(ask.today));
    let others = groups::groups(&mut reading.tx, school.id, year).await?;
    let group = match check(ask, &school, &others) {
        Ok(group) => group,
        Err(errors) => {
            return Ok(Reply::Again(view::new(
                &ask.frame(),
                &typed(ask, &school),
                &errors,
            )));
        }
    };
    let address = format!("/groepen/{}", group.id);
    let entry = ask
        .entry("group_added", "added", role)
        .on(group.id.to_string());
    groups::add(&mut reading.tx, &[(group, None)]).await?;
    decisions::record(&mut reading.tx, &entry).await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address))
}
