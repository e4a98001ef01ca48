//! What stands in the log. Pure.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::Timestamp;
use serde_json::Value as Json;
use words::{BoardId, PersonId, Role};

/// Something that was decided or seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who; nobody for what the program does by itself.
    pub actor: Option<PersonId>,
    /// In which role.
    pub role: Option<Role>,
    /// What kind of thing: `role_given`, `looked`, `roster_imported`.
    pub kind: String,
    /// Whom it is about.
    pub subject: Option<PersonId>,
    /// What it is about, if that is no person: a word or an identity.
    pub object: Option<String>,
    /// How it ended: `given`, `refused`, `shown`.
    pub outcome: String,
    /// On which articles of which protocol.
    pub basis: Option<Basis>,
    /// The facts it rested on: identities and figures, never a name.
    pub facts: Option<Json>,
    /// What the actor wrote, sealed.
    pub reason: Option<Vec<u8>>,
    /// The verdict that was used, whole, as `norms` answers it, with its receipt: so it can be asked again later.
    pub receipt: Option<Json>,
}

/// The rule behind a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The protocol.
    pub protocol: String,
    /// Its version.
    pub version: String,
    /// The articles that decided.
    pub articles: Vec<String>,
}

impl Entry {
    /// An entry of this kind with this outcome, and nothing else yet.
    pub fn new(at: Timestamp, kind: impl Into<String>, outcome: impl Into<String>) -> Self {
        Self {
            at,
            actor: None,
            role: None,
            kind: kind.into(),
            subject: None,
            object: None,
            outcome: outcome.into(),
            basis: None,
            facts: None,
            reason: None,
            receipt: None,
        }
    }

    /// Done by this person in this role.
    #[must_use]
    pub fn by(mut self, actor: PersonId, role: Option<Role>) -> Self {
        self.actor = Some(actor);
        self.role = role;
        self
    }

    /// About this person.
    #[must_use]
    pub fn about(mut self, subject: PersonId) -> Self {
        self.subject = Some(subject);
        self
    }

    /// About this thing.
    #[must_use]
    pub fn on(mut self, object: impl Into<String>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// From these facts: identities and figures, never a name.
    #[must_use]
    pub fn from_facts(mut self, facts: Json) -> Self {
        self.facts = Some(facts);
        self
    }
}

/// An entry as it stands in the log.
#[derive(Debug, Clone, PartialEq)]
pub struct Logged {
    /// Its place in the log of its board, from 1 without gaps.
    pub seq: i64,
    /// What it says.
    pub entry: Entry,
}

/// Something that is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// This row does not have the hash that its content gives, or is not linked to the row before it.
    Changed(i64),
    /// Rows from here to there are not there.
    Missing(i64, i64),
    /// The row at the first place has the content that was written at the second.
    Moved(i64, i64),
    /// This row cannot be read at all.
    Unreadable(i64),
    /// The head does not agree with the last row, which is at this place.
    Head(i64),
    /// The checkpoint at this place was not signed by this installation, or signs another row.
    Checkpoint(i64),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(seq) => write!(f, "entry {seq} was changed"),
            Self::Missing(from, to) if from == to => write!(f, "entry {from} is missing"),
            Self::Missing(from, to) => write!(f, "entries {from} to {to} are missing"),
            Self::Moved(seq, from) => write!(f, "entry {seq} was written as entry {from}"),
            Self::Unreadable(seq) => write!(f, "entry {seq} cannot be read"),
            Self::Head(seq) => write!(
                f,
                "the head of the log does not agree with its last entry, {seq}"
            ),
            Self::Checkpoint(seq) => write!(
                f,
                "the checkpoint at entry {seq} is not ours or signs something else"
            ),
        }
    }
}

/// What verifying a log found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many entries were read.
    pub entries: i64,
    /// How many checkpoints were read.
    pub checkpoints: usize,
    /// The entry up to which a valid signature vouches.
    pub signed_to: i64,
    /// What is wrong, in the order of the log.
    pub faults: Vec<Fault>,
}

/// Who signs checkpoints.
pub struct Signer(SigningKey);

/// Who can tell whether a checkpoint was signed by us.
pub struct Verifier(VerifyingKey);

impl Signer {
    /// From a secret of 32 bytes.
    pub fn new(secret: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&secret))
    }

    /// The key to verify with.
    pub fn public(&self) -> Verifier {
        Verifier(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, point: &Checkpoint) -> Vec<u8> {
        self.0.sign(&point.bytes()).to_bytes().to_vec()
    }
}

impl Verifier {
    pub(crate) fn vouches(&self, point: &Checkpoint, signature: &[u8]) -> Result<(), Fault> {
        let ours = Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(&point.bytes(), &signature).is_ok());
        if ours {
            Ok(())
        } else {
            Err(Fault::Checkpoint(point.seq))
        }
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer(…)")
    }
}

/// How far a log went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checkpoint {
    pub(crate) board: BoardId,
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) hash: Vec<u8>,
}

impl Checkpoint {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"pleinwacht checkpoint 1".to_vec();
        bytes.extend_from_slice(self.board.0.as_bytes());
        bytes.extend_from_slice(&self.seq.to_be_bytes());
        bytes.extend_from_slice(&self.at.to_be_bytes());
        bytes.extend_from_slice(&self.hash);
        bytes
    }
}
