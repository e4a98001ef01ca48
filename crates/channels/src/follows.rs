//! What follows when somebody leaves, or was here twice: every account keeps an owner.

use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use people::work::{Answer, Open};
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId};

use crate::store::accounts;
use crate::texts;

/// Accounts that somebody keeps are handed over before they leave.
#[derive(Debug, Clone, Copy, Default)]
pub struct Owned;

impl people::OpenWork for Owned {
    fn of<'a>(&'a self, tx: &'a mut Tx, person: PersonId, _: Date, locale: Locale) -> Answer<'a> {
        Box::pin(async move {
            let many = accounts::owned(tx, person).await?;
            let open = (many > 0).then(|| Open {
                what: texts(locale).f("work-channels", &[("n", many.into())]),
                address: "/kanalen".to_owned(),
            });
            Ok(open.into_iter().collect())
        })
    }
}

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
        Box::pin(async move { accounts::hand_over(tx, from, into).await.map(drop) })
    }
}
