//! Accounts. What people call them, where they are and how they are entered stands sealed under the board's key.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{Channel, PersonId, SchoolId};

use crate::model::{Account, Kind, Looked, Remark, State, Why};

#[derive(Serialize, Deserialize)]
struct Sealed {
    name: String,
    address: String,
    user: String,
}

const fn place(column: &'static str, row: Uuid) -> Place<'static> {
    Place {
        table: "channel_account",
        column,
        row,
    }
}

fn sealed(keys: &BoardKeys, account: &Account) -> anyhow::Result<Vec<u8>> {
    let plain = serde_json::to_vec(&Sealed {
        name: account.name.clone(),
        address: account.address.clone(),
        user: account.user.clone(),
    })?;
    Ok(keys.seal(place("sealed", account.id), &plain)?)
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Account> {
    let id: Uuid = row.get("id")?;
    let opened = keys.open(place("sealed", id), &row.get::<Vec<u8>>("sealed")?)?;
    let opened: Sealed = serde_json::from_slice(&opened)?;
    let word = |name: &str| row.get::<String>(name);
    let at: Option<Timestamp> = row.get("looked_at")?;
    let why: Option<String> = row.get("why")?;
    let remark: Option<String> = row.get("remark")?;
    Ok(Account {
        id,
        school: row.get("school")?,
        channel: Channel::from_key(&word("channel")?).context("no channel is called so")?,
        kind: Kind::from_key(&word("kind")?).context("no kind is called so")?,
        name: opened.name,
        address: opened.address,
        user: opened.user,
        has_secret: row.get("has_secret")?,
        owner: row.get("owner")?,
        state: State::from_key(&word("state")?).context("no state is called so")?,
        looked: at.map(|at| Looked {
            at,
            why: why.as_deref().and_then(Why::from_key),
            remark: remark.as_deref().and_then(Remark::from_key),
        }),
        token: word("token")?,
    })
}

/// The accounts of a school, those in use first, the oldest first.
pub async fn of(tx: &mut Tx, keys: &BoardKeys, school: SchoolId) -> anyhow::Result<Vec<Account>> {
    let rows = tx
        .all(
            "SELECT id, school, channel, kind, sealed, secret IS NOT NULL AS has_secret, owner, state, token, looked_at, why, \
             remark FROM channel_account WHERE board = $1 AND school = $2 ORDER BY state, made_at, id",
            params![school],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// One account.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Account>> {
    let row = tx
        .maybe(
            "SELECT id, school, channel, kind, sealed, secret IS NOT NULL AS has_secret, owner, state, token, looked_at, why, \
             remark FROM channel_account WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// Every account of the board that is in use.
pub async fn used(tx: &mut Tx, keys: &BoardKeys) -> anyhow::Result<Vec<Account>> {
    let rows = tx
        .all(
            "SELECT id, school, channel, kind, sealed, secret IS NOT NULL AS has_secret, owner, state, token, looked_at, why, \
             remark FROM channel_account WHERE board = $1 AND state = 'aan' ORDER BY made_at, id",
            params![],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// The password or token of an account, opened.
pub async fn secret(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<String>> {
    let row = tx
        .one(
            "SELECT secret FROM channel_account WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let sealed: Option<Vec<u8>> = row.get("secret")?;
    let open = |sealed: Vec<u8>| {
        let opened = keys.open(place("secret", id), &sealed)?;
        Ok(String::from_utf8(opened)?)
    };
    sealed.map(open).transpose()
}

/// Adds an account.
pub async fn add(
    tx: &mut Tx,
    keys: &BoardKeys,
    account: &Account,
    secret: Option<&str>,
    at: Timestamp,
) -> anyhow::Result<()> {
    let secret = secret.map(|secret| keys.seal(place("secret", account.id), secret.as_bytes()));
    tx.run(
        "INSERT INTO channel_account (board, id, school, channel, kind, sealed, secret, owner, state, token, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            account.id,
            account.school,
            account.channel.key(),
            account.kind.key(),
            sealed(keys, account)?,
            secret.transpose()?,
            account.owner,
            account.state.key(),
            &account.token,
            at
        ],
    )
    .await
    .map(drop)
}

/// Changes what an account is called, where it is, its user, owner and state. Without a secret the one it has stays.
pub async fn change(
    tx: &mut Tx,
    keys: &BoardKeys,
    account: &Account,
    secret: Option<&str>,
) -> anyhow::Result<()> {
    let secret = secret.map(|secret| keys.seal(place("secret", account.id), secret.as_bytes()));
    tx.run(
        "UPDATE channel_account SET sealed = $3, secret = coalesce($4, secret), owner = $5, state = $6 \
         WHERE board = $1 AND id = $2",
        params![
            account.id,
            sealed(keys, account)?,
            secret.transpose()?,
            account.owner,
            account.state.key()
        ],
    )
    .await
    .map(drop)
}

/// Keeps how an account was when it was looked at.
pub async fn looked(tx: &mut Tx, id: Uuid, looked: &Looked) -> anyhow::Result<()> {
    tx.run(
        "UPDATE channel_account SET looked_at = $3, why = $4, remark = $5 WHERE board = $1 AND id = $2",
        params![
            id,
            looked.at,
            looked.why.map(Why::key),
            looked.remark.map(Remark::key)
        ],
    )
    .await
    .map(drop)
}

/// Notes of which cause the owner is told, or that it works again. True if that was not noted yet.
pub async fn told(tx: &mut Tx, id: Uuid, why: Option<Why>) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE channel_account SET told = $3 WHERE board = $1 AND id = $2 AND coalesce(told, '') <> coalesce($3, '')",
            params![id, why.map(Why::key)],
        )
        .await?;
    Ok(touched > 0)
}

/// Whose account this is from now on; how many there were of `from`.
pub async fn hand_over(tx: &mut Tx, from: PersonId, to: PersonId) -> anyhow::Result<u64> {
    tx.run(
        "UPDATE channel_account SET owner = $3 WHERE board = $1 AND owner = $2",
        params![from, to],
    )
    .await
}

/// The account with this word in its public addresses.
pub async fn of_token(
    tx: &mut Tx,
    keys: &BoardKeys,
    token: &str,
) -> anyhow::Result<Option<Account>> {
    let row = tx
        .maybe(
            "SELECT id, school, channel, kind, sealed, secret IS NOT NULL AS has_secret, owner, state, token, looked_at, why, \
             remark FROM channel_account WHERE board = $1 AND token = $2",
            params![token],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// How many accounts in use somebody keeps.
pub async fn owned(tx: &mut Tx, person: PersonId) -> anyhow::Result<i64> {
    let row = tx
        .one(
            "SELECT count(*) AS many FROM channel_account WHERE board = $1 AND owner = $2 AND state = 'aan'",
            params![person],
        )
        .await?;
    row.get("many")
}
