//! What is bound to a query and read from a row, the same for both databases.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::types::Json;
use uuid::Uuid;

/// A value to bind. An instant is whole microseconds since 1970 and a date its ISO text, so that both databases sort them.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each is named by its type")]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    Uuid(Uuid),
    At(Timestamp),
    Json(serde_json::Value),
    Bytes(Vec<u8>),
}

/// How many rows are asked for by identity in one statement.
const AT_ONCE: usize = 8;

impl Value {
    /// The identities of statements that ask for eight each, `IN ($2, …, $9)`: the last is filled up with nobody.
    pub fn by_eights<T: Copy + Into<Self>>(all: &[T]) -> impl Iterator<Item = Vec<Self>> {
        all.chunks(AT_ONCE).map(|some| {
            let mut values: Vec<Self> = some.iter().map(|one| (*one).into()).collect();
            values.resize(AT_ONCE, Uuid::nil().into());
            values
        })
    }
}

macro_rules! from {
    ($($type:ty => |$v:ident| $value:expr),* $(,)?) => { $(
        impl From<$type> for Value {
            fn from($v: $type) -> Self {
                $value
            }
        }
    )* };
}

from! {
    bool => |v| Self::Bool(v),
    i64 => |v| Self::Int(v),
    i32 => |v| Self::Int(i64::from(v)),
    &str => |v| Self::Text(v.to_owned()),
    String => |v| Self::Text(v),
    &String => |v| Self::Text(v.clone()),
    Uuid => |v| Self::Uuid(v),
    Timestamp => |v| Self::At(v),
    Date => |v| Self::Text(v.to_string()),
    serde_json::Value => |v| Self::Json(v),
    Vec<u8> => |v| Self::Bytes(v),
    &[u8] => |v| Self::Bytes(v.to_vec()),
    words::BoardId => |v| Self::Uuid(v.0),
    words::SchoolId => |v| Self::Uuid(v.0),
    words::GroupId => |v| Self::Uuid(v.0),
    words::PersonId => |v| Self::Uuid(v.0),
    words::PublicationId => |v| Self::Uuid(v.0),
    words::PurposeId => |v| Self::Uuid(v.0),
    words::Role => |v| Self::Text(v.key().to_owned()),
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The values of a query after `$1`, which is always the board.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

/// A row that was read.
#[derive(Debug)]
pub struct Row(pub(crate) Kind);

pub(crate) enum Kind {
    Lite(SqliteRow),
    Pg(PgRow),
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What a row holds may be about a child: it is never written to a log.
        f.write_str("row")
    }
}

impl Row {
    /// The value in this column. It fails when the column is not there, is of another type, or is empty and the type is no
    /// `Option`.
    pub fn get<T: Column>(&self, name: &str) -> anyhow::Result<T> {
        T::read(self, name).with_context(|| format!("column {name}"))
    }
}

/// A type that can stand in a column.
pub trait Column: Sized {
    /// Reads it from a row.
    fn read(row: &Row, name: &str) -> anyhow::Result<Self>;
}

macro_rules! column {
    ($($type:ty, $stored:ty => |$v:ident| $value:expr),* $(,)?) => { $(
        impl Column for $type {
            fn read(row: &Row, name: &str) -> anyhow::Result<Self> {
                // SQLite would read nothing as a nought or an empty text.
                <Option<Self>>::read(row, name)?.context("nothing is in it")
            }
        }
        impl Column for Option<$type> {
            fn read(row: &Row, name: &str) -> anyhow::Result<Self> {
                let stored: Option<$stored> = match &row.0 {
                    Kind::Lite(row) => row.try_get(name)?,
                    Kind::Pg(row) => row.try_get(name)?,
                };
                stored.map(|$v| -> anyhow::Result<$type> { $value }).transpose()
            }
        }
    )* };
}

column! {
    bool, bool => |v| Ok(v),
    i64, i64 => |v| Ok(v),
    String, String => |v| Ok(v),
    Uuid, Uuid => |v| Ok(v),
    Vec<u8>, Vec<u8> => |v| Ok(v),
    serde_json::Value, Json<serde_json::Value> => |v| Ok(v.0),
    Timestamp, i64 => |v| Ok(Timestamp::from_microsecond(v)?),
    Date, String => |v| Ok(v.parse()?),
    words::BoardId, Uuid => |v| Ok(v.into()),
    words::SchoolId, Uuid => |v| Ok(v.into()),
    words::GroupId, Uuid => |v| Ok(v.into()),
    words::PersonId, Uuid => |v| Ok(v.into()),
    words::PublicationId, Uuid => |v| Ok(v.into()),
    words::PurposeId, Uuid => |v| Ok(v.into()),
    words::Role, String => |v| words::Role::from_key(&v).with_context(|| format!("no role is called {v}")),
}
