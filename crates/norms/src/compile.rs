//! From norms to decision diagrams.
//!
//! The smallest parts of a condition (an attribute, a comparison, a question about a set of persons) are tabulated by Cedar's
//! own evaluator over the few variables they touch; only and, or, not and if are ours. So the diagram means what Cedar means.

use crate::bridge::Bridge;
use crate::diagram::{ALWAYS, Diagrams, NEVER, Ref};
use crate::situation::{Situation, Value};
use crate::vocabulary::{ActionId, Kind, VarId, Vocabulary};
use cedar_policy::pst::{BinaryOp, Expr, Literal, UnaryOp, Var};
use cedar_policy::{EvalResult, Expression, eval_expression};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::str::FromStr;

/// A comparison over more value combinations is refused.
const MAX_TABLE: usize = 4_096;

/// Why a norm cannot be turned into a diagram.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CompileError {
    /// The condition asks something of a set of persons that cannot be told apart.
    #[error("`{0}` asks something of a set of persons that cannot be analysed")]
    Persons(String),
    /// The condition uses something else that cannot be analysed.
    #[error("`{0}` cannot be analysed")]
    Unsupported(String),
    /// Cedar could not evaluate it.
    #[error("`{0}` cannot be evaluated: {1}")]
    Evaluation(String, String),
}

/// Compiles conditions into one store of diagrams.
pub(crate) struct Compiler<'b, 'v> {
    pub(crate) vocabulary: &'v Vocabulary,
    pub(crate) bridge: &'b Bridge<'v>,
    atoms: FxHashMap<(ActionId, String), Ref>,
}

