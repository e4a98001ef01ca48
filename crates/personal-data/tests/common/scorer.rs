//! How well the scan finds what the labels say: exact and overlapping, one to one, those that share most first.

use crate::posts::{Label, Post, data};
use personal_data::{Category, Channel, Finding, Purpose, Scanner};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Found, wanted and right.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) wanted: usize,
}

fn part(a: usize, b: usize) -> f64 {
    if b == 0 {
        1.0
    } else {
        f64::from(u32::try_from(a).unwrap()) / f64::from(u32::try_from(b).unwrap())
    }
}

impl Count {
    pub(crate) fn precision(self) -> f64 {
        part(self.right, self.found)
    }
    pub(crate) fn recall(self) -> f64 {
        part(self.right, self.wanted)
    }
}

/// Wilson's interval of 95% in percent: what a small number can prove.
fn interval(right: usize, all: usize) -> String {
    if all == 0 {
        return String::from("-");
    }
    let (share, count) = (part(right, all), f64::from(u32::try_from(all).unwrap()));
    let squared = 1.96_f64 * 1.96;
    let middle = (share + squared / (2.0 * count)) / (1.0 + squared / count);
    let spread = (share * (1.0 - share) / count + squared / (4.0 * count * count)).sqrt();
    let reach = 1.96 * spread / (1.0 + squared / count);
    let percent = [middle - reach, middle + reach].map(|edge| edge.clamp(0.0, 1.0) * 100.0);
    format!("{:.0}-{:.0}", percent[0], percent[1])
}

#[derive(Debug, Default)]
pub(crate) struct Scores {
    pub(crate) exact: BTreeMap<Category, Count>,
    pub(crate) overlap: BTreeMap<Category, Count>,
    pub(crate) clean: usize,
    pub(crate) alarmed: usize,
    pub(crate) roster: usize,
    pub(crate) linked: usize,
    /// Recall of roster names per group of names: in a Dutch list, in none, with letters that Dutch lacks.
    pub(crate) groups: BTreeMap<&'static str, Count>,
    pub(crate) errors: Vec<String>,
}

