//! Reading the protocol file line by line: front matter, headings, fences. Bounded and without panic.

use crate::diagnostic::Diagnostic;
use crate::document::{
    Article, Coverage, Document, MAX_ARTICLES, MAX_BYTES, MAX_ERRORS, Norm, ScenarioText,
};
use crate::fences::Open;
use crate::front::Front;
use crate::guard;
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads a whole file. Without errors among the diagnostics there is a document.
pub(crate) fn read(bytes: &[u8]) -> (Option<Document>, Vec<Diagnostic>) {
    let source = match decode(bytes) {
        Ok(source) => source,
        Err(problem) => return (None, vec![problem]),
    };
    let mut reader = Reader::new(&source);
    if let Some(front) = reader.front() {
        reader.articles();
        reader.finish();
        if !reader.problems.iter().any(Diagnostic::is_error) {
            let document = Document {
                source: source.clone(),
                front,
                front_at: reader.front_at,
                preamble: reader.preamble,
                articles: reader.articles,
                norms: reader.norms,
                scenarios: reader.scenarios,
            };
            return (Some(document), reader.problems);
        }
    }
    (None, reader.problems)
}

/// Reads only the scenarios of a file that stands beside a document; its headings name the document's articles.
pub(crate) fn read_scenarios(
    bytes: &[u8],
    document: &Document,
) -> (String, Vec<ScenarioText>, Vec<Diagnostic>) {
    let source = match decode(bytes) {
        Ok(source) => source,
        Err(problem) => return (String::new(), Vec::new(), vec![problem]),
    };
    let mut reader = Reader::new(&source);
    reader.articles();
    let mut problems = reader.problems;
    let mut scenarios = Vec::new();
    for mut scenario in reader.scenarios {
        let own = reader.articles.get(scenario.article);
        let number = own.map_or("", |article| article.number.as_str());
        match document
            .articles
            .iter()
            .position(|known| known.number == number)
        {
            Some(article) => {
                scenario.article = article;
                scenarios.push(scenario);
            }
            None => problems.push(Diagnostic::error(
                "scenario-article",
                0..0,
                format!("het scenariobestand noemt artikel {number}, dat er niet is"),
                format!("the scenario file names article {number}, which is not there"),
            )),
        }
    }
    (source, scenarios, problems)
}

