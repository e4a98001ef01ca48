//! Rules about Rust source.

use super::Offence;
use crate::repo::Source;
use crate::rust::{Kind, Token, program, tokens};

/// No file is longer than this: over it, it holds two things.
pub const LINES: usize = 400;

/// A file that is too long to hold one thing.
pub fn length(file: &Source) -> Vec<Offence> {
    let lines = file.text.lines().count();
    let what = format!("{lines} lines; a file holds one thing and at most {LINES} lines");
    (lines > LINES)
        .then(|| Offence::new(&file.path, lines, what))
        .into_iter()
        .collect()
}

/// SQL belongs in a slice's `store.rs`, in the folder `store` beside it, and in the crate `store`.
pub fn sql(file: &Source) -> Vec<Offence> {
    let home = file.name() == "store.rs" || file.lies_in("store") || file.krate() == Some("store");
    if file.is_test() || home {
        return Vec::new();
    }
    let openings = [
        "select ",
        "insert into ",
        "update ",
        "delete from ",
        "create table ",
        "create index ",
        "alter table ",
        "drop table ",
        "pragma ",
        "begin immediate",
    ];
    let marks = [" from ", " set ", " values", "(", "=", ";", " where "];
    literals(file)
        .filter(|token| {
            let text = token.text.trim_start();
            // Upper case, or the sentence "select a school from the list" would be SQL.
            openings
                .iter()
                .any(|opening| text.starts_with(&opening.to_uppercase()))
                && marks.iter().any(|mark| text.to_lowercase().contains(mark))
        })
        .map(|token| Offence::new(&file.path, token.line, "SQL outside store.rs"))
        .collect()
}

/// HTML belongs in `views`, in the crate `ui`, and in the protocol's own `render` and `akn`.
pub fn html(file: &Source) -> Vec<Offence> {
    let home = file.lies_in("views.rs")
        || file.lies_in("views")
        || file.lies_in("render.rs")
        || file.lies_in("render")
        || file.lies_in("akn.rs")
        || file.krate() == Some("ui");
    if home || file.is_test() {
        return Vec::new();
    }
    let read = program(&file.text);
    let macros = read
        .windows(2)
        .filter_map(|pair| match pair {
            [name, mark] if name.is("html") && mark.is("!") => Some(name.line),
            _ => None,
        })
        .collect::<Vec<_>>();
    let texts = read
        .iter()
        .filter(|token| token.kind == Kind::Text && is_html(&token.text))
        .map(|token| token.line);
    macros
        .into_iter()
        .chain(texts)
        .map(|line| Offence::new(&file.path, line, "HTML outside views, ui and render"))
        .collect()
}

fn is_html(text: &str) -> bool {
    let closes = text
        .split("</")
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_alphabetic()));
    closes || text.to_lowercase().contains("<!doctype")
}

/// A word for people belongs in a `.ftl` file: no sentence stands in a page's code.
pub fn sentences(file: &Source) -> Vec<Offence> {
    let page = ["views.rs", "views", "pages.rs", "pages", "routes.rs"]
        .iter()
        .any(|part| file.lies_in(part))
        || matches!(file.krate(), Some("ui" | "shell"));
    if !page || file.is_test() {
        return Vec::new();
    }
    literals(file)
        .filter(|token| is_sentence(&token.text))
        .map(|token| {
            let what = format!(
                "a text for people in the code: \"{}\"; give it a key in nl.ftl and en.ftl",
                token.text
            );
            Offence::new(&file.path, token.line, what)
        })
        .collect()
}

/// Two words after each other, of which one is among the commonest of Dutch or English, or that begin like a sentence.
fn is_sentence(text: &str) -> bool {
    const COMMON: [&str; 40] = [
        "de", "het", "een", "je", "u", "van", "en", "is", "niet", "mag", "dit", "wat", "wie",
        "voor", "met", "op", "of", "er", "naar", "bij", "the", "you", "your", "of", "and", "to",
        "for", "with", "not", "this", "what", "who", "are", "on", "it", "may", "no", "in", "kies",
        "school",
    ];
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    words.windows(2).any(|pair| match pair {
        [a, b] => {
            let letters = |word: &str| word.chars().all(char::is_alphabetic) && !word.is_empty();
            let bare = |word: &str| {
                word.trim_end_matches(['.', ',', '?', '!', ':'])
                    .to_lowercase()
            };
            let (a_bare, b_bare) = (bare(a), bare(b));
            letters(a)
                && letters(&b_bare)
                && (COMMON.contains(&a_bare.as_str())
                    || COMMON.contains(&b_bare.as_str())
                    || a.starts_with(char::is_uppercase) && b.starts_with(char::is_lowercase))
        }
        _ => false,
    })
}

