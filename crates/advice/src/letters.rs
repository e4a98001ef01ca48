//! Letters: that something waits, with where. Never what was asked or answered.

use anyhow::Context;
use jiff::Timestamp;
use people::People;
use people::letters::in_both;
use people::store::schools;
use seal::BoardKeys;
use store::Tx;
use uuid::Uuid;
use words::{Locale, PersonId, SchoolId};

/// More people than this are not written to about one question: it stands on the list of all of them.
const MOST: usize = 12;

/// What a letter tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// A question waits for the reader.
    Waits,
    /// It waits still, and its term ends today or is over.
    Reminds,
    /// It was handed over to the reader.
    Handed,
    /// The reader's own question was answered.
    Answered,
}

impl News {
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Waits => ("letter-waits-subject", "letter-waits-text"),
            Self::Reminds => ("letter-reminds-subject", "letter-reminds-text"),
            Self::Handed => ("letter-handed-subject", "letter-handed-text"),
            Self::Answered => ("letter-answered-subject", "letter-answered-text"),
        }
    }
}

/// Queues a letter to each of these people of whom the school has an address. `round` tells one time from another: a letter is queued once
/// for each.
pub(crate) async fn tell(
    us: &People,
    (tx, keys): (&mut Tx, &BoardKeys),
    (question, school): (Uuid, SchoolId),
    (news, round): (News, &str),
    people: &[PersonId],
    now: Timestamp,
) -> anyhow::Result<()> {
    let some = people.get(..MOST).unwrap_or(people);
    let school = schools::school(tx, school)
        .await?
        .context("no such school")?
        .name;
    let origin = us.identity.parts.origins.first();
    let (subject, text) = news.keys();
    let said = |locale: Locale, key: &str| {
        let path = format!("/twijfel/{}", question.as_simple());
        let link = format!("{origin}{}", ui::layout::in_language(locale, &path));
        let values = [("school", school.as_str().into()), ("link", link.into())];
        crate::texts(locale).f(key, &values)
    };
    let key = format!("advice-{}-{subject}-{round}", question.as_simple());
    let both = Locale::ALL.map(|locale| said(locale, text));
    let letter = (said(Locale::Nl, subject), both);
    in_both((tx, keys), some, &key, letter, now).await
}
