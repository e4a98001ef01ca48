//! Cedar's strict validator, its findings placed in the document and said in our words.

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Norm};
use crate::protocol::Protocol;
use crate::vocabulary::Vocabulary;
use cedar_policy::{PolicySet, ValidationError, ValidationMode, Validator};
use miette::Diagnostic as _;

/// Validates every norm as written.
pub(crate) fn validate(
    document: &Document,
    vocabulary: &Vocabulary,
    problems: &mut Vec<Diagnostic>,
) {
    let policies = document.norms.iter().map(|norm| norm.policy.clone());
    let Ok(set) = PolicySet::from_policies(policies) else {
        return;
    };
    let validator = Validator::new(vocabulary.schema.clone());
    let result = validator.validate(&set, ValidationMode::Strict);
    for error in result.validation_errors() {
        let named: &str = error.policy_id().as_ref();
        let Some(norm) = document.norms.iter().find(|norm| norm.id == named) else {
            continue;
        };
        // Cedar says the same once for each action of a group.
        let problem = validation_problem(document, vocabulary, norm, error);
        if !problems
            .iter()
            .any(|known| known.code == problem.code && known.span == problem.span)
        {
            problems.push(problem);
        }
    }
}

fn validation_problem(
    document: &Document,
    vocabulary: &Vocabulary,
    norm: &Norm,
    error: &ValidationError,
) -> Diagnostic {
    let span =
        error
            .labels()
            .and_then(|mut labels| labels.next())
            .map_or(norm.span.clone(), |label| {
                let start = (norm.span.start + label.offset()).min(norm.span.end);
                start..(start + label.len()).min(norm.span.end)
            });
    let written = document.source.get(span.clone()).unwrap_or_default();
    let word = written
        .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
        .find(|part| !part.is_empty())
        .unwrap_or(written);
    let known: Vec<&str> = vocabulary
        .fact_keys()
        .chain(vocabulary.actions.iter().map(|action| action.key.as_str()))
        .chain(
            vocabulary
                .facts
                .iter()
                .flat_map(|f| f.values.iter().map(String::as_str)),
        )
        .chain([
            "publiceren",
            "Rol",
            "Kanaal",
            "Hoedanigheid",
            "Toestel",
            "Betrokkene",
        ])
        .collect();
    let (code, nl) = match error {
        ValidationError::UnrecognizedEntityType(_) => (
            "norm-type",
            format!("onbekende soort `{word}` in norm `{}`", norm.id),
        ),
        ValidationError::UnrecognizedActionId(_) => (
            "norm-action",
            format!("onbekende handeling `{word}` in norm `{}`", norm.id),
        ),
        ValidationError::InvalidEnumEntity(_) => (
            "norm-value",
            format!("onbekende waarde `{word}` in norm `{}`", norm.id),
        ),
        ValidationError::UnsafeAttributeAccess(_) => (
            "norm-fact",
            format!(
                "`{word}` is geen feit dat bij deze handeling hoort, in norm `{}`",
                norm.id
            ),
        ),
        ValidationError::InvalidActionApplication(_) => (
            "norm-scope",
            format!(
                "de handeling van norm `{}` past niet bij deze persoon of dit ding",
                norm.id
            ),
        ),
        _ => (
            "norm-invalid",
            format!(
                "norm `{}` klopt niet met de woordenlijst bij `{word}`",
                norm.id
            ),
        ),
    };
    let problem = Diagnostic::error(code, span, nl, error.to_string()).with_nearest(word, known);
    if code == "norm-fact" && vocabulary.fact(word).is_some() {
        return problem.with_help(
            "dit feit bestaat wel, maar hoort bij een andere handeling of aan de andere kant: `resource` of `context`",
            "this fact exists, but for another action or on the other side: `resource` or `context`",
        );
    }
    match (&problem.help, error.help()) {
        (None, Some(help)) => {
            let help = help.to_string();
            problem.with_help(format!("de controle zegt: {help}"), help)
        }
        _ => problem,
    }
}

/// The woven set must validate as strictly as what was written; if it does not, weaving is at fault.
pub(crate) fn woven(protocol: &Protocol) -> Vec<Diagnostic> {
    let Ok(set) = PolicySet::from_policies(protocol.woven.iter().cloned()) else {
        return Vec::new();
    };
    let validator = Validator::new(protocol.vocabulary.schema.clone());
    let result = validator.validate_with_level(&set, ValidationMode::Strict, 1);
    let faults = result.validation_errors().map(|error| {
        let named: &str = error.policy_id().as_ref();
        let span = protocol
            .document
            .norms
            .iter()
            .find(|norm| norm.id == named)
            .map_or(0..0, |norm| norm.span.clone());
        Diagnostic::error(
            "woven-invalid",
            span,
            format!("norm `{named}` klopt niet meer na het inweven van de uitzonderingen"),
            format!("norm `{named}` is not valid any more after weaving: {error}"),
        )
    });
    faults.collect()
}
