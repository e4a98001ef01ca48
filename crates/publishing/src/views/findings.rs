//! Findings in a text: marked in place, and as a list beside it. A draft screen shows the same.

use std::collections::HashMap;

use jiff::civil::Date;
use maud::{Markup, html};
use personal_data::{Candidate, Consent, Finding, Reason, Tier, say};
use ui::form::{Choice, Form};
use ui::{Errors, Tone, parts};

use super::text::until_said;
use crate::check::Checked;
use crate::model::{Length, Meaning};
use crate::rules::{Answer, Mark, answers_to};
use people::Frame;

/// Somebody whom a finding may mean, as far as the visitor may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) group: String,
}

/// What editors may answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answering {
    /// The last day of the school year.
    pub(crate) until: Option<Date>,
    /// Under which name a form sends the answer.
    pub(crate) name: &'static str,
}

/// What was found, as far as the visitor may see it.
pub(crate) struct Shown<'a> {
    pub(crate) checked: &'a Checked,
    /// By the identity that a candidate has.
    pub(crate) people: HashMap<String, Person>,
    /// Nothing for who does not keep the list.
    pub(crate) answering: Option<Answering>,
}

/// The sign of a finding: waits, a question, or a hint. It has a shape of its own beside its colour.
fn tone(finding: &Finding) -> Tone {
    match finding.tier {
        _ if finding.holds => Tone::No,
        Tier::Possible => Tone::Outside,
        Tier::Probable | Tier::Certain => Tone::Doubt,
    }
}

/// One or two words for a kind of finding.
fn short(frame: &Frame<'_>, finding: &Finding) -> String {
    let code = finding.category.code().to_lowercase().replace('_', "-");
    frame.words().t(&format!("short-{code}")).to_owned()
}

/// The text with a numbered mark at each finding, which leads to the list. Findings may lie over each other.
pub(crate) fn marked(frame: &Frame<'_>, text: &str, findings: &[Finding]) -> Markup {
    let mut cuts: Vec<usize> = findings
        .iter()
        .flat_map(|one| [one.span.bytes.0, one.span.bytes.1])
        .chain([0, text.len()])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut open = 0_usize;
    let mut begins = findings.iter().enumerate().peekable();
    let mut ends: Vec<usize> = findings.iter().map(|one| one.span.bytes.1).collect();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    html! {
        @for pair in cuts.windows(2) {
            @if let [from, to] = *pair {
                @while ends.next_if(|end| *end <= from).is_some() { ({ open -= 1; "" }) }
                @while let Some((at, finding)) = begins.next_if(|(_, one)| one.span.bytes.0 <= from) {
                    ({ open += 1; "" })
                    (place(frame, at + 1, finding))
                }
                @let part = lines(text.get(from..to).unwrap_or_default());
                @if open > 0 { mark { (part) } } @else { (part) }
            }
        }
    }
}

fn place(frame: &Frame<'_>, number: usize, finding: &Finding) -> Markup {
    html! {
        a.number id={ "plek-" (number) } href={ "#vondst-" (number) } {
            span.hidden { (frame.words().t("finding")) " " }
            (number) " " span.tag.(tone(finding).class()) { (tone(finding).icon()) (short(frame, finding)) }
        }
    }
}

fn lines(part: &str) -> Markup {
    html! { @for (at, line) in part.split('\n').enumerate() { @if at > 0 { br; } (line) } }
}

