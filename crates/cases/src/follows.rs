//! What people ask of this word: who follows a merge, and what somebody who leaves still has to do.

use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use people::ask::Ask;
use people::directory::Known;
use people::work::{Answer, Keeps, Open, OpenWork};
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId};

use crate::pages::handling;
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

/// The cases of a pupil, one after another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chronology;

impl Keeps for Chronology {
    fn about(&self, ask: &Ask<'_>, known: &Known) -> Option<(String, String)> {
        let handles = !handling(ask.caller, None).is_empty();
        let label = || crate::texts(ask.locale()).t("pupil-link").to_owned();
        (handles && known.place.pupil && ask.sees(known))
            .then(|| (format!("/zaken/leerling/{}", known.id), label()))
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
