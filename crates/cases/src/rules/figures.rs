//! The figures of a year, counted from clear columns, and hiding whatever would tell of one pupil.
//!
//! A number under [`LEAST`] is not shown. That alone is not enough: who knows the total and all other numbers of a table knows the one
//! that is hidden, and the tables of one year count the same cases. So what is shown is held against itself ([`room`]): first the
//! total goes, then the smallest number of a table, until each small number could still be at least [`ROOM`] different ones.

use jiff::{SignedDuration, Timestamp};
use law::measures::Kind;

use super::closing::{Standing, standing};
use crate::model::{Event, Opened, Record, State, Way};

/// The least number that is shown.
pub const LEAST: u64 = 5;
/// So many numbers a hidden one under [`LEAST`] can still be for who reads the page.
pub const ROOM: u64 = 3;

/// How a case that was closed ended: the heaviest measure that stands, or that there is none. It stands in the clear.
pub fn outcome(opened: &Opened) -> &'static str {
    let imposed = opened
        .events
        .iter()
        .filter_map(|event| match &event.record {
            Record::Measure { kind, .. } if standing(opened, event.id) == Standing::Imposed => {
                super::measure::kind(kind)
            }
            _ => None,
        });
    // From the mildest to the heaviest; one against staff stands apart and counts as the heaviest.
    imposed.max().map_or(NONE, Kind::code)
}

/// No measure.
pub const NONE: &str = "geen";

/// Whether everything of a case that has a term was done in time, as far as that is known now.
pub fn kept(opened: &Opened, done: &[uuid::Uuid], now: Timestamp) -> bool {
    let on_time = |event: &Event| {
        let at = event.done_at.filter(|_| !done.contains(&event.id));
        event.due.is_none_or(|due| at.unwrap_or(now) <= due)
    };
    opened.events.iter().all(on_time)
}

/// What is counted of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// How it came in.
    pub way: Way,
    /// How far it is.
    pub state: State,
    /// How it ended, for one that was closed.
    pub outcome: Option<String>,
    /// Whether its terms were kept, once it is over.
    pub kept: Option<bool>,
    /// When it came in.
    pub received_at: Timestamp,
    /// When somebody took it up.
    pub opened_at: Option<Timestamp>,
    /// Its articles.
    pub articles: Vec<String>,
}

/// One number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// This many.
    Number(u64),
    /// Fewer than [`LEAST`].
    Few,
    /// [`LEAST`] or more; the number would give another away.
    Hidden,
}

/// One line of a table: what is counted by its key.
pub type Line = (String, u64);

/// A table in which each case stands once, with its lines as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it counts by: the name of a text.
    pub key: &'static str,
    /// Its lines.
    pub lines: Vec<(String, Shown)>,
}

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// All cases.
    pub total: Shown,
    /// Tables in which each case stands once: way, outcome, term, days to the first action.
    pub tables: Vec<Table>,
    /// By article. A case can have more than one, or none.
    pub articles: Table,
}

/// Within how many days somebody took a signal up, by steps.
fn first(case: &Counted) -> &'static str {
    let Some(opened) = case.opened_at else {
        return "niet";
    };
    let waited = opened.duration_since(case.received_at);
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    if waited <= days(1) {
        "1"
    } else if waited <= days(2) {
        "2"
    } else if waited <= days(7) {
        "7"
    } else {
        "later"
    }
}

const FIRST: [&str; 5] = ["1", "2", "7", "later", "niet"];
const TERM: [&str; 3] = ["op-tijd", "te-laat", "loopt"];

fn term(case: &Counted) -> &'static str {
    match case.kept {
        Some(true) => "op-tijd",
        Some(false) => "te-laat",
        None => "loopt",
    }
}

/// How a case ended, or how far it is.
fn ended(case: &Counted) -> &str {
    match (case.state, &case.outcome) {
        (State::Closed, Some(outcome)) => outcome,
        (State::Closed, None) => NONE,
        (other, _) => other.key(),
    }
}

fn ends() -> Vec<&'static str> {
    let measures = Kind::ALL
        .into_iter()
        .filter(|kind| *kind != Kind::NotActing);
    let mut all: Vec<&'static str> = measures.map(Kind::code).collect();
    all.push(NONE);
    let states = State::ALL.iter().filter(|state| **state != State::Closed);
    all.extend(states.map(|state| state.key()));
    all
}