/// The findings one under the other, each with why, who, what to do, and an answer for who keeps the list.
pub(crate) fn list(
    frame: &Frame<'_>,
    text: &str,
    shown: &Shown<'_>,
    form: (Form<'_>, &Errors),
) -> Markup {
    let (found, hints) = (&shown.checked.findings, &shown.checked.hints);
    let words = frame.words();
    html! {
        @for (at, finding) in found.iter().enumerate() { (item(frame, text, shown, (at + 1, finding), form)) }
        @if !hints.is_empty() {
            details {
                summary { (words.f("hints", &[("n", hints.len().into())])) }
                div.folded {
                    p { (words.t("hints-text")) }
                    @for (at, finding) in hints.iter().enumerate() {
                        (item(frame, text, shown, (found.len() + at + 1, finding), form))
                    }
                }
            }
        }
    }
}

fn item(
    frame: &Frame<'_>,
    text: &str,
    shown: &Shown<'_>,
    (number, finding): (usize, &Finding),
    form: (Form<'_>, &Errors),
) -> Markup {
    let (words, locale) = (frame.words(), frame.locale());
    let tone = tone(finding);
    let (from, to) = finding.span.bytes;
    html! {
        section.article.(tone.class()) id={ "vondst-" (number) } {
            h3 { span.number { (number) } (finding.category.said(locale)) }
            p { q { (text.get(from..to).unwrap_or_default()) } " " (parts::tag(tone, finding.tier.said(locale))) }
            @if finding.holds { p { strong { (words.t("holds")) } } }
            p { (reasons(frame, finding, shown)) }
            @if !finding.candidates.is_empty() { (candidates(frame, shown, &finding.candidates)) }
            p { strong { (say(finding.suggestion, locale)) } }
            @if finding.tier > Tier::Possible {
                p.no-print { a href={ "#plek-" (number) } { (words.f("to-place", &[("n", number.into())])) } }
            }
            @if let Some(answering) = shown.answering { (answers(frame, shown, (number, finding), answering, form)) }
        }
    }
}

/// Why, as one sentence. What would tell a name to who may not know it is left out.
fn reasons(frame: &Frame<'_>, finding: &Finding, shown: &Shown<'_>) -> String {
    let known = |one: &Candidate| shown.people.contains_key(&one.person_id);
    let tells = finding.candidates.iter().all(known);
    let said = finding
        .reasons
        .iter()
        .filter(|reason| tells || reason.about.is_none())
        .map(|reason: &Reason| reason.said(frame.locale()))
        .filter(|said| !said.is_empty());
    let said = said.collect::<Vec<_>>().join("; ");
    frame.words().f("because", &[("reasons", said.into())])
}

/// At most this many people are named: a given name of a whole board says enough.
const MOST_NAMED: usize = 8;

fn candidates(frame: &Frame<'_>, shown: &Shown<'_>, candidates: &[Candidate]) -> Markup {
    let words = frame.words();
    let rest = candidates.len().saturating_sub(MOST_NAMED);
    html! {
        p { (words.f("may-be", &[("n", candidates.len().into())])) }
        ul {
            @for one in candidates.iter().take(MOST_NAMED) {
                li { (who(frame, shown, one)) ": " (words.t(consent_key(one.consent))) }
            }
            @if rest > 0 { li { (words.f("and-more", &[("n", rest.into())])) } }
        }
    }
}

fn who(frame: &Frame<'_>, shown: &Shown<'_>, candidate: &Candidate) -> String {
    let words = frame.words();
    match shown.people.get(&candidate.person_id) {
        None => words.t("somebody").to_owned(),
        Some(person) if person.group.is_empty() => person.name.clone(),
        Some(person) => {
            let said = [
                ("name", person.name.clone().into()),
                ("group", person.group.clone().into()),
            ];
            words.f("in-group", &said)
        }
    }
}

const fn consent_key(consent: Consent) -> &'static str {
    match consent {
        Consent::Yes => "consent-yes",
        Consent::No => "consent-no",
        Consent::Unknown => "consent-unknown",
    }
}

fn answers(
    frame: &Frame<'_>,
    shown: &Shown<'_>,
    (number, finding): (usize, &Finding),
    answering: Answering,
    (form, errors): (Form<'_>, &Errors),
) -> Markup {
    let words = frame.words();
    let (who_field, long_field) = (format!("wie-{number}"), format!("lang-{number}"));
    let wrong = [&who_field, &long_field]
        .iter()
        .any(|field| errors.of(field).is_some());
    let people = finding.candidates.iter().take(MOST_NAMED);
    let people: Vec<Choice> = people
        .map(|one| Choice::new(&one.person_id, who(frame, shown, one), false))
        .collect();
    let lengths = Length::ALL.map(|length| {
        let said = match length {
            Length::Year => until_said(frame, answering.until),
            _ => words.t(&format!("length-{}", length.key())).to_owned(),
        };
        Choice::new(length.key(), said, length == Length::Year)
    });
    html! {
        details.no-print open[wrong] {
            summary { (words.t("answer")) span.hidden { " " (number) } }
            div.folded {
                @if people.len() > 1 { (form.select(&who_field, words.t("answer-whose"), "", &people)) }
                (form.select(&long_field, words.t("answer-length"), "", &lengths))
                div.actions {
                    @for meaning in answers_to(finding) {
                        @let value = Answer { mark: Mark::of(number, finding), meaning }.to_value();
                        button.button.quiet type="submit" name=(answering.name) value=(value) { (words.t(answer_key(meaning, finding))) }
                    }
                }
            }
        }
    }
}

/// What a button says: of a number nobody asks whether it is a person.
fn answer_key(meaning: Meaning, finding: &Finding) -> &'static str {
    match meaning {
        Meaning::NotPersonal if finding.category.is_person() => "answer-not-a-person",
        Meaning::Agreed => "answer-agreed",
        Meaning::LeftOut => "answer-leave-out",
        Meaning::NotPersonal | Meaning::Public | Meaning::Sensitive => "answer-not-personal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use personal_data::{Purpose, Roster, Scanner, School};
    use proptest::prelude::*;
    use shell::Visit;
    use ui::{Account, Links};

    /// The text of some HTML, without what stands in links: the marks' own labels.
    fn plain(html: &str) -> String {
        let mut text = String::new();
        let mut link = false;
        for (at, part) in html.split('<').enumerate() {
            let (tag, after) = if at == 0 {
                ("", part)
            } else {
                part.split_once('>').unwrap()
            };
            match tag.split(' ').next().unwrap_or_default() {
                "a" => link = true,
                "/a" => link = false,
                "br" => text.push('\n'),
                _ => {}
            }
            if !link {
                text.push_str(after);
            }
        }
        let named = text.replace("&lt;", "<").replace("&gt;", ">");
        named.replace("&quot;", "\"").replace("&amp;", "&")
    }

    const PIECES: [&str; 14] = [
        "Daan",
        " de Vries",
        " groep 3",
        " om 10 uur",
        " naar het bos",
        " gaat",
        "\n",
        "<b>",
        "&",
        " 06-12345678",
        "🙈",
        "\u{202e}",
        " epilepsie",
        ". ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever was pasted and found: every letter is shown once, in its place, and nothing of it is markup.
        #[test]
        fn a_marked_text_is_still_that_text(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..30)) {
            let text = pieces.concat();
            let roster = Roster::from_csv("person_id,call_name,infix,surname\nP1,Daan,de,Vries\n").unwrap();
            let scanner = Scanner::new(&roster, School::default());
            let findings = scanner.scan(&text, Purpose::default()).unwrap().findings;
            let (visit, links) = (Visit::at("/tekst"), Links::default());
            let frame = Frame { links: &links, visit: &visit, account: Account::default(), texts: crate::texts };
            let html = marked(&frame, &text, &findings).into_string();
            prop_assert_eq!(plain(&html), text, "{}", html);
            for number in 1..=findings.len() {
                let mark = format!("id=\"plek-{number}\"");
                prop_assert!(html.contains(&mark), "{}", html);
            }
        }
    }
}
