//! Labelled posts, and how well the scan finds what their labels say. The counting is that of the sample's own scorer.
#![expect(dead_code, reason = "each test uses a part of this")]

use personal_data::{Category, Channel, Finding, Purpose, Roster, Scanner, School};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// What a post's author marked in it.
#[derive(Debug, Clone)]
pub struct Label {
    pub start: usize,
    pub end: usize,
    pub category: Category,
    pub people: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Post {
    pub id: String,
    pub text: String,
    pub labels: Vec<Label>,
}

pub fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The scan of the school in a folder of `tests/data`.
pub fn scanner(folder: &str) -> Scanner {
    let roster = Roster::from_csv(&data(&format!("{folder}/roster.csv"))).expect("a roster");
    let school: School = serde_json::from_str(&data(&format!("{folder}/school.json"))).expect("a school");
    Scanner::new(&roster, school)
}

/// Posts of JSON Lines, as in the sample.
pub fn lines(text: &str) -> Vec<Post> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let labels = value["spans"].as_array().expect("spans").iter().map(|span| {
                let people = match &span["person_id"] {
                    serde_json::Value::String(one) => vec![one.clone()],
                    serde_json::Value::Array(many) => many.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect(),
                    _ => Vec::new(),
                };
                Label {
                    start: usize::try_from(span["start"].as_u64().expect("start")).unwrap(),
                    end: usize::try_from(span["end"].as_u64().expect("end")).unwrap(),
                    category: Category::from_code(span["category"].as_str().expect("category")).expect("a known category"),
                    people: people.into_iter().collect(),
                }
            });
            Post { id: value["id"].as_str().unwrap().into(), text: value["text"].as_str().unwrap().into(), labels: labels.collect() }
        })
        .collect()
}

/// Posts in our own notation: `id channel text`, with labels as `{r P001|Tom}` or `{ph|06-20304050}`.
pub fn marked(text: &str) -> Vec<Post> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (id, _channel, body) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            let (mut plain, mut chars, mut open, mut labels) = (String::new(), 0, Vec::new(), Vec::new());
            let mut rest = body.chars().peekable();
            while let Some(c) = rest.next() {
                match c {
                    '{' => {
                        let head: String = std::iter::from_fn(|| rest.next_if(|c| *c != '|')).collect();
                        rest.next();
                        let (code, people) = head.split_once(' ').unwrap_or((&head, ""));
                        let people: BTreeSet<String> = people.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect();
                        open.push((chars, category(code, id), people));
                    }
                    '}' => {
                        let (start, category, people) = open.pop().unwrap_or_else(|| panic!("{id}: a bracket too many"));
                        labels.push(Label { start, end: chars, category, people });
                    }
                    _ => {
                        plain.push(if c == '⏎' { '\n' } else { c });
                        chars += 1;
                    }
                }
            }
            assert!(open.is_empty(), "{id}: a bracket too few");
            Post { id: id.to_owned(), text: plain, labels }
        })
        .collect()
}

fn category(code: &str, id: &str) -> Category {
    match code {
        "r" => Category::PersonRoster,
        "o" => Category::PersonOther,
        "ph" => Category::Phone,
        "em" => Category::Email,
        "pc" => Category::Postcode,
        "ad" => Category::Address,
        "bd" => Category::Birthdate,
        "ag" => Category::Age,
        "bsn" => Category::Bsn,
        "iban" => Category::Iban,
        "pl" => Category::Plate,
        "pn" => Category::PupilNo,
        "ha" => Category::Handle,
        "url" => Category::Url,
        "he" => Category::Health,
        "re" => Category::Religion,
        "si" => Category::Situation,
        "ou" => Category::Outing,
        "sc" => Category::SchoolName,
        _ => panic!("{id}: no category is called {code}"),
    }
}

/// Found, wanted and right.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub right: usize,
    pub found: usize,
    pub wanted: usize,
}

fn part(a: usize, b: usize) -> f64 {
    if b == 0 { 1.0 } else { f64::from(u32::try_from(a).unwrap()) / f64::from(u32::try_from(b).unwrap()) }
}

impl Count {
    pub fn precision(self) -> f64 {
        part(self.right, self.found)
    }
    pub fn recall(self) -> f64 {
        part(self.right, self.wanted)
    }
}

#[derive(Debug, Default)]
pub struct Scores {
    pub exact: BTreeMap<Category, Count>,
    pub overlap: BTreeMap<Category, Count>,
    pub clean: usize,
    pub alarmed: usize,
    pub roster: usize,
    pub linked: usize,
    /// Recall of roster names per group of names: in a Dutch list, in none, with letters that Dutch lacks.
    pub groups: BTreeMap<&'static str, Count>,
    pub errors: Vec<String>,
}

