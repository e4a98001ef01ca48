//! Scenarios: what should follow, written in Dutch beside the article, run as a test.

use crate::answer::Answer;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, ScenarioText};
use crate::phrase::PhraseBook;
use crate::situation::{Situation, Value};
use crate::vocabulary::Vocabulary;
use std::ops::Range;
use words::{Text, Verdict};

/// One scenario, read.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its title.
    pub title: String,
    /// Index of the article that it stands under.
    pub article: usize,
    /// Its place, in the document or in the file beside it.
    pub span: Range<usize>,
    /// True if it stands in the file beside the document.
    pub beside: bool,
    /// What is told.
    pub situation: Situation,
    /// The verdict that should follow.
    pub verdict: Verdict,
    /// Articles that should decide, perhaps with others.
    pub articles: Vec<String>,
    pub(crate) expectations: Vec<Expectation>,
}

#[derive(Debug, Clone)]
pub(crate) enum Expectation {
    Duty(String),
    NoDuty(String),
    Ask(String),
    Measure(String),
    Open(String),
    /// With these facts changed it is permitted.
    Remedy(Situation),
}

/// What running a scenario gave.
#[derive(Debug, Clone)]
pub struct Outcome<'p> {
    /// The scenario.
    pub scenario: Scenario,
    /// What the protocol said.
    pub answer: Answer<'p>,
    /// What should have been otherwise; empty if all is well.
    pub faults: Vec<Text>,
}

/// Reads the scenarios of a document. Those with faults are left out and reported.
pub(crate) fn read(
    document: &Document,
    vocabulary: &'static Vocabulary,
) -> (Vec<Scenario>, Vec<Diagnostic>) {
    read_all(document, &document.source, &document.scenarios, vocabulary)
}

/// Reads the scenarios of a file beside the document: fences under headings `## NUMBER`.
pub(crate) fn read_beside(
    document: &Document,
    bytes: &[u8],
    vocabulary: &'static Vocabulary,
) -> (Vec<Scenario>, Vec<Diagnostic>) {
    let (source, texts, mut problems) = crate::reader::read_scenarios(bytes, document);
    let (mut scenarios, more) = read_all(document, &source, &texts, vocabulary);
    for scenario in &mut scenarios {
        scenario.beside = true;
    }
    // Their places lie in another file, so they are said at the start of this one.
    problems.extend(more.into_iter().map(|problem| {
        let line = crate::diagnostic::Place::of(&source, problem.span.start).line;
        Diagnostic::error(
            problem.code,
            0..0,
            format!("in het scenariobestand, regel {line}: {}", problem.text.nl),
            format!("in the scenario file, line {line}: {}", problem.text.en),
        )
    }));
    (scenarios, problems)
}

fn read_all(
    document: &Document,
    source: &str,
    texts: &[ScenarioText],
    vocabulary: &'static Vocabulary,
) -> (Vec<Scenario>, Vec<Diagnostic>) {
    let book = PhraseBook::new(vocabulary);
    let mut scenarios = Vec::new();
    let mut problems = Vec::new();
    for text in texts {
        match read_one(document, source, vocabulary, &book, text) {
            Ok(scenario) => scenarios.push(scenario),
            Err(problem) => problems.push(problem),
        }
    }
    (scenarios, problems)
}

/// The verdicts as they are written.
const VERDICTS: [(&str, Verdict); 4] = [
    ("toegestaan", Verdict::Permitted),
    ("verboden", Verdict::Prohibited),
    ("twijfel", Verdict::Doubt),
    ("buiten bereik", Verdict::Outside),
];

