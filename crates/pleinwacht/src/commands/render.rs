//! `pleinwacht protocol render`: the document for people, or as Akoma Ntoso.

use super::load_usable;
use crate::say::{Ending, Say};
use anyhow::Context;
use norms::Protocol;
use norms::document::Coverage;
use norms::prose::{Block, Span};
use papers::{Pdf, Run};
use std::io::Write;
use std::path::Path;

/// What to make of a protocol.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(crate) enum Format {
    /// One page that needs nothing else
    Html,
    /// For print
    Pdf,
    /// Akoma Ntoso 3.0
    Akn,
}

pub(super) fn run(
    file: &str,
    format: Format,
    out: Option<&Path>,
    say: &mut Say,
) -> anyhow::Result<Ending> {
    let Some(protocol) = load_usable(file, say)? else {
        return Ok(Ending::Failed);
    };
    let bytes = match format {
        Format::Html => protocols::standalone(&protocol, say.locale).into_bytes(),
        Format::Akn => norms::akn::render(&protocol.document).into_bytes(),
        Format::Pdf => pdf(&protocol)?,
    };
    match out {
        Some(path) => std::fs::write(path, bytes)
            .with_context(|| format!("{}: cannot be written", path.display()))?,
        None => say.out().write_all(&bytes)?,
    }
    Ok(Ending::Done)
}

/// The protocol as a document to print, to sign and to hand to the council.
fn pdf(protocol: &Protocol) -> anyhow::Result<Vec<u8>> {
    let document = &protocol.document;
    let front = &document.front;
    let mut pdf = Pdf::new(front.titel.as_str(), "nl");
    pdf.footer(format!("{} · versie {}", front.titel, front.versie));
    pdf.heading(1, front.titel.as_str());
    let mut facts = format!("{}. Versie {}.", front.school, front.versie);
    if let Some(day) = front.vastgesteld {
        facts = format!("{facts} Vastgesteld op {day}.");
    }
    pdf.paragraph(&[Run::plain(facts)]);
    for article in &document.articles {
        pdf.heading(2, format!("{} {}", article.number, article.title));
        for block in norms::prose::blocks(&article.prose) {
            match block {
                Block::Paragraph(spans) => drop(pdf.paragraph(&runs(&spans))),
                Block::List { ordered, items } => {
                    let items: Vec<Vec<Run>> = items.iter().map(|item| runs(item)).collect();
                    if ordered {
                        pdf.numbers(&items);
                    } else {
                        pdf.bullets(&items);
                    }
                }
            }
        }
        if let Some(note) = note(article.coverage) {
            pdf.note(&[Run::plain(note)]);
        }
    }
    pdf.note(&[Run::plain(format!(
        "Kenmerk van deze tekst (sha-256): {}",
        protocol.sha256
    ))]);
    pdf.finish().context("the PDF cannot be written")
}

fn runs(spans: &[Span]) -> Vec<Run> {
    let run = |span: &Span| {
        if span.strong {
            Run::bold(span.text.as_str())
        } else {
            Run::plain(span.text.as_str())
        }
    };
    spans.iter().map(run).collect()
}

/// What an article does, where that is not a norm.
fn note(coverage: Option<Coverage>) -> Option<&'static str> {
    match coverage? {
        Coverage::Text => None,
        Coverage::Procedure => Some("Dit artikel is een werkwijze: het programma voert haar uit."),
        Coverage::Vocabulary => Some("Dit artikel zit in de woorden waarmee het programma rekent."),
    }
}
