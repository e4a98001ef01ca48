//! Rust source, read just far enough to hold it to rules: words, marks and string literals with their lines, without
//! comments, and without what only tests compile.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name, keyword, number or lifetime.
    Word,
    /// One character of punctuation.
    Mark,
    /// What stands between the quotes of a string literal.
    Text,
}

/// One token of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// As written; for a string literal without its quotes.
    pub text: String,
    /// Line of its first character, from 1.
    pub line: usize,
}

impl Token {
    /// Whether this is that name or mark, and not a string literal that happens to read so.
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// All tokens of a source, without comments.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader {
        rest: source,
        line: 1,
        tokens: Vec::new(),
    };
    while reader.step() {}
    reader.tokens
}

/// The tokens that end up in the program: what stands under `#[test]` or `#[cfg(test)]` is left out.
pub fn program(source: &str) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut rest = tokens(source).into_iter().peekable();
    while let Some(token) = rest.next() {
        let inner = rest.peek().is_some_and(|next| next.is("!"));
        if !token.is("#") || !(inner || rest.peek().is_some_and(|next| next.is("["))) {
            kept.push(token);
            continue;
        }
        let mut attribute = vec![token];
        if inner {
            attribute.extend(rest.next());
        }
        attribute.extend(balanced(&mut rest));
        if !is_test(&attribute) {
            kept.extend(attribute);
        } else if inner {
            break;
        } else {
            item(&mut rest);
        }
    }
    kept
}

/// `#[test]`, or `cfg` with the word `test` anywhere in its condition but behind a `not`.
fn is_test(attribute: &[Token]) -> bool {
    let has = |word: &str| attribute.iter().any(|token| token.is(word));
    has("test") && !has("not") && (has("cfg") || attribute.len() == 4)
}

/// Takes one bracketed group, to its closing bracket.
fn balanced(rest: &mut impl Iterator<Item = Token>) -> Vec<Token> {
    let mut depth = 0_usize;
    let mut taken = Vec::new();
    for token in rest {
        if ["(", "[", "{"].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|close| token.is(close)) {
            depth = depth.saturating_sub(1);
        }
        taken.push(token);
        if depth == 0 {
            break;
        }
    }
    taken
}

/// Drops one item: to its closing brace, or to a semicolon outside brackets.
fn item<I: Iterator<Item = Token>>(rest: &mut std::iter::Peekable<I>) {
    while let Some(next) = rest.peek() {
        if next.is("{") {
            balanced(rest);
            return;
        }
        if next.is("(") || next.is("[") {
            balanced(rest);
        } else if rest.next().is_some_and(|token| token.is(";")) {
            return;
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    /// Moves on by one token or one stretch of blank; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else if self.rest.starts_with("//") {
            let end = self.rest.find('\n').unwrap_or(self.rest.len());
            self.skip(end);
        } else if self.rest.starts_with("/*") {
            self.comment();
        } else if first == '"' {
            self.string(1, "\"", true);
        } else if first == '\'' {
            self.quote();
        } else if first.is_alphanumeric() || first == '_' {
            self.word();
        } else {
            self.push(Kind::Mark, first.len_utf8());
        }
        true
    }

    fn skip(&mut self, bytes: usize) -> String {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken.to_owned()
    }

    fn push(&mut self, kind: Kind, bytes: usize) {
        let line = self.line;
        let text = self.skip(bytes);
        self.tokens.push(Token { kind, text, line });
    }

    /// Block comments nest.
    fn comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.skip(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.skip(2);
            } else {
                match self.rest.chars().next() {
                    Some(next) => self.skip(next.len_utf8()),
                    None => return,
                };
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A string literal whose opening takes `open` bytes, up to `close`.
    fn string(&mut self, open: usize, close: &str, escapes: bool) {
        self.skip(open);
        let mut end = self.rest.len();
        let mut backslash = false;
        for (at, next) in self.rest.char_indices() {
            let here = self.rest.get(at..).unwrap_or_default();
            if backslash {
                backslash = false;
            } else if escapes && next == '\\' {
                backslash = true;
            } else if here.starts_with(close) {
                end = at;
                break;
            }
        }
        self.push(Kind::Text, end);
        self.skip(close.len());
    }

    /// A character literal, or a lifetime.
    fn quote(&mut self) {
        let mut after = self.rest.chars().skip(1);
        let (first, second) = (after.next(), after.next());
        if first == Some('\\') {
            self.string(1, "'", true);
        } else if second == Some('\'') {
            self.string(1, "'", false);
        } else {
            self.push(Kind::Mark, 1);
        }
    }

    /// A name or number, or the prefix of a string literal.
    fn word(&mut self) {
        let end = self
            .rest
            .find(|next: char| !next.is_alphanumeric() && next != '_')
            .unwrap_or(self.rest.len());
        let (word, after) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        let hashes = after.len() - after.trim_start_matches('#').len();
        let raw =
            matches!(word, "r" | "br" | "cr") && after.trim_start_matches('#').starts_with('"');
        if raw {
            let close = format!("\"{}", "#".repeat(hashes));
            self.string(end + hashes + 1, &close, false);
        } else if matches!(word, "b" | "c") && after.starts_with('"') {
            self.string(end + 1, "\"", true);
        } else {
            self.push(Kind::Word, end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tokens: &[Token]) -> String {
        let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        texts.join(" ")
    }

    #[test]
    fn comments_fall_away_and_literals_stay_whole() {
        let source = "let a = \"x // \\\" y\"; // unwrap()\n/* a /* b */ c */ fn f<'a>(c: char) { c == '\"' }";
        assert_eq!(
            words(&tokens(source)),
            "let a = x // \\\" y ; fn f < ' a > ( c : char ) { c = = \" }"
        );
        assert_eq!(tokens(source).last().unwrap().line, 2);
    }

    #[test]
    fn raw_strings_end_where_they_should() {
        let read = tokens("r#\"a \"b\" c\"# + br\"d\\\" + b\"e\" + r#type");
        let texts: Vec<_> = read
            .iter()
            .filter(|token| token.kind == Kind::Text)
            .map(|token| token.text.as_str())
            .collect();
        assert_eq!(texts, ["a \"b\" c", "d\\", "e"]);
    }

    #[test]
    fn tests_are_not_the_program() {
        let source = "#[derive(Debug)] struct A; #[cfg(test)] #[path = \"x\"] mod tests { fn a() { b(); } } \
                      #[test] fn c() -> [u8; 2] { d() } #[cfg(not(test))] fn e() {} fn f() {}";
        assert_eq!(
            words(&program(source)),
            "# [ derive ( Debug ) ] struct A ; # [ cfg ( not ( test ) ) ] fn e ( ) { } fn f ( ) { }"
        );
        assert_eq!(words(&program("#![cfg(test)] fn a() {}")), "");
    }

    #[test]
    fn an_unfinished_source_ends() {
        for source in ["\"a", "/* a", "r#\"a", "'", "#[cfg(test)] fn a() {", "b'"] {
            program(source);
        }
    }
}
