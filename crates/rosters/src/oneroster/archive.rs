//! The zip: which files it has, and reading one. What a zip says of itself is never believed.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use zip::ZipArchive;

use crate::decode::{Declared, Decoder, Halt};
use crate::header::{Columns, Plan};
use crate::out::Out;
use crate::table::{Row, Table};
use crate::{Code, Limits, Refusal};

/// The files that we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Orgs,
    Sessions,
    Classes,
    Users,
    Roles,
    Demographics,
    Enrollments,
}

impl File {
    const ALL: [Self; 7] = [
        Self::Orgs,
        Self::Sessions,
        Self::Classes,
        Self::Users,
        Self::Roles,
        Self::Demographics,
        Self::Enrollments,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Orgs => "orgs.csv",
            Self::Sessions => "academicSessions.csv",
            Self::Classes => "classes.csv",
            Self::Users => "users.csv",
            Self::Roles => "roles.csv",
            Self::Demographics => "demographics.csv",
            Self::Enrollments => "enrollments.csv",
        }
    }
}

/// An open zip.
pub(super) struct Archive<R: Read + Seek> {
    zip: ZipArchive<Budget<R>>,
    places: [Option<usize>; File::ALL.len()],
    limits: Limits,
    /// The most that one file may unpack to.
    most: u64,
}

/// The directory of a zip may not be longer than this: the library keeps all of it.
const DIRECTORY: u64 = 2 << 20;

impl<R: Read + Seek> Archive<R> {
    /// Reads the directory of the zip and finds our files in it.
    pub(super) fn open(mut input: R, out: &mut Out) -> Result<Self, Refusal> {
        let limits = out.options.limits;
        let length = input
            .seek(SeekFrom::End(0))
            .and_then(|length| input.seek(SeekFrom::Start(0)).map(|_| length))
            .map_err(|_| out.refusal(0, "", Code::Unreadable))?;
        let left = Rc::new(Cell::new(Some(DIRECTORY)));
        let budget = Budget {
            input,
            left: Rc::clone(&left),
        };
        let mut zip = ZipArchive::new(budget).map_err(|_| out.refusal(0, "", Code::ZipBroken))?;
        if zip.len() > limits.entries {
            return Err(out.refusal(0, "", Code::ZipTooMany));
        }
        if zip.metadata().has_duplicate_names() {
            return Err(out.refusal(0, "", Code::ZipTwice));
        }
        let mut places = [None; File::ALL.len()];
        let mut in_folder = false;
        for at in 0..zip.len() {
            let entry = zip
                .by_index_raw(at)
                .map_err(|_| out.refusal(0, "", Code::ZipBroken))?;
            let name = entry
                .name()
                .map_err(|_| out.refusal(0, "", Code::ZipPath))?
                .into_owned();
            let (is_dir, locked) = (entry.is_dir(), entry.encrypted());
            drop(entry);
            let parts: Vec<&str> = name.split('/').collect();
            if name.contains(['\\', '\0', ':']) || parts.contains(&"..") || name.starts_with('/') {
                return Err(out.refusal(0, "", Code::ZipPath));
            }
            let base = parts.last().copied().unwrap_or_default();
            if is_dir || parts.contains(&"__MACOSX") || base.starts_with('.') {
                continue;
            }
            if base.to_ascii_lowercase().ends_with(".zip") {
                return Err(out.refusal(0, "", Code::ZipInZip));
            }
            let Some(file) = File::ALL
                .into_iter()
                .find(|file| file.name().eq_ignore_ascii_case(base))
            else {
                continue;
            };
            if locked {
                return Err(out.refusal(0, "", Code::ZipLocked));
            }
            in_folder |= parts.len() > 1;
            match places.get_mut(file as usize) {
                Some(place @ None) => *place = Some(at),
                _ => return Err(Refusal::new(file.name(), 0, "", Code::ZipTwice)),
            }
        }
        if in_folder {
            out.repaired(0, "", Code::ZipFolder);
        }
        left.set(None);
        let most = limits
            .bytes
            .min(length.saturating_mul(limits.ratio).saturating_add(1 << 20));
        let archive = Self {
            zip,
            places,
            limits,
            most,
        };
        if !archive.has(File::Users) {
            return Err(Refusal::new(File::Users.name(), 0, "", Code::ZipMissing));
        }
        Ok(archive)
    }

    /// Whether the zip has a file.
    pub(super) fn has(&self, file: File) -> bool {
        matches!(self.places.get(file as usize), Some(Some(_)))
    }

    /// Reads a file row by row. `Again` says nothing of what the first reading said already. A file that is not there has no rows.
    pub(super) fn rows(
        &mut self,
        out: &mut Out,
        file: File,
        plan: &Plan,
        pass: Pass,
        mut each: impl FnMut(&mut Out, &Columns, &Row) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let Some(Some(at)) = self.places.get(file as usize).copied() else {
            return Ok(());
        };
        out.file = file.name();
        let entry = self
            .zip
            .by_index(at)
            .map_err(|_| out.refusal(0, "", Code::ZipBroken))?;
        let packed = Unpacked {
            entry,
            left: self.most,
        };
        let decoder = Decoder::new(packed, Declared::Guess, self.limits);
        let mut table = Table::new(decoder, &self.limits);
        let ended = |out: &Out, (line, code)| out.refusal(line, "", code);
        let columns = match table.next().map_err(|fault| ended(out, fault))? {
            None => {
                out.file = "";
                return Ok(());
            }
            Some(header) => {
                out.quiet = pass == Pass::Again;
                let columns = Columns::find(out, &header, plan);
                out.quiet = false;
                columns?
            }
        };
        while let Some(row) = table.next().map_err(|fault| ended(out, fault))? {
            if row.is_empty() {
                continue;
            }
            out.quiet = pass == Pass::Again;
            let fits = columns.fits(out, &row);
            out.quiet = false;
            if fits {
                each(out, &columns, &row)?;
            }
        }
        if table.guessed() && pass == Pass::First {
            out.repaired_once(0, "", Code::EncodingGuessed);
        }
        out.file = "";
        Ok(())
    }
}

/// Whether a file is read for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    First,
    Again,
}

/// Reads no more than is left, as long as there is a limit: the directory is held to one, the files have their own.
struct Budget<R> {
    input: R,
    left: Rc<Cell<Option<u64>>>,
}

impl<R: Read> Read for Budget<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let amount = self.input.read(into)?;
        if let Some(left) = self.left.get() {
            let left = left
                .checked_sub(amount as u64)
                .ok_or_else(|| io::Error::other(Halt(Code::TooBig)))?;
            self.left.set(Some(left));
        }
        Ok(amount)
    }
}

impl<R: Seek> Seek for Budget<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.input.seek(to)
    }
}

/// What comes out of one packed file, counted.
struct Unpacked<R> {
    entry: R,
    left: u64,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let broken = |_| io::Error::other(Halt(Code::ZipBroken));
        let amount = self.entry.read(into).map_err(broken)?;
        let left = self.left.checked_sub(amount as u64);
        self.left = left.ok_or_else(|| io::Error::other(Halt(Code::TooBig)))?;
        Ok(amount)
    }
}
