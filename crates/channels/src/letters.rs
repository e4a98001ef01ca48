//! Letters that this word writes.

use mail::Letter;
use words::{Locale, PersonId};

use crate::model::{Post, Why};
use crate::{texts, views};

/// Somebody who gets a letter.
pub(crate) struct Reader {
    pub(crate) person: PersonId,
    pub(crate) address: String,
}

/// Which letter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The post itself.
    First,
    /// The post as it should have been.
    Correction,
}

/// A post as a letter to one guardian, with a link to its page: pictures do not travel with it.
pub(crate) fn newsletter(
    kind: Kind,
    post: &Post,
    reader: &Reader,
    (school, address): (&str, &str),
) -> Letter {
    let words = texts(post.locale);
    let subject = match kind {
        Kind::First => post.title.clone(),
        Kind::Correction => words.f(
            "letter-correction",
            &[("title", post.title.as_str().into())],
        ),
    };
    let foot = words.f("letter-foot", &[("school", school.into())]);
    let photos = i64::try_from(post.images.len()).unwrap_or(i64::MAX);
    let link = words.f("letter-link", &[("photos", photos.into())]);
    let intro = (kind == Kind::Correction).then(|| words.t("letter-correction-intro"));
    let lines = [
        intro.unwrap_or_default(),
        &post.text,
        &format!("{link}\n{address}"),
        &foot,
    ];
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    Letter {
        to: reader.address.clone(),
        subject,
        text: format!("{}\n", lines.join("\n\n")),
        html: Some(views::letter::newsletter(intro, post, (&link, address), &foot).into_string()),
        language: post.locale.tag().to_owned(),
    }
}

/// To the owner of an account that does not work: what is wrong, what to do, and where. It names no secret and nobody else.
pub(crate) fn trouble(
    locale: Locale,
    to: &str,
    (name, account, page): (&str, &str, &str),
    why: Why,
) -> Letter {
    let words = texts(locale);
    let key = format!("why-{}", why.key());
    let said = words.t(&key);
    let values = [
        ("name", name.into()),
        ("account", account.into()),
        ("why", said.into()),
        ("link", page.into()),
    ];
    Letter {
        to: to.to_owned(),
        subject: words.f("letter-trouble-subject", &[("account", account.into())]),
        text: format!("{}\n", words.f("letter-trouble", &values)),
        html: None,
        language: locale.tag().to_owned(),
    }
}
