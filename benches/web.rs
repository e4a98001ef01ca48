//! The figures of the web: what a page costs the server beside a bare handler with the same bytes, what a first visit weighs, and
//! what the server keeps in memory. Linux only: CPU time and memory of another process are read from `/proc`.
//!
//! The program measured is the release build: `cargo build --workspace --release` first.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise"
)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};

use testkit::bench::{Section, short, thousands, time};

const REQUESTS: u32 = 16_000;
const CROWD: u32 = 16;
const PAGE: &str = "/flex/mag-dit?actie=plaatsen&kanaal=schoolgroep&schoolgerelateerd=ja&beeldOfGeluid=ja&rollen=leraar";

/// A folder of its own for what the server keeps.
fn data() -> PathBuf {
    std::env::temp_dir().join(format!("pleinwacht-bench-{}", std::process::id()))
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "--bare") {
        let body = arguments
            .get(at + 1)
            .expect("--bare names the file to serve");
        bare(std::fs::read(body).expect("the file to serve"));
        return ExitCode::SUCCESS;
    }
    let mut section = Section::new(
        "web",
        "cargo build --workspace --release && cargo bench --workspace --bench web -- --write",
    );
    let ours = Server::start(
        Command::new(program())
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data()),
    );
    let mut browser = Browser::open(&ours.address);

    let first = browser.get(PAGE, false);
    let page = std::env::temp_dir().join(format!("pleinwacht-bench-{}.html", std::process::id()));
    std::fs::write(&page, &first).expect("a page can be kept for the bare server");
    let this = std::env::current_exe().expect("this program has a path");
    let bare = Server::start(Command::new(this).arg("--bare").arg(&page));
    // Turn by turn, so that a busy moment of the machine falls on both; the best of each counts.
    let (mut plain, mut again) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..5 {
        let same = |_: u32, address: &mut String| address.push_str(PAGE);
        plain = plain.min(bare.cost(REQUESTS, same));
        again = again.min(ours.cost(REQUESTS, same));
    }
    // Rendered anew each time: addresses that nobody asked before.
    let fresh = ours.cost(REQUESTS, fresh_address);
    let size = thousands(&first.len().to_string());
    section.asked(
        "*Mag dit?* page, CPU of the server",
        "1.5 times a bare handler",
        &format!("{:.2} times", again / plain),
        &format!(
            "{} against {} for the same {size} bytes",
            time(again),
            time(plain)
        ),
        again / plain <= 1.5,
    );
    section.row(
        "the same at an address that nobody asked before",
        "",
        &format!("{:.2} times", fresh / plain),
        &format!("{}: ask, choose the question, render, pack", time(fresh)),
    );
    std::fs::remove_file(&page).expect("the page for the bare server is ours to remove");

    let heaviest = ["/", "/flex", "/flex/mag-dit", "/flex/protocol", PAGE]
        .map(|page| (browser.weight(page), page))
        .into_iter()
        .max()
        .expect("there are pages");
    section.asked(
        "first visit, compressed, everything that is fetched",
        "60 kB",
        &format!("{} kB", short(f64::from(heaviest.0) / 1000.0)),
        &format!(
            "the heaviest of five, `{}`, with what is kept for offline",
            heaviest.1.split('?').next().unwrap_or_default()
        ),
        heaviest.0 <= 60_000,
    );
    let memory = f64::from(ours.status("VmRSS")) / 1024.0;
    section.asked(
        "memory of `serve` with five protocols, after all of the above",
        "40 MB",
        &format!("{} MB", short(memory)),
        &format!(
            "resident; at most {} MB on the way",
            short(f64::from(ours.status("VmHWM")) / 1024.0)
        ),
        memory <= 40.0,
    );
    section.finish()
}

/// The question with the facts in another order and a harmless repetition of its own: same page, new address.
fn fresh_address(at: u32, address: &mut String) {
    // Each of these facts is said yes, no or unknown: three to the power of ten addresses.
    let facts = [
        "kennis",
        "praktisch",
        "vertrouwelijk",
        "schadelijk",
        "onfatsoenlijk",
        "aanstootgevend",
        "inbreuk",
        "verzonnen",
        "noemtSchool",
        "discussie",
    ];
    address.push_str(PAGE);
    let mut rest = at;
    for fact in facts {
        match rest % 3 {
            1 => drop(write!(address, "&{fact}=ja")),
            2 => drop(write!(address, "&{fact}=?")),
            _ => {}
        }
        rest /= 3;
    }
}

