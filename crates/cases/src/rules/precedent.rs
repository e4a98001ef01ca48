//! What was decided in earlier cases that are alike: about somebody of the same kind, with an article in common. Nobody is named, no day is
//! said, and only what was decided is counted, so that who decides can treat alike what is alike and say why where they do not.

use law::measures::Kind;
use uuid::Uuid;

use super::figures::NONE;
use crate::model::Ruling;

/// So many school years count, with the one that runs: longer ago other rules held.
pub const YEARS: i64 = 5;

/// What was decided once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedent {
    /// The measure, or the decision to impose none.
    pub id: Uuid,
    /// Its case, as long as that is there.
    pub case: Option<Uuid>,
    /// The year in which the school year began.
    pub year: i64,
    /// The board handled it.
    pub to_board: bool,
    /// As what protocols know whom it was about.
    pub whom: String,
    /// The articles in play, and the one of the ladder.
    pub articles: Vec<String>,
    /// The step of the ladder, in the protocol's words; empty where none was taken.
    pub step: String,
    /// What it was by law, or [`NONE`].
    pub kind: String,
    /// Of a suspension: days, the first and the last included.
    pub days: Option<i64>,
    /// How an objection to it ended.
    pub ruling: Option<Ruling>,
}

/// Decisions of one sort, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The step, in the protocol's words.
    pub step: String,
    /// What it was by law, or [`NONE`].
    pub kind: String,
    /// How often.
    pub count: u64,
    /// The fewest and the most days.
    pub days: Option<(i64, i64)>,
    /// How often it was changed or taken back after an objection.
    pub changed: u64,
}

/// What is decided now.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    /// In this case, which is no precedent of itself.
    pub case: Uuid,
    /// As what protocols know whom it is about.
    pub whom: &'a str,
    /// The articles in play.
    pub articles: &'a [String],
    /// The year in which this school year began.
    pub year: i64,
    /// Whoever asks is of the board, and hears of what the board decided.
    pub board: bool,
}

impl Precedent {
    fn is_alike(&self, now: &Now<'_>) -> bool {
        let recent = self.year > now.year - YEARS;
        let shared = self.articles.iter().any(|one| now.articles.contains(one));
        // Where no article was said of either, that is what they have in common.
        let silent = self.articles.is_empty() && now.articles.is_empty();
        self.case != Some(now.case)
            && self.whom == now.whom
            && recent
            && (shared || silent)
            && (now.board || !self.to_board)
    }
}

/// What was decided in cases that are alike: the mildest first.
///
/// ```
/// # use cases::rules::precedent::{Now, Precedent, alike};
/// # use uuid::Uuid;
/// let warned = Precedent {
///     id: Uuid::from_u128(1), case: Some(Uuid::from_u128(2)), year: 2026, to_board: false, whom: "leerling".into(),
///     articles: vec!["7.b".into()], step: "waarschuwing".into(), kind: "waarschuwing".into(), days: None, ruling: None,
/// };
/// let articles = ["7.b".to_owned()];
/// let now = Now { case: Uuid::from_u128(3), whom: "leerling", articles: &articles, year: 2026, board: false };
/// assert_eq!(alike(&[warned.clone(), warned], &now)[0].count, 2);
/// ```
pub fn alike(all: &[Precedent], now: &Now<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for one in all.iter().filter(|one| one.is_alike(now)) {
        let same = |line: &&mut Line| (&line.kind, &line.step) == (&one.kind, &one.step);
        let changed = u64::from(matches!(one.ruling, Some(Ruling::Changed | Ruling::Lifted)));
        let days = one.days.map(|days| (days, days));
        match lines.iter_mut().find(same) {
            Some(line) => {
                line.count += 1;
                line.changed += changed;
                line.days = match (line.days, days) {
                    (Some((least, most)), Some((days, _))) => {
                        Some((least.min(days), most.max(days)))
                    }
                    (before, now) => before.or(now),
                };
            }
            None => lines.push(Line {
                step: one.step.clone(),
                kind: one.kind.clone(),
                count: 1,
                days,
                changed,
            }),
        }
    }
    lines.sort_by(|a, b| (weight(&a.kind), &a.step).cmp(&(weight(&b.kind), &b.step)));
    lines
}

