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
//! How it is made: [`Pdf`] collects blocks, `layout` breaks them into lines and pages and notes what each line belongs to, and `write`
//! puts that down as PDF objects. `face` reads the font, `font` measures with it and cuts it to size.

mod block;
mod face;
mod font;
mod layout;
mod lines;
mod outline;
mod table;
mod tags;
mod write;

pub use block::{Pdf, Run, Table};

/// Why a document could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The font that travels with the program cannot be read or cut to size: the program is damaged.
    #[error("the font `{0}` cannot be used: install the program again")]
    Font(&'static str),
    /// More parts than a PDF can number.
    #[error("the document is too large for one PDF: split it")]
    TooLarge,
}
