//! The verdict on a situation that stands in an address, for words of the school that keep such an address.

use norms::{Protocol, Situation, shipped};
use serde_json::Value as Json;
use ui::Tone;
use words::{Locale, Verdict};

use crate::model::Answers;

/// What a protocol says of a situation.
#[derive(Debug)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The articles that it rests on.
    pub articles: Vec<String>,
    /// The version of the protocol.
    pub version: String,
    /// The address, without language, of the page that says why.
    pub address: String,
    situation: Situation,
    protocol: &'static Protocol,
}

impl Judged {
    /// The whole answer with its receipt, for the log, so that it can be asked again later: asked of both engines.
    pub fn for_the_log(&self) -> Json {
        let answer = self.protocol.ask_twice(&self.situation);
        serde_json::to_value(answer).unwrap_or_default()
    }
}

/// Asks the protocol of a school about the situation of an address of its *Mag dit?*, as somebody copied it: with a host and a language or
/// without. None where it is no such address.
///
/// ```
/// let judged = protocols::judged("spoenk", "https://school.example/spoenk/mag-dit?actie=plaatsen&klaar=1").unwrap();
/// assert_eq!(judged.address, "/spoenk/mag-dit?actie=plaatsen&klaar=1");
/// assert!(protocols::judged("spoenk", "/pcc/mag-dit?actie=plaatsen").is_none(), "another school's");
/// ```
pub fn judged(protocol: &str, address: &str) -> Option<Judged> {
    const LONGEST: usize = 2_000;
    let (_, query) = address.split_once(&format!("/{protocol}/mag-dit?"))?;
    if query.len() > LONGEST {
        return None;
    }
    let protocol = shipped::protocol(protocol)?;
    let vocabulary = protocol.vocabulary();
    let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
    let (answers, _) = Answers::read(pairs, vocabulary).ok()?;
    if answers.is_empty() {
        return None;
    }
    let front = &protocol.document.front;
    let situation = answers.situation(vocabulary);
    let answer = protocol.ask(&situation);
    let slug: &str = front.protocol.as_ref();
    Some(Judged {
        verdict: answer.verdict,
        articles: answer
            .articles
            .iter()
            .map(|one| (*one).to_owned())
            .collect(),
        version: front.versie.clone(),
        address: crate::links::answer(slug, &answers, vocabulary),
        situation,
        protocol,
    })
}

/// A verdict in a word, and its look.
pub fn said(verdict: Verdict, locale: Locale) -> (String, Tone) {
    let word = crate::tell::word(norms::Vocabulary::shipped(), locale, verdict);
    (word, crate::tell::tone(verdict))
}
