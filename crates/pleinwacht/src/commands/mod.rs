//! One file for each command.

pub(crate) mod ask;
pub(crate) mod backup;
mod compare;
pub(crate) mod doctor;
pub(crate) mod import;
pub(crate) mod photo;
mod photo_words;
pub(crate) mod protocol;
mod render;
pub(crate) mod scan;
pub(crate) mod serve;
pub(crate) mod verify;

use crate::say::Say;
use anyhow::Context;
use norms::{Loaded, Protocol, shipped};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// A protocol file: its name for messages, its text, and what reading it gave.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) loaded: Loaded,
}

/// Reads a protocol: the name of a shipped one, or a file.
pub(crate) fn load(named: &str, say: &Say) -> anyhow::Result<Source> {
    let bytes = match shipped::source(named) {
        Some(text) if !Path::new(named).exists() => text.as_bytes().to_vec(),
        _ => read_file(named, say)?,
    };
    let beside = named
        .strip_suffix(".md")
        .map(|stem| format!("{stem}.scenario.md"))
        .filter(|path| Path::new(path).exists())
        .map(|path| read_file(&path, say))
        .transpose()?;
    Ok(Source {
        name: named.to_owned(),
        loaded: Protocol::load_with(&bytes, beside.as_deref()),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// Reads a protocol that must be usable; says what is wrong otherwise.
pub(crate) fn load_usable(named: &str, say: &mut Say) -> anyhow::Result<Option<Protocol>> {
    let source = load(named, say)?;
    if source.loaded.protocol.is_none() {
        report(&source, say)?;
    }
    Ok(source.loaded.protocol)
}

/// Says every error of a file.
pub(crate) fn report(source: &Source, say: &mut Say) -> anyhow::Result<()> {
    for problem in source.loaded.diagnostics.iter().filter(|p| p.is_error()) {
        say.wrong(problem.in_line(&source.name, &source.text, say.locale))?;
    }
    Ok(())
}

/// Reads a file, a little more than a protocol may be, so that a huge one is refused and not swallowed.
fn read_file(path: &str, say: &Say) -> anyhow::Result<Vec<u8>> {
    let limit = norms::document::MAX_BYTES as u64 + 1;
    let file = fs::File::open(path).with_context(|| {
        format!(
            "{path}: {} {}",
            say.pick(
                "niet gevonden; geef een bestand of een van",
                "not found; give a file, or one of"
            ),
            shipped::NAMES.join(", ")
        )
    })?;
    let mut bytes = Vec::new();
    file.take(limit)
        .read_to_end(&mut bytes)
        .with_context(|| unreadable(path, say))?;
    Ok(bytes)
}

/// Reads a text from a file or, for `-`, from standard input, up to a limit.
pub(crate) fn read_text(path: &str, limit: usize, say: &Say) -> anyhow::Result<String> {
    let mut text = String::new();
    let most = limit as u64 + 1;
    if path == "-" {
        io::stdin().lock().take(most).read_to_string(&mut text)
    } else {
        fs::File::open(path).and_then(|file| file.take(most).read_to_string(&mut text))
    }
    .with_context(|| unreadable(path, say))?;
    Ok(text)
}

/// Says that a file cannot be read.
pub(crate) fn unreadable(path: &str, say: &Say) -> String {
    format!(
        "{path}: {}",
        say.pick("kan niet worden gelezen", "cannot be read")
    )
}

/// Runs what waits for a database or a network.
pub(crate) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("the program cannot start")?
        .block_on(work)
}
