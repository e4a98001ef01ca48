//! Groups, crowds and hard cases, put together from photos that everybody may use; every box is known, since it was put there.

use faces::Picture;
use fast_image_resize::Resizer;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use jpeg_encoder::{ColorType, Encoder};
use testkit::mutate::Chance;

use crate::{ASTRONAUT, HOPPER, JOCONDE, read};

/// What makes a scene hard, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Portrait,
    Group,
    Class,
    Crowd,
    Dark,
    Grey,
    Noisy,
    Masked,
    Edge,
    Lying,
    Nobody,
}

const KINDS: [Kind; 11] = [
    Kind::Portrait,
    Kind::Group,
    Kind::Class,
    Kind::Crowd,
    Kind::Dark,
    Kind::Grey,
    Kind::Noisy,
    Kind::Masked,
    Kind::Edge,
    Kind::Lying,
    Kind::Nobody,
];

/// A picture, and where its faces are.
pub(crate) struct Scene {
    pub(crate) kind: Kind,
    pub(crate) picture: Picture,
    pub(crate) boxes: Vec<[f32; 4]>,
}

/// A head to put somewhere: its pixels, and the face in them.
struct Head {
    picture: Picture,
    face: [f32; 4],
}

fn head(at: usize) -> Head {
    // File, the part with the head, and the face in that part.
    let (file, [x, y, w, h], face) = [
        (
            ASTRONAUT,
            [120_usize, 10, 210, 250],
            [60.0, 56.0, 90.0, 110.0],
        ),
        (HOPPER, [80, 20, 380, 420], [99.0, 103.0, 175.0, 210.0]),
        (JOCONDE, [60, 10, 190, 230], [55.0, 54.0, 81.0, 119.0]),
    ][at];
    let whole = read(file).unwrap().master().clone();
    let rows = whole.pixels.chunks(whole.width as usize * 3);
    let rows = rows.skip(y).take(h);
    let pixels = rows
        .flat_map(|row| row[x * 3..(x + w) * 3].to_vec())
        .collect();
    Head {
        picture: Picture::new(w as u32, h as u32, pixels).unwrap(),
        face,
    }
}

fn resized(picture: &Picture, width: u32, height: u32) -> Picture {
    let from = TypedImageRef::<U8x3>::from_buffer(picture.width, picture.height, &picture.pixels);
    let mut pixels = vec![0; width as usize * height as usize * 3];
    let mut to = TypedImage::<U8x3>::from_buffer(width, height, &mut pixels).unwrap();
    Resizer::new()
        .resize_typed(&from.unwrap(), &mut to, None)
        .unwrap();
    Picture::new(width, height, pixels).unwrap()
}

impl Scene {
    /// Always the same for the same number.
    pub(crate) fn new(seed: u64) -> Self {
        let kind = KINDS[(seed % KINDS.len() as u64) as usize];
        let mut chance = Chance::new(seed + 1);
        let (width, columns, rows, tall) = match kind {
            Kind::Portrait => (800, 1, 1, 260..420),
            Kind::Class | Kind::Lying => (1600, 5, 3, 150..260),
            Kind::Crowd => (2048, 14, 8, 60..110),
            _ => (1280, 4, 2, 160..320),
        };
        let height = width * 3 / 4;
        let mut scene = Self {
            kind,
            picture: background(width, height, &mut chance),
            boxes: Vec::new(),
        };
        if kind == Kind::Nobody {
            return scene;
        }
        for column in 0..columns {
            for row in 0..rows {
                let tall = tall.start + chance.below(tall.len());
                let place = (width / columns * column, height / rows * row);
                scene.put(place, tall, &mut chance);
            }
        }
        scene.finish(&mut chance);
        scene
    }

    /// A whole school in a hall: 240 heads, with faces of some 12 pixels.
    pub(crate) fn hall() -> Self {
        let mut chance = Chance::new(240);
        let mut scene = Self {
            kind: Kind::Crowd,
            picture: background(2048, 1536, &mut chance),
            boxes: Vec::new(),
        };
        for (column, row) in (0..20).flat_map(|column| (0..12).map(move |row| (column, row))) {
            let tall = 26 + chance.below(6);
            scene.put((2048 / 20 * column, 1536 / 12 * row), tall, &mut chance);
        }
        scene
    }

