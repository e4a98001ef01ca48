//! What this program itself shows for a school: posts and their images, sealed under the board's key until they are gone.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use serde::{Deserialize, Serialize};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::Locale;

use crate::model::Post;

/// A post that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Identity.
    pub id: Uuid,
    /// The word in its address.
    pub token: String,
    /// What it says; none once it is gone.
    pub content: Option<Content>,
    /// Since when.
    pub published: Timestamp,
    /// When it was changed last.
    pub changed: Timestamp,
}

/// What a post says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Above it.
    pub title: String,
    /// Paragraphs between empty lines.
    pub text: String,
    /// The language.
    pub locale: Locale,
    /// Its images in their order.
    pub images: Vec<Picture>,
}

/// An image without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What is on it.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The size of its file in bytes.
    pub bytes: usize,
}

impl Content {
    /// Of a finished post.
    pub fn of(post: &Post) -> Self {
        let images = post.images.iter().map(|image| Picture {
            alt: image.alt.clone(),
            width: image.width,
            height: image.height,
            bytes: image.jpeg.len(),
        });
        Self {
            title: post.title.clone(),
            text: post.text.clone(),
            locale: post.locale,
            images: images.collect(),
        }
    }
}

const fn text_place(row: Uuid) -> Place<'static> {
    Place {
        table: "channel_post",
        column: "sealed",
        row,
    }
}

/// Each image of a post is sealed for its own number.
fn image_place(row: Uuid, column: &str) -> Place<'_> {
    Place {
        table: "channel_image",
        column,
        row,
    }
}

fn read(keys: &BoardKeys, row: &Row) -> anyhow::Result<Shown> {
    let id: Uuid = row.get("id")?;
    let sealed: Option<Vec<u8>> = row.get("sealed")?;
    let open = |sealed: Vec<u8>| {
        let opened = keys.open(text_place(id), &sealed)?;
        anyhow::Ok(serde_json::from_slice(&opened)?)
    };
    Ok(Shown {
        id,
        token: row.get("token")?,
        content: sealed.map(open).transpose()?,
        published: row.get("published_at")?,
        changed: row.get("changed_at")?,
    })
}

/// Puts a post where everybody can see it. What was there of this identity before goes.
pub async fn put(
    tx: &mut Tx,
    keys: &BoardKeys,
    (account, id, token): (Uuid, Uuid, &str),
    post: &Post,
    now: Timestamp,
) -> anyhow::Result<()> {
    let plain = serde_json::to_vec(&Content::of(post))?;
    tx.run(
        "INSERT INTO channel_post (board, id, account, effect, token, sealed, published_at, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7) \
         ON CONFLICT (board, id) DO UPDATE SET sealed = excluded.sealed, changed_at = excluded.changed_at",
        params![
            id,
            account,
            &post.key,
            token,
            keys.seal(text_place(id), &plain)?,
            now
        ],
    )
    .await?;
    drop_images(tx, id).await?;
    for (number, image) in (0_i64..).zip(&post.images) {
        let column = format!("sealed {number}");
        let sealed = keys.seal(image_place(id, &column), &image.jpeg)?;
        tx.run(
            "INSERT INTO channel_image (board, post, number, sealed) VALUES ($1, $2, $3, $4)",
            params![id, number, sealed],
        )
        .await?;
    }
    Ok(())
}

async fn drop_images(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    tx.run(
        "DELETE FROM channel_image WHERE board = $1 AND post = $2",
        params![id],
    )
    .await
    .map(drop)
}

/// Takes a post away: what it said is gone from here, and that it was there is remembered.
pub async fn take(tx: &mut Tx, id: Uuid, now: Timestamp) -> anyhow::Result<()> {
    tx.run(
        "UPDATE channel_post SET sealed = NULL, gone_at = coalesce(gone_at, $3) WHERE board = $1 AND id = $2",
        params![id, now],
    )
    .await?;
    drop_images(tx, id).await
}

/// The post of an account with this key.
pub async fn of_key(
    tx: &mut Tx,
    keys: &BoardKeys,
    account: Uuid,
    key: &str,
) -> anyhow::Result<Option<Shown>> {
    let row = tx
        .maybe(
            "SELECT id, token, sealed, published_at, changed_at FROM channel_post WHERE board = $1 AND account = $2 AND effect = $3",
            params![account, key],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// A post by its identity.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, id: Uuid) -> anyhow::Result<Option<Shown>> {
    let row = tx
        .maybe(
            "SELECT id, token, sealed, published_at, changed_at FROM channel_post WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// A post by the word in its address.
pub async fn at(
    tx: &mut Tx,
    keys: &BoardKeys,
    account: Uuid,
    token: &str,
) -> anyhow::Result<Option<Shown>> {
    let row = tx
        .maybe(
            "SELECT id, token, sealed, published_at, changed_at FROM channel_post WHERE board = $1 AND account = $2 AND token = $3",
            params![account, token],
        )
        .await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// What an account shows, the newest first; what is gone is not among it.
pub async fn newest(
    tx: &mut Tx,
    keys: &BoardKeys,
    account: Uuid,
    most: i64,
) -> anyhow::Result<Vec<Shown>> {
    let rows = tx
        .all(
            "SELECT id, token, sealed, published_at, changed_at FROM channel_post \
             WHERE board = $1 AND account = $2 AND gone_at IS NULL ORDER BY published_at DESC, id LIMIT $3",
            params![account, most],
        )
        .await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// The file of an image.
pub async fn image(
    tx: &mut Tx,
    keys: &BoardKeys,
    post: Uuid,
    number: i64,
) -> anyhow::Result<Option<Vec<u8>>> {
    let row = tx
        .maybe(
            "SELECT sealed FROM channel_image WHERE board = $1 AND post = $2 AND number = $3",
            params![post, number],
        )
        .await?;
    let column = format!("sealed {number}");
    let open = |row: Row| {
        let sealed: Vec<u8> = row.get("sealed")?;
        Ok(keys.open(image_place(post, &column), &sealed)?)
    };
    row.map(open).transpose()
}

/// The key by which a post was published.
pub async fn effect(tx: &mut Tx, id: Uuid) -> anyhow::Result<String> {
    let row = tx
        .one(
            "SELECT effect FROM channel_post WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.get("effect")
}
