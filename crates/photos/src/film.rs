//! Films: everything but pictures and sound taken out, by a program of the system.
//!
//! The program copies the pictures as they are and writes the sound anew; what phones write beside them (place, time, device,
//! titles, chapters, covers, notes between the pictures) does not go along. Faces in a film are not covered: nothing here can.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

use cage::{Escape, Tool};

use crate::model::Film;

/// Writes a film (the first path) without anything but pictures and sound to the second. It blocks.
pub type Clean = Arc<dyn Fn(Film, &Path, &Path) -> Result<(), Unclean> + Send + Sync>;

/// Why a film was not cleaned.
#[derive(Debug)]
pub enum Unclean {
    /// The system could not do it now.
    System(Escape),
    /// The film is none that can be taken.
    Film,
}

impl From<Escape> for Unclean {
    fn from(escape: Escape) -> Self {
        match escape {
            Escape::Start(_) => Self::System(escape),
            _ => Self::Film,
        }
    }
}

/// Cleaning by `FFmpeg`: with the program that tells what is in a film, and the one that writes it anew.
pub fn ffmpeg(probe: Tool, write: Tool) -> Clean {
    Arc::new(move |kind, from, to| {
        let told = probe.run(&looking(kind, from))?;
        let codec = String::from_utf8_lossy(&told);
        let Some(notes) = notes(codec.trim()) else {
            // Of other codecs we do not know where notes hide.
            return Err(Unclean::Film);
        };
        write.run(&writing(kind, notes, from, to))?;
        if codec.trim() == "hevc" {
            crate::hevc::blank(to).map_err(|_| Unclean::Film)?;
        }
        Ok(())
    })
}

/// The reader is named, so that no file can pass as a list of other files or addresses.
const fn reader(kind: Film) -> &'static str {
    match kind {
        Film::Mp4 | Film::Mov => "mov",
        Film::WebM => "matroska",
    }
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

fn looking(kind: Film, from: &Path) -> Vec<OsString> {
    let mut all = words(&[
        "-v",
        "error",
        "-protocol_whitelist",
        "file",
        "-f",
        reader(kind),
    ]);
    all.extend(words(&[
        "-select_streams",
        "V:0",
        "-show_entries",
        "stream=codec_name",
    ]));
    all.extend(words(&["-of", "default=noprint_wrappers=1:nokey=1"]));
    all.push(from.into());
    all
}

/// The kinds of notes between the pictures of a codec; none for a codec that is not taken.
fn notes(codec: &str) -> Option<&'static str> {
    match codec {
        "h264" => Some("6"),
        "hevc" => Some("39|40"),
        "av1" => Some("5"),
        "vp8" | "vp9" => Some(""),
        _ => None,
    }
}

fn writing(kind: Film, notes: &str, from: &Path, to: &Path) -> Vec<OsString> {
    let mut all = words(&["-nostdin", "-hide_banner", "-loglevel", "error", "-y"]);
    all.extend(words(&[
        "-protocol_whitelist",
        "file",
        "-f",
        reader(kind),
        "-i",
    ]));
    all.push(from.into());
    all.extend(words(&["-map", "0:V:0", "-map", "0:a:0?", "-sn", "-dn"]));
    all.extend(words(&["-map_metadata", "-1", "-map_chapters", "-1"]));
    all.extend(words(&[
        "-map_metadata:s:v",
        "-1",
        "-map_metadata:s:a",
        "-1",
        "-c:v",
        "copy",
    ]));
    if !notes.is_empty() {
        let filter = format!("filter_units=remove_types={notes}");
        all.extend(words(&["-bsf:v", &filter]));
    }
    all.extend(words(&[
        "-fflags",
        "+bitexact",
        "-flags:v",
        "+bitexact",
        "-flags:a",
        "+bitexact",
    ]));
    all.extend(match kind {
        Film::Mp4 | Film::Mov => words(&["-c:a", "aac", "-movflags", "+faststart", "-f", "mp4"]),
        Film::WebM => words(&["-c:a", "copy", "-f", "webm"]),
    });
    all.push(to.into());
    all
}
