//! What a reader gets out of a document: by eye, by search, and aloud.

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    use papers::{Pdf, Run, Table};

    /// The text as a reader copies it. `./test tools` installs what this asks for.
    fn text_of(bytes: &[u8]) -> String {
        let mut child = Command::new("pdftotext")
            .args(["-layout", "-enc", "UTF-8", "-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("pdftotext is missing: ./test tools installs it");
        let mut stdin = child.stdin.take().unwrap();
        let bytes = bytes.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(&bytes));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap().unwrap();
        // A complaint about the file is a fault of the file.
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        // How wide a space is drawn is not what the tests are about.
        let text = String::from_utf8(output.stdout).unwrap();
        text.split(' ')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn document() -> Pdf {
        let mut pdf = Pdf::new("Privé én werk", "nl");
        pdf.footer("De Voorbeeldschool");
        pdf.heading(1, "Privé én werk")
            .heading(2, "4.a Schoolgroep");
        pdf.paragraph(&[
            Run::plain("Dat mag "),
            Run::bold("niet"),
            Run::plain(", tenzij „Noor” het goed vindt."),
        ]);
        pdf.bullets(&[vec![Run::plain("één")], vec![Run::plain("twee")]]);
        pdf.numbers(&[vec![Run::plain("eerst praten")]]);
        pdf.note(&[Run::plain("voorbeeld")]);
        pdf
    }

    #[test]
    fn every_word_can_be_taken_out_again() {
        let text = text_of(&document().finish().unwrap());
        for said in [
            "Privé én werk",
            "4.a Schoolgroep",
            "Dat mag niet, tenzij „Noor” het goed vindt.",
            "• één",
            "1. eerst praten",
            "voorbeeld",
            "De Voorbeeldschool",
            "1/1",
        ] {
            assert!(text.contains(said), "`{said}` is not in:\n{text}");
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let bytes = document().finish().unwrap();
        assert_eq!(bytes, document().finish().unwrap());
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
        let mut other = document();
        other.paragraph(&[Run::plain("meer")]);
        assert_ne!(bytes, other.finish().unwrap());
    }

    #[test]
    fn the_document_says_what_it_is() {
        let bytes = document().finish().unwrap();
        let source = String::from_utf8_lossy(&bytes);
        for part in [
            "/Lang (nl)",
            "/Marked true",
            "/DisplayDocTitle true",
            "/StructTreeRoot",
            "/ParentTree",
            "/Outlines",
            "/S /H1",
            "/S /H2",
            "/S /LBody",
            "/S /BlockQuote",
        ] {
            assert!(source.contains(part), "`{part}` is missing");
        }
    }

    #[test]
    fn a_long_table_repeats_its_heading_and_loses_no_row() {
        let mut table = Table::new(&[1.0, 4.0], &["Nummer", "Wat"]);
        for number in 1..=120 {
            table = table.row(&[
                &format!("rij{number}"),
                "een regel die lang genoeg is om soms op twee regels te staan, maar niet altijd",
            ]);
        }
        let mut pdf = Pdf::new("tabel", "nl");
        pdf.table(&table);
        let text = text_of(&pdf.finish().unwrap());
        let pages = text.matches('\u{c}').count();
        assert!(pages > 3, "{pages} pages");
        assert_eq!(text.matches("Nummer").count(), pages);
        for number in 1..=120 {
            let row = format!("rij{number} ");
            assert_eq!(text.matches(&row).count(), 1, "{row}");
        }
    }

    #[test]
    fn a_cell_longer_than_a_page_goes_on() {
        let mut pdf = Pdf::new("cel", "nl");
        let long = (1..=900)
            .map(|number| format!("w{number}"))
            .collect::<Vec<_>>()
            .join(" ");
        pdf.table(
            &Table::new(&[1.0, 1.0, 0.0], &["a", "b"])
                .row(&[&long, "kort", "", "te veel"])
                .row(&["erna", "ook"]),
        );
        pdf.heading(9, "einde").new_page().new_page();
        let text = text_of(&pdf.finish().unwrap());
        for said in ["w1 ", "w900", "erna", "einde", "6/6"] {
            assert!(text.contains(said), "`{said}` is not in:\n{text}");
        }
    }

    #[test]
    fn nothing_is_a_document_too() {
        assert!(text_of(&Pdf::new("", "nl").finish().unwrap()).contains("1/1"));
    }
}