/// The least a server can do: the same bytes from memory.
fn bare(body: Vec<u8>) {
    let body = axum::body::Bytes::from(body);
    let handler = axum::routing::get(move || {
        let body = body.clone();
        async move { ([("content-type", "text/html; charset=utf-8")], body) }
    });
    let app = axum::Router::new().fallback_service(handler);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        println!("http://{}/", listener.local_addr().expect("an address"));
        axum::serve(listener, app).await.expect("serving");
    });
}

fn program() -> PathBuf {
    let this = std::env::current_exe().expect("this program has a path");
    let beside = this
        .ancestors()
        .nth(2)
        .map(|folder| folder.join("pleinwacht"));
    let program = std::env::var_os("PLEINWACHT")
        .map(PathBuf::from)
        .or(beside)
        .expect("a path");
    assert!(
        program.exists(),
        "{} is not there: cargo build --workspace --release",
        program.display()
    );
    program
}

/// A server in a process of its own, stopped when this goes.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(command: &mut Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let stdout = child.stdout.take().expect("the server's words can be read");
        let mut line = String::new();
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("the server says where it is");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next());
        let address = address
            .unwrap_or_else(|| panic!("no address in {line:?}"))
            .trim()
            .to_owned();
        Self { child, address }
    }

    /// CPU seconds of the whole process so far: all of its threads.
    fn spent(&self) -> f64 {
        let tasks =
            std::fs::read_dir(format!("/proc/{}/task", self.child.id())).expect("the server runs");
        let nanoseconds = tasks.flatten().filter_map(|task| {
            let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        nanoseconds.sum::<f64>() / 1e9
    }

    /// A line of `/proc/…/status`, in kB.
    fn status(&self, key: &str) -> u32 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .expect("the server runs");
        let line = status
            .lines()
            .find(|line| line.starts_with(key))
            .expect("the kernel tells");
        line.split_whitespace()
            .nth(1)
            .and_then(|value| value.parse().ok())
            .expect("a number of kB")
    }

    /// CPU seconds per request, with a crowd of connections that stay open. One alone would mostly measure how a sleeping server
    /// is woken.
    fn cost(&self, requests: u32, address: impl Fn(u32, &mut String)) -> f64 {
        let mut crowd: Vec<Browser> = (0..CROWD).map(|_| Browser::open(&self.address)).collect();
        let mut wanted = String::new();
        let mut before = 0.0;
        for at in 0..requests + CROWD * 20 {
            // The first rounds open connections and fill caches; they do not count.
            if at == CROWD * 20 {
                before = self.spent();
            }
            let browser = usize::try_from(at % CROWD).expect("a small number");
            wanted.clear();
            address(at, &mut wanted);
            crowd[browser].ask(&wanted, false);
            if at % CROWD == CROWD - 1 {
                for browser in &mut crowd {
                    browser.hear();
                }
            }
        }
        (self.spent() - before) / f64::from(requests)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One connection that stays open.
struct Browser {
    stream: BufReader<TcpStream>,
}

impl Browser {
    fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream.set_nodelay(true).expect("a socket option");
        Self {
            stream: BufReader::new(stream),
        }
    }

    fn get(&mut self, path: &str, gzip: bool) -> Vec<u8> {
        self.ask(path, gzip);
        self.hear()
    }

    fn ask(&mut self, path: &str, gzip: bool) {
        let accept = if gzip {
            "accept-encoding: gzip\r\n"
        } else {
            ""
        };
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\n{accept}\r\n");
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .expect("the server takes a request");
    }

    fn hear(&mut self) -> Vec<u8> {
        let mut length = 0;
        let mut line = String::new();
        self.stream
            .read_line(&mut line)
            .expect("the server answers");
        assert!(line.contains(" 200 "), "{line}");
        loop {
            line.clear();
            self.stream
                .read_line(&mut line)
                .expect("the server goes on");
            if line == "\r\n" {
                break;
            }
            if let Some(value) = line.to_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
        }
        let mut body = vec![0; length];
        self.stream
            .read_exact(&mut body)
            .expect("the server finishes");
        body
    }

    /// Compressed bytes of a page and of every file that it names, also those kept for offline.
    fn weight(&mut self, page: &str) -> u32 {
        let html = String::from_utf8(self.get(page, false)).expect("a page is text");
        let mut files: Vec<String> = html
            .split("/static/")
            .skip(1)
            .filter_map(|rest| rest.split(['"', ' ']).next())
            .map(|name| format!("/static/{name}"))
            .collect();
        files.push("/sw.js".to_owned());
        files.push(page.to_owned());
        files.sort();
        files.dedup();
        let bytes = files
            .iter()
            .map(|file| self.get(file, true).len())
            .sum::<usize>();
        u32::try_from(bytes).expect("a page is not that heavy")
    }
}
