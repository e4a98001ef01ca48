//! What somebody who leaves still has to hand over. An account closes when nothing is left.

use std::future::Future;
use std::pin::Pin;

use identity::store::roles::RoleRow;
use jiff::civil::Date;
use store::Tx;
use words::{PersonId, Role};

use crate::ask::Ask;
use crate::directory::Known;

/// Work of one kind that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What it is, in the words of who reads it.
    pub what: String,
    /// Where it is handed over, without language.
    pub address: String,
}

/// What a word answers: a list, after it asked the database.
pub type Answer<'a> = Pin<Box<dyn Future<Output = anyhow::Result<Vec<Open>>> + Send + 'a>>;

/// A word of the school in which somebody can have open work. Later words implement it; this one asks all of them.
pub trait OpenWork: Send + Sync {
    /// What this person still has to hand over on this day, said in this language.
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        person: PersonId,
        day: Date,
        locale: words::Locale,
    ) -> Answer<'a>;
}

/// A word of the school that keeps something about people, and has to follow when one record goes on as another.
pub trait Follows: Send + Sync {
    /// `from` is from now on a trace, and goes on as `into`; in the same transaction as the merge.
    fn merged<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a seal::BoardKeys,
        from: PersonId,
        into: PersonId,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>>;
}

/// A word of the school that has a page about somebody. The page of that person leads there, for who may.
pub trait Keeps: Send + Sync {
    /// The address (without language) and what it is called, if who asks may open it. It says nothing of whether anything is there.
    fn about(&self, ask: &Ask<'_>, known: &Known) -> Option<(String, String)>;
}

/// What this word itself knows of: roles that nobody else fills, groups that would have no mentor, people one stands in for.
pub(crate) fn own() -> Vec<Box<dyn OpenWork>> {
    vec![Box::new(Roles), Box::new(Groups)]
}

/// A role of which the school would have nobody, and whom one stands in for.
struct Roles;

/// Roles without which something stays undone.
const NEEDED: [Role; 7] = [
    Role::Pr,
    Role::Teamleider,
    Role::Directeur,
    Role::Antipest,
    Role::Bestuur,
    Role::Fg,
    Role::Beheerder,
];

impl OpenWork for Roles {
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        person: PersonId,
        day: Date,
        locale: words::Locale,
    ) -> Answer<'a> {
        Box::pin(async move {
            let words = crate::texts(locale);
            let all = identity::store::roles::all(tx, day).await?;
            let open = all
                .iter()
                .filter(|row| row.person == person)
                .filter_map(|row| {
                    let key = match row.held.substitute_for {
                        Some(_) => "work-substitute",
                        None if NEEDED.contains(&row.held.role) && is_alone(&all, row, day) => {
                            "work-role"
                        }
                        None => return None,
                    };
                    Some(Open {
                        what: words.f(
                            key,
                            &[("role", identity::role_said(row.held.role, locale).into())],
                        ),
                        address: format!("/rollen/{}/einde", row.id.as_simple()),
                    })
                });
            Ok(open.collect())
        })
    }
}

/// Nobody else fills this role there on this day.
pub(crate) fn is_alone(all: &[RoleRow], row: &RoleRow, day: Date) -> bool {
    let other = |one: &RoleRow| {
        one.person != row.person
            && one.held.role == row.held.role
            && one.held.school == row.held.school
    };
    !all.iter().any(|one| other(one) && one.from <= day)
}

/// A group that has no other mentor.
struct Groups;

impl OpenWork for Groups {
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        person: PersonId,
        day: Date,
        locale: words::Locale,
    ) -> Answer<'a> {
        Box::pin(async move {
            let words = crate::texts(locale);
            let alone = crate::store::groups::mentored_alone(tx, person, day).await?;
            let open = alone.into_iter().map(|group| Open {
                what: words.f("work-mentor", &[("group", group.name.into())]),
                address: format!("/groepen/{}", group.id),
            });
            Ok(open.collect())
        })
    }
}
