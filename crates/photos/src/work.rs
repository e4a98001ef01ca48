//! The work on one photo: faces looked for, heads covered, files made.

use std::io::{self, Read};
use std::sync::Arc;

use cage::{Cage, Escape};
use faces::{Cover, Done, Refusal, Region, Task};
use tokio::sync::mpsc;
use words::PersonId;

use crate::model::{Face, File, Mark, Photo};

/// Who does a task on the bytes of a file from outside. It blocks; what went wrong in there is a refusal, and an [`Escape`] says
/// that there was no answer at all.
///
/// The bytes are read as they are asked for: nobody here holds a whole photo.
pub type Perform =
    Arc<dyn Fn(&Task, &mut Bytes) -> Result<Result<Done, Refusal>, Escape> + Send + Sync>;

/// The bytes of a file, from whoever opens its pieces.
pub type Bytes = dyn Read + Send;

/// The task is done in a process of its own, that can do nothing else.
pub fn caged(cage: Cage) -> Perform {
    Arc::new(move |task, bytes| match cage.run(&task.to_bytes(), bytes) {
        Ok(answer) => Ok(Done::from_bytes(&answer).unwrap_or(Err(Refusal::Broken))),
        // The system, not the photo.
        Err(fault @ Escape::Start(_)) => Err(fault),
        Err(_) => Ok(Err(Refusal::Broken)),
    })
}

/// The pieces of a file on their way to who reads it: one waits, and the next is opened only when that one is taken.
pub(crate) fn pieces() -> (mpsc::Sender<Vec<u8>>, Pieces) {
    let (send, receive) = mpsc::channel(1);
    let piece = io::Cursor::new(Vec::new());
    (send, Pieces { receive, piece })
}

/// The end of that way: a file that is read. It blocks until the next piece is there.
pub(crate) struct Pieces {
    receive: mpsc::Receiver<Vec<u8>>,
    piece: io::Cursor<Vec<u8>>,
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.piece.read(into)?;
            if read > 0 || into.is_empty() {
                return Ok(read);
            }
            // The old piece goes before the next one comes.
            self.piece = io::Cursor::new(Vec::new());
            match self.receive.blocking_recv() {
                Some(piece) => self.piece = io::Cursor::new(piece),
                None => return Ok(0),
            }
        }
    }
}

/// What is to be covered, in pixels of the file that is at hand: the photo as it came in, or the largest that was made of it.
/// That one holds only the part that is shown.
pub(crate) fn covers(faces: &[Face], photo: &Photo, at_hand: File) -> Vec<Region> {
    let covered = faces.iter().filter(|face| face.mark == Mark::Cover);
    let places = covered.filter_map(|face| on_file(&face.cover(), photo, at_hand));
    places.collect()
}

/// Where a place of the photo as it came in lies in this file; none where the file shows nothing of it.
fn on_file(place: &Region, photo: &Photo, at_hand: File) -> Option<Region> {
    let longest = f64::from(photo.size.0.max(photo.size.1).max(1));
    let (factor, shown) = match at_hand {
        File::Original => (
            1.0,
            Region {
                x: 0,
                y: 0,
                w: photo.size.0,
                h: photo.size.1,
            },
        ),
        _ => ((2048.0 / longest).min(1.0), photo.shown()),
    };
    if !shown.meets(place) {
        return None;
    }
    // The first pixel of the part: as the crop was made, of pixels that lie wholly in it.
    let [left, top] = [shown.x, shown.y].map(|at| (f64::from(at) * factor - 1e-6).ceil());
    let Region { x, y, w, h } = *place;
    let [x, y, w, h] = [x, y, w, h].map(|side| f64::from(side) * factor);
    // What lies left of the part or above it is cut off, not moved into it.
    let (right, bottom) = (x + w - left, y + h - top);
    let (x, y) = ((x - left).max(0.0), (y - top).max(0.0));
    Some(Region::around(x, y, right - x, bottom - y))
}

/// The head of one person and nothing else, out of the largest file that was made of a photo: everybody else is covered. None
/// where they are not named on it, or not shown.
pub(crate) fn alone(person: PersonId, faces: &[Face], photo: &Photo) -> Option<Task> {
    let is_them = |face: &&Face| face.mark.person() == Some(person);
    let mut theirs = faces.iter().filter(is_them);
    let head = theirs.find_map(|face| on_file(&face.cover(), photo, File::Large))?;
    let others = faces
        .iter()
        .filter(|face| !is_them(face) && face.mark != Mark::NoFace);
    let cover = others.filter_map(|face| on_file(&face.cover(), photo, File::Large));
    Some(Task {
        cover: cover.filter(|place| place.meets(&head)).collect(),
        crop: Some(head),
        how: Cover::Solid,
        write: true,
        ..Task::default()
    })
}

/// The faces that were found, numbered as one reads: from left to right.
pub(crate) fn numbered(done: &Done) -> Vec<Face> {
    let mut found: Vec<(Region, bool)> = done
        .faces
        .iter()
        .map(|face| {
            let [x, y, w, h] = [face.x, face.y, face.w, face.h].map(f64::from);
            (Region::around(x, y, w, h), face.sure)
        })
        .collect();
    found.sort_by_key(|(place, _)| *place);
    (1..)
        .zip(found)
        .map(|(number, (place, sure))| Face {
            number,
            place,
            found: true,
            sure,
            mark: Mark::Unknown,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::model::{Licence, State};

    fn photo(size: (u32, u32), crop: Option<Region>) -> Photo {
        Photo {
            id: Uuid::nil(),
            album: Uuid::nil(),
            state: State::Ready,
            refusal: None,
            size,
            crop,
            film: None,
            licence: Licence::Own,
            added_by: PersonId(Uuid::nil()),
            added_at: Timestamp::UNIX_EPOCH,
            complete: None,
            wanted: 0,
            made: 0,
            original: true,
        }
    }

    fn face(found: bool, mark: Mark) -> Face {
        Face {
            number: 1,
            place: region(1000, 500, 200, 200),
            found,
            sure: true,
            mark,
        }
    }

    const fn region(x: u32, y: u32, w: u32, h: u32) -> Region {
        Region { x, y, w, h }
    }

    #[test]
    fn covers_follow_the_file_at_hand() {
        let drawn = face(false, Mark::Cover);
        let large = photo((4096, 3072), None);
        assert_eq!(covers(&[drawn], &large, File::Original), [drawn.place]);
        let half = region(500, 250, 100, 100);
        assert_eq!(covers(&[drawn], &large, File::Large), [half]);
        // A head is more than its face, and nobody else is covered.
        let head = covers(
            &[face(true, Mark::Cover), face(false, Mark::Unknown)],
            &large,
            File::Original,
        );
        assert_eq!(head, [region(950, 430, 300, 320)]);
    }

    #[test]
    fn covers_follow_the_part_that_is_shown() {
        let drawn = face(false, Mark::Cover);
        let part = photo((4096, 3072), Some(region(1100, 0, 2000, 3072)));
        // The photo as it came in is whole.
        assert_eq!(covers(&[drawn], &part, File::Original), [drawn.place]);
        // Half of the face is in the part, at its left edge.
        assert_eq!(
            covers(&[drawn], &part, File::Large),
            [region(0, 250, 50, 100)]
        );
        let elsewhere = photo((4096, 3072), Some(region(2000, 0, 2000, 3072)));
        assert_eq!(covers(&[drawn], &elsewhere, File::Large), []);
        assert!(elsewhere.leaves_out(&drawn) && !part.leaves_out(&drawn));
    }
}
