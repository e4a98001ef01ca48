//! The hash of a row. Pure.

use sha2::{Digest, Sha256};
use words::BoardId;

use crate::model::Entry;

/// A row as it is stored: what the hash is over, to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) actor: Option<uuid::Uuid>,
    pub(crate) role: Option<String>,
    pub(crate) kind: String,
    pub(crate) subject: Option<uuid::Uuid>,
    pub(crate) object: Option<String>,
    pub(crate) outcome: String,
    pub(crate) protocol: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) articles: Option<String>,
    pub(crate) facts: Option<String>,
    pub(crate) reason: Option<Vec<u8>>,
    pub(crate) receipt: Option<String>,
    pub(crate) previous: Vec<u8>,
}

/// What stands before the first row.
pub(crate) const BEGIN: [u8; 32] = [0; 32];

impl Link {
    pub(crate) fn new(seq: i64, entry: &Entry, previous: Vec<u8>) -> Self {
        let basis = entry.basis.as_ref();
        Self {
            seq,
            at: entry.at.as_microsecond(),
            actor: entry.actor.map(|actor| actor.0),
            role: entry.role.map(|role| role.key().to_owned()),
            kind: entry.kind.clone(),
            subject: entry.subject.map(|subject| subject.0),
            object: entry.object.clone(),
            outcome: entry.outcome.clone(),
            protocol: basis.map(|basis| basis.protocol.clone()),
            version: basis.map(|basis| basis.version.clone()),
            articles: basis
                .map(|basis| serde_json::Value::from(basis.articles.clone()).to_string()),
            facts: entry.facts.as_ref().map(ToString::to_string),
            reason: entry.reason.clone(),
            receipt: entry.receipt.as_ref().map(ToString::to_string),
            previous,
        }
    }

    /// SHA-256 over every field after its length; what is absent is told apart from what is empty.
    pub(crate) fn hash(&self, board: BoardId) -> Vec<u8> {
        let mut sum = Sha256::new();
        sum.update(b"pleinwacht log 1");
        let mut field = |value: Option<&[u8]>| match value {
            None => sum.update([0]),
            Some(bytes) => {
                sum.update([1]);
                sum.update((bytes.len() as u64).to_be_bytes());
                sum.update(bytes);
            }
        };
        field(Some(board.0.as_bytes()));
        field(Some(&self.seq.to_be_bytes()));
        field(Some(&self.at.to_be_bytes()));
        field(self.actor.as_ref().map(|id| id.as_bytes().as_slice()));
        field(self.role.as_deref().map(str::as_bytes));
        field(Some(self.kind.as_bytes()));
        field(self.subject.as_ref().map(|id| id.as_bytes().as_slice()));
        for text in [
            self.object.as_deref(),
            Some(self.outcome.as_str()),
            self.protocol.as_deref(),
            self.version.as_deref(),
            self.articles.as_deref(),
            self.facts.as_deref(),
        ] {
            field(text.map(str::as_bytes));
        }
        field(self.reason.as_deref());
        field(self.receipt.as_deref().map(str::as_bytes));
        field(Some(&self.previous));
        sum.finalize().to_vec()
    }
}
