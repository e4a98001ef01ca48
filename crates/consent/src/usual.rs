//! The purposes that Dutch schools usually ask about, as a start: a school changes, ends and adds to them.
//!
//! Drawn from the forms that schools use and from what the supervisor says of them (`docs/decisions/0011`). The sentences are the
//! school's words to families, so they stand in `usual.json` beside the code, in each language.

use jiff::Timestamp;
use serde::Deserialize;
use uuid::Uuid;
use words::{PurposeId, SchoolId};

use crate::model::{Notice, Purpose};
use crate::store::purposes::NewPurpose;

const USUAL: &str = include_str!("../usual.json");

#[derive(Deserialize)]
struct Usual {
    notices: Vec<Notice>,
}

/// The notices, in the order of the list. Empty only if the shipped file were broken, which a test rules out.
pub fn notices() -> Vec<Notice> {
    serde_json::from_str::<Usual>(USUAL)
        .map(|usual| usual.notices)
        .unwrap_or_default()
}

/// The same as purposes of a school, each with an identity from `id`.
pub fn purposes(school: SchoolId, mut id: impl FnMut() -> Uuid) -> Vec<NewPurpose> {
    let all = notices().into_iter().map(|notice| NewPurpose {
        id: PurposeId(id()),
        school,
        ends_on: None,
        notice,
    });
    all.collect()
}

/// One purpose, for examples.
pub fn example(school: SchoolId) -> Purpose {
    let notice = notices().into_iter().next();
    Purpose {
        id: PurposeId(Uuid::from_u128(3)),
        school,
        ends_on: None,
        version: 1,
        since: Timestamp::UNIX_EPOCH,
        notice: notice.unwrap_or_else(|| Notice {
            title: words::Text::new("", ""),
            why: words::Text::new("", ""),
            kept: words::Text::new("", ""),
            ground: crate::model::Ground::Consent,
            audience: crate::model::Audience::Everybody,
            levels: None,
            recipients: Vec::new(),
            retention_days: None,
            offers: Vec::new(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ground;

    #[test]
    fn the_usual_list_is_whole() {
        let all = serde_json::from_str::<Usual>(USUAL).unwrap().notices;
        assert!(all.len() >= 8);
        for notice in &all {
            for text in [&notice.title, &notice.why, &notice.kept] {
                assert!(!text.nl.is_empty() && !text.en.is_empty());
            }
            let asks = notice.ground == Ground::Consent;
            assert_eq!(asks, !notice.offers.is_empty(), "{}", notice.title.nl);
            assert!(notice.offers.iter().all(|offer| offer.since == 1));
        }
    }
}
