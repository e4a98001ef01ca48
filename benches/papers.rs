//! A dossier of 50 MB: how much memory writing it takes, and how much time beside doing no more than packing the same bytes.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise"
)]

use std::io::{Read, Write};
use std::process::{Command, ExitCode};
use std::time::Duration;

use flate2::{Compression, write::ZlibEncoder};
use papers::{Attachment, Dossier, Index, Relation, Run, Table};
use testkit::bench::{Section, cpu, short, time};

const FILES: u64 = 10;
const BYTES: u64 = 50_000_000;
const ROUND: Duration = Duration::from_millis(500);

/// Bytes that hardly pack, made as they are read, so that they take no memory of their own.
struct Noise {
    left: u64,
    state: u64,
}

impl Read for Noise {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let room = u64::try_from(out.len()).expect("a length");
        let size = usize::try_from(self.left.min(room)).expect("a length");
        for eight in out.iter_mut().take(size) {
            // xorshift64: the same in every run.
            self.state ^= self.state << 13;
            self.state ^= self.state >> 7;
            self.state ^= self.state << 17;
            *eight = self.state.to_be_bytes()[0];
        }
        self.left -= u64::try_from(size).expect("a length");
        Ok(size)
    }
}

fn noise(number: u64) -> Noise {
    Noise {
        left: BYTES / FILES,
        state: 0x9e37_79b9 + number,
    }
}

/// Fifty-odd pages, and ten files: half of a kind that is packed already, half to be packed.
fn write(out: impl Write) {
    let index = Index {
        contents: "Inhoud".to_owned(),
        contents_columns: ["Wat", "Bladzijde"].map(str::to_owned),
        files: "Bijlagen".to_owned(),
        files_columns: ["Nummer", "Bestand", "Wat", "Datum"].map(str::to_owned),
    };
    let mut dossier = Dossier::new("Dossier 2026-014", "nl", index);
    dossier
        .text()
        .footer("Dossier 2026-014 · De Voorbeeldschool");
    for chapter in 1..=20 {
        let mut table = Table::new(&[2.0, 2.0, 6.0], &["Wanneer", "Wie", "Wat"]);
        for line in 1..=40 {
            table = table.row(&[
                &format!("{line} november"),
                "de mentor",
                "belde met de ouders over de klassenapp, en sprak af wat er weg moet",
            ]);
        }
        let text = dossier.text();
        text.heading(1, format!("{chapter} Verloop"));
        text.paragraph(&[Run::plain("Wat er gebeurde, op volgorde.")]);
        text.heading(2, format!("{chapter}.1 Gesprekken"))
            .table(&table);
    }
    for number in 0..FILES {
        let image = number % 2 == 0;
        dossier.attach(Attachment {
            name: format!("bewijs {number}"),
            mime: if image { "image/png" } else { "text/plain" }.to_owned(),
            about: "Ingeleverd door de mentor".to_owned(),
            at: None,
            when: "12 november".to_owned(),
            relation: Relation::Supplement,
        });
    }
    let mut writing = dossier.begin(out).expect("a dossier");
    for number in 0..FILES {
        writing.file(noise(number)).expect("a file");
    }
    writing.finish().expect("its end");
}

/// The same bytes, half of them packed: nobody can do less.
fn floor() {
    for number in 0..FILES {
        let mut packed = ZlibEncoder::new(std::io::sink(), Compression::fast());
        if number % 2 == 0 {
            std::io::copy(&mut noise(number), &mut std::io::sink()).expect("no reason to fail");
        } else {
            std::io::copy(&mut noise(number), &mut packed).expect("no reason to fail");
        }
    }
}

/// The most memory that this process ever had, in kilobytes.
fn most() -> u32 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|one| one.parse().ok()).expect("a number")
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--memory") {
        let start = most();
        write(std::io::sink());
        println!("{}", most() - start);
        return ExitCode::SUCCESS;
    }
    let own = std::env::current_exe().expect("this bench");
    let child = Command::new(own).arg("--memory").output().expect("a child");
    let said = String::from_utf8(child.stdout).expect("text");
    let kilobytes: u32 = said.trim().parse().expect("a number");
    let (ours, floor) = (cpu(ROUND, || write(std::io::sink())), cpu(ROUND, floor));
    let mut section = Section::new("papers", "cargo bench -p papers --bench papers -- --write");
    section.asked(
        "memory to write a dossier of 50 MB, above the start",
        "100 MB",
        &format!("{} MB", short(f64::from(kilobytes) / 1000.0)),
        "ten files in 55 pages, PDF/A-3b",
        kilobytes <= 100_000,
    );
    section.row(
        "CPU to write it, beside packing the same bytes alone",
        "",
        &format!("{} times", short(ours / floor)),
        &format!("{} against {}", time(ours), time(floor)),
    );
    section.finish()
}
