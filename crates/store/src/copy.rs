//! Rows from one database to another.

use anyhow::Context;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::types::Json;
use sqlx::{
    AssertSqlSafe, Column as _, PgPool, Postgres, Row as _, SqlSafeStr, Sqlite, SqlitePool,
    Transaction, TypeInfo as _, ValueRef as _,
};
use uuid::Uuid;
use words::BoardId;

use crate::db::{Db, Engine};
use crate::tx::{lite, pg};
use crate::value::Value;

/// How many rows are held at once.
const SOME: usize = 500;

/// A table as SQLite has it.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) name: String,
    sql: String,
    columns: Vec<String>,
    /// The places of the columns of its key: rows are ordered by it, to read on where one stopped.
    key: Vec<usize>,
}

/// The tables of a file, in the order in which they were made: what is pointed to comes first.
pub(crate) async fn tables(file: &SqlitePool) -> anyhow::Result<Vec<Table>> {
    let rows = sqlx::query(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> '_sqlx_migrations' \
         ORDER BY rowid",
    )
    .fetch_all(file)
    .await?;
    let mut tables = Vec::new();
    for row in rows {
        let name: String = row.try_get("name")?;
        let found = sqlx::query("SELECT name, pk FROM pragma_table_info($1) ORDER BY cid")
            .bind(name.clone())
            .fetch_all(file)
            .await?;
        let mut columns = Vec::new();
        let mut key: Vec<(i64, usize)> = Vec::new();
        for column in found {
            let pk: i64 = column.try_get("pk")?;
            if pk > 0 {
                key.push((pk, columns.len()));
            }
            columns.push(column.try_get("name")?);
        }
        key.sort_unstable();
        let key = key.into_iter().map(|(_, at)| at).collect();
        tables.push(Table {
            name,
            sql: row.try_get("sql")?,
            columns,
            key,
        });
    }
    Ok(tables)
}

/// Makes a table that another file has.
pub(crate) async fn make(
    file: &mut Transaction<'static, Sqlite>,
    table: &Table,
) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(table.sql.clone()))
        .execute(&mut **file)
        .await?;
    Ok(())
}

impl Table {
    fn key_names(&self) -> Vec<&str> {
        self.key
            .iter()
            .filter_map(|at| self.columns.get(*at))
            .map(String::as_str)
            .collect()
    }

    fn key_of(&self, row: &[Value]) -> Vec<Value> {
        self.key
            .iter()
            .filter_map(|at| row.get(*at))
            .cloned()
            .collect()
    }

    /// The next rows after a key. The board stands in every key, so that what is read is one board's.
    fn page(&self, after: Option<&[Value]>, board: BoardId) -> String {
        let key = self.key_names().join(", ");
        let begin = match after {
            Some(values) => {
                let places: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
                format!(" AND ({key}) > ({})", places.join(", "))
            }
            None => String::new(),
        };
        let board = board.0.simple().to_string();
        let columns = self.columns.join(", ");
        format!(
            "SELECT {columns} FROM {} WHERE {{board {board}}}{begin} ORDER BY {key} LIMIT {SOME}",
            self.name
        )
    }

    fn insert(&self, rows: usize, place: impl Fn(usize) -> String) -> String {
        let width = self.columns.len();
        let row = |row: usize| {
            let places: Vec<String> = (0..width)
                .map(|column| place(row * width + column + 1))
                .collect();
            format!("({})", places.join(","))
        };
        let rows: Vec<String> = (0..rows).map(row).collect();
        format!(
            "INSERT INTO {} ({}) VALUES {}",
            self.name,
            self.columns.join(", "),
            rows.join(",")
        )
    }
}

/// Names the board as this database writes it.
fn with_board(sql: &str, board: BoardId, written: &str) -> String {
    sql.replace(&format!("{{board {}}}", board.0.simple()), written)
}

