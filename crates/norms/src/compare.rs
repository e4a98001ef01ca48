//! Two protocols, or two versions of one, compared over the whole space of situations.
//!
//! Every kind of situation whose verdict differs is counted, none sampled, and put into classes by the articles that decide
//! on either side. No class at all is a theorem: only text changed.

use crate::bridge::Bridge;
use crate::diagram::{NEVER, Ref};
use crate::document::Layer;
use crate::protocol::Protocol;
use crate::space::{Described, Space};
use crate::vocabulary::ActionId;
use rustc_hash::FxHashMap;
use serde::Serialize;
use words::Verdict;

/// What differs between two protocols.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Name of the first.
    pub a: String,
    /// Name of the second.
    pub b: String,
    /// Kinds of situations compared, over all actions.
    pub space: u128,
    /// Of those, with another verdict.
    pub changed: u128,
    /// True if no situation at all changes its verdict: a theorem, not a sample.
    pub only_text: bool,
    /// Front matter that differs though no verdict does: advisors, measures, duties.
    pub procedures_changed: bool,
    /// The classes, largest first.
    pub classes: Vec<Class>,
    /// For each action how many kinds of situations have which pair of verdicts.
    pub table: Vec<ActionTable>,
}

/// Situations that change their verdict in the same way, by the same articles.
#[derive(Debug, Clone, Serialize)]
pub struct Class {
    /// The actions for which it is so.
    pub actions: Vec<String>,
    /// Verdict of the first.
    pub from: Verdict,
    /// Verdict of the second.
    pub to: Verdict,
    /// The article that decides in the first; empty where none does.
    pub from_article: String,
    /// The article that decides in the second.
    pub to_article: String,
    /// Count, example and rules.
    #[serde(flatten)]
    pub described: Described,
}

/// Counts of pairs of verdicts for one action.
#[derive(Debug, Clone, Serialize)]
pub struct ActionTable {
    /// The action.
    pub action: String,
    /// `counts[a][b]`: verdicts in the order of [`Verdict::ALL`].
    pub counts: [[u128; 4]; 4],
}

/// One reason for a verdict: the first norm that decides.
struct Decider {
    verdict: Verdict,
    article: String,
    f: Ref,
}

/// Compares two protocols. `None` if the diagrams of one of them, or of both together, do not fit in the budget.
pub fn compare(a: &Protocol, b: &Protocol) -> Option<Comparison> {
    let vocabulary = a.vocabulary;
    let bridge = both_closures(a, b)?;
    let mut space = Space::new(&bridge, vocabulary);
    let mut comparison = Comparison {
        a: a.document.front.protocol.as_ref().clone(),
        b: b.document.front.protocol.as_ref().clone(),
        space: 0,
        changed: 0,
        only_text: false,
        procedures_changed: procedures_changed(a, b),
        classes: Vec::new(),
        table: Vec::new(),
    };
    let (mut memo_a, mut memo_b) = (FxHashMap::default(), FxHashMap::default());
    let mut same = true;
    let mut keys: FxHashMap<Vec<Ref>, usize> = FxHashMap::default();
    for action in 0..vocabulary.actions.len() {
        let (norms_a, verdicts_a) = space.bring(a, action, &mut memo_a)?;
        let (norms_b, verdicts_b) = space.bring(b, action, &mut memo_b)?;
        same &= verdicts_a == verdicts_b;
        let thinkable = space.thinkable(action);
        let relevant = space.relevant(verdicts_a.into_iter().chain(verdicts_b).chain([thinkable]));
        let counts = count_pairs(&mut space, &verdicts_a, &verdicts_b, thinkable, &relevant);
        for (from, row) in counts.iter().enumerate() {
            for (to, count) in row.iter().enumerate() {
                comparison.space += count;
                comparison.changed += if from == to { 0 } else { *count };
            }
        }
        let key = vocabulary
            .actions
            .get(action)
            .map(|action| action.key.clone())
            .unwrap_or_default();
        comparison.table.push(ActionTable {
            action: key.clone(),
            counts,
        });
        // Actions that the norms do not tell apart have one set of classes.
        let mut signature: Vec<Ref> = norms_a.iter().chain(&norms_b).map(|(_, f)| *f).collect();
        signature.extend(verdicts_a.into_iter().chain(verdicts_b).chain([thinkable]));
        if let Some(first) = keys.get(&signature) {
            let first = vocabulary
                .actions
                .get(*first)
                .map_or("", |action| action.key.as_str());
            for class in comparison
                .classes
                .iter_mut()
                .filter(|c| c.actions.iter().any(|x| x == first))
            {
                class.actions.push(key.clone());
            }
            continue;
        }
        keys.insert(signature, action);
        let deciders_a = deciders(a, &mut space, &norms_a, &verdicts_a);
        let deciders_b = deciders(b, &mut space, &norms_b, &verdicts_b);
        classes(
            &mut space,
            action,
            &deciders_a,
            &deciders_b,
            thinkable,
            &relevant,
            &mut comparison.classes,
        );
    }
    comparison.only_text = same;
    comparison.classes.sort_by(|x, y| {
        (y.described.count * y.actions.len() as u128)
            .cmp(&(x.described.count * x.actions.len() as u128))
    });
    (!space.store.is_full()).then_some(comparison)
}

