//! One text for two databases: the few words in which they differ.

use std::borrow::Cow;

use sqlx::migrate::{Migration as SqlxMigration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

/// A step in the life of the tables. A number is used once and its text never changes: what was applied is compared by hash.
///
/// Words that are replaced: `{uuid} {instant} {date} {json} {bool} {bytes} {int}` are types, `{strict}` closes a `CREATE
/// TABLE`, and `{tenant NAME};` as a statement puts a table under row-level security on PostgreSQL.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Order and identity. Each crate has a hundred of its own: `store` 1, `decisions` 101, `identity` 201, `people` 301.
    pub number: i64,
    /// What it is about.
    pub name: &'static str,
    /// The text.
    pub sql: &'static str,
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Lite,
    Pg,
}

/// Each word for SQLite and for PostgreSQL. SQLite's strict tables know no other names, and without strictness a text of
/// digits would come back as a number.
const WORDS: [(&str, &str, &str); 8] = [
    ("{uuid}", "BLOB", "UUID"),
    ("{instant}", "INTEGER", "BIGINT"),
    ("{date}", "TEXT", "TEXT"),
    ("{json}", "TEXT", "JSONB"),
    ("{bool}", "INTEGER", "BOOLEAN"),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{int}", "INTEGER", "BIGINT"),
    ("{strict}", "STRICT", ""),
];

/// The text as this database takes it.
pub(crate) fn speak(kind: Kind, sql: &str) -> String {
    let mut said = sql.to_owned();
    for (word, lite, pg) in WORDS {
        said = said.replace(word, if kind == Kind::Lite { lite } else { pg });
    }
    while let Some((before, rest)) = said.split_once("{tenant ") {
        let Some((table, after)) = rest.split_once("};") else {
            break;
        };
        let guard = match kind {
            Kind::Lite => String::new(),
            Kind::Pg => format!(
                "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\nALTER TABLE {table} FORCE ROW LEVEL SECURITY;\n\
                 CREATE POLICY tenant ON {table} USING (board = {TENANT}) WITH CHECK (board = {TENANT});"
            ),
        };
        said = format!("{before}{guard}{after}");
    }
    said
}

/// The board of this transaction; without one there are no rows.
const TENANT: &str = "NULLIF(current_setting('app.board', true), '')::uuid";

/// What the migration library runs.
pub(crate) fn migrator(kind: Kind, list: &[Migration]) -> Migrator {
    let step = |step: &Migration| {
        SqlxMigration::new(
            step.number,
            Cow::Borrowed(step.name),
            MigrationType::Simple,
            AssertSqlSafe(speak(kind, step.sql)).into_sql_str(),
            false,
        )
    };
    Migrator::with_migrations(list.iter().map(step).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_becomes_two() {
        let sql = "CREATE TABLE a (board {uuid}) {strict};\n{tenant a};\nSELECT 1;";
        assert_eq!(
            speak(Kind::Lite, sql),
            "CREATE TABLE a (board BLOB) STRICT;\n\nSELECT 1;"
        );
        let pg = speak(Kind::Pg, sql);
        assert!(
            pg.contains("FORCE ROW LEVEL SECURITY") && pg.ends_with("SELECT 1;"),
            "{pg}"
        );
    }
}