fn count<'a>(
    keys: &[&str],
    cases: &'a [Counted],
    of: impl Fn(&'a Counted) -> &'a str,
) -> Vec<Line> {
    let many = |key: &str| cases.iter().filter(|case| of(case) == key).count() as u64;
    keys.iter()
        .map(|key| ((*key).to_owned(), many(key)))
        .collect()
}

/// The figures of these cases. `articles` are those of the protocol, in order; others that a case names come after them.
pub fn figures(cases: &[Counted], articles: &[String]) -> Figures {
    let ways: Vec<&str> = Way::ALL.iter().map(|way| way.key()).collect();
    let counted = vec![
        ("figures-way", count(&ways, cases, |case| case.way.key())),
        ("figures-outcome", count(&ends(), cases, |case| ended(case))),
        ("figures-term", count(&TERM, cases, |case| term(case))),
        ("figures-first", count(&FIRST, cases, |case| first(case))),
    ];
    let tables: Vec<Vec<u64>> = counted
        .iter()
        .map(|(_, lines)| lines.iter().map(|line| line.1).collect())
        .collect();
    let (total, shown) = hide(&tables);
    let tables = counted
        .into_iter()
        .zip(shown)
        .map(|((key, lines), shown)| Table {
            key,
            lines: lines.into_iter().map(|line| line.0).zip(shown).collect(),
        });
    let mut named = articles.to_vec();
    let others = cases.iter().flat_map(|case| case.articles.clone());
    for other in others {
        if !named.contains(&other) {
            named.push(other);
        }
    }
    let lines = named.into_iter().filter_map(|article| {
        let many = cases
            .iter()
            .filter(|case| case.articles.contains(&article))
            .count();
        (many > 0).then(|| (article, plainly(many as u64)))
    });
    Figures {
        total,
        tables: tables.collect(),
        articles: Table {
            key: "figures-article",
            lines: lines.collect(),
        },
    }
}

const fn plainly(many: u64) -> Shown {
    if many < LEAST {
        Shown::Few
    } else {
        Shown::Number(many)
    }
}

/// Between which numbers a number lies for who reads it; no end where it has none.
const fn span(shown: Shown) -> (u64, Option<u64>) {
    match shown {
        Shown::Number(many) => (many, Some(many)),
        Shown::Few => (0, Some(LEAST - 1)),
        Shown::Hidden => (LEAST, None),
    }
}

fn sum(spans: impl Iterator<Item = (u64, Option<u64>)>) -> (u64, Option<u64>) {
    spans.fold((0, Some(0)), |(least, most), (low, high)| {
        (least + low, most.zip(high).map(|(most, high)| most + high))
    })
}

fn both(one: (u64, Option<u64>), other: (u64, Option<u64>)) -> (u64, Option<u64>) {
    let high = match (one.1, other.1) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    (one.0.max(other.0), high)
}

/// How many numbers each hidden number under [`LEAST`] can still be, for who knows all that is shown: the least of them, and
/// none where no number is hidden. Tables count the same cases, so each says something of the total and through it of the others.
pub fn room(total: Shown, tables: &[Vec<Shown>]) -> Option<u64> {
    let sums = tables
        .iter()
        .map(|table| sum(table.iter().map(|one| span(*one))));
    let all = sums.fold(span(total), both);
    let of_cell = |table: &Vec<Shown>, at: usize| {
        let others = table.iter().enumerate().filter(|(other, _)| *other != at);
        let (least, most) = sum(others.map(|(_, one)| span(*one)));
        // It is the total without the others.
        let high = all
            .1
            .map_or(LEAST - 1, |all| all.saturating_sub(least).min(LEAST - 1));
        let low = most.map_or(0, |most| all.0.saturating_sub(most));
        (high + 1).saturating_sub(low)
    };
    let cells = tables.iter().flat_map(|table| {
        let few = table
            .iter()
            .enumerate()
            .filter(|(_, one)| **one == Shown::Few);
        few.map(|(at, _)| of_cell(table, at)).collect::<Vec<_>>()
    });
    cells.min()
}

