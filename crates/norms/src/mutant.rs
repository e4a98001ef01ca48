//! Small changes of norms: what would be different if a condition were left out, turned round, or an exception dropped.
//!
//! A mutant that changes the verdict somewhere and that no scenario notices shows a sentence of the protocol that nothing
//! guards (`DeMillo`, Lipton and Sayward 1978).

use crate::compile::Compiler;
use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref};
use crate::protocol::{ActionNorms, Protocol};
use crate::vocabulary::ActionId;
use crate::weave;
use cedar_policy::pst::{BinaryOp, Expr, UnaryOp};
use std::sync::Arc;
use words::Text;

/// What is changed in a norm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// The whole norm is gone.
    Dropped,
    /// The condition with this number is left out.
    Without(usize),
    /// The condition with this number is turned round.
    Turned(usize),
    /// It no longer steps aside for this norm.
    NoException(usize),
}

/// One changed norm.
#[derive(Debug, Clone)]
pub(crate) struct Mutant {
    pub(crate) norm: usize,
    pub(crate) change: Change,
    pub(crate) text: Text,
}

/// A condition with its negations pushed down to its smallest parts.
enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Leaf(Arc<Expr>, bool),
}

impl Tree {
    fn of(expr: &Arc<Expr>, positive: bool) -> Self {
        match &**expr {
            Expr::UnaryOp {
                op: UnaryOp::Not,
                expr,
            } => Self::of(expr, !positive),
            Expr::BinaryOp {
                op: op @ (BinaryOp::And | BinaryOp::Or),
                left,
                right,
            } => {
                let parts = vec![Self::of(left, positive), Self::of(right, positive)];
                if (*op == BinaryOp::And) == positive {
                    Self::All(parts)
                } else {
                    Self::Any(parts)
                }
            }
            _ => Self::Leaf(expr.clone(), positive),
        }
    }

    /// The smallest parts that can be changed: all but the action itself.
    fn leaves<'t>(&'t self, found: &mut Vec<(&'t Arc<Expr>, bool)>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.leaves(found)),
            Self::Leaf(expr, positive) => {
                if !expr.to_string().starts_with("action ") {
                    found.push((expr, *positive));
                }
            }
        }
    }

    /// The function of the tree with one change; `next` counts leaves.
    fn compile(
        &self,
        compiler: &mut Compiler<'_, 'static>,
        store: &mut Diagrams,
        action: ActionId,
        change: Option<&Change>,
        next: &mut usize,
        inside_all: bool,
    ) -> Ref {
        match self {
            Self::All(parts) => {
                let mut all = ALWAYS;
                for part in parts {
                    let f = part.compile(compiler, store, action, change, next, true);
                    // Once nothing is left the rest must not be looked at: the action guards it. It is still counted.
                    all = store.and(all, f);
                }
                all
            }
            Self::Any(parts) => {
                let mut any = NEVER;
                for part in parts {
                    let f = part.compile(compiler, store, action, change, next, false);
                    any = store.or(any, f);
                }
                any
            }
            Self::Leaf(expr, positive) => {
                let fixed = expr.to_string().starts_with("action ");
                let number = *next;
                *next += usize::from(!fixed);
                let mut positive = *positive;
                if !fixed {
                    match change {
                        Some(Change::Without(at)) if *at == number => {
                            return if inside_all { ALWAYS } else { NEVER };
                        }
                        Some(Change::Turned(at)) if *at == number => positive = !positive,
                        _ => {}
                    }
                }
                let f = compiler.compile(store, expr, action).unwrap_or(NEVER);
                if positive { f } else { store.not(f) }
            }
        }
    }
}

/// Builds the functions of changed norms.
pub(crate) struct Mutator<'p> {
    protocol: &'p Protocol,
    compiler: Compiler<'p, 'static>,
    trees: Vec<Tree>,
    /// For each action the own condition of every norm, exceptions not taken off.
    own: Vec<Vec<Ref>>,
    /// For each norm the actions it is about.
    pub(crate) actions: Vec<Vec<ActionId>>,
}

impl<'p> Mutator<'p> {
    pub(crate) fn new(protocol: &'p Protocol, store: &mut Diagrams) -> Self {
        let norms = &protocol.document.norms;
        let trees: Vec<Tree> = norms
            .iter()
            .map(|norm| {
                let condition = weave::body(&norm.policy).map(|body| weave::condition(&body));
                Tree::of(&Arc::new(condition.unwrap_or(Expr::Set(Vec::new()))), true)
            })
            .collect();
        let actions: Vec<Vec<ActionId>> = norms
            .iter()
            .map(|norm| weave::actions(norm, protocol.vocabulary))
            .collect();
        let mut compiler = Compiler::new(protocol.vocabulary, &protocol.bridge);
        let own = (0..protocol.vocabulary.actions.len())
            .map(|action| {
                trees
                    .iter()
                    .zip(&actions)
                    .map(|(tree, covered)| {
                        if covered.contains(&action) {
                            tree.compile(&mut compiler, store, action, None, &mut 0, true)
                        } else {
                            NEVER
                        }
                    })
                    .collect()
            })
            .collect();
        Self {
            protocol,
            compiler,
            trees,
            own,
            actions,
        }
    }

    /// Every mutant of a norm, the dropped one first.
    pub(crate) fn mutants(&self, norm: usize) -> Vec<Mutant> {
        let mut found = vec![(
            Change::Dropped,
            Text::new("de hele norm weg", "the whole norm gone"),
        )];
        let mut leaves = Vec::new();
        if let Some(tree) = self.trees.get(norm) {
            tree.leaves(&mut leaves);
        }
        for (number, (expr, positive)) in leaves.into_iter().enumerate() {
            let said = if positive {
                expr.to_string()
            } else {
                format!("!({expr})")
            };
            found.push((
                Change::Without(number),
                Text::new(format!("zonder `{said}`"), format!("without `{said}`")),
            ));
            found.push((
                Change::Turned(number),
                Text::new(
                    format!("`{said}` omgekeerd"),
                    format!("`{said}` turned round"),
                ),
            ));
        }
        for exception in self.protocol.exceptions.get(norm).into_iter().flatten() {
            let id = self
                .protocol
                .document
                .norms
                .get(*exception)
                .map_or("", |norm| norm.id.as_str());
            found.push((
                Change::NoException(*exception),
                Text::new(
                    format!("zonder uitzondering voor `{id}`"),
                    format!("without stepping aside for `{id}`"),
                ),
            ));
        }
        found
            .into_iter()
            .map(|(change, text)| Mutant { norm, change, text })
            .collect()
    }

    /// What the norms of an action become with one change.
    pub(crate) fn mutated(
        &mut self,
        store: &mut Diagrams,
        mutant: &Mutant,
        action: ActionId,
    ) -> ActionNorms {
        let mut own = self.own.get(action).cloned().unwrap_or_default();
        let mut exceptions = self.protocol.exceptions.clone();
        let changed = match &mutant.change {
            Change::Dropped => Some(NEVER),
            Change::NoException(gone) => {
                if let Some(list) = exceptions.get_mut(mutant.norm) {
                    list.retain(|exception| exception != gone);
                }
                None
            }
            change => self.trees.get(mutant.norm).map(|tree| {
                tree.compile(
                    &mut self.compiler,
                    store,
                    action,
                    Some(change),
                    &mut 0,
                    true,
                )
            }),
        };
        if let (Some(f), Some(cell)) = (changed, own.get_mut(mutant.norm)) {
            *cell = f;
        }
        self.protocol.assemble(store, &own, &exceptions)
    }
}
