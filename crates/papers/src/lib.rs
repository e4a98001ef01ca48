//! Papers: a document to print, send or keep, written as PDF.
//!
//! This crate is machinery. It knows headings, paragraphs, lists and tables, and no word of the school.
//!
//! What it makes can be read aloud, searched and compared: the text can be taken out again, every part is tagged with what it is, the
//! headings are bookmarks, the title and language are said, and the same input gives the same bytes (no clock, no chance).
//! The letters are Atkinson Hyperlegible; only those that are used travel along.
//!
//! ```
//! use papers::{Pdf, Run, Table};
//!
//! let mut pdf = Pdf::new("Protocol sociale media", "nl");
//! pdf.footer("Protocol sociale media · De Voorbeeldschool");
//! pdf.heading(1, "Protocol sociale media");
//! pdf.paragraph(&[Run::plain("Een foto plaatsen mag "), Run::bold("na toestemming"), Run::plain(".")]);
//! pdf.bullets(&[vec![Run::plain("op papier")], vec![Run::plain("in het portaal")]]);
//! pdf.table(&Table::new(&[1.0, 3.0], &["Wie", "Wat"]).row(&["ouder", "geeft toestemming per kanaal"]));
//! let bytes = pdf.finish()?;
//! assert!(bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), papers::PaperError>(())
//! ```
//!
//! Each document is made to be kept: PDF/A-2b, or PDF/A-3b when files travel inside it. [`Dossier`] is a document with an index and with
//! such files, written piece by piece, so that it can be larger than memory.
//!
//! How it is made: [`Pdf`] collects blocks, `layout` breaks them into lines and pages and notes what each line belongs to, and `write`
//! puts that down as PDF objects; `archive` adds what PDF/A asks for, `dossier` and `writing` the index and the files. `face` reads the font, `font` measures with it and cuts it to size.

mod archive;
mod block;
mod dossier;
mod face;
mod font;
mod layout;
mod lines;
mod outline;
mod table;
mod tags;
mod write;
mod writing;

pub use block::{Pdf, Run, Table};
pub use dossier::{Attachment, Dossier, Index, Relation};
pub use writing::Writing;

/// Why a document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The font that travels with the program cannot be read or cut to size: the program is damaged.
    #[error("the font `{0}` cannot be used: install the program again")]
    Font(&'static str),
    /// More parts than a PDF can number.
    #[error("the document is too large for one PDF: split it")]
    TooLarge,
    /// The files of a dossier are not the ones that it announced.
    #[error("the dossier announces {announced} files and was given {given}")]
    Files {
        /// How many it announces.
        announced: usize,
        /// How many were given, or begun.
        given: usize,
    },
    /// What is written could not be taken in on the other side, or what is attached could not be read.
    #[error("the dossier could not be written: {0}")]
    Broken(#[from] std::io::Error),
}
