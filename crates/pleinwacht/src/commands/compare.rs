//! `pleinwacht protocol diff` and `prove`: what is true of every situation.

use super::load_usable;
use crate::say::{Ending, Say};
use anyhow::bail;
use norms::front::Stand;
use norms::prove::Proof;
use norms::{Comparison, compare};
use words::Locale;

/// Says that the diagrams do not fit, and what then.
pub(super) fn too_large(say: &Say) -> &'static str {
    match say.locale {
        Locale::Nl => {
            "de normen zijn samen te veel om te overzien; vragen en testen gaan wel, met Cedar"
        }
        Locale::En => "the norms need too large a diagram; `ask` and `test` still work, by Cedar",
    }
}

pub(super) fn diff(a: &str, b: &str, json: bool, say: &mut Say) -> anyhow::Result<Ending> {
    let (first, second) = (load_usable(a, say)?, load_usable(b, say)?);
    let (Some(first), Some(second)) = (first, second) else {
        return Ok(Ending::Failed);
    };
    let Some(comparison) = compare(&first, &second) else {
        bail!("{}", too_large(say));
    };
    if json {
        say.line(serde_json::to_string_pretty(&comparison)?)?;
    } else {
        diff_for_people(&comparison, &first, say)?;
    }
    Ok(Ending::Done)
}

fn diff_for_people(
    comparison: &Comparison,
    protocol: &norms::Protocol,
    say: &mut Say,
) -> anyhow::Result<()> {
    if comparison.only_text {
        say.line(say.pick(
            "Geen enkele situatie verandert van oordeel: alleen de tekst is anders.",
            "No situation at all changes its verdict: only the text differs.",
        ))?;
    }
    if comparison.procedures_changed {
        say.line(say.pick(
            "Wat eromheen geregeld is (plichten, advies, maatregelen, kalender) verschilt wel.",
            "What is arranged around it (duties, advice, measures, calendar) does differ.",
        ))?;
    }
    let words = protocol.vocabulary().words(say.locale);
    let verdict = |v: words::Verdict| words.verdict(v).map_or(v.key(), |said| said.label.as_str());
    let none = say.pick("geen artikel", "no article");
    for class in &comparison.classes {
        let article = |number: &str| {
            if number.is_empty() {
                none.to_owned()
            } else {
                number.to_owned()
            }
        };
        say.line(format!(
            "{}: {} ({}) → {} ({}): {} {}",
            class.actions.join(", "),
            verdict(class.from),
            article(&class.from_article),
            verdict(class.to),
            article(&class.to_article),
            class.described.count,
            say.pick("soorten situaties", "kinds of situations"),
        ))?;
        say.line(format!(
            "    {} {}",
            say.pick("bijvoorbeeld:", "for example:"),
            say.said(&class.described.sentence)
        ))?;
        for rule in &class.described.rules {
            say.line(format!(
                "    {} {}",
                say.pick("als:", "when:"),
                say.said(rule)
            ))?;
        }
        if class.described.more > 0 {
            say.line(format!(
                "    {} {}",
                say.pick("en nog", "and more:"),
                class.described.more
            ))?;
        }
    }
    say.line(format!(
        "{} / {} {}",
        comparison.changed,
        comparison.space,
        say.pick(
            "soorten situaties veranderen van oordeel",
            "kinds of situations change their verdict"
        ),
    ))
}

/// The proofs of a protocol, and how the command ends for it. `None`: it cannot be used, and that was said.
fn proved(file: &str, say: &mut Say) -> anyhow::Result<Option<(Ending, Vec<Proof>)>> {
    let Some(protocol) = load_usable(file, say)? else {
        return Ok(None);
    };
    let Some(proofs) = protocol.prove() else {
        bail!("{file}: {}", too_large(say));
    };
    let ending = if proofs.iter().all(Proof::is_settled) {
        Ending::Done
    } else {
        Ending::Refused
    };
    Ok(Some((ending, proofs)))
}

pub(super) fn prove(file: &str, say: &mut Say) -> anyhow::Result<Ending> {
    let Some((ending, proofs)) = proved(file, say)? else {
        return Ok(Ending::Failed);
    };
    for proof in &proofs {
        proof_for_people(proof, say)?;
    }
    Ok(ending)
}

pub(super) fn prove_json(file: &str, say: &mut Say) -> anyhow::Result<(Ending, String)> {
    Ok(match proved(file, say)? {
        Some((ending, proofs)) => (ending, serde_json::to_string_pretty(&proofs)?),
        None => (Ending::Failed, "null".to_owned()),
    })
}

fn proof_for_people(proof: &Proof, say: &mut Say) -> anyhow::Result<()> {
    let state = match (proof.proved, proof.stand) {
        (true, _) => say.pick("bewezen", "proved"),
        (false, Some(Stand::Bedoeld)) => say.pick("geschonden, bedoeld", "violated, intended"),
        (false, Some(Stand::Gat)) => say.pick("geschonden, bekend gat", "violated, known hole"),
        (false, None) => say.pick("GESCHONDEN", "VIOLATED"),
    };
    say.line(format!("{state}: {} [{}]", say.said(&proof.name), proof.id))?;
    if let Some(fault) = &proof.fault {
        say.line(format!("    {fault}"))?;
    }
    if let Some(reason) = proof.reason.as_ref().filter(|_| !proof.proved) {
        say.line(format!("    {} {reason}", say.pick("reden:", "reason:")))?;
    }
    for example in &proof.examples {
        say.line(format!(
            "    {} {}: {}, {} {}",
            example.described.count,
            say.pick("soorten situaties", "kinds of situations"),
            example.actions.join(", "),
            say.pick("volgens", "by"),
            example.articles.join(", ")
        ))?;
        say.line(format!(
            "    {} {}",
            say.pick("bijvoorbeeld:", "for example:"),
            say.said(&example.described.sentence)
        ))?;
        for rule in &example.described.rules {
            say.line(format!(
                "    {} {}",
                say.pick("als:", "when:"),
                say.said(rule)
            ))?;
        }
    }
    Ok(())
}
