//! What signing in must know of people: asked of the slice that has them.

use std::pin::Pin;

use jiff::civil::Date;
use seal::BoardKeys;
use store::Tx;
use words::{PersonId, PersonName, Role};

use crate::{Scope, Ties};

/// An answer that may take a while.
pub type Asked<'a, T> = Pin<Box<dyn Future<Output = anyhow::Result<T>> + Send + 'a>>;

/// Somebody of the board who has not left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: PersonName,
    /// The address to write to, as the school keeps it: a letter goes there, never to what somebody typed.
    pub address: Option<String>,
}

/// The first school of a board, and who administers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// What the school is called.
    pub school: String,
    /// po or vo.
    pub sector: String,
    /// The protocol it follows, by its name; none for now.
    pub protocol: Option<String>,
    /// The administrator's identity.
    pub person: PersonId,
    /// What the administrator is called.
    pub name: PersonName,
    /// The administrator's address.
    pub address: String,
}

/// The people of the boards. `people` answers; identity knows only these questions.
pub trait Directory: Send + Sync {
    /// Who has this e-mail address, in whatever case it was typed. People who left are nobody.
    fn by_address<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        address: &'a str,
    ) -> Asked<'a, Vec<Known>>;

    /// This person, if they have not left.
    fn person<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        person: PersonId,
    ) -> Asked<'a, Option<Known>>;

    /// Their groups, their children, and the roles that follow from the roster.
    fn ties<'a>(&'a self, tx: &'a mut Tx, person: PersonId, today: Date) -> Asked<'a, Ties>;

    /// Where this person is: at which schools, in which groups.
    fn scope<'a>(&'a self, tx: &'a mut Tx, person: PersonId, today: Date) -> Asked<'a, Scope>;

    /// Begins: the first school, and the person who administers.
    fn begin<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        first: &'a First,
        now: jiff::Timestamp,
    ) -> Asked<'a, ()>;

    /// Somebody with this role by the roster: for the demo.
    fn somebody<'a>(
        &'a self,
        tx: &'a mut Tx,
        role: Role,
        today: Date,
    ) -> Asked<'a, Option<PersonId>>;
}
