//! From the norms that apply to the whole answer: articles, hidden permits, duties, measures, advisor, receipt.

use crate::answer::{Answer, Ask, Duty, ENGINE, Facts, Receipt};
use crate::ask::Applied;
use crate::document::{Layer, Norm};
use crate::protocol::Protocol;
use crate::situation::{Situation, Value};
use crate::vocabulary::ActionId;
use words::Verdict;

impl Protocol {
    /// The answer that follows from the norms that apply.
    pub(crate) fn answer(
        &self,
        situation: &Situation,
        action: ActionId,
        applied: &Applied,
    ) -> Answer<'_> {
        let verdict = match applied.possible.as_slice() {
            [one] => *one,
            _ => Verdict::Doubt,
        };
        let firm = applied.possible.len() == 1;
        let deciding = if firm {
            self.deciding(verdict, applied)
        } else {
            Vec::new()
        };
        let roles = self.roles_of(situation);
        let mut articles = self.articles(&deciding);
        if articles.is_empty() && firm {
            articles = self.silent_articles(verdict, action);
        }
        let duties = if applied.possible == [Verdict::Outside] {
            Vec::new()
        } else {
            self.pick(&applied.sure, Layer::Duty, false)
        };
        Answer {
            verdict,
            also_permitted_by: if verdict == Verdict::Prohibited {
                self.articles(&self.pick(&applied.sure, Layer::Norm, false))
            } else {
                Vec::new()
            },
            duties: self.articles(&duties),
            measures: if verdict == Verdict::Prohibited {
                self.measures(roles, &deciding)
            } else {
                Vec::new()
            },
            ask: self.advisor(roles),
            possible: if firm {
                Vec::new()
            } else {
                applied.possible.clone()
            },
            open: Vec::new(),
            in_play: if firm {
                Vec::new()
            } else {
                self.in_play(applied)
            },
            remedies: Vec::new(),
            duty_texts: self.duty_texts(&duties),
            norms: deciding.iter().map(|norm| norm.id.as_str()).collect(),
            articles,
            receipt: self.receipt(situation),
        }
    }

    /// By what a situation is judged.
    pub fn receipt(&self, situation: &Situation) -> Receipt<'_> {
        Receipt {
            protocol: self.document.front.protocol.as_ref(),
            version: &self.document.front.versie,
            sha256: &self.sha256,
            vocabulary: self.vocabulary.version,
            engine: ENGINE,
            facts: Facts {
                situation: situation.clone(),
                vocabulary: self.vocabulary,
            },
        }
    }

    fn pick(&self, indices: &[usize], layer: Layer, forbids: bool) -> Vec<&Norm> {
        let norms = indices.iter().filter_map(|i| self.document.norms.get(*i));
        norms
            .filter(|norm| {
                norm.layer == layer
                    && norm.forbids() == forbids
                    && (layer == Layer::Duty || !norm.is_advice())
            })
            .collect()
    }

    /// The norms that decide a verdict: those that surely apply, or, where several could, those that may.
    fn deciding(&self, verdict: Verdict, applied: &Applied) -> Vec<&Norm> {
        let (layer, forbids) = match verdict {
            Verdict::Prohibited => (Layer::Norm, true),
            Verdict::Permitted => (Layer::Norm, false),
            Verdict::Doubt => (Layer::Doubt, false),
            Verdict::Outside => return Vec::new(),
        };
        let sure = self.pick(&applied.sure, layer, forbids);
        if sure.is_empty() && verdict != Verdict::Doubt {
            self.pick(&applied.maybe, layer, forbids)
        } else {
            sure
        }
    }

    /// The articles of norms, each once, in the order of the document.
    fn articles(&self, norms: &[&Norm]) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::with_capacity(norms.len());
        for norm in norms {
            let article = self.document.article_of(norm);
            if !found.contains(&article) {
                found.push(article);
            }
        }
        found
    }

    /// The articles behind a verdict that no norm decides: where the reach is drawn, or where the text speaks of doubt.
    fn silent_articles(&self, verdict: Verdict, action: ActionId) -> Vec<&str> {
        if verdict == Verdict::Outside {
            let reach = |any: bool| {
                let norms = self.document.norms.iter().enumerate();
                let reach: Vec<&Norm> = norms
                    .filter(|(i, norm)| {
                        norm.layer == Layer::Reach && (any || self.is_about(*i, action))
                    })
                    .map(|(_, norm)| norm)
                    .collect();
                self.articles(&reach)
            };
            let own = reach(false);
            return if own.is_empty() { reach(true) } else { own };
        }
        let rest = self.document.front.rest_artikel.iter();
        rest.map(|article| article.as_ref().as_str()).collect()
    }

    fn is_about(&self, norm: usize, action: ActionId) -> bool {
        self.compiled
            .as_ref()
            .and_then(|compiled| compiled.actions.get(action))
            .is_some_and(|norms| norms.norms.iter().any(|(i, _)| *i == norm))
    }

    fn in_play(&self, applied: &Applied) -> Vec<&str> {
        let mut indices: Vec<usize> = applied.sure.iter().chain(&applied.maybe).copied().collect();
        indices.sort_unstable();
        let norms: Vec<&Norm> = indices
            .iter()
            .filter_map(|i| self.document.norms.get(*i))
            .filter(|norm| matches!(norm.layer, Layer::Norm | Layer::Doubt) && !norm.is_advice())
            .collect();
        self.articles(&norms)
    }

    /// The asker's roles with all that they imply; `None` if unknown.
    pub(crate) fn roles_of(&self, situation: &Situation) -> Option<u32> {
        let id = self.vocabulary.fact_id("rollen")?;
        match situation.get(id) {
            Value::Roles(bits) => Some(self.bridge.close(*bits)),
            _ => None,
        }
    }

    /// Whom somebody with these roles asks in doubt.
    pub(crate) fn advisor(&self, roles: Option<u32>) -> Option<Ask<'_>> {
        let roles = roles?;
        let row = self.document.front.twijfel.iter().find(|row| {
            row.voor.iter().any(|role| {
                let bit = self.vocabulary.role_id(role.as_ref());
                bit.is_some_and(|bit| roles >> bit & 1 == 1)
            })
        })?;
        let mut functions = row.vraag.iter().map(|function| function.as_ref().as_str());
        Some(Ask {
            role: functions.next()?,
            or: functions.collect(),
            article: row.artikel.as_ref(),
        })
    }

    /// The articles of the measures that may follow for this asker: those that the deciding norms name, else every ladder.
    fn measures(&self, roles: Option<u32>, deciding: &[&Norm]) -> Vec<&str> {
        let fits = |voor: &[toml::Spanned<String>]| {
            let Some(roles) = roles else { return true };
            voor.is_empty()
                || voor.iter().any(|role| {
                    let bit = self.vocabulary.role_id(role.as_ref());
                    bit.is_some_and(|bit| roles >> bit & 1 == 1)
                })
        };
        let rows = || {
            self.document
                .front
                .maatregel
                .iter()
                .filter(|row| fits(&row.voor))
        };
        let named = |article: &str| {
            deciding
                .iter()
                .any(|norm| norm.marks.measure.as_deref() == Some(article))
        };
        let articles = |only_named: bool| {
            let mut found: Vec<&str> = Vec::new();
            for row in rows() {
                let article: &str = row.artikel.as_ref();
                if (!only_named || named(article)) && !found.contains(&article) {
                    found.push(article);
                }
            }
            found
        };
        let found = articles(true);
        if found.is_empty() {
            articles(false)
        } else {
            found
        }
    }

    fn duty_texts(&self, duties: &[&Norm]) -> Vec<Duty<'_>> {
        let mut found: Vec<Duty<'_>> = Vec::with_capacity(duties.len());
        for norm in duties {
            let Some(key) = norm.marks.duty.as_deref() else {
                continue;
            };
            let Some((key, row)) = self.document.front.procedures.get_key_value(key) else {
                continue;
            };
            if found.iter().all(|duty| duty.procedure != key) {
                let norm = self.document.norms.iter().find(|known| known.id == norm.id);
                found.push(Duty {
                    norm: norm.map_or("", |norm| norm.id.as_str()),
                    procedure: key,
                    article: norm.map_or("", |norm| self.document.article_of(norm)),
                    text: &row.wat,
                    advice: norm.is_some_and(Norm::is_advice),
                });
            }
        }
        found
    }
}
