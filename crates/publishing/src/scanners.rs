//! Scans that are ready, one for each school that was asked for last: making one takes longer than using it a thousand times.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use people::directory::{Directory, Known};
use people::model::{Kind, School};
use personal_data::{Consent, Person, Role, Roster, Scanner};
use words::{BoardId, SchoolId};

/// How many people the scans in memory know together at most: some 200 MB.
const MOST_PEOPLE: usize = 60_000;
/// What a scan weighs beside its people: the public phrases.
const OWN_WEIGHT: usize = 500;

/// What a scan was made from: it is out of date when this is another.
pub(crate) type Stamp = (i64, Date, i64);

#[derive(Debug)]
struct Slot {
    stamp: Stamp,
    weight: usize,
    asked: u64,
    scanner: Arc<Scanner>,
}

/// How often anybody asked, and the scans by their school.
type Held = (u64, HashMap<(BoardId, SchoolId), Slot>);

/// The scans that are held.
#[derive(Debug, Default)]
pub(crate) struct Scanners(Mutex<Held>);

impl Scanners {
    /// The scan of a school, if it was made from this.
    pub(crate) fn held(&self, of: (BoardId, SchoolId), stamp: Stamp) -> Option<Arc<Scanner>> {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (asked, slots) = &mut *guard;
        *asked += 1;
        let slot = slots.get_mut(&of).filter(|slot| slot.stamp == stamp)?;
        slot.asked = *asked;
        Some(Arc::clone(&slot.scanner))
    }

    /// Keeps a scan. Those that nobody asked for longest make room.
    pub(crate) fn keep(
        &self,
        of: (BoardId, SchoolId),
        stamp: Stamp,
        people: usize,
        scanner: Arc<Scanner>,
    ) {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (asked, slots) = &mut *guard;
        let slot = Slot {
            stamp,
            weight: people + OWN_WEIGHT,
            asked: *asked,
            scanner,
        };
        slots.insert(of, slot);
        while slots.len() > 1 && slots.values().map(|slot| slot.weight).sum::<usize>() > MOST_PEOPLE
        {
            let others = slots.iter().filter(|(one, _)| **one != of);
            let oldest = others
                .min_by_key(|(_, slot)| slot.asked)
                .map(|(one, _)| *one);
            oldest.and_then(|one| slots.remove(&one));
        }
    }
}

/// The pupils and staff of a school as the scan knows them: names and group. Consent is asked for whom a text names.
pub(crate) fn roster(names: &Directory, school: SchoolId) -> Roster {
    let here = names.everybody().filter(|known| {
        let place = &known.place;
        (place.pupil || place.staff) && place.schools.contains(&school)
    });
    Roster {
        people: here.map(|known| person(names, known)).collect(),
    }
}

fn person(names: &Directory, known: &Known) -> Person {
    let name = &known.name;
    Person {
        id: known.id.to_string(),
        role: if known.place.pupil {
            Role::Pupil
        } else {
            Role::Staff
        },
        call_name: if name.call.is_empty() {
            name.initials.clone()
        } else {
            name.call.clone()
        },
        infix: name.infix.clone(),
        surname: name.family.clone(),
        group: class_of(names, known),
        consents: [Consent::Unknown; 4],
        ..Person::default()
    }
}

/// The class of a pupil as the school calls it; empty for staff.
pub(crate) fn class_of(names: &Directory, known: &Known) -> String {
    let groups = known.place.groups.iter();
    let mut groups = groups.filter_map(|id| names.group(*id));
    groups
        .find(|group| group.kind == Kind::Class && known.place.pupil)
        .map(|group| group.name.clone())
        .unwrap_or_default()
}

/// What kind of school a name begins with: without it the name is what people say.
const KINDS: [&str; 12] = [
    "basisschool",
    "school",
    "obs",
    "cbs",
    "rkbs",
    "pcbs",
    "ods",
    "kindcentrum",
    "ikc",
    "college",
    "lyceum",
    "scholengemeenschap",
];

/// What is known of the school itself.
pub(crate) fn own(school: &School) -> personal_data::School {
    let words: Vec<&str> = school.name.split_whitespace().collect();
    let short = words
        .split_first()
        .filter(|(first, _)| KINDS.contains(&first.to_lowercase().as_str()))
        .map(|(_, rest)| rest.join(" "));
    personal_data::School {
        name: school.name.clone(),
        aliases: short.into_iter().filter(|name| !name.is_empty()).collect(),
        ..personal_data::School::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_scans_in_memory_have_a_bound_and_the_oldest_goes() {
        let scanners = Scanners::default();
        let scanner = Arc::new(Scanner::new(
            &Roster::default(),
            personal_data::School::default(),
        ));
        let of = |n| (BoardId(Uuid::nil()), SchoolId(Uuid::from_u128(n)));
        let stamp = (1, Date::constant(2026, 11, 22), 0);
        for n in 0..10 {
            scanners.keep(of(n), stamp, 9_500, Arc::clone(&scanner));
            assert!(scanners.held(of(0), stamp).is_some(), "asked for each time");
        }
        let held = (0..10).filter(|n| scanners.held(of(*n), stamp).is_some());
        assert_eq!(held.collect::<Vec<_>>(), [0, 5, 6, 7, 8, 9]);
        let newer = (2, stamp.1, 0);
        assert!(scanners.held(of(0), newer).is_none(), "the people changed");
    }

    #[test]
    fn a_school_is_also_called_without_its_kind() {
        let school = |name: &str| School {
            id: SchoolId(Uuid::nil()),
            name: name.into(),
            brin: None,
            protocol: None,
            sector: people::model::Sector::Po,
        };
        let aliases = |name| own(&school(name)).aliases;
        assert_eq!(aliases("Basisschool De Waterlelie"), ["De Waterlelie"]);
        assert!(aliases("De Mare").is_empty() && aliases("School").is_empty());
    }
}
