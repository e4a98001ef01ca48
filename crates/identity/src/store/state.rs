//! What must be remembered between two steps of signing in: bound to one browser, used once.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Tx, params};
use uuid::Uuid;

const PLACE: Place<'static> = Place {
    table: "sign_in_state",
    column: "held",
    row: Uuid::nil(),
};

/// Remembers something for the browser with this cookie, until `expires`; what it had for this step before is forgotten.
pub async fn put<T: Serialize>(
    tx: &mut Tx,
    keys: &BoardKeys,
    (cookie, step): (&str, &str),
    held: &T,
    expires: Timestamp,
) -> anyhow::Result<()> {
    let sealed = keys.seal(PLACE, &serde_json::to_vec(&(step, held))?)?;
    tx.run(
        "INSERT INTO sign_in_state (board, cookie_hash, step, held, expires_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (board, cookie_hash, step) DO UPDATE SET held = excluded.held, expires_at = excluded.expires_at",
        params![super::hash(cookie), step, sealed, expires],
    )
    .await
    .map(drop)
}

/// Takes what was remembered: of two who ask at once, one gets it.
pub async fn take<T: DeserializeOwned>(
    tx: &mut Tx,
    keys: &BoardKeys,
    (cookie, step): (&str, &str),
    now: Timestamp,
) -> anyhow::Result<Option<T>> {
    let row = tx
        .maybe(
            "DELETE FROM sign_in_state WHERE board = $1 AND cookie_hash = $2 AND step = $3 RETURNING held, expires_at",
            params![super::hash(cookie), step],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    if row.get::<Timestamp>("expires_at")? < now {
        return Ok(None);
    }
    let plain = keys.open(PLACE, &row.get::<Vec<u8>>("held")?)?;
    let (of, held): (String, T) = serde_json::from_slice(&plain)?;
    anyhow::ensure!(of == step, "what was remembered is of another step");
    Ok(Some(held))
}
