//! A file that somebody sends with a form. It goes straight to a temporary file: never whole into memory, and never under a
//! name that the sender chose.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt;

use crate::{Fault, Form};

/// Bytes that the fields beside the file may have together.
const FIELDS: usize = 64 * 1024;
/// So many bytes of a file that is too large are still read, and kept nowhere: a browser shows an answer only after it sent
/// everything, and says that the connection broke where nobody listens any more.
const HEARD: u64 = 4 << 30;

/// A form with at most one file.
#[derive(Debug)]
pub struct Upload {
    /// The fields beside the file.
    pub form: Form,
    /// The file, gone when this is dropped. None if none was chosen.
    pub file: Option<Sent>,
}

/// A form with several files.
#[derive(Debug)]
pub struct Uploads {
    /// The fields beside the files.
    pub form: Form,
    /// The files, gone when this is dropped.
    pub files: Vec<Sent>,
}

/// A file as it was sent.
#[derive(Debug)]
pub struct Sent {
    /// What the sender calls it: to show, never to open.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its bytes.
    pub file: NamedTempFile,
}

impl Upload {
    /// Reads a form with a file of at most `cap` bytes.
    ///
    /// The form token must be checked after reading ([`crate::Origins::check_form`]); check [`crate::Origins::check`] before, so that a
    /// stranger's page cannot fill the disk.
    ///
    /// # Errors
    /// Too large, not a form with a file, cut off, or no room to put it.
    pub async fn read(request: Request, cap: u64) -> Result<Self, Fault> {
        let Uploads { form, mut files } = Uploads::read(request, cap, 1).await?;
        Ok(Self {
            form,
            file: files.pop(),
        })
    }
}

impl Uploads {
    /// Reads a form with at most `most` files, each of at most `cap` bytes; otherwise as [`Upload::read`].
    ///
    /// # Errors
    /// Too large, too many, not a form with files, cut off, or no room to put them.
    pub async fn read(mut request: Request, cap: u64, most: usize) -> Result<Self, Fault> {
        // Our own cap counts; axum's would stop at two megabytes.
        DefaultBodyLimit::disable().apply(&mut request);
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Fault::Forged)?;
        let mut pairs = Vec::new();
        let mut files = Vec::new();
        let mut room = FIELDS;
        let mut heavy = false;
        while let Some(mut part) = parts.next_field().await.map_err(|_| Fault::Forged)? {
            let field = part.name().unwrap_or_default().to_owned();
            let Some(name) = part.file_name().map(str::to_owned) else {
                let mut value = Vec::new();
                while let Some(bytes) = part.chunk().await.map_err(|_| Fault::Forged)? {
                    room = room.checked_sub(bytes.len()).ok_or(Fault::TooLarge)?;
                    value.extend_from_slice(&bytes);
                }
                room = room.checked_sub(field.len() + 8).ok_or(Fault::TooLarge)?;
                pairs.push((field, String::from_utf8_lossy(&value).into_owned()));
                continue;
            };
            if files.len() >= most {
                return Err(Fault::Forged);
            }
            let target = tempfile::NamedTempFile::new()?;
            let mut writer = tokio::fs::File::from_std(target.reopen()?);
            let mut size = 0_u64;
            while let Some(bytes) = part.chunk().await.map_err(|_| Fault::Forged)? {
                size += bytes.len() as u64;
                if size > cap.saturating_add(HEARD) {
                    return Err(Fault::TooLarge);
                }
                if size <= cap {
                    writer.write_all(&bytes).await?;
                }
            }
            if size > cap {
                heavy = true;
                continue;
            }
            writer.flush().await?;
            // A browser sends an empty file without a name where none was chosen.
            let chosen = size > 0 || !name.is_empty();
            if chosen {
                files.push(Sent {
                    name: shown(&name),
                    size,
                    file: target,
                });
            }
        }
        if heavy {
            return Err(Fault::TooLarge);
        }
        Ok(Self {
            form: Form::of(pairs),
            files,
        })
    }
}

/// The sender's name for the file without its folders and without signs that trick the eye.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let tricks = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    last.chars().filter(|c| !tricks(*c)).take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(body: &str) -> Request {
        Request::post("/")
            .header("content-type", "multipart/form-data; boundary=B")
            .body(Body::from(body.to_owned()))
            .unwrap()
    }

    const GOOD: &str = "--B\r\nContent-Disposition: form-data; name=\"school\"\r\n\r\n12\r\n\
        --B\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"..\\map/leer\u{202e}lingen.xml\"\r\n\r\n<EDEX/>\r\n--B--\r\n";

    #[tokio::test]
    async fn a_file_comes_with_its_fields() {
        let upload = Upload::read(request(GOOD), 100).await.unwrap();
        assert_eq!(upload.form.one("school"), "12");
        let sent = upload.file.unwrap();
        assert_eq!((sent.name.as_str(), sent.size), ("leerlingen.xml", 7));
        assert_eq!(
            std::fs::read_to_string(sent.file.path()).unwrap(),
            "<EDEX/>"
        );
    }

    #[tokio::test]
    async fn what_is_too_large_or_cut_off_is_refused() {
        assert!(matches!(
            Upload::read(request(GOOD), 6).await,
            Err(Fault::TooLarge)
        ));
        let (cut, _) = GOOD.split_once("EDEX").unwrap();
        assert!(matches!(
            Upload::read(request(cut), 100).await,
            Err(Fault::Forged)
        ));
        let fields = format!(
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{}\r\n--B--\r\n",
            "x".repeat(70_000)
        );
        assert!(matches!(
            Upload::read(request(&fields), 100).await,
            Err(Fault::TooLarge)
        ));
    }
}
