//! The program started, and a browser without a screen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_pleinwacht");

/// A program that serves, until it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
    /// What it said before it was ready, and when.
    pub(crate) said: Vec<String>,
}

impl Server {
    /// Starts it and waits until it says where it listens: the last line that it says before it answers.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(PROGRAM)
            .args(arguments)
            .args(["--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut said = Vec::new();
        let mut lines = BufReader::new(child.stdout.take().expect("what it says")).lines();
        let address = loop {
            let line = lines
                .next()
                .expect("it says where it listens")
                .expect("a line");
            let found = line
                .split_once("klaar op http://")
                .map(|(_, rest)| rest.trim_end_matches('/').to_owned());
            said.push(line);
            if let Some(address) = found {
                break address;
            }
        };
        // What it says later is heard too, or it would wait for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            address,
            said,
        }
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// A browser that knows nothing yet.
    pub(crate) fn browser(&self) -> Browser {
        Browser {
            address: self.address.clone(),
            cookies: BTreeMap::new(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Reply {
    /// The value of a field of a form.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    }

    /// Every identity that an address on this page names.
    pub(crate) fn ids(&self) -> Vec<String> {
        let is_id = |part: &&str| {
            part.len() == 32 && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
        };
        self.body
            .split(['"', '/', '?', '&', '=', '#'])
            .filter(is_id)
            .map(str::to_owned)
            .collect()
    }
}

impl Reply {
    /// Every address on this page that begins like this and goes on with an identity.
    pub(crate) fn links(&self, begin: &str) -> Vec<String> {
        let mark = format!("\"{begin}");
        let after = self.body.split(&mark).skip(1);
        let ids = after.filter_map(|rest| rest.get(..32));
        ids.filter(|id| id.bytes().all(|b| b.is_ascii_hexdigit()))
            .map(|id| format!("{begin}{id}"))
            .collect()
    }
}

/// Somebody's browser: it keeps cookies and says where a form came from.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    address: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn get(&mut self, path: &str) -> Reply {
        self.ask("GET", path, &[], "")
    }

    /// Sends a form.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
            .collect();
        let from = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("Origin", from.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        self.ask("POST", path, &headers, &body.join("&"))
    }

    /// Sends a form with files, each with a name of ours.
    pub(crate) fn upload(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[Vec<u8>],
    ) -> Reply {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!(
                    "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        for file in files {
            body.extend(b"--B\r\nContent-Disposition: form-data; name=\"fotos\"; filename=\"IMG.jpg\"\r\n\r\n");
            body.extend_from_slice(file);
            body.extend(b"\r\n");
        }
        body.extend(b"--B--\r\n");
        let from = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "multipart/form-data; boundary=B"),
            ("Origin", from.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        self.ask_with("POST", path, &headers, &body)
    }

    /// Sends a form with one file of so many bytes, made while it goes: nobody holds them.
    pub(crate) fn upload_much(&mut self, path: &str, token: &str, bytes: u64) -> Reply {
        let begin = format!(
            "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{token}\r\n--B\r\n\
             Content-Disposition: form-data; name=\"fotos\"; filename=\"IMG.jpg\"\r\n\r\n"
        );
        let end = "\r\n--B--\r\n";
        let length = begin.len() as u64 + bytes + end.len() as u64;
        let from = format!("http://{}", self.address);
        let headers = [
            ("Content-Type", "multipart/form-data; boundary=B"),
            ("Origin", from.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        let mut line = self.line("POST", path, &headers, length);
        line.write_all(begin.as_bytes()).expect("it listens");
        let piece = vec![7; 1 << 20];
        let mut left = bytes;
        while left > 0 {
            let now = left.min(1 << 20);
            let part = piece.iter().take(usize::try_from(now).expect("small"));
            let part: Vec<u8> = part.copied().collect();
            line.write_all(&part).expect("it listens to the end");
            left -= now;
        }
        line.write_all(end.as_bytes()).expect("it listens");
        self.answer(line, path)
    }

    /// One request on a line of its own.
    pub(crate) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Reply {
        self.ask_with(method, path, headers, body.as_bytes())
    }

    fn ask_with(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Reply {
        let mut line = self.line(method, path, headers, body.len() as u64);
        line.write_all(body).expect("it listens");
        self.answer(line, path)
    }

    /// A line on which a request with so many bytes began.
    fn line(&self, method: &str, path: &str, headers: &[(&str, &str)], length: u64) -> TcpStream {
        let mut line = TcpStream::connect(&self.address).expect("it answers");
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        // HTTP/1.0: the answer ends where the line ends.
        let mut text = format!(
            "{method} {path} HTTP/1.0\r\nHost: {}\r\nContent-Length: {}\r\n",
            self.address, length
        );
        if !cookies.is_empty() {
            let _ = write!(text, "Cookie: {}\r\n", cookies.join("; "));
        }
        for (name, value) in headers {
            let _ = write!(text, "{name}: {value}\r\n");
        }
        text.push_str("\r\n");
        line.write_all(text.as_bytes()).expect("it listens");
        line
    }

    /// What comes back on a line.
    fn answer(&mut self, mut line: TcpStream, path: &str) -> Reply {
        let mut answer = Vec::new();
        line.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer
            .split_once("\r\n\r\n")
            .unwrap_or_else(|| panic!("{path}: no answer: {answer:?}"));
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok())
            .expect("a status");
        let mut reply = Reply {
            status,
            headers: BTreeMap::new(),
            body: body.to_owned(),
        };
        for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
            if name.eq_ignore_ascii_case("set-cookie") {
                self.keep(value);
            } else {
                reply.headers.insert(name.to_lowercase(), value.to_owned());
            }
        }
        reply
    }

    fn keep(&mut self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let Some((name, value)) = pair.split_once('=') else {
            return;
        };
        if value.is_empty() || rest.contains("Max-Age=0") {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }

    /// Signs in to the demo with one click.
    pub(crate) fn sign_in(&mut self, board: &str, role: &str) {
        let page = self.get("/demo/inloggen");
        let token = page
            .value("csrf")
            .unwrap_or_else(|| panic!("no form: {}", page.body));
        let who = format!("{board} {role}");
        let reply = self.post("/demo/inloggen", &[("csrf", &token), ("wie", &who)]);
        assert_eq!(reply.status, 303, "{who}: {}", reply.body);
    }
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
