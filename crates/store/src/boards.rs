//! The boards of an installation, and what holds for all of them.

use anyhow::Context;
use jiff::Timestamp;
use serde_json::Value as Json;
use sqlx::{Row as _, types};
use uuid::Uuid;
use words::BoardId;

use crate::db::{Db, Engine};

/// A board: whose data it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Its identity.
    pub id: BoardId,
    /// Its word in addresses.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// Its own key, wrapped by the master key.
    pub wrapped_key: Vec<u8>,
}

/// A board that begins.
#[derive(Debug, Clone)]
pub struct NewBoard {
    /// Its row.
    pub board: Board,
    /// When.
    pub at: Timestamp,
}

impl NewBoard {
    /// A board for an example or a test.
    pub fn example(slug: &str) -> Self {
        let id = slug
            .bytes()
            .fold(0x7e57_u128, |id, byte| id.rotate_left(8) ^ u128::from(byte));
        let board = Board {
            id: BoardId(Uuid::from_u128(id)),
            slug: slug.to_owned(),
            name: slug.to_owned(),
            wrapped_key: Vec::new(),
        };
        Self {
            board,
            at: Timestamp::UNIX_EPOCH,
        }
    }
}

/// The same query on the control file or on PostgreSQL.
macro_rules! control {
    ($db:expr, $side:ident, |$pool:ident| $body:expr) => {
        match &$db.inner.engine {
            Engine::Lite(files) => {
                let $pool = &files.control.$side;
                $body
            }
            Engine::Pg($pool) => $body,
        }
    };
}

/// Which boards are asked for.
enum Which {
    All,
    Slug(String),
    Id(BoardId),
}

const COLUMNS: &str = "SELECT id, slug, name, wrapped_key FROM board";

impl Db {
    /// Begins a board. Its slug must be free.
    pub async fn found(&self, new: NewBoard) -> anyhow::Result<BoardId> {
        let board = new.board;
        let id = board.id;
        // The file first: a board that is listed has one.
        if let Engine::Lite(files) = &self.inner.engine {
            files.make(id).await?;
        }
        control!(self, write, |pool| {
            sqlx::query("INSERT INTO board (id, slug, name, wrapped_key, founded_at) VALUES ($1, $2, $3, $4, $5)")
                .bind(id.0)
                .bind(&board.slug)
                .bind(&board.name)
                .bind(&board.wrapped_key)
                .bind(new.at.as_microsecond())
                .execute(pool)
                .await
                .map(drop)
        })
        .with_context(|| format!("the board {} could not be made", board.slug))?;
        Ok(id)
    }

    /// Every board, by name.
    pub async fn boards(&self) -> anyhow::Result<Vec<Board>> {
        self.listed(Which::All).await
    }

    /// The board with this word in its addresses.
    pub async fn board_by_slug(&self, slug: &str) -> anyhow::Result<Option<Board>> {
        let found = Which::Slug(slug.to_owned());
        Ok(self.listed(found).await?.pop())
    }

    /// The board with this identity.
    pub async fn board(&self, id: BoardId) -> anyhow::Result<Option<Board>> {
        Ok(self.listed(Which::Id(id)).await?.pop())
    }

    async fn listed(&self, which: Which) -> anyhow::Result<Vec<Board>> {
        let sql = match which {
            Which::All => " ORDER BY name, id",
            Which::Slug(_) => " WHERE slug = $1",
            Which::Id(_) => " WHERE id = $1",
        };
        let sql = sqlx::AssertSqlSafe(format!("{COLUMNS}{sql}"));
        control!(self, read, |pool| {
            let query = match which {
                Which::All => sqlx::query(sql),
                Which::Slug(slug) => sqlx::query(sql).bind(slug),
                Which::Id(id) => sqlx::query(sql).bind(id.0),
            };
            let rows = query.fetch_all(pool).await?;
            rows.iter()
                .map(|row| {
                    Ok(Board {
                        id: BoardId(row.try_get("id")?),
                        slug: row.try_get("slug")?,
                        name: row.try_get("name")?,
                        wrapped_key: row.try_get("wrapped_key")?,
                    })
                })
                .collect()
        })
    }

    /// A setting of the installation.
    pub async fn setting(&self, name: &str) -> anyhow::Result<Option<Json>> {
        control!(self, read, |pool| {
            let row = sqlx::query("SELECT value FROM setting WHERE name = $1")
                .bind(name.to_owned())
                .fetch_optional(pool)
                .await?;
            Ok(row
                .map(|row| row.try_get::<types::Json<Json>, _>("value"))
                .transpose()?
                .map(|json| json.0))
        })
    }

    /// Sets a setting of the installation; `None` takes it away. True if something changed: of two who take the same
    /// setting away, one did.
    pub async fn set_setting(&self, name: &str, value: Option<Json>) -> anyhow::Result<bool> {
        let touched = control!(self, write, |pool| {
            match value {
            Some(value) => sqlx::query(
                "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            )
            .bind(name.to_owned())
            .bind(types::Json(value))
            .execute(pool)
            .await?
            .rows_affected(),
            None => sqlx::query("DELETE FROM setting WHERE name = $1")
                .bind(name.to_owned())
                .execute(pool)
                .await?
                .rows_affected(),
        }
        });
        Ok(touched > 0)
    }
}
