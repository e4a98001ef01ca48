//! What an import writes, gathered until there is enough for one insert of many rows. A preview gathers nothing.

use identity::store::roles::{self, RoleRow};
use jiff::civil::Date;
use store::Tx;
use uuid::Uuid;
use words::{GroupId, PersonId};

use super::{Mode, Setting};
use crate::model::{Details, Group, Guardianship, Membership, Part};
use crate::store::persons::{Enrolment, NewPerson};
use crate::store::{self as sql, groups, guardians, import, persons};

/// Gathered rows at which they are written.
const ENOUGH: usize = 6_000;

/// One step that changes something.
#[derive(Debug)]
pub(super) enum Step {
    Person(NewPerson),
    /// What is sealed of somebody who was here: what the file leaves out stays.
    Details(PersonId, Details),
    Left(PersonId, Option<Date>),
    Enrol(Enrolment),
    LastDay(PersonId, Option<Date>),
    Group(Group, Vec<u8>),
    ChangeGroup(Group),
    Adopt(GroupId, Vec<u8>),
    Place(Membership),
    EndPlace(PersonId, GroupId, Part, Date),
    Role(RoleRow),
    Bond(Guardianship),
    Rebond(Guardianship),
    Location(Uuid, String),
}

/// Writes steps.
#[derive(Debug)]
pub(super) struct Writer {
    mode: Mode,
    mark: Option<i64>,
    steps: Vec<Step>,
}

impl Writer {
    pub(super) fn new(mode: Mode) -> Self {
        Self {
            mode,
            mark: None,
            steps: Vec::new(),
        }
    }

    /// Takes a step; a preview forgets it.
    pub(super) fn step(&mut self, step: Step) {
        if self.mode == Mode::Commit {
            self.steps.push(step);
        }
    }

    /// Writes if there is enough to write.
    pub(super) async fn keep_up(
        &mut self,
        tx: &mut Tx,
        setting: &Setting<'_>,
    ) -> anyhow::Result<()> {
        if self.steps.len() >= ENOUGH {
            self.flush(tx, setting).await?;
        }
        Ok(())
    }

    /// Writes all that was gathered: what is new in bulk, the rest one by one.
    pub(super) async fn flush(&mut self, tx: &mut Tx, setting: &Setting<'_>) -> anyhow::Result<()> {
        if self.steps.is_empty() {
            return Ok(());
        }
        let mark = match self.mark {
            Some(mark) => mark,
            None => *self.mark.insert(sql::mark(tx).await?),
        };
        let mut bulk = Bulk::default();
        let mut single = Vec::new();
        for step in self.steps.drain(..) {
            match step {
                Step::Person(one) => bulk.people.push(one),
                Step::Enrol(one) => bulk.enrolments.push(one),
                Step::Place(one) => bulk.places.push(one),
                Step::Role(one) => bulk.roles.push(one),
                Step::Bond(one) => bulk.bonds.push(one),
                Step::Location(id, name) => bulk.locations.push((id, name)),
                Step::Group(group, index) => bulk.groups.push((group, Some(index))),
                other => single.push(other),
            }
        }
        import::locations(tx, setting.school.id, bulk.locations).await?;
        groups::add(tx, &bulk.groups).await?;
        persons::add(tx, setting.keys, mark, setting.at, &bulk.people).await?;
        persons::enrol(tx, &bulk.enrolments).await?;
        groups::place(tx, &bulk.places).await?;
        guardians::add(tx, &bulk.bonds).await?;
        roles::give_many(tx, &bulk.roles).await?;
        for step in single {
            one(tx, setting, mark, step).await?;
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
struct Bulk {
    people: Vec<NewPerson>,
    enrolments: Vec<Enrolment>,
    places: Vec<Membership>,
    bonds: Vec<Guardianship>,
    roles: Vec<RoleRow>,
    locations: Vec<(Uuid, String)>,
    groups: Vec<(Group, Option<Vec<u8>>)>,
}

async fn one(tx: &mut Tx, setting: &Setting<'_>, mark: i64, step: Step) -> anyhow::Result<()> {
    match step {
        Step::Details(id, new) => details(tx, setting, mark, id, new).await,
        Step::Left(person, day) => persons::set_left(tx, mark, person, day).await,
        Step::LastDay(pupil, last) => import::last_day(tx, setting.school.id, pupil, last).await,
        Step::ChangeGroup(group) => groups::change(tx, &group).await,
        Step::Adopt(group, index) => import::adopt(tx, group, &index).await,
        Step::EndPlace(person, group, part, last) => {
            groups::end(tx, person, group, part, last).await
        }
        Step::Rebond(bond) => import::unconfirmed(tx, &bond).await,
        // Those go in bulk.
        Step::Person(_)
        | Step::Enrol(_)
        | Step::Place(_)
        | Step::Bond(_)
        | Step::Role(_)
        | Step::Location(..)
        | Step::Group(..) => Ok(()),
    }
}

async fn details(
    tx: &mut Tx,
    setting: &Setting<'_>,
    mark: i64,
    id: PersonId,
    new: Details,
) -> anyhow::Result<()> {
    // Somebody who was erased meanwhile stays erased.
    let Some(person) = persons::person(tx, setting.keys, id).await? else {
        return Ok(());
    };
    let Some(old) = person.details.clone() else {
        return Ok(());
    };
    let merged = Details {
        name: new.name,
        born: new.born.or(old.born),
        email: new.email.or(old.email),
    };
    let kept = persons::change(tx, setting.keys, mark, &person, &merged).await?;
    anyhow::ensure!(kept, "a person was changed while the roster came in");
    Ok(())
}
