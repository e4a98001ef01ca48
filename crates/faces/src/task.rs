//! The whole way of a photo as one order and one answer, both of which can be sent to another process.

use serde::{Deserialize, Serialize};

use crate::{Cover, Face, Format, Limits, Photo, Refusal, Region, Rendition};

/// What is to be done with a photo. Places are in pixels of the photo as it came in, upright.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Task {
    /// Find the faces.
    pub find: bool,
    /// Cover the head around each face that is found.
    pub cover_all: bool,
    /// Cover these.
    pub cover: Vec<Region>,
    /// How.
    pub how: Cover,
    /// Keep only this part.
    pub crop: Option<Region>,
    /// Write the renditions.
    pub write: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Done {
    /// Columns of the photo as it came in, upright.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// What was found, best first.
    pub faces: Vec<Face>,
    /// What was covered.
    pub covered: Vec<Region>,
    /// The files.
    pub files: Vec<Rendition>,
}

/// The answer without the files' bytes; those follow.
#[derive(Serialize, Deserialize)]
struct Head {
    width: u32,
    height: u32,
    faces: Vec<Face>,
    covered: Vec<Region>,
    /// Longest side asked for, columns, rows, bytes.
    files: Vec<(u32, u32, u32, usize)>,
}

impl Task {
    /// Does it.
    pub fn perform(&self, bytes: &[u8], limits: &Limits) -> Result<Done, Refusal> {
        let mut photo = Photo::read(bytes, limits)?;
        let (width, height) = photo.size();
        for region in self.cover.iter().chain(&self.crop) {
            photo.check(region)?;
        }
        let faces = if self.find || self.cover_all {
            photo.faces()
        } else {
            Vec::new()
        };
        let mut covered = self.cover.clone();
        if self.cover_all {
            let heads = faces.iter().map(Region::head);
            covered.extend(heads.filter_map(|head| head.inside(photo.size())));
        }
        photo.cover(&covered, self.how);
        if let Some(crop) = &self.crop {
            photo = photo.cropped(crop)?;
        }
        let files = if self.write {
            photo.renditions(Format::Jpeg)
        } else {
            Vec::new()
        };
        Ok(Done {
            width,
            height,
            faces,
            covered,
            files,
        })
    }

    /// As bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// From those bytes.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

impl Done {
    /// An answer as bytes: one line, and the files behind it.
    pub fn to_bytes(answer: &Result<Self, Refusal>) -> Vec<u8> {
        let head = answer.as_ref().map(|done| Head {
            width: done.width,
            height: done.height,
            faces: done.faces.clone(),
            covered: done.covered.clone(),
            files: done
                .files
                .iter()
                .map(|file| (file.longest, file.width, file.height, file.bytes.len()))
                .collect(),
        });
        let mut bytes = serde_json::to_vec(&head).unwrap_or_default();
        bytes.push(b'\n');
        for file in answer.iter().flat_map(|done| &done.files) {
            bytes.extend_from_slice(&file.bytes);
        }
        bytes
    }

    /// From those bytes; `None` where they are no answer.
    pub fn from_bytes(bytes: &[u8]) -> Option<Result<Self, Refusal>> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (line, rest) = bytes.split_at_checked(end)?;
        let mut rest = rest.get(1..)?;
        let head: Result<Head, Refusal> = serde_json::from_slice(line).ok()?;
        let head = match head {
            Ok(head) => head,
            Err(refusal) => return Some(Err(refusal)),
        };
        let mut files = Vec::new();
        for (longest, width, height, length) in head.files {
            let (file, behind) = rest.split_at_checked(length)?;
            rest = behind;
            files.push(Rendition {
                longest,
                width,
                height,
                bytes: file.to_vec(),
            });
        }
        Some(Ok(Self {
            width: head.width,
            height: head.height,
            faces: head.faces,
            covered: head.covered,
            files,
        }))
    }
}
