//! The people of these tests.

use std::collections::HashMap;
use std::sync::Mutex;

use identity::{Asked, Directory, First, Known, Scope, Ties};
use jiff::civil::Date;
use seal::BoardKeys;
use store::Tx;
use uuid::Uuid;
use words::{BoardId, PersonId, PersonName, Role};

/// Everybody, by board.
#[derive(Default)]
pub(crate) struct Town(Mutex<HashMap<BoardId, Vec<Inhabitant>>>);

#[derive(Clone)]
struct Inhabitant {
    known: Known,
    ties: Ties,
}

impl Town {
    pub(crate) fn add(&self, board: BoardId, address: &str, id: Uuid) -> PersonId {
        let person = PersonId(id);
        let name = PersonName {
            call: address.split('@').next().unwrap_or_default().to_owned(),
            family: "Test".into(),
            ..PersonName::default()
        };
        let known = Known {
            person,
            name,
            address: Some(address.to_owned()),
        };
        let all = &mut self.0.lock().unwrap();
        all.entry(board).or_default().push(Inhabitant {
            known,
            ties: Ties::default(),
        });
        person
    }

    pub(crate) fn tie(&self, board: BoardId, person: PersonId, ties: Ties) {
        let mut all = self.0.lock().unwrap();
        let people = all.get_mut(&board).unwrap();
        people
            .iter_mut()
            .find(|one| one.known.person == person)
            .unwrap()
            .ties = ties;
    }

    pub(crate) fn leave(&self, board: BoardId, person: PersonId) {
        self.0
            .lock()
            .unwrap()
            .get_mut(&board)
            .unwrap()
            .retain(|one| one.known.person != person);
    }

    fn find(&self, board: BoardId, fits: impl Fn(&Inhabitant) -> bool) -> Vec<Inhabitant> {
        let all = self.0.lock().unwrap();
        all.get(&board)
            .into_iter()
            .flatten()
            .filter(|one| fits(one))
            .cloned()
            .collect()
    }
}

fn at_once<'a, T: Send + 'a>(answer: T) -> Asked<'a, T> {
    Box::pin(std::future::ready(Ok(answer)))
}

impl Directory for Town {
    fn by_address<'a>(
        &'a self,
        tx: &'a mut Tx,
        _: &'a BoardKeys,
        address: &'a str,
    ) -> Asked<'a, Vec<Known>> {
        let wanted = address.to_lowercase();
        let found = self.find(tx.board(), |one| {
            one.known.address.as_deref() == Some(&wanted)
        });
        at_once(found.into_iter().map(|one| one.known).collect())
    }

    fn person<'a>(
        &'a self,
        tx: &'a mut Tx,
        _: &'a BoardKeys,
        person: PersonId,
    ) -> Asked<'a, Option<Known>> {
        at_once(
            self.find(tx.board(), |one| one.known.person == person)
                .pop()
                .map(|one| one.known),
        )
    }

    fn ties<'a>(&'a self, tx: &'a mut Tx, person: PersonId, _: Date) -> Asked<'a, Ties> {
        let found = self
            .find(tx.board(), |one| one.known.person == person)
            .pop();
        at_once(found.map(|one| one.ties).unwrap_or_default())
    }

    fn scope<'a>(&'a self, tx: &'a mut Tx, person: PersonId, _: Date) -> Asked<'a, Scope> {
        let groups = self.find(tx.board(), |one| one.known.person == person);
        let scope = Scope::of(tx.board()).person(person);
        let groups = groups.into_iter().flat_map(|one| one.ties.groups);
        at_once(groups.fold(scope, Scope::group))
    }

    fn begin<'a>(
        &'a self,
        tx: &'a mut Tx,
        _: &'a BoardKeys,
        first: &'a First,
        _: jiff::Timestamp,
    ) -> Asked<'a, ()> {
        self.add(tx.board(), &first.address, first.person.0);
        at_once(())
    }

    fn somebody<'a>(&'a self, tx: &'a mut Tx, role: Role, _: Date) -> Asked<'a, Option<PersonId>> {
        let found = self.find(tx.board(), |one| {
            one.ties.roles.iter().any(|held| held.role == role)
        });
        at_once(found.first().map(|one| one.known.person))
    }
}
