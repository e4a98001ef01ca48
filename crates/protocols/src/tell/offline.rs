//! What a browser keeps of a school, to answer without a connection: the diagrams, the words, and two pages.

use norms::document::Layer;
use norms::offline::Offline;
use norms::vocabulary::{Fact, Kind};
use norms::{Protocol, Situation, Vocabulary};
use serde::Serialize;
use std::collections::BTreeMap;
use words::{Locale, Verdict};

use super::{start, tone};
use crate::house::{House, School};
use crate::rules;

/// The texts that the offline page uses.
const TEXTS: [&str; 37] = [
    "may-i",
    "or-pick",
    "something-else",
    "back",
    "change",
    "yes",
    "no",
    "unknown",
    "none-known",
    "or-tick",
    "go-on-ticked",
    "why-ask",
    "said-so-far",
    "answer-so-far",
    "why",
    "still-open",
    "still-possible",
    "duties",
    "whom-to-ask",
    "nobody-named",
    "you-said",
    "new-question",
    "silence-outside",
    "silence-doubt",
    "silence-free",
    "silence-open",
    "persons-question",
    "persons-why",
    "persons-short",
    "persons-niemand",
    "persons-ik",
    "persons-schriftelijk",
    "persons-mondeling",
    "persons-deels",
    "persons-anderen",
    "role-both",
    "in-protocol",
];

/// What is kept of a school, in no language.
#[derive(Serialize)]
struct SchoolData<'a> {
    slug: &'a str,
    name: &'a str,
    diagrams: Offline,
    norms: Vec<NormData<'a>>,
    articles: Vec<[&'a str; 2]>,
    ask: Vec<AskData<'a>>,
    /// The article that says what holds where no norm speaks.
    rest: Option<&'a str>,
}

#[derive(Serialize)]
struct NormData<'a> {
    layer: &'static str,
    article: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    duty: Option<&'a str>,
}

#[derive(Serialize)]
struct AskData<'a> {
    functions: Vec<&'a str>,
    article: &'a str,
    roles: Vec<&'a str>,
}

/// What is kept of the vocabulary in one language, the same for every school.
#[derive(Serialize)]
struct WordsData<'a> {
    facts: Vec<FactData<'a>>,
    persons: Vec<usize>,
    groups: BTreeMap<&'a str, [&'a str; 3]>,
    verdicts: Vec<[&'a str; 3]>,
    functions: BTreeMap<&'a str, &'a str>,
    texts: BTreeMap<&'static str, &'a str>,
    starts: Vec<StartData>,
    odd: &'static str,
    most: usize,
}

/// A title, sentences with their queries, and the query of something else.
type StartData = (&'static str, Vec<(String, String)>, String);

#[derive(Serialize)]
struct FactData<'a> {
    key: &'a str,
    kind: &'static str,
    first: usize,
    count: usize,
    rare: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    question: &'a str,
    why: &'a str,
    short: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    values: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<&'a str>,
}

/// The data of a school; `None` where the diagrams did not fit.
pub(crate) fn school(school: &School) -> Option<String> {
    let protocol = school.protocol;
    let document = &protocol.document;
    let articles = document.articles.iter();
    let data = SchoolData {
        slug: &school.card.slug,
        name: &school.card.name,
        diagrams: protocol.offline()?,
        norms: norms(protocol),
        articles: articles
            .map(|article| [article.number.as_str(), article.title.as_str()])
            .collect(),
        ask: advisors(protocol),
        rest: document
            .front
            .rest_artikel
            .as_ref()
            .map(|rest| rest.as_ref().as_str()),
    };
    serde_json::to_string(&data).ok()
}

fn norms(protocol: &Protocol) -> Vec<NormData<'_>> {
    let document = &protocol.document;
    let data = document.norms.iter().map(|norm| {
        let procedure = norm
            .annotation("plicht")
            .and_then(|key| document.front.procedures.get(key));
        NormData {
            layer: match norm.layer {
                Layer::Duty => "duty",
                _ if norm.is_advice() => "advice",
                Layer::Reach => "reach",
                Layer::Norm if norm.forbids() => "forbid",
                Layer::Norm => "permit",
                Layer::Doubt => "doubt",
            },
            article: norm.article,
            duty: procedure
                .filter(|_| norm.layer == Layer::Duty)
                .map(|row| row.wat.as_str()),
        }
    });
    data.collect()
}

