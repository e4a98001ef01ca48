//! A transaction of one board.

use std::sync::Arc;

use anyhow::Context;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::types::Oid;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteArgumentsBuffer, SqliteTypeInfo};
use sqlx::types::Json;
use sqlx::{AssertSqlSafe, Encode, Postgres, SqlSafeStr, SqlStr, Sqlite, Transaction, Type};
use words::BoardId;

use crate::Db;
use crate::lite::Lite;
use crate::value::{Kind, Row, Value};

/// A transaction. It carries its board: every text has `$1` in it, which is bound to that board, and its own values start at
/// `$2`. Dropped, it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    board: BoardId,
    /// Whom to tell after the commit that there is work; a reading transaction makes none.
    db: Option<Db>,
    jobs: bool,
    /// As long as somebody holds a board's file, it is not closed to make room for another.
    _file: Option<Arc<Lite>>,
}

#[derive(Debug)]
pub(crate) enum Inner {
    LiteRead(PoolConnection<Sqlite>),
    LiteWrite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// SQLite takes no more values than this in one text, and PostgreSQL twice as many.
const MOST_VALUES: usize = 30_000;
/// Rows in one insert: beyond this a longer text gains nothing.
const MOST_ROWS: usize = 500;

/// Nothing, of whatever type the place asks for: PostgreSQL would not take the absent text for an absent number.
struct Nothing;

impl Type<Postgres> for Nothing {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(Oid(0))
    }
}

impl Encode<'_, Postgres> for Nothing {
    fn encode_by_ref(&self, _: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}

impl Type<Sqlite> for Nothing {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Nothing {
    fn encode_by_ref(&self, _: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Ok(IsNull::Yes)
    }
}

macro_rules! bind {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value {
                Value::Null => query.bind(Nothing),
                Value::Bool(value) => query.bind(value),
                Value::Int(value) => query.bind(value),
                Value::Text(value) => query.bind(value),
                Value::Uuid(value) => query.bind(value),
                Value::At(value) => query.bind(value.as_microsecond()),
                Value::Json(value) => query.bind(Json(value)),
                Value::Bytes(value) => query.bind(value),
            };
        }
        query
    }};
}

pub(crate) fn lite(sql: SqlStr, values: Vec<Value>) -> Query<'static, Sqlite, SqliteArguments> {
    bind!(sqlx::query(sql), values)
}

pub(crate) fn pg(sql: SqlStr, values: Vec<Value>) -> Query<'static, Postgres, PgArguments> {
    bind!(sqlx::query(sql), values)
}

impl Tx {
    pub(crate) fn new(
        inner: Inner,
        board: BoardId,
        db: Option<Db>,
        file: Option<Arc<Lite>>,
    ) -> Self {
        Self {
            inner,
            board,
            db,
            jobs: false,
            _file: file,
        }
    }

    /// Whose rows these are.
    pub fn board(&self) -> BoardId {
        self.board
    }

    /// Every row.
    pub async fn all(&mut self, sql: &'static str, values: Vec<Value>) -> anyhow::Result<Vec<Row>> {
        let values = self.scoped(sql, values)?;
        let sql = sql.into_sql_str();
        let rows = match &mut self.inner {
            Inner::LiteRead(connection) => {
                lite_rows(lite(sql, values).fetch_all(&mut **connection).await?)
            }
            Inner::LiteWrite(tx) => lite_rows(lite(sql, values).fetch_all(&mut **tx).await?),
            Inner::Pg(tx) => {
                let rows = pg(sql, values).fetch_all(&mut **tx).await?;
                rows.into_iter().map(|row| Row(Kind::Pg(row))).collect()
            }
        };
        Ok(rows)
    }

