//! Is the log what was written?

use std::collections::{HashMap, HashSet};

use ::store::{Row, Tx, params};
use words::BoardId;

use crate::chain::{BEGIN, Link};
use crate::model::{Checkpoint, Fault, Verified, Verifier};

/// How many rows are read at once.
const SOME: i64 = 2_000;
/// For how many changed rows it is tried whether they were moved.
const MOST_MOVED: usize = 200;

/// Reads the whole log of a board and tells everything that is wrong with it.
pub async fn verify(tx: &mut Tx, verifier: &Verifier) -> anyhow::Result<Verified> {
    let mut walk = Walk::new(tx.board());
    let points = checkpoints(tx).await?;
    let places: HashSet<i64> = points.iter().map(|(point, _)| point.seq).collect();
    let mut signed: HashMap<i64, Vec<u8>> = HashMap::new();
    loop {
        let rows = tx
            .all(
                "SELECT seq, at, actor, role, kind, subject, object, outcome, protocol, version, articles, facts, reason, \
                 receipt, previous, hash FROM log_entry WHERE board = $1 AND seq > $2 ORDER BY seq LIMIT $3",
                params![walk.last, SOME],
            )
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            walk.step(row)?;
            if places.contains(&walk.last) {
                signed.insert(walk.last, walk.hash.clone());
            }
        }
    }
    let head = tx
        .maybe("SELECT seq, hash FROM log_head WHERE board = $1", params![])
        .await?;
    walk.end(head.as_ref())?;
    let mut found = Verified {
        entries: walk.entries,
        checkpoints: points.len(),
        signed_to: 0,
        faults: walk.faults(),
    };
    for (point, signature) in points {
        let agrees = signed.get(&point.seq) == Some(&point.hash);
        match verifier.vouches(&point, &signature) {
            Ok(()) if agrees => found.signed_to = found.signed_to.max(point.seq),
            Ok(()) | Err(_) => found.faults.push(Fault::Checkpoint(point.seq)),
        }
    }
    Ok(found)
}

async fn checkpoints(tx: &mut Tx) -> anyhow::Result<Vec<(Checkpoint, Vec<u8>)>> {
    let board = tx.board();
    let rows = tx
        .all(
            "SELECT seq, at, hash, signature FROM log_checkpoint WHERE board = $1 ORDER BY seq",
            params![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let point = Checkpoint {
                board,
                seq: row.get("seq")?,
                at: row.get("at")?,
                hash: row.get("hash")?,
            };
            Ok((point, row.get("signature")?))
        })
        .collect()
}

/// Walks from row to row.
struct Walk {
    board: BoardId,
    last: i64,
    hash: Vec<u8>,
    /// The last row's content does not give its hash.
    doubtful: bool,
    entries: i64,
    faults: Vec<Fault>,
    /// Rows whose content does not give their hash: changed, or moved from another place.
    strange: Vec<(Link, Vec<u8>)>,
}

impl Walk {
    fn new(board: BoardId) -> Self {
        Self {
            board,
            last: 0,
            hash: BEGIN.to_vec(),
            doubtful: false,
            entries: 0,
            faults: Vec::new(),
            strange: Vec::new(),
        }
    }

    fn step(&mut self, row: &Row) -> anyhow::Result<()> {
        let seq: i64 = row.get("seq")?;
        if seq > self.last + 1 {
            self.faults.push(Fault::Missing(self.last + 1, seq - 1));
        }
        let gap = seq != self.last + 1;
        self.last = seq;
        self.entries += 1;
        let Ok((link, hash)) = read(row) else {
            self.faults.push(Fault::Unreadable(seq));
            self.doubtful = true;
            self.hash = row.get("hash").unwrap_or_default();
            return Ok(());
        };
        // Beside a row that is wrong itself, only that one is named.
        let linked = gap || self.doubtful || link.previous == self.hash;
        self.doubtful = link.hash(self.board) != hash;
        if self.doubtful {
            if self.strange.len() < MOST_MOVED {
                self.strange.push((link, hash.clone()));
            } else {
                self.faults.push(Fault::Changed(seq));
            }
        } else if !linked {
            self.faults.push(Fault::Changed(seq));
        }
        self.hash = hash;
        Ok(())
    }

    fn end(&mut self, head: Option<&Row>) -> anyhow::Result<()> {
        let (seq, hash): (i64, Vec<u8>) = match head {
            Some(row) => (row.get("seq")?, row.get("hash")?),
            None => (0, BEGIN.to_vec()),
        };
        if seq > self.last {
            self.faults.push(Fault::Missing(self.last + 1, seq));
        } else if seq != self.last || hash != self.hash {
            self.faults.push(Fault::Head(self.last));
        }
        Ok(())
    }

    /// Everything that is wrong, in the order of the log.
    fn faults(mut self) -> Vec<Fault> {
        let places: Vec<i64> = self.strange.iter().map(|(link, _)| link.seq).collect();
        for (link, hash) in &self.strange {
            let from = places.iter().find(|place| {
                let there = Link {
                    seq: **place,
                    ..link.clone()
                };
                **place != link.seq && there.hash(self.board) == *hash
            });
            self.faults.push(match from {
                Some(from) => Fault::Moved(link.seq, *from),
                None => Fault::Changed(link.seq),
            });
        }
        self.faults.sort_by_key(place);
        self.faults
    }
}

fn place(fault: &Fault) -> i64 {
    match fault {
        Fault::Changed(seq)
        | Fault::Missing(seq, _)
        | Fault::Moved(seq, _)
        | Fault::Unreadable(seq)
        | Fault::Head(seq)
        | Fault::Checkpoint(seq) => *seq,
    }
}

fn read(row: &Row) -> anyhow::Result<(Link, Vec<u8>)> {
    let link = Link {
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        role: row.get("role")?,
        kind: row.get("kind")?,
        subject: row.get("subject")?,
        object: row.get("object")?,
        outcome: row.get("outcome")?,
        protocol: row.get("protocol")?,
        version: row.get("version")?,
        articles: row.get("articles")?,
        facts: row.get("facts")?,
        reason: row.get("reason")?,
        receipt: row.get("receipt")?,
        previous: row.get("previous")?,
    };
    Ok((link, row.get("hash")?))
}