/// Whom each role asks, by asking the protocol itself.
fn advisors(protocol: &Protocol) -> Vec<AskData<'_>> {
    let vocabulary = protocol.vocabulary();
    let mut rows: Vec<AskData<'_>> = Vec::new();
    for role in &vocabulary.roles {
        let mut situation = Situation::unknown(vocabulary);
        let told = situation.tell("rollen", &serde_json::json!([role]), vocabulary);
        let Some(ask) = told.ok().and_then(|()| protocol.ask(&situation).ask) else {
            continue;
        };
        let functions: Vec<&str> = std::iter::once(ask.role).chain(ask.or).collect();
        match rows
            .iter_mut()
            .find(|row| row.functions == functions && row.article == ask.article)
        {
            Some(row) => row.roles.push(role),
            None => rows.push(AskData {
                functions,
                article: ask.article,
                roles: vec![role],
            }),
        }
    }
    rows
}

/// The words of one language.
pub(crate) fn words(house: &House, locale: Locale) -> Option<String> {
    let vocabulary = house.vocabulary;
    let speech = vocabulary.words(locale);
    let texts = crate::texts(locale);
    let verdict = |verdict: Verdict| {
        let said = speech.verdict(verdict)?;
        Some([
            tone(verdict).class(),
            said.label.as_str(),
            said.sentence.as_str(),
        ])
    };
    let group = |key: &'static String| {
        let said = speech.group(key)?;
        Some((
            key.as_str(),
            [
                said.question.as_str(),
                said.why.as_str(),
                said.none.as_str(),
            ],
        ))
    };
    let mut found: BTreeMap<&'static str, &str> =
        TEXTS.into_iter().map(|key| (key, texts.t(key))).collect();
    found.insert("change", ui::words_of(locale).t("change"));
    let data = WordsData {
        facts: vocabulary
            .facts
            .iter()
            .filter_map(|fact| fact_data(vocabulary, fact, locale))
            .collect(),
        persons: rules::PERSONS_FACTS
            .iter()
            .filter_map(|key| vocabulary.fact_id(key))
            .collect(),
        groups: vocabulary.groups.iter().filter_map(group).collect(),
        verdicts: Verdict::ALL.into_iter().filter_map(verdict).collect(),
        functions: vocabulary
            .functions
            .iter()
            .map(|key| (key.as_str(), speech.function(key)))
            .collect(),
        texts: found,
        starts: starts(house, locale),
        odd: rules::ODD,
        most: rules::MOST,
    };
    serde_json::to_string(&data).ok()
}

fn fact_data<'a>(
    vocabulary: &'a Vocabulary,
    fact: &'a Fact,
    locale: Locale,
) -> Option<FactData<'a>> {
    let speech = vocabulary.words(locale);
    let said = speech.fact(&fact.key)?;
    let label = |value: &'a String| {
        let said = if fact.kind == Kind::Action {
            speech.action(value)
        } else {
            speech.value(&fact.key, value)
        };
        said.map_or(value.as_str(), |said| said.label.as_str())
    };
    Some(FactData {
        key: &fact.key,
        kind: match fact.kind {
            Kind::Action => "action",
            Kind::Roles | Kind::OtherRoles => "roles",
            Kind::Choice => "choice",
            Kind::Recognisable | Kind::Consent => "persons",
            Kind::YesNo => "yes",
        },
        first: fact.vars.start,
        count: fact.vars.len(),
        rare: rules::is_rare(fact),
        group: fact.group.as_deref(),
        question: &said.question,
        why: &said.why,
        short: &said.short,
        values: &fact.values,
        labels: fact.values.iter().map(label).collect(),
    })
}

/// The sentences to start from.
fn starts(house: &House, locale: Locale) -> Vec<StartData> {
    let Some(any) = house.schools.first() else {
        return Vec::new();
    };
    let query = |address: String| {
        address
            .find('?')
            .and_then(|at| address.get(at..))
            .unwrap_or_default()
            .to_owned()
    };
    let parts = start::parts(house, any, locale).into_iter().map(|part| {
        let openings = part
            .openings
            .into_iter()
            .map(|opening| (opening.sentence, query(opening.address)));
        (
            crate::texts(locale).t(part.title),
            openings.collect(),
            query(part.other),
        )
    });
    parts.collect()
}
