//! `pleinwacht scan`: personal data in a text, or in a stream of them. Nothing that is read is kept or logged.

use super::ask::skip_line;
use super::{read_text, unreadable};
use crate::say::{Ending, Say};
use anyhow::{Context, bail};
use personal_data::{
    Channel, Finding, Purpose, Report, Roster, Scanner, School, Tier, TooLong, say as sentence,
};
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read};
use words::Locale;

/// Rosters of the largest boards are a tenth of this.
const MOST_ROSTER: usize = 32 << 20;
/// The longest text, each character escaped twice over, and some room for the rest of the line.
const MOST_LINE: u64 = 12 * personal_data::MAX_CHARS as u64 + 4096;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// File with the text; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    text: String,
    /// The school's people, as CSV
    #[arg(long, value_name = "FILE.csv")]
    roster: String,
    /// The school's name, contact details and earlier answers, as JSON
    #[arg(long, value_name = "FILE.json")]
    school: Option<String>,
    /// Where the text will be shown: website, newsletter, social or classapp
    #[arg(long, default_value = "website", value_parser = channel)]
    channel: Channel,
    /// Today, as 2026-11-22: earlier answers that have expired no longer count
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    /// Also say what may be something, and probably is not
    #[arg(long)]
    possible: bool,
    /// Read and write JSON Lines: one {"id", "text"} a line
    #[arg(long)]
    lines: bool,
    /// Print everything about each finding as one JSON document
    #[arg(long, conflicts_with = "lines")]
    json: bool,
}

fn channel(name: &str) -> Result<Channel, String> {
    Channel::from_name(name)
        .ok_or_else(|| "choose website, newsletter, social or classapp".to_owned())
}

/// Exits 1 when a text is refused because it is too long.
pub(crate) fn run(args: &Args, say: &mut Say) -> anyhow::Result<Ending> {
    let Some(scanner) = scanner(args, say)? else {
        return Ok(Ending::Failed);
    };
    let purpose = Purpose {
        channel: args.channel,
        today: args.today.as_deref(),
    };
    if args.lines {
        return lines(args, &scanner, purpose, say);
    }
    let text = lossy(&args.text, say)?;
    match scanner.scan(&text, purpose) {
        Ok(report) => {
            let report = filtered(report, args.possible);
            if args.json {
                say.line(serde_json::to_string_pretty(&report.findings)?)?;
            } else {
                for_people(&text, &report, say)?;
            }
            Ok(Ending::Done)
        }
        Err(refusal) => {
            say.wrong(refusal.said(say.locale))?;
            Ok(Ending::Refused)
        }
    }
}

fn scanner(args: &Args, say: &mut Say) -> anyhow::Result<Option<Scanner>> {
    let roster = read_text(&args.roster, MOST_ROSTER, say)?;
    if roster.len() > MOST_ROSTER {
        bail!("{}: larger than {} MB", args.roster, MOST_ROSTER >> 20);
    }
    let roster = match Roster::from_csv(&roster) {
        Ok(roster) => roster,
        Err(faults) => {
            for fault in faults {
                let what = sentence(fault.code, say.locale);
                say.wrong(format!(
                    "{}:{}: {}: {what}",
                    args.roster, fault.line, fault.field
                ))?;
            }
            return Ok(None);
        }
    };
    let school = match &args.school {
        None => School::default(),
        Some(path) => {
            let text = read_text(path, MOST_ROSTER, say)?;
            match serde_json::from_str(&text) {
                Ok(school) => school,
                Err(fault) => {
                    say.wrong(format!("{path}:{}: {fault}", fault.line()))?;
                    return Ok(None);
                }
            }
        }
    };
    Ok(Some(Scanner::new(&roster, school)))
}

/// The text with U+FFFD where bytes are no UTF-8; offsets count that as one character.
fn lossy(path: &str, say: &Say) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if path == "-" {
        io::stdin().lock().take(MOST_LINE).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(MOST_LINE).read_to_end(&mut bytes))
    }
    .with_context(|| unreadable(path, say))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn filtered(mut report: Report, possible: bool) -> Report {
    report
        .findings
        .retain(|finding| possible || finding.tier >= Tier::Probable);
    report
}

