//! A dossier on its way out: the files after the pages, in pieces.

use std::fmt::Write as _;
use std::io::{Read, Write};

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{Chunk, Name, Ref};

use crate::dossier::Attachment;
use crate::write::{Numbers, Written};
use crate::{PaperError, archive};

/// How much of a file is held at once.
const PIECE: usize = 64 * 1024;

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
    /// Writes all but the files.
    pub(crate) fn new(
        mut out: W,
        attachments: Vec<Attachment>,
        written: Written,
    ) -> Result<Self, PaperError> {
        out.write_all(&written.bytes)?;
        let before = table_of(&written.bytes).ok_or(PaperError::TooLarge)?;
        Ok(Self {
            out: Counted {
                out,
                at: written.bytes.len(),
            },
            attachments,
            files: written.files,
            numbers: written.numbers,
            offsets: Vec::new(),
            given: 0,
            open: None,
            trailer: Trailer {
                catalog: written.catalog,
                info: written.info,
                id: written.id,
                before,
            },
        })
    }

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
