//! Groups: the list, one group, a new one, and who is in it.

use identity::Action;
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::{GroupId, PersonId};

use super::ask::{Answer, Ask, Reading, Reply};
use super::{file, find};
use crate::SchoolYear;
use crate::forms;
use crate::model::{Group, Kind, Membership, Part, School, Span};
use crate::store::{self, groups};
use crate::views::Who;
use crate::views::group::{self as view, Entry, List, Members, New, Pupil};

/// The groups of a school in a year.
pub(super) async fn list(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (school, own) = school(ask, &mut reading).await?;
    let this = SchoolYear::of(ask.today);
    let year = ask.query("jaar").parse().unwrap_or(this);
    let day = if year == this { ask.today } else { year.first_day() };
    let all = groups::groups(&mut reading.tx, school.id, year).await?;
    let counts = groups::counts(&mut reading.tx, school.id, day).await?;
    let mut entries = Vec::with_capacity(all.len());
    for group in all.iter().filter(|group| ask.role_for(Action::LookGroups, &ask.of_group(group)).is_some()) {
        let members = groups::members(&mut reading.tx, group.id, day).await?;
        let mentors = members.iter().filter(|member| member.part == Part::Mentor);
        entries.push(Entry {
            name: group.name.clone(),
            address: format!("/groepen/{}", group.id),
            pupils: counts.iter().find(|(id, _)| *id == group.id).map_or(0, |(_, count)| *count),
            mentors: reading.names.sorted(mentors.map(|member| member.person)).iter().map(|known| known.name.said()).collect(),
        });
    }
    let address = |id, year: SchoolYear| format!("/groepen?school={id}&jaar={year}");
    let years = [this.before(), this, this.next()].map(|one| (address(school.id, one), one.to_string(), one == year));
    let schools = own.iter().map(|one| (address(one.id, year), one.name.clone(), one.id == school.id));
    let list = List {
        schools: schools.collect(),
        years: years.into(),
        groups: entries,
        add: ask.role_for(Action::EditGroups, &ask.at(school.id)).map(|_| format!("/groepen/nieuw?school={}", school.id)),
        school: school.name.clone(),
    };
    Ok(Reply::Page(view::list(&ask.frame(), &list)))
}

/// The school whose groups are asked for, and every school where the visitor sees groups: of all, or their own.
async fn school(ask: &Ask<'_>, reading: &mut Reading) -> Result<(School, Vec<School>), Fault> {
    let mut mine = ask.schools_for(Action::LookGroups, &reading.schools);
    for id in &ask.caller.ties.groups {
        let Some(group) = reading.names.group(*id).filter(|group| ask.role_for(Action::LookGroups, &ask.of_group(group)).is_some()) else {
            continue;
        };
        let there = mine.iter().any(|school| school.id == group.school);
        mine.extend(reading.schools.iter().filter(|school| !there && school.id == group.school).cloned());
    }
    let asked = ask.query("school");
    let found = match asked {
        "" => mine.first().cloned().ok_or_else(|| ask.refused(Action::LookGroups)),
        text => mine.iter().find(|school| school.id.to_string() == text).cloned().ok_or(Fault::Missing),
    }?;
    Ok((found, mine))
}

/// The group of the address, if the visitor may do this with it.
async fn one(ask: &Ask<'_>, reading: &mut Reading, action: Action) -> Result<Group, Fault> {
    let id: GroupId = ask.id(1)?;
    let group = groups::group(&mut reading.tx, id).await?.ok_or(Fault::Missing)?;
    ask.must(action, &ask.of_group(&group))?;
    Ok(group)
}

/// The day on which a group is shown: today, or the first or last day of another year.
fn day_of(ask: &Ask<'_>, group: &Group) -> jiff::civil::Date {
    ask.today.clamp(group.year.first_day(), group.year.last_day())
}

