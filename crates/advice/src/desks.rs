//! Who sits at which desk: from the roles that were given and from the groups that people teach, mentor or have a child in.

use identity::Caller;
use identity::store::roles::{self, RoleRow};
use jiff::civil::Date;
use people::directory::Directory;
use people::model::{Part, School};
use people::rules::{Standing, standing};
use people::store::{groups, guardians};
use store::Tx;
use words::{GroupId, PersonId, Role, SchoolId};

use crate::model::{Desk, Question};
use crate::rules::Route;

/// In which part of a group somebody has this role; none for a role that is no group's.
const fn part(role: Role) -> Option<Part> {
    match role {
        Role::Mentor => Some(Part::Mentor),
        Role::Leraar => Some(Part::Teacher),
        _ => None,
    }
}

/// The groups at a school in which somebody has this part today.
async fn groups_in(
    tx: &mut Tx,
    person: PersonId,
    part: Part,
    school: SchoolId,
    today: Date,
) -> anyhow::Result<Vec<GroupId>> {
    let all = groups::of_person(tx, person).await?;
    let here = all.into_iter().filter(|(member, group)| {
        member.part == part && member.span.holds_on(today) && group.school == school
    });
    Ok(here.map(|(_, group)| group.id).collect())
}

/// The desks at which who asks for a page sits today.
pub(crate) async fn of(
    tx: &mut Tx,
    caller: &Caller,
    schools: &[School],
    today: Date,
) -> anyhow::Result<Vec<Desk>> {
    let mut desks = Vec::new();
    for held in &caller.roles {
        let covered = schools
            .iter()
            .map(|school| school.id)
            .filter(|school| held.school.is_none_or(|only| only == *school));
        for school in covered {
            let mut at = |group| {
                let desk = Desk {
                    school,
                    role: held.role,
                    group,
                };
                if !desks.contains(&desk) {
                    desks.push(desk);
                }
            };
            if held.role == Role::Ouder {
                for child in &caller.ties.children {
                    let own = groups_in(tx, *child, Part::Pupil, school, today).await?;
                    for group in own {
                        at(Some(group));
                    }
                }
                continue;
            }
            at(None);
            if let Some(part) = part(held.role) {
                held.group.into_iter().for_each(|group| at(Some(group)));
                let whose = held.substitute_for.unwrap_or(caller.person);
                let own = groups_in(tx, whose, part, school, today).await?;
                for group in own {
                    at(Some(group));
                }
            }
        }
    }
    Ok(desks)
}

