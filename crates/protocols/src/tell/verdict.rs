//! The verdict page: the answer, why, what comes with it, and the way out.

use norms::answer::Remedy;
use norms::document::Article;
use norms::situation::Value;
use serde_json::Value as Json;
use ui::Tone;
use words::Verdict as Said;

use super::{Asked, prose, question, tone, word};
use crate::links;
use crate::model::{Answers, Persons, Said as Answer, Topic};
use crate::phrase::{Speaker, upper};
use crate::rules::Unit;
use crate::views::verdict::{Cited, Open, Reason, Verdict, WayOut};

/// More ways out than these help nobody.
const WAYS: usize = 4;

pub(crate) fn verdict(asked: &Asked<'_>) -> Verdict {
    let answer = &asked.answer;
    let said = asked
        .vocabulary()
        .words(asked.locale)
        .verdict(answer.verdict);
    let may_change = !answer.open.is_empty();
    Verdict {
        tone: tone(answer.verdict),
        word: word(asked.house.vocabulary, asked.locale, answer.verdict),
        line: said.map(|said| said.sentence.clone()).unwrap_or_default(),
        situation: asked
            .texts()
            .f("situation-line", &[("situation", sentence(asked).into())]),
        silence: silence(asked),
        reasons: answer
            .articles
            .iter()
            .filter_map(|number| reason(asked, number))
            .collect(),
        possible: if may_change {
            possible(asked)
        } else {
            Vec::new()
        },
        open: open(asked),
        duties: duties(asked),
        ways_out: ways_out(asked),
        ask: ask(asked),
        measures: measures(asked),
        also_permitted_by: answer
            .also_permitted_by
            .iter()
            .map(|number| cited(asked, title(asked, number), number))
            .collect(),
        rows: question::rows(asked),
        receipt: receipt(asked),
        in_doubt: asked.to(&in_doubt(asked)),
        happened: asked.to(&happened(asked)),
        elsewhere: asked.to(&links::everywhere(asked.answers, asked.vocabulary())),
    }
}

/// Where somebody with an account asks it: the page takes this answer along, and the article that it rests on.
fn in_doubt(asked: &Asked<'_>) -> String {
    let here = links::answer(asked.slug(), asked.answers, asked.vocabulary());
    let rest = asked.school.protocol.document.front.rest_artikel.as_ref();
    let article = asked.answer.articles.first().copied();
    let article = article.or(rest.map(|article| article.as_ref().as_str()));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("over", &here);
    article.map(|article| query.append_pair("artikel", article));
    format!("/twijfel?{}", query.finish())
}

/// Where it is told that this has happened: the verdict goes along.
fn happened(asked: &Asked<'_>) -> String {
    let here = links::answer(asked.slug(), asked.answers, asked.vocabulary());
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("over", &here);
    format!("/melden?{}", query.finish())
}

/// The situation as a plain sentence without its full stop.
pub(crate) fn sentence(asked: &Asked<'_>) -> String {
    let vocabulary = asked.vocabulary();
    let mut situation = asked.situation.clone();
    // What follows from the rest is not said again: written consent is consent, and of nobody none is needed.
    let follows: &[&str] = match asked.answers.get(Topic::Persons) {
        Some(Answer::Persons(Persons::Written)) => &["toestemming"],
        Some(Answer::Persons(Persons::Missing)) => &["schriftelijkeToestemming"],
        Some(Answer::Persons(Persons::Nobody | Persons::Me)) => {
            &["toestemming", "schriftelijkeToestemming"]
        }
        _ => &[],
    };
    for id in follows.iter().filter_map(|key| vocabulary.fact_id(key)) {
        situation.set(id, Value::Unknown);
    }
    vocabulary.sentence(&situation, asked.locale)
}

/// Words of the protocol with their article.
fn cited(asked: &Asked<'_>, text: impl Into<String>, number: &str) -> Cited {
    Cited {
        text: text.into(),
        dutch: true,
        number: number.to_owned(),
        address: asked.article(number),
    }
}

fn article<'a>(asked: &'a Asked<'_>, number: &str) -> Option<&'a Article> {
    asked
        .school
        .protocol
        .document
        .articles
        .iter()
        .find(|article| article.number == number)
}

fn title(asked: &Asked<'_>, number: &str) -> String {
    article(asked, number)
        .map(|article| article.title.clone())
        .unwrap_or_default()
}

fn reason(asked: &Asked<'_>, number: &str) -> Option<Reason> {
    let article = article(asked, number)?;
    Some(Reason {
        number: article.number.clone(),
        title: article.title.clone(),
        text: prose::html(&article.prose),
        address: asked.article(number),
        tone: tone(asked.answer.verdict),
    })
}

/// Why, where no article decides.
fn silence(asked: &Asked<'_>) -> Option<Cited> {
    let answer = &asked.answer;
    if !answer.articles.is_empty() {
        return None;
    }
    let rest = asked
        .school
        .protocol
        .document
        .front
        .rest_artikel
        .as_ref()
        .map(|article| article.as_ref().as_str());
    let (key, number) = match answer.verdict {
        Said::Outside => ("silence-outside", None),
        Said::Permitted => ("silence-free", rest),
        _ if answer.possible.len() > 1 => ("silence-open", None),
        Said::Doubt | Said::Prohibited => ("silence-doubt", rest),
    };
    Some(Cited {
        text: asked.texts().t(key).to_owned(),
        dutch: false,
        number: number.unwrap_or_default().to_owned(),
        address: number
            .map(|number| asked.article(number))
            .unwrap_or_default(),
    })
}

