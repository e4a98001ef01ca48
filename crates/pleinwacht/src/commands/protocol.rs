//! `pleinwacht protocol …`: check, test, compare, prove, cover and render.

use super::load;
use crate::say::{Ending, Say};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Parse, validate strictly, weave, follow references, lint
    Check {
        /// Files, or names of shipped protocols
        #[arg(required = true)]
        files: Vec<String>,
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

fn check(file: &str, say: &mut Say) -> anyhow::Result<Ending> {
    let source = load(file)?;
    for problem in &source.loaded.diagnostics {
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
    let source = load(file)?;
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
            if outcome.scenario.beside { "(scenario)" } else { file },
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
    Ok(if failed == 0 { Ending::Done } else { Ending::Refused })
}
