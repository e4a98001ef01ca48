//! `pleinwacht protocol …`: check, test, compare, prove, cover and render.

use super::load;
use crate::say::{Ending, Say};
use anyhow::bail;
use norms::{Coverage, Protocol};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Parse, validate strictly, weave, follow references, lint
    Check {
        /// Files, or names of shipped protocols
        #[arg(required = true)]
        files: Vec<String>,
    },
    /// What carries each article, and how well scenarios guard each norm
    Coverage {
        /// Files, or names of shipped protocols
        #[arg(required = true)]
        files: Vec<String>,
        /// Print one JSON document; a list where there are several files
        #[arg(long)]
        json: bool,
    },
    /// Which situations change their verdict between two protocols or versions
    Diff {
        /// The first
        a: String,
        /// The second
        b: String,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// Hold a protocol to the touchstones, over the whole space of situations
    Prove {
        /// File, or name of a shipped protocol
        #[arg(required = true)]
        files: Vec<String>,
        /// Print one JSON document
        #[arg(long)]
        json: bool,
    },
    /// The document for people, or as Akoma Ntoso
    Render {
        /// File, or name of a shipped protocol
        file: String,
        /// What to make of it
        #[arg(long, value_enum)]
        to: super::render::Format,
        /// Where to write it; standard output without this
        #[arg(long, value_name = "FILE")]
        out: Option<std::path::PathBuf>,
    },
    /// Run the scenarios in and beside the document
    Test {
        /// Files, or names of shipped protocols
        #[arg(required = true)]
        files: Vec<String>,
    },
}

pub(crate) fn run(command: Command, say: &mut Say) -> anyhow::Result<Ending> {
    match command {
        Command::Check { files } => each(&files, say, check),
        Command::Coverage { files, json: true } => documents(&files, say, coverage_json),
        Command::Coverage { files, json: false } => each(&files, say, coverage),
        Command::Diff { a, b, json } => super::compare::diff(&a, &b, json, say),
        Command::Render { file, to, out } => super::render::run(&file, to, out.as_deref(), say),
        Command::Prove { files, json: true } => documents(&files, say, super::compare::prove_json),
        Command::Prove { files, json: false } => each(&files, say, super::compare::prove),
        Command::Test { files } => each(&files, say, test),
    }
}

/// Runs a command on each file; the worst ending counts.
fn each(
    files: &[String],
    say: &mut Say,
    run: impl Fn(&str, &mut Say) -> anyhow::Result<Ending>,
) -> anyhow::Result<Ending> {
    let mut worst = Ending::Done;
    for file in files {
        worst = worst.max(run(file, say)?);
    }
    Ok(worst)
}

/// One JSON document: of one file what there is to say, of several a list.
fn documents(
    files: &[String],
    say: &mut Say,
    document: impl Fn(&str, &mut Say) -> anyhow::Result<(Ending, String)>,
) -> anyhow::Result<Ending> {
    let mut worst = Ending::Done;
    let mut found = Vec::new();
    for file in files {
        let (ending, text) = document(file, say)?;
        worst = worst.max(ending);
        found.push(text);
    }
    match found.as_slice() {
        [one] => say.line(one)?,
        _ => say.line(format!("[{}]", found.join(",\n")))?,
    }
    Ok(worst)
}

fn check(file: &str, say: &mut Say) -> anyhow::Result<Ending> {
    let source = load(file, say)?;
    let lints = source.loaded.protocol.as_ref().map(Protocol::lints);
    for problem in source
        .loaded
        .diagnostics
        .iter()
        .chain(lints.iter().flatten())
    {
        let line = problem.in_line(&source.name, &source.text, say.locale);
        if problem.is_error() {
            say.wrong(line)?;
        } else {
            say.line(line)?;
        }
    }
    let Some(protocol) = &source.loaded.protocol else {
        return Ok(Ending::Failed);
    };
    say.line(format!(
        "{file}: {} {}, {} {}, {} {}",
        protocol.document.articles.len(),
        say.pick("artikelen", "articles"),
        protocol.document.norms.len(),
        say.pick("normen", "norms"),
        protocol.diagram_size(),
        say.pick("knopen", "nodes"),
    ))?;
    Ok(Ending::Done)
}

