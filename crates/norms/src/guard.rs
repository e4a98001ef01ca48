//! Guards at the door: what a library must not be handed, and its faults said in our words.

use crate::diagnostic::Diagnostic;
use miette::Diagnostic as _;
use std::ops::Range;

/// Deeper nesting of brackets, conditions or negations is refused; a norm of a school needs four.
const MAX_DEPTH: usize = 32;
/// More operators in one policy are refused; the largest real norm has twelve.
const MAX_OPERATORS: usize = 256;
/// A longer policy is refused.
const MAX_POLICY: usize = 16_000;

/// Cuts a fence into policies, each ending with a `;` outside brackets and strings.
///
/// Cedar's parser recurses, so a text that nests too deep is refused here, before it.
pub(crate) fn split_policies(text: &str, at: usize) -> Result<Vec<Range<usize>>, Diagnostic> {
    let mut policies = Vec::new();
    let (mut start, mut depth, mut operators, mut ifs) = (None, 0_usize, 0_usize, 0_usize);
    let mut bytes = text.bytes().enumerate().peekable();
    let too_deep = |here: usize| {
        Diagnostic::error(
            "too-deep",
            here + at..here + at + 1,
            "deze norm is te diep genest of te lang",
            "this norm is nested too deep or too long",
        )
        .with_help(
            "splits de norm in meer normen",
            "split it into several norms",
        )
    };
    while let Some((here, byte)) = bytes.next() {
        let next = bytes.peek().map(|(_, byte)| *byte);
        match byte {
            b'/' if next == Some(b'/') => {
                while bytes.next_if(|(_, byte)| *byte != b'\n').is_some() {}
                continue;
            }
            b'"' => {
                start.get_or_insert(here);
                while let Some((_, byte)) = bytes.next() {
                    match byte {
                        b'\\' => drop(bytes.next()),
                        b'"' => break,
                        _ => {}
                    }
                }
                continue;
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'!' if next != Some(b'=') => operators += 1,
            b'&' | b'|' | b'.' | b'=' | b'-' => operators += 1,
            b'i' if next == Some(b'f') => ifs += 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            start.get_or_insert(here);
        }
        let length = start.map_or(0, |start| here - start);
        if depth + ifs > MAX_DEPTH || operators > MAX_OPERATORS || length > MAX_POLICY {
            return Err(too_deep(here));
        }
        if byte == b';' && depth == 0 {
            policies.extend(start.map(|start| start..here + 1));
            (start, operators, ifs) = (None, 0, 0);
        }
    }
    policies.extend(start.map(|start| start..text.trim_end().len().max(start)));
    Ok(policies)
}

/// A fault of Cedar's parser at its place in the document.
pub(crate) fn parse_problem(
    fault: &cedar_policy::ParseError,
    span: &Range<usize>,
    text: &str,
) -> Diagnostic {
    let place = fault
        .labels()
        .and_then(|mut labels| labels.next())
        .map_or(span.clone(), |label| {
            let start = (span.start + label.offset()).min(span.end);
            start..(start + label.len()).min(span.end)
        });
    let near = text
        .get(place.start.saturating_sub(span.start)..)
        .and_then(|rest| rest.split_whitespace().next())
        .unwrap_or_default();
    let (nl, en) = if near.is_empty() {
        (
            "deze norm houdt te vroeg op".to_owned(),
            "this norm ends too early".to_owned(),
        )
    } else {
        (
            format!("deze norm is geen geldig Cedar bij `{near}`"),
            format!("this norm is not valid Cedar near `{near}`"),
        )
    };
    let help = fault
        .help()
        .map_or_else(|| fault.to_string(), |help| format!("{fault}; {help}"));
    Diagnostic::error("norm-syntax", place, nl, en).with_help(
        format!("controleer haakjes, aanhalingstekens en de puntkomma aan het eind ({help})"),
        help,
    )
}

/// A fault of the TOML reader at its place in the document.
pub(crate) fn toml_problem(fault: &toml::de::Error, at: usize, end: usize) -> Diagnostic {
    let span = fault.span().map_or(at..at, |span| {
        (at + span.start).min(end)..(at + span.end).min(end)
    });
    let message = fault.message();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let problem = |code, nl: String| Diagnostic::error(code, span.clone(), nl, message.to_owned());
    match (message.split('`').next(), quoted.as_slice()) {
        (Some("unknown field "), [written, known @ ..]) => problem(
            "front-unknown-key",
            format!("onbekende sleutel `{written}`"),
        )
        .with_nearest(written, known.iter().copied())
        .or_help(
            || format!("bekend zijn: {}", known.join(", ")),
            || format!("known keys: {}", known.join(", ")),
        ),
        (Some("missing field "), [missing]) => problem(
            "front-missing-key",
            format!("de sleutel `{missing}` ontbreekt"),
        ),
        (Some("unknown variant "), [written, known @ ..]) => problem(
            "front-unknown-value",
            format!(
                "onbekende waarde `{written}`: kies uit {}",
                known.join(", ")
            ),
        )
        .with_nearest(written, known.iter().copied()),
        (Some(text), _) if text.starts_with("invalid type") => problem(
            "front-type",
            "deze waarde is van de verkeerde soort".to_owned(),
        )
        .with_help(
            format!("kijk in de beschrijving van het bestand wat hier hoort te staan ({message})"),
            "see the description of the file format for what belongs here",
        ),
        _ => problem(
            "front-syntax",
            "de gegevens bovenaan zijn geen geldig TOML".to_owned(),
        )
        .with_help(
            format!("controleer aanhalingstekens, haakjes en het is-teken ({message})"),
            "check quotes, brackets and the equals sign",
        ),
    }
}

impl Diagnostic {
    /// Advice if there is none yet.
    fn or_help(self, nl: impl FnOnce() -> String, en: impl FnOnce() -> String) -> Self {
        if self.help.is_some() {
            self
        } else {
            self.with_help(nl(), en())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_falls_apart_into_its_policies() {
        let text = "// a; b\npermit(principal, action, resource);\nforbid (principal, action, resource) when { \"a;b\" == \"\\\"\" };\n";
        let parts = split_policies(text, 0).unwrap();
        let parts: Vec<&str> = parts
            .into_iter()
            .map(|range| text.get(range).unwrap())
            .collect();
        assert_eq!(parts.len(), 2, "{parts:?}");
        assert!(parts[0].starts_with("permit") && parts[1].starts_with("forbid"));
    }

    #[test]
    fn deep_nesting_is_refused_before_the_parser_sees_it() {
        for text in [
            format!(
                "permit(principal,action,resource) when {{ {}true{} }};",
                "(".repeat(5000),
                ")".repeat(5000)
            ),
            format!(
                "permit(principal,action,resource) when {{ {}true }};",
                "!".repeat(5000)
            ),
            format!(
                "permit(principal,action,resource) when {{ true{} }};",
                " && true".repeat(5000)
            ),
            format!(
                "permit(principal,action,resource) when {{ {}true }};",
                "if true then ".repeat(5000)
            ),
        ] {
            assert_eq!(split_policies(&text, 0).unwrap_err().code, "too-deep");
        }
    }
}
