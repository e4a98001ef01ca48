//! A photo from the moment it comes in to the files that may be shown.

use crate::cover::{self, Cover, Region};
use crate::find::{self, Face};
use crate::numbers::{ratio, short};
use crate::picture::Picture;
use crate::read::{self, Limits};
use crate::refusal::Refusal;
use crate::render::{self, Format, Rendition, SIZES};

/// A photo to work on: upright, in the colours of a screen, at most 2048 pixels long. Every place in it is given in pixels of the
/// photo as it came in, after turning it upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    master: Picture,
    size: (u32, u32),
}

impl Photo {
    /// Decodes a file. What it is, is seen from its bytes.
    pub fn read(bytes: &[u8], limits: &Limits) -> Result<Self, Refusal> {
        let (master, size) = read::read(bytes, limits)?;
        Ok(Self { master, size })
    }

    /// Width and height of the photo as it came in, upright.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// The pixels that renditions are made of.
    pub fn master(&self) -> &Picture {
        &self.master
    }

    /// Every face that is found, best first. Not every face that is there.
    pub fn faces(&self) -> Vec<Face> {
        let (wide, high) = (
            short(ratio(self.size.0, self.master.width)),
            short(ratio(self.size.1, self.master.height)),
        );
        let mut faces = find::faces(&self.master);
        for face in &mut faces {
            face.x *= wide;
            face.w *= wide;
            face.y *= high;
            face.h *= high;
        }
        faces
    }

    /// Whether a rectangle lies in the photo, at least in part.
    pub fn check(&self, region: &Region) -> Result<(), Refusal> {
        let Region { x, y, w, h } = *region;
        let (width, height) = self.size;
        if region.inside(self.size).is_some() {
            return Ok(());
        }
        Err(Refusal::Outside {
            x,
            y,
            w,
            h,
            width,
            height,
        })
    }

    /// Covers these for good.
    pub fn cover(&mut self, regions: &[Region], how: Cover) {
        let regions: Vec<Region> = regions.iter().map(|one| self.on_master(one)).collect();
        for region in &regions {
            cover::cover(&mut self.master, region, how);
        }
    }

    /// The part of the photo in this rectangle, as a photo.
    pub fn cropped(&self, region: &Region) -> Result<Self, Refusal> {
        self.check(region)?;
        let inside = region.inside(self.size).unwrap_or(*region);
        // Only pixels that lie wholly in it: who is left out is not at the edge either.
        let (wide, high) = self.factors();
        let part = inside.shrunk(wide, high).inside(self.master.size());
        let part = part.unwrap_or(self.on_master(&inside));
        let row = self.master.row_bytes();
        let rows = self.master.pixels.chunks_exact(row).skip(part.y as usize);
        let mut pixels = Vec::new();
        for row in rows.take(part.h as usize) {
            let wanted = row.as_chunks::<3>().0.iter().skip(part.x as usize);
            pixels.extend(wanted.take(part.w as usize).flatten());
        }
        let master = Picture::new(part.w, part.h, pixels).ok_or(Refusal::Broken)?;
        Ok(Self {
            master,
            size: (inside.w, inside.h),
        })
    }

    /// The files to show, largest first.
    pub fn renditions(&self, format: Format) -> Vec<Rendition> {
        SIZES
            .iter()
            .map(|longest| render::rendition(&self.master, *longest, format))
            .collect()
    }

    fn factors(&self) -> (f64, f64) {
        (
            ratio(self.master.width, self.size.0),
            ratio(self.master.height, self.size.1),
        )
    }

    fn on_master(&self, region: &Region) -> Region {
        let (wide, high) = self.factors();
        region.scaled(wide, high)
    }
}