/// The groups that a question comes from: of the pupil who asks, of the children of a parent, or where a member of staff works.
async fn groups_of(
    tx: &mut Tx,
    (asker, role, about): (PersonId, Role, Option<PersonId>),
    school: SchoolId,
    today: Date,
) -> anyhow::Result<Vec<GroupId>> {
    let mut found = match role {
        Role::Leerling => groups_in(tx, asker, Part::Pupil, school, today).await?,
        Role::Leraar | Role::Mentor => {
            let mut own = groups_in(tx, asker, Part::Teacher, school, today).await?;
            own.extend(groups_in(tx, asker, Part::Mentor, school, today).await?);
            own
        }
        Role::Stagiair => {
            let held = roles::of(tx, asker, today).await?;
            held.into_iter().filter_map(|row| row.held.group).collect()
        }
        Role::Ouder => {
            let bonds = guardians::of_guardian(tx, asker).await?;
            let represents = bonds.iter().filter(|bond| {
                bond.span.holds_on(today) && standing(bond, None, today) == Standing::Represents
            });
            let children = represents
                .map(|bond| bond.pupil)
                .filter(|child| about.is_none_or(|only| only == *child));
            let mut all = Vec::new();
            for child in children {
                all.extend(groups_in(tx, child, Part::Pupil, school, today).await?);
            }
            all
        }
        _ => Vec::new(),
    };
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The desks of a role for a question that comes from these groups.
fn desks_for(role: Role, school: SchoolId, groups: &[GroupId]) -> Vec<Desk> {
    let desk = |group| Desk {
        school,
        role,
        group,
    };
    if groups.is_empty() || part(role).is_none() && role != Role::Ouder {
        return vec![desk(None)];
    }
    groups.iter().map(|group| desk(Some(*group))).collect()
}

/// Who sits at a desk today.
pub(crate) async fn sitting(
    tx: &mut Tx,
    names: &Directory,
    desk: Desk,
    today: Date,
) -> anyhow::Result<Vec<PersonId>> {
    if desk.role == Role::Ouder {
        let Some(group) = desk.group else {
            return Ok(Vec::new());
        };
        let bonds = guardians::of_group(tx, group, today).await?;
        let represents = bonds
            .iter()
            .filter(|bond| standing(bond, None, today) == Standing::Represents);
        return Ok(represents.map(|bond| bond.guardian).collect());
    }
    let mut found: Vec<PersonId> = Vec::new();
    if let Some(part) = part(desk.role) {
        let members = match desk.group {
            Some(group) => groups::members(tx, group, today).await?,
            None => groups::all_memberships(tx, today).await?,
        };
        let here = members.into_iter().filter(|member| {
            let group = names.group(member.group);
            member.part == part && group.is_some_and(|group| group.school == desk.school)
        });
        found.extend(here.map(|member| member.person));
    }
    let rows = roles::all(tx, today).await?;
    let sits = |row: &&RoleRow| {
        let here = row.held.school.is_none_or(|school| school == desk.school);
        let group = match desk.group {
            None => true,
            Some(group) => {
                row.held.group == Some(group)
                    || row
                        .held
                        .substitute_for
                        .is_some_and(|who| found.contains(&who))
            }
        };
        row.held.role == desk.role && row.from <= today && here && group
    };
    let given: Vec<PersonId> = rows.iter().filter(sits).map(|row| row.person).collect();
    found.extend(given);
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Where a question is laid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Laid {
    /// How far along the route that is.
    pub(crate) step: usize,
    /// At which desks.
    pub(crate) desks: Vec<Desk>,
    /// Who sits there.
    pub(crate) people: Vec<PersonId>,
}

/// Lays a question at the first desk of its route, from this step on, at which somebody sits who did not ask it. Where nobody sits at any of them
/// it lies at the last.
pub(crate) async fn lay(
    tx: &mut Tx,
    names: &Directory,
    question: (PersonId, Role, Option<PersonId>, SchoolId),
    (route, from): (&Route, usize),
    today: Date,
) -> anyhow::Result<Laid> {
    let (asker, role, about, school) = question;
    let groups = groups_of(tx, (asker, role, about), school, today).await?;
    let mut laid = Laid {
        step: from,
        desks: Vec::new(),
        people: Vec::new(),
    };
    for (step, whose) in route.steps.iter().copied().enumerate().skip(from) {
        for groups in [groups.as_slice(), &[]] {
            laid = Laid {
                step,
                desks: desks_for(whose, school, groups),
                people: Vec::new(),
            };
            for desk in laid.desks.clone() {
                laid.people.extend(sitting(tx, names, desk, today).await?);
            }
            laid.people.sort_unstable();
            laid.people.dedup();
            laid.people.retain(|person| *person != asker);
            // A mentor is of one group; another teacher of the school will do.
            let wider = whose == Role::Leraar && !groups.is_empty();
            if !laid.people.is_empty() || whose == Role::Ouder {
                return Ok(laid);
            }
            if !wider {
                break;
            }
        }
    }
    Ok(laid)
}

/// Everybody who sits at a desk along the route of a question and did not ask it: to whom it can be handed over.
pub(crate) async fn others(
    tx: &mut Tx,
    names: &Directory,
    question: &Question,
    today: Date,
) -> anyhow::Result<Vec<PersonId>> {
    let asker = (question.asker, question.asker_role, question.about);
    let groups = groups_of(tx, asker, question.school, today).await?;
    let mut found = Vec::new();
    for role in &question.route.steps {
        for desk in desks_for(*role, question.school, &groups) {
            found.extend(sitting(tx, names, desk, today).await?);
        }
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|person| *person != question.asker);
    Ok(found)
}
