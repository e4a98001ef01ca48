//! Exceptions as the prose has them, woven into plain Cedar.
//!
//! "Behoudens hoofdstuk 4" becomes an `unless` for each permit of chapter 4. The woven set validates strictly and needs no
//! priorities, so every tool that reads Cedar judges it as we do.

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Layer, Norm, lies_under};
use crate::vocabulary::Vocabulary;
use cedar_policy::pst::{
    self, ActionConstraint, BinaryOp, Clause, EntityOrSlot, Expr, PrincipalConstraint,
    ResourceConstraint, UnaryOp, Var,
};
use cedar_policy::{Policy, pst::Template};
use std::sync::Arc;

/// The exceptions of every norm: indices of the norms that it steps aside for.
pub(crate) type Exceptions = Vec<Vec<usize>>;

/// Finds the exceptions of every norm.
///
/// Dangling and circular exceptions are reported.
pub(crate) fn exceptions(
    document: &Document,
    vocabulary: &Vocabulary,
) -> (Exceptions, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let actions: Vec<Vec<usize>> = document
        .norms
        .iter()
        .map(|norm| actions(norm, vocabulary))
        .collect();
    let meet = |a: usize, b: usize| {
        let (Some(a), Some(b)) = (actions.get(a), actions.get(b)) else {
            return false;
        };
        a.iter().any(|action| b.contains(action))
    };
    let mut woven: Exceptions = vec![Vec::new(); document.norms.len()];
    let mut add = |from: usize, to: usize| {
        if let Some(list) = woven.get_mut(from)
            && !list.contains(&to)
        {
            list.push(to);
        }
    };
    for (i, norm) in document.norms.iter().enumerate() {
        for key in ["behoudens", "wijktAfVan", "ontheft"] {
            let Some(articles) = norm.annotation(key) else {
                continue;
            };
            for above in articles.split(',').map(str::trim) {
                let under = |other: &Norm| lies_under(document.article_of(other), above);
                let others = document.norms.iter().enumerate();
                let partners: Vec<usize> = others
                    .filter(|(j, other)| *j != i && under(other) && meet(i, *j))
                    .filter(|(_, other)| steps_aside(key, norm, other))
                    .map(|(j, _)| j)
                    .collect();
                if partners.is_empty() {
                    problems.push(dangling(document, norm, key, above));
                }
                for j in partners {
                    if key == "behoudens" {
                        add(i, j);
                    } else {
                        add(j, i);
                    }
                }
            }
        }
    }
    problems.extend(circles(document, &woven));
    (woven, problems)
}

/// Whether an annotation on `norm` can make one of the two step aside for the other.
fn steps_aside(key: &str, norm: &Norm, other: &Norm) -> bool {
    match key {
        // What is only left in doubt is not allowed, so a forbid does not step aside for it; @ontheft says so where it must.
        "behoudens" if norm.forbids() => !other.forbids() && other.layer == Layer::Norm,
        _ => other.forbids() && other.layer == Layer::Norm,
    }
}

fn dangling(document: &Document, norm: &Norm, key: &str, above: &str) -> Diagnostic {
    let known = document.articles.iter().map(|a| a.number.as_str());
    let exists = document
        .articles
        .iter()
        .any(|article| lies_under(&article.number, above));
    if exists {
        Diagnostic::error(
            "exception-idle",
            norm.span.clone(),
            format!(
                "@{key}(\"{above}\") op `{}` heeft geen werking: onder {above} staat geen norm die daarvoor in aanmerking komt",
                norm.id
            ),
            format!(
                "@{key}(\"{above}\") on `{}` does nothing: no norm under {above} fits",
                norm.id
            ),
        )
    } else {
        Diagnostic::error(
            "exception-dangling",
            norm.span.clone(),
            format!(
                "@{key}(\"{above}\") op `{}` verwijst naar een artikel dat er niet is",
                norm.id
            ),
            format!(
                "@{key}(\"{above}\") on `{}` names an article that is not there",
                norm.id
            ),
        )
        .with_nearest(above, known)
    }
}

/// One problem for each circle of exceptions.
fn circles(document: &Document, woven: &Exceptions) -> Vec<Diagnostic> {
    let mut state = vec![0_u8; woven.len()];
    let mut problems = Vec::new();
    for start in 0..woven.len() {
        let mut path = Vec::new();
        visit(start, woven, &mut state, &mut path, &mut |circle| {
            let names: Vec<&str> = circle
                .iter()
                .filter_map(|i| document.norms.get(*i).map(|norm| norm.id.as_str()))
                .collect();
            let span = circle
                .first()
                .and_then(|i| document.norms.get(*i))
                .map_or(0..0, |norm| norm.span.clone());
            problems.push(Diagnostic::error(
                "exception-circle",
                span,
                format!(
                    "deze uitzonderingen verwijzen in een kring: {}",
                    names.join(" → ")
                ),
                format!("these exceptions form a circle: {}", names.join(" → ")),
            ));
        });
    }
    problems
}

fn visit(
    at: usize,
    woven: &Exceptions,
    state: &mut [u8],
    path: &mut Vec<usize>,
    found: &mut impl FnMut(&[usize]),
) {
    match state.get(at) {
        Some(0) => {}
        Some(1) => {
            let start = path.iter().position(|i| *i == at).unwrap_or(0);
            return found(path.get(start..).unwrap_or_default());
        }
        _ => return,
    }
    if let Some(cell) = state.get_mut(at) {
        *cell = 1;
    }
    path.push(at);
    for next in woven.get(at).into_iter().flatten() {
        visit(*next, woven, state, path, found);
    }
    path.pop();
    if let Some(cell) = state.get_mut(at) {
        *cell = 2;
    }
}

