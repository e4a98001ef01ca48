//! Links in letters that ask something of their reader: they sign the reader in for that alone, for days instead of minutes.
//!
//! * Opening a link uses nothing up; a button does. So no program that looks into letters gets in, and a link works once.
//! * A session that began with one opens the pages that [`crate::Config::letters`] names and no other: whoever a letter was
//!   forwarded to sees the question that it asks, and not a file, an account or a way to come back.
//! * What the reader may answer is worked out on the day, never by the link: who lost authority finds no question.
//! * A link that was used, is too old or was taken back can be asked for again. It goes to the address that the school keeps.

use jiff::{SignedDuration, Timestamp};
use mail::Letter;
use seal::BoardKeys;
use shell::chance;
use store::Tx;
use words::{Locale, PersonId};

use crate::store::letter_links;
use crate::{Identity, texts};

/// How long a link in a letter works.
pub const LIVES: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The same in days, for letters.
pub const DAYS: i64 = 14;

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// For whom.
    pub person: PersonId,
    /// Its secret.
    pub token: String,
    /// The page that it opens, without language.
    pub goes_to: String,
    /// From then on it does not work.
    pub expires: Timestamp,
}

impl Link {
    /// The link of the letter with this key. The same each time, so that a letter that is made twice has one link.
    #[must_use]
    pub fn of(
        keys: &BoardKeys,
        letter: &str,
        person: PersonId,
        goes_to: &str,
        now: Timestamp,
    ) -> Self {
        Self {
            person,
            token: chance::hex(&keys.index("letter-link", &format!("{letter} {person}"))),
            goes_to: goes_to.to_owned(),
            expires: now.saturating_add(LIVES).unwrap_or(now),
        }
    }

    /// Where it is found at this board, without the address of the program.
    #[must_use]
    pub fn path(&self, locale: Locale, board: &str) -> String {
        let path = format!("/aanmelden/{board}/brief/{}", self.token);
        ui::layout::in_language(locale, &path)
    }
}

/// Keeps links, in the transaction that queues their letters.
pub async fn keep(tx: &mut Tx, links: &[Link]) -> anyhow::Result<()> {
    letter_links::put(tx, links).await
}

/// Takes back every link of a person that was not used: their say changed.
pub async fn end(tx: &mut Tx, person: PersonId, now: Timestamp) -> anyhow::Result<u64> {
    letter_links::end(tx, person, now).await
}

/// The letter with a fresh link, to the address that the school keeps; nothing if it keeps none.
pub(crate) async fn again(
    us: &Identity,
    tx: &mut Tx,
    (keys, board): (&BoardKeys, &store::Board),
    (person, goes_to): (PersonId, &str),
    locale: Locale,
) -> anyhow::Result<()> {
    let known = us.parts.directory.person(tx, keys, person).await?;
    let Some((address, name)) = known.and_then(|known| Some((known.address?, known.name))) else {
        return Ok(());
    };
    let now = us.now();
    let key = format!("again-{}", chance::id(&*us.parts.chance, now).simple());
    let link = Link::of(keys, &key, person, goes_to, now);
    keep(tx, std::slice::from_ref(&link)).await?;
    let words = texts(locale);
    let address_of = format!(
        "{}{}",
        us.parts.origins.first(),
        link.path(locale, &board.slug)
    );
    let values = [
        ("name", name.said().into()),
        ("board", board.name.as_str().into()),
        ("link", address_of.into()),
        ("days", DAYS.into()),
    ];
    let letter = Letter {
        to: address,
        subject: words.f("letter-again-subject", &values),
        text: format!("{}\n", words.f("letter-again-text", &values)),
        html: None,
        language: locale.tag().to_owned(),
    };
    crate::jobs::post(tx, keys, key, &letter, now)
        .await
        .map(drop)
}