impl<'b, 'v> Compiler<'b, 'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary, bridge: &'b Bridge<'v>) -> Self {
        Self {
            vocabulary,
            bridge,
            atoms: FxHashMap::default(),
        }
    }

    /// The function of an expression for one action.
    pub(crate) fn compile(
        &mut self,
        store: &mut Diagrams,
        expr: &Expr,
        action: ActionId,
    ) -> Result<Ref, CompileError> {
        match expr {
            Expr::Literal(Literal::Bool(is)) => Ok(if *is { ALWAYS } else { NEVER }),
            Expr::UnaryOp {
                op: UnaryOp::Not,
                expr,
            } => {
                let inner = self.compile(store, expr, action)?;
                Ok(store.not(inner))
            }
            // Left to right and stopping early, as Cedar does: the left side guards the right one.
            Expr::BinaryOp {
                op: BinaryOp::And,
                left,
                right,
            } => {
                let left = self.compile(store, left, action)?;
                if left == NEVER {
                    return Ok(NEVER);
                }
                let right = self.compile(store, right, action)?;
                Ok(store.and(left, right))
            }
            Expr::BinaryOp {
                op: BinaryOp::Or,
                left,
                right,
            } => {
                let left = self.compile(store, left, action)?;
                if left == ALWAYS {
                    return Ok(ALWAYS);
                }
                let right = self.compile(store, right, action)?;
                Ok(store.or(left, right))
            }
            Expr::IfThenElse {
                cond,
                then_expr,
                else_expr,
            } => {
                let condition = self.compile(store, cond, action)?;
                let yes = self.compile(store, then_expr, action)?;
                let no = self.compile(store, else_expr, action)?;
                let (yes, no) = (store.and(condition, yes), store.minus(no, condition));
                Ok(store.or(yes, no))
            }
            _ => self.atom(store, expr, action),
        }
    }

    fn atom(
        &mut self,
        store: &mut Diagrams,
        expr: &Expr,
        action: ActionId,
    ) -> Result<Ref, CompileError> {
        let text = expr.to_string();
        // Situations of actions with one signature are equal, but for what is asked of the action itself.
        let scope = if mentions_action(expr) {
            action
        } else {
            self.vocabulary
                .actions
                .get(action)
                .map_or(action, |a| a.signature)
        };
        let key = (scope, text);
        if let Some(known) = self.atoms.get(&key) {
            return Ok(*known);
        }
        let parsed = Expression::from_str(&key.1)
            .map_err(|fault| CompileError::Evaluation(key.1.clone(), fault.to_string()))?;
        let result = if let Some(fact) = self.role_question(expr, action) {
            self.any_role(store, &parsed, fact, action, &key.1)?
        } else {
            let mut touched = BTreeSet::new();
            self.touched(expr, action, &mut touched)?;
            let vars: Vec<VarId> = touched.into_iter().collect();
            self.table(store, &parsed, &vars, action, &key.1)?
        };
        self.atoms.insert(key, result);
        Ok(result)
    }

    /// The fact of roles that an expression `principal in …` or `resource in …` asks about.
    fn role_question(&self, expr: &Expr, action: ActionId) -> Option<usize> {
        let Expr::BinaryOp {
            op: BinaryOp::In,
            left,
            ..
        } = expr
        else {
            return None;
        };
        match **left {
            Expr::Var(Var::Principal) => self.vocabulary.fact_id("rollen"),
            Expr::Var(Var::Resource) => {
                let resource = &self.vocabulary.actions.get(action)?.resource;
                (resource == "Betrokkene").then(|| self.vocabulary.fact_id("doelrollen"))?
            }
            _ => None,
        }
    }

    /// Being in a role is having one stated role that implies it, so each role is asked alone.
    fn any_role(
        &self,
        store: &mut Diagrams,
        expr: &Expression,
        fact: usize,
        action: ActionId,
        text: &str,
    ) -> Result<Ref, CompileError> {
        let vars = self
            .vocabulary
            .facts
            .get(fact)
            .map_or(0..0, |fact| fact.vars.clone());
        let mut result = NEVER;
        for (bit, var) in vars.enumerate() {
            let mut situation = Situation::unknown(self.vocabulary);
            situation.set(fact, Value::Roles(1 << bit));
            if self.evaluate(expr, &situation, action, text)? {
                let has = store.one_of(var, 0b10);
                result = store.or(result, has);
            }
        }
        Ok(result)
    }

    /// Tabulates an expression over the variables it touches.
    fn table(
        &self,
        store: &mut Diagrams,
        expr: &Expression,
        vars: &[VarId],
        action: ActionId,
        text: &str,
    ) -> Result<Ref, CompileError> {
        let domains = vars.iter().map(|var| store.domains().get(*var).copied());
        let size: usize = domains.map(|domain| domain.unwrap_or(1)).product();
        if size > MAX_TABLE {
            return Err(CompileError::Unsupported(text.to_owned()));
        }
        let mut situation = Situation::unknown(self.vocabulary);
        self.branch(store, expr, vars, action, text, &mut situation)
    }

    fn branch(
        &self,
        store: &mut Diagrams,
        expr: &Expression,
        vars: &[VarId],
        action: ActionId,
        text: &str,
        situation: &mut Situation,
    ) -> Result<Ref, CompileError> {
        let Some((var, rest)) = vars.split_first() else {
            let holds = self.evaluate(expr, situation, action, text)?;
            return Ok(if holds { ALWAYS } else { NEVER });
        };
        let mut kids = Vec::new();
        for value in 0..store.domains().get(*var).copied().unwrap_or(0) {
            self.vocabulary.tell_var(situation, *var, value);
            let kid = self.branch(store, expr, rest, action, text, situation)?;
            kids.push(kid.0);
        }
        Ok(store.node(*var, &kids))
    }

    fn evaluate(
        &self,
        expr: &Expression,
        situation: &Situation,
        action: ActionId,
        text: &str,
    ) -> Result<bool, CompileError> {
        let fault = |fault: String| CompileError::Evaluation(text.to_owned(), fault);
        let (request, entities) = self
            .bridge
            .request(action, situation)
            .map_err(|f| fault(f.to_string()))?;
        match eval_expression(&request, &entities, expr) {
            Ok(EvalResult::Bool(is)) => Ok(is),
            Ok(_) => Err(CompileError::Unsupported(text.to_owned())),
            Err(error) => Err(fault(error.to_string())),
        }
    }

    /// The variables that an expression depends on.
    fn touched(
        &self,
        expr: &Expr,
        action: ActionId,
        found: &mut BTreeSet<VarId>,
    ) -> Result<(), CompileError> {
        let unsupported = || CompileError::Unsupported(expr.to_string());
        match expr {
            Expr::Literal(_) | Expr::Var(Var::Action) => Ok(()),
            Expr::GetAttr { expr: of, attr } => {
                if !matches!(**of, Expr::Var(Var::Resource | Var::Context)) {
                    return Err(unsupported());
                }
                let fact = self.vocabulary.fact(attr).ok_or_else(unsupported)?;
                if matches!(fact.kind, Kind::Recognisable | Kind::Consent) {
                    return Err(CompileError::Persons(expr.to_string()));
                }
                found.extend(fact.vars.clone());
                Ok(())
            }
            Expr::Var(Var::Resource) => {
                let resource = self.vocabulary.actions.get(action).map(|a| &a.resource);
                if let Some(fact) = resource.and_then(|r| self.vocabulary.fact(&r.to_lowercase())) {
                    found.extend(fact.vars.clone());
                }
                Ok(())
            }
            Expr::UnaryOp {
                op: UnaryOp::IsEmpty,
                expr: of,
            } if self.person_fact(of).is_some() => self.persons(expr, &[of], found),
            Expr::BinaryOp {
                op: BinaryOp::ContainsAll,
                left,
                right,
            } if self.person_fact(right) == Some("herkenbaar") && is_only_me(left) => {
                self.persons(expr, &[right], found)
            }
            Expr::BinaryOp {
                op: BinaryOp::ContainsAll,
                left,
                right,
            } if self.person_fact(right) == Some("herkenbaar")
                && self.person_fact(left).is_some_and(|l| l != "herkenbaar") =>
            {
                self.persons(expr, &[left, right], found)
            }
            Expr::BinaryOp {
                op: BinaryOp::Contains,
                left,
                right,
            } if self.person_fact(left) == Some("herkenbaar")
                && matches!(**right, Expr::Var(Var::Principal)) =>
            {
                self.persons(expr, &[left], found)
            }
            Expr::UnaryOp { expr: of, .. } => self.touched(of, action, found),
            Expr::BinaryOp { left, right, .. } => {
                self.touched(left, action, found)?;
                self.touched(right, action, found)
            }
            Expr::Set(items) => items
                .iter()
                .try_for_each(|item| self.touched(item, action, found)),
            Expr::Is {
                expr: of,
                in_expr: None,
                ..
            } if matches!(**of, Expr::Var(Var::Principal | Var::Resource)) => Ok(()),
            _ => Err(unsupported()),
        }
    }

    /// The key of the set of persons that an expression names.
    fn person_fact(&self, expr: &Expr) -> Option<&str> {
        let Expr::GetAttr { attr, .. } = expr else {
            return None;
        };
        let fact = self.vocabulary.fact(attr)?;
        matches!(fact.kind, Kind::Recognisable | Kind::Consent).then_some(fact.key.as_str())
    }

    fn persons(
        &self,
        whole: &Expr,
        sets: &[&Expr],
        found: &mut BTreeSet<VarId>,
    ) -> Result<(), CompileError> {
        for set in sets {
            let fact = self
                .person_fact(set)
                .and_then(|key| self.vocabulary.fact(key));
            let fact = fact.ok_or_else(|| CompileError::Persons(whole.to_string()))?;
            if fact.kind == Kind::Consent && sets.len() == 1 {
                return Err(CompileError::Persons(whole.to_string()));
            }
            found.extend(fact.vars.clone());
        }
        Ok(())
    }
}

fn is_only_me(expr: &Expr) -> bool {
    matches!(expr, Expr::Set(items) if matches!(items.as_slice(), [one] if matches!(**one, Expr::Var(Var::Principal))))
}

fn mentions_action(expr: &Expr) -> bool {
    match expr {
        Expr::Var(Var::Action) => true,
        Expr::UnaryOp { expr, .. } | Expr::GetAttr { expr, .. } | Expr::Is { expr, .. } => {
            mentions_action(expr)
        }
        Expr::BinaryOp { left, right, .. } => mentions_action(left) || mentions_action(right),
        Expr::Set(items) => items.iter().any(|item| mentions_action(item)),
        _ => false,
    }
}