/// Exceptions to lints are `#[expect]` with a reason; `unsafe` has none.
pub fn exceptions(file: &Source) -> Vec<Offence> {
    let read = tokens(&file.text);
    let mut found = Vec::new();
    for (at, token) in read.iter().enumerate() {
        let next = |far: usize| read.get(at + far);
        let attribute = token.is("[")
            && at
                .checked_sub(1)
                .and_then(|before| read.get(before))
                .is_some_and(|t| t.is("#") || t.is("!"));
        if attribute && next(1).is_some_and(|t| t.is("allow")) {
            found.push(Offence::new(
                &file.path,
                token.line,
                "#[allow]; use #[expect(…, reason = \"…\")]",
            ));
        }
        if token.is("unsafe") {
            found.push(Offence::new(&file.path, token.line, "unsafe"));
        }
    }
    found
}

/// What stops the program belongs in tests, or under an `#[expect(clippy::…, reason = "…")]` that says why it cannot happen.
/// The linter says so too; this also holds where a crate forgot its lints.
pub fn stops(file: &Source) -> Vec<Offence> {
    if file.is_test() {
        return Vec::new();
    }
    let excused = |lint: &str| tokens(&file.text).iter().any(|token| token.is(lint));
    let lint_of = |name: &Token| format!("{}_used", name.text);
    let read = program(&file.text);
    read.windows(3)
        .filter_map(|three| match three {
            [dot, name, open]
                if dot.is(".")
                    && open.is("(")
                    && (name.is("unwrap") || name.is("expect"))
                    && !excused(&lint_of(name)) =>
            {
                Some(name)
            }
            [_, name, bang]
                if bang.is("!")
                    && ["panic", "todo", "unimplemented", "dbg"]
                        .iter()
                        .any(|stop| name.is(stop)) =>
            {
                Some(name)
            }
            _ => None,
        })
        .map(|name| {
            Offence::new(
                &file.path,
                name.line,
                format!("`{}` outside tests", name.text),
            )
        })
        .collect()
}

/// A decision tells its reasons: nothing called `may_…` answers only yes or no.
pub fn bare_answers(file: &Source) -> Vec<Offence> {
    let read = program(&file.text);
    let mut found = Vec::new();
    for (at, pair) in read.windows(2).enumerate() {
        let [keyword, name] = pair else { continue };
        let asks =
            name.text == "may" || name.text.starts_with("may_") || name.text.starts_with("mag_");
        if !keyword.is("fn") || !asks {
            continue;
        }
        let signature = read
            .iter()
            .skip(at)
            .take_while(|token| !token.is("{") && !token.is(";"))
            .collect::<Vec<_>>();
        let bare = signature.windows(3).any(|three| match three {
            [dash, arrow, kind] => dash.is("-") && arrow.is(">") && kind.is("bool"),
            _ => false,
        });
        if bare {
            let what = format!(
                "`{}` answers only yes or no; return a verdict with its reasons",
                name.text
            );
            found.push(Offence::new(&file.path, name.line, what));
        }
    }
    found
}

/// A pure crate, and every `model.rs` and `rules.rs`, does no I/O and knows no clock, chance or waiting.
pub fn purity(file: &Source, pure: &[&str]) -> Vec<Offence> {
    let must = file.krate().is_some_and(|krate| pure.contains(&krate))
        || matches!(file.name(), "model.rs" | "rules.rs");
    if !must || file.is_test() {
        return Vec::new();
    }
    let read = program(&file.text);
    let paths = [
        ["std", "fs"],
        ["std", "env"],
        ["std", "net"],
        ["std", "process"],
        ["std", "thread"],
        ["Zoned", "now"],
        ["Timestamp", "now"],
        ["SystemTime", "now"],
        ["Instant", "now"],
    ];
    let mut found = Vec::new();
    for four in read.windows(4) {
        let [a, b, c, d] = four else { continue };
        if b.is(":") && c.is(":") && paths.iter().any(|[first, last]| a.is(first) && d.is(last)) {
            let what = format!(
                "`{}::{}` in pure code; let the caller hand it over",
                a.text, d.text
            );
            found.push(Offence::new(&file.path, a.line, what));
        }
    }
    let waiting = read
        .iter()
        .filter(|token| ["async", "await"].iter().any(|word| token.is(word)));
    found.extend(waiting.map(|token| Offence::new(&file.path, token.line, "waiting in pure code")));
    found
}

