//! A form with files, as it goes over the line.

use crate::web::Question;

/// A form with files (RFC 7578).
pub(crate) struct Parts {
    border: String,
    body: Vec<u8>,
}

impl Parts {
    /// `border` is a text that stands in no part: a hash of what is sent.
    pub(crate) fn new(border: &str) -> Self {
        Self {
            border: format!("pleinwacht-{border}"),
            body: Vec::new(),
        }
    }

    pub(crate) fn field(mut self, name: &str, value: &str) -> Self {
        self.add(&format!("name=\"{name}\""), None, value.as_bytes());
        self
    }

    pub(crate) fn file(mut self, name: &str, file: &str, bytes: &[u8]) -> Self {
        let head = format!("name=\"{name}\"; filename=\"{file}\"");
        self.add(&head, Some("image/jpeg"), bytes);
        self
    }

    fn add(&mut self, head: &str, kind: Option<&str>, bytes: &[u8]) {
        let kind = kind.map_or_else(String::new, |kind| format!("Content-Type: {kind}\r\n"));
        let head = format!(
            "--{}\r\nContent-Disposition: form-data; {head}\r\n{kind}\r\n",
            self.border
        );
        self.body.extend_from_slice(head.as_bytes());
        self.body.extend_from_slice(bytes);
        self.body.extend_from_slice(b"\r\n");
    }

    pub(crate) fn onto(mut self, question: Question) -> Question {
        let end = format!("--{}--\r\n", self.border);
        self.body.extend_from_slice(end.as_bytes());
        let kind = format!("multipart/form-data; boundary={}", self.border);
        question.body(&kind, self.body)
    }
}
