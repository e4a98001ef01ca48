//! Who belongs to whom: guardians come in with their first pupil here.

use rosters::{Code, Tie};
use store::Tx;
use words::PersonId;

use super::engine::{Engine, Spot};
use super::known::{State, print};
use super::steps::{GUARDIAN, PUPIL, STAFF, differences};
use super::write::Step;
use crate::model::{Authority, Details, Guardianship, Relation, Span};

impl Engine<'_> {
    pub(super) async fn tie(&mut self, tx: &mut Tx, spot: &Spot, tie: &Tie) -> anyhow::Result<()> {
        let index = self.index(PUPIL, &tie.pupil);
        let Some(pupil) = self.known.people.get(&index).map(|had| had.id) else {
            self.refused(spot, "leerling_key", Code::UnknownPerson);
            return Ok(());
        };
        let Some(guardian) = self.guardian_of(&tie.guardian) else {
            self.refused(spot, "ouder_key", Code::UnknownPerson);
            return Ok(());
        };
        let bond = Guardianship {
            pupil,
            guardian,
            relation: relation(tie.relation),
            authority: authority(tie.authority),
            confirmed: None,
            span: Span {
                from: self.setting.today,
                until: None,
            },
        };
        let told = (bond.relation, bond.authority, false);
        let bonds = self.known.bonds(tx).await?;
        match bonds.insert((pupil, guardian), told) {
            None => {
                self.report.bonds.new += 1;
                self.writer.step(Step::Bond(bond));
            }
            Some(had) if had == told || had.2 => {
                bonds.insert((pupil, guardian), had);
                self.report.bonds.same += 1;
            }
            Some(_) => {
                self.report.bonds.changed += 1;
                self.writer.step(Step::Rebond(bond));
            }
        }
        Ok(())
    }

    /// The person behind a guardian's key; comes in now if they waited for their first pupil.
    fn guardian_of(&mut self, key: &str) -> Option<PersonId> {
        if let Some(id) = self.guardians.get(key) {
            return Some(*id);
        }
        let index = self.index(GUARDIAN, key);
        if let Some((spot, guardian)) = self.waiting.remove(key) {
            let details = Details {
                name: guardian.name,
                born: None,
                email: guardian.email,
            };
            // Who works at the school and has a child there is one person.
            let works = self.index(STAFF, key);
            let colleague = self
                .known
                .people
                .get(&works)
                .filter(|had| had.name == print(&details.name) && had.state != State::Unseen);
            if let Some(id) = colleague.map(|had| had.id) {
                self.guardians.insert(key.to_owned(), id);
                return Some(id);
            }
            match self.known.people.get_mut(&index) {
                None => {
                    self.add(&spot, index, details, (false, 0));
                    self.report.guardians.new += 1;
                }
                Some(had) => {
                    had.line = spot.line;
                    let what = differences(had, &details);
                    if !what.is_empty() {
                        let id = had.id;
                        self.writer.step(Step::Details(id, details.clone()));
                    }
                    self.met(&spot, index, &details, what, |report| &mut report.guardians);
                }
            }
        }
        let id = self.known.people.get(&index).map(|had| had.id)?;
        self.guardians.insert(key.to_owned(), id);
        Some(id)
    }
}

const fn relation(relation: rosters::Relation) -> Relation {
    match relation {
        rosters::Relation::Parent => Relation::Parent,
        rosters::Relation::Ward => Relation::Voogd,
        rosters::Relation::Carer => Relation::Carer,
        rosters::Relation::Other => Relation::Other,
    }
}

const fn authority(authority: rosters::Authority) -> Authority {
    match authority {
        rosters::Authority::Yes => Authority::Yes,
        rosters::Authority::No => Authority::No,
        rosters::Authority::Unknown => Authority::Unknown,
    }
}