    /// The row, if there is one.
    pub async fn maybe(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> anyhow::Result<Option<Row>> {
        let values = self.scoped(sql, values)?;
        let sql = sql.into_sql_str();
        let row = match &mut self.inner {
            Inner::LiteRead(connection) => lite(sql, values)
                .fetch_optional(&mut **connection)
                .await?
                .map(Kind::Lite),
            Inner::LiteWrite(tx) => lite(sql, values)
                .fetch_optional(&mut **tx)
                .await?
                .map(Kind::Lite),
            Inner::Pg(tx) => pg(sql, values)
                .fetch_optional(&mut **tx)
                .await?
                .map(Kind::Pg),
        };
        Ok(row.map(Row))
    }

    /// The row; that there is none is a fault.
    pub async fn one(&mut self, sql: &'static str, values: Vec<Value>) -> anyhow::Result<Row> {
        self.maybe(sql, values)
            .await?
            .context("a row that should be there is not")
    }

    /// Does it; how many rows it touched.
    pub async fn run(&mut self, sql: &'static str, values: Vec<Value>) -> anyhow::Result<u64> {
        let values = self.scoped(sql, values)?;
        self.execute(sql.into_sql_str(), values).await
    }

    /// Inserts many rows. `head` ends in `VALUES` and names `board` as its first column; a row is what comes after it.
    pub async fn many(&mut self, head: &'static str, rows: Vec<Vec<Value>>) -> anyhow::Result<()> {
        self.many_or(head, "", rows).await
    }

    /// As [`Tx::many`], with what follows the rows: `ON CONFLICT …`.
    pub async fn many_or(
        &mut self,
        head: &'static str,
        tail: &'static str,
        rows: Vec<Vec<Value>>,
    ) -> anyhow::Result<()> {
        anyhow::ensure!(
            head.contains("(board, "),
            "an insert names the board first: {head}"
        );
        let width = rows.first().map_or(0, Vec::len) + 1;
        let board = Value::Uuid(self.board.0);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<Vec<Value>> = rows
                .by_ref()
                .take(MOST_ROWS.min(MOST_VALUES / width))
                .collect();
            let sql = self.insert(head, tail, width, some.len());
            let values = some
                .into_iter()
                .flat_map(|row| std::iter::once(board.clone()).chain(row))
                .collect();
            self.execute(AssertSqlSafe(sql).into_sql_str(), values)
                .await?;
        }
        Ok(())
    }

    /// The text of an insert. SQLite looks a numbered place up by its name, which costs three times a plain one.
    fn insert(&self, head: &str, tail: &str, width: usize, rows: usize) -> String {
        let numbered = matches!(self.inner, Inner::Pg(_));
        let mut sql = String::with_capacity(head.len() + tail.len() + rows * width * 6);
        sql.push_str(head);
        let mut place = 0;
        for row in 0..rows {
            sql.push_str(if row == 0 { " (" } else { ", (" });
            for column in 0..width {
                place += 1;
                if column > 0 {
                    sql.push(',');
                }
                if numbered {
                    sql.push('$');
                    sql.push_str(&place.to_string());
                } else {
                    sql.push('?');
                }
            }
            sql.push(')');
        }
        sql.push(' ');
        sql.push_str(tail);
        sql
    }

    async fn execute(&mut self, sql: SqlStr, values: Vec<Value>) -> anyhow::Result<u64> {
        Ok(match &mut self.inner {
            Inner::LiteRead(..) => anyhow::bail!("a reading transaction changes nothing"),
            Inner::LiteWrite(tx) => lite(sql, values).execute(&mut **tx).await?.rows_affected(),
            Inner::Pg(tx) => pg(sql, values).execute(&mut **tx).await?.rows_affected(),
        })
    }

    /// Keeps everything, and tells the job runner if there is work.
    pub async fn commit(self) -> anyhow::Result<()> {
        match self.inner {
            Inner::LiteRead(..) => {}
            Inner::LiteWrite(tx) => tx.commit().await.context("the change could not be kept")?,
            Inner::Pg(tx) => tx.commit().await.context("the change could not be kept")?,
        }
        if let Some(db) = self.db.filter(|_| self.jobs) {
            db.inner.bell.ring(self.board);
        }
        Ok(())
    }

    /// The commit will have work in it.
    pub(crate) fn with_work(&mut self) {
        self.jobs = true;
    }

    /// The values with the board before them, for a text that uses it.
    fn scoped(&self, sql: &str, values: Vec<Value>) -> anyhow::Result<Vec<Value>> {
        let used = sql.match_indices("$1").any(|(at, found)| {
            !sql.get(at + found.len()..)
                .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        });
        anyhow::ensure!(used, "a query names its board as $1: {sql}");
        let mut all = Vec::with_capacity(values.len() + 1);
        all.push(Value::Uuid(self.board.0));
        all.extend(values);
        Ok(all)
    }
}

fn lite_rows(rows: Vec<sqlx::sqlite::SqliteRow>) -> Vec<Row> {
    rows.into_iter().map(|row| Row(Kind::Lite(row))).collect()
}
