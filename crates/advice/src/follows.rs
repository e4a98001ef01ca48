//! What people ask of this word: who follows a merge, and what somebody who leaves still has to do.

use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use people::work::{Answer, Open, OpenWork};
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId};

use crate::store::questions;

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
        Box::pin(questions::merge(tx, from, into))
    }
}

/// Questions that were handed over to somebody who leaves.
#[derive(Debug, Clone, Copy, Default)]
pub struct HandedOver;

impl OpenWork for HandedOver {
    fn of<'a>(&'a self, tx: &'a mut Tx, person: PersonId, _: Date, locale: Locale) -> Answer<'a> {
        Box::pin(async move {
            let words = crate::texts(locale);
            let ids = questions::ids_handed_to(tx, person).await?;
            let open = ids.into_iter().map(|id| Open {
                what: words.t("work-handed").to_owned(),
                address: format!("/twijfel/{}", id.as_simple()),
            });
            Ok(open.collect())
        })
    }
}
