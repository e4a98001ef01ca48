//! What a feed has: RSS 2.0, RSS 1.0 and Atom (RFC 4287), as networks and news sites give them. Whatever comes in, nothing else comes out
//! than short texts and addresses.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// So many of a feed are read: the newest stand first.
const MOST: usize = 100;
/// Longer no text of it is kept.
const LONG: usize = 1_000;

/// One of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// By what the feed knows it; its address where it says nothing.
    pub id: String,
    /// Its title, or nothing.
    pub title: String,
    /// What it says, without markup.
    pub text: String,
    /// Where it is; only an address of the web.
    pub link: Option<String>,
}

impl From<channels::Mention> for Item {
    /// A mention as an item of a feed: who wrote it stands where a title does.
    fn from(mention: channels::Mention) -> Self {
        let short =
            |text: &str| -> String { people::forms::line(text).chars().take(LONG).collect() };
        Self {
            title: short(&mention.author),
            text: short(&mention.text),
            link: mention.address.filter(|link| is_web(link)),
            id: mention.id,
        }
    }
}

/// An address of the web, and nothing that would be another.
fn is_web(link: &str) -> bool {
    let web = link.starts_with("https://") || link.starts_with("http://");
    web && link.len() < 2_000 && !link.contains(char::is_whitespace)
}

/// What is read from the inside of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Id,
    Title,
    Text,
    Link,
}

fn field(name: &str) -> Option<Field> {
    match name {
        "guid" | "id" => Some(Field::Id),
        "title" => Some(Field::Title),
        "description" | "summary" | "content" | "encoded" => Some(Field::Text),
        "link" => Some(Field::Link),
        _ => None,
    }
}

/// The items of a feed, in its order; none if it is no feed.
///
/// ```
/// use cases::rules::feed::items;
/// let feed = "<rss><channel><item><title>Ons plein</title><link>https://a.example/1</link></item></channel></rss>";
/// let read = items(feed.as_bytes());
/// assert_eq!((read[0].title.as_str(), read[0].link.as_deref()), ("Ons plein", Some("https://a.example/1")));
/// assert!(items(b"<html>").is_empty());
/// ```
pub fn items(bytes: &[u8]) -> Vec<Item> {
    let mut reader = Reader::from_reader(bytes);
    let config = reader.config_mut();
    config.check_end_names = false;
    let (mut all, mut now, mut at): (Vec<Item>, Option<Item>, Option<Field>) =
        (Vec::new(), None, None);
    let mut buffer = Vec::new();
    while all.len() < MOST {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Err(_) | Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "item" | "entry" => now = Some(Item::default()),
                name => {
                    at = field(name);
                    address(&tag, now.as_mut());
                }
            },
            Ok(Event::Empty(tag)) => address(&tag, now.as_mut()),
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "item" | "entry" => all.extend(now.take().and_then(whole)),
                name if field(name).is_some() => at = None,
                _ => {}
            },
            Ok(Event::Text(text)) => put(now.as_mut(), at, &text),
            Ok(Event::CData(text)) => put(now.as_mut(), at, &text),
            Ok(Event::GeneralRef(named)) => put(now.as_mut(), at, &sign(&named)),
            Ok(_) => {}
        }
    }
    all
}

/// What a reference stands for: the five of XML and those by number; nothing else is looked up.
fn sign(named: &BytesRef<'_>) -> String {
    if let Ok(Some(sign)) = named.resolve_char_ref() {
        return sign.to_string();
    }
    let plain = match named.as_ref() {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ => " ",
    };
    plain.to_owned()
}

/// The address that a link of Atom has as an attribute; that of the page itself, not of something beside it.
fn address(tag: &BytesStart<'_>, item: Option<&mut Item>) {
    let ("link", Some(item)) = (tag.local_name().as_ref(), item) else {
        return;
    };
    let value = |name: &str| {
        let found = tag.try_get_attribute(name).ok().flatten()?;
        Some(found.value.into_owned())
    };
    let itself = value("rel").is_none_or(|rel| rel == "alternate");
    if let Some(to) = value("href").filter(|_| itself) {
        item.link = Some(to.replace("&amp;", "&"));
    }
}

fn put(item: Option<&mut Item>, at: Option<Field>, text: &str) {
    let (Some(item), Some(at)) = (item, at) else {
        return;
    };
    let to = match at {
        Field::Id => &mut item.id,
        Field::Title => &mut item.title,
        Field::Text => &mut item.text,
        Field::Link => item.link.get_or_insert_default(),
    };
    if to.len() < 20 * LONG {
        to.push_str(text);
    }
}

/// An item that says something: its texts plain and short, its address one of the web.
fn whole(mut item: Item) -> Option<Item> {
    item.title = plain(&item.title);
    item.text = plain(&item.text);
    let link = item.link.take().map(|link| link.trim().to_owned());
    item.link = link.filter(|link| is_web(link));
    let named = item.id.trim().to_owned();
    item.id = if named.is_empty() {
        item.link.clone().unwrap_or_else(|| item.text.clone())
    } else {
        named
    };
    let says = !item.title.is_empty() || !item.text.is_empty();
    (says && !item.id.is_empty()).then_some(item)
}

/// A text without markup, in one line.
fn plain(text: &str) -> String {
    let (mut bare, mut within) = (String::new(), false);
    for sign in text.chars() {
        match sign {
            '<' => within = true,
            '>' if within => {
                within = false;
                bare.push(' ');
            }
            _ if within => {}
            other => bare.push(other),
        }
    }
    people::forms::line(&bare).chars().take(LONG).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_of_a_network_and_a_feed_of_news_are_read() {
        let network = r#"<?xml version="1.0"?><rss version="2.0"><channel><title>#school</title><link>https://n.example/tags/school</link>
            <item><guid isPermaLink="true">https://n.example/@a/1</guid><link>https://n.example/@a/1</link>
            <description>&lt;p&gt;Wat een &lt;b&gt;sukkels&lt;/b&gt; op #school &amp;amp; daar&lt;/p&gt;</description></item></channel></rss>"#;
        let read = items(network.as_bytes());
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].id, "https://n.example/@a/1");
        assert_eq!(read[0].text, "Wat een sukkels op #school &amp; daar");
        let news = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Nieuws</title><entry><id>urn:1</id><title>Over <![CDATA[de school]]></title>
            <link rel="enclosure" href="https://b.example/x.mp3"/><link href="https://b.example/1?a=1&amp;b=2"/><summary>Kort.</summary></entry></feed>"#;
        let read = items(news.as_bytes());
        assert_eq!(
            (read[0].title.as_str(), read[0].link.as_deref()),
            ("Over de school", Some("https://b.example/1?a=1&b=2"))
        );
    }

    #[test]
    fn an_address_that_is_none_is_left_out() {
        for wrong in ["javascript:alert(1)", "file:///etc/passwd", "https://a b"] {
            let feed = format!(
                "<rss><item><title>t</title><guid>1</guid><link>{wrong}</link></item></rss>"
            );
            assert_eq!(items(feed.as_bytes())[0].link, None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_in_comes_out_short_and_plain(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let mut feed = b"<rss><item><title>a</title><description>".to_vec();
            feed.extend(&bytes);
            feed.extend(b"</description></item></rss>");
            for item in items(&feed).iter().chain(&items(&bytes)) {
                prop_assert!(item.text.chars().count() <= LONG && !item.text.contains('\n'));
            }
        }
    }
}
