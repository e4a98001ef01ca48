//! Notes in the head of a film of HEVC: its encoder may have put them beside the description of the pictures, and `FFmpeg` copies that
//! description whole. They are overwritten where they stand, so that nothing else in the file moves (ISO/IEC 14496-15, 8.3.2).

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// A head is a few bytes for each picture: an hour of film has far less than this.
const LARGEST: u64 = 64 << 20;
/// What stands before the lists in a description.
const FIXED: usize = 22;
/// Kinds of units that are notes: before and behind a picture.
const NOTES: [u8; 2] = [39, 40];
/// A note that says nothing and is as long as one likes.
const FILLER: u8 = 3;

/// Overwrites the notes in the head of this film.
pub(crate) fn blank(path: &Path) -> io::Result<()> {
    let mut film = File::options().read(true).write(true).open(path)?;
    let mut at = 0;
    loop {
        film.seek(SeekFrom::Start(at))?;
        // A box: its length, its kind, and if the length is one, a longer length.
        let (mut short, mut kind, mut long) = ([0; 4], [0; 4], [0; 8]);
        match film.read_exact(&mut short) {
            Err(end) if end.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            other => other?,
        }
        film.read_exact(&mut kind)?;
        let size = match u32::from_be_bytes(short) {
            0 => u64::MAX,
            1 => {
                film.read_exact(&mut long)?;
                u64::from_be_bytes(long)
            }
            size => size.into(),
        };
        if &kind == b"moov" {
            film.seek(SeekFrom::Start(at))?;
            let mut head = Vec::new();
            (&mut film).take(size.min(LARGEST)).read_to_end(&mut head)?;
            if head.len() as u64 == LARGEST {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            in_head(&mut head);
            film.seek(SeekFrom::Start(at))?;
            return film.write_all(&head);
        }
        at = at.saturating_add(size.max(8));
        if at > i64::MAX.unsigned_abs() {
            return Ok(());
        }
    }
}

/// Every description in a head.
fn in_head(head: &mut [u8]) {
    let places: Vec<usize> = head
        .windows(4)
        .enumerate()
        .filter_map(|(at, word)| (word == b"hvcC").then_some(at))
        .collect();
    for at in places {
        let size = at.checked_sub(4).and_then(|from| head.get(from..at));
        let size = size.and_then(|size| size.first_chunk().copied());
        let size = size.map_or(0, |size| u32::from_be_bytes(size) as usize);
        let Some(record) = head.get_mut(at + 4..(at + size).saturating_sub(4)) else {
            continue;
        };
        // The four letters may stand elsewhere by chance: only what reads as a description to its end is one.
        let mut copy = record.to_vec();
        if in_record(&mut copy).is_some() {
            record.copy_from_slice(&copy);
        }
    }
}

fn in_record(record: &mut [u8]) -> Option<()> {
    let (fixed, rest) = record.split_at_mut_checked(FIXED)?;
    if fixed.first() != Some(&1) {
        return None;
    }
    let (lists, mut rest) = rest.split_first_mut()?;
    for _ in 0..*lists {
        let ([kind, high, low], behind) = rest.split_first_chunk_mut()?;
        rest = behind;
        for _ in 0..u16::from_be_bytes([*high, *low]) {
            let (size, behind) = rest.split_first_chunk_mut::<2>()?;
            let (unit, behind) = behind.split_at_mut_checked(u16::from_be_bytes(*size).into())?;
            if NOTES.contains(&(*kind & 0x3f)) {
                fill(unit.get_mut(2..)?);
            }
            rest = behind;
        }
    }
    Some(())
}

/// Filler in the place of what a unit says, behind its two bytes of kind.
fn fill(said: &mut [u8]) {
    let Some((last, mut rest)) = said.split_last_mut() else {
        return;
    };
    *last = 0x80;
    while !rest.is_empty() {
        // Kind, length, and so many bytes; one byte alone cannot be left over.
        let whole = rest.len().min(256);
        let whole = if rest.len() - whole == 1 {
            whole - 1
        } else {
            whole
        };
        let (one, behind) = rest.split_at_mut(whole);
        let long = u8::try_from(whole.saturating_sub(2)).unwrap_or_default();
        one.fill(0xff);
        for (place, value) in one.iter_mut().zip([FILLER, long]) {
            *place = value;
        }
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(note: &[u8]) -> Vec<u8> {
        let mut record = vec![1; FIXED];
        record.push(2);
        record.extend([33, 0, 1, 0, 4, 66, 1, 7, 7]);
        let size = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
        record.extend([39, 0, 1]);
        record.extend(size);
        record.extend([78, 1]);
        record.extend(note);
        let size = u32::try_from(record.len() + 8).unwrap().to_be_bytes();
        [b"before".as_slice(), &size, b"hvcC", &record, b"behind"].concat()
    }

    #[test]
    fn a_note_is_filled_up_and_nothing_else_changes() {
        for long in [1, 2, 3, 4, 255, 256, 257, 258, 259, 514, 2000] {
            let before = head(&vec![b'?'; long]);
            let mut after = before.clone();
            in_head(&mut after);
            assert!(!after.contains(&b'?'), "{long}");
            let from = before.iter().position(|byte| *byte == b'?').unwrap();
            assert_eq!(after.split_at(from).0, before.split_at(from).0);
            assert_eq!(
                after.split_at(from + long).1,
                before.split_at(from + long).1
            );
        }
    }

    #[test]
    fn what_is_no_description_stays_as_it_is() {
        for bytes in [
            b"hvcC".to_vec(),
            [0, 0, 0, 40, b'h', b'v', b'c', b'C', 1].to_vec(),
        ] {
            let mut after = bytes.clone();
            in_head(&mut after);
            assert_eq!(after, bytes);
        }
        let mut cut = head(b"NNNN");
        let size = cut.len() - 9;
        cut.truncate(size);
        let before = cut.clone();
        in_head(&mut cut);
        assert_eq!(cut, before);
    }
}