fn read_one(
    document: &Document,
    source: &str,
    vocabulary: &'static Vocabulary,
    book: &PhraseBook,
    text: &ScenarioText,
) -> Result<Scenario, Diagnostic> {
    let mut situation = Situation::unknown(vocabulary);
    let mut kept_unknown = Vec::new();
    let mut close = false;
    let mut verdict = None;
    let mut articles = Vec::new();
    let mut expectations = Vec::new();
    let body = source.get(text.body.clone()).unwrap_or_default();
    let mut at = text.body.start;
    for raw in body.split_inclusive('\n') {
        let line = raw.trim();
        let span = at..at + raw.trim_end().len();
        at += raw.len();
        if line.is_empty() {
            continue;
        }
        let fault = |text: Text| Diagnostic::error("scenario", span.clone(), text.nl, text.en);
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        match (word.to_lowercase().as_str(), verdict.is_some()) {
            ("gegeven" | "en", false) => {
                if crate::phrase::normal(rest) == "verder niets bijzonders" {
                    close = true;
                } else if let Some(fact) = rest.strip_prefix("onbekend:") {
                    kept_unknown.push(fact_named(vocabulary, fact).map_err(fault)?);
                } else {
                    book.tell(&mut situation, rest).map_err(fault)?;
                }
            }
            ("als", false) => situation.action = Some(book.action(rest).map_err(fault)?),
            ("dan", false) => {
                let (said, by) = rest.split_once(" volgens ").unwrap_or((rest, ""));
                let said = crate::phrase::normal(said);
                let known = VERDICTS.iter().find(|(name, _)| *name == said);
                verdict = Some(known.map(|(_, verdict)| *verdict).ok_or_else(|| {
                    fault(Text::new(
                        format!("onbekend oordeel `{said}`: kies toegestaan, verboden, twijfel of buiten bereik"),
                        format!("unknown verdict `{said}`: choose toegestaan, verboden, twijfel or buiten bereik"),
                    ))
                })?);
                for number in by
                    .replace(" en ", ",")
                    .split(',')
                    .map(|n| n.trim().trim_end_matches('.'))
                {
                    if !number.is_empty() {
                        articles.push(article_named(document, number).map_err(fault)?);
                    }
                }
            }
            ("en", true) => {
                expectations.push(
                    expectation(document, vocabulary, book, &situation, rest).map_err(fault)?,
                );
            }
            _ => {
                return Err(fault(Text::new(
                    format!(
                        "een regel van een scenario begint met Gegeven, En, Als of Dan, in die volgorde; hier staat `{word}`"
                    ),
                    format!(
                        "a line of a scenario starts with Gegeven, En, Als or Dan, in this order; here is `{word}`"
                    ),
                )));
            }
        }
    }
    let whole = |nl: &str, en: &str| Diagnostic::error("scenario", text.body.clone(), nl, en);
    if situation.action.is_none() {
        return Err(whole(
            "dit scenario heeft geen regel die met Als begint",
            "this scenario has no line that starts with Als",
        ));
    }
    let Some(verdict) = verdict else {
        return Err(whole(
            "dit scenario heeft geen regel die met Dan begint",
            "this scenario has no line that starts with Dan",
        ));
    };
    let finish = |situation: &mut Situation| {
        if close {
            situation.close(vocabulary);
            for fact in &kept_unknown {
                situation.set(*fact, Value::Unknown);
            }
        }
    };
    finish(&mut situation);
    for expected in &mut expectations {
        if let Expectation::Remedy(changed) = expected {
            changed.action = situation.action;
            finish(changed);
        }
    }
    Ok(Scenario {
        title: text.title.clone(),
        article: text.article,
        span: text.body.clone(),
        beside: false,
        situation,
        verdict,
        articles,
        expectations,
    })
}

fn article_named(document: &Document, number: &str) -> Result<String, Text> {
    if document.article(number).is_some() {
        return Ok(number.to_owned());
    }
    Err(Text::new(
        format!("artikel {number} is er niet"),
        format!("there is no article {number}"),
    ))
}

/// A duty by the article that it stands in, or by the id of its norm where an article has several.
fn duty_named(document: &Document, name: &str) -> Result<String, Text> {
    if document.norms.iter().any(|norm| norm.id == name) {
        return Ok(name.to_owned());
    }
    article_named(document, name)
}

/// A fact by its key or its short name.
fn fact_named(vocabulary: &Vocabulary, name: &str) -> Result<usize, Text> {
    let name = name.trim().trim_end_matches('.');
    let words = vocabulary.words(words::Locale::Nl);
    let found = vocabulary.facts.iter().position(|fact| {
        fact.key == name || words.fact(&fact.key).is_some_and(|said| said.short == name)
    });
    found.ok_or_else(|| {
        let near = crate::diagnostic::nearest(name, vocabulary.fact_keys()).unwrap_or("rollen");
        Text::new(
            format!("onbekend feit `{name}`: bedoel je `{near}`?"),
            format!("unknown fact `{name}`: did you mean `{near}`?"),
        )
    })
}

fn expectation(
    document: &Document,
    vocabulary: &Vocabulary,
    book: &PhraseBook,
    situation: &Situation,
    line: &str,
) -> Result<Expectation, Text> {
    let line = line.trim_end_matches('.');
    let after = |prefix: &str| line.strip_prefix(prefix).map(str::trim);
    if let Some(number) = after("geen plicht ") {
        return duty_named(document, number).map(Expectation::NoDuty);
    }
    if let Some(number) = after("plicht ") {
        return duty_named(document, number).map(Expectation::Duty);
    }
    if let Some(number) = after("maatregel ") {
        return article_named(document, number).map(Expectation::Measure);
    }
    if let Some(function) = after("vraag aan ") {
        return Ok(Expectation::Ask(function.to_owned()));
    }
    if let Some(fact) = after("open:") {
        let id = fact_named(vocabulary, fact)?;
        let key = vocabulary.facts.get(id).map(|fact| fact.key.clone());
        return Ok(Expectation::Open(key.unwrap_or_default()));
    }
    if let Some(phrases) = after("mag wel als:") {
        let mut only = Situation::unknown(vocabulary);
        book.tell(&mut only, phrases)?;
        let mut changed = situation.clone();
        for fact in 0..vocabulary.facts.len() {
            if only.knows(fact) {
                changed.set(fact, only.get(fact).clone());
            }
        }
        return Ok(Expectation::Remedy(changed));
    }
    Err(Text::new(
        format!(
            "`{line}` is geen bekende verwachting: kies plicht, geen plicht, vraag aan, maatregel, open: of mag wel als:"
        ),
        format!(
            "`{line}` is no known expectation: choose plicht, geen plicht, vraag aan, maatregel, open: or mag wel als:"
        ),
    ))
}

/// A verdict as scenarios write it.
pub(crate) fn name(verdict: Verdict) -> &'static str {
    VERDICTS
        .iter()
        .find(|(_, known)| *known == verdict)
        .map_or("", |(name, _)| name)
}
