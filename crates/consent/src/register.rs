//! The register as others ask it: what holds of these people, for these cells, on this day.
//!
//! Everything that a decision takes is read in the transaction of whoever asks. So a withdrawal holds for the next request,
//! in whatever process it comes.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use people::directory::Directory;
use people::model::{Guardianship, Span};
use people::store::{guardians, persons};
use store::Tx;
use words::{GroupId, PersonId, PurposeId, SchoolId};

use crate::model::{Cell, Purpose, Terms, Votes};
use crate::rules::{self, Outcome, Shown, Subject};
use crate::store::{events, purposes, shields};

/// What decides about one person.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// A pupil now or before.
    pub pupil: bool,
    /// The birth date, if it is known.
    pub born: Option<Date>,
    /// When they are at the school.
    pub here: Vec<Span>,
    /// Who looks after them.
    pub bonds: Vec<Guardianship>,
    /// They are never shown.
    pub shielded: bool,
    /// What was said.
    pub votes: Votes,
}

/// What holds at one school of some people on a day.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The day.
    pub day: Date,
    /// What the school settled.
    pub terms: Terms,
    /// Its purposes, in the order of its list.
    pub purposes: Vec<Purpose>,
    people: HashMap<PersonId, Facts>,
}

impl Register {
    /// Reads what is needed to decide about these people.
    pub async fn of(
        tx: &mut Tx,
        names: &Directory,
        school: SchoolId,
        people: &[PersonId],
        day: Date,
    ) -> anyhow::Result<Self> {
        let votes = events::votes_of(tx, people).await?;
        let bonds = guardians::of_pupils(tx, people).await?;
        let mut here = persons::enrolments_of(tx, people).await?;
        here.retain(|one| one.school == school);
        Self::with(tx, names, school, people, day, (votes, bonds, here)).await
    }

    /// The same for the pupils of a group, in as many statements for thirty as for one.
    pub async fn of_group(
        tx: &mut Tx,
        names: &Directory,
        (school, group): (SchoolId, GroupId),
        people: &[PersonId],
        day: Date,
    ) -> anyhow::Result<Self> {
        let votes = events::votes_of_group(tx, group, day).await?;
        let bonds = guardians::of_group(tx, group, day).await?;
        let enrolments = persons::enrolments_of_group(tx, group, day).await?;
        let here = enrolments
            .into_iter()
            .filter(|one| one.school == school)
            .collect();
        Self::with(tx, names, school, people, day, (votes, bonds, here)).await
    }

    async fn with(
        tx: &mut Tx,
        names: &Directory,
        school: SchoolId,
        people: &[PersonId],
        day: Date,
        (votes, bonds, here): (
            Vec<(PersonId, Votes)>,
            Vec<Guardianship>,
            Vec<persons::Enrolment>,
        ),
    ) -> anyhow::Result<Self> {
        let mut all: HashMap<PersonId, Facts> = people
            .iter()
            .map(|person| (*person, Facts::default()))
            .collect();
        for (person, votes) in votes {
            all.entry(person).and_modify(|facts| facts.votes = votes);
        }
        for bond in bonds {
            all.entry(bond.pupil)
                .and_modify(|facts| facts.bonds.push(bond));
        }
        for one in here {
            all.entry(one.pupil)
                .and_modify(|facts| facts.here.push(one.span));
        }
        for person in shields::on(tx, day).await? {
            all.entry(person).and_modify(|facts| facts.shielded = true);
        }
        for (person, facts) in &mut all {
            let Some(known) = names.get(*person) else {
                continue;
            };
            facts.pupil = known.place.pupil;
            facts.born = known.born;
            if !facts.pupil && known.place.schools.contains(&school) {
                facts.here = vec![Span {
                    from: Date::MIN,
                    until: known.left_on,
                }];
            }
        }
        Ok(Self {
            day,
            terms: purposes::terms(tx, school).await?,
            purposes: purposes::of_school(tx, school).await?,
            people: all,
        })
    }

    /// What is known of a person; nothing of whom it was not asked for.
    pub fn facts(&self, person: PersonId) -> Option<&Facts> {
        self.people.get(&person)
    }

    /// What was said about a person is now this.
    pub fn set_votes(&mut self, person: PersonId, votes: Votes) {
        self.people.entry(person).or_default().votes = votes;
    }

    /// A purpose of the school.
    pub fn purpose(&self, id: PurposeId) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.id == id)
    }

    /// What holds for one cell of one person.
    pub fn decide(&self, person: PersonId, cell: Cell) -> Outcome {
        let unknown = Facts::default();
        let facts = self.people.get(&person).unwrap_or(&unknown);
        rules::decide(
            &facts.subject(person),
            self.purpose(cell.purpose),
            cell,
            self.terms,
            self.day,
        )
    }

    /// Of these cells the one that decides whether somebody may be shown in all of them at once: the first no, or the first
    /// yes if there is none.
    pub fn decide_all(&self, person: PersonId, cells: &[Cell]) -> Option<Outcome> {
        let outcomes = cells.iter().map(|cell| self.decide(person, *cell));
        outcomes.min_by_key(|outcome| (outcome.shown, outcome.written))
    }

    /// The facts of the shared vocabulary that this register knows about people in a post: who can be recognised, of them
    /// who consents for this purpose and channel, and who does so in writing.
    pub fn in_norms(&self, people: &BTreeMap<String, PersonId>, cells: &[Cell]) -> NormFacts {
        let mut facts = NormFacts {
            herkenbaar: people.keys().cloned().collect(),
            ..NormFacts::default()
        };
        for (name, person) in people {
            let Some(outcome) = self.decide_all(*person, cells) else {
                continue;
            };
            if outcome.shown == Shown::May {
                facts.toestemming.push(name.clone());
                if outcome.written {
                    facts.schriftelijke_toestemming.push(name.clone());
                }
            }
        }
        facts
    }
}

impl Facts {
    /// As the rules ask it.
    pub fn subject(&self, person: PersonId) -> Subject<'_> {
        Subject {
            person,
            pupil: self.pupil,
            born: self.born,
            here: &self.here,
            bonds: &self.bonds,
            shielded: self.shielded,
            votes: &self.votes,
        }
    }
}

/// What the norms ask of this word, by the names that a situation gives to people.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NormFacts {
    /// Who can be recognised.
    pub herkenbaar: Vec<String>,
    /// Of them, with express consent for this purpose and channel.
    pub toestemming: Vec<String>,
    /// Of them, in writing.
    pub schriftelijke_toestemming: Vec<String>,
}
