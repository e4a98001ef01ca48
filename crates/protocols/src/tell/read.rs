//! The protocol as a page to read.

use norms::document::{Article, Coverage, Layer, Norm};
use ui::Tone;
use ui::layout::in_language;
use words::Locale;

use super::{prose, school::version, tone, word};
use crate::house::{House, School};
use crate::links;
use crate::model::Answers;
use crate::phrase::{Speaker, upper};
use crate::views::read::{Article as Shown, Protocol, Scenario};

pub(crate) fn protocol(house: &House, school: &School, locale: Locale) -> Protocol {
    let document = &school.protocol.document;
    Protocol {
        title: document.front.titel.clone(),
        version: version(&document.front, locale),
        preamble: prose::html(without_heading(&document.preamble)),
        workings: true,
        articles: document
            .articles
            .iter()
            .enumerate()
            .map(|(at, article)| shown(house, school, at, article, locale))
            .collect(),
    }
}

/// The page has its own heading.
fn without_heading(preamble: &str) -> &str {
    let text = preamble.trim_start();
    match text.split_once('\n') {
        Some((heading, rest)) if heading.starts_with("# ") => rest,
        _ if text.starts_with("# ") => "",
        _ => preamble,
    }
}

fn shown(house: &House, school: &School, at: usize, article: &Article, locale: Locale) -> Shown {
    let norms: Vec<&Norm> = article
        .norms
        .iter()
        .filter_map(|norm| school.protocol.document.norms.get(*norm))
        .collect();
    Shown {
        number: article.number.clone(),
        title: article.title.clone(),
        prose: prose::html(&article.prose),
        children: article.children.as_deref().map(prose::html),
        carried: carried(article, norms.len(), locale),
        norms: article
            .norms
            .iter()
            .filter_map(|norm| said(house, school, *norm, locale))
            .collect(),
        procedures: procedures(school, &article.number),
        scenarios: scenarios(house, school, at, locale),
    }
}

fn carried(article: &Article, count: usize, locale: Locale) -> String {
    let words = crate::texts(locale);
    match article.coverage {
        _ if count > 0 => words.f("carried-norms", &[("count", count.into())]),
        Some(Coverage::Vocabulary) => words.t("carried-vocabulary").to_owned(),
        Some(Coverage::Procedure) => words.t("carried-procedure").to_owned(),
        Some(Coverage::Text) | None => words.t("carried-text").to_owned(),
    }
}

fn said(
    house: &House,
    school: &School,
    at: usize,
    locale: Locale,
) -> Option<(Option<Tone>, String)> {
    let words = crate::texts(locale);
    let norm = school.protocol.document.norms.get(at)?;
    let (tone, key) = match norm.layer {
        _ if norm.is_advice() => (None, "norm-advice"),
        Layer::Reach => (None, "norm-reach"),
        Layer::Norm if norm.forbids() => (Some(Tone::No), "norm-forbid"),
        Layer::Norm => (Some(Tone::Yes), "norm-permit"),
        Layer::Doubt => (Some(Tone::Doubt), "norm-doubt"),
        Layer::Duty => (None, "norm-duty"),
    };
    let speaker = Speaker {
        vocabulary: house.vocabulary,
        locale,
    };
    let mut line = format!("{}: {}", words.t(key), speaker.norm(norm));
    let mut aside: Vec<String> = school
        .protocol
        .exceptions_of(at)
        .filter_map(|norm| number(school, norm))
        .collect();
    aside.dedup();
    if !aside.is_empty() {
        let articles = speaker.list(&aside, "and");
        line.push_str("; ");
        line.push_str(&words.f("norm-aside", &[("articles", articles.into())]));
    }
    Some((tone, line))
}

fn number(school: &School, norm: &Norm) -> Option<String> {
    school
        .protocol
        .document
        .articles
        .get(norm.article)
        .map(|article| article.number.clone())
}

fn procedures(school: &School, number: &str) -> Vec<String> {
    let front = &school.protocol.document.front;
    let duties = front
        .procedures
        .values()
        .filter(|row| row.artikel.as_ref() == number)
        .map(|row| upper(&row.wat));
    let calendar = front
        .kalender
        .iter()
        .filter(|row| row.artikel.as_ref() == number);
    let measures = front
        .maatregel
        .iter()
        .filter(|row| row.artikel.as_ref() == number);
    duties
        .chain(calendar.map(|row| format!("{}: {}", upper(&row.wanneer), row.wat)))
        .chain(measures.map(|row| upper(&row.trap.join(", "))))
        .collect()
}

fn scenarios(house: &House, school: &School, article: usize, locale: Locale) -> Vec<Scenario> {
    let protocol = school.protocol;
    let own = protocol.scenarios().iter();
    let own = own.filter(|scenario| scenario.article == article && !scenario.beside);
    let shown = own.map(|scenario| {
        let written = protocol.document.source.get(scenario.span.clone());
        let told = written.unwrap_or_default().lines().map(str::trim);
        let told = told.filter(|line| !line.is_empty() && !line.starts_with("```"));
        let verdict = protocol.ask(&scenario.situation).verdict;
        let answers = Answers::of(&scenario.situation, house.vocabulary);
        let address = links::answer(&school.card.slug, &answers, house.vocabulary);
        Scenario {
            title: scenario.title.clone(),
            lines: told.map(str::to_owned).collect(),
            verdict: (tone(verdict), word(house.vocabulary, locale, verdict)),
            address: in_language(locale, &address),
        }
    });
    shown.collect()
}