impl Scores {
    pub fn of(&self, category: Category) -> Count {
        self.overlap.get(&category).copied().unwrap_or_default()
    }
    pub fn linking(&self) -> f64 {
        part(self.linked, self.roster)
    }
    pub fn alarms(&self) -> f64 {
        part(self.alarmed, self.clean)
    }
    /// Everything together.
    pub fn all(&self) -> Count {
        self.overlap.values().fold(Count::default(), |sum, one| Count {
            right: sum.right + one.right,
            found: sum.found + one.found,
            wanted: sum.wanted + one.wanted,
        })
    }
    pub fn table(&self) -> String {
        let mut out = String::from("category         wanted  found |  exact P     R | overlap P     R\n");
        for (category, count) in &self.overlap {
            let exact = self.exact.get(category).copied().unwrap_or_default();
            let row = [exact.precision(), exact.recall(), count.precision(), count.recall()].map(|x| x * 100.0);
            writeln!(out, "{:16} {:6} {:6} | {:8.1} {:5.1} | {:9.1} {:5.1}", category.code(), count.wanted, count.found, row[0], row[1], row[2], row[3]).unwrap();
        }
        let all = self.all();
        writeln!(out, "ALL              {:6} {:6} |                | {:9.1} {:5.1}", all.wanted, all.found, all.precision() * 100.0, all.recall() * 100.0).unwrap();
        writeln!(out, "candidate sets exactly right: {}/{} ({:.1}%)", self.linked, self.roster, self.linking() * 100.0).unwrap();
        writeln!(out, "clean posts alarmed: {}/{} ({:.1}%)", self.alarmed, self.clean, self.alarms() * 100.0).unwrap();
        for (group, count) in &self.groups {
            writeln!(out, "recall of names, {group}: {}/{} ({:.1}%)", count.right, count.wanted, count.recall() * 100.0).unwrap();
        }
        out
    }
}

/// Pairs of label and finding, one to one, those that share most first.
fn pairs(labels: &[&Label], found: &[&Finding], exact: bool) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (i, label) in labels.iter().enumerate() {
        for (j, finding) in found.iter().enumerate() {
            let (start, end) = finding.span.chars;
            let shared = label.end.min(end).saturating_sub(label.start.max(start));
            if shared > 0 && (!exact || (start, end) == (label.start, label.end)) {
                all.push((std::cmp::Reverse(shared), i, j));
            }
        }
    }
    all.sort_unstable();
    let (mut mine, mut theirs, mut out) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (_, i, j) in all {
        if !mine.contains(&i) && !theirs.contains(&j) {
            mine.insert(i);
            theirs.insert(j);
            out.push((i, j));
        }
    }
    out
}

/// Scores the scan on labelled posts, as the contract asks: findings from confidence 0.5 on.
pub fn score(scanner: &Scanner, posts: &[Post]) -> Scores {
    let mut scores = Scores::default();
    for post in posts {
        let report = scanner.scan(&post.text, Purpose { channel: Channel::Website, today: None }).expect("short enough");
        let found: Vec<&Finding> = report.findings.iter().filter(|one| one.confidence >= 0.5).collect();
        if post.labels.is_empty() {
            scores.clean += 1;
            scores.alarmed += usize::from(!found.is_empty());
        }
        let slice = |start: usize, end: usize| post.text.chars().skip(start).take(end - start).collect::<String>();
        for category in Category::ALL {
            let labels: Vec<&Label> = post.labels.iter().filter(|one| one.category == category).collect();
            let findings: Vec<&Finding> = found.iter().copied().filter(|one| one.category == category).collect();
            if labels.is_empty() && findings.is_empty() {
                continue;
            }
            for exact in [true, false] {
                let matched = pairs(&labels, &findings, exact);
                let count = if exact { &mut scores.exact } else { &mut scores.overlap }.entry(category).or_default();
                count.right += matched.len();
                count.found += findings.len();
                count.wanted += labels.len();
                if exact {
                    continue;
                }
                let text = post.text.replace('\n', " / ");
                for (i, label) in labels.iter().enumerate() {
                    let hit = matched.iter().find(|(one, _)| *one == i).and_then(|(_, j)| findings.get(*j));
                    if category == Category::PersonRoster {
                        let name = slice(label.start, label.end);
                        let group = scores.groups.entry(name_group(&name)).or_default();
                        group.wanted += 1;
                        group.right += usize::from(hit.is_some());
                        scores.roster += 1;
                        let people: Option<BTreeSet<String>> = hit.map(|one| one.candidates.iter().map(|one| one.person_id.clone()).collect());
                        scores.linked += usize::from(people.as_ref() == Some(&label.people));
                        if let Some(people) = people.filter(|people| *people != label.people) {
                            scores.errors.push(format!("WHO   {} {name:?} {people:?} for {:?} | {text}", post.id, label.people));
                        }
                    }
                    if hit.is_none() {
                        scores.errors.push(format!("MISS  {} {} {:?} | {text}", post.id, category.code(), slice(label.start, label.end)));
                    }
                }
                for (j, finding) in findings.iter().enumerate() {
                    if !matched.iter().any(|(_, one)| *one == j) {
                        let why: Vec<&str> = finding.reasons.iter().map(|one| one.code).collect();
                        let words = slice(finding.span.chars.0, finding.span.chars.1);
                        scores.errors.push(format!("FALSE {} {} {words:?} {} {why:?} | {text}", post.id, category.code(), finding.confidence));
                    }
                }
            }
        }
    }
    scores
}

/// In which group of names a name falls: by its first word.
fn name_group(name: &str) -> &'static str {
    let dutch = data("dutch-given-names.txt");
    let first = name.split([' ', '-']).next().unwrap_or_default().to_lowercase();
    if name.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && !"éëïöüèáó".contains(c.to_lowercase().next().unwrap_or(c))) {
        "letters that Dutch lacks"
    } else if dutch.lines().any(|one| one == first) {
        "in a Dutch list of given names"
    } else {
        "in no Dutch list"
    }
}
