//! What a reader has to say of a file: where, which field, what. Never a value of the file.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use words::Locale;

use crate::say;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The record is not taken over; as part of a [`Refusal`], the whole file.
    Refused,
    /// Taken over, after something was put right.
    Repaired,
    /// The record is taken over without this field.
    Dropped,
    /// Taken over as it is, and a reader should know this.
    Noted,
}

macro_rules! codes {
    ($($name:ident $key:literal)*) => {
        /// What is the matter. [`Finding::said`] makes the sentence of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        #[expect(missing_docs, reason = "each has its sentence in lexicons/sentences.tsv, which a test holds to this list")]
        pub enum Code { $($name),* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word in formats.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

codes! {
    Unreadable "unreadable"
    EmptyFile "empty-file"
    UnknownFormat "unknown-format"
    BadEncoding "bad-encoding"
    UnknownEncoding "unknown-encoding"
    TooBig "too-big"
    TooLong "too-long"
    TooDeep "too-deep"
    TooManyRecords "too-many-records"
    TooManyColumns "too-many-columns"
    Stopped "stopped"
    Doctype "doctype"
    Entity "entity"
    Instruction "instruction"
    NotWellFormed "not-well-formed"
    EndsEarly "ends-early"
    NotEdexml "not-edexml"
    ZipBroken "zip-broken"
    ZipInZip "zip-in-zip"
    ZipPath "zip-path"
    ZipLocked "zip-locked"
    ZipTooMany "zip-too-many"
    ZipTwice "zip-twice"
    ZipMissing "zip-missing"
    ZipFolder "zip-folder"
    MissingColumn "missing-column"
    TwiceColumn "twice-column"
    NoKey "no-key"
    NoName "no-name"
    DuplicateKey "duplicate-key"
    LineBreak "line-break"
    LongRow "long-row"
    ShortRow "short-row"
    UnknownWord "unknown-word"
    UnknownPerson "unknown-person"
    UnknownGroup "unknown-group"
    UnknownLocation "unknown-location"
    BadDate "bad-date"
    DateOutOfReach "date-out-of-reach"
    DateWrittenOtherwise "date-written-otherwise"
    BadEmail "bad-email"
    NotNeeded "not-needed"
    UnknownColumn "unknown-column"
    HiddenCharacters "hidden-characters"
    InfixSplit "infix-split"
    NameSplit "name-split"
    CallNameFromGiven "call-name-from-given"
    Header "header"
    GroupKind "group-kind"
    EncodingGuessed "encoding-guessed"
    OtherYear "other-year"
    OtherSchool "other-school"
    SeveralSchools "several-schools"
    BadYear "bad-year"
    BadBrin "bad-brin"
    MarkedDeleted "marked-deleted"
    NobodyKnown "nobody-known"
    Differs "differs"
}

/// One thing to say of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The file inside the zip; empty where the file is one.
    pub file: Cow<'static, str>,
    /// Line, from 1; 0 where it is about the file as a whole.
    pub line: u64,
    /// The element or column, as the format calls it; empty where it is about the whole record.
    pub field: Cow<'static, str>,
    /// What was done.
    pub kind: Kind,
    /// What is the matter.
    pub code: Code,
}

impl Finding {
    /// The sentence, with its place before it: `users.csv, regel 12, birthDate: …`.
    pub fn said(&self, locale: Locale) -> String {
        let line = match (self.line, locale) {
            (0, _) => String::new(),
            (line, Locale::Nl) => format!("regel {line}"),
            (line, Locale::En) => format!("line {line}"),
        };
        let parts = [self.file.as_ref(), &line, self.field.as_ref()];
        let place: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let sentence = say::look_up(self.code.key(), locale);
        if place.is_empty() {
            sentence.to_owned()
        } else {
            format!("{}: {sentence}", place.join(", "))
        }
    }
}

/// Why a whole file is refused. Whatever was read of it before does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The faults, at least one.
    pub faults: Vec<Finding>,
}

impl Refusal {
    /// For one fault.
    pub(crate) fn new(file: &'static str, line: u64, field: &'static str, code: Code) -> Self {
        Self {
            faults: vec![Finding {
                file: Cow::Borrowed(file),
                line,
                field: Cow::Borrowed(field),
                kind: Kind::Refused,
                code,
            }],
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, fault) in self.faults.iter().enumerate() {
            let between = if at == 0 { "" } else { "\n" };
            write!(f, "{between}{}", fault.said(Locale::En))?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
