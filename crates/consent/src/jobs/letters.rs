//! Letters: in the language in which their reader answered before, and otherwise in Dutch with English beneath.

use std::collections::HashMap;

use anyhow::Context;
use identity::invite::{self, Link};
use jiff::Timestamp;
use mail::Letter;
use people::People;
use people::directory::Directory;
use people::store::{persons, schools};
use seal::BoardKeys;
use store::Tx;
use uuid::Uuid;
use words::{Locale, PersonId, SchoolId};

use crate::campaign::Plan;
use crate::store::campaigns;
use crate::{Consent, texts};

/// Where the link of every letter leads.
const PAGE: &str = "/toestemming";

/// Somebody who gets a letter.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    /// The address that the school keeps.
    pub(crate) address: Option<String>,
    /// The language, if they answered in one before.
    pub(crate) locale: Option<Locale>,
}

/// What these people are called, where they get post, and in which language. Who left or was erased is nobody.
pub(crate) async fn readers(
    tx: &mut Tx,
    keys: &BoardKeys,
    people: &[PersonId],
) -> anyhow::Result<HashMap<PersonId, Reader>> {
    let mut spoke: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (person, tag) in campaigns::languages(tx, people).await? {
        spoke.entry(person).or_default().push(tag);
    }
    let mut readers = HashMap::with_capacity(people.len());
    for person in persons::these(tx, keys, people).await? {
        let Some(details) = person.details.filter(|_| person.merged_into.is_none()) else {
            continue;
        };
        let locale = match spoke.get(&person.id).map(Vec::as_slice) {
            Some([one]) => Locale::from_tag(one),
            _ => None,
        };
        let reader = Reader {
            person: person.id,
            name: details.name.said(),
            address: details.email,
            locale,
        };
        readers.insert(person.id, reader);
    }
    Ok(readers)
}

/// Writes the letters of one school.
pub(crate) struct Writer<'a> {
    keys: &'a BoardKeys,
    names: &'a Directory,
    slug: String,
    school: String,
    origin: String,
}

impl<'a> Writer<'a> {
    pub(crate) async fn at(
        us: &Consent,
        tx: &mut Tx,
        keys: &'a BoardKeys,
        names: &'a Directory,
        school: SchoolId,
    ) -> anyhow::Result<Self> {
        let parts = &us.people.identity.parts;
        let board = parts.db.board(tx.board()).await?.context("no such board")?;
        let school = schools::school(tx, school)
            .await?
            .context("no such school")?;
        Ok(Self {
            keys,
            names,
            slug: board.slug,
            school: school.name,
            origin: parts.origins.first().to_owned(),
        })
    }

    /// The letter that asks. Nothing for whom the school has no address.
    pub(crate) fn asking(
        &self,
        key: &str,
        plan: &Plan,
        reader: &Reader,
        about: &[PersonId],
        now: Timestamp,
    ) -> Option<(Letter, Link)> {
        self.letter(key, ("letter-ask", plan), reader, about, now)
    }

    /// The letter that reminds.
    pub(crate) fn reminding(
        &self,
        key: &str,
        plan: &Plan,
        reader: &Reader,
        about: &[PersonId],
        now: Timestamp,
    ) -> Option<(Letter, Link)> {
        self.letter(key, ("letter-remind", plan), reader, about, now)
    }

    fn letter(
        &self,
        key: &str,
        (text, plan): (&str, &Plan),
        reader: &Reader,
        about: &[PersonId],
        now: Timestamp,
    ) -> Option<(Letter, Link)> {
        let address = reader.address.clone()?;
        let link = Link::of(self.keys, key, reader.person, PAGE, now);
        let own = about == [reader.person];
        let said = |locale: Locale| {
            let path = link.path(locale, &self.slug);
            let subject = plan.subject.said(locale).to_owned();
            let body = asking_said(
                locale,
                (text, own),
                &[
                    ("name", &reader.name),
                    ("text", plan.text.said(locale)),
                    ("about", &self.called(about, reader.person, locale)),
                    ("link", &format!("{}{path}", self.origin)),
                    ("school", &self.school),
                ],
            );
            (subject, body)
        };
        Some((in_languages(address, reader.locale, said), link))
    }

