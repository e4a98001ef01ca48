//! Our own CSV: people in one simple list, and guardians, which EDEXML has none of. The header tells which.

mod guardians;
mod people;

use std::io::Read;

use crate::decode::{Declared, Decoder};
use crate::header::Columns;
use crate::out::Out;
use crate::table::Table;
use crate::{Code, Options, Refusal, Sink, Summary};

/// Reads our own CSV, streaming: UTF-8 or Windows-1252, with `;`, `,` or tabs.
///
/// # Errors
/// Why the file is refused as a whole; what the sink was given before is void.
pub fn read_csv(
    input: impl Read,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Summary, Refusal> {
    let mut out = Out::new(sink, options);
    let decoder = Decoder::new(input, Declared::Guess, options.limits);
    let mut table = Table::new(decoder, &options.limits);
    let Some(header) = table
        .next()
        .map_err(|(line, code)| out.refusal(line, "", code))?
    else {
        return Err(out.refusal(0, "", Code::EmptyFile));
    };
    let names: Vec<String> = (0..header.width())
        .map(|at| header.cell(at).to_lowercase())
        .collect();
    let has = |part: &str| names.iter().any(|name| name.contains(part));
    let mut lists = if has("ouder") || has("gezag") || has("relatie") {
        List::Guardians(guardians::Guardians::default())
    } else if has("soort") || has("roepnaam") || has("achternaam") || has("sleutel") {
        List::People(people::People::default())
    } else {
        return Err(out.refusal(1, "", Code::UnknownFormat));
    };
    let columns = match &lists {
        List::Guardians(_) => Columns::find(&mut out, &header, &guardians::PLAN)?,
        List::People(_) => Columns::find(&mut out, &header, &people::PLAN)?,
    };
    while let Some(row) = table
        .next()
        .map_err(|(line, code)| out.refusal(line, "", code))?
    {
        if row.is_empty() || !columns.fits(&mut out, &row) {
            continue;
        }
        match &mut lists {
            List::Guardians(list) => list.take(&mut out, &columns, &row)?,
            List::People(list) => list.take(&mut out, &columns, &row)?,
        }
    }
    if table.guessed() {
        out.repaired_once(0, "", Code::EncodingGuessed);
    }
    Ok(out.finish())
}

/// What files like ours tend to have as well, and we never read.
const NOT_NEEDED: &[&str] = &[
    "adres",
    "bsn",
    "eckid",
    "etniciteit",
    "fotourl",
    "geslacht",
    "huisnummer",
    "land",
    "mobiel",
    "nationaliteit",
    "onderwijsnummer",
    "postcode",
    "straat",
    "telefoon",
    "telefoonnummer",
    "woonplaats",
];

enum List {
    Guardians(guardians::Guardians),
    People(people::People),
}

/// Empty files to fill in, as a Dutch spreadsheet opens them: a name and its bytes.
pub fn templates() -> [(&'static str, String); 2] {
    let of = |columns: &[crate::header::Column]| {
        let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
        format!("\u{feff}{}\r\n", names.join(";"))
    };
    [
        ("mensen.csv", of(people::PLAN.columns)),
        ("ouders.csv", of(guardians::PLAN.columns)),
    ]
}
