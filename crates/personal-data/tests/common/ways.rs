//! The ways of writing a name down.

use personal_data::Person;

/// A form: its name, how it is made, and the least part of it that must be found for names that are no words, and for those that are.
pub(crate) type Form = (&'static str, fn(&Person) -> Option<String>, u32, u32);

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn plain(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'ş' | 'ś' => 's',
            'Ş' => 'S',
            'ç' => 'c',
            'Ç' => 'C',
            'ğ' => 'g',
            'ı' => 'i',
            'ł' => 'l',
            'Ł' => 'L',
            'ë' | 'ễ' => 'e',
            other => other,
        })
        .collect()
}

fn first(word: &str) -> String {
    word.chars().take(1).collect()
}

fn infixed(one: &Person) -> String {
    [one.infix.as_str(), &one.surname]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn long(one: &Person) -> Option<Vec<char>> {
    let letters: Vec<char> = one.call_name.chars().collect();
    (letters.len() >= 6 && !one.call_name.contains('-')).then_some(letters)
}

fn letter(one: &Person) -> Option<char> {
    one.surname.chars().next()
}

fn parted(one: &Person) -> Option<&str> {
    (!one.infix.is_empty()).then_some(one.infix.as_str())
}

pub(crate) fn forms() -> Vec<Form> {
    vec![
        ("call name", |p| Some(p.call_name.clone()), 97, 80),
        ("full", |p| Some(p.name()), 99, 99),
        ("full, small", |p| Some(p.name().to_lowercase()), 99, 99),
        ("full, capitals", |p| Some(p.name().to_uppercase()), 99, 99),
        (
            "infix with a capital",
            |p| parted(p).map(|i| format!("{} {} {}", p.call_name, capital(i), p.surname)),
            99,
            99,
        ),
        (
            "infix left out",
            |p| parted(p).map(|_| format!("{} {}", p.call_name, p.surname)),
            99,
            99,
        ),
        (
            "infix v.d.",
            |p| {
                parted(p)
                    .filter(|i| i.starts_with("van d"))
                    .map(|_| format!("{} v.d. {}", p.call_name, p.surname))
            },
            99,
            99,
        ),
        (
            "infix vd",
            |p| {
                parted(p)
                    .filter(|i| i.starts_with("van d"))
                    .map(|_| format!("{} vd {}", p.call_name, p.surname))
            },
            99,
            99,
        ),
        (
            "initial and surname",
            |p| letter(p).map(|_| format!("{}. {}", first(&plain(&p.call_name)), infixed(p))),
            99,
            99,
        ),
        (
            "initial without dot",
            |p| Some(format!("{} {}", first(&plain(&p.call_name)), infixed(p))),
            90,
            90,
        ),
        (
            "letter with dot",
            |p| letter(p).map(|c| format!("{} {c}.", p.call_name)),
            99,
            99,
        ),
        (
            "letter without dot",
            |p| letter(p).map(|c| format!("{} {c}", p.call_name)),
            99,
            99,
        ),
        (
            "infix and letter",
            |p| {
                parted(p)
                    .and(letter(p))
                    .map(|c| format!("{} {} {c}.", p.call_name, p.infix))
            },
            99,
            99,
        ),
        (
            "letters d. V.",
            |p| {
                parted(p)
                    .and(letter(p))
                    .map(|c| format!("{} {}. {c}.", p.call_name, first(&p.infix)))
            },
            99,
            99,
        ),
        (
            "letters dV",
            |p| {
                parted(p)
                    .filter(|i| !i.contains(' '))
                    .and(letter(p))
                    .map(|c| format!("{} {}{c}", p.call_name, first(&p.infix).to_lowercase()))
            },
            99,
            99,
        ),
        (
            "letters DV",
            |p| {
                parted(p)
                    .filter(|i| !i.contains(' '))
                    .and(letter(p))
                    .map(|c| format!("{} {}{c}", p.call_name, first(&p.infix).to_uppercase()))
            },
            99,
            99,
        ),
        (
            "letter small",
            |p| letter(p).map(|c| format!("{} {}.", p.call_name, c.to_lowercase())),
            90,
            80,
        ),
        (
            "reversed",
            |p| Some(format!("{}, {}", infixed(p), p.call_name)),
            97,
            97,
        ),
        (
            "reversed, infix behind",
            |p| parted(p).map(|i| format!("{}, {} {i}", p.surname, p.call_name)),
            97,
            97,
        ),
        (
            "reversed, letter",
            |p| Some(format!("{}, {}.", infixed(p), first(&plain(&p.call_name)))),
            97,
            97,
        ),
        (
            "marks dropped",
            |p| (plain(&p.call_name) != p.call_name).then(|| plain(&p.call_name)),
            97,
            97,
        ),
        ("capitals", |p| Some(p.call_name.to_uppercase()), 90, 60),
        ("small", |p| Some(p.call_name.to_lowercase()), 90, 20),
        (
            "letter doubled",
            |p| {
                long(p).map(|mut l| {
                    l.insert(3, l[3]);
                    l.into_iter().collect()
                })
            },
            90,
            90,
        ),
        (
            "letter missing",
            |p| {
                long(p).map(|mut l| {
                    l.remove(3);
                    l.into_iter().collect()
                })
            },
            85,
            85,
        ),
        (
            "letters swapped",
            |p| {
                long(p).filter(|l| l[3] != l[4]).map(|mut l| {
                    l.swap(3, 4);
                    l.into_iter().collect()
                })
            },
            85,
            85,
        ),
        (
            "drawn out",
            |p| {
                let l: Vec<char> = p.call_name.chars().collect();
                let at = l.iter().rposition(|c| "aeiouyëı".contains(*c))?;
                let mut w: String = l[..at].iter().collect();
                w.extend(std::iter::repeat_n(l[at], 4));
                w.extend(&l[at + 1..]);
                Some(w)
            },
            90,
            80,
        ),
        (
            "last letter drawn out",
            |p| {
                let c = p.call_name.chars().last()?;
                Some(format!("{}{}", p.call_name, c.to_string().repeat(3)))
            },
            90,
            80,
        ),
        (
            "possessive 's",
            |p| Some(format!("{}'s", p.call_name)),
            97,
            90,
        ),
        (
            "possessive ’s",
            |p| Some(format!("{}’s", p.call_name)),
            97,
            90,
        ),
        (
            "possessive s",
            |p| (!p.call_name.ends_with(['s', 'x'])).then(|| format!("{}s", p.call_name)),
            85,
            50,
        ),
        ("d'r", |p| Some(format!("{} d'r", p.call_name)), 97, 80),
        ("z'n", |p| Some(format!("{} z'n", p.call_name)), 97, 80),
        ("tag", |p| Some(format!("#{}", p.call_name)), 90, 50),
        (
            "tag, full",
            |p| Some(format!("#{}", p.name().replace([' ', '\'', '-'], ""))),
            90,
            90,
        ),
        (
            "emoji glued",
            |p| Some(format!("{}🎉", p.call_name)),
            97,
            75,
        ),
        (
            "emoji before",
            |p| Some(format!("🎉{}", p.call_name)),
            97,
            75,
        ),
        (
            "across lines",
            |p| Some(p.name().replacen(' ', "\n", 1)),
            90,
            80,
        ),
        ("two spaces", |p| Some(p.name().replace(' ', "  ")), 99, 99),
        (
            "hard space",
            |p| Some(p.name().replace(' ', "\u{a0}")),
            99,
            99,
        ),
        (
            "underscores",
            |p| Some(p.name().replace([' ', '-', '\''], "_")),
            90,
            90,
        ),
        (
            "in a row",
            |p| Some(format!("Thomas, {} en Sophie", p.call_name)),
            97,
            97,
        ),
        (
            "row with +",
            |p| Some(format!("Thomas+{}+Sophie", p.call_name)),
            97,
            97,
        ),
        (
            "row with /",
            |p| Some(format!("Thomas/{}/Sophie", p.call_name)),
            97,
            97,
        ),
        (
            "row with &",
            |p| Some(format!("Thomas & {}", p.call_name)),
            97,
            97,
        ),
        ("quotes", |p| Some(format!("'{}'", p.call_name)), 97, 75),
        ("brackets", |p| Some(format!("({})", p.call_name)), 97, 75),
        ("stars", |p| Some(format!("*{}*", p.call_name)), 97, 75),
        (
            "little one",
            |p| Some(format!("kleine {}", p.call_name)),
            97,
            75,
        ),
        ("ours", |p| Some(format!("onze {}", p.call_name)), 97, 90),
        ("dear", |p| Some(format!("lieve {}", p.call_name)), 97, 85),
        (
            "-tje",
            |p| {
                p.call_name
                    .ends_with(['n', 'l', 'r', 'a', 'o', 'i'])
                    .then(|| format!("{}tje", p.call_name))
            },
            95,
            80,
        ),
        (
            "-je",
            |p| {
                p.call_name
                    .ends_with(['s', 'k', 'p', 't', 'f'])
                    .then(|| format!("{}je", p.call_name))
            },
            95,
            90,
        ),
        (
            "-ie",
            |p| {
                p.call_name
                    .ends_with(['n', 'm', 's', 't', 'k'])
                    .then(|| format!("{}ie", p.call_name))
            },
            0,
            0,
        ),
        (
            "school's group",
            |p| Some(format!("{} (gr {})", p.call_name, p.group)),
            99,
            97,
        ),
        (
            "with of",
            |p| Some(format!("{} uit {}", p.call_name, p.group)),
            95,
            75,
        ),
        (
            "surname with title",
            |p| Some(format!("familie {}", capital(&infixed(p)))),
            90,
            90,
        ),
    ]
}
