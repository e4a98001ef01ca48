//! What is taken of mail: which messages now and which later, and which files never.

use std::collections::BTreeMap;

use mail::{Piece, Received};

/// Signals that one address makes in a day.
pub const OF_SENDER: usize = 20;
/// Signals that all addresses of one domain make in a day, where nobody here has those addresses.
pub const OF_DOMAIN: usize = 50;
/// Signals that all who are unknown make in a day.
pub const OF_UNKNOWN: usize = 150;

/// A message that waits in a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// Its number.
    pub uid: u32,
    /// Whose it says it is.
    pub sender: Vec<u8>,
    /// Of which domain, where nobody here has that address.
    pub domain: Option<Vec<u8>>,
}

/// Which of them are taken now, in this order; the rest stays where it is. Who sends one is not kept waiting by who sends a hundred: the first of each
/// comes before the second of any.
///
/// ```
/// use cases::rules::mailed::{OF_SENDER, Waits, now};
/// let from = |uid: u32, who: &str| Waits { uid, sender: who.into(), domain: None };
/// let mut waits: Vec<Waits> = (1..=200).map(|uid| from(uid, "bom")).collect();
/// waits.push(from(201, "ouder"));
/// let taken = now(&waits, &[], 40);
/// assert_eq!(taken.iter().take(2).map(|one| one.uid).collect::<Vec<_>>(), [1, 201]);
/// assert_eq!(taken.len(), OF_SENDER + 1);
/// ```
pub fn now<'a>(
    waits: &'a [Waits],
    taken: &[(Vec<u8>, Option<Vec<u8>>)],
    most: usize,
) -> Vec<&'a Waits> {
    let mut senders: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut domains: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut unknown = 0;
    for (sender, domain) in taken {
        *senders.entry(sender).or_default() += 1;
        if let Some(domain) = domain {
            *domains.entry(domain).or_default() += 1;
            unknown += 1;
        }
    }
    let mut nth: BTreeMap<&[u8], usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, &Waits)> = Vec::with_capacity(waits.len());
    for one in waits {
        let before = nth.entry(&one.sender).or_default();
        ranked.push((*before, one));
        *before += 1;
    }
    ranked.sort_by_key(|(nth, one)| (*nth, one.uid));
    let mut fit = Vec::new();
    for (_, one) in ranked {
        let of_sender = senders.entry(&one.sender).or_default();
        let fits = *of_sender < OF_SENDER
            && one.domain.as_deref().is_none_or(|domain| {
                unknown < OF_UNKNOWN && domains.get(domain).copied().unwrap_or(0) < OF_DOMAIN
            });
        if !fits || fit.len() >= most {
            continue;
        }
        *of_sender += 1;
        if let Some(domain) = one.domain.as_deref() {
            *domains.entry(domain).or_default() += 1;
            unknown += 1;
        }
        fit.push(one);
    }
    fit
}

