//! Searching the log.

use ::store::{Row, Tx, params};
use anyhow::Context;
use jiff::Timestamp;
use words::{PersonId, Role};

use crate::model::{Basis, Entry, Logged};

/// What to look for. Every part that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// About this person.
    pub subject: Option<PersonId>,
    /// By this person.
    pub actor: Option<PersonId>,
    /// Of this kind.
    pub kind: Option<String>,
    /// Not before this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// Resting on a verdict.
    pub judged: bool,
    /// Before this place in the log: to read on where a page ended.
    pub before: Option<i64>,
}

/// How many entries a page has.
pub(super) const PAGE: i64 = 50;

/// The latest entries that answer the query, the last first.
pub async fn find(tx: &mut Tx, query: &Query) -> anyhow::Result<Vec<Logged>> {
    // A text with the index that helps: a condition that may be absent would keep the planner from using one.
    let (sql, person) = match (query.subject, query.actor) {
        (Some(subject), _) => (ABOUT, Some(subject)),
        (None, Some(actor)) => (BY, Some(actor)),
        (None, None) => (ALL, None),
    };
    let also_by = query.subject.and(query.actor);
    let micro = |at: Option<Timestamp>, open: i64| at.map_or(open, Timestamp::as_microsecond);
    let values = params![
        person,
        also_by.is_some(),
        also_by.or(person).unwrap_or(PersonId(uuid::Uuid::nil())),
        query.kind.is_some(),
        query.kind.clone().unwrap_or_default(),
        micro(query.from, i64::MIN),
        micro(query.until, i64::MAX),
        query.before.unwrap_or(i64::MAX),
        PAGE,
        query.judged,
    ];
    tx.all(sql, values).await?.iter().map(read).collect()
}

macro_rules! search {
    ($who:literal) => {
        concat!(
            "SELECT seq, at, actor, role, kind, subject, object, outcome, protocol, version, articles, facts, reason, receipt \
             FROM log_entry WHERE board = $1 AND ",
            $who,
            " AND (NOT $3 OR actor = $4) AND (NOT $5 OR kind = $6) AND at >= $7 AND at < $8 AND seq < $9 AND (NOT $11 OR receipt IS NOT NULL) \
             ORDER BY seq DESC LIMIT $10"
        )
    };
}

const ABOUT: &str = search!("subject = $2");
const BY: &str = search!("actor = $2");
const ALL: &str = search!("CAST($2 AS TEXT) IS NULL");

fn read(row: &Row) -> anyhow::Result<Logged> {
    let json = |name: &str| -> anyhow::Result<Option<serde_json::Value>> {
        let text: Option<String> = row.get(name)?;
        text.map(|text| serde_json::from_str(&text).with_context(|| format!("column {name}")))
            .transpose()
    };
    let (protocol, version): (Option<String>, Option<String>) =
        (row.get("protocol")?, row.get("version")?);
    let articles = json("articles")?
        .map(serde_json::from_value)
        .transpose()?
        .unwrap_or_default();
    let basis = protocol.zip(version).map(|(protocol, version)| Basis {
        protocol,
        version,
        articles,
    });
    Ok(Logged {
        seq: row.get("seq")?,
        entry: Entry {
            at: row.get("at")?,
            actor: row.get("actor")?,
            role: row
                .get::<Option<String>>("role")?
                .as_deref()
                .and_then(Role::from_key),
            kind: row.get("kind")?,
            subject: row.get("subject")?,
            object: row.get("object")?,
            outcome: row.get("outcome")?,
            basis,
            facts: json("facts")?,
            reason: row.get("reason")?,
            receipt: json("receipt")?,
        },
    })
}
