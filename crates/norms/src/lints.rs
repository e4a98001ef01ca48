//! Warnings about a protocol that works: what its author and its school should know.

use crate::diagnostic::Diagnostic;
use crate::diagram::{NEVER, Ref};
use crate::document::{Layer, Norm};
use crate::mutant::{Change, Mutator};
use crate::numbering;
use crate::protocol::Protocol;
use words::Locale;

impl Protocol {
    /// Every warning, in the order of the document.
    pub fn lints(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.readings(&mut found);
        self.advisors(&mut found);
        numbering::gaps(&self.document, &mut found);
        self.norms_at_work(&mut found);
        if self.compiled.is_none() {
            found.push(
                Diagnostic::warning(
                    "diagram-too-large",
                    0..0,
                    "de normen samen zijn te veel om te overzien: vergelijken en bewijzen kan niet",
                    "the norms together are too much to oversee: comparing and proving is not possible",
                )
                .with_help(
                    "vragen en scenario's werken wel, langzamer, met Cedar zelf; splits het protocol of maak voorwaarden eenvoudiger",
                    "asking and scenarios work, slower, by Cedar itself; split the protocol or simplify its conditions",
                ),
            );
        }
        found.sort_by_key(|problem| problem.span.start);
        found
    }

    fn readings(&self, found: &mut Vec<Diagnostic>) {
        let confirmed = &self.document.front.lezing;
        for norm in &self.document.norms {
            let Some(reading) = norm.annotation("lezing") else {
                continue;
            };
            if !confirmed.iter().any(|row| row.norm.as_ref() == &norm.id) {
                found.push(
                    Diagnostic::warning(
                        "reading-unconfirmed",
                        norm.span.clone(),
                        format!("norm `{}` is een lezing ({reading}) die de school niet heeft bevestigd", norm.id),
                        format!("norm `{}` is a reading ({reading}) that the school has not confirmed", norm.id),
                    )
                    .with_help(
                        "bevestig haar met een rij [[lezing]] en een reden, of haal de norm weg",
                        "confirm it by a row [[lezing]] with a reason, or take the norm out",
                    ),
                );
            }
        }
    }

    /// Roles for which nobody is named to ask in doubt.
    fn advisors(&self, found: &mut Vec<Diagnostic>) {
        let words = self.vocabulary.words(Locale::Nl);
        let without: Vec<&str> = self
            .vocabulary
            .roles
            .iter()
            .enumerate()
            .filter(|(bit, _)| self.advisor(Some(self.bridge.close(1 << bit))).is_none())
            .map(|(_, role)| {
                words
                    .value("rollen", role)
                    .map_or(role.as_str(), |said| said.phrase.as_str())
            })
            .collect();
        if !without.is_empty() {
            let list = without.join(", ");
            found.push(
                Diagnostic::warning(
                    "advisor-missing",
                    self.document.in_front(0..0),
                    format!(
                        "het protocol zegt niet wie je in twijfel vraagt als je dit bent: {list}"
                    ),
                    format!("the protocol does not say whom to ask in doubt for: {list}"),
                )
                .with_help(
                    "de school kiest zelf een adviseur tot het protocol er een noemt",
                    "the school chooses an advisor itself until the protocol names one",
                ),
            );
        }
    }

    /// Norms that never apply, never decide, or are always overruled, and permits that a forbid contradicts.
    fn norms_at_work(&self, found: &mut Vec<Diagnostic>) {
        let Some(compiled) = &self.compiled else {
            return;
        };
        let mut store = compiled.store.clone();
        let mut mutator = Mutator::new(self, &mut store);
        for (i, norm) in self.document.norms.iter().enumerate() {
            if norm.is_advice() {
                continue;
            }
            let actions = mutator.actions.get(i).cloned().unwrap_or_default();
            let mut in_reach = Vec::new();
            for action in &actions {
                let Some(norms) = compiled.actions.get(*action) else {
                    continue;
                };
                let own = norms
                    .norms
                    .iter()
                    .find(|(j, _)| *j == i)
                    .map_or(NEVER, |(_, f)| *f);
                let [outside, ..] = norms.verdicts;
                let reached = if norm.layer == Layer::Reach {
                    own
                } else {
                    store.minus(own, outside)
                };
                in_reach.push((*action, reached));
            }
            if in_reach.iter().all(|(_, f)| *f == NEVER) {
                found.push(warning(
                    norm,
                    "norm-unreachable",
                    "kan nooit van toepassing zijn",
                    "can never apply",
                ));
                continue;
            }
            if norm.layer == Layer::Duty {
                continue;
            }
            if norm.layer == Layer::Norm
                && !norm.forbids()
                && self.overruled(&mut store, i, &in_reach, found)
            {
                continue;
            }
            let dropped = mutator
                .mutants(i)
                .into_iter()
                .find(|m| m.change == Change::Dropped);
            let Some(dropped) = dropped else { continue };
            let idle = actions.iter().all(|action| {
                let without = mutator.mutated(&mut store, &dropped, *action);
                compiled
                    .actions
                    .get(*action)
                    .is_none_or(|norms| norms.verdicts == without.verdicts)
            });
            if idle {
                found.push(warning(
                    norm,
                    "norm-idle",
                    "beslist nooit alleen: zonder deze norm is elk oordeel hetzelfde",
                    "never decides alone: without it every verdict is the same",
                ));
            }
        }
    }

    /// Reports a permit that forbids always overrule; if one forbid alone does, the two contradict each other.
    fn overruled(
        &self,
        store: &mut crate::diagram::Diagrams,
        i: usize,
        in_reach: &[(usize, Ref)],
        found: &mut Vec<Diagnostic>,
    ) -> bool {
        let (Some(compiled), Some(norm)) = (&self.compiled, self.document.norms.get(i)) else {
            return false;
        };
        let mut contradicted: Option<usize> = None;
        for (action, f) in in_reach.iter().filter(|(_, f)| *f != NEVER) {
            let Some(norms) = compiled.actions.get(*action) else {
                continue;
            };
            let [_, prohibited, ..] = norms.verdicts;
            if store.minus(*f, prohibited) != NEVER {
                return false;
            }
            let by = norms.norms.iter().find(|(j, forbid)| {
                self.document.norms.get(*j).is_some_and(|other| {
                    other.forbids() && other.layer == Layer::Norm && !other.is_advice()
                }) && store.minus(*f, *forbid) == NEVER
            });
            contradicted = contradicted.or(by.map(|(j, _)| *j));
        }
        let other = contradicted.and_then(|j| self.document.norms.get(j));
        found.push(match other {
            Some(other) => warning(
                norm,
                "contradiction",
                &format!(
                    "staat toe wat `{}` (artikel {}) steeds verbiedt: de twee spreken elkaar tegen",
                    other.id,
                    self.document.article_of(other)
                ),
                &format!(
                    "permits what `{}` (article {}) always forbids: the two contradict each other",
                    other.id,
                    self.document.article_of(other)
                ),
            ),
            None => warning(
                norm,
                "permit-overruled",
                "staat nooit iets toe: er is altijd een verbod dat voorgaat",
                "never permits anything: some forbid always goes first",
            ),
        });
        true
    }
}

fn warning(norm: &Norm, code: &'static str, nl: &str, en: &str) -> Diagnostic {
    Diagnostic::warning(
        code,
        norm.span.clone(),
        format!("norm `{}` {nl}", norm.id),
        format!("norm `{}` {en}", norm.id),
    )
}