/// The total and the numbers of tables that count the same cases, as they can be shown together.
pub fn hide(tables: &[Vec<u64>]) -> (Shown, Vec<Vec<Shown>>) {
    let many = tables.first().map_or(0, |table| table.iter().sum());
    let mut shown: Vec<Vec<Shown>> = tables
        .iter()
        .map(|table| table.iter().map(|one| plainly(*one)).collect())
        .collect();
    let mut total = plainly(many);
    let safe = |total, shown: &[Vec<Shown>]| room(total, shown).is_none_or(|room| room >= ROOM);
    if !safe(total, &shown) && total != Shown::Few {
        total = Shown::Hidden;
    }
    while !safe(total, &shown) {
        // In each table that still shows a number, the smallest of them goes.
        let mut went = false;
        for table in &mut shown {
            let numbers = table.iter_mut().filter_map(|one| match one {
                Shown::Number(many) => Some((*many, one)),
                _ => None,
            });
            if let Some((_, one)) = numbers.min_by_key(|(many, _)| *many) {
                *one = Shown::Hidden;
                went = true;
            }
        }
        if !went {
            break;
        }
    }
    (total, shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The tables of some cases: each case stands in one line of each table.
    fn tables() -> impl Strategy<Value = Vec<Vec<u64>>> {
        let case = (0_usize..3, 0_usize..6, 0_usize..3);
        prop::collection::vec(case, 0..60).prop_map(|cases| {
            let mut all = vec![vec![0; 3], vec![0; 6], vec![0; 3]];
            for (a, b, c) in cases {
                all[0][a] += 1;
                all[1][b] += 1;
                all[2][c] += 1;
            }
            all
        })
    }

    /// All that one hidden number can be, found by trying: each total that all tables allow, and each number in it.
    fn can_be(total: Shown, tables: &[Vec<Shown>], (table, cell): (usize, usize)) -> usize {
        let reaches = |sum: u64, cells: &[Shown]| {
            let mut low = 0;
            let mut high = Some(0);
            for one in cells {
                let (least, most) = span(*one);
                low += least;
                high = match (high, most) {
                    (Some(a), Some(b)) => Some(a + b),
                    _ => None,
                };
            }
            low <= sum && high.is_none_or(|high| sum <= high)
        };
        (0..LEAST)
            .filter(|number| {
                (0..400).any(|all| {
                    let mut with = tables.to_vec();
                    with[table][cell] = Shown::Number(*number);
                    reaches(all, &[total]) && with.iter().all(|cells| reaches(all, cells))
                })
            })
            .count()
    }

    proptest! {
        /// Whatever is shown, no number under five can be worked out: at least three remain for each.
        #[test]
        fn nobody_can_work_a_small_number_out(counted in tables()) {
            let (total, shown) = hide(&counted);
            for (at, table) in shown.iter().enumerate() {
                for (cell, one) in table.iter().enumerate() {
                    match one {
                        Shown::Number(many) => prop_assert!(*many >= LEAST && *many == counted[at][cell]),
                        Shown::Hidden => prop_assert!(counted[at][cell] >= LEAST),
                        Shown::Few => {
                            prop_assert!(counted[at][cell] < LEAST);
                            let can = can_be(total, &shown, (at, cell));
                            prop_assert!(can as u64 >= ROOM, "{total:?} {shown:?}: {can}");
                        }
                    }
                }
            }
        }

        /// Where nothing is small, nothing is hidden.
        #[test]
        fn large_numbers_are_all_shown(a in 5_u64..50, b in 5_u64..50) {
            let (total, shown) = hide(&[vec![a, b], vec![a + b]]);
            prop_assert_eq!(total, Shown::Number(a + b));
            prop_assert_eq!(shown, vec![vec![Shown::Number(a), Shown::Number(b)], vec![Shown::Number(a + b)]]);
        }
    }

    #[test]
    fn a_total_that_gives_a_number_away_is_hidden() {
        let (total, shown) = hide(&[vec![20, 3]]);
        assert_eq!(
            (total, shown),
            (Shown::Hidden, vec![vec![Shown::Number(20), Shown::Few]])
        );
        // Another table without a small number would be the total.
        let (_, shown) = hide(&[vec![20, 3], vec![23]]);
        assert_eq!(shown[1], vec![Shown::Hidden]);
    }
}
