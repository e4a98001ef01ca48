//! Which column is which, also where a file spells it its own way.

use crate::out::Out;
use crate::table::Row;
use crate::{Code, Finding, Kind, Refusal};

/// A column that is read.
#[derive(Debug)]
pub(crate) struct Column {
    /// As the format calls it.
    pub(crate) name: &'static str,
    /// Other names that mean the same.
    pub(crate) also: &'static [&'static str],
    /// Without it the file is refused.
    pub(crate) needed: bool,
}

impl Column {
    pub(crate) const fn new(name: &'static str) -> Self {
        Self {
            name,
            also: &[],
            needed: false,
        }
    }

    pub(crate) const fn needed(self) -> Self {
        Self {
            needed: true,
            ..self
        }
    }

    pub(crate) const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }
}

/// What a format knows of columns.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The columns that are read; a row's cell is asked for by the place in this list.
    pub(crate) columns: &'static [Column],
    /// Columns that are of the format and say nothing that we need; not worth a word.
    pub(crate) quiet: &'static [&'static str],
    /// Columns of people that we do not need and say so.
    pub(crate) not_needed: &'static [&'static str],
}

/// Where the columns of a plan are in a file.
#[derive(Debug)]
pub(crate) struct Columns {
    places: Vec<Option<usize>>,
    width: usize,
}

/// What a cell of the header is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    Column(usize),
    Quiet,
    NotNeeded(&'static str),
}

impl Columns {
    /// Finds them by the header of a file: first as they are spelt, then whatever is near.
    pub(crate) fn find(out: &mut Out, header: &Row, plan: &Plan) -> Result<Self, Refusal> {
        let mut places = vec![None; plan.columns.len()];
        let mut open = Vec::new();
        for at in 0..header.width() {
            let (said, _) = crate::clean::clean(header.cell(at));
            match plan.exactly(&said) {
                Some(means) => settle(out, plan, &mut places, means, at, header.line)?,
                None => open.push((at, said)),
            }
        }
        for (at, said) in open {
            match plan.nearly(&said) {
                Some(Means::Column(column)) if places.get(column) == Some(&None) => {
                    let name = plan.columns.get(column).map_or("", |column| column.name);
                    out.repaired(header.line, name, Code::Header);
                    settle(
                        out,
                        plan,
                        &mut places,
                        Means::Column(column),
                        at,
                        header.line,
                    )?;
                }
                Some(means @ (Means::Quiet | Means::NotNeeded(_))) => {
                    settle(out, plan, &mut places, means, at, header.line)?;
                }
                _ if said.is_empty() || said.starts_with("metadata.") => {}
                _ => out.dropped(header.line, "", Code::UnknownColumn),
            }
        }
        let missing = plan.columns.iter().zip(&places);
        let faults: Vec<Finding> = missing
            .filter(|(column, place)| column.needed && place.is_none())
            .map(|(column, _)| Finding {
                file: out.file.into(),
                line: header.line,
                field: column.name.into(),
                kind: Kind::Refused,
                code: Code::MissingColumn,
            })
            .collect();
        if !faults.is_empty() {
            return Err(Refusal { faults });
        }
        Ok(Self {
            places,
            width: header.width(),
        })
    }

    /// Whether the file has the column at all.
    pub(crate) fn has(&self, column: usize) -> bool {
        matches!(self.places.get(column), Some(Some(_)))
    }

    /// A cell of a row by its column.
    pub(crate) fn cell<'a>(&self, row: &Row<'a>, column: usize) -> &'a str {
        let place = self.places.get(column).copied().flatten();
        place.map_or("", |at| row.cell(at))
    }

    /// Whether a row can be read at all; says what is wrong with it.
    pub(crate) fn fits(&self, out: &mut Out, row: &Row) -> bool {
        if row.runs_on {
            out.refused(row.line, "", Code::LineBreak);
            return false;
        }
        if row.width() > self.width {
            if (self.width..row.width()).any(|at| !row.cell(at).trim().is_empty()) {
                out.refused(row.line, "", Code::LongRow);
                return false;
            }
        } else if row.width() < self.width {
            out.repaired(row.line, "", Code::ShortRow);
        }
        true
    }
}

fn settle(
    out: &mut Out,
    plan: &Plan,
    places: &mut [Option<usize>],
    means: Means,
    at: usize,
    line: u64,
) -> Result<(), Refusal> {
    match means {
        Means::Quiet => {}
        Means::NotNeeded(name) => out.not_needed(line, name, Code::NotNeeded),
        Means::Column(column) => {
            let name = plan.columns.get(column).map_or("", |column| column.name);
            match places.get_mut(column) {
                Some(place @ None) => *place = Some(at),
                _ => return Err(out.refusal(line, name, Code::TwiceColumn)),
            }
        }
    }
    Ok(())
}

/// Letters and digits only, in lower case.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Plan {
    fn names(&self) -> impl Iterator<Item = (Means, &'static str)> {
        let columns = self.columns.iter().enumerate().flat_map(|(at, column)| {
            let names = std::iter::once(column.name).chain(column.also.iter().copied());
            names.map(move |name| (Means::Column(at), name))
        });
        // The list of quiet columns is one for all files; what this file reads is not quiet in it.
        let read = |name: &&&str| self.columns.iter().any(|column| column.name == **name);
        let quiet = self.quiet.iter().filter(move |name| !read(name));
        let quiet = quiet.map(|name| (Means::Quiet, *name));
        let not_needed = self
            .not_needed
            .iter()
            .map(|name| (Means::NotNeeded(name), *name));
        columns.chain(quiet).chain(not_needed)
    }

    fn exactly(&self, said: &str) -> Option<Means> {
        self.names()
            .find(|(_, name)| *name == said)
            .map(|(means, _)| means)
    }

    /// Upper case, spaces and dashes do not matter; nor does a letter or two of a long name, where only one name is that near.
    fn nearly(&self, said: &str) -> Option<Means> {
        let said = bare(said);
        let reach = match said.chars().count() {
            0..6 => 0,
            6..9 => 1,
            _ => 2,
        };
        let far = |name: &str| strsim::osa_distance(&said, &bare(name));
        let mut near: Vec<(usize, Means)> = self
            .names()
            .map(|(means, name)| (far(name), means))
            .filter(|(far, _)| *far <= reach)
            .collect();
        near.sort_by_key(|(far, _)| *far);
        let (best, means) = *near.first()?;
        let alone = near
            .iter()
            .all(|(far, other)| *far > best || *other == means);
        alone.then_some(means)
    }
}
