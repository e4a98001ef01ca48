//! `pleinwacht ask`: a verdict on one situation, or on a stream of them.

use super::{load_usable, read_text, unreadable};
use crate::say::{Ending, Say};
use anyhow::Context;
use norms::{Answer, Protocol, Situation, Workspace, situation};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use words::Verdict;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name of a shipped protocol (spoenk, pcc, flex, verkruisen, demare) or a file
    protocol: String,
    /// File with the situation as a JSON object; - is standard input
    #[arg(long, value_name = "FILE", default_value = "-")]
    situation: String,
    /// Read and write JSON Lines: one situation a line
    #[arg(long)]
    lines: bool,
    /// Print the whole answer as one JSON document
    #[arg(long)]
    json: bool,
}

/// Exits 1 when the verdict is *prohibited*: that is the refusal.
pub(crate) fn run(args: &Args, say: &mut Say) -> anyhow::Result<Ending> {
    let Some(protocol) = load_usable(&args.protocol, say)? else {
        return Ok(Ending::Failed);
    };
    if args.lines {
        return lines(args, &protocol, say);
    }
    let text = read_text(&args.situation, situation::MAX_BYTES, say)?;
    let situation = match Situation::from_json_str(&text, protocol.vocabulary()) {
        Ok(situation) => situation,
        Err(faults) => {
            for fault in &faults.0 {
                let name = if args.situation == "-" {
                    "situatie"
                } else {
                    &args.situation
                };
                say.wrong(format!("{name}: {}", say.said(fault)))?;
            }
            return Ok(Ending::Failed);
        }
    };
    let answer = protocol.ask_twice(&situation);
    if args.json {
        say.line(serde_json::to_string_pretty(&answer)?)?;
    } else {
        for_people(&protocol, &situation, &answer, say)?;
    }
    Ok(match answer.verdict {
        Verdict::Prohibited => Ending::Refused,
        _ => Ending::Done,
    })
}

/// One answer a line. A faulty line gets a line that says so, and the command exits 2 at the end.
fn lines(args: &Args, protocol: &Protocol, say: &mut Say) -> anyhow::Result<Ending> {
    let mut input: Box<dyn BufRead> = if args.situation == "-" {
        Box::new(BufReader::with_capacity(1 << 16, io::stdin()))
    } else {
        let file = File::open(&args.situation);
        let file = file.with_context(|| unreadable(&args.situation, say))?;
        Box::new(BufReader::with_capacity(1 << 16, file))
    };
    let mut work = Workspace::default();
    let mut ending = Ending::Done;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if io::Read::take(&mut input, situation::MAX_BYTES as u64 + 2)
            .read_until(b'\n', &mut line)?
            == 0
        {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        match Situation::from_json_str(&text, protocol.vocabulary()) {
            Ok(situation) => {
                let answer = protocol.ask_with(&mut work, &situation);
                serde_json::to_writer(say.out(), &answer)?;
                writeln!(say.out())?;
            }
            Err(faults) => {
                ending = Ending::Failed;
                let said: Vec<String> = faults.0.iter().map(|f| say.said(f).to_owned()).collect();
                say.line(serde_json::json!({"line": number, "errors": said}))?;
                for fault in said {
                    say.wrong(format!("{}:{number}: {fault}", args.situation))?;
                }
                if line.last() != Some(&b'\n') {
                    skip_line(&mut input)?;
                }
            }
        }
    }
    Ok(ending)
}

/// Leaves the rest of a line that is too long.
pub(super) fn skip_line(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn for_people(
    protocol: &Protocol,
    situation: &Situation,
    answer: &Answer<'_>,
    say: &mut Say,
) -> anyhow::Result<()> {
    let vocabulary = protocol.vocabulary();
    let words = vocabulary.words(say.locale);
    let sentence = words
        .verdict(answer.verdict)
        .map_or(answer.verdict.key(), |said| &said.sentence);
    say.line(sentence)?;
    say.line(format!("  {}", vocabulary.sentence(situation, say.locale)))?;
    for number in &answer.articles {
        let title = protocol
            .document
            .article(number)
            .map_or("", |article| &article.title);
        say.line(format!(
            "  {} {number} {title}",
            say.pick("artikel", "article")
        ))?;
    }
    for duty in &answer.duty_texts {
        say.line(format!(
            "  {} ({}): {}",
            say.pick("je moet", "you must"),
            duty.article,
            duty.text
        ))?;
    }
    for key in &answer.open {
        let question = words.fact(key).map_or(*key, |said| &said.question);
        say.line(format!(
            "  {} {question} [{key}]",
            say.pick("dit maakt nog uit:", "this still matters:")
        ))?;
    }
    for remedy in &answer.remedies {
        let changed = vocabulary.situation_from(&remedy.set);
        let phrases = vocabulary.phrases(&changed, say.locale, false).join(", ");
        say.line(format!(
            "  {} {phrases}",
            say.pick("het mag wel als:", "it is allowed if:")
        ))?;
    }
    if let Some(ask) = &answer.ask {
        let function = words.function(ask.role);
        say.line(format!(
            "  {} {function} ({})",
            say.pick("bij twijfel vraag je:", "in doubt ask:"),
            ask.article
        ))?;
    }
    Ok(())
}
