//! The names of a board, opened in memory: how somebody is found, and how a list gets its names without opening each seal again.
//!
//! A directory knows by the board's change number ([`crate::store::version`]) whether it is out of date, and then opens
//! only the names that changed. Nothing of it is written anywhere.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use identity::Scope;
use jiff::civil::Date;
use seal::BoardKeys;
use store::Tx;
use words::{BoardId, GroupId, PersonId, PersonName, SchoolId};

use crate::SchoolYear;
use crate::model::{Group, Part, Person};
use crate::names::{Findable, fold, order};
use crate::store as sql;

/// How many boards are held at once; the one that was asked for longest ago goes first.
const BOARDS: usize = 64;

/// A person as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Identity.
    pub id: PersonId,
    /// The name.
    pub name: PersonName,
    /// The birth date, if it is known.
    pub born: Option<Date>,
    /// The last day, for who left.
    pub left_on: Option<Date>,
    /// How they stand to the board today.
    pub place: Place,
    findable: Findable,
}

/// How somebody stands to the board on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// A pupil.
    pub pupil: bool,
    /// A guardian of a pupil.
    pub guardian: bool,
    /// Staff: teaches, mentors or fills a role.
    pub staff: bool,
    /// The schools of a pupil, of a guardian's children, of staff; none for who belongs to the board as a whole.
    pub schools: Vec<SchoolId>,
    /// The groups of a pupil, or of a guardian's children.
    pub groups: Vec<GroupId>,
}

/// Everybody of a board.
#[derive(Debug, Default)]
pub struct Directory {
    version: i64,
    day: Date,
    /// By name, as a list is sorted.
    people: Vec<Arc<Known>>,
    at: HashMap<PersonId, usize>,
    groups: HashMap<GroupId, Group>,
}

impl Known {
    /// What a right to see this person is asked about: themselves, with the schools and groups where they are.
    pub fn scope(&self, board: BoardId) -> Scope {
        let mut scope = Scope::of(board).person(self.id);
        for school in &self.place.schools {
            scope = scope.school(*school);
        }
        for group in &self.place.groups {
            scope = scope.group(*group);
        }
        scope
    }
}

impl Directory {
    /// The change and the day that it shows: what is made from a directory is out of date when this is another.
    pub fn stamp(&self) -> (i64, Date) {
        (self.version, self.day)
    }

    /// Everybody, as a list is sorted.
    pub fn everybody(&self) -> impl Iterator<Item = &Known> {
        self.people.iter().map(AsRef::as_ref)
    }

    /// One person.
    pub fn get(&self, id: PersonId) -> Option<&Known> {
        self.at
            .get(&id)
            .and_then(|at| self.people.get(*at))
            .map(AsRef::as_ref)
    }

    /// The name as one says it; empty for who is not known any more.
    pub fn said(&self, id: PersonId) -> String {
        self.get(id)
            .map(|known| known.name.said())
            .unwrap_or_default()
    }

    /// The name of a group of this school year.
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.groups.get(&id)
    }

    /// These people, as a list is sorted.
    pub fn sorted(&self, ids: impl Iterator<Item = PersonId>) -> Vec<&Known> {
        let mut places: Vec<usize> = ids.filter_map(|id| self.at.get(&id).copied()).collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|at| self.people.get(at))
            .map(AsRef::as_ref)
            .collect()
    }

    /// Who answers to these letters, the plainest answer first; at most `most`. Two letters are enough, one finds nobody.
    pub fn find(&self, typed: &str, most: usize, seen: impl Fn(&Known) -> bool) -> Vec<&Known> {
        let typed = fold(typed);
        if typed.chars().count() < 2 {
            return Vec::new();
        }
        let mut found: Vec<(u8, usize, &Known)> = self
            .everybody()
            .enumerate()
            .filter_map(|(at, known)| Some((known.findable.answers(&typed)?, at, known)))
            .filter(|(.., known)| seen(known))
            .collect();
        found.sort_unstable_by_key(|(rank, at, _)| (*rank, *at));
        found
            .into_iter()
            .take(most)
            .map(|(.., known)| known)
            .collect()
    }

    fn new(version: i64, day: Date, mut people: Vec<Arc<Known>>, groups: Vec<Group>) -> Self {
        people.sort_by_cached_key(|known| (order(&known.name), known.id));
        let at = people
            .iter()
            .enumerate()
            .map(|(at, known)| (known.id, at))
            .collect();
        let groups = groups.into_iter().map(|group| (group.id, group)).collect();
        Self {
            version,
            day,
            people,
            at,
            groups,
        }
    }
}

/// The directories of the boards that were asked for last.
#[derive(Debug, Default)]
pub struct Directories(Mutex<Held>);