/// How heavy: no measure is the mildest.
fn weight(kind: &str) -> Option<Kind> {
    super::measure::kind(kind).filter(|_| kind != NONE)
}

/// How what is chosen stands to what was decided before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Heavier than anything before.
    Heavier,
    /// Milder than anything before.
    Milder,
    /// A suspension of more days than any before.
    Longer,
}

/// Whether what is chosen differs from all that was decided in cases that are alike; none where it does not, or where there are none. What
/// was taken back on an objection does not count as decided.
pub fn beside(lines: &[Line], kind: &str, days: Option<i64>) -> Option<Beside> {
    let kept = lines.iter().filter(|line| line.count > line.changed);
    let weights: Vec<Option<Kind>> = kept.clone().map(|line| weight(&line.kind)).collect();
    let (least, most) = (weights.iter().min()?, weights.iter().max()?);
    let chosen = weight(kind);
    if chosen > *most {
        return Some(Beside::Heavier);
    }
    if chosen < *least {
        return Some(Beside::Milder);
    }
    let longest = kept
        .filter(|line| line.kind == kind)
        .filter_map(|line| line.days)
        .map(|(_, most)| most)
        .max();
    (days? > longest?).then_some(Beside::Longer)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(n: u128, kind: &str, days: Option<i64>, ruling: Option<Ruling>) -> Precedent {
        Precedent {
            id: Uuid::from_u128(n),
            case: Some(Uuid::from_u128(100 + n)),
            year: 2026,
            to_board: false,
            whom: "leerling".to_owned(),
            articles: vec!["7.b".to_owned()],
            step: kind.to_owned(),
            kind: kind.to_owned(),
            days,
            ruling,
        }
    }

    fn now(articles: &[String]) -> Now<'_> {
        Now {
            case: Uuid::from_u128(1),
            whom: "leerling",
            articles,
            year: 2026,
            board: false,
        }
    }

    #[test]
    fn what_is_decided_otherwise_is_said() {
        let articles = ["7.b".to_owned()];
        let all = [
            one(1, "waarschuwing", None, None),
            one(2, "schorsing", Some(1), None),
            one(3, "schorsing", Some(3), Some(Ruling::Changed)),
        ];
        let lines = alike(&all, &now(&articles));
        let said: Vec<_> = lines
            .iter()
            .map(|line| (line.kind.as_str(), line.count, line.days, line.changed))
            .collect();
        assert_eq!(
            said,
            [
                ("waarschuwing", 1, None, 0),
                ("schorsing", 2, Some((1, 3)), 1)
            ]
        );
        assert_eq!(beside(&lines, NONE, None), Some(Beside::Milder));
        assert_eq!(beside(&lines, "waarschuwing", None), None);
        assert_eq!(beside(&lines, "schorsing", Some(3)), None);
        assert_eq!(beside(&lines, "schorsing", Some(4)), Some(Beside::Longer));
        assert_eq!(beside(&lines, "verwijdering", None), Some(Beside::Heavier));
        assert_eq!(beside(&[], "verwijdering", None), None, "the first of all");
    }

    #[test]
    fn what_was_taken_back_is_no_example() {
        let articles = ["7.b".to_owned()];
        let all = [
            one(1, "waarschuwing", None, None),
            one(2, "verwijdering", None, Some(Ruling::Lifted)),
        ];
        let lines = alike(&all, &now(&articles));
        assert_eq!(beside(&lines, "schorsing", Some(1)), Some(Beside::Heavier));
    }

    proptest! {
        /// Nothing of its own case, of another kind of person, of long ago or of the board's business is counted.
        #[test]
        fn only_what_is_alike_counts(
            own in any::<bool>(), staff in any::<bool>(), old in any::<bool>(), other in any::<bool>(), hidden in any::<bool>(), board in any::<bool>(),
        ) {
            let articles = ["7.b".to_owned()];
            let mut it = one(1, "waarschuwing", None, None);
            if own { it.case = Some(Uuid::from_u128(1)); }
            if staff { it.whom = "medewerker".to_owned(); }
            if old { it.year -= YEARS; }
            if other { it.articles = vec!["3".to_owned()]; }
            it.to_board = hidden;
            let now = Now { board, ..now(&articles) };
            let counts = !own && !staff && !old && !other && (board || !hidden);
            prop_assert_eq!(alike(&[it], &now).len(), usize::from(counts));
        }
    }
}
