//! What is heard on the line, as words and values.

use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncReadExt as _};

use super::Trouble;

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A word; what stands in square brackets is one with it.
    Word(String),
    /// A value: between quotation marks, or as so many bytes.
    Value(Vec<u8>),
    /// A list begins.
    Open,
    /// A list ends.
    Close,
}

impl Token {
    /// The word that it is.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The word at a place of an answer.
pub(super) fn word(answer: &[Token], at: usize) -> Option<&str> {
    answer.get(at)?.word()
}

/// The number after a word.
pub(super) fn number(answer: &[Token], after: &str) -> Option<u64> {
    let at = answer
        .iter()
        .position(|token| token.word() == Some(after))?;
    word(answer, at + 1)?.parse().ok()
}

/// The first value of an answer.
pub(super) fn bytes(answer: Vec<Token>) -> Option<Vec<u8>> {
    answer.into_iter().find_map(|token| match token {
        Token::Value(bytes) => Some(bytes),
        _ => None,
    })
}

/// About how many bytes an answer took.
pub(super) fn weight(answer: &[Token]) -> usize {
    let of = |token: &Token| match token {
        Token::Word(word) => word.len() + 1,
        Token::Value(bytes) => bytes.len() + 1,
        Token::Open | Token::Close => 1,
    };
    answer.iter().map(of).sum()
}

/// Hears one answer, with the values in it, of at most so many bytes.
pub(super) async fn whole_answer(
    stream: &mut (impl AsyncBufRead + Unpin + Send),
    most: usize,
) -> Result<Vec<Token>, Trouble> {
    let (mut tokens, mut room) = (Vec::new(), most);
    loop {
        let mut line = Vec::new();
        let limit = u64::try_from(room).unwrap_or(u64::MAX);
        let mut limited = (&mut *stream).take(limit);
        let read = limited.read_until(b'\n', &mut line).await;
        read.map_err(|_| Trouble::Unreachable)?;
        match line.last() {
            None => return Err(Trouble::Unreachable),
            Some(b'\n') => {}
            // Cut off, or longer than an answer may be.
            Some(_) => return Err(Trouble::NotUnderstood),
        }
        room = room.saturating_sub(line.len());
        let text = line.trim_ascii_end();
        let Some((text, length)) = literal(text) else {
            split(text, &mut tokens);
            return Ok(tokens);
        };
        split(text, &mut tokens);
        room = room.checked_sub(length).ok_or(Trouble::NotUnderstood)?;
        let mut value = Vec::new();
        let limit = u64::try_from(length).unwrap_or(u64::MAX);
        let read = (&mut *stream).take(limit).read_to_end(&mut value).await;
        if read.map_err(|_| Trouble::Unreachable)? != length {
            return Err(Trouble::Unreachable);
        }
        tokens.push(Token::Value(value));
    }
}

/// A line that ends in `{5}` is followed by so many bytes.
fn literal(line: &[u8]) -> Option<(&[u8], usize)> {
    let inner = line.strip_suffix(b"}")?;
    let at = inner.iter().rposition(|byte| *byte == b'{')?;
    let (before, said) = inner.split_at_checked(at)?;
    let said = std::str::from_utf8(said.get(1..)?).ok()?;
    Some((before, said.trim_end_matches('+').parse().ok()?))
}

/// Takes a line apart. What is not closed runs to its end.
fn split(line: &[u8], tokens: &mut Vec<Token>) {
    let mut signs = line.iter().copied().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            b' ' => {}
            b'(' => tokens.push(Token::Open),
            b')' => tokens.push(Token::Close),
            b'"' => {
                let mut value = Vec::new();
                while let Some(sign) = signs.next() {
                    match sign {
                        b'"' => break,
                        b'\\' => value.extend(signs.next()),
                        other => value.push(other),
                    }
                }
                tokens.push(Token::Value(value));
            }
            first => {
                let (mut word, mut within) = (vec![first], first == b'[');
                while let Some(sign) =
                    signs.next_if(|next| within || !matches!(next, b' ' | b'(' | b')' | b'"'))
                {
                    within = sign == b'[' || (within && sign != b']');
                    word.push(sign);
                }
                tokens.push(Token::Word(String::from_utf8_lossy(&word).into_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hear(bytes: &[u8], most: usize) -> Result<Vec<Token>, Trouble> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(async { whole_answer(&mut &*bytes, most).await })
    }

    #[test]
    fn an_answer_has_words_and_values() {
        let said = b"* 2 FETCH (UID 7 BODY[HEADER.FIELDS (FROM)] {5}\r\nab)\r\n RFC822.SIZE 12 X \"a\\\"b\")\r\n";
        let heard = hear(said, 200).unwrap();
        assert_eq!(number(&heard, "UID"), Some(7));
        assert_eq!(number(&heard, "RFC822.SIZE"), Some(12));
        assert_eq!(word(&heard, 6), Some("BODY[HEADER.FIELDS (FROM)]"));
        assert!(heard.contains(&Token::Value(b"a\"b".to_vec())));
        assert_eq!(bytes(heard).as_deref(), Some(&b"ab)\r\n"[..]));
    }

    #[test]
    fn what_is_too_long_or_cut_off_is_no_answer() {
        let told = b"* OK {400}\r\nshort";
        assert_eq!(hear(told, 300), Err(Trouble::NotUnderstood));
        assert_eq!(hear(told, 3_000), Err(Trouble::Unreachable));
        assert_eq!(
            hear(b"* OK {99999999999999999999}\r\n", 300).map(|all| all.len()),
            Ok(3)
        );
        assert_eq!(hear(b"* OK and on", 4), Err(Trouble::NotUnderstood));
        assert_eq!(hear(b"", 4), Err(Trouble::Unreachable));
    }

    proptest! {
        #[test]
        fn whatever_is_said_is_heard_within_its_room(bytes in prop::collection::vec(any::<u8>(), 0..300), most in 0_usize..200) {
            if let Ok(heard) = hear(&bytes, most) {
                // At the worst each byte is no text, and stands there as the sign of three bytes that says so.
                prop_assert!(weight(&heard) <= 3 * most + 2);
            }
        }
    }
}
