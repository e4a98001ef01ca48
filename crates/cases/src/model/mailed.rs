//! What is kept of a message by which something was signalled, and of the mailbox that it came to.

use jiff::Timestamp;
use mail::{Left, Security};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{PersonId, SchoolId};

words::keyed! {
    /// Why a file that came by mail was not taken in.
    Refusal {
        /// It is larger than is taken.
        Large = "groot",
        /// There are more than are taken.
        Many = "veel",
        /// It is put in something that is put in something, and so on.
        Deep = "diep",
        /// It cannot be read.
        Broken = "kapot",
        /// It can run.
        Program = "programma",
        /// It is a heap of files, or of nothing.
        Archive = "archief",
        /// It has macros, or may have them.
        Macro = "macro",
        /// It is of no kind that is taken.
        Unknown = "onbekend",
        /// The text speaks of a naked or sexual image.
        Image = "beeld",
        /// The message as a whole is larger than is read.
        Whole = "geheel",
    }
    /// What became of a message.
    Outcome {
        /// It is a signal.
        Signalled = "gemeld",
        /// It says what another said already.
        Double = "dubbel",
        /// No person wrote it.
        Automatic = "vanzelf",
        /// It was read by somebody before the school began.
        Old = "oud",
    }
}

impl From<Left> for Refusal {
    fn from(left: Left) -> Self {
        match left {
            Left::Large => Self::Large,
            Left::Many => Self::Many,
            Left::Deep => Self::Deep,
            Left::Broken => Self::Broken,
        }
    }
}

/// What a message says of itself. No proof of who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mailed {
    /// The name that it says it is from, or nothing.
    pub name: String,
    /// The address that it says it is from; empty where it says none, or several.
    pub address: String,
    /// When it says it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// The text was longer than is taken.
    #[serde(default)]
    pub cut: bool,
    /// What was left out: the name it has, and why.
    #[serde(default)]
    pub left: Vec<(String, Refusal)>,
}

/// Where a mailbox is and how it is entered: what is sealed of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// `tls`, `starttls` or `open`.
    pub security: String,
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
    /// The folder.
    pub folder: String,
}

impl std::fmt::Debug for Access {
    /// A secret is never written anywhere by accident.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Access")
    }
}

impl Access {
    /// How the line is kept. What is not known is kept best.
    pub fn security(&self) -> Security {
        match self.security.as_str() {
            "starttls" => Security::StartTls,
            "open" => Security::Open,
            _ => Security::Tls,
        }
    }
}

/// A mailbox of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// Who began it.
    pub by: PersonId,
    /// When it was read last.
    pub read_at: Option<Timestamp>,
    /// Why it could not be read the last time.
    pub fault: Option<String>,
    /// How many stay in it since there are too many at once.
    pub waiting: i64,
    /// Where it is and how it is entered.
    pub access: Access,
}
