//! Writes a small document to the path you give: `cargo run -p papers --example letter -- letter.pdf`.

use papers::{Pdf, Run, Table};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args()
        .nth(1)
        .unwrap_or_else(|| "letter.pdf".to_owned());
    let mut pdf = Pdf::new("Afspraken over foto's", "nl");
    pdf.footer("Afspraken over foto's · De Voorbeeldschool");
    pdf.heading(1, "Afspraken over foto's");
    pdf.paragraph(&[
        Run::plain("Deze afspraken gelden voor iedereen op school. Een foto plaatsen mag "),
        Run::bold("alleen met toestemming"),
        Run::plain(" van iedereen die herkenbaar is."),
    ]);
    pdf.heading(2, "1 Toestemming");
    pdf.paragraph(&[Run::plain(
        "Je vraagt toestemming per doel en per kanaal. Geen antwoord is nee.",
    )]);
    pdf.bullets(&[
        vec![
            Run::bold("Op papier: "),
            Run::plain("de administratie neemt het over."),
        ],
        vec![
            Run::bold("In het portaal: "),
            Run::plain("de ouder kiest zelf, en kan het altijd weer veranderen."),
        ],
    ]);
    pdf.note(&[Run::bold("Voorbeeld. "), Run::plain("Juf Anja wil de groepsfoto van het schoolreisje plaatsen. Sam vindt het goed, Noor niet: het mag niet.")]);
    pdf.heading(2, "2 Wie doet wat");
    let mut table = Table::new(&[1.0, 2.0, 3.0], &["Wie", "Wat", "Wanneer"]);
    for group in 1..=40 {
        table = table.row(&[
            &format!("groep {group}"),
            "bespreekt de afspraken met de leerlingen",
            "aan het begin van het schooljaar, en nog eens in de Week van de Mediawijsheid",
        ]);
    }
    pdf.table(&table);
    pdf.heading(3, "Stappen");
    pdf.numbers(&[
        vec![Run::plain("praat met elkaar")],
        vec![Run::plain("haal weg wat niet mag")],
        vec![Run::plain("kijk of het weg is")],
    ]);
    std::fs::write(path, pdf.finish()?)?;
    Ok(())
}
