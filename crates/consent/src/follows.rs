//! One person who was here twice: what was said about either record holds for the one that goes on.

use std::future::Future;
use std::pin::Pin;

use seal::BoardKeys;
use store::Tx;
use words::PersonId;

use crate::store::{events, publications, shields};

/// Follows a merge of two records of [`people`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Merged;

impl people::Follows for Merged {
    fn merged<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        from: PersonId,
        into: PersonId,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<()>> + Send + 'a>> {
        Box::pin(async move {
            publications::merge(tx, from, into).await?;
            // Whoever was protected under one record is protected under the other.
            for (shield, reason) in shields::of(tx, keys, from).await? {
                let moved = shields::Shield {
                    person: into,
                    ..shield
                };
                shields::put(tx, keys, &moved, &reason).await?;
            }
            let mut about = events::spoken_about(tx, from).await?;
            about.push(into);
            for person in about {
                events::rebuild(tx, person).await?;
            }
            Ok(())
        })
    }
}
