//! A document with an index in front and files inside.

use std::collections::BTreeSet;
use std::io::Write;

use crate::archive::Announced;
use crate::block::{Block, Pdf, Run, Table};
use crate::font::Fonts;
use crate::layout::{self, Bookmark, Sheets};
use crate::writing::Writing;
use crate::{PaperError, write};

/// How a file belongs to the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Relation {
    /// What the document was made from.
    Source,
    /// Figures that stand in the document too.
    Data,
    /// What goes with it: letters, images, what was handed in.
    #[default]
    Supplement,
    /// Something else, or not known.
    Unspecified,
}

impl Relation {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::Source => b"Source",
            Self::Data => b"Data",
            Self::Supplement => b"Supplement",
            Self::Unspecified => b"Unspecified",
        }
    }
}

/// A file that travels inside a [`Dossier`]. Its bytes come later, to [`Writing`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// What it is called. What a name of a file cannot hold is replaced, and a name that is there already gets a number.
    pub name: String,
    /// What kind of file, such as `application/pdf`; what is no such thing becomes `application/octet-stream`.
    pub mime: String,
    /// What it is about, for people.
    pub about: String,
    /// When it was last changed; none when that is not known.
    pub at: Option<jiff::Timestamp>,
    /// The same as people read it, for the index.
    pub when: String,
    /// How it belongs to the document.
    pub relation: Relation,
}

/// The words of the index in front of a [`Dossier`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Above the list of what stands in the document.
    pub contents: String,
    /// The headings of its columns: what, page.
    pub contents_columns: [String; 2],
    /// Above the list of the files that are inside.
    pub files: String,
    /// The headings of its columns: number, file, what it is about, when.
    pub files_columns: [String; 4],
}

/// A document to hand over: an index, what was written, and files inside it. PDF/A-3b, or PDF/A-2b when there is no file.
///
/// ```
/// use papers::{Attachment, Dossier, Index, Relation, Run};
///
/// let index = Index {
///     contents: "Inhoud".into(),
///     contents_columns: ["Wat".into(), "Bladzijde".into()],
///     files: "Bijlagen".into(),
///     files_columns: ["Nummer".into(), "Bestand".into(), "Wat".into(), "Datum".into()],
/// };
/// let mut dossier = Dossier::new("Dossier 2026-014", "nl", index);
/// dossier.text().heading(1, "Verloop").paragraph(&[Run::plain("Op 12 november kwam er een signaal.")]);
/// dossier.attach(Attachment {
///     name: "brief.txt".into(),
///     mime: "text/plain".into(),
///     about: "Uitnodiging voor het gesprek".into(),
///     at: None,
///     when: "13 november 2026".into(),
///     relation: Relation::Supplement,
/// });
/// let mut writing = dossier.begin(Vec::new())?;
/// writing.file(&b"Beste ouders,"[..])?;
/// assert!(writing.finish()?.starts_with(b"%PDF-1.7"));
/// # Ok::<(), papers::PaperError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    text: Pdf,
    index: Index,
    attachments: Vec<Attachment>,
    taken: BTreeSet<String>,
}

impl Dossier {
    /// An empty dossier with its title and language (`nl`, `en`).
    pub fn new(title: impl Into<String>, language: impl Into<String>, index: Index) -> Self {
        Self {
            text: Pdf::new(title, language),
            index,
            attachments: Vec::new(),
            taken: BTreeSet::new(),
        }
    }

    /// What is written in it: headings of level 1 and 2 come in the index, the others are bookmarks only.
    pub fn text(&mut self) -> &mut Pdf {
        &mut self.text
    }

    /// Announces a file and gives its number in the index, from 1. The bytes have to come in the same order.
    pub fn attach(&mut self, mut attachment: Attachment) -> usize {
        attachment.name = self.free_name(&attachment.name);
        self.attachments.push(attachment);
        self.attachments.len()
    }

    /// Lays out the document and writes all of it but the files. What is written goes to `out` at once.
    ///
    /// # Errors
    /// When the document is too large, or `out` cannot take it.
    pub fn begin<W: Write>(self, out: W) -> Result<Writing<W>, PaperError> {
        let fonts = Fonts::load()?;
        // The index stands in front and names pages behind it. Its own length does not depend on those numbers, so the second time is right.
        let draft = self.laid_out(&[], &fonts);
        let sheets = self.laid_out(&draft.bookmarks, &fonts);
        let announced: Vec<Announced<'_>> = self
            .attachments
            .iter()
            .map(|one| Announced {
                name: &one.name,
                about: &one.about,
                relation: one.relation.name(),
            })
            .collect();
        let written = write::write(&self.text, &sheets, &fonts, &announced)?;
        Writing::new(out, self.attachments, written)
    }

    /// The pages with an index whose pages are those of these bookmarks.
    fn laid_out(&self, bookmarks: &[Bookmark], fonts: &Fonts) -> Sheets {
        let mut front = Pdf::new(&*self.text.title, &*self.text.language);
        front.heading(1, &*self.text.title);
        let headings = self.text.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, text)),
            _ => None,
        });
        // The bookmarks of the text are the last ones: before them stand those of the index.
        let own = bookmarks.len().saturating_sub(headings.clone().count());
        let mut pages = bookmarks.iter().skip(own).map(|bookmark| bookmark.page + 1);
        let [what, page] = &self.index.contents_columns;
        let mut contents = Table::new(&[8.0, 2.0], &[what, page]);
        let mut any = false;
        for (level, text) in headings {
            let page = pages.next().map_or(String::new(), |page| page.to_string());
            if level <= 2 {
                any = true;
                let indent = if level == 2 { "– " } else { "" };
                contents = contents.row(&[&format!("{indent}{text}"), &page]);
            }
        }
        if any {
            front.heading(2, &*self.index.contents).table(&contents);
        }
        if !self.attachments.is_empty() {
            let head = self.index.files_columns.each_ref().map(String::as_str);
            let mut files = Table::new(&[1.2, 3.2, 3.2, 2.4], &head);
            for (at, one) in self.attachments.iter().enumerate() {
                files = files.rich_row(vec![
                    vec![Run::plain((at + 1).to_string())],
                    vec![Run::plain(&*one.name)],
                    vec![Run::plain(&*one.about)],
                    vec![Run::plain(&*one.when)],
                ]);
            }
            front.heading(2, &*self.index.files).table(&files);
        }
        if !self.text.blocks.is_empty() {
            front.new_page();
        }
        front.blocks.extend(self.text.blocks.iter().cloned());
        layout::lay_out(&front.blocks, fonts)
    }

    /// A name that a file can have everywhere, and that no other file here has.
    fn free_name(&mut self, name: &str) -> String {
        let safe: String = name
            .chars()
            .filter(|letter| !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
            .map(|letter| match letter {
                '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
                other if other.is_control() => '_',
                other => other,
            })
            .collect();
        let safe = safe.trim().trim_matches('.').to_owned();
        let safe = if safe.is_empty() {
            "_".to_owned()
        } else {
            safe
        };
        let (stem, ending) = match safe.rsplit_once('.') {
            Some((stem, ending)) => (stem.to_owned(), format!(".{ending}")),
            None => (safe.clone(), String::new()),
        };
        let mut free = safe;
        for number in 2.. {
            if self.taken.insert(free.to_lowercase()) {
                break;
            }
            free = format!("{stem}-{number}{ending}");
        }
        free
    }
}