fn decode(bytes: &[u8]) -> Result<String, Diagnostic> {
    if bytes.len() > MAX_BYTES {
        return Err(Diagnostic::error(
            "too-large",
            0..0,
            format!(
                "het bestand is {} kB; een protocol is hoogstens {} kB",
                bytes.len() / 1000,
                MAX_BYTES / 1000
            ),
            format!(
                "the file is {} kB; a protocol is at most {} kB",
                bytes.len() / 1000,
                MAX_BYTES / 1000
            ),
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(source) => Ok(source.to_owned()),
        Err(fault) => {
            let line = bytes
                .get(..fault.valid_up_to())
                .map_or(1, |before| before.split(|byte| *byte == b'\n').count());
            Err(Diagnostic::error(
                "not-utf8",
                0..0,
                format!("op regel {line} staat een teken dat geen UTF-8 is"),
                format!("line {line} has a byte that is not UTF-8"),
            )
            .with_help("sla het bestand op als UTF-8", "save the file as UTF-8"))
        }
    }
}

pub(crate) struct Reader<'s> {
    pub(crate) source: &'s str,
    pub(crate) at: usize,
    front_at: usize,
    preamble: String,
    pub(crate) articles: Vec<Article>,
    numbers: BTreeMap<String, usize>,
    pub(crate) norms: Vec<Norm>,
    pub(crate) ids: BTreeMap<String, usize>,
    pub(crate) scenarios: Vec<ScenarioText>,
    problems: Vec<Diagnostic>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            at: 0,
            front_at: 0,
            preamble: String::new(),
            articles: Vec::new(),
            numbers: BTreeMap::new(),
            norms: Vec::new(),
            ids: BTreeMap::new(),
            scenarios: Vec::new(),
            problems: Vec::new(),
        }
    }

    pub(crate) fn report(&mut self, problem: Diagnostic) {
        if self.problems.len() < MAX_ERRORS {
            self.problems.push(problem);
        }
    }

    fn full(&self) -> bool {
        self.problems.len() >= MAX_ERRORS
    }

    /// The front matter between two lines `+++`.
    fn front(&mut self) -> Option<Front> {
        let start = self.source.len() - self.source.trim_start_matches('\u{feff}').len();
        let rest = self.source.get(start..).unwrap_or_default();
        let mut lines = rest.split_inclusive('\n');
        let first = lines.next().unwrap_or_default();
        if first.trim_end() != "+++" {
            self.report(
                Diagnostic::error(
                    "front-missing",
                    start..start + first.len(),
                    "het bestand begint niet met een regel `+++`",
                    "the file does not start with a line `+++`",
                )
                .with_help(
                    "zet de gegevens van het protocol bovenaan tussen twee regels `+++`",
                    "put the front matter at the top between two lines `+++`",
                ),
            );
            return None;
        }
        self.front_at = start + first.len();
        let mut end = self.front_at;
        let mut closed = false;
        for line in lines {
            if line.trim_end() == "+++" {
                self.at = end + line.len();
                closed = true;
                break;
            }
            end += line.len();
        }
        if !closed {
            self.report(Diagnostic::error(
                "front-open",
                start..self.front_at,
                "de gegevens bovenaan zijn niet afgesloten met een regel `+++`",
                "the front matter is not closed by a line `+++`",
            ));
            return None;
        }
        let text = self.source.get(self.front_at..end).unwrap_or_default();
        match toml::from_str::<Front>(text) {
            Ok(front) => Some(front),
            Err(fault) => {
                let problem = guard::toml_problem(&fault, self.front_at, end);
                self.report(problem);
                None
            }
        }
    }

    /// Everything after the front matter, line by line.
    fn articles(&mut self) {
        let mut open: Option<Open> = None;
        let body = self.source.get(self.at..).unwrap_or_default();
        for line in body.split_inclusive('\n') {
            let here = self.at..self.at + line.trim_end().len();
            self.at += line.len();
            if self.full() {
                return;
            }
            if let Some(fence) = open.take() {
                if line.trim_end() == "```" {
                    self.close(&fence, here.start);
                } else {
                    open = Some(fence);
                }
            } else if let Some(info) = line.strip_prefix("```") {
                open = Some(self.open(info.trim(), here));
            } else if let Some(heading) = line.strip_prefix("## ") {
                if self.articles.len() >= MAX_ARTICLES {
                    self.report(Diagnostic::error(
                        "too-many-articles",
                        here,
                        format!("er zijn meer dan {MAX_ARTICLES} artikelen"),
                        format!("there are more than {MAX_ARTICLES} articles"),
                    ));
                    return;
                }
                self.heading(heading.trim(), here);
            } else {
                match self.articles.last_mut() {
                    Some(article) => article.prose.push_str(line),
                    None => self.preamble.push_str(line),
                }
            }
        }
        if let Some(fence) = open {
            self.report(
                Diagnostic::error(
                    "fence-open",
                    fence.opened,
                    "dit blok is niet afgesloten",
                    "this fence is not closed",
                )
                .with_help("sluit het af met een regel ```", "close it with a line ```"),
            );
        }
    }

    fn heading(&mut self, heading: &str, span: Range<usize>) {
        let (name, coverage) = match heading.rsplit_once('{') {
            Some((name, mark)) if mark.ends_with('}') => {
                let mark = mark.trim_end_matches('}');
                let coverage = match mark {
                    "woordenlijst" => Some(Coverage::Vocabulary),
                    "procedure" => Some(Coverage::Procedure),
                    "tekst" => Some(Coverage::Text),
                    _ => {
                        let known = ["woordenlijst", "procedure", "tekst"];
                        self.report(
                            Diagnostic::error(
                                "unknown-coverage",
                                span.clone(),
                                format!("onbekende dekking `{mark}`: kies {{tekst}}, {{procedure}} of {{woordenlijst}}"),
                                format!("unknown coverage `{mark}`: choose {{tekst}}, {{procedure}} or {{woordenlijst}}"),
                            )
                            .with_nearest(mark, known),
                        );
                        None
                    }
                };
                (name.trim(), coverage)
            }
            _ => (heading, None),
        };
        let (number, title) = name.split_once(char::is_whitespace).unwrap_or((name, ""));
        if number.is_empty() {
            self.report(Diagnostic::error(
                "article-number",
                span.clone(),
                "dit artikel heeft geen nummer",
                "this article has no number",
            ));
        }
        if let Some(first) = self.numbers.get(number) {
            let place = crate::diagnostic::Place::of(self.source, *first);
            self.report(Diagnostic::error(
                "duplicate-article",
                span.clone(),
                format!(
                    "artikel {number} staat er twee keer; het staat ook op regel {}",
                    place.line
                ),
                format!("article {number} is there twice; see line {}", place.line),
            ));
        }
        self.numbers.insert(number.to_owned(), span.start);
        self.articles.push(Article {
            number: number.to_owned(),
            title: title.trim().to_owned(),
            coverage,
            prose: String::new(),
            children: None,
            norms: Vec::new(),
            span,
        });
    }

    fn finish(&mut self) {
        if self.articles.is_empty() && !self.full() {
            self.report(Diagnostic::error(
                "no-articles",
                0..0,
                "er staat geen enkel artikel in dit bestand",
                "this file has no articles",
            ));
        }
    }
}