fn possible(asked: &Asked<'_>) -> Vec<(Tone, String)> {
    let possible = asked.answer.possible.iter();
    possible
        .map(|verdict| {
            (
                tone(*verdict),
                word(asked.house.vocabulary, asked.locale, *verdict),
            )
        })
        .collect()
}

/// The unknowns that could settle it, each as a question to answer now.
fn open(asked: &Asked<'_>) -> Vec<Open> {
    let vocabulary = asked.vocabulary();
    let mut units: Vec<Unit> = Vec::new();
    for id in &asked.open {
        let unit = Unit::of(*id, vocabulary);
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let open = |unit: &Unit| Open {
        question: question::words(asked, unit).0,
        address: asked.to(&links::question(
            asked.slug(),
            asked.answers,
            unit,
            vocabulary,
        )),
    };
    units.iter().map(open).collect()
}

fn duties(asked: &Asked<'_>) -> Vec<Cited> {
    asked
        .answer
        .duty_texts
        .iter()
        .map(|duty| cited(asked, upper(duty.text), duty.article))
        .collect()
}

fn ask(asked: &Asked<'_>) -> Option<Cited> {
    let ask = asked.answer.ask.as_ref()?;
    let speech = asked.vocabulary().words(asked.locale);
    let names: Vec<String> = std::iter::once(&ask.role)
        .chain(&ask.or)
        .map(|role| speech.function(role).to_owned())
        .collect();
    let speaker = Speaker {
        vocabulary: asked.vocabulary(),
        locale: asked.locale,
    };
    let who = speaker.list(&names, "or");
    let text = asked.texts().f("ask-line", &[("who", who.into())]);
    Some(Cited {
        dutch: false,
        ..cited(asked, text, ask.article)
    })
}

fn measures(asked: &Asked<'_>) -> Vec<Cited> {
    let front = &asked.school.protocol.document.front;
    let line = |number: &&str| {
        let steps: Vec<&str> = front
            .maatregel
            .iter()
            .filter(|row| row.artikel.as_ref() == number)
            .flat_map(|row| row.trap.iter().map(String::as_str))
            .collect();
        let text = if steps.is_empty() {
            title(asked, number)
        } else {
            upper(&steps.join(", "))
        };
        cited(asked, text, number)
    };
    asked.answer.measures.iter().map(line).collect()
}

fn ways_out(asked: &Asked<'_>) -> Vec<WayOut> {
    asked
        .answer
        .remedies
        .iter()
        .take(WAYS)
        .map(|remedy| way_out(asked, remedy))
        .collect()
}

fn way_out(asked: &Asked<'_>, remedy: &Remedy<'_>) -> WayOut {
    let vocabulary = asked.vocabulary();
    let speech = vocabulary.words(asked.locale);
    let mut situation = asked.situation.clone();
    let mut phrases = Vec::new();
    for (key, value) in &remedy.set {
        // A remedy speaks of facts of the vocabulary; what could not be told would only be missing from the link.
        let _ = situation.tell(key, value, vocabulary);
        phrases.extend(phrase(asked, key, value));
    }
    let mut who: Vec<&str> = remedy.who.iter().map(|who| speech.who(who)).collect();
    who.dedup();
    let answers = Answers::of(&situation, vocabulary);
    WayOut {
        text: asked
            .texts()
            .f("way-if", &[("phrase", phrases.join("; ").into())]),
        who: (!who.is_empty()).then(|| upper(&who.join(", "))),
        address: asked.to(&links::answer(asked.slug(), &answers, vocabulary)),
    }
}

/// One changed fact in a phrase.
fn phrase(asked: &Asked<'_>, key: &str, value: &Json) -> Option<String> {
    let speech = asked.vocabulary().words(asked.locale);
    let words = speech.fact(key)?;
    let none = value.as_array().is_some_and(Vec::is_empty);
    match value {
        _ if none && key == "herkenbaar" => {
            speech.value(key, "niemand").map(|said| said.phrase.clone())
        }
        Json::Array(_) if key == "toestemming" || key == "schriftelijkeToestemming" => {
            words.yes.clone()
        }
        Json::Bool(true) => words.yes.clone(),
        Json::Bool(false) => words.no.clone(),
        Json::String(choice) if key == "actie" => {
            speech.action(choice).map(|said| said.phrase.clone())
        }
        Json::String(choice) => speech.value(key, choice).map(|said| said.phrase.clone()),
        _ => None,
    }
}

fn receipt(asked: &Asked<'_>) -> Vec<(String, String)> {
    let receipt = &asked.answer.receipt;
    let facts = Json::Object(asked.situation.to_json(asked.vocabulary())).to_string();
    let rows = [
        ("receipt-protocol", receipt.protocol.to_owned()),
        ("receipt-version", receipt.version.to_owned()),
        ("receipt-sha256", receipt.sha256.to_owned()),
        ("receipt-vocabulary", receipt.vocabulary.to_string()),
        ("receipt-engine", receipt.engine.to_owned()),
        ("receipt-facts", facts),
    ];
    rows.map(|(key, value)| (upper(asked.texts().t(key)), value))
        .into()
}