    /// The letter about a birthday, with the day from which the guardians' words do not count any more; `link` if it asks
    /// something.
    pub(super) fn about_birthday(
        &self,
        key: &str,
        text: &str,
        reader: &Reader,
        (pupil, day, last): (PersonId, jiff::civil::Date, jiff::civil::Date),
        now: Timestamp,
    ) -> Option<(Letter, Link)> {
        let address = reader.address.clone()?;
        let link = Link::of(self.keys, key, reader.person, PAGE, now);
        let said = |locale: Locale| {
            let words = texts(locale);
            let path = link.path(locale, &self.slug);
            let values = [
                ("name", reader.name.as_str().into()),
                ("pupil", self.called(&[pupil], reader.person, locale).into()),
                ("day", people::day_said(locale, day).into()),
                ("last", people::day_said(locale, last).into()),
                ("link", format!("{}{path}", self.origin).into()),
                ("days", invite::DAYS.into()),
                ("school", self.school.as_str().into()),
            ];
            (
                words.f(&format!("{text}-subject"), &values),
                words.f(text, &values),
            )
        };
        Some((in_languages(address, reader.locale, said), link))
    }

    /// The children by what they are called: *Noor en Daan*.
    fn called(&self, about: &[PersonId], own: PersonId, locale: Locale) -> String {
        let others = about.iter().filter(|one| **one != own);
        let names: Vec<String> = others
            .filter_map(|one| self.names.get(*one))
            .map(|known| {
                let name = &known.name;
                if name.call.is_empty() {
                    name.said()
                } else {
                    name.call.clone()
                }
            })
            .collect();
        match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, rest)) => {
                let and = texts(locale).t("and");
                format!("{} {and} {last}", rest.join(", "))
            }
            None => String::new(),
        }
    }
}

/// The letter of a campaign as somebody reads it, for a preview as well. A pupil or member of staff is asked in their own tone.
pub(crate) fn asking_said(
    locale: Locale,
    (text, own): (&str, bool),
    values: &[(&'static str, &str)],
) -> String {
    let mut all: Vec<(&str, _)> = vec![("days", invite::DAYS.into())];
    all.extend(values.iter().map(|(name, value)| (*name, (*value).into())));
    let key = if own {
        format!("{text}-own")
    } else {
        text.to_owned()
    };
    texts(locale).f(&key, &all)
}

/// One letter in the language of the reader; in Dutch with English beneath for whom it is not known of.
fn in_languages(
    to: String,
    locale: Option<Locale>,
    said: impl Fn(Locale) -> (String, String),
) -> Letter {
    let (subject, text) = if let Some(locale) = locale {
        said(locale)
    } else {
        let ((subject, nl), (_, en)) = (said(Locale::Nl), said(Locale::En));
        let line = texts(Locale::Nl).t("letter-english");
        (
            subject,
            format!(
                "{line}

{nl}

---

{en}"
            ),
        )
    };
    Letter {
        to,
        subject,
        text: format!("{text}\n"),
        html: None,
        language: locale.unwrap_or_default().tag().to_owned(),
    }
}

/// What somebody answered in one act, for the letter that tells it to the address that the school keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Receipt {
    pub(crate) act: Uuid,
    pub(crate) reader: PersonId,
    pub(crate) locale: Locale,
    /// A line for each answer, under the name of whom it is about.
    pub(crate) answers: Vec<(String, Vec<String>)>,
}

/// Queues the letter, in the transaction that keeps the answers.
pub(crate) async fn receipt(
    us: &People,
    tx: &mut Tx,
    keys: &BoardKeys,
    told: &Receipt,
    now: Timestamp,
) -> anyhow::Result<()> {
    let readers = readers(tx, keys, &[told.reader]).await?;
    let Some((reader, to)) = readers
        .get(&told.reader)
        .and_then(|reader| Some((reader, reader.address.clone()?)))
    else {
        return Ok(());
    };
    let words = texts(told.locale);
    let about = told.answers.iter().map(|(name, lines)| {
        let lines = lines.iter().map(|line| {
            format!(
                "
- {line}"
            )
        });
        format!("{name}{}", lines.collect::<String>())
    });
    let list = about.collect::<Vec<_>>().join(
        "

",
    );
    let page = ui::layout::in_language(told.locale, PAGE);
    let values = [
        ("name", reader.name.as_str().into()),
        ("answers", list.into()),
        (
            "page",
            format!("{}{page}", us.identity.parts.origins.first()).into(),
        ),
    ];
    let letter = Letter {
        to,
        subject: words.t("letter-receipt-subject").to_owned(),
        text: format!("{}\n", words.f("letter-receipt", &values)),
        html: None,
        language: told.locale.tag().to_owned(),
    };
    let key = format!("receipt/{}/{}", told.act.as_simple(), told.reader);
    identity::jobs::post(tx, keys, key, &letter, now)
        .await
        .map(drop)
}
