//! What a file is, by its first bytes: never by its name.

use crate::refusal::{Other, Refusal};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Jpeg,
    Png,
    WebP,
    Heic,
}

/// A document may begin a little later than its file.
const PDF_WITHIN: usize = 1024;

pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    let begin = bytes.get(..PDF_WITHIN).unwrap_or(bytes);
    if holds(begin, b"%PDF-") {
        return Err(Refusal::NotAPhoto { what: Other::Pdf });
    }
    let kind = match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Kind::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Kind::Png),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Kind::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.first_chunk::<4>() {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"mif1") => Some(Kind::Heic),
            _ => None,
        },
        _ => None,
    };
    kind.ok_or_else(|| Refusal::NotAPhoto { what: other(bytes) })
}

fn other(bytes: &[u8]) -> Other {
    match bytes {
        [b'G', b'I', b'F', b'8', ..] => Other::Gif,
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Other::Tiff,
        [b'B', b'M', ..] => Other::Bmp,
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', ..] => Other::Avif,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] | [0x1a, 0x45, 0xdf, 0xa3, ..] => Other::Video,
        [b'P', b'K', 3, 4, ..] | [b'R', b'a', b'r', b'!', ..] | [0x1f, 0x8b, ..] => Other::Archive,
        [0x7f, b'E', b'L', b'F', ..] | [b'M', b'Z', ..] => Other::Program,
        _ => tagged(bytes).unwrap_or(Other::Unknown),
    }
}

fn tagged(bytes: &[u8]) -> Option<Other> {
    let begin = bytes
        .get(..PDF_WITHIN)
        .unwrap_or(bytes)
        .to_ascii_lowercase();
    if holds(&begin, b"<svg") {
        return Some(Other::Drawing);
    }
    let page = [
        b"<html".as_slice(),
        b"<!doc",
        b"<script",
        b"<?php",
        b"<?xml",
    ];
    page.iter()
        .any(|tag| holds(&begin, tag))
        .then_some(Other::Page)
}

/// What stands behind the photo may be a phone's moving picture or its second camera; not something to run or unpack.
pub(super) fn behind(rest: &[u8]) -> Result<(), Refusal> {
    // The list of an archive stands at its end, behind at most 64 kB of remarks.
    let end = rest.len().saturating_sub((64 << 10) + 22);
    let last = rest.get(end..).unwrap_or(rest);
    let what = if holds(rest, b"%PDF-") {
        Some(Other::Pdf)
    } else if holds(last, b"PK\x05\x06") {
        Some(Other::Archive)
    } else if [b"<script".as_slice(), b"<?php", b"<html", b"<svg"]
        .iter()
        .any(|tag| holds(rest, tag))
    {
        Some(Other::Page)
    } else {
        None
    };
    what.map_or(Ok(()), |what| Err(Refusal::TwoThings { what }))
}

/// Whether these bytes stand in there somewhere.
fn holds(bytes: &[u8], what: &[u8]) -> bool {
    let Some(first) = what.first() else {
        return true;
    };
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        rest = rest.get(at..).unwrap_or_default();
        if rest.starts_with(what) {
            return true;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}
