//! One person who was here twice: what one record wrote and released, the other did.

use std::future::Future;
use std::pin::Pin;

use seal::BoardKeys;
use store::Tx;
use words::PersonId;

use crate::store::publications;

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
        Box::pin(publications::merge(tx, from, into))
    }
}
