//! What a reader gets out of a dossier: its pages, and the files inside it.

#[cfg(test)]
mod tests {
    use std::io::{self, Read, Write};
    use std::path::PathBuf;
    use std::process::Command;

    use papers::{Attachment, Dossier, Index, PaperError, Pdf, Relation, Run};
    use proptest::prelude::*;

    fn index() -> Index {
        Index {
            contents: "Inhoud".to_owned(),
            contents_columns: ["Wat", "Bladzijde"].map(str::to_owned),
            files: "Bijlagen".to_owned(),
            files_columns: ["Nummer", "Bestand", "Over", "Datum"].map(str::to_owned),
        }
    }

    fn attachment(name: &str, mime: &str) -> Attachment {
        Attachment {
            name: name.to_owned(),
            mime: mime.to_owned(),
            about: "Geïnteresseerde ouders".to_owned(),
            at: Some("2026-11-12T09:30:00Z".parse().unwrap()),
            when: "12 november".to_owned(),
            relation: Relation::Supplement,
        }
    }

    fn dossier(files: &[(&str, &str)]) -> Dossier {
        let mut dossier = Dossier::new("Dossier 14", "nl", index());
        dossier.text().footer("De Voorbeeldschool");
        for chapter in ["Signaal", "Gesprek", "Herstel"] {
            dossier
                .text()
                .heading(1, chapter)
                .paragraph(&[Run::plain("Wat er gebeurde.")])
                .heading(3, "Niet in de inhoud")
                .new_page();
        }
        for (name, mime) in files {
            dossier.attach(attachment(name, mime));
        }
        dossier
    }

    fn written(files: &[(&str, &str)], bytes: &[&[u8]]) -> Vec<u8> {
        let mut writing = dossier(files).begin(Vec::new()).unwrap();
        for bytes in bytes {
            writing.file(*bytes).unwrap();
        }
        writing.finish().unwrap()
    }

    /// A file on disk that is gone with the test.
    struct OnDisk(PathBuf);

    impl OnDisk {
        fn new(name: &str, bytes: &[u8]) -> Self {
            let path = std::env::temp_dir().join(format!("papers-{}-{name}", std::process::id()));
            std::fs::write(&path, bytes).unwrap();
            Self(path)
        }