/// Nobody is recognised: no name in the code is about telling faces apart.
pub fn face_vectors(file: &Source) -> Vec<Offence> {
    if file.is_test() {
        return Vec::new();
    }
    let parts = [
        "vector",
        "embedding",
        "descriptor",
        "template",
        "print",
        "identity",
        "recognition",
        "recognizer",
    ];
    tokens(&file.text)
        .iter()
        .filter(|token| {
            let name = token.text.to_lowercase().replace(['_', '-', ' '], "");
            parts
                .iter()
                .any(|part| name.contains(&format!("face{part}")))
        })
        .map(|token| {
            Offence::new(
                &file.path,
                token.line,
                "faces may be found, never recognised",
            )
        })
        .collect()
}

fn literals(file: &Source) -> impl Iterator<Item = Token> {
    program(&file.text)
        .into_iter()
        .filter(|token| token.kind == Kind::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caught(check: impl Fn(&Source) -> Vec<Offence>, path: &str, text: &str) -> Vec<usize> {
        check(&Source::new(path, text))
            .into_iter()
            .map(|offence| offence.line)
            .collect()
    }

    #[test]
    fn a_long_file() {
        assert_eq!(
            caught(length, "crates/a/src/lib.rs", &"\n".repeat(401)),
            [401]
        );
        assert!(caught(length, "crates/a/src/lib.rs", &"\n".repeat(400)).is_empty());
    }

    #[test]
    fn sql_that_strayed() {
        let source =
            "let q = \"SELECT name FROM person\";\nlet t = \"Select a school from the list\";";
        assert_eq!(caught(sql, "crates/consent/src/rules.rs", source), [1]);
        assert!(caught(sql, "crates/consent/src/store.rs", source).is_empty());
        assert!(caught(sql, "crates/consent/src/store/given.rs", source).is_empty());
    }

    #[test]
    fn html_that_strayed() {
        let source =
            "fn a() { html! { p { \"x\" } } }\nfn b() { \"<b>x</b>\" }\nfn c() { \"a < b\" }";
        assert_eq!(
            caught(html, "crates/protocols/src/pages.rs", source),
            [1, 2]
        );
        assert!(caught(html, "crates/protocols/src/views/ask.rs", source).is_empty());
        assert!(caught(html, "crates/norms/src/render/html.rs", source).is_empty());
    }

    #[test]
    fn a_sentence_in_the_code() {
        let source = "p { \"Mag dit?\" }\np { (t.t(\"ask-title\")) }\ndiv class=\"panel wide\" {}\n\"wie mag dit zien\"";
        assert_eq!(
            caught(sentences, "crates/protocols/src/views.rs", source),
            [1, 4]
        );
        assert!(caught(sentences, "crates/norms/src/check.rs", source).is_empty());
    }

    #[test]
    fn an_exception_without_reason() {
        let source = "#![allow(dead_code)]\n#[expect(dead_code, reason = \"x\")]\nfn a() { unsafe {} }\n// #[allow]\n\"unsafe\"";
        assert_eq!(caught(exceptions, "crates/a/src/lib.rs", source), [1, 3]);
    }

    #[test]
    fn a_stop_outside_tests() {
        let source = "fn a() { b.unwrap(); }\nfn c() { panic!(\"x\") }\nfn d() { e.unwrap_or(1); }\n#[cfg(test)] mod t { fn f() { g.unwrap() } }";
        assert_eq!(caught(stops, "crates/a/src/lib.rs", source), [1, 2]);
        assert!(caught(stops, "crates/a/tests/all.rs", source).is_empty());
    }

    #[test]
    fn a_bare_answer() {
        let source = "fn may_post(x: &X) -> bool { true }\nfn may_post(x: &X) -> Outcome { o }\nfn maybe() -> bool { false }";
        assert_eq!(caught(bare_answers, "crates/a/src/rules.rs", source), [1]);
    }

    #[test]
    fn impure_code() {
        let check = |file: &Source| purity(file, &["norms"]);
        let source = "use std::fs;\nlet a = SystemTime::now();\nasync fn b() {}\n#[cfg(test)] mod t { use std::fs; }";
        assert_eq!(caught(check, "crates/norms/src/ask.rs", source), [1, 2, 3]);
        assert_eq!(
            caught(check, "crates/consent/src/rules.rs", source),
            [1, 2, 3]
        );
        assert!(caught(check, "crates/pleinwacht/src/main.rs", source).is_empty());
    }

    #[test]
    fn a_recognised_face() {
        let source = "let face_embedding = 1;\nlet surface = print();\n\"FaceVector\"";
        assert_eq!(
            caught(face_vectors, "crates/faces/src/lib.rs", source),
            [1, 3]
        );
    }
}
