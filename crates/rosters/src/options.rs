//! What a reader goes by: the day, and how much it puts up with.

use jiff::civil::Date;

/// What a reader goes by.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Today: what lies after it, or far before it, is no birth date.
    pub today: Date,
    /// How much is too much.
    pub limits: Limits,
}

impl Options {
    /// The usual limits, on this day.
    pub fn on(today: Date) -> Self {
        Self {
            today,
            limits: Limits::default(),
        }
    }

    /// The year in which the school year of `today` began: school years run from 1 August.
    pub(crate) fn school_year(&self) -> i16 {
        if self.today.month() >= 8 {
            self.today.year()
        } else {
            self.today.year() - 1
        }
    }
}

/// How much is too much. They are held against what was really read, never against what a file says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a file, unpacked.
    pub bytes: u64,
    /// Bytes of one element, one row of CSV.
    pub text: usize,
    /// Elements in each other.
    pub depth: usize,
    /// Columns of CSV.
    pub columns: usize,
    /// Records.
    pub records: u64,
    /// Files in a zip.
    pub entries: usize,
    /// How many times larger a packed file may be than the zip it came in.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 1 << 30,
            text: 64 << 10,
            depth: 16,
            columns: 256,
            records: 5_000_000,
            entries: 200,
            ratio: 200,
        }
    }
}
