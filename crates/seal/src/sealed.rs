//! One sealed value.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use uuid::Uuid;

use crate::{SealError, random};

/// Which algorithm: a later one gets the next number, and what is sealed with this one can still be read.
const ALGORITHM: u8 = 1;
const NONCE: usize = 24;

/// Where a value stands. It opens there and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The column.
    pub column: &'a str,
    /// The row.
    pub row: Uuid,
}

impl Place<'_> {
    /// The place as bytes, in which no two places look alike: each part goes after its length.
    fn bytes(&self, board: Uuid) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(64);
        bytes.push(ALGORITHM);
        bytes.extend_from_slice(board.as_bytes());
        bytes.extend_from_slice(self.row.as_bytes());
        for part in [self.table, self.column] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }
}

/// Seals: algorithm, nonce, text and tag.
pub(crate) fn seal(
    key: &[u8; 32],
    board: Uuid,
    place: Place<'_>,
    plain: &[u8],
) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE] = random()?;
    let aad = place.bytes(board);
    let text = XChaCha20Poly1305::new(&Key::from(*key))
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: plain,
                aad: &aad,
            },
        )
        .map_err(|_| SealError::DoesNotOpen)?;
    let mut sealed = Vec::with_capacity(1 + NONCE + text.len());
    sealed.push(ALGORITHM);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&text);
    Ok(sealed)
}

/// Opens what [`seal`] made with the same key at the same place.
pub(crate) fn open(
    key: &[u8; 32],
    board: Uuid,
    place: Place<'_>,
    sealed: &[u8],
) -> Result<Vec<u8>, SealError> {
    let (&algorithm, rest) = sealed.split_first().ok_or(SealError::DoesNotOpen)?;
    let (nonce, text) = rest
        .split_first_chunk::<NONCE>()
        .ok_or(SealError::DoesNotOpen)?;
    if algorithm != ALGORITHM {
        return Err(SealError::DoesNotOpen);
    }
    let aad = place.bytes(board);
    XChaCha20Poly1305::new(&Key::from(*key))
        .decrypt(
            &XNonce::from(*nonce),
            Payload {
                msg: text,
                aad: &aad,
            },
        )
        .map_err(|_| SealError::DoesNotOpen)
}
