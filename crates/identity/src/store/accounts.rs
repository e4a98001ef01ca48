//! Passwords and second factors.

use jiff::Timestamp;
use serde_json::Value as Json;
use store::{Row, Tx, params};
use words::PersonId;

/// What somebody signs in with by themselves.
#[derive(Clone, Default)]
pub struct Account {
    /// A pupil's own word.
    pub username: Option<String>,
    /// The hash of the password.
    pub password: Option<String>,
    /// The password was made by the school and must be replaced.
    pub once: bool,
    /// The second factor's secret, sealed.
    pub totp: Option<Vec<u8>>,
    /// The last time step that was used.
    pub totp_step: i64,
    /// Hashes of recovery codes that were not used yet.
    pub recovery: Vec<String>,
    /// When it was last changed.
    pub changed: Option<Timestamp>,
}

fn read(row: &Row) -> anyhow::Result<Account> {
    let recovery = row.get::<Json>("recovery")?;
    Ok(Account {
        username: row.get("username")?,
        password: row.get("password")?,
        once: row.get("once")?,
        totp: row.get("totp")?,
        totp_step: row.get("totp_step")?,
        recovery: serde_json::from_value(recovery)?,
        changed: row.get("changed_at")?,
    })
}

/// The account of a person, empty if they never had one.
pub async fn of(tx: &mut Tx, person: PersonId) -> anyhow::Result<Account> {
    let row = tx
        .maybe(
            "SELECT username, password, once, totp, totp_step, recovery, changed_at FROM account WHERE board = $1 AND person = $2",
            params![person],
        )
        .await?;
    row.as_ref().map_or_else(|| Ok(Account::default()), read)
}

/// Whose word this is.
pub async fn by_username(tx: &mut Tx, username: &str) -> anyhow::Result<Option<PersonId>> {
    let row = tx
        .maybe(
            "SELECT person FROM account WHERE board = $1 AND username = $2",
            params![username],
        )
        .await?;
    row.map(|row| row.get("person")).transpose()
}

/// Keeps an account as it is now.
pub async fn put(
    tx: &mut Tx,
    person: PersonId,
    account: &Account,
    now: Timestamp,
) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO account (board, person, username, password, once, totp, totp_step, recovery, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (board, person) DO UPDATE SET \
         username = excluded.username, password = excluded.password, once = excluded.once, totp = excluded.totp, \
         totp_step = excluded.totp_step, recovery = excluded.recovery, changed_at = excluded.changed_at",
        params![
            person,
            account.username.clone(),
            account.password.clone(),
            account.once,
            account.totp.clone(),
            account.totp_step,
            serde_json::to_value(&account.recovery)?,
            now
        ],
    )
    .await
    .map(drop)
}

/// Uses a time step of the second factor. False if it, or a later one, was used before: of two that come at once, one wins.
pub async fn use_step(tx: &mut Tx, person: PersonId, step: i64) -> anyhow::Result<bool> {
    let used = tx
        .run(
            "UPDATE account SET totp_step = $3 WHERE board = $1 AND person = $2 AND totp_step < $3",
            params![person, step],
        )
        .await?;
    Ok(used > 0)
}
