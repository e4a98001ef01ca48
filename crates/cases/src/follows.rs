//! What people ask of this word: who follows a merge, and what somebody who leaves still has to do.

use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use people::work::{Answer, Open, OpenWork};
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId};

use crate::store::{cases, parties};

/// Follows a merge of two records of [`people`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Merged;

impl people::Follows for Merged {
    fn merged<'a>(
        &'a self,
        tx: &'a mut Tx,
        _: &'a BoardKeys,
        from: PersonId,
        into: PersonId,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>> {
        Box::pin(parties::merge(tx, from, into))
    }
}

/// Cases that somebody who leaves still handles.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seated;

impl OpenWork for Seated {
    fn of<'a>(&'a self, tx: &'a mut Tx, person: PersonId, _: Date, locale: Locale) -> Answer<'a> {
        Box::pin(async move {
            let words = crate::texts(locale);
            let mut open = Vec::new();
            for (id, seat) in parties::seats_of(tx, person).await? {
                let Some(case) = cases::one(tx, id).await? else {
                    continue;
                };
                let number = case.number.to_string();
                let key = format!("work-{}", seat.key());
                open.push(Open {
                    what: words.f(&key, &[("number", number.into())]),
                    address: case.address(),
                });
            }
            Ok(open)
        })
    }
}
