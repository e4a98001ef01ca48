//! The work on one photo: faces looked for, heads covered, files made.

use std::sync::Arc;

use cage::{Cage, Escape};
use faces::{Done, Refusal, Region, Task};

use crate::model::{Face, File, Mark};

/// Who does a task on the bytes of a file from outside. It blocks; what went wrong in there is a refusal, and an [`Escape`] says
/// that there was no answer at all.
pub type Perform = Arc<dyn Fn(&Task, &[u8]) -> Result<Result<Done, Refusal>, Escape> + Send + Sync>;

/// The task is done in a process of its own, that can do nothing else.
pub fn caged(cage: Cage) -> Perform {
    Arc::new(move |task, bytes| match cage.run(&task.to_bytes(), bytes) {
        Ok(answer) => Ok(Done::from_bytes(&answer).unwrap_or(Err(Refusal::Broken))),
        // The system, not the photo.
        Err(fault @ Escape::Start(_)) => Err(fault),
        Err(_) => Ok(Err(Refusal::Broken)),
    })
}

/// What is to be covered, in pixels of the file that is at hand: the photo as it came in, or the largest that was made of it.
pub(crate) fn covers(faces: &[Face], size: (u32, u32), at_hand: File) -> Vec<Region> {
    let longest = size.0.max(size.1);
    let factor = match at_hand {
        File::Original => 1.0,
        _ => (2048.0 / f64::from(longest.max(1))).min(1.0),
    };
    let covered = faces.iter().filter(|face| face.mark == Mark::Cover);
    let scaled = covered.map(|face| {
        let Region { x, y, w, h } = face.cover();
        let [x, y, w, h] = [x, y, w, h].map(|side| f64::from(side) * factor);
        Region::around(x, y, w, h)
    });
    scaled.collect()
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
    use super::*;

    #[test]
    fn covers_follow_the_file_at_hand() {
        let place = Region {
            x: 1000,
            y: 500,
            w: 200,
            h: 200,
        };
        let face = |found, mark| Face {
            number: 1,
            place,
            found,
            sure: true,
            mark,
        };
        let drawn = face(false, Mark::Cover);
        assert_eq!(covers(&[drawn], (4096, 3072), File::Original), [place]);
        let half = Region {
            x: 500,
            y: 250,
            w: 100,
            h: 100,
        };
        assert_eq!(covers(&[drawn], (4096, 3072), File::Large), [half]);
        // A head is more than its face, and nobody else is covered.
        let head = covers(
            &[face(true, Mark::Cover), face(false, Mark::Unknown)],
            (4096, 3072),
            File::Original,
        );
        assert_eq!(
            head,
            [Region {
                x: 950,
                y: 430,
                w: 300,
                h: 320
            }]
        );
    }
}
