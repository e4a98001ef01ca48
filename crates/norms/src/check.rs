//! Strict checks: words of the vocabulary, references between articles, annotations, coverage. Each fault at its place.

use crate::diagnostic::Diagnostic;
use crate::document::{Coverage, Document, Layer, Norm};
use crate::validate::validate;
use crate::vocabulary::Vocabulary;
use std::ops::Range;

/// Annotations that a norm may carry.
const ANNOTATIONS: [&str; 8] = [
    "id",
    "behoudens",
    "wijktAfVan",
    "ontheft",
    "plicht",
    "maatregel",
    "lezing",
    "kracht",
];

/// Everything that can be checked before weaving.
pub(crate) fn check(document: &Document, vocabulary: &Vocabulary) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    front(document, vocabulary, &mut problems);
    coverage(document, &mut problems);
    for norm in &document.norms {
        annotations(document, norm, &mut problems);
    }
    validate(document, vocabulary, &mut problems);
    problems
}

/// For each role the roles that it implies, itself included.
pub(crate) fn role_closure(document: &Document, vocabulary: &Vocabulary) -> Vec<u32> {
    let mut closure: Vec<u32> = (0..vocabulary.roles.len()).map(|bit| 1 << bit).collect();
    let implied: Vec<(usize, usize)> = document
        .front
        .rollen
        .iter()
        .flat_map(|(role, all)| all.iter().map(move |to| (role.as_ref(), to.as_ref())))
        .filter_map(|(role, to)| Some((vocabulary.role_id(role)?, vocabulary.role_id(to)?)))
        .collect();
    // As many rounds as there are roles reach the end of every chain.
    for _ in 0..vocabulary.roles.len() {
        for (role, to) in &implied {
            let more = closure.get(*to).copied().unwrap_or(0);
            if let Some(bits) = closure.get_mut(*role) {
                *bits |= more;
            }
        }
    }
    closure
}

fn front(document: &Document, vocabulary: &Vocabulary, problems: &mut Vec<Diagnostic>) {
    let front = &document.front;
    let at = |span: Range<usize>| document.in_front(span);
    if *front.woordenlijst.as_ref() != vocabulary.version {
        problems.push(Diagnostic::error(
            "vocabulary-version",
            at(front.woordenlijst.span()),
            format!("dit programma kent woordenlijst {}", vocabulary.version),
            format!("this program knows vocabulary {}", vocabulary.version),
        ));
    }
    for (table, number) in front.article_refs() {
        if document.article(number.as_ref()).is_none() {
            let known = document.articles.iter().map(|a| a.number.as_str());
            problems.push(
                Diagnostic::error(
                    "front-article",
                    at(number.span()),
                    format!(
                        "`{table}` verwijst naar artikel {}, dat er niet is",
                        number.as_ref()
                    ),
                    format!(
                        "`{table}` names article {}, which is not there",
                        number.as_ref()
                    ),
                )
                .with_nearest(number.as_ref(), known),
            );
        }
    }
    for role in front.role_refs() {
        if vocabulary.role_id(role.as_ref()).is_none() {
            problems.push(
                Diagnostic::error(
                    "front-role",
                    at(role.span()),
                    format!("onbekende rol `{}`", role.as_ref()),
                    format!("unknown role `{}`", role.as_ref()),
                )
                .with_nearest(role.as_ref(), vocabulary.roles.iter().map(String::as_str)),
            );
        }
    }
    for function in front.function_refs() {
        let known = || vocabulary.functions.iter().map(String::as_str);
        if !known().any(|k| k == function.as_ref()) {
            problems.push(
                Diagnostic::error(
                    "front-function",
                    at(function.span()),
                    format!("onbekende functie `{}`", function.as_ref()),
                    format!("unknown function `{}`", function.as_ref()),
                )
                .with_nearest(function.as_ref(), known()),
            );
        }
    }
    touchstones(document, vocabulary, problems);
    for reading in &front.lezing {
        let id = reading.norm.as_ref();
        if !document
            .norms
            .iter()
            .any(|norm| norm.id == *id && norm.annotation("lezing").is_some())
        {
            problems.push(
                Diagnostic::error(
                    "front-reading",
                    at(reading.norm.span()),
                    format!("`{id}` is geen norm met @lezing"),
                    format!("`{id}` is not a norm with @lezing"),
                )
                .with_nearest(id, document.norms.iter().map(|norm| norm.id.as_str())),
            );
        }
    }
}

