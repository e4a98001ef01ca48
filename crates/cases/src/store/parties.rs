//! Who is in a case, and who handles it.

use anyhow::Context;
use jiff::Timestamp;
use seal::{Place, SubjectKey};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

use crate::model::{Part, Party, Seat, Sitting};

const fn place(row: Uuid) -> Place<'static> {
    Place {
        table: "case_party",
        column: "sealed",
        row,
    }
}

/// Puts somebody in it.
pub async fn add(tx: &mut Tx, key: &SubjectKey, case: Uuid, new: &Party) -> anyhow::Result<()> {
    let sealed = key.seal(place(new.id), new.name.as_bytes())?;
    let row = params![
        case,
        new.id,
        new.person,
        new.part.key(),
        new.parent_of,
        new.cleared_at,
        sealed
    ];
    tx.many(
        "INSERT INTO case_party (board, case_id, id, person, part, parent_of, cleared_at, sealed) VALUES",
        vec![row],
    )
    .await
}

fn read(key: Option<&SubjectKey>, row: &Row) -> anyhow::Result<Party> {
    let (id, part): (Uuid, String) = (row.get("id")?, row.get("part")?);
    let name = match key {
        Some(key) => {
            let sealed: Vec<u8> = row.get("sealed")?;
            String::from_utf8(key.open(place(id), &sealed)?)?
        }
        None => String::new(),
    };
    Ok(Party {
        id,
        person: row.get("person")?,
        name,
        part: Part::from_key(&part).context("no part is called so")?,
        parent_of: row.get("parent_of")?,
        cleared_at: row.get("cleared_at")?,
    })
}

/// Who is in it; the names of those from outside only with the key.
pub async fn of(tx: &mut Tx, key: Option<&SubjectKey>, case: Uuid) -> anyhow::Result<Vec<Party>> {
    let rows = tx
        .all(
            "SELECT id, person, part, parent_of, cleared_at, sealed FROM case_party WHERE board = $1 AND case_id = $2 ORDER BY id",
            params![case],
        )
        .await?;
    rows.iter().map(|row| read(key, row)).collect()
}

/// The cases that somebody is in.
pub async fn cases_with(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Uuid>> {
    let rows = tx
        .all(
            "SELECT case_id FROM case_party WHERE board = $1 AND person = $2 ORDER BY case_id",
            params![person],
        )
        .await?;
    rows.iter().map(|row| row.get("case_id")).collect()
}

/// Somebody is found to have nothing to do with it: their name was used.
pub async fn clear(tx: &mut Tx, case: Uuid, party: Uuid, at: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "UPDATE case_party SET cleared_at = $2, part = $3 WHERE board = $1 AND case_id = $4 AND id = $5",
        params![at, Part::Named.key(), case, party],
    )
    .await
    .map(drop)
}

/// Somebody was named by mistake: nothing of the row leads to them any more, and it is called so from then on.
pub async fn unname(
    tx: &mut Tx,
    key: &SubjectKey,
    (case, party): (Uuid, Uuid),
    called: &str,
    at: Timestamp,
) -> anyhow::Result<()> {
    let sealed = key.seal(place(party), called.as_bytes())?;
    tx.run(
        "UPDATE case_party SET person = NULL, part = $2, cleared_at = $3, sealed = $4 WHERE board = $1 AND case_id = $5 AND id = $6",
        params![Part::Named.key(), at, sealed, case, party],
    )
    .await
    .map(drop)
}

/// Who handles it.
pub async fn seats(tx: &mut Tx, case: Uuid) -> anyhow::Result<Vec<Sitting>> {
    let rows = tx
        .all(
            "SELECT person, seat FROM case_seat WHERE board = $1 AND case_id = $2 ORDER BY seat, person",
            params![case],
        )
        .await?;
    let read = |row: &Row| {
        let seat: String = row.get("seat")?;
        Ok(Sitting {
            person: row.get("person")?,
            seat: Seat::from_key(&seat).context("no seat is called so")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Gives somebody a seat, or takes it. A lead and a substitute there is one of: whoever sat there helps from then on.
pub async fn sit(
    tx: &mut Tx,
    case: Uuid,
    person: PersonId,
    seat: Option<Seat>,
) -> anyhow::Result<()> {
    let Some(seat) = seat else {
        let gone = "DELETE FROM case_seat WHERE board = $1 AND case_id = $2 AND person = $3";
        return tx.run(gone, params![case, person]).await.map(drop);
    };
    if seat != Seat::Reader {
        tx.run(
            "UPDATE case_seat SET seat = $2 WHERE board = $1 AND case_id = $3 AND seat = $4",
            params![Seat::Reader.key(), case, seat.key()],
        )
        .await?;
    }
    tx.run(
        "INSERT INTO case_seat (board, case_id, person, seat) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, case_id, person) DO UPDATE SET seat = excluded.seat",
        params![case, person, seat.key()],
    )
    .await
    .map(drop)
}

/// The cases in which somebody sits and that are not over, with the seat.
pub async fn seats_of(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<(Uuid, Seat)>> {
    let rows = tx
        .all(
            "SELECT s.case_id, s.seat FROM case_seat s CROSS JOIN case_file c WHERE c.board = s.board AND c.id = s.case_id \
             AND s.board = $1 AND s.person = $2 AND c.state IN ('signaal', 'open') ORDER BY s.case_id",
            params![person],
        )
        .await?;
    let read = |row: &Row| {
        let seat: String = row.get("seat")?;
        Ok((
            row.get("case_id")?,
            Seat::from_key(&seat).context("no seat is called so")?,
        ))
    };
    rows.iter().map(read).collect()
}

/// Who is in cases and who handles them, as one record goes on as another.
pub(crate) async fn merge(tx: &mut Tx, from: PersonId, into: PersonId) -> anyhow::Result<()> {
    for sql in [
        "UPDATE case_party SET person = $3 WHERE board = $1 AND person = $2",
        "DELETE FROM case_seat WHERE board = $1 AND person = $2 AND EXISTS (SELECT 1 FROM case_seat o WHERE o.board = $1 \
         AND o.case_id = case_seat.case_id AND o.person = $3)",
        "UPDATE case_seat SET person = $3 WHERE board = $1 AND person = $2",
        "UPDATE case_file SET reporter = $3 WHERE board = $1 AND reporter = $2",
        "UPDATE case_event SET made_by = $3 WHERE board = $1 AND made_by = $2",
    ] {
        tx.run(sql, params![from, into]).await?;
    }
    Ok(())
}
