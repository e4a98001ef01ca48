//! What the school has, in a few words per person: enough to tell what a file changes.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;
use store::Tx;
use uuid::Uuid;
use words::{GroupId, PersonId};

use super::Setting;
use crate::SchoolYear;
use crate::model::{Details, Part, Span};
use crate::store::import as sql;
use crate::store::import::{Bond, SourcedGroup};
use crate::store::{guardians, persons};

/// A source's key of a person as it is stored.
pub(super) type Index = [u8; 16];

/// What a file has made of a person so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// The file did not name them.
    Unseen,
    /// Named, and nothing differs.
    Same,
    /// Named, and something differs.
    Changed,
    /// Came in by this file.
    New,
}

/// A person in a few words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Had {
    pub(super) id: PersonId,
    pub(super) name: u64,
    pub(super) born: Option<Date>,
    pub(super) email: Option<u64>,
    pub(super) left_on: Option<Date>,
    /// A pupil's own year as the file gives it; 0 where it says nothing.
    pub(super) level: u8,
    /// Came by as a pupil.
    pub(super) pupil: bool,
    /// Where.
    pub(super) line: u64,
    pub(super) state: State,
}

/// Equal texts have equal prints in this run of the program; nothing of it is kept.
pub(super) fn print(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

impl Had {
    pub(super) fn of(id: PersonId, details: &Details) -> Self {
        Self {
            id,
            name: print(&details.name),
            born: details.born,
            email: details.email.as_ref().map(print),
            left_on: None,
            level: 0,
            pupil: false,
            line: 0,
            state: State::Unseen,
        }
    }
}

/// Somebody's place in a group of the year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) level: u8,
    pub(super) from: Date,
    pub(super) seen: bool,
}

/// What the school has.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) people: HashMap<Index, Had>,
    /// Where a person stands in `people`.
    pub(super) index_of: HashMap<PersonId, Index>,
    pub(super) enrolled: HashMap<PersonId, Span>,
    pub(super) groups: Vec<SourcedGroup>,
    pub(super) placed: HashMap<(PersonId, GroupId, Part), Placed>,
    /// Who had a place in any group of the year.
    pub(super) had_place: HashSet<PersonId>,
    /// Read when the first bond comes by.
    pub(super) bonds: Option<HashMap<(PersonId, PersonId), Bond>>,
}

impl Known {
    /// Everybody whom a source knows, and who is enrolled.
    pub(super) async fn load(tx: &mut Tx, setting: &Setting<'_>) -> anyhow::Result<Self> {
        let mut known = Self::default();
        let mut traces: Vec<(Index, PersonId)> = Vec::new();
        let mut last = PersonId(Uuid::nil());
        loop {
            let piece = sql::sourced(tx, setting.keys, last).await?;
            let Some(end) = piece.last() else { break };
            last = end.person.id;
            for one in piece {
                let Ok(index) = Index::try_from(one.index.as_slice()) else {
                    continue;
                };
                if let Some(goes_on) = one.person.merged_into {
                    traces.push((index, goes_on));
                } else if let Some(details) = &one.person.details {
                    let mut had = Had::of(one.person.id, details);
                    had.left_on = one.person.left_on;
                    known.index_of.insert(had.id, index);
                    known.people.insert(index, had);
                }
            }
        }
        known.follow(tx, setting, traces).await?;
        known.enrolments(tx, setting).await?;
        Ok(known)
    }

    /// Somebody who was here twice goes on as one: the source's key of the other still means them.
    async fn follow(
        &mut self,
        tx: &mut Tx,
        setting: &Setting<'_>,
        traces: Vec<(Index, PersonId)>,
    ) -> anyhow::Result<()> {
        for (index, goes_on) in traces {
            let Some(person) = persons::person(tx, setting.keys, goes_on).await? else {
                continue;
            };
            if let Some(details) = &person.details {
                let mut had = Had::of(person.id, details);
                had.left_on = person.left_on;
                self.index_of.entry(had.id).or_insert(index);
                self.people.insert(index, had);
            }
        }
        Ok(())
    }

    async fn enrolments(&mut self, tx: &mut Tx, setting: &Setting<'_>) -> anyhow::Result<()> {
        let mut last = PersonId(Uuid::nil());
        loop {
            let piece = sql::enrolled(tx, setting.school.id, setting.today, last).await?;
            let Some((end, _)) = piece.last() else {
                return Ok(());
            };
            last = *end;
            self.enrolled.extend(piece);
        }
    }

    /// The groups of a year and who is in them.
    pub(super) async fn year(
        &mut self,
        tx: &mut Tx,
        setting: &Setting<'_>,
        year: SchoolYear,
    ) -> anyhow::Result<()> {
        self.groups = sql::groups(tx, setting.school.id, year).await?;
        self.placed.clear();
        self.had_place.clear();
        for group in &self.groups {
            for (person, part, level, from) in sql::members(tx, group.id, setting.today).await? {
                self.had_place.insert(person);
                let placed = Placed {
                    level,
                    from,
                    seen: false,
                };
                self.placed.insert((person, group.id, part), placed);
            }
        }
        Ok(())
    }

    /// The bonds of the board, read once.
    pub(super) async fn bonds(
        &mut self,
        tx: &mut Tx,
    ) -> anyhow::Result<&mut HashMap<(PersonId, PersonId), Bond>> {
        if self.bonds.is_none() {
            let all = guardians::all(tx).await?;
            let bond = |one: crate::model::Guardianship| {
                let told = (one.relation, one.authority, one.confirmed.is_some());
                ((one.pupil, one.guardian), told)
            };
            self.bonds = Some(all.into_iter().map(bond).collect());
        }
        Ok(self.bonds.get_or_insert_default())
    }
}
