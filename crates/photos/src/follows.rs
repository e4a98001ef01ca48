//! One person who was here twice: faces that bear the name of one record bear that of the one that goes on.

use std::future::Future;
use std::pin::Pin;

use seal::BoardKeys;
use store::Tx;
use words::PersonId;

use crate::store::{marks, requests};

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
        Box::pin(async move {
            marks::merge(tx, from, into).await?;
            requests::merge(tx, from, into).await
        })
    }
}
