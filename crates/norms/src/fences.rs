//! Fences of the protocol file: norms, scenarios, plain summaries.

use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Layer, MAX_NORMS, Marks, Norm, ScenarioText};
use crate::guard;
use crate::reader::Reader;
use cedar_policy::{Policy, PolicyId};
use std::ops::Range;

/// Which kind of fence is open.
pub(crate) enum Fence {
    Cedar(Layer),
    Scenario(String),
    Children,
    /// Any other code block: part of the prose.
    Other,
}

/// A fence that is not closed yet.
pub(crate) struct Open {
    pub(crate) kind: Fence,
    pub(crate) opened: Range<usize>,
    body: usize,
}

impl Reader<'_> {
    pub(crate) fn open(&mut self, info: &str, span: Range<usize>) -> Open {
        let (kind, rest) = info.split_once(char::is_whitespace).unwrap_or((info, ""));
        let kind = match (kind, rest.trim()) {
            ("cedar", layer) => {
                let known = ["bereik", "norm", "twijfel", "plicht"];
                match layer {
                    "norm" | "" => Fence::Cedar(Layer::Norm),
                    "bereik" => Fence::Cedar(Layer::Reach),
                    "twijfel" => Fence::Cedar(Layer::Doubt),
                    "plicht" => Fence::Cedar(Layer::Duty),
                    _ => {
                        self.report(
                            Diagnostic::error(
                                "unknown-layer",
                                span.clone(),
                                format!("onbekende soort norm `{layer}`: kies bereik, norm, twijfel of plicht"),
                                format!("unknown layer `{layer}`: choose bereik, norm, twijfel or plicht"),
                            )
                            .with_nearest(layer, known),
                        );
                        Fence::Other
                    }
                }
            }
            ("scenario", title) => Fence::Scenario(title.to_owned()),
            ("kinderen", _) => Fence::Children,
            _ => Fence::Other,
        };
        if self.articles.is_empty() && !matches!(kind, Fence::Other) {
            self.report(Diagnostic::error(
                "fence-outside",
                span.clone(),
                "dit blok staat niet onder een artikel",
                "this fence does not stand under an article",
            ));
        }
        Open {
            kind,
            opened: span,
            body: self.at,
        }
    }

    pub(crate) fn close(&mut self, fence: &Open, end: usize) {
        let body = fence.body..end;
        let text = self.source.get(body.clone()).unwrap_or_default();
        let last = self.articles.len().saturating_sub(1);
        let Some(article) = self.articles.last_mut() else {
            return;
        };
        match &fence.kind {
            Fence::Cedar(layer) => self.policies(*layer, text, body, last),
            Fence::Scenario(title) => {
                if title.is_empty() {
                    self.report(Diagnostic::error(
                        "scenario-title",
                        fence.opened.clone(),
                        "dit scenario heeft geen titel",
                        "this scenario has no title",
                    ));
                }
                self.scenarios.push(ScenarioText {
                    title: title.clone(),
                    article: last,
                    body,
                });
            }
            Fence::Children => {
                let said = article.children.get_or_insert_default();
                said.push_str(text);
            }
            Fence::Other => {
                let whole = fence.opened.start..(end + 3).min(self.source.len());
                article
                    .prose
                    .push_str(self.source.get(whole).unwrap_or_default());
                article.prose.push('\n');
            }
        }
    }

    /// Parses the policies of one fence.
    fn policies(&mut self, layer: Layer, text: &str, body: Range<usize>, article: usize) {
        let pieces = match guard::split_policies(text, body.start) {
            Ok(pieces) => pieces,
            Err(problem) => return self.report(problem),
        };
        for piece in pieces {
            let span = piece.start + body.start..piece.end + body.start;
            if self.norms.len() >= MAX_NORMS {
                return self.report(Diagnostic::error(
                    "too-many-norms",
                    span,
                    format!("er zijn meer dan {MAX_NORMS} normen"),
                    format!("there are more than {MAX_NORMS} norms"),
                ));
            }
            let policy_text = text.get(piece).unwrap_or_default();
            match Policy::parse(None, policy_text) {
                Ok(policy) => self.norm(&policy, layer, article, span),
                Err(faults) => {
                    for fault in faults.iter().take(3) {
                        self.report(guard::parse_problem(fault, &span, policy_text));
                    }
                }
            }
        }
    }

    fn norm(&mut self, policy: &Policy, layer: Layer, article: usize, span: Range<usize>) {
        let Some(id) = policy.annotation("id").filter(|id| !id.is_empty()) else {
            self.report(
                Diagnostic::error(
                    "norm-id",
                    span,
                    "deze norm heeft geen @id",
                    "this norm has no @id",
                )
                .with_help(
                    "geef elke norm een eigen naam, bijvoorbeeld @id(\"4.a-groep\")",
                    "give every norm its own name, such as @id(\"4.a-group\")",
                ),
            );
            return;
        };
        let id = id.to_owned();
        if let Some(first) = self.ids.insert(id.clone(), span.start) {
            let line = Place::of(self.source, first).line;
            self.report(Diagnostic::error(
                "duplicate-norm",
                span.clone(),
                format!("de naam `{id}` is al gebruikt op regel {line}"),
                format!("the name `{id}` is already used on line {line}"),
            ));
        }
        if let Some(article) = self.articles.get_mut(article) {
            article.norms.push(self.norms.len());
        }
        self.norms.push(Norm {
            policy: policy.new_id(PolicyId::new(&id)),
            marks: Marks::of(policy),
            id,
            article,
            layer,
            span,
        });
    }
}
