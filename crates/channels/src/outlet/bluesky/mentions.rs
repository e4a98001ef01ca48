//! Where others named an account of the AT protocol: `app.bsky.notification.listNotifications`, which its server asks of the application
//! that it belongs to.

use serde_json::Value as Json;

use super::Bluesky;
use crate::model::{Mention, Why};
use crate::web::{Question, Setback, text};

/// So many pages of fifty are read.
const PAGES: usize = 2;

impl Bluesky<'_> {
    pub(in crate::outlet) async fn mentions(&self) -> Result<Vec<Mention>, Setback> {
        let session = self.session().await?;
        let (mut all, mut cursor) = (Vec::new(), String::new());
        for _ in 0..PAGES {
            let mut query = vec![
                ("limit", "50"),
                ("reasons", "mention"),
                ("reasons", "reply"),
                ("reasons", "quote"),
            ];
            if !cursor.is_empty() {
                query.push(("cursor", cursor.as_str()));
            }
            let url = self.method("app.bsky.notification.listNotifications", &query)?;
            let page = self.ask(&session, Question::get(url)).await?;
            let found = page.get("notifications").and_then(Json::as_array);
            let found = found.ok_or(Setback::Passing(Why::NotUnderstood, None))?;
            all.extend(found.iter().filter_map(mention));
            cursor = text(&page, "cursor");
            if cursor.is_empty() || found.is_empty() {
                break;
            }
        }
        Ok(all)
    }
}

/// One of the list, if it is of the kind that was asked for: an older server leaves the kinds aside.
fn mention(one: &Json) -> Option<Mention> {
    let reason = text(one, "reason");
    if !matches!(reason.as_str(), "mention" | "reply" | "quote") {
        return None;
    }
    let (uri, author) = (text(one, "uri"), one.get("author")?);
    let (did, handle) = (text(author, "did"), text(author, "handle"));
    let key = uri.rsplit('/').next().filter(|key| !key.is_empty())?;
    let plain = |part: &str| !part.is_empty() && part.chars().all(is_plain);
    let address =
        (plain(&did) && plain(key)).then(|| format!("https://bsky.app/profile/{did}/post/{key}"));
    let said = one.get("record").map(|record| text(record, "text"));
    Some(Mention {
        author: if handle.is_empty() { did } else { handle },
        text: said.unwrap_or_default(),
        id: uri,
        address,
    })
}

/// A sign of an identity: nothing that would lead an address elsewhere.
fn is_plain(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, ':' | '.' | '-' | '_' | '~')
}
