//! Background work of the log: signing how far it went.

use std::sync::Arc;

use ::store::jobs::{Ending, Handler, handler};
use jiff::Timestamp;

use crate::Signer;
use crate::store::{CHECKPOINT_JOB, checkpoint};

/// Signs a checkpoint when the log has grown by a hundred entries, or ten minutes after it grew at all.
pub fn jobs(
    signer: Arc<Signer>,
    now: impl Fn() -> Timestamp + Clone + Send + Sync + 'static,
) -> Vec<(&'static str, Handler)> {
    let sign = handler(move |db, board, _| {
        let (signer, now) = (Arc::clone(&signer), now.clone());
        async move {
            let mut tx = db.begin(board).await?;
            checkpoint(&mut tx, &signer, now()).await?;
            tx.commit().await?;
            Ok(Ending::Done)
        }
    });
    vec![(CHECKPOINT_JOB, sign)]
}