/// The actions that a norm is about.
pub(crate) fn actions(norm: &Norm, vocabulary: &Vocabulary) -> Vec<usize> {
    body(&norm.policy).map_or_else(|_| Vec::new(), |template| covers(&template, vocabulary))
}

/// The actions that a policy's scope names.
pub(crate) fn covers(template: &Template, vocabulary: &Vocabulary) -> Vec<usize> {
    let all = vocabulary.actions.iter().enumerate();
    let covered = all.filter(|(_, action)| match &template.action {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(uid) => uid.eid == action.key.as_str(),
        ActionConstraint::In(uids) => uids.iter().any(|uid| {
            uid.eid == action.key.as_str() || action.groups.iter().any(|g| uid.eid == g.as_str())
        }),
    });
    covered.map(|(id, _)| id).collect()
}

/// The policy as a tree.
pub(crate) fn body(policy: &Policy) -> Result<Template, pst::PstConstructionError> {
    Ok(policy.to_pst()?.body().clone())
}

/// The whole condition of a policy, scope and clauses, as one expression. The action comes first: it is a constant for
/// each action, and what follows may not make sense for another one.
pub(crate) fn condition(template: &Template) -> Expr {
    let mut parts = Vec::new();
    match &template.action {
        ActionConstraint::Any => {}
        ActionConstraint::Eq(uid) => {
            parts.push(binary(BinaryOp::Eq, Expr::Var(Var::Action), entity(uid)));
        }
        ActionConstraint::In(uids) => {
            let set = Expr::Set(uids.iter().map(|uid| Arc::new(entity(uid))).collect());
            parts.push(binary(BinaryOp::In, Expr::Var(Var::Action), set));
        }
    }
    let mut side = |var: Var, op: Option<BinaryOp>, to: Option<&EntityOrSlot>| {
        if let (Some(op), Some(EntityOrSlot::Entity(uid))) = (op, to) {
            parts.push(binary(op, Expr::Var(var), entity(uid)));
        }
    };
    match &template.principal {
        PrincipalConstraint::Eq(to) => side(Var::Principal, Some(BinaryOp::Eq), Some(to)),
        PrincipalConstraint::In(to) | PrincipalConstraint::IsIn(_, to) => {
            side(Var::Principal, Some(BinaryOp::In), Some(to));
        }
        PrincipalConstraint::Any | PrincipalConstraint::Is(_) => {}
    }
    match &template.resource {
        ResourceConstraint::Eq(to) => side(Var::Resource, Some(BinaryOp::Eq), Some(to)),
        ResourceConstraint::In(to) | ResourceConstraint::IsIn(_, to) => {
            side(Var::Resource, Some(BinaryOp::In), Some(to));
        }
        ResourceConstraint::Any | ResourceConstraint::Is(_) => {}
    }
    for clause in template.clauses() {
        parts.push(match clause {
            Clause::When(expr) => (**expr).clone(),
            Clause::Unless(expr) => not(expr.clone()),
        });
    }
    let all = parts
        .into_iter()
        .reduce(|all, part| binary(BinaryOp::And, all, part));
    all.unwrap_or(Expr::Literal(pst::Literal::Bool(true)))
}

/// Every norm with its exceptions woven in, as plain Cedar.
///
/// # Errors
/// Only when Cedar refuses a tree that it made itself.
pub(crate) fn weave(document: &Document, woven: &Exceptions) -> Result<Vec<Policy>, String> {
    let mut done: Vec<Option<Template>> = vec![None; document.norms.len()];
    for i in 0..document.norms.len() {
        weave_one(i, document, woven, &mut done)?;
    }
    done.into_iter()
        .flatten()
        .map(|template| {
            let fixed = template.try_into().map_err(|f| format!("{f}"))?;
            Policy::from_pst(pst::Policy::Static(fixed)).map_err(|fault| fault.to_string())
        })
        .collect()
}

/// Exceptions first, so that an exception to an exception is already woven into it. There are no circles here.
fn weave_one(
    i: usize,
    document: &Document,
    woven: &Exceptions,
    done: &mut Vec<Option<Template>>,
) -> Result<(), String> {
    if done.get(i).is_none_or(Option::is_some) {
        return Ok(());
    }
    let Some(norm) = document.norms.get(i) else {
        return Ok(());
    };
    let mut template = body(&norm.policy).map_err(|fault| fault.to_string())?;
    for exception in woven.get(i).into_iter().flatten() {
        weave_one(*exception, document, woven, done)?;
        if let Some(Some(inner)) = done.get(*exception) {
            template
                .try_add_clause(Clause::Unless(Arc::new(condition(inner))))
                .map_err(|fault| fault.to_string())?;
        }
    }
    if let Some(cell) = done.get_mut(i) {
        *cell = Some(template);
    }
    Ok(())
}

fn entity(uid: &pst::EntityUID) -> Expr {
    Expr::Literal(pst::Literal::EntityUID(uid.clone()))
}

fn binary(op: BinaryOp, left: Expr, right: Expr) -> Expr {
    Expr::BinaryOp {
        op,
        left: Arc::new(left),
        right: Arc::new(right),
    }
}

fn not(expr: Arc<Expr>) -> Expr {
    Expr::UnaryOp {
        op: UnaryOp::Not,
        expr,
    }
}
