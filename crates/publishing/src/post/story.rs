//! A random life of a publication against the one rule that matters: nothing is ever public without a release of these bytes, by
//! another person, under the protocol in force, with every consent valid at that second.

#![cfg(test)]

use std::collections::BTreeSet;

use consent::model::Cell;
use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;
use words::{Channel, Medium, PersonId, PurposeId, Role, SchoolId};

use super::model::{Approval, Content, Publication, Stage};
use super::panel::Relied;
use super::release::{Now, stops};
use super::signed::{self, Ground, Parts};
use super::steps::{Step, Who, step};

/// What can happen, in any order.
#[derive(Debug, Clone, Copy)]
enum Happening {
    /// Somebody takes a step: which one, who (0 wrote it).
    Takes(Step, usize),
    /// Somebody types something else.
    Types(u8),
    /// A photo is covered, or shows somebody again.
    Photo(u8),
    /// The consent of somebody in it is given or withdrawn.
    Consent(bool),
    /// A new version of the protocol comes into force.
    Protocol(u8),
    /// Another account is chosen.
    Account(u8),
    /// The moment comes.
    Due,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        8 => (prop::sample::select(Step::ALL), 0..3_usize).prop_map(|(step, who)| Happening::Takes(step, who)),
        2 => (0..3_u8).prop_map(Happening::Types),
        1 => (0..3_u8).prop_map(Happening::Photo),
        2 => any::<bool>().prop_map(Happening::Consent),
        1 => (0..2_u8).prop_map(Happening::Protocol),
        1 => (0..2_u8).prop_map(Happening::Account),
        6 => Just(Happening::Due),
    ]
}

const PEOPLE: [(u128, bool); 3] = [(1, true), (2, true), (3, false)];

/// The world as it is, apart from what the program keeps.
struct World {
    publication: Publication,
    released: Parts,
    photo: u8,
    protocol: u8,
    agreed: bool,
    /// How often the consent was given or withdrawn: each is an event.
    events: i64,
    sending: bool,
    /// What the releaser saw, told apart from how the program signs it.
    seen: Option<(PersonId, String)>,
}

impl World {
    fn new() -> Self {
        let id = Uuid::from_u128;
        Self {
            publication: Publication {
                id: id(9),
                school: SchoolId(id(8)),
                group: None,
                author: PersonId(id(PEOPLE[0].0)),
                role: Role::Leraar,
                stage: Stage::Draft,
                revision: 1,
                due: None,
                made_at: Timestamp::UNIX_EPOCH,
                changed_at: Timestamp::UNIX_EPOCH,
                approval: None,
                content: Content {
                    accounts: BTreeSet::from([id(7)]),
                    ..Content::default()
                },
            },
            released: Parts::new(),
            photo: 0,
            protocol: 0,
            agreed: true,
            events: 1,
            sending: false,
            seen: None,
        }
    }

    fn relied(&self) -> Vec<Relied> {
        let cell = Cell {
            purpose: PurposeId(Uuid::from_u128(6)),
            channel: Channel::Website,
            medium: Medium::Foto,
        };
        let person = PersonId(Uuid::from_u128(5));
        let event = Some(self.events);
        let relied = Relied {
            person,
            cell,
            event,
        };
        self.agreed.then_some(relied).into_iter().collect()
    }

    fn parts(&self) -> Parts {
        let protocol = format!("{:064}", self.protocol);
        signed::parts(
            &self.publication,
            &Ground {
                pictures: vec![format!("{:064}", self.photo)],
                protocol: &protocol,
                consents: &self.relied(),
            },
        )
    }

    /// Everything that everybody could see, as one text: the second reading.
    fn whole(&self) -> String {
        let of = &self.publication;
        format!(
            "{:?} {} {} {:?} {} {}",
            of.content, self.photo, self.protocol, of.due, self.agreed, self.events
        )
    }

    fn takes(&mut self, asked: Step, who: usize) {
        let (id, releases) = PEOPLE[who];
        let author = who == 0;
        let who = Who { author, releases };
        // A withdrawn consent blocks.
        let ready = self.agreed;
        let Ok(next) = step(self.publication.stage, asked, who, ready, self.sending) else {
            return;
        };
        if next == Stage::Draft || next == Stage::Returned {
            self.publication.approval = None;
        }
        if asked == Step::Approve {
            self.released = self.parts();
            let by = PersonId(Uuid::from_u128(id));
            self.publication.approval = Some(Approval {
                by,
                role: Some(Role::Pr),
                at: Timestamp::UNIX_EPOCH,
                revision: self.publication.revision,
                digest: signed::digest(&self.released),
            });
            self.seen = Some((by, self.whole()));
        }
        self.publication.stage = next;
    }

    fn types(&mut self, change: impl FnOnce(&mut Content)) {
        let who = Who {
            author: true,
            releases: true,
        };
        let stage = self.publication.stage;
        if step(stage, Step::Edit, who, false, self.sending).is_ok() {
            change(&mut self.publication.content);
            self.publication.revision += 1;
            self.publication.stage = Stage::Draft;
            self.publication.approval = None;
        }
    }

    fn happens(&mut self, happening: Happening) -> Result<(), TestCaseError> {
        match happening {
            Happening::Takes(step, who) => self.takes(step, who),
            Happening::Types(n) => self.types(|content| content.text = format!("tekst {n}")),
            Happening::Account(n) => {
                let account = Uuid::from_u128(70 + u128::from(n));
                self.types(|content| content.accounts = BTreeSet::from([account]));
            }
            Happening::Photo(n) => self.photo = n,
            Happening::Protocol(n) => self.protocol = n,
            Happening::Consent(agreed) => {
                self.events += i64::from(self.agreed != agreed);
                self.agreed = agreed;
            }
            Happening::Due => return self.goes_out(),
        }
        Ok(())
    }

    fn goes_out(&mut self) -> Result<(), TestCaseError> {
        let parts = self.parts();
        let now = Now {
            parts: &parts,
            released: &self.released,
            blocked: !self.agreed,
        };
        if stops(&self.publication, &now).is_empty() {
            let (by, seen) = self.seen.clone().unwrap();
            prop_assert_ne!(by, self.publication.author);
            prop_assert_eq!(by, PersonId(Uuid::from_u128(2)), "only who releases");
            prop_assert!(self.agreed);
            prop_assert_eq!(seen, self.whole());
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn nothing_is_public_that_nobody_else_released_as_it_is(life in prop::collection::vec(happening(), 1..60)) {
        let mut world = World::new();
        for happening in life {
            world.happens(happening)?;
        }
    }
}

#[test]
fn what_is_released_goes_out() {
    let mut world = World::new();
    world.takes(Step::Submit, 0);
    world.takes(Step::Approve, 1);
    let parts = world.parts();
    let now = Now {
        parts: &parts,
        released: &world.released,
        blocked: false,
    };
    assert_eq!(stops(&world.publication, &now), []);
}
