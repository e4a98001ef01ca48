//! What somebody who leaves still has to hand over. An account closes when nothing is left.

use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use store::Tx;
use words::PersonId;

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
    fn of<'a>(&'a self, tx: &'a mut Tx, person: PersonId, day: Date, locale: words::Locale) -> Answer<'a>;
}

/// What this word itself knows of: roles that nobody else fills, groups that would have no mentor, people one stands in for.
pub(crate) fn own() -> Vec<Box<dyn OpenWork>> {
    vec![Box::new(Groups)]
}

/// A group that has no other mentor.
struct Groups;

impl OpenWork for Groups {
    fn of<'a>(&'a self, tx: &'a mut Tx, person: PersonId, day: Date, locale: words::Locale) -> Answer<'a> {
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
