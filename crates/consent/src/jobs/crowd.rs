//! What must be known to ask a number of people: about whom they may be asked, and what was said about those.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use people::directory::{Directory, Known};
use people::model::Guardianship;
use people::store::guardians;
use store::Tx;
use words::{GroupId, PersonId, PurposeId, SchoolId};

use crate::campaign::{Kind, Plan, Question, is_waiting, waits};
use crate::register::Register;
use crate::store::campaigns;

/// Some people who may be asked, and what is known about those they may be asked about.
pub(crate) struct Crowd<'a> {
    names: &'a Directory,
    pub(crate) register: Register,
    bonds: HashMap<PersonId, Vec<Guardianship>>,
    made: HashMap<(PurposeId, i64), Timestamp>,
    levels: HashMap<PersonId, Vec<(u8, u8)>>,
}

/// Everybody who may be asked something at a school, in the order of their identities.
pub(crate) fn everybody(names: &Directory, school: SchoolId) -> Vec<PersonId> {
    let here = |known: &&Known| {
        let place = &known.place;
        (place.pupil || place.guardian || place.staff) && place.schools.contains(&school)
    };
    let mut all: Vec<PersonId> = names
        .everybody()
        .filter(here)
        .map(|known| known.id)
        .collect();
    all.sort_unstable();
    all
}

impl<'a> Crowd<'a> {
    /// Reads it, in as many statements for each as for the next.
    pub(crate) async fn of(
        tx: &mut Tx,
        names: &'a Directory,
        school: SchoolId,
        people: &[PersonId],
        day: Date,
    ) -> anyhow::Result<Self> {
        let adults = people
            .iter()
            .copied()
            .filter(|person| names.get(*person).is_some_and(|known| known.place.guardian));
        let adults: Vec<PersonId> = adults.collect();
        let mut bonds: HashMap<PersonId, Vec<Guardianship>> = HashMap::new();
        for bond in guardians::of_guardians(tx, &adults).await? {
            bonds.entry(bond.guardian).or_default().push(bond);
        }
        let children = bonds.values().flatten().map(|bond| bond.pupil);
        let mut about: Vec<PersonId> = children.chain(people.iter().copied()).collect();
        about.sort_unstable();
        about.dedup();
        about.retain(|person| names.get(*person).is_some_and(|known| is_at(known, school)));
        let register = Register::of(tx, names, school, &about, day).await?;
        let levels = about.iter().filter_map(|person| {
            let groups = &names.get(*person)?.place.groups;
            let levels = groups
                .iter()
                .filter_map(|group| Some(names.group(*group)?.levels));
            Some((*person, levels.collect()))
        });
        Ok(Self {
            names,
            levels: levels.collect(),
            register,
            bonds,
            made: campaigns::versions(tx).await?.into_iter().collect(),
        })
    }

    /// About whom somebody may be asked: themselves and their children, at this school.
    pub(crate) fn about(&self, speaker: PersonId) -> Vec<PersonId> {
        let children = self.bonds.get(&speaker).into_iter().flatten();
        let mut about: Vec<PersonId> = children.map(|bond| bond.pupil).collect();
        about.push(speaker);
        about.retain(|person| self.register.facts(*person).is_some());
        about
    }

    /// Since when a question to this speaker about this person waits.
    pub(crate) fn waits(
        &self,
        (kind, plan): (Kind, &Plan),
        speaker: PersonId,
        about: PersonId,
    ) -> Option<Timestamp> {
        let facts = self.register.facts(about)?;
        let groups = &self.names.get(about)?.place.groups;
        let chosen = plan.groups.is_empty() || groups.iter().any(|one| plan.groups.contains(one));
        // A choice of groups is one of pupils: staff are asked with the whole school.
        if !chosen {
            return None;
        }
        let question = Question {
            speaker,
            subject: facts.subject(about),
            levels: self.levels.get(&about).map_or(&[], Vec::as_slice),
            day: self.register.day,
        };
        waits(
            kind,
            plan,
            &question,
            &self.register.purposes,
            |purpose, version| self.made.get(&(purpose, version)).copied(),
        )
    }

    /// Nobody has to answer about this person any more, as the school settled it: somebody did.
    pub(crate) fn is_settled(&self, plan: &Plan, about: PersonId) -> bool {
        let purposes = self.register.purposes.iter();
        let wanted =
            purposes.filter(|one| plan.purposes.is_empty() || plan.purposes.contains(&one.id));
        !wanted
            .flat_map(crate::model::Purpose::cells)
            .any(|cell| is_waiting(self.register.decide(about, cell).reason))
            && !self.register.terms.both_guardians
    }

    /// The class of a pupil.
    pub(crate) fn class(&self, about: PersonId) -> Option<GroupId> {
        let groups = self.names.get(about)?.place.groups.iter();
        let mut known = groups.filter_map(|group| self.names.group(*group));
        let class = known.find(|group| group.kind == people::model::Kind::Class);
        class.map(|group| group.id)
    }
}

fn is_at(known: &Known, school: SchoolId) -> bool {
    (known.place.pupil || known.place.staff) && known.place.schools.contains(&school)
}
