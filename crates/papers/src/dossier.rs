//! A document with an index in front and files inside, written piece by piece.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Read, Write};

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{Chunk, Name, Ref};

use crate::PaperError;
use crate::archive::{self, Announced};
use crate::block::{Block, Pdf, Run, Table};
use crate::font::Fonts;
use crate::layout::{self, Bookmark, Sheets};
use crate::write::{self, Numbers, Written};

/// How much of a file is held at once.
const PIECE: usize = 64 * 1024;

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
    pub fn begin<W: Write>(self, mut out: W) -> Result<Writing<W>, PaperError> {
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
        out.write_all(&written.bytes)?;
        let Written {
            bytes,
            catalog,
            info,
            id,
            files,
            numbers,
        } = written;
        let before = table_of(&bytes).ok_or(PaperError::TooLarge)?;
        Ok(Writing {
            out: Counted {
                out,
                at: bytes.len(),
            },
            attachments: self.attachments,
            files,
            numbers,
            offsets: Vec::new(),
            given: 0,
            open: None,
            trailer: Trailer {
                catalog,
                info,
                id,
                before,
            },
        })
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

/// Where the table of objects of a finished PDF begins: the number after its last `startxref`.
fn table_of(bytes: &[u8]) -> Option<usize> {
    let tail = bytes.get(bytes.len().saturating_sub(64)..)?;
    let text =
        std::str::from_utf8(tail.get(tail.windows(9).rposition(|word| word == b"startxref")?..)?);
    text.ok()?.split_whitespace().nth(1)?.parse().ok()
}

/// A dossier on its way out: its files are given one after another, in the order in which they were attached.
///
/// A file is given at once with [`Writing::file`], or in pieces with [`Writing::open`], [`Writing::piece`] and [`Writing::close`], for who gets them from
/// elsewhere. At no time more than a piece is held.
pub struct Writing<W: Write> {
    out: Counted<W>,
    attachments: Vec<Attachment>,
    files: Vec<Ref>,
    numbers: Numbers,
    offsets: Vec<(Ref, usize)>,
    given: usize,
    open: Option<Open>,
    trailer: Trailer,
}

/// What stands at the end of a PDF.
struct Trailer {
    catalog: Ref,
    info: Ref,
    id: [u8; 16],
    before: usize,
}

/// A file that is being written.
struct Open {
    begins: usize,
    size: u64,
    length: Ref,
    about: Ref,
    packed: Option<ZlibEncoder<Vec<u8>>>,
}

impl<W: Write> Writing<W> {
    /// Writes the next file to its end.
    ///
    /// # Errors
    /// When there is no next one, it cannot be read, or what is written cannot be taken.
    pub fn file(&mut self, mut bytes: impl Read) -> Result<(), PaperError> {
        self.open()?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = match bytes.read(&mut piece) {
                Ok(0) => break,
                Ok(read) => read,
                Err(broken) if broken.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(broken) => return Err(broken.into()),
            };
            self.piece(piece.get(..read).unwrap_or_default())?;
        }
        self.close()
    }

    /// Begins the next file.
    ///
    /// # Errors
    /// When there is none, or the one before it was not closed.
    pub fn open(&mut self) -> Result<(), PaperError> {
        let next = self
            .attachments
            .get(self.given)
            .zip(self.files.get(self.given));
        let (Some((attachment, &number)), None) = (next, &self.open) else {
            return Err(self.miscounted(self.given + 1));
        };
        let (length, about) = (self.numbers.next(), self.numbers.next());
        let packs = !is_packed(&attachment.mime);
        self.offsets.push((number, self.out.at));
        let head = format!(
            "\n{} 0 obj\n<< /Type /EmbeddedFile /Subtype /{}{} /Length {} 0 R /Params {} 0 R >>\nstream\n",
            number.get(),
            subtype(&attachment.mime),
            if packs { " /Filter /FlateDecode" } else { "" },
            length.get(),
            about.get(),
        );
        self.out.write_all(head.as_bytes())?;
        self.open = Some(Open {
            begins: self.out.at,
            size: 0,
            length,
            about,
            packed: packs.then(|| ZlibEncoder::new(Vec::new(), Compression::fast())),
        });
        Ok(())
    }

    /// Writes the next piece of the file that was begun.
    ///
    /// # Errors
    /// When none was begun, or it cannot be taken.
    pub fn piece(&mut self, bytes: &[u8]) -> Result<(), PaperError> {
        let Some(open) = &mut self.open else {
            return Err(self.miscounted(self.given));
        };
        for bytes in bytes.chunks(PIECE) {
            open.size = open.size.saturating_add(bytes.len() as u64);
            match &mut open.packed {
                Some(packed) => {
                    packed.write_all(bytes)?;
                    self.out.write_all(packed.get_ref())?;
                    packed.get_mut().clear();
                }
                None => self.out.write_all(bytes)?,
            }
        }
        Ok(())
    }

    /// Ends the file that was begun.
    ///
    /// # Errors
    /// When none was begun, or its end cannot be taken.
    pub fn close(&mut self) -> Result<(), PaperError> {
        let Some(open) = self.open.take() else {
            return Err(self.miscounted(self.given));
        };
        if let Some(packed) = open.packed {
            self.out.write_all(&packed.finish()?)?;
        }
        let length = self.out.at - open.begins;
        self.out.write_all(b"\nendstream\nendobj\n")?;
        self.offsets.push((open.length, self.out.at));
        let size = format!("{} 0 obj\n{length}\nendobj\n", open.length.get());
        self.out.write_all(size.as_bytes())?;
        let at = self.attachments.get(self.given).and_then(|one| one.at);
        let mut about = Chunk::new();
        let mut dict = about.indirect(open.about).dict();
        if let Some(date) = at.and_then(archive::moment) {
            dict.pair(Name(b"ModDate"), date);
        }
        dict.pair(Name(b"Size"), i32::try_from(open.size).unwrap_or(i32::MAX));
        drop(dict);
        self.offsets.push((open.about, self.out.at));
        self.out.write_all(about.as_bytes())?;
        self.given += 1;
        Ok(())
    }

    /// What everything is written to: for who takes it away in between.
    pub fn out(&mut self) -> &mut W {
        &mut self.out.out
    }

    /// Writes the end. What was written so far is no document without it.
    ///
    /// # Errors
    /// When a file is missing, or the end cannot be taken.
    pub fn finish(mut self) -> Result<W, PaperError> {
        if self.open.is_some() || self.given != self.attachments.len() {
            return Err(self.miscounted(self.given));
        }
        if self.attachments.is_empty() {
            self.out.out.flush()?;
            return Ok(self.out.out);
        }
        // A second table of objects after the first, which it names: what PDF calls an update.
        let table = self.out.at + 1;
        self.offsets.sort_unstable();
        let mut end = String::from("\nxref\n");
        for (number, offset) in &self.offsets {
            let _ = write!(end, "{} 1\n{offset:010} 00000 n \n", number.get());
        }
        let Trailer {
            catalog,
            info,
            id,
            before,
        } = &self.trailer;
        let id = format!("{:032X}", u128::from_be_bytes(*id));
        let size = self
            .offsets
            .last()
            .map_or(0, |(number, _)| number.get() + 1);
        let _ = write!(
            end,
            "trailer\n<< /Size {size} /Root {} 0 R /Info {} 0 R /ID [<{id}> <{id}>] /Prev {before} >>\nstartxref\n{table}\n%%EOF\n",
            catalog.get(),
            info.get(),
        );
        self.out.write_all(end.as_bytes())?;
        self.out.out.flush()?;
        Ok(self.out.out)
    }

    fn miscounted(&self, given: usize) -> PaperError {
        PaperError::Files {
            announced: self.attachments.len(),
            given,
        }
    }
}

/// Counts what goes by: a PDF says where each of its objects begins.
struct Counted<W> {
    out: W,
    at: usize,
}

impl<W: Write> Counted<W> {
    fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len();
        Ok(())
    }
}

/// Whether files of this kind are packed already, so that packing them again only costs time.
fn is_packed(mime: &str) -> bool {
    let images =
        mime.starts_with("image/") && !matches!(mime, "image/bmp" | "image/svg+xml" | "image/tiff");
    images
        || mime.starts_with("video/")
        || mime.starts_with("audio/")
        || mime.starts_with("application/vnd.openxmlformats")
        || matches!(
            mime,
            "application/pdf" | "application/zip" | "application/gzip"
        )
}

/// A kind of file as a PDF name.
fn subtype(mime: &str) -> String {
    let letters = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || "+-._".contains(letter))
    };
    match mime.split_once('/') {
        Some((kind, sort)) if letters(kind) && letters(sort) => format!("{kind}#2F{sort}"),
        _ => "application#2Foctet-stream".to_owned(),
    }
}
