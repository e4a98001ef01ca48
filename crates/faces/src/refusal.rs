//! Why a file is not taken.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One fault of a file, or of what was asked of it: one sentence, in words of the person who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum Refusal {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// More bytes than a photo has.
    #[error("the file is larger than {most} MB; send the photo in a smaller size")]
    Heavy {
        /// The most that is taken.
        most: usize,
    },
    /// Something else than a photo.
    #[error("this is {}, not a photo; send a JPEG, PNG, WebP or HEIC file", what.english())]
    NotAPhoto {
        /// What it looks like.
        what: Other,
    },
    /// A photo, and after it something that a program would run or unpack.
    #[error("behind the photo stands {}; save the photo anew and send that", what.english())]
    TwoThings {
        /// What it looks like.
        what: Other,
    },
    /// The file ends before the photo does.
    #[error("the file stops halfway; send the photo once more")]
    CutShort,
    /// What the file says about itself is not so.
    #[error("the file is damaged; send the photo once more")]
    Broken,
    /// More pixels than a camera makes.
    #[error("the photo is {width} × {height} pixels; the most that is taken is {most} million")]
    TooManyPixels {
        /// What the file says.
        width: u32,
        /// What the file says.
        height: u32,
        /// The most that is taken, in millions.
        most: u64,
    },
    /// Fewer pixels than show anything.
    #[error(
        "the photo is {width} × {height} pixels; each side must be at least {least} and at most {most}"
    )]
    OddSize {
        /// What the file says.
        width: u32,
        /// What the file says.
        height: u32,
        /// The shortest side that is taken.
        least: u32,
        /// The longest side that is taken.
        most: u32,
    },
    /// More than one picture in a row.
    #[error("this picture moves; send a photo that stands still")]
    Moving,
    /// Made for a printing press.
    #[error("the photo is in printing colours (CMYK); save it in RGB and send that")]
    PrintingColours,
    /// More than eight bits a colour.
    #[error("the photo has {bits} bits per colour; save it with 8 and send that")]
    Deep {
        /// What the file says.
        bits: u8,
    },
    /// The camera's note on which side is up makes no sense.
    #[error(
        "the photo does not say which side is up (orientation {value}); turn it, save it and send that"
    )]
    NoUp {
        /// What the file says.
        value: u16,
    },
    /// This program was built without the reader of this format.
    #[error(
        "this program cannot read HEIC; set the phone to \"most compatible\" or send a JPEG file"
    )]
    NoHeic,
    /// A rectangle that is not in the photo.
    #[error("the rectangle {x},{y},{w},{h} does not lie in the photo of {width} × {height} pixels")]
    Outside {
        /// Left edge.
        x: u32,
        /// Top edge.
        y: u32,
        /// Width.
        w: u32,
        /// Height.
        h: u32,
        /// Width of the photo.
        width: u32,
        /// Height of the photo.
        height: u32,
    },
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Other {
    /// PDF.
    Pdf,
    /// A drawing in SVG, or another text with tags.
    Drawing,
    /// GIF.
    Gif,
    /// TIFF, or a camera's raw file that looks like it.
    Tiff,
    /// BMP.
    Bmp,
    /// AVIF.
    Avif,
    /// A video.
    Video,
    /// A packed archive, or an office document.
    Archive,
    /// A web page or a script.
    Page,
    /// A program.
    Program,
    /// Nothing that is known here.
    Unknown,
}

impl Other {
    /// The end of the key of a text about it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Drawing => "drawing",
            Self::Gif => "gif",
            Self::Tiff => "tiff",
            Self::Bmp => "bmp",
            Self::Avif => "avif",
            Self::Video => "video",
            Self::Archive => "archive",
            Self::Page => "page",
            Self::Program => "program",
            Self::Unknown => "unknown",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF document",
            Self::Drawing => "a drawing (SVG)",
            Self::Gif => "a GIF",
            Self::Tiff => "a TIFF or raw file",
            Self::Bmp => "a bitmap (BMP)",
            Self::Avif => "an AVIF file",
            Self::Video => "a video",
            Self::Archive => "a packed file",
            Self::Page => "a web page or script",
            Self::Program => "a program",
            Self::Unknown => "something unknown",
        }
    }
}

impl Refusal {
    /// The key of a text about it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Heavy { .. } => "heavy",
            Self::NotAPhoto { .. } => "not-a-photo",
            Self::TwoThings { .. } => "two-things",
            Self::CutShort => "cut-short",
            Self::Broken => "broken",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::OddSize { .. } => "odd-size",
            Self::Moving => "moving",
            Self::PrintingColours => "printing-colours",
            Self::Deep { .. } => "deep",
            Self::NoUp { .. } => "no-up",
            Self::NoHeic => "no-heic",
            Self::Outside { .. } => "outside",
        }
    }
}
