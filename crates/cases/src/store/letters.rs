//! The texts of letters that a school made its own.

use anyhow::Context;
use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use words::{Locale, SchoolId};

use crate::model::{Template, Written};

/// A text opens as this letter of this school in this language, and as nothing else.
fn place(school: SchoolId, column: &str) -> Place<'_> {
    Place {
        table: "case_template",
        column,
        row: school.0,
    }
}

fn column(kind: Template, language: Locale) -> String {
    format!("{}-{}", kind.key(), language.tag())
}

/// All that a school made its own.
pub async fn of_school(
    tx: &mut Tx,
    keys: &BoardKeys,
    school: SchoolId,
) -> anyhow::Result<Vec<(Template, Locale, Written)>> {
    let rows = tx
        .all(
            "SELECT kind, language, sealed FROM case_template WHERE board = $1 AND school = $2 ORDER BY kind, language",
            params![school],
        )
        .await?;
    let read = |row: &Row| {
        let (kind, tag): (String, String) = (row.get("kind")?, row.get("language")?);
        let kind = Template::from_key(&kind).context("no letter is called so")?;
        let language = Locale::from_tag(&tag).context("no such language")?;
        let sealed: Vec<u8> = row.get("sealed")?;
        let plain = keys.open(place(school, &column(kind, language)), &sealed)?;
        Ok((kind, language, serde_json::from_slice(&plain)?))
    };
    rows.iter().map(read).collect()
}

/// Keeps one.
pub async fn keep(
    tx: &mut Tx,
    keys: &BoardKeys,
    (school, kind, language): (SchoolId, Template, Locale),
    written: &Written,
    now: Timestamp,
) -> anyhow::Result<()> {
    let column = column(kind, language);
    let sealed = keys.seal(place(school, &column), &serde_json::to_vec(written)?)?;
    tx.run(
        "INSERT INTO case_template (board, school, kind, language, changed_at, sealed) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (board, school, kind, language) DO UPDATE SET changed_at = excluded.changed_at, sealed = excluded.sealed",
        params![school, kind.key(), language.tag(), now, sealed],
    )
    .await
    .map(drop)
}

/// Goes back to the text that comes with the program.
pub async fn put_back(
    tx: &mut Tx,
    (school, kind, language): (SchoolId, Template, Locale),
) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM case_template WHERE board = $1 AND school = $2 AND kind = $3 AND language = $4",
        params![school, kind.key(), language.tag()],
    )
    .await
    .map(drop)
}
