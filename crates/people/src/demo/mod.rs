//! Made-up schools full of made-up people, for the demo and for tests: the same seed makes the same schools.
//!
//! Nobody in particular is meant. The names are as those of a Dutch school, of all origins; the families are too: two
//! parents, one, parents who live apart, one without authority, one of whom nobody said, a legal guardian.

mod draw;
mod families;
mod plan;

use identity::HeldRole;
use identity::store::roles::{self, RoleRow};
use jiff::Timestamp;
use jiff::civil::Date;
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use store::{Board, Db, NewBoard};
use words::{BoardId, GroupId, PersonId, PersonName, Role, SchoolId};

use crate::SchoolYear;
use crate::model::{Details, Group, Guardianship, Kind, Membership, Part, School, Span};
use crate::store::persons::{Enrolment, NewPerson};
use crate::store::{self as sql, groups, guardians, persons, schools};

pub use plan::{PLANS, Plan};

/// A role of somebody in a made-up school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cast {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// At the school; a role of the board covers all of it.
    pub school: Option<SchoolId>,
    /// In one group only: an intern.
    pub group: Option<GroupId>,
}

/// Somebody as whom one can sign in with one click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// As what.
    pub role: Role,
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
}

/// A made-up board with its school.
#[derive(Debug)]
pub struct Demo {
    /// The board.
    pub board: BoardId,
    /// Its word in addresses: the name of the protocol that its school follows.
    pub slug: String,
    /// Its school.
    pub school: SchoolId,
    /// What the school is called.
    pub name: String,
    /// Every role that is filled.
    pub cast: Vec<Cast>,
    /// One person for each role.
    pub faces: Vec<Face>,
}

/// Everything of a made-up board before it is stored.
#[derive(Debug, Default)]
struct Draft {
    people: Vec<NewPerson>,
    groups: Vec<Group>,
    enrolments: Vec<Enrolment>,
    memberships: Vec<Membership>,
    bonds: Vec<Guardianship>,
    cast: Vec<Cast>,
}

/// Makes the five boards.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    today: Date,
) -> anyhow::Result<Vec<Demo>> {
    let mut made = Vec::with_capacity(PLANS.len());
    for plan in PLANS {
        made.push(found(db, master, source, at, today, plan).await?);
    }
    Ok(made)
}

/// Makes one board with its school and people.
pub async fn found(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    today: Date,
    plan: &Plan,
) -> anyhow::Result<Demo> {
    let board = BoardId(chance::id(source, at));
    let (keys, wrapped_key) = master.new_board(board)?;
    let new = Board {
        id: board,
        slug: plan.slug.to_owned(),
        name: plan.board.to_owned(),
        wrapped_key,
    };
    db.found(NewBoard { board: new, at }).await?;
    let school = School {
        id: SchoolId(chance::id(source, at)),
        name: plan.school.to_owned(),
        brin: Some(plan.brin.to_owned()),
        protocol: Some(plan.slug.to_owned()),
        sector: plan.sector,
    };
    let draft = people_of(plan, &school, source, at, today);
    let (cast, faces) = (draft.cast.clone(), faces(&draft));
    let given = given(&draft, source, at, today);
    keep(db, &keys, board, &school, at, draft, &given).await?;
    Ok(Demo {
        board,
        slug: plan.slug.to_owned(),
        school: school.id,
        name: school.name,
        cast,
        faces,
    })
}

/// Stores a draft in one transaction.
async fn keep(
    db: &Db,
    keys: &BoardKeys,
    board: BoardId,
    school: &School,
    at: Timestamp,
    draft: Draft,
    given: &[RoleRow],
) -> anyhow::Result<()> {
    let mut tx = db.begin(board).await?;
    let mark = sql::mark(&mut tx).await?;
    schools::keep(&mut tx, school).await?;
    let new: Vec<(Group, Option<Vec<u8>>)> = draft
        .groups
        .into_iter()
        .map(|group| (group, None))
        .collect();
    groups::add(&mut tx, &new).await?;
    persons::add(&mut tx, keys, mark, at, &draft.people).await?;
    persons::enrol(&mut tx, &draft.enrolments).await?;
    groups::place(&mut tx, &draft.memberships).await?;
    guardians::add(&mut tx, &draft.bonds).await?;
    roles::give_many(&mut tx, given).await?;
    tx.commit().await
}