        fn run(&self, command: &str, arguments: &[&str]) -> Vec<u8> {
            let output = Command::new(command)
                .args(arguments)
                .arg(&self.0)
                .output()
                .expect("./test tools installs what is missing");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success() && said.is_empty(),
                "{said}{}",
                String::from_utf8_lossy(&output.stdout)
            );
            output.stdout
        }
    }

    impl Drop for OnDisk {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    /// Every object as its tables say where it begins, the newest table first: what a reader does before anything else.
    fn objects(pdf: &[u8]) -> std::collections::BTreeMap<usize, usize> {
        let mut found = std::collections::BTreeMap::new();
        let tail = String::from_utf8_lossy(&pdf[pdf.len() - 40..]).into_owned();
        let last = |text: &str, word: &str| -> Option<usize> {
            text.rsplit_once(word)?
                .1
                .split_whitespace()
                .next()?
                .parse()
                .ok()
        };
        let mut next = last(&tail, "startxref");
        while let Some(at) = next {
            let text = String::from_utf8_lossy(&pdf[at..]).into_owned();
            let table = text.split("startxref").next().unwrap();
            let mut lines = table.lines();
            assert_eq!(lines.next(), Some("xref"));
            let mut number = 0;
            for line in lines.take_while(|line| !line.starts_with("trailer")) {
                let words: Vec<&str> = line.split_whitespace().collect();
                match words[..] {
                    [first, _] => number = first.parse().unwrap(),
                    [offset, _, kind] => {
                        if kind == "n" {
                            found
                                .entry(number)
                                .or_insert(offset.parse::<usize>().unwrap());
                        }
                        number += 1;
                    }
                    _ => panic!("{line}"),
                }
            }
            next = last(table, "/Prev ");
        }
        found
    }

    #[test]
    fn every_object_stands_where_the_tables_say() {
        let pdf = written(
            &[("a.txt", "text/plain"), ("b.png", "image/png")],
            &[b"een", b"\x89PNG"],
        );
        let objects = objects(&pdf);
        assert!(objects.len() > 20);
        for (number, offset) in objects {
            let head = format!("{number} 0 obj");
            let there = String::from_utf8_lossy(&pdf[offset..=offset + head.len()]).into_owned();
            assert_eq!(there.trim(), head, "object {number} at {offset}");
        }
    }

    #[test]
    fn files_come_out_as_they_went_in() {
        let noise: Vec<u8> = (0_u32..300_000)
            .map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[1])
            .collect();
        let files = [
            ("brief aan ouders.txt", "text/plain"),
            ("foto.jpg", "image/jpeg"),
            ("leeg.csv", "text/csv"),
        ];
        let pdf = OnDisk::new("files.pdf", &written(&files, &[&noise, &noise[1..], b""]));
        let listed = String::from_utf8(pdf.run("pdfdetach", &["-list"])).unwrap();
        assert!(listed.starts_with("3 embedded files"), "{listed}");
        for (at, (bytes, (name, _))) in [&noise[..], &noise[1..], &[]]
            .into_iter()
            .zip(files)
            .enumerate()
        {
            assert!(listed.contains(&format!("{}: {name}", at + 1)), "{listed}");
            let out = OnDisk::new(&format!("out{at}"), b"");
            pdf.run(
                "pdfdetach",
                &[
                    "-save",
                    &(at + 1).to_string(),
                    "-o",
                    out.0.to_str().unwrap(),
                ],
            );
            assert_eq!(std::fs::read(&out.0).unwrap(), bytes, "{name}");
        }
    }

    #[test]
    fn the_index_names_pages_and_files() {
        let pdf = OnDisk::new(
            "index.pdf",
            &written(&[("brief.pdf", "application/pdf")], &[b"%PDF"]),
        );
        let text =
            String::from_utf8(pdf.run("sh", &["-c", "pdftotext -layout -enc UTF-8 \"$0\" -"]))
                .unwrap();
        let pages: Vec<&str> = text.split('\u{c}').collect();
        let front: Vec<String> = pages[0]
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        for line in [
            "Dossier 14",
            "Inhoud",
            "Wat Bladzijde",
            "Bijlagen",
            "1 brief.pdf Geïnteresseerde ouders 12 november",
        ] {
            assert!(
                front.contains(&line.to_owned()),
                "`{line}` is not in {front:?}"
            );
        }
        assert!(!pages[0].contains("Niet in de inhoud"));
        for chapter in ["Signaal", "Gesprek", "Herstel"] {
            let page = pages
                .iter()
                .skip(1)
                .position(|page| page.contains(chapter))
                .unwrap()
                + 2;
            assert!(
                front.contains(&format!("{chapter} {page}")),
                "{chapter} {page}: {front:?}"
            );
        }
    }

    #[test]
    fn a_dossier_says_what_it_is_and_what_is_in_it() {
        let pdf = written(&[("bewijs.svg", "image/svg+xml")], &[b"<svg/>"]);
        let source = String::from_utf8_lossy(&pdf);
        for part in [
            "<pdfaid:part>3</pdfaid:part>",
            "/GTS_PDFA1",
            "/AFRelationship /Supplement",
            "/Subtype /image#2Fsvg+xml",
            "/EmbeddedFiles",
            "/AF [",
            "/UF (bewijs.svg)",
            "/ModDate (D:20261112093000",
            "/Size 6",
        ] {
            assert!(source.contains(part), "`{part}` is missing");
        }
        let bare = written(&[], &[]);
        let source = String::from_utf8_lossy(&bare);
        assert!(source.contains("<pdfaid:part>2</pdfaid:part>"));
        assert!(!source.contains("/EmbeddedFiles") && !source.contains("/AF"));
        assert_eq!(
            bare,
            written(&[], &[]),
            "the same input gives the same bytes"
        );
    }

    #[test]
    fn names_are_safe_and_apart() {
        let names = [
            "../../etc/passwd",
            "a.txt",
            "A.TXT",
            "a.txt",
            "\u{202e}gpj.exe",
            "",
            "...",
            "b\0\n.pdf",
        ];
        let files: Vec<(&str, &str)> = names.iter().map(|name| (*name, "no type")).collect();
        let bytes: Vec<&[u8]> = names.iter().map(|_| &b"x"[..]).collect();
        let pdf = OnDisk::new("names.pdf", &written(&files, &bytes));
        let listed = String::from_utf8(pdf.run("pdfdetach", &["-list"])).unwrap();
        let found: Vec<&str> = listed
            .lines()
            .skip(1)
            .filter_map(|line| Some(line.split_once(": ")?.1))
            .collect();
        assert_eq!(
            found,
            [
                "_.._etc_passwd",
                "a.txt",
                "A-2.TXT",
                "a-3.txt",
                "gpj.exe",
                "_",
                "_-2",
                "b__.pdf"
            ]
        );
    }

    #[test]
    fn a_dossier_without_all_its_files_is_not_finished() {
        let files = [("a.txt", "text/plain"), ("b.txt", "text/plain")];
        let mut writing = dossier(&files).begin(Vec::new()).unwrap();
        assert!(matches!(
            writing.piece(b"x"),
            Err(PaperError::Files {
                announced: 2,
                given: 0
            })
        ));
        assert!(matches!(writing.close(), Err(PaperError::Files { .. })));
        writing.file(&b"een"[..]).unwrap();
        writing.open().unwrap();
        assert!(matches!(writing.open(), Err(PaperError::Files { .. })));
        assert!(matches!(
            writing.finish(),
            Err(PaperError::Files {
                announced: 2,
                given: 1
            })
        ));
        let mut writing = dossier(&files[..1]).begin(Vec::new()).unwrap();
        writing.file(&b"een"[..]).unwrap();
        assert!(matches!(
            writing.file(&b"twee"[..]),
            Err(PaperError::Files {
                announced: 1,
                given: 2
            })
        ));
        writing.finish().unwrap();
    }

    /// Takes so many bytes, and then no more; or gives one, and then breaks.
    struct Breaks(usize);

    impl Write for Breaks {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let took = bytes.len().min(self.0);
            self.0 -= took;
            if took == 0 {
                Err(io::ErrorKind::StorageFull.into())
            } else {
                Ok(took)
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Read for Breaks {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::ErrorKind::ConnectionReset.into());
            }
            self.0 -= 1;
            out[0] = 1;
            Ok(1)
        }
    }

    #[test]
    fn a_full_disk_and_a_broken_file_are_told() {
        let files = [("a.txt", "image/png")];
        let room = written(&files, &[&[0; 500]]).len() - 100;
        let mut writing = dossier(&files).begin(Breaks(room)).unwrap();
        writing.file(&[0; 500][..]).unwrap();
        assert!(matches!(writing.finish(), Err(PaperError::Broken(_))));
        assert!(matches!(
            dossier(&files).begin(Breaks(100)),
            Err(PaperError::Broken(_))
        ));
        let mut writing = dossier(&files).begin(Vec::new()).unwrap();
        assert!(matches!(
            writing.file(Breaks(3)),
            Err(PaperError::Broken(_))
        ));
        assert!(writing.finish().is_err(), "half a file is no file");
    }

    #[test]
    fn verapdf_finds_nothing_to_say() {
        let Ok(verapdf) = std::env::var("PLEINWACHT_TEST_VERAPDF") else {
            eprintln!(
                "PLEINWACHT_TEST_VERAPDF is not set: tests/peers/verapdf.sh start FOLDER prints it"
            );
            return;
        };
        let files = [
            ("één.txt", "text/plain"),
            ("foto.png", "image/png"),
            ("leeg", ""),
        ];
        let full = OnDisk::new("3b.pdf", &written(&files, &[b"een", b"\x89PNG", b""]));
        let bare = OnDisk::new("2b.pdf", &written(&[], &[]));
        let mut letter = Pdf::new("Brief & <vraag>", "en");
        letter
            .heading(1, "Letter")
            .note(&[Run::bold("x")])
            .bullets(&[vec![Run::plain("y")]]);
        let letter = OnDisk::new("brief.pdf", &letter.finish().unwrap());
        for (file, flavour) in [(&full, "3b"), (&bare, "2b"), (&letter, "2b")] {
            let said = String::from_utf8(file.run(&verapdf, &[flavour])).unwrap();
            assert!(said.contains(" compliant, "), "{said}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn pieces_make_the_same_dossier_as_a_whole(bytes in prop::collection::vec(any::<u8>(), 0..5000), cut in 1_usize..700, image in any::<bool>()) {
            let files = [("a", if image { "image/png" } else { "text/plain" })];
            let mut writing = dossier(&files).begin(Vec::new()).unwrap();
            writing.open().unwrap();
            for piece in bytes.chunks(cut) {
                writing.piece(piece).unwrap();
            }
            writing.close().unwrap();
            prop_assert!(!writing.out().is_empty());
            let pieces = writing.finish().unwrap();
            let whole = written(&files, &[&bytes]);
            prop_assert_eq!(objects(&pieces).len(), objects(&whole).len());
            if image {
                prop_assert_eq!(pieces, whole);
            }
        }
    }
}
