//! Letters to people of whom the school has an address.

use jiff::Timestamp;
use mail::Letter;
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId};

use crate::store::persons;

/// Queues a letter to each of these people; who has no address gets none. In which language somebody reads is not known: the text is
/// in it in Dutch and in English. `key` begins the key of each letter: a second one with the same is not queued.
pub async fn in_both(
    (tx, keys): (&mut Tx, &BoardKeys),
    people: &[PersonId],
    key: &str,
    (subject, [dutch, english]): (String, [String; 2]),
    due: Timestamp,
) -> anyhow::Result<()> {
    let text = format!("{dutch}\n\n---\n\n{english}\n");
    let mut post = Vec::new();
    for person in persons::these(tx, keys, people).await? {
        let Some(to) = person.details.and_then(|details| details.email) else {
            continue;
        };
        let letter = Letter {
            to,
            subject: subject.clone(),
            text: text.clone(),
            html: None,
            language: Locale::Nl.tag().to_owned(),
        };
        post.push((format!("{key}-{}", person.id), letter));
    }
    identity::jobs::post_all(tx, keys, &post, due).await
}