/// One answer a line. A faulty line gets a line that says so, and the command exits 2 at the end.
fn lines(
    args: &Args,
    scanner: &Scanner,
    purpose: Purpose<'_>,
    say: &mut Say,
) -> anyhow::Result<Ending> {
    let mut input: Box<dyn BufRead> = if args.text == "-" {
        Box::new(BufReader::with_capacity(1 << 16, io::stdin()))
    } else {
        let file = std::fs::File::open(&args.text).with_context(|| unreadable(&args.text, say))?;
        Box::new(BufReader::with_capacity(1 << 16, file))
    };
    let mut ending = Ending::Done;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if Read::take(&mut input, MOST_LINE).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 == MOST_LINE && line.last() != Some(&b'\n') {
            skip_line(&mut input)?;
            let refusal = TooLong {
                most: personal_data::MAX_CHARS,
            }
            .said(say.locale);
            say.line(json!({"line": number, "spans": [], "error": refusal}))?;
            ending = ending.max(Ending::Refused);
            continue;
        }
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        let value: Option<Value> = serde_json::from_str(&text).ok();
        let id = value
            .as_ref()
            .and_then(|value| value.get("id"))
            .cloned()
            .unwrap_or_default();
        let draft = value
            .as_ref()
            .and_then(|value| value.get("text"))
            .and_then(Value::as_str);
        let Some(draft) = draft else {
            ending = Ending::Failed;
            let wrong = say.pick(
                "hier hoort {\"id\": …, \"text\": \"…\"} te staan",
                "this should be {\"id\": …, \"text\": \"…\"}",
            );
            say.line(json!({"line": number, "id": id, "spans": [], "error": wrong}))?;
            say.wrong(format!("{}:{number}: text: {wrong}", args.text))?;
            continue;
        };
        match scanner.scan(draft, purpose) {
            Ok(report) => {
                let report = filtered(report, args.possible);
                let spans: Vec<Value> = report
                    .findings
                    .iter()
                    .map(|finding| span(finding, say.locale))
                    .collect();
                say.line(json!({"id": id, "spans": spans}))?;
            }
            Err(refusal) => {
                ending = ending.max(Ending::Refused);
                say.line(json!({"id": id, "spans": [], "error": refusal.said(say.locale)}))?;
            }
        }
    }
    Ok(ending)
}

fn span(finding: &Finding, locale: Locale) -> Value {
    let why: Vec<String> = finding
        .reasons
        .iter()
        .map(|reason| reason.said(locale))
        .filter(|said| !said.is_empty())
        .collect();
    let people: Vec<&str> = finding
        .candidates
        .iter()
        .map(|one| one.person_id.as_str())
        .collect();
    // As text and back: 0.82 as a number of half precision would be written with ten places.
    let confidence = (f64::from(finding.confidence) * 100.0).round() / 100.0;
    json!({
        "start": finding.span.chars.0,
        "end": finding.span.chars.1,
        "category": finding.category.code(),
        "person_id": people,
        "confidence": confidence,
        "why": why.join("; "),
    })
}

fn for_people(text: &str, report: &Report, say: &mut Say) -> anyhow::Result<()> {
    for finding in &report.findings {
        let words = text
            .get(finding.span.bytes.0..finding.span.bytes.1)
            .unwrap_or_default();
        say.line(format!("{}: {words}", finding.category.said(say.locale)))?;
        let why: Vec<String> = finding
            .reasons
            .iter()
            .map(|reason| reason.said(say.locale))
            .filter(|said| !said.is_empty())
            .collect();
        say.line(format!(
            "  {}: {}",
            finding.tier.said(say.locale),
            why.join("; ")
        ))?;
        if !finding.candidates.is_empty() {
            let people: Vec<String> = finding
                .candidates
                .iter()
                .take(5)
                .map(|one| {
                    if one.group.is_empty() {
                        one.name.clone()
                    } else {
                        format!("{} ({})", one.name, one.group)
                    }
                })
                .collect();
            let consent = match finding.consent {
                Some(personal_data::Consent::Yes) => {
                    say.pick("toestemming gegeven", "consent given")
                }
                Some(personal_data::Consent::No) => say.pick("GEEN toestemming", "NO consent"),
                _ => say.pick(
                    "GEEN toestemming bekend, dus nee",
                    "NO consent known, so no",
                ),
            };
            say.line(format!("  {}: {consent}", people.join(", ")))?;
        }
        say.line(format!("  {}", sentence(finding.suggestion, say.locale)))?;
    }
    say.line(say.pick(
        "Dit zijn vragen, geen oordelen. En niets gevonden is geen garantie: lees zelf ook.",
        "These are questions, not verdicts. And nothing found is no guarantee: read it yourself too.",
    ).to_owned())?;
    Ok(())
}