impl Scores {
    pub(crate) fn of(&self, category: Category) -> Count {
        self.overlap.get(&category).copied().unwrap_or_default()
    }
    pub(crate) fn linking(&self) -> f64 {
        part(self.linked, self.roster)
    }
    pub(crate) fn alarms(&self) -> f64 {
        part(self.alarmed, self.clean)
    }
    /// Everything together.
    pub(crate) fn all(&self) -> Count {
        self.overlap
            .values()
            .fold(Count::default(), |sum, one| Count {
                right: sum.right + one.right,
                found: sum.found + one.found,
                wanted: sum.wanted + one.wanted,
            })
    }
    pub(crate) fn table(&self) -> String {
        let mut out = String::from(
            "category         wanted  found |  exact P     R | overlap P     R | 95% P    95% R\n",
        );
        for (category, count) in &self.overlap {
            let exact = self.exact.get(category).copied().unwrap_or_default();
            let row = [
                exact.precision(),
                exact.recall(),
                count.precision(),
                count.recall(),
            ]
            .map(|x| x * 100.0);
            writeln!(
                out,
                "{:16} {:6} {:6} | {:8.1} {:5.1} | {:9.1} {:5.1} | {:8} {}",
                category.code(),
                count.wanted,
                count.found,
                row[0],
                row[1],
                row[2],
                row[3],
                interval(count.right, count.found),
                interval(count.right, count.wanted)
            )
            .unwrap();
        }
        let all = self.all();
        writeln!(
            out,
            "ALL              {:6} {:6} |                | {:9.1} {:5.1}",
            all.wanted,
            all.found,
            all.precision() * 100.0,
            all.recall() * 100.0
        )
        .unwrap();
        writeln!(
            out,
            "candidate sets exactly right: {}/{} ({:.1}%)",
            self.linked,
            self.roster,
            self.linking() * 100.0
        )
        .unwrap();
        writeln!(
            out,
            "clean posts alarmed: {}/{} ({:.1}%)",
            self.alarmed,
            self.clean,
            self.alarms() * 100.0
        )
        .unwrap();
        for (group, count) in &self.groups {
            writeln!(
                out,
                "recall of names, {group}: {}/{} ({:.1}%)",
                count.right,
                count.wanted,
                count.recall() * 100.0
            )
            .unwrap();
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
pub(crate) fn score(scanner: &Scanner, posts: &[Post]) -> Scores {
    let mut scores = Scores::default();
    for post in posts {
        let report = scanner
            .scan(
                &post.text,
                Purpose {
                    channel: Channel::Website,
                    today: None,
                },
            )
            .expect("short enough");
        let found: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|one| one.confidence >= 0.5)
            .collect();
        if post.labels.is_empty() {
            scores.clean += 1;
            scores.alarmed += usize::from(!found.is_empty());
        }
        let slice = |start: usize, end: usize| {
            post.text
                .chars()
                .skip(start)
                .take(end - start)
                .collect::<String>()
        };
        for category in Category::ALL {
            let labels: Vec<&Label> = post
                .labels
                .iter()
                .filter(|one| one.category == category)
                .collect();
            let findings: Vec<&Finding> = found
                .iter()
                .copied()
                .filter(|one| one.category == category)
                .collect();
            if labels.is_empty() && findings.is_empty() {
                continue;
            }
            for exact in [true, false] {
                let matched = pairs(&labels, &findings, exact);
                let count = if exact {
                    &mut scores.exact
                } else {
                    &mut scores.overlap
                }
                .entry(category)
                .or_default();
                count.right += matched.len();
                count.found += findings.len();
                count.wanted += labels.len();
                if exact {
                    continue;
                }
                let text = post.text.replace('\n', " / ");
                for (i, label) in labels.iter().enumerate() {
                    let hit = matched
                        .iter()
                        .find(|(one, _)| *one == i)
                        .and_then(|(_, j)| findings.get(*j));
                    if category == Category::PersonRoster {
                        let name = slice(label.start, label.end);
                        let group = scores.groups.entry(name_group(&name)).or_default();
                        group.wanted += 1;
                        group.right += usize::from(hit.is_some());
                        scores.roster += 1;
                        let people: Option<BTreeSet<String>> = hit.map(|one| {
                            one.candidates
                                .iter()
                                .map(|one| one.person_id.clone())
                                .collect()
                        });
                        scores.linked += usize::from(people.as_ref() == Some(&label.people));
                        if let Some(people) = people.filter(|people| *people != label.people) {
                            scores.errors.push(format!(
                                "WHO   {} {name:?} {people:?} for {:?} | {text}",
                                post.id, label.people
                            ));
                        }
                    }
                    if hit.is_none() {
                        scores.errors.push(format!(
                            "MISS  {} {} {:?} | {text}",
                            post.id,
                            category.code(),
                            slice(label.start, label.end)
                        ));
                    }
                }
                for (j, finding) in findings.iter().enumerate() {
                    if !matched.iter().any(|(_, one)| *one == j) {
                        let why: Vec<&str> = finding.reasons.iter().map(|one| one.code).collect();
                        let words = slice(finding.span.chars.0, finding.span.chars.1);
                        scores.errors.push(format!(
                            "FALSE {} {} {words:?} {} {why:?} | {text}",
                            post.id,
                            category.code(),
                            finding.confidence
                        ));
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
    let first = name
        .split([' ', '-'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    if name.chars().any(|c| {
        c.is_alphabetic()
            && !c.is_ascii()
            && !"éëïöüèáó".contains(c.to_lowercase().next().unwrap_or(c))
    }) {
        "letters that Dutch lacks"
    } else if dutch.lines().any(|one| one == first) {
        "in a Dutch list of given names"
    } else {
        "in no Dutch list"
    }
}
