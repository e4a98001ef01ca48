//! How far the document carries itself: every article by something that acts, every norm by scenarios that would notice.

use crate::ask::Workspace;
use crate::document::{Coverage as Mark, Layer};
use crate::mutant::{Change, Mutator};
use crate::protocol::{Compiled, Protocol};
use serde::Serialize;
use words::Text;

/// What a document carries.
#[derive(Debug, Clone, Serialize)]
pub struct Coverage {
    /// Every article and what carries it.
    pub articles: Vec<ArticleCoverage>,
    /// Every norm and how well scenarios guard it.
    pub norms: Vec<NormCoverage>,
    /// Number of scenarios.
    pub scenarios: usize,
    /// Changed norms that were tried.
    pub mutants: usize,
    /// Of those, that change no verdict and no duty anywhere.
    pub equivalent: usize,
    /// Of the others, that no scenario notices.
    pub surviving: Vec<Survivor>,
}

/// What carries an article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleCoverage {
    /// Its number.
    pub article: String,
    /// `norm`, `vocabulary`, `procedure`, `text`, or `none`.
    pub kind: &'static str,
    /// Its norms.
    pub norms: Vec<String>,
    /// Scenarios that stand under it.
    pub scenarios: usize,
}

/// How well scenarios guard a norm.
#[derive(Debug, Clone, Serialize)]
pub struct NormCoverage {
    /// Its id.
    pub id: String,
    /// Its article.
    pub article: String,
    /// Some scenario satisfies it.
    pub reached: bool,
    /// Some scenario comes out otherwise without it. `None` where nothing does, in any situation: it is redundant.
    pub decisive: Option<bool>,
    /// Scenarios notice every change of its conditions.
    pub bounded: bool,
}

/// A changed norm that no scenario notices.
#[derive(Debug, Clone, Serialize)]
pub struct Survivor {
    /// Id of the norm.
    pub norm: String,
    /// What was changed.
    pub change: Text,
}

impl Coverage {
    /// True if every article is carried and every norm that can matter is reached.
    pub fn is_whole(&self) -> bool {
        self.articles.iter().all(|article| article.kind != "none")
            && self
                .norms
                .iter()
                .all(|norm| norm.reached || norm.decisive.is_none())
    }
}

impl Protocol {
    /// Measures what the document carries. `None` if the diagrams do not fit in the budget.
    pub fn coverage(&self) -> Option<Coverage> {
        let mut mutant = self.clone();
        let mut compiled = mutant.compiled.take()?;
        let mut mutator = Mutator::new(self, &mut compiled.store);
        let original = compiled.actions.clone();
        let mut coverage = Coverage {
            articles: self.article_coverage(),
            norms: Vec::new(),
            scenarios: self.scenarios.len(),
            mutants: 0,
            equivalent: 0,
            surviving: Vec::new(),
        };
        let reached = self.reached_norms();
        for (i, norm) in self.document.norms.iter().enumerate() {
            let before = coverage.surviving.len();
            let mut decisive = Some(false);
            for changed in mutator.mutants(i) {
                coverage.mutants += 1;
                let actions = mutator.actions.get(i).cloned().unwrap_or_default();
                let mut differs = false;
                for action in &actions {
                    let norms = mutator.mutated(&mut compiled.store, &changed, *action);
                    let Some(own) = original.get(*action) else {
                        continue;
                    };
                    differs |= norms.verdicts != own.verdicts
                        || norm.layer == Layer::Duty && norms.norms != own.norms;
                    if let Some(cell) = compiled.actions.get_mut(*action) {
                        *cell = norms;
                    }
                }
                if differs {
                    mutant.compiled = Some(compiled);
                    let noticed = mutant.scenarios_notice(&actions);
                    compiled = mutant.compiled.take()?;
                    if changed.change == Change::Dropped {
                        decisive = Some(noticed);
                    }
                    if !noticed {
                        coverage.surviving.push(Survivor {
                            norm: norm.id.clone(),
                            change: changed.text,
                        });
                    }
                } else {
                    coverage.equivalent += 1;
                    if changed.change == Change::Dropped {
                        decisive = None;
                    }
                }
                restore(&mut compiled, &original, &actions);
            }
            let reached = reached.contains(&i);
            coverage.norms.push(NormCoverage {
                id: norm.id.clone(),
                article: self.document.article_of(norm).to_owned(),
                reached,
                decisive,
                bounded: reached && coverage.surviving.len() == before,
            });
        }
        (!compiled.store.is_full()).then_some(coverage)
    }

    fn article_coverage(&self) -> Vec<ArticleCoverage> {
        let rows = self.document.front.article_refs();
        let named = |number: &str| rows.iter().any(|(_, row)| row.as_ref() == number);
        self.document
            .articles
            .iter()
            .enumerate()
            .map(|(i, article)| ArticleCoverage {
                article: article.number.clone(),
                kind: match article.coverage {
                    Some(Mark::Vocabulary) => "vocabulary",
                    Some(Mark::Procedure) => "procedure",
                    Some(Mark::Text) => "text",
                    None if !article.norms.is_empty() => "norm",
                    None if named(&article.number) => "procedure",
                    None => "none",
                },
                norms: article
                    .norms
                    .iter()
                    .filter_map(|norm| self.document.norms.get(*norm).map(|norm| norm.id.clone()))
                    .collect(),
                scenarios: self
                    .scenarios
                    .iter()
                    .filter(|scenario| scenario.article == i)
                    .count(),
            })
            .collect()
    }

    /// Norms that some scenario surely satisfies.
    fn reached_norms(&self) -> Vec<usize> {
        let mut work = Workspace::default();
        let mut found: Vec<usize> = self
            .scenarios
            .iter()
            .filter_map(|scenario| {
                self.applied(&mut work, scenario.situation.action?, &scenario.situation)
            })
            .flat_map(|applied| applied.sure)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// True if a scenario about one of these actions fails.
    fn scenarios_notice(&self, actions: &[usize]) -> bool {
        let mut work = Workspace::default();
        let about = self.scenarios.iter().filter(|scenario| {
            scenario
                .situation
                .action
                .is_some_and(|action| actions.contains(&action))
        });
        about
            .into_iter()
            .any(|scenario| !self.run(&mut work, scenario).faults.is_empty())
    }
}

fn restore(compiled: &mut Compiled, original: &[crate::protocol::ActionNorms], actions: &[usize]) {
    for action in actions {
        if let (Some(cell), Some(own)) = (compiled.actions.get_mut(*action), original.get(*action))
        {
            cell.clone_from(own);
        }
    }
}
