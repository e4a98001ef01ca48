//! A feed for readers: Atom (RFC 4287) and JSON Feed 1.1. Elements are written open and closed, as XML wants them.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::remote::paragraphs;
use crate::store::posts::{Content, Shown};

/// What stands in it.
pub(crate) struct Feed {
    /// The account.
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) school: String,
    /// Where it is.
    pub(crate) base: String,
    pub(crate) posts: Vec<Shown>,
}

impl Feed {
    /// Those that say something.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (&Shown, &Content)> {
        self.posts
            .iter()
            .filter_map(|post| Some((post, post.content.as_ref()?)))
    }

    fn image(&self, post: &Shown, number: usize) -> String {
        format!("{}/{}/{number}.jpg", self.base, post.token)
    }

    /// The post as HTML within the feed.
    fn html(&self, post: &Shown, content: &Content) -> String {
        let page = html! {
            (paragraphs(&content.text))
            @for (number, image) in content.images.iter().enumerate() {
                img src=(self.image(post, number)) alt=(image.alt) width=(image.width) height=(image.height);
            }
        };
        page.into_string()
    }
}

/// Signs that XML cannot have at all (XML 1.0 section 2.2) are left out.
fn xml(text: &str) -> String {
    let good = |sign: &char| matches!(*sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(good).collect()
}

/// As Atom.
pub(crate) fn atom(feed: &Feed) -> String {
    // A feed without posts was never changed: it needs a moment all the same.
    let updated = feed
        .posts
        .iter()
        .map(|post| post.changed)
        .max()
        .unwrap_or_default();
    let page = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" {
            id { (feed.id.urn()) }
            title { (xml(&feed.name)) }
            updated { (updated) }
            author { name { (xml(&feed.school)) } }
            link rel="self" type="application/atom+xml" href={ (feed.base) "/atom.xml" } {}
            link rel="alternate" type="text/html" href=(feed.base) {}
            @for (post, content) in feed.shown() { (entry(feed, post, content)) }
        }
    };
    page.into_string()
}

fn entry(feed: &Feed, post: &Shown, content: &Content) -> Markup {
    html! {
        entry xml:lang=(content.locale.tag()) {
            id { (post.id.urn()) }
            title { (xml(&content.title)) }
            published { (post.published) }
            updated { (post.changed) }
            link rel="alternate" type="text/html" href={ (feed.base) "/" (post.token) } {}
            @for (number, image) in content.images.iter().enumerate() {
                link rel="enclosure" type="image/jpeg" length=(image.bytes) title=(xml(&image.alt)) href=(feed.image(post, number)) {}
            }
            content type="html" { (xml(&feed.html(post, content))) }
        }
    }
}

/// As JSON Feed.
pub(crate) fn json(feed: &Feed) -> Json {
    let items = feed.shown().map(|(post, content)| {
        let files = content.images.iter().enumerate().map(|(number, image)| {
            json!({
                "url": feed.image(post, number), "mime_type": "image/jpeg", "title": image.alt, "size_in_bytes": image.bytes
            })
        });
        let mut item = json!({
            "id": post.id.urn().to_string(),
            "url": format!("{}/{}", feed.base, post.token),
            "title": content.title,
            "content_html": feed.html(post, content),
            "content_text": content.text,
            "date_published": post.published.to_string(),
            "date_modified": post.changed.to_string(),
            "language": content.locale.tag(),
            "attachments": files.collect::<Vec<_>>(),
        });
        if let (Some(item), false) = (item.as_object_mut(), content.images.is_empty()) {
            item.insert("image".to_owned(), feed.image(post, 0).into());
        }
        item
    });
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.name,
        "home_page_url": feed.base,
        "feed_url": format!("{}/feed.json", feed.base),
        "authors": [{ "name": feed.school }],
        "items": items.collect::<Vec<_>>(),
    })
}