/// The rows of a board at one moment.
pub(crate) enum Source {
    Lite(Transaction<'static, Sqlite>, BoardId),
    Pg(Transaction<'static, Postgres>, BoardId),
}

impl Source {
    pub(crate) async fn open(db: &Db, board: BoardId) -> anyhow::Result<Self> {
        Ok(match &db.inner.engine {
            // Readers of SQLite do not hold up its writer.
            Engine::Lite(files) => Self::Lite(files.board(board).await?.read.begin().await?, board),
            Engine::Pg(pool) => {
                let begin = format!(
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT set_config('app.board', '{board}', true)"
                );
                Self::Pg(pool.begin_with(AssertSqlSafe(begin)).await?, board)
            }
        })
    }

    /// All rows of a file.
    pub(crate) async fn file(file: &SqlitePool, board: BoardId) -> anyhow::Result<Self> {
        Ok(Self::Lite(file.begin().await?, board))
    }

    /// The next rows after a key.
    async fn page(
        &mut self,
        table: &Table,
        after: Option<Vec<Value>>,
    ) -> anyhow::Result<Vec<Vec<Value>>> {
        match self {
            Self::Lite(tx, board) => {
                let sql = with_board(&table.page(after.as_deref(), *board), *board, "1 = 1");
                let rows = lite(AssertSqlSafe(sql).into_sql_str(), after.unwrap_or_default())
                    .fetch_all(&mut **tx)
                    .await?;
                rows.iter().map(from_lite).collect()
            }
            Self::Pg(tx, board) => {
                let sql = with_board(
                    &table.page(after.as_deref(), *board),
                    *board,
                    &format!("board = '{board}'"),
                );
                let rows = pg(AssertSqlSafe(sql).into_sql_str(), after.unwrap_or_default())
                    .fetch_all(&mut **tx)
                    .await?;
                rows.iter().map(from_pg).collect()
            }
        }
    }
}

/// Copies a table; how many rows.
pub(crate) async fn copy(
    source: &mut Source,
    into: &mut Target<'_>,
    table: &Table,
) -> anyhow::Result<u64> {
    let (mut copied, mut after) = (0, None);
    into.begin(table).await?;
    loop {
        let rows = source.page(table, after).await?;
        let Some(last) = rows.last() else {
            return Ok(copied);
        };
        after = Some(table.key_of(last));
        copied += rows.len() as u64;
        into.take(table, rows).await?;
    }
}

/// Where rows go.
pub(crate) enum Target<'a> {
    Lite(&'a mut Transaction<'static, Sqlite>),
    /// With the types of the columns of the table that is being copied.
    Pg(&'a mut Transaction<'static, Postgres>, Vec<String>),
}

impl Target<'_> {
    async fn begin(&mut self, table: &Table) -> anyhow::Result<()> {
        if let Self::Pg(tx, types) = self {
            let mut found = Vec::new();
            for column in &table.columns {
                let row = sqlx::query(
                    "SELECT udt_name::text AS type FROM information_schema.columns \
                     WHERE table_schema = current_schema() AND table_name = $1 AND column_name = $2",
                )
                .bind(table.name.clone())
                .bind(column.clone())
                .fetch_optional(&mut ***tx)
                .await?
                .with_context(|| format!("the table {} has no column {column} here", table.name))?;
                found.push(row.try_get("type")?);
            }
            *types = found;
        }
        Ok(())
    }

    async fn take(&mut self, table: &Table, rows: Vec<Vec<Value>>) -> anyhow::Result<()> {
        // Neither database takes more values than this at once.
        let some = (30_000 / table.columns.len().max(1)).max(1);
        for rows in rows.chunks(some) {
            match self {
                Self::Lite(tx) => {
                    let sql = table.insert(rows.len(), |_| "?".to_owned());
                    lite(AssertSqlSafe(sql).into_sql_str(), rows.concat())
                        .execute(&mut ***tx)
                        .await?;
                }
                Self::Pg(tx, types) => {
                    let sql = table.insert(rows.len(), |n| format!("${n}"));
                    let values = rows
                        .concat()
                        .into_iter()
                        .zip(types.iter().cycle())
                        .map(|(value, of)| as_pg(value, of));
                    let values = values.collect::<anyhow::Result<_>>()?;
                    pg(AssertSqlSafe(sql).into_sql_str(), values)
                        .execute(&mut ***tx)
                        .await?;
                }
            }
        }
        Ok(())
    }
}

fn from_lite(row: &SqliteRow) -> anyhow::Result<Vec<Value>> {
    (0..row.len())
        .map(|at| {
            let raw = row.try_get_raw(at)?;
            if raw.is_null() {
                return Ok(Value::Null);
            }
            let kind = raw.type_info().name().to_owned();
            Ok(match kind.as_str() {
                "INTEGER" => Value::Int(row.try_get(at)?),
                "BLOB" => Value::Bytes(row.try_get(at)?),
                _ => Value::Text(row.try_get(at)?),
            })
        })
        .collect()
}

fn from_pg(row: &PgRow) -> anyhow::Result<Vec<Value>> {
    row.columns()
        .iter()
        .enumerate()
        .map(|(at, column)| {
            if row.try_get_raw(at)?.is_null() {
                return Ok(Value::Null);
            }
            Ok(match column.type_info().name() {
                "UUID" => Value::Uuid(row.try_get(at)?),
                "INT8" => Value::Int(row.try_get(at)?),
                "BOOL" => Value::Bool(row.try_get(at)?),
                "BYTEA" => Value::Bytes(row.try_get(at)?),
                "JSONB" => Value::Json(row.try_get::<Json<serde_json::Value>, _>(at)?.0),
                _ => Value::Text(row.try_get(at)?),
            })
        })
        .collect()
}

/// A value of SQLite, which has fewer types, as a value of this type of PostgreSQL.
fn as_pg(value: Value, of: &str) -> anyhow::Result<Value> {
    Ok(match (value, of) {
        (Value::Bytes(bytes), "uuid") => Value::Uuid(Uuid::from_slice(&bytes)?),
        (Value::Int(n), "bool") => Value::Bool(n != 0),
        (Value::Text(text), "jsonb") => Value::Json(serde_json::from_str(&text)?),
        (value, _) => value,
    })
}

/// A transaction on PostgreSQL for rows of this board.
pub(crate) async fn begin_pg(
    pool: &PgPool,
    board: BoardId,
) -> anyhow::Result<Transaction<'static, Postgres>> {
    let begin = format!("BEGIN; SELECT set_config('app.board', '{board}', true)");
    Ok(pool.begin_with(AssertSqlSafe(begin)).await?)
}