/// What a message says, as the text of a signal: what it is about, what it says, and under it what was passed on inside it.
pub fn told(read: &Received) -> String {
    let mut parts = Vec::new();
    for (at, piece) in read.pieces.iter().enumerate() {
        let head = if at == 0 {
            piece.subject.clone()
        } else {
            heading(piece)
        };
        parts.push(head);
        parts.push(piece.text.clone());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// Who wrote what was passed on, when and about what, as it says.
fn heading(piece: &Piece) -> String {
    let from = format!("{} <{}>", piece.from.name, piece.from.address);
    let from = from.trim().replace("<>", "");
    let day = piece
        .at
        .and_then(|at| jiff::Timestamp::from_second(at).ok())
        .map(|at| at.strftime("%Y-%m-%d").to_string());
    let said = [Some(from), day, Some(piece.subject.clone())];
    let said = said.into_iter().flatten().filter(|part| !part.is_empty());
    let said: Vec<String> = said.collect();
    format!("✉ {}", said.join(" · "))
}

/// What makes a message the same as another: its name for itself, and what it says. A second one of the same name and other words is another.
pub fn sameness(read: &Received) -> String {
    use sha2::{Digest as _, Sha256};
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    };
    add(read.id.as_bytes());
    for piece in &read.pieces {
        add(piece.from.address.as_bytes());
        add(piece.subject.as_bytes());
        add(&piece.at.unwrap_or_default().to_be_bytes());
        add(piece.text.as_bytes());
    }
    for file in &read.files {
        add(&Sha256::digest(&file.bytes));
    }
    shell::chance::hex(&hash.finalize())
}

/// Words that tell of a naked or sexual image. Where one is said no file is taken along: one too many is left out rather than one too few.
const NAKED: [&str; 16] = [
    "naakt",
    "blote foto",
    "blote film",
    "blote video",
    "bloot filmpje",
    "blootfoto",
    "nudes",
    "nude foto",
    "nude photo",
    "naked",
    "dickpic",
    "sexting",
    "seksfoto",
    "seksfilm",
    "seksvideo",
    "sextape",
];

/// The text speaks of a naked or sexual image.
pub fn speaks_of_naked(text: &str) -> bool {
    let small = text.to_lowercase();
    NAKED.iter().any(|word| small.contains(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn waits() -> impl Strategy<Value = Vec<Waits>> {
        let one = (0_u8..6, any::<bool>());
        prop::collection::vec(one, 0..400).prop_map(|all| {
            let one = |(uid, (who, known)): (usize, (u8, bool))| Waits {
                uid: u32::try_from(uid).unwrap(),
                sender: vec![who, u8::from(known)],
                domain: (!known).then(|| vec![who % 2]),
            };
            all.into_iter().enumerate().map(one).collect()
        })
    }

    proptest! {
        #[test]
        fn nobody_takes_the_place_of_another(waits in waits(), most in 0_usize..300) {
            let fit = now(&waits, &[], most);
            prop_assert!(fit.len() <= most);
            for one in &fit {
                let of = |has: &dyn Fn(&Waits) -> bool| fit.iter().filter(|other| has(other)).count();
                prop_assert!(of(&|other| other.sender == one.sender) <= OF_SENDER);
                prop_assert!(one.domain.is_none() || of(&|other| other.domain == one.domain) <= OF_DOMAIN);
            }
            // Who is known is never stopped by who is not, as long as there is room at all.
            if most >= waits.len() {
                for one in waits.iter().filter(|one| one.domain.is_none()) {
                    let before = waits.iter().filter(|other| other.sender == one.sender && other.uid < one.uid).count();
                    prop_assert_eq!(fit.contains(&one), before < OF_SENDER);
                }
            }
        }

        #[test]
        fn what_is_taken_counts_the_next_time(waits in waits()) {
            let fit = now(&waits, &[], 400);
            let taken: Vec<_> = fit.iter().map(|one| (one.sender.clone(), one.domain.clone())).collect();
            let left: Vec<Waits> = waits.iter().filter(|one| !fit.contains(one)).cloned().collect();
            prop_assert!(now(&left, &taken, 400).is_empty());
        }
    }

    #[test]
    fn the_same_words_are_the_same_message() {
        let limits = mail::Limits {
            text: 100,
            file: 100,
            files: 1,
            all: 100,
        };
        let read = |text: &str| Received::read(text.replace('\n', "\r\n").as_bytes(), limits);
        let one = read("Message-ID: <a@b>\nFrom: a@b.test\nSubject: x\n\nHoi");
        let passed =
            read("Received: from elsewhere\nMessage-ID: <a@b>\nFrom: A@b.test\nSubject: x\n\nHoi");
        let other = read("Message-ID: <a@b>\nFrom: a@b.test\nSubject: x\n\nIets anders");
        assert_eq!(sameness(&one), sameness(&passed));
        assert_ne!(sameness(&one), sameness(&other));
        let inner = read(
            "Subject: Fwd\nContent-Type: message/rfc822\n\nFrom: D <d@e.test>\nDate: Fri, 20 Nov 2026 10:00:00 +0100\nSubject: haha\n\nSukkel",
        );
        assert_eq!(
            told(&inner),
            "Fwd\n\n✉ D <d@e.test> · 2026-11-20 · haha\n\nSukkel"
        );
    }

    #[test]
    fn words_of_naked_images_are_known() {
        for text in [
            "Er gaat een NAAKTfoto rond",
            "someone shares nudes",
            "een blote foto van haar",
        ] {
            assert!(speaks_of_naked(text), "{text}");
        }
        for text in ["Een lelijke foto", "De film van gisteren", ""] {
            assert!(!speaks_of_naked(text), "{text}");
        }
    }
}