fn touchstones(document: &Document, vocabulary: &Vocabulary, problems: &mut Vec<Diagnostic>) {
    for own in &document.front.toetssteen {
        let id = own.id.as_ref();
        let span = document.in_front(own.id.span());
        let shipped = vocabulary.touchstones.iter().any(|t| t.id == *id);
        if !shipped && (own.naam.is_none() || own.voorwaarde.is_none()) {
            let known = vocabulary.touchstones.iter().map(|t| t.id.as_str());
            problems.push(
                Diagnostic::error(
                    "touchstone-unknown",
                    span,
                    format!("`{id}` is geen bekende toetssteen; een eigen toetssteen heeft `naam` en `voorwaarde`"),
                    format!("`{id}` is no known touchstone; one of your own has `naam` and `voorwaarde`"),
                )
                .with_nearest(id, known),
            );
        } else if own.oordeel.is_some() && own.reden.as_deref().unwrap_or("").trim().is_empty() {
            problems.push(Diagnostic::error(
                "touchstone-reason",
                span,
                format!("toetssteen `{id}` heeft een oordeel zonder reden"),
                format!("touchstone `{id}` has a stand without a reason"),
            ));
        }
    }
}

fn coverage(document: &Document, problems: &mut Vec<Diagnostic>) {
    let refs: Vec<&str> = document
        .front
        .article_refs()
        .into_iter()
        .map(|(_, number)| number.as_ref().as_str())
        .collect();
    for article in &document.articles {
        let has_row = refs.contains(&article.number.as_str());
        let has_norms = !article.norms.is_empty();
        let number = &article.number;
        let fault = match article.coverage {
            None if !has_norms && !has_row => Some((
                format!(
                    "artikel {number} doet niets: het heeft geen norm, geen regel bovenaan en geen dekking"
                ),
                format!(
                    "article {number} does nothing: no norm, no front matter row and no coverage"
                ),
            )),
            Some(_) if has_norms => Some((
                format!("artikel {number} heeft normen en ook een dekking; laat de dekking weg"),
                format!("article {number} has norms and also a coverage mark; leave the mark out"),
            )),
            Some(Coverage::Procedure) if !has_row => Some((
                format!("artikel {number} is een procedure, maar geen regel bovenaan noemt het"),
                format!("article {number} is a procedure, but no front matter row names it"),
            )),
            _ => None,
        };
        if let Some((nl, en)) = fault {
            problems.push(
                Diagnostic::error("coverage", article.span.clone(), nl, en).with_help(
                    "zet {tekst}, {procedure} of {woordenlijst} achter de titel, of schrijf een norm",
                    "put {tekst}, {procedure} or {woordenlijst} after the title, or write a norm",
                ),
            );
        }
    }
}

fn annotations(document: &Document, norm: &Norm, problems: &mut Vec<Diagnostic>) {
    let mut fault = |code, nl: String, en: String| {
        problems.push(Diagnostic::error(code, norm.span.clone(), nl, en));
    };
    let id = &norm.id;
    if norm.layer != Layer::Norm && norm.forbids() {
        fault(
            "layer-effect",
            format!("norm `{id}` is een forbid; in dit soort blok staan alleen permits"),
            format!("norm `{id}` is a forbid; this kind of fence holds permits only"),
        );
    }
    if let Some(key) = norm.annotation("plicht") {
        if norm.layer != Layer::Duty {
            fault(
                "duty-place",
                format!("@plicht op `{id}` hoort in een blok `cedar plicht`"),
                format!("@plicht on `{id}` belongs in a fence `cedar plicht`"),
            );
        } else if !document.front.procedures.contains_key(key) {
            fault(
                "duty-unknown",
                format!("@plicht(\"{key}\") op `{id}` staat niet bij [procedures]"),
                format!("@plicht(\"{key}\") on `{id}` is not in [procedures]"),
            );
        }
    } else if norm.layer == Layer::Duty {
        fault(
            "duty-missing",
            format!("plicht `{id}` zegt niet wat er moet: @plicht ontbreekt"),
            format!("duty `{id}` does not say what must be done: @plicht is missing"),
        );
    }
    if let Some(article) = norm.annotation("maatregel")
        && !document
            .front
            .maatregel
            .iter()
            .any(|m| m.artikel.as_ref() == article)
    {
        fault(
            "measure-unknown",
            format!("@maatregel(\"{article}\") op `{id}` staat niet bij [[maatregel]]"),
            format!("@maatregel(\"{article}\") on `{id}` is not in [[maatregel]]"),
        );
    }
    if norm
        .annotation("kracht")
        .is_some_and(|kracht| kracht != "advies")
    {
        fault(
            "strength",
            format!("@kracht op `{id}` kent alleen \"advies\""),
            format!("@kracht on `{id}` knows only \"advies\""),
        );
    }
    for (key, _) in norm.policy.annotations() {
        if !ANNOTATIONS.contains(&key) {
            problems.push(
                Diagnostic::error(
                    "annotation-unknown",
                    norm.span.clone(),
                    format!("onbekende aantekening @{key} op `{id}`"),
                    format!("unknown annotation @{key} on `{id}`"),
                )
                .with_nearest(key, ANNOTATIONS),
            );
        }
    }
}
