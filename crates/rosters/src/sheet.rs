//! Any CSV as rows of cells, for a file whose columns somebody still has to explain.

use std::io::Read;

use crate::decode::{Declared, Decoder};
use crate::table::Table;
use crate::{Code, Limits};

/// Every row that is not empty, the header first: UTF-8 or Windows-1252, with `;`, `,` or tabs.
///
/// ```
/// let rows = rosters::sheet("naam;foto\nNoor;ja\n".as_bytes(), &rosters::Limits::default()).unwrap();
/// assert_eq!(rows, [["naam", "foto"], ["Noor", "ja"]]);
/// ```
///
/// # Errors
/// Why the file cannot be read.
pub fn sheet(input: impl Read, limits: &Limits) -> Result<Vec<Vec<String>>, Code> {
    let decoder = Decoder::new(input, Declared::Guess, *limits);
    let mut table = Table::new(decoder, limits);
    let mut rows = Vec::new();
    while let Some(row) = table.next().map_err(|(_, code)| code)? {
        if row.is_empty() {
            continue;
        }
        if u64::try_from(rows.len()).unwrap_or(u64::MAX) >= limits.records {
            return Err(Code::TooManyRecords);
        }
        rows.push((0..row.width()).map(|at| row.cell(at).to_owned()).collect());
    }
    Ok(rows)
}