/// A bridge in which a role implies whatever it implies in either protocol: for what is thinkable.
fn both_closures(a: &Protocol, b: &Protocol) -> Option<Bridge<'static>> {
    let closure = a.bridge.closure.iter().zip(&b.bridge.closure);
    Bridge::new(a.vocabulary, closure.map(|(x, y)| x | y).collect()).ok()
}

fn count_pairs(
    space: &mut Space<'_>,
    a: &[Ref; 4],
    b: &[Ref; 4],
    thinkable: Ref,
    relevant: &[bool],
) -> [[u128; 4]; 4] {
    a.map(|from| {
        let from = space.store.and(from, thinkable);
        b.map(|to| {
            let both = space.store.and(from, to);
            space.store.count(both, relevant)
        })
    })
}

/// The situations of each verdict, split by the first norm that decides.
fn deciders(
    protocol: &Protocol,
    space: &mut Space<'_>,
    norms: &[(usize, Ref)],
    verdicts: &[Ref; 4],
) -> Vec<Decider> {
    let mut found = Vec::new();
    for (verdict, whole) in Verdict::ALL.into_iter().zip(verdicts) {
        let mut rest = *whole;
        let layer = match verdict {
            Verdict::Prohibited => Some((Layer::Norm, true)),
            Verdict::Permitted => Some((Layer::Norm, false)),
            Verdict::Doubt => Some((Layer::Doubt, false)),
            Verdict::Outside => None,
        };
        for (i, f) in norms {
            let Some(norm) = protocol.document.norms.get(*i) else {
                continue;
            };
            if rest == NEVER || layer != Some((norm.layer, norm.forbids())) || norm.is_advice() {
                continue;
            }
            let decided = space.store.and(rest, *f);
            rest = space.store.minus(rest, *f);
            if decided != NEVER {
                found.push(Decider {
                    verdict,
                    article: protocol.document.article_of(norm).to_owned(),
                    f: decided,
                });
            }
        }
        if rest != NEVER {
            found.push(Decider {
                verdict,
                article: String::new(),
                f: rest,
            });
        }
    }
    merge_articles(space, found)
}

/// Norms of one article decide as one.
fn merge_articles(space: &mut Space<'_>, deciders: Vec<Decider>) -> Vec<Decider> {
    let mut merged: Vec<Decider> = Vec::new();
    for decider in deciders {
        let known = merged
            .iter_mut()
            .find(|known| known.verdict == decider.verdict && known.article == decider.article);
        match known {
            Some(known) => known.f = space.store.or(known.f, decider.f),
            None => merged.push(decider),
        }
    }
    merged
}

fn classes(
    space: &mut Space<'_>,
    action: ActionId,
    a: &[Decider],
    b: &[Decider],
    thinkable: Ref,
    relevant: &[bool],
    found: &mut Vec<Class>,
) {
    let key = space
        .vocabulary
        .actions
        .get(action)
        .map(|action| action.key.clone());
    for from in a {
        let mine = space.store.and(from.f, thinkable);
        for to in b.iter().filter(|to| to.verdict != from.verdict) {
            let set = space.store.and(mine, to.f);
            if set == NEVER {
                continue;
            }
            found.push(Class {
                actions: key.iter().cloned().collect(),
                from: from.verdict,
                to: to.verdict,
                from_article: from.article.clone(),
                to_article: to.article.clone(),
                described: space.describe(set, thinkable, action, relevant),
            });
        }
    }
}

/// Whether what surrounds the verdict differs: whom to ask, measures, duties, consent, calendar.
fn procedures_changed(a: &Protocol, b: &Protocol) -> bool {
    let told = |protocol: &Protocol| {
        let front = &protocol.document.front;
        let bare = |text: String| {
            // Places in the file differ when text moves; what is said does not.
            text.split("Spanned { span: ")
                .map(|part| {
                    part.split_once("value: ")
                        .map_or(part, |(_, value)| value)
                        .to_owned()
                })
                .collect::<String>()
        };
        let duties: Vec<String> = protocol
            .document
            .norms
            .iter()
            .filter(|norm| norm.layer == Layer::Duty)
            .map(|norm| norm.policy.to_string())
            .collect();
        bare(format!(
            "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{duties:?}",
            front.twijfel,
            front.procedures,
            front.maatregel,
            front.politie,
            front.kalender,
            front.toestemming,
            front.dossier,
            front.akkoord,
            front.zaak,
            front.vaststelling
        ))
    };
    told(a) != told(b)
}
