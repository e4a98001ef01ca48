//! The one note of a camera that is read: which side is up. Only the first folder of notes is opened, so notes that point at each
//! other in a circle are never walked.

use crate::Refusal;
use crate::picture::Turn;

const ORIENTATION: u16 = 0x0112;
/// A note that is one number of two bytes.
const SHORT: u16 = 3;

/// Which way to turn: not at all where the notes say nothing that can be read.
pub(super) fn turn(tiff: Option<&[u8]>) -> Result<Turn, Refusal> {
    match tiff.and_then(orientation) {
        None => Ok(Turn::default()),
        Some(value) => Turn::from_exif(value).ok_or(Refusal::NoUp { value }),
    }
}

fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.first_chunk::<4>()? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes = *tiff.get(at..)?.first_chunk::<2>()?;
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let start = *tiff.get(4..)?.first_chunk::<4>()?;
    let start = usize::try_from(if little {
        u32::from_le_bytes(start)
    } else {
        u32::from_be_bytes(start)
    })
    .ok()?;
    let notes = usize::from(two(start)?);
    (0..notes)
        .map(|note| start.saturating_add(2 + note * 12))
        .take_while(|at| at.saturating_add(12) <= tiff.len())
        .find(|at| two(*at) == Some(ORIENTATION))
        .filter(|at| two(at + 2) == Some(SHORT))
        .and_then(|at| two(at + 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tiff(value: u16) -> Vec<u8> {
        let mut tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
        tiff.extend(value.to_be_bytes());
        // The next folder of notes is this one again.
        tiff.extend(b"\0\0\0\0\0\x08");
        tiff
    }

    #[test]
    fn eight_ways_to_hold_a_camera_and_no_more() {
        for value in 1..=8 {
            assert_eq!(turn(Some(&tiff(value))).ok(), Turn::from_exif(value));
        }
        for value in [0, 9, 65_535] {
            assert_eq!(turn(Some(&tiff(value))), Err(Refusal::NoUp { value }));
        }
    }

    #[test]
    fn notes_that_cannot_be_read_say_nothing() {
        assert_eq!(turn(None), Ok(Turn::default()));
        let whole = tiff(6);
        for end in 0..20 {
            assert_eq!(turn(whole.get(..end)), Ok(Turn::default()), "{end}");
        }
        assert_eq!(turn(Some(b"II*\0\xff\xff\xff\xff")), Ok(Turn::default()));
    }
}
