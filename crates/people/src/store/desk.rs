//! Rosters that wait for somebody to confirm them.

use anyhow::Context;
use jiff::{SignedDuration, Timestamp};
use seal::{BoardKeys, Place};
use store::{Tx, params};
use uuid::Uuid;
use words::{PersonId, Role, SchoolId};

/// How long a roster waits.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

macro_rules! states {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// Where a roster stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum State { $($(#[$doc])* $name,)* }

        impl State {
            /// The word in the database.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)* _ => None }
            }
        }
    };
}

states! {
    /// It is being read.
    Reading = "leest",
    /// It waits to be confirmed.
    Ready = "klaar",
    /// It cannot be used.
    Refused = "geweigerd",
    /// It is being brought in.
    Busy = "bezig",
    /// It was brought in.
    Done = "gedaan",
}

/// A roster that was sent.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Identity.
    pub id: Uuid,
    /// For which school.
    pub school: SchoolId,
    /// Where it stands.
    pub state: State,
    /// Who sent it.
    pub by: PersonId,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: Timestamp,
    /// What it would do or did, or why not, as JSON.
    pub report: Option<Vec<u8>>,
}

const fn report_place(id: Uuid) -> Place<'static> {
    Place {
        table: "roster_import",
        column: "report",
        row: id,
    }
}

/// Pieces of one roster differ by their number, which is in the name of the column.
fn seal_piece(keys: &BoardKeys, id: Uuid, part: i64, plain: &[u8]) -> anyhow::Result<Vec<u8>> {
    let column = format!("sealed {part}");
    Ok(keys.seal(
        Place {
            table: "roster_piece",
            column: &column,
            row: id,
        },
        plain,
    )?)
}

/// Begins; what waited too long goes.
pub async fn begin(tx: &mut Tx, new: &Waiting) -> anyhow::Result<()> {
    let before = new.at.saturating_sub(WAITS)?;
    tx.run(
        "DELETE FROM roster_piece WHERE board = $1 AND of_import IN \
         (SELECT id FROM roster_import WHERE board = $1 AND made_at < $2)",
        params![before],
    )
    .await?;
    tx.run(
        "DELETE FROM roster_import WHERE board = $1 AND made_at < $2",
        params![before],
    )
    .await?;
    tx.run(
        "INSERT INTO roster_import (board, id, school, state, made_by, role, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![new.id, new.school, new.state.key(), new.by, new.role, new.at],
    )
    .await
    .map(drop)
}

/// One of them.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Waiting>> {
    let row = tx
        .maybe(
            "SELECT id, school, state, made_by, role, made_at, report FROM roster_import WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let state: String = row.get("state")?;
    let sealed: Option<Vec<u8>> = row.get("report")?;
    Ok(Some(Waiting {
        id,
        school: row.get("school")?,
        state: State::from_key(&state).context("no roster stands like that")?,
        by: row.get("made_by")?,
        role: row.get("role")?,
        at: row.get("made_at")?,
        report: sealed
            .map(|sealed| keys.open(report_place(id), &sealed))
            .transpose()?,
    }))
}

/// The rosters of a school that wait for somebody to confirm them, the oldest first.
pub async fn to_confirm(
    tx: &mut Tx,
    school: SchoolId,
    now: Timestamp,
) -> anyhow::Result<Vec<(Uuid, Timestamp)>> {
    let rows = tx
        .all(
            "SELECT id, made_at FROM roster_import WHERE board = $1 AND school = $2 AND state = 'klaar' AND made_at >= $3 \
             ORDER BY made_at, id LIMIT 20",
            params![school, now.saturating_sub(WAITS)?],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((row.get("id")?, row.get("made_at")?)))
        .collect()
}

/// Moves from one state to the next; false if it stood otherwise.
pub async fn go_on(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: Uuid,
    (from, to): (State, State),
    report: Option<&[u8]>,
) -> anyhow::Result<bool> {
    let sealed = report
        .map(|report| keys.seal(report_place(id), report))
        .transpose()?;
    let touched = tx
        .run(
            "UPDATE roster_import SET state = $2, report = coalesce($3, report) WHERE board = $1 AND id = $4 AND state = $5",
            params![to.key(), sealed, id, from.key()],
        )
        .await?;
    Ok(touched == 1)
}

/// Adds a piece.
pub async fn add_piece(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: Uuid,
    part: i64,
    plain: &[u8],
) -> anyhow::Result<()> {
    let sealed = seal_piece(keys, id, part, plain)?;
    tx.run(
        "INSERT INTO roster_piece (board, of_import, part, sealed) VALUES ($1, $2, $3, $4)",
        params![id, part, sealed],
    )
    .await
    .map(drop)
}

/// A piece by its number, from 0.
pub async fn piece(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: Uuid,
    part: i64,
) -> anyhow::Result<Option<Vec<u8>>> {
    let row = tx
        .maybe(
            "SELECT sealed FROM roster_piece WHERE board = $1 AND of_import = $2 AND part = $3",
            params![id, part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (sealed, column): (Vec<u8>, _) = (row.get("sealed")?, format!("sealed {part}"));
    let place = Place {
        table: "roster_piece",
        column: &column,
        row: id,
    };
    Ok(Some(keys.open(place, &sealed)?))
}

/// The pieces go; nobody needs them any more.
pub async fn drop_pieces(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM roster_piece WHERE board = $1 AND of_import = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// The whole of it goes: somebody thought better of it.
pub async fn forget(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    drop_pieces(tx, id).await?;
    tx.run(
        "DELETE FROM roster_import WHERE board = $1 AND id = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// Who confirms answers for it.
pub async fn confirmed_by(tx: &mut Tx, id: Uuid, by: PersonId, role: Role) -> anyhow::Result<()> {
    tx.run(
        "UPDATE roster_import SET made_by = $2, role = $3 WHERE board = $1 AND id = $4",
        params![by, role, id],
    )
    .await
    .map(drop)
}