fn test(file: &str, say: &mut Say) -> anyhow::Result<Ending> {
    let source = load(file, say)?;
    let Some(protocol) = &source.loaded.protocol else {
        super::report(&source, say)?;
        return Ok(Ending::Failed);
    };
    let outcomes = protocol.run_scenarios();
    let mut failed = 0;
    for outcome in outcomes.iter().filter(|outcome| !outcome.faults.is_empty()) {
        failed += 1;
        let article = protocol.document.articles.get(outcome.scenario.article);
        let place = norms::diagnostic::Place::of(&source.text, outcome.scenario.span.start);
        say.line(format!(
            "{}:{}: {} ({})",
            if outcome.scenario.beside {
                "(scenario)"
            } else {
                file
            },
            place.line,
            outcome.scenario.title,
            article.map_or("", |article| &article.number)
        ))?;
        for fault in &outcome.faults {
            say.line(format!("    {}", say.said(fault)))?;
        }
    }
    say.line(format!(
        "{file}: {} passed, {failed} failed",
        outcomes.len() - failed
    ))?;
    Ok(if failed == 0 {
        Ending::Done
    } else {
        Ending::Refused
    })
}

/// What a document carries, and how the command ends for it. `None`: it cannot be used, and that was said.
fn measured(file: &str, say: &mut Say) -> anyhow::Result<Option<(Ending, Coverage)>> {
    let Some(protocol) = super::load_usable(file, say)? else {
        return Ok(None);
    };
    let Some(coverage) = protocol.coverage() else {
        bail!("{file}: {}", super::compare::too_large(say));
    };
    let ending = if coverage.is_whole() {
        Ending::Done
    } else {
        Ending::Refused
    };
    Ok(Some((ending, coverage)))
}

fn coverage(file: &str, say: &mut Say) -> anyhow::Result<Ending> {
    let Some((ending, coverage)) = measured(file, say)? else {
        return Ok(Ending::Failed);
    };
    coverage_for_people(file, &coverage, say)?;
    Ok(ending)
}

fn coverage_json(file: &str, say: &mut Say) -> anyhow::Result<(Ending, String)> {
    Ok(match measured(file, say)? {
        Some((ending, coverage)) => (ending, serde_json::to_string_pretty(&coverage)?),
        None => (Ending::Failed, "null".to_owned()),
    })
}

fn coverage_for_people(file: &str, coverage: &Coverage, say: &mut Say) -> anyhow::Result<()> {
    let kinds = ["norm", "vocabulary", "procedure", "text", "none"];
    let counts = kinds.map(|kind| coverage.articles.iter().filter(|a| a.kind == kind).count());
    let counts: Vec<String> = kinds
        .iter()
        .zip(counts)
        .map(|(kind, n)| format!("{n} {kind}"))
        .collect();
    say.line(format!("{file}: {}", counts.join(", ")))?;
    for norm in &coverage.norms {
        let mut wanting = Vec::new();
        if !norm.reached {
            wanting.push(say.pick("niet geraakt", "not reached"));
        }
        match norm.decisive {
            Some(true) => {}
            Some(false) => wanting.push(say.pick("niet beslissend", "not decisive")),
            None => wanting.push(say.pick("overbodig", "redundant")),
        }
        if !norm.bounded {
            wanting.push(say.pick("niet begrensd", "not bounded"));
        }
        if !wanting.is_empty() {
            say.line(format!("    {}: {}", norm.id, wanting.join(", ")))?;
        }
    }
    for survivor in &coverage.surviving {
        say.line(format!(
            "    {} {}: {}",
            say.pick("niet bewaakt", "not guarded"),
            survivor.norm,
            say.said(&survivor.change)
        ))?;
    }
    say.line(format!(
        "{file}: {} {}, {} {}, {} {}, {} {}",
        coverage.scenarios,
        say.pick("scenario's", "scenarios"),
        coverage.mutants,
        say.pick("mutanten", "mutants"),
        coverage.equivalent,
        say.pick("gelijkwaardig", "equivalent"),
        coverage.surviving.len(),
        say.pick("niet bewaakt", "not guarded"),
    ))
}
