//! Names, as files write them, into the parts that the Netherlands has.

use words::PersonName;

/// The parts as a file gives them; any may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) call: String,
    pub(crate) given: String,
    pub(crate) initials: String,
    pub(crate) infix: String,
    pub(crate) family: String,
}

/// What was done to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    InfixSplit,
    NameSplit,
    CallFromGiven,
}

/// Words that stand before a family name, in lower case. In upper case they are part of it: *El Amrani*, *De Smet*.
const INFIXES: [&str; 39] = [
    "'s", "'t", "a", "aan", "af", "al", "aus", "bij", "bin", "d'", "da", "dal", "de", "degli",
    "dei", "del", "dela", "den", "der", "des", "di", "do", "dos", "du", "el", "in", "la", "le",
    "lo", "op", "over", "te", "ten", "ter", "tot", "uit", "van", "von", "zu",
];

/// The name, or nothing where no part says anything.
pub(crate) fn name(parts: Parts, mut did: impl FnMut(Done)) -> Option<PersonName> {
    let Parts {
        mut call,
        given,
        initials,
        mut infix,
        mut family,
    } = parts;
    if let Some((before, after)) = family.split_once(',') {
        let (before, after) = (before.trim().to_owned(), after.trim().to_owned());
        if infix.is_empty() && is_infix(&after) {
            // "Vries, de"
            infix = after;
            did(Done::InfixSplit);
        } else if call.is_empty() && given.is_empty() && !after.is_empty() {
            // "de Vries, Daan" and "Vries, Daan de"
            let (first, behind) = behind(&after);
            if infix.is_empty() {
                behind.clone_into(&mut infix);
            }
            first.clone_into(&mut call);
            did(Done::NameSplit);
        }
        family = before;
    }
    if infix.is_empty() {
        let (found, rest) = split(&family);
        if !found.is_empty() {
            (infix, family) = (found.to_owned(), rest.to_owned());
            did(Done::InfixSplit);
        }
    }
    if call.is_empty() && !given.is_empty() {
        given
            .split(' ')
            .next()
            .unwrap_or_default()
            .clone_into(&mut call);
        did(Done::CallFromGiven);
    }
    let name = PersonName {
        call,
        initials: normal(&initials),
        infix,
        family,
    };
    let says = |part: &String| part.chars().any(char::is_alphanumeric);
    let known = says(&name.call) || says(&name.family) || says(&name.initials);
    known.then_some(name)
}

pub(crate) fn is_infix(text: &str) -> bool {
    !text.is_empty() && text.split(' ').all(|word| INFIXES.contains(&word))
}

/// The infix before a family name, and the name.
pub(crate) fn split(family: &str) -> (&str, &str) {
    let mut end = 0;
    for word in family.split(' ') {
        let after = end + word.len() + 1;
        // Never the last word: somebody may be called "Bij".
        if !INFIXES.contains(&word) || after >= family.len() {
            break;
        }
        end = after;
    }
    let infix = family.get(..end.saturating_sub(1)).unwrap_or_default();
    (infix, family.get(end..).unwrap_or(family))
}

/// "Daan de" into "Daan" and "de".
fn behind(text: &str) -> (&str, &str) {
    let at = text
        .match_indices(' ')
        .map(|(at, _)| at)
        .find(|at| text.get(at + 1..).is_some_and(is_infix));
    at.map_or((text, ""), |at| {
        let (first, rest) = text.split_at(at);
        (first, rest.trim_start())
    })
}

/// Initials with their points: `jp`, `J P` and `J.P` become `J.P.`; `Th.` stays together.
fn normal(text: &str) -> String {
    let parted = text.contains(['.', ' ']);
    let mut said = String::new();
    for part in text.split(['.', ' ', ',']).filter(|part| !part.is_empty()) {
        let mut letters = part.chars().filter(|c| c.is_alphabetic());
        let capitals = part.chars().all(char::is_uppercase);
        if !parted || (capitals && part.chars().count() < 5) {
            for letter in letters {
                said.extend(letter.to_uppercase());
                said.push('.');
            }
        } else if let Some(first) = letters.next() {
            said.extend(first.to_uppercase());
            said.extend(letters);
            said.push('.');
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(call: &str, infix: &str, family: &str) -> (String, Vec<Done>) {
        let mut done = Vec::new();
        let parts = Parts {
            call: call.into(),
            infix: infix.into(),
            family: family.into(),
            ..Parts::default()
        };
        let name = name(parts, |one| done.push(one)).unwrap_or_default();
        (name.listed(), done)
    }

    #[test]
    fn an_infix_stands_apart() {
        assert_eq!(
            read("Daan", "de", "Vries"),
            ("Vries, Daan de".into(), vec![])
        );
        for family in ["van der Wilgen", "Wilgen, van der"] {
            assert_eq!(
                read("Noor", "", family),
                ("Wilgen, Noor van der".into(), vec![Done::InfixSplit])
            );
        }
        for family in ["de Vries, Daan", "Vries, Daan de"] {
            assert_eq!(read("", "", family).0, "Vries, Daan de");
        }
        for family in ["El Amrani", "De Smet", "Bij", "Demirci", "O'Brien", "van"] {
            assert_eq!(read("Sam", "", family), (format!("{family}, Sam"), vec![]));
        }
        assert_eq!(read("Bo", "", "in 't Veld").0, "Veld, Bo in 't");
        assert_eq!(read("Bo", "", "'t Hart").0, "Hart, Bo 't");
    }

    #[test]
    fn initials_have_points() {
        for (written, wanted) in [
            ("JP", "J.P."),
            ("j.p.", "J.P."),
            ("J P", "J.P."),
            ("J.-P.", "J.P."),
            ("Th.J.", "Th.J."),
            ("N.S.", "N.S."),
            ("É", "É."),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(normal(written), wanted, "{written}");
        }
    }

    #[test]
    fn a_name_says_something() {
        assert_eq!(name(Parts::default(), |_| ()), None);
        let dots = Parts {
            call: "?".into(),
            family: "-".into(),
            ..Parts::default()
        };
        assert_eq!(name(dots, |_| ()), None);
        let given = Parts {
            given: "Fatima Zahra".into(),
            ..Parts::default()
        };
        assert_eq!(
            name(given, |_| ()).map(|name| name.said()),
            Some("Fatima".into())
        );
    }

    proptest! {
        #[test]
        fn no_letter_of_a_family_name_is_lost(family in "[a-zA-Z' ]{0,30}") {
            let family = family.split_whitespace().collect::<Vec<_>>().join(" ");
            let (infix, rest) = split(&family);
            let joined = [infix, rest].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(joined, family.clone());
            prop_assert!(family.is_empty() || !rest.is_empty());
        }
    }
}
