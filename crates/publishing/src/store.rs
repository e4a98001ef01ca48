//! The SQL of this word. The words of a list are sealed on their way in and opened on their way out.

pub mod links;
pub mod publications;
pub mod releases;

use anyhow::Context;
use jiff::civil::Date;
use personal_data::{Category, Channel};
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use crate::model::{Meaning, Word};

/// The tables of this word.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration {
        number: 601,
        name: "words of a school",
        sql: include_str!("../migrations/0601_words.sql"),
    },
    store::Migration {
        number: 602,
        name: "publications",
        sql: include_str!("../migrations/0602_publications.sql"),
    },
];

const fn place(id: Uuid) -> Place<'static> {
    Place {
        table: "text_word",
        column: "sealed",
        row: id,
    }
}

/// The number of the last change of a school's list.
pub async fn version(tx: &mut Tx, school: SchoolId) -> anyhow::Result<i64> {
    let row = tx
        .maybe(
            "SELECT version FROM text_word_version WHERE board = $1 AND school = $2",
            params![school],
        )
        .await?;
    row.map_or(Ok(0), |row| row.get("version"))
}

async fn mark(tx: &mut Tx, school: SchoolId) -> anyhow::Result<()> {
    tx.run(
        "INSERT INTO text_word_version (board, school, version) VALUES ($1, $2, 1) \
         ON CONFLICT (board, school) DO UPDATE SET version = text_word_version.version + 1",
        params![school],
    )
    .await
    .map(drop)
}

/// The words of a school, newest first. What was about somebody whose key is gone is gone with it.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Vec<Word>> {
    let rows = tx
        .all(
            "SELECT w.*, k.wrapped FROM text_word w \
             LEFT JOIN subject_key k ON k.board = w.board AND k.subject = w.person \
             WHERE w.board = $1 AND w.school = $2 ORDER BY w.made_at DESC, w.id",
            params![school],
        )
        .await?;
    let words = rows.iter().map(|row| word_of(row, keys));
    Ok(words
        .collect::<anyhow::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect())
}

/// One word.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Word>> {
    let row = tx
        .maybe(
            "SELECT w.*, k.wrapped FROM text_word w \
             LEFT JOIN subject_key k ON k.board = w.board AND k.subject = w.person \
             WHERE w.board = $1 AND w.id = $2",
            params![id],
        )
        .await?;
    let word = row.map(|row| word_of(&row, keys)).transpose()?;
    Ok(word.flatten())
}

fn word_of(row: &Row, keys: &BoardKeys) -> anyhow::Result<Option<Word>> {
    let id: Uuid = row.get("id")?;
    let sealed: Vec<u8> = row.get("sealed")?;
    let person: Option<PersonId> = row.get("person")?;
    let wrapped: Option<Vec<u8>> = row.get("wrapped")?;
    let opened = match (person, wrapped) {
        (None, _) => keys.open(place(id), &sealed)?,
        (Some(person), Some(wrapped)) => {
            keys.subject(person.0, &wrapped)?.open(place(id), &sealed)?
        }
        (Some(_), None) => return Ok(None),
    };
    let (meaning, category): (String, Option<String>) = (row.get("meaning")?, row.get("category")?);
    let channel: Option<String> = row.get("channel")?;
    Ok(Some(Word {
        id,
        school: row.get("school")?,
        meaning: Meaning::from_key(&meaning).context("no word means that")?,
        words: String::from_utf8(opened).context("sealed words are no text")?,
        category: category.as_deref().and_then(Category::from_code),
        person,
        channel: channel.as_deref().and_then(Channel::from_name),
        until: row.get("until_day")?,
        by: row.get("made_by")?,
        at: row.get("made_at")?,
    }))
}

/// Puts a word on the list. One that says the same goes, and so do those that ended before today.
pub async fn keep(
    tx: &mut Tx,
    keys: &BoardKeys,
    word: &Word,
    instead: Option<Uuid>,
    today: Date,
) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM text_word WHERE board = $1 AND school = $2 AND (id = $3 OR until_day < $4)",
        params![word.school, instead.unwrap_or(word.id), today],
    )
    .await?;
    let plain = word.words.as_bytes();
    let sealed = match word.person {
        None => keys.seal(place(word.id), plain)?,
        Some(person) => {
            let row = tx
                .one(
                    "SELECT wrapped FROM subject_key WHERE board = $1 AND subject = $2",
                    params![person],
                )
                .await?;
            let wrapped: Vec<u8> = row.get("wrapped")?;
            keys.subject(person.0, &wrapped)?
                .seal(place(word.id), plain)?
        }
    };
    tx.run(
        "INSERT INTO text_word (board, id, school, meaning, category, person, channel, until_day, sealed, made_by, made_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        params![
            word.id,
            word.school,
            word.meaning.key(),
            word.category.map(Category::code),
            word.person,
            word.channel.map(Channel::name),
            word.until,
            sealed,
            word.by,
            word.at
        ],
    )
    .await?;
    mark(tx, word.school).await
}

/// Takes a word off the list; false if it was not there.
pub async fn remove(tx: &mut Tx, school: SchoolId, id: Uuid) -> anyhow::Result<bool> {
    let gone = tx
        .run(
            "DELETE FROM text_word WHERE board = $1 AND school = $2 AND id = $3",
            params![school, id],
        )
        .await?;
    mark(tx, school).await?;
    Ok(gone > 0)
}