    fn put(&mut self, (x, y): (usize, usize), tall: usize, chance: &mut Chance) {
        let head = head(chance.below(3));
        let factor = tall as f32 / head.picture.height as f32;
        let wide = (head.picture.width as f32 * factor) as u32;
        let mut small = resized(&head.picture, wide, tall as u32);
        let mut face = head.face.map(|one| one * factor);
        if chance.below(2) == 1 {
            for row in small.pixels.chunks_mut(wide as usize * 3) {
                row.as_chunks_mut::<3>().0.reverse();
            }
            face[0] = wide as f32 - face[0] - face[2];
        }
        if self.kind == Kind::Lying {
            (small, face) = turned(&small, face);
        }
        if self.kind == Kind::Masked {
            mask(&mut small, face);
        }
        let shift = if self.kind == Kind::Edge && x == 0 {
            -((face[0] + face[2] * 0.25) as i64)
        } else {
            chance.below(20) as i64
        };
        let (x, y) = (x as i64 + shift, (y + chance.below(10)) as i64);
        self.paste(&small, x, y);
        let left = (x as f32 + face[0]).max(0.0);
        let right = x as f32 + face[0] + face[2];
        self.boxes
            .push([left, y as f32 + face[1], right - left, face[3]]);
    }

    fn paste(&mut self, small: &Picture, x: i64, y: i64) {
        let (width, height) = (
            i64::from(self.picture.width),
            i64::from(self.picture.height),
        );
        for (dy, row) in (0..).zip(small.pixels.chunks(small.width as usize * 3)) {
            for (dx, pixel) in (0..).zip(row.as_chunks::<3>().0) {
                let (x, y) = (x + dx, y + dy);
                if (0..width).contains(&x) && (0..height).contains(&y) {
                    let at = (y * width + x) as usize * 3;
                    self.picture.pixels[at..at + 3].copy_from_slice(pixel);
                }
            }
        }
    }

    /// Light and dirt over the whole of it.
    fn finish(&mut self, chance: &mut Chance) {
        for pixel in self.picture.pixels.as_chunks_mut::<3>().0 {
            let [r, g, b] = pixel.map(u32::from);
            match self.kind {
                Kind::Dark => *pixel = [r, g, b].map(|one| (one * 35 / 100) as u8),
                Kind::Grey => *pixel = [((r * 3 + g * 6 + b) / 10) as u8; 3],
                Kind::Noisy => {
                    let noise = chance.below(49) as i32 - 24;
                    *pixel = pixel.map(|one| (i32::from(one) + noise).clamp(0, 255) as u8);
                }
                _ => {}
            }
        }
    }

    /// As a phone writes it.
    pub(crate) fn jpeg(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let quality = if self.kind == Kind::Noisy { 40 } else { 85 };
        let size = (self.picture.width as u16, self.picture.height as u16);
        Encoder::new(&mut bytes, quality)
            .encode(&self.picture.pixels, size.0, size.1, ColorType::Rgb)
            .unwrap();
        bytes
    }
}

/// A quarter to the right.
fn turned(of: &Picture, [x, y, w, h]: [f32; 4]) -> (Picture, [f32; 4]) {
    let (width, height) = (of.width as usize, of.height as usize);
    let from = of.pixels.as_chunks::<3>().0;
    let pixels = (0..width).flat_map(|column| {
        (0..height)
            .rev()
            .flat_map(move |row| from[row * width + column])
    });
    let picture = Picture::new(of.height, of.width, pixels.collect()).unwrap();
    (picture, [height as f32 - y - h, x, h, w])
}

/// A cloth over nose and mouth.
fn mask(picture: &mut Picture, [x, y, w, h]: [f32; 4]) {
    let width = picture.width as usize;
    for row in (y + 0.6 * h) as usize..((y + h) as usize).min(picture.height as usize) {
        let row = &mut picture.pixels[row * width * 3..(row + 1) * width * 3];
        let cloth = &mut row.as_chunks_mut::<3>().0[x as usize..((x + w) as usize).min(width)];
        cloth.fill([190, 205, 220]);
    }
}

/// Slopes and blocks of colour, and some noise.
fn background(width: usize, height: usize, chance: &mut Chance) -> Picture {
    let base: [usize; 3] = [(); 3].map(|()| 40 + chance.below(140));
    let mut pixels = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let block = (x / 97 + y / 61) % 3 * 12;
            let noise = chance.below(9);
            pixels.extend(base.map(|one| (one + block + y * 50 / height + noise) as u8));
        }
    }
    Picture::new(width as u32, height as u32, pixels).unwrap()
}

/// Pictures whose pixels are the same on every machine: a part of a photo, once, twice and three times as large.
pub(crate) fn reference(times: usize) -> Picture {
    let photo = read(include_bytes!("../photos/reference.png")).unwrap();
    let small = photo.master();
    let mut pixels = Vec::new();
    for row in small.pixels.chunks(small.width as usize * 3) {
        let wide: Vec<u8> = row
            .as_chunks::<3>()
            .0
            .iter()
            .flat_map(|pixel| pixel.repeat(times))
            .collect();
        pixels.extend(wide.repeat(times));
    }
    let times = times as u32;
    Picture::new(small.width * times, small.height * times, pixels).unwrap()
}