/// The roles that somebody gave. Pupils, guardians, mentors and teachers of a group have theirs by the roster.
fn given(draft: &Draft, source: &dyn Chance, at: Timestamp, today: Date) -> Vec<RoleRow> {
    let by_roster = |cast: &Cast| {
        let part = match cast.role {
            Role::Leerling | Role::Ouder => return true,
            Role::Mentor => Part::Mentor,
            Role::Leraar => Part::Teacher,
            _ => return false,
        };
        draft
            .memberships
            .iter()
            .any(|one| one.person == cast.person && one.part == part)
    };
    let given = draft.cast.iter().filter(|cast| !by_roster(cast));
    given
        .map(|cast| RoleRow {
            id: chance::id(source, at),
            person: cast.person,
            held: HeldRole {
                school: cast.school,
                group: cast.group,
                ..HeldRole::everywhere(cast.role)
            },
            from: SchoolYear::of(today).first_day(),
            until: None,
        })
        .collect()
}

/// Draws everybody.
fn people_of(
    plan: &Plan,
    school: &School,
    source: &dyn Chance,
    at: Timestamp,
    today: Date,
) -> Draft {
    let year = SchoolYear::of(today);
    let span = Span {
        from: year.first_day(),
        until: Some(year.last_day()),
    };
    let mut hand = families::Hand::new(source, at, year);
    let mut draft = Draft::default();
    for (name, lowest, highest, size) in plan.classes {
        let group = Group {
            id: GroupId(chance::id(source, at)),
            school: school.id,
            year,
            name: (*name).to_owned(),
            kind: Kind::Class,
            levels: (*lowest, *highest),
        };
        hand.class(&mut draft, plan, &group, *size, span);
        draft.groups.push(group);
    }
    hand.staff(&mut draft, school.id);
    draft
}

/// One person for each role, who has that role and as few others as possible: so one sees what the role by itself may do.
fn faces(draft: &Draft) -> Vec<Face> {
    let roles_of = |person: PersonId| {
        draft
            .cast
            .iter()
            .filter(|cast| cast.person == person)
            .count()
    };
    let name_of = |person: PersonId| {
        let found = draft.people.iter().find(|one| one.id == person);
        found.map(|one| one.details.name.said()).unwrap_or_default()
    };
    Role::ALL
        .into_iter()
        .filter_map(|role| {
            let filled = draft.cast.iter().filter(|cast| cast.role == role);
            // Of pupils the eldest is of most interest: a say of their own, and an age to sign in.
            let best = if role == Role::Leerling {
                filled.min_by_key(|cast| born(draft, cast.person))
            } else {
                filled.min_by_key(|cast| roles_of(cast.person))
            }?;
            Some(Face {
                role,
                person: best.person,
                name: name_of(best.person),
            })
        })
        .collect()
}

fn born(draft: &Draft, person: PersonId) -> Option<Date> {
    let found = draft.people.iter().find(|one| one.id == person)?;
    found.details.born
}

impl Draft {
    fn add(&mut self, id: PersonId, name: PersonName, born: Option<Date>, email: Option<String>) {
        self.people.push(NewPerson {
            id,
            details: Details { name, born, email },
            source: None,
        });
    }

    fn place(&mut self, person: PersonId, group: GroupId, part: Part, level: u8, span: Span) {
        self.memberships.push(Membership {
            person,
            group,
            part,
            level,
            span,
        });
    }

    fn cast(&mut self, person: PersonId, role: Role, school: Option<SchoolId>) {
        self.cast.push(Cast {
            person,
            role,
            school,
            group: None,
        });
    }
}

#[cfg(test)]
mod tests;