/// One group with its pupils.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let group = one(ask, &mut reading, Action::LookGroups).await?;
    let members = groups::members(&mut reading.tx, group.id, day_of(ask, &group)).await?;
    let of = |part: Part| members.iter().filter(move |member| member.part == part).map(|member| member.person);
    let school = reading.schools.iter().find(|school| school.id == group.school);
    let opens = |id: PersonId| reading.names.get(id).is_some_and(|known| ask.sees(known));
    let who = |id: PersonId, name: String| Who { name, address: opens(id).then(|| format!("/mensen/{id}")) };
    let staff = |part| reading.names.sorted(of(part)).iter().map(|known| who(known.id, known.name.said())).collect();
    let pupils = reading.names.sorted(of(Part::Pupil)).into_iter().map(|known| Pupil {
        who: who(known.id, known.name.listed()),
        level: members.iter().find(|member| member.person == known.id).map(|member| member.level).filter(|level| *level > 0),
    });
    let shown = view::Group {
        about: [school.map(|school| school.name.clone()), Some(group.year.to_string())].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        mentors: staff(Part::Mentor),
        teachers: staff(Part::Teacher),
        pupils: pupils.collect(),
        combined: group.is_combined(),
        members: ask.role_for(Action::EditGroups, &ask.of_group(&group)).map(|_| format!("/groepen/{}/leden", group.id)),
        name: group.name.clone(),
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// The form for a new group.
pub(super) async fn new(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    let school = ask.school_for(Action::EditGroups, &reading.schools)?;
    Ok(Reply::Page(view::new(&ask.frame(), &typed(ask, &school), &Errors::default())))
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
        years: [this, this.next()].map(|one| Choice::new(one.to_string(), one.to_string(), one == year)).into(),
        kinds: keys.map(|(one, key)| Choice::new(one.key(), words.t(key), one == kind)).into(),
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
    let level = |field: &str| ask.form.one(field).parse::<u8>().ok().filter(|level| (1..=school.sector.highest()).contains(level));
    let lowest = level("laagste");
    let highest = if ask.form.one("hoogste").is_empty() { lowest } else { level("hoogste") };
    if lowest.is_none() {
        errors.add("laagste", words.f("fill-in-level", &[("highest", school.sector.highest().into())]));
    }
    if highest.is_none() || highest < lowest {
        errors.add("hoogste", words.t("fill-in-highest"));
    }
    let group = Group {
        id: GroupId(ask.new_id()),
        school: school.id,
        year: ask.form.one("jaar").parse().unwrap_or_else(|()| SchoolYear::of(ask.today)),
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
    let year = ask.form.one("jaar").parse().unwrap_or_else(|()| SchoolYear::of(ask.today));
    let others = groups::groups(&mut reading.tx, school.id, year).await?;
    let group = match check(ask, &school, &others) {
        Ok(group) => group,
        Err(errors) => return Ok(Reply::Again(view::new(&ask.frame(), &typed(ask, &school), &errors))),
    };
    let address = format!("/groepen/{}", group.id);
    let entry = ask.entry("group_added", "added", role).on(group.id.to_string());
    groups::add(&mut reading.tx, &[(group, None)]).await?;
    decisions::record(&mut reading.tx, &entry).await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address))
}

/// Who is in a group, to change it.
pub(super) async fn who(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let group = one(ask, &mut reading, Action::EditGroups).await?;
    let members = members(ask, &mut reading, &group).await?;
    Ok(Reply::Page(view::members(&ask.frame(), &members, &Errors::default())))
}

async fn members(ask: &Ask<'_>, reading: &mut Reading, group: &Group) -> Result<Members, Fault> {
    let words = ask.words();
    let there = groups::members(&mut reading.tx, group.id, day_of(ask, group)).await?;
    let typed = [ask.query("zoek"), ask.form.one("zoek")].join("");
    let scope = |known: &crate::directory::Known| ask.role_for(Action::LookPersons, &ask.of(known)).is_some() && known.left_on.is_none();
    let found = reading.names.find(&typed, 10, scope);
    let choices = found.into_iter().map(|known| {
        let about = [find::kind(known, words), find::place(reading, known)].join(" · ");
        Choice::new(known.id.to_string(), known.name.said(), false).hint(about)
    });
    let parts = Part::ALL.iter().map(|part| Choice::new(part.key(), words.t(file::part_key(*part)), *part == Part::Pupil));
    let shown = there.iter().filter_map(|member| {
        let known = reading.names.get(member.person)?;
        let key = format!("{}:{}", member.part.key(), member.person);
        Some((key, known.name.listed(), words.t(file::part_key(member.part)).to_owned()))
    });
    let mut there: Vec<_> = shown.collect();
    there.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(Members {
        group: group.name.clone(),
        address: format!("/groepen/{}", group.id),
        there,
        found: choices.collect(),
        parts: parts.collect(),
        typed,
    })
}

/// Adds somebody to a group, or takes somebody out as of yesterday.
pub(super) async fn place(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let group = one(ask, &mut reading, Action::EditGroups).await?;
    let role = ask.must(Action::EditGroups, &ask.of_group(&group))?;
    let out = ask.form.one("eruit").split_once(':').and_then(|(part, id)| Some((Part::from_key(part)?, id.parse::<PersonId>().ok()?)));
    let into = ask.form.one("wie").parse::<PersonId>().ok().zip(Part::from_key(ask.form.one("als")));
    let (person, part, outcome) = match (out, into) {
        (Some((part, person)), _) => {
            let last = day_of(ask, &group).yesterday().unwrap_or(ask.today);
            groups::end(&mut reading.tx, person, group.id, part, last).await?;
            (person, part, "ended")
        }
        (None, Some((person, part))) => {
            let known = reading.names.get(person).cloned().ok_or(Fault::Missing)?;
            ask.must(Action::LookPersons, &ask.of(&known))?;
            groups::place(&mut reading.tx, &[membership(ask, &group, person, part)]).await?;
            (person, part, "placed")
        }
        (None, None) => {
            let mut errors = Errors::default();
            errors.add("wie", ask.words().t("choose-person"));
            let members = members(ask, &mut reading, &group).await?;
            return Ok(Reply::Again(view::members(&ask.frame(), &members, &errors)));
        }
    };
    let facts = json!({ "group": group.id, "as": part.key() });
    decisions::record(&mut reading.tx, &ask.entry("group_member", outcome, role).about(person).from_facts(facts)).await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/groepen/{}/leden", group.id)))
}

fn membership(ask: &Ask<'_>, group: &Group, person: PersonId, part: Part) -> Membership {
    let level = if group.is_combined() || part != Part::Pupil { 0 } else { group.levels.0 };
    Membership {
        person,
        group: group.id,
        part,
        level,
        span: Span { from: day_of(ask, group), until: Some(group.year.last_day()) },
    }
}
