//! What the protocol says of each place. The facts are those that the program knows; the rest is asked of the author.

use consent::rules::Shown;
use norms::{Protocol, Situation};
use personal_data::Category;
use serde_json::{Map, Value as Json, json};
use words::{Medium, PersonId, Verdict};

use super::{Facts, Panel, Place, What, cell};

/// What the protocol says of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// The verdict.
    pub verdict: Verdict,
    /// The articles that decide.
    pub articles: Vec<String>,
    /// The duties that come with it: article and text.
    pub duties: Vec<(String, String)>,
    /// Whom to ask in doubt.
    pub ask: Option<String>,
    /// The receipt, for the log.
    pub receipt: Json,
}

/// Asks the protocol about each place.
pub(super) fn ask(facts: &Facts<'_>, people: &[(PersonId, Medium)], panel: &mut Panel) {
    let Some(protocol) = facts.protocol else {
        panel.findings.push(What::NoProtocol);
        panel.spoken = facts.places.iter().map(|_| None).collect();
        return;
    };
    let mut asked: Vec<String> = facts.content.answers.keys().cloned().collect();
    for (n, place) in facts.places.iter().enumerate() {
        // What stays inside the school is not publishing.
        if place.channel.in_norms().is_none() {
            panel.spoken.push(None);
            continue;
        }
        let situation = situation(facts, place, people, protocol);
        let answer = protocol.ask(&situation);
        let open: Vec<&str> = answer
            .open
            .iter()
            .copied()
            .filter(|key| is_yes_or_no(protocol, key))
            .collect();
        match answer.verdict {
            Verdict::Prohibited => panel.findings.push(What::Prohibited(n)),
            Verdict::Doubt if !open.is_empty() => panel.findings.push(What::Open(n)),
            Verdict::Doubt => panel.findings.push(What::Doubt(n)),
            Verdict::Permitted | Verdict::Outside => {}
        }
        for duty in &answer.duty_texts {
            let (article, text) = (duty.article.to_owned(), duty.text.to_owned());
            panel.findings.push(What::Duty(n, article, text));
        }
        asked.extend(open.iter().map(|key| (*key).to_owned()));
        panel.spoken.push(Some(Spoken {
            verdict: answer.verdict,
            articles: answer
                .articles
                .iter()
                .map(|one| (*one).to_owned())
                .collect(),
            duties: answer
                .duty_texts
                .iter()
                .map(|duty| (duty.article.to_owned(), duty.text.to_owned()))
                .collect(),
            ask: answer.ask.as_ref().map(|ask| ask.role.to_owned()),
            receipt: serde_json::to_value(&answer.receipt).unwrap_or_default(),
        }));
    }
    panel.asked = in_order(protocol, &asked);
}

fn is_yes_or_no(protocol: &Protocol, key: &str) -> bool {
    let fact = protocol
        .vocabulary()
        .facts
        .iter()
        .find(|one| one.key == key);
    fact.is_some_and(|one| one.kind == norms::vocabulary::Kind::YesNo)
}

/// Each once, in the order of the vocabulary, and only words that it has.
fn in_order(protocol: &Protocol, asked: &[String]) -> Vec<String> {
    let facts = protocol.vocabulary().facts.iter();
    facts
        .filter(|fact| asked.contains(&fact.key))
        .map(|fact| fact.key.clone())
        .collect()
}

/// The situation at one place.
fn situation(
    facts: &Facts<'_>,
    place: &Place<'_>,
    people: &[(PersonId, Medium)],
    protocol: &Protocol,
) -> Situation {
    let content = facts.content;
    let mut told = Map::new();
    // What the author says comes first, so that what the program knows stands.
    for (key, value) in &content.answers {
        told.insert(key.clone(), json!(value));
    }
    let (seen, agreed, written) = recognisable(facts, place, people);
    let found = &place.checked.findings;
    let is_person = |one: &&personal_data::Finding| one.category != Category::SchoolName;
    let names_school = found.iter().any(|one| one.category == Category::SchoolName);
    let picture = !content.pictures.is_empty();
    for (key, value) in [
        ("actie", json!("plaatsen")),
        ("rollen", json!(facts.roles)),
        ("hoedanigheid", json!(content.capacity().key())),
        ("kanaal", json!(place.channel.in_norms())),
        ("schoolgerelateerd", json!(true)),
        ("beeldOfGeluid", json!(picture)),
        (
            "persoonsgegevens",
            json!(found.iter().any(|one| is_person(&one))),
        ),
        ("herkenbaar", json!(seen)),
        ("toestemming", json!(agreed)),
        ("schriftelijkeToestemming", json!(written)),
    ] {
        told.insert(key.to_owned(), value);
    }
    if names_school {
        told.insert("noemtSchool".to_owned(), json!(true));
    }
    protocol.vocabulary().situation_from(&told)
}

/// Who can be recognised at this place, who of them agreed, and who in writing. Somebody of whom it is not certain who it is counts
/// as one more who did not.
fn recognisable(
    facts: &Facts<'_>,
    place: &Place<'_>,
    people: &[(PersonId, Medium)],
) -> (Vec<String>, Vec<String>, Vec<String>) {
    let (mut seen, mut refused) = (Vec::new(), Vec::new());
    let (mut agreed, mut written) = (Vec::new(), Vec::new());
    for (person, medium) in people {
        let name = person.to_string();
        let outcome = cell(facts, place, *medium).map(|cell| facts.register.decide(*person, cell));
        match outcome {
            Some(outcome) if outcome.shown == Shown::May => {
                if outcome.written {
                    written.push(name.clone());
                }
                agreed.push(name.clone());
            }
            _ => refused.push(name.clone()),
        }
        seen.push(name);
    }
    let on_photos = facts.shots.iter().flat_map(|shot| &shot.faces);
    let nameless = on_photos
        .filter(|face| face.mark == photos::model::Mark::Unknown)
        .count();
    let in_text = place.checked.findings.iter().filter(|one| {
        let person = matches!(one.category, Category::PersonRoster | Category::PersonOther);
        person && one.candidates.len() != 1
    });
    let unknown = nameless + in_text.count();
    seen.extend((1..=unknown).map(|n| format!("iemand-{n}")));
    seen.sort_unstable();
    seen.dedup();
    agreed.retain(|name| !refused.contains(name));
    written.retain(|name| agreed.contains(name));
    (seen, agreed, written)
}