/// How often anybody asked, and for each board when it was asked for last.
type Held = (u64, HashMap<BoardId, (u64, Arc<Directory>)>);

impl Directories {
    /// The directory of this transaction's board, brought up to date.
    pub async fn of(
        &self,
        tx: &mut Tx,
        keys: &BoardKeys,
        day: Date,
    ) -> anyhow::Result<Arc<Directory>> {
        let held = self.held(tx.board());
        let version = sql::version(tx).await?;
        if let Some(held) = &held
            && held.version == version
            && held.day == day
        {
            return Ok(Arc::clone(held));
        }
        let fresh = Arc::new(read(tx, keys, day, version, held.as_deref()).await?);
        self.keep(tx.board(), Arc::clone(&fresh));
        Ok(fresh)
    }

    fn held(&self, board: BoardId) -> Option<Arc<Directory>> {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        guard.0 += 1;
        let now = guard.0;
        let held = guard.1.get_mut(&board)?;
        held.0 = now;
        Some(Arc::clone(&held.1))
    }

    fn keep(&self, board: BoardId, directory: Arc<Directory>) {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = guard.0;
        // A slower request does not put an older list in the place of a newer one.
        if guard
            .1
            .get(&board)
            .is_none_or(|(_, held)| (held.version, held.day) <= (directory.version, directory.day))
        {
            guard.1.insert(board, (now, directory));
        }
        if guard.1.len() > BOARDS {
            let oldest = guard
                .1
                .iter()
                .min_by_key(|(_, (last, _))| *last)
                .map(|(board, _)| *board);
            oldest.and_then(|board| guard.1.remove(&board));
        }
    }
}

/// Reads a directory; names that are held and did not change are not opened again.
async fn read(
    tx: &mut Tx,
    keys: &BoardKeys,
    day: Date,
    version: i64,
    held: Option<&Directory>,
) -> anyhow::Result<Directory> {
    let changed =
        sql::persons::changed_after(tx, keys, held.map_or(0, |held| held.version)).await?;
    let groups = sql::groups::all_groups(tx, SchoolYear::of(day)).await?;
    let mut places = places(tx, day, &groups).await?;
    let mut people: HashMap<PersonId, Known> = held
        .iter()
        .flat_map(|held| held.everybody())
        .map(|known| (known.id, known.clone()))
        .collect();
    for person in changed {
        match known(&person) {
            Some(known) => people.insert(person.id, known),
            None => people.remove(&person.id),
        };
    }
    let people = people
        .into_values()
        .map(|known| {
            Arc::new(Known {
                place: places.remove(&known.id).unwrap_or_default(),
                ..known
            })
        })
        .collect();
    Ok(Directory::new(version, day, people, groups))
}

/// A person who can be found: not erased, and not the trace of somebody who goes on under another id.
fn known(person: &Person) -> Option<Known> {
    let details = person
        .details
        .as_ref()
        .filter(|_| person.merged_into.is_none())?;
    Some(Known {
        id: person.id,
        findable: Findable::new(&details.name),
        name: details.name.clone(),
        born: details.born,
        left_on: person.left_on,
        place: Place::default(),
    })
}

async fn places(
    tx: &mut Tx,
    day: Date,
    groups: &[Group],
) -> anyhow::Result<HashMap<PersonId, Place>> {
    let school_of: HashMap<GroupId, SchoolId> = groups
        .iter()
        .map(|group| (group.id, group.school))
        .collect();
    let mut places: HashMap<PersonId, Place> = HashMap::new();
    for one in sql::persons::all_enrolments(tx).await? {
        let place = places.entry(one.pupil).or_default();
        place.pupil = true;
        if one.span.holds_on(day) {
            add(&mut place.schools, one.school);
        }
    }
    for one in sql::groups::all_memberships(tx, day).await? {
        let place = places.entry(one.person).or_default();
        if one.part == Part::Pupil {
            add(&mut place.groups, one.group);
        } else {
            place.staff = true;
        }
        if let Some(school) = school_of.get(&one.group) {
            add(&mut place.schools, *school);
        }
    }
    for row in identity::store::roles::all(tx, day)
        .await?
        .iter()
        .filter(|row| row.from <= day)
    {
        let place = places.entry(row.person).or_default();
        place.staff = true;
        if let Some(school) = row.held.school {
            add(&mut place.schools, school);
        }
    }
    for bond in sql::guardians::all(tx).await? {
        let (schools, groups) = places
            .get(&bond.pupil)
            .map(|child| (child.schools.clone(), child.groups.clone()))
            .unwrap_or_default();
        let place = places.entry(bond.guardian).or_default();
        place.guardian = true;
        if bond.span.holds_on(day) {
            for school in schools {
                add(&mut place.schools, school);
            }
            for group in groups {
                add(&mut place.groups, group);
            }
        }
    }
    Ok(places)
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}
