//! Labelled posts, in two notations.

use personal_data::{Category, Roster, Scanner, School};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What a post's author marked in it.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) category: Category,
    pub(crate) people: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) labels: Vec<Label>,
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

pub(crate) fn data(name: &str) -> String {
    let path = file(name);
    std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

/// The scan of the school in a folder of `tests/data`.
pub(crate) fn scanner(folder: &str) -> Scanner {
    let roster = Roster::from_csv(&data(&format!("{folder}/roster.csv"))).expect("a roster");
    let school: School =
        serde_json::from_str(&data(&format!("{folder}/school.json"))).expect("a school");
    Scanner::new(&roster, school)
}

/// A set of posts of a school, in whichever notation its file has.
pub(crate) fn labelled(folder: &str, set: &str) -> Vec<Post> {
    let lined = format!("{folder}/{set}.jsonl");
    if file(&lined).exists() {
        lines(&data(&lined))
    } else {
        marked(&data(&format!("{folder}/{set}.txt")))
    }
}

/// Posts of JSON Lines, as in the sample.
fn lines(text: &str) -> Vec<Post> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let labels = value["spans"]
                .as_array()
                .expect("spans")
                .iter()
                .map(|span| {
                    let people = match &span["person_id"] {
                        serde_json::Value::String(one) => vec![one.clone()],
                        serde_json::Value::Array(many) => many
                            .iter()
                            .filter_map(|one| one.as_str().map(str::to_owned))
                            .collect(),
                        _ => Vec::new(),
                    };
                    Label {
                        start: usize::try_from(span["start"].as_u64().expect("start")).unwrap(),
                        end: usize::try_from(span["end"].as_u64().expect("end")).unwrap(),
                        category: Category::from_code(span["category"].as_str().expect("category"))
                            .expect("a known category"),
                        people: people.into_iter().collect(),
                    }
                });
            Post {
                id: value["id"].as_str().unwrap().into(),
                text: value["text"].as_str().unwrap().into(),
                labels: labels.collect(),
            }
        })
        .collect()
}

/// Posts in our own notation: `id channel text`, with labels as `{r P001|Tom}` or `{ph|06-20304050}`.
pub(crate) fn marked(text: &str) -> Vec<Post> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let mut parts = line.splitn(3, ' ');
            let (id, _channel, body) = (
                parts.next().unwrap(),
                parts.next().unwrap(),
                parts.next().unwrap(),
            );
            let (mut plain, mut chars, mut open, mut labels) =
                (String::new(), 0, Vec::new(), Vec::new());
            let mut rest = body.chars().peekable();
            while let Some(c) = rest.next() {
                match c {
                    '{' => {
                        let head: String =
                            std::iter::from_fn(|| rest.next_if(|c| *c != '|')).collect();
                        rest.next();
                        let (code, people) = head.split_once(' ').unwrap_or((&head, ""));
                        let people: BTreeSet<String> = people
                            .split(',')
                            .filter(|one| !one.is_empty())
                            .map(str::to_owned)
                            .collect();
                        open.push((chars, category(code, id), people));
                    }
                    '}' => {
                        let (start, category, people) = open
                            .pop()
                            .unwrap_or_else(|| panic!("{id}: a bracket too many"));
                        labels.push(Label {
                            start,
                            end: chars,
                            category,
                            people,
                        });
                    }
                    _ => {
                        plain.push(if c == '⏎' { '\n' } else { c });
                        chars += 1;
                    }
                }
            }
            assert!(open.is_empty(), "{id}: a bracket too few");
            Post {
                id: id.to_owned(),
                text: plain,
                labels,
            }
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
