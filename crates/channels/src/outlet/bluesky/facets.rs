//! What in a text is a link or a hashtag: Bluesky makes nothing a link by itself (<https://docs.bsky.app/docs/advanced-guides/post-richtext>).
//! Places are counted in bytes of UTF-8. Pure.

use serde_json::{Value as Json, json};

/// The most letters of a hashtag there.
const LONGEST: usize = 64;
/// Signs that end a sentence around a link or a hashtag and do not belong to it.
const AFTER: [char; 12] = ['.', ',', ';', ':', '!', '?', '\'', '"', '”', '’', '»', '…'];

/// The facets of a text, in its order.
pub(super) fn of(text: &str) -> Vec<Json> {
    let mut found = Vec::new();
    for (from, word) in words(text) {
        let before = word.len()
            - word
                .trim_start_matches(['(', '[', '"', '„', '“', '«', '\''])
                .len();
        let word = word.get(before..).unwrap_or_default();
        let from = from + before;
        let feature = if let Some(link) = link(word) {
            let uri = json!({ "$type": "app.bsky.richtext.facet#link", "uri": link });
            Some((link.len(), uri))
        } else {
            tag(word).map(|tag| {
                let said = json!({ "$type": "app.bsky.richtext.facet#tag", "tag": tag });
                (tag.len() + 1, said)
            })
        };
        if let Some((long, feature)) = feature {
            let index = json!({ "byteStart": from, "byteEnd": from + long });
            found.push(json!({ "index": index, "features": [feature] }));
        }
    }
    found
}

/// The words of a text, each with the byte where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(char::is_whitespace).map(move |word| {
        let from = at;
        // The sign between two words is as long as it is.
        let after = text
            .get(from + word.len()..)
            .and_then(|rest| rest.chars().next());
        at = from + word.len() + after.map_or(0, char::len_utf8);
        (from, word)
    })
}

/// A link to the web, without what the sentence puts after it.
fn link(word: &str) -> Option<&str> {
    let rest = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"))?;
    if !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut link = word.trim_end_matches(AFTER);
    // A bracket belongs to the sentence, unless it was opened in the link.
    let many = |link: &str, signs: [char; 2]| link.matches(signs).count();
    while let Some(shorter) = link.strip_suffix([')', ']']) {
        if many(link, [')', ']']) <= many(link, ['(', '[']) {
            break;
        }
        link = shorter.trim_end_matches(AFTER);
    }
    Some(link)
}

/// A hashtag without its sign: not of digits alone.
fn tag(word: &str) -> Option<&str> {
    let rest = word.strip_prefix('#')?;
    let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
    let tag = rest.get(..end.unwrap_or(rest.len()))?;
    let fits = tag.chars().count() <= LONGEST && tag.chars().any(char::is_alphabetic);
    fits.then_some(tag)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What each facet covers in the text, and what it leads to.
    fn told(text: &str) -> Vec<(String, String)> {
        let one = |facet: Json| {
            let at = |key: &str| usize::try_from(facet["index"][key].as_u64().unwrap()).unwrap();
            let feature = &facet["features"][0];
            let to = feature.get("uri").or(feature.get("tag")).unwrap();
            let covered = text.get(at("byteStart")..at("byteEnd")).unwrap();
            (covered.to_owned(), to.as_str().unwrap().to_owned())
        };
        of(text).into_iter().map(one).collect()
    }

    fn same(link: &str) -> (String, String) {
        (link.to_owned(), link.to_owned())
    }

    #[test]
    fn links_and_hashtags_are_found_after_letters_of_more_bytes_than_one() {
        let text = "Één dag vol 🚀! Kijk op https://school.example/dag?x=1. #Ruimtedag, (zie http://a.example/b(c)) #2026 #groep_8!";
        let tag = |tag: &str| (format!("#{tag}"), tag.to_owned());
        assert_eq!(
            told(text),
            [
                same("https://school.example/dag?x=1"),
                tag("Ruimtedag"),
                same("http://a.example/b(c)"),
                tag("groep_8"),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        assert!(told("https:// # #1 a#b c@d.example http://! mailto:a@b.example").is_empty());
        assert_eq!(told("(https://a.example)."), [same("https://a.example")]);
    }

    proptest! {
        #[test]
        fn every_facet_lies_on_letters_of_the_text(text in "([a-zé🚀 \n#(.)\u{a0}]|https://|#a){0,40}") {
            let mut last = 0;
            for facet in of(&text) {
                let at = |key: &str| usize::try_from(facet["index"][key].as_u64().unwrap()).unwrap();
                let (from, to) = (at("byteStart"), at("byteEnd"));
                prop_assert!(from >= last && from < to);
                let covered = text.get(from..to);
                prop_assert!(covered.is_some_and(|part| part.starts_with('#') || part.starts_with("http")), "{text:?}");
                last = to;
            }
        }
    }
}
