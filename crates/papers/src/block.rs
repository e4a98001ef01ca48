//! What a document is made of, as its writer sees it.

use crate::font::{Fonts, Weight};
use crate::{PaperError, layout, write};

/// A stretch of text in one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub(crate) weight: Weight,
    pub(crate) text: String,
}

impl Run {
    /// Ordinary text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            weight: Weight::Regular,
            text: text.into(),
        }
    }

    /// Text that must be seen.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            weight: Weight::Bold,
            text: text.into(),
        }
    }
}

/// A table with a heading row, which is repeated on each page that the table reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub(crate) widths: Vec<f32>,
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<Vec<Run>>>,
}

impl Table {
    /// A table whose columns share the width in these proportions, under these headings.
    pub fn new(widths: &[f32], head: &[&str]) -> Self {
        let head = head.iter().map(|&text| text.to_owned()).collect();
        Self {
            widths: widths.to_vec(),
            head,
            rows: Vec::new(),
        }
    }

    /// Adds a row of plain cells. Missing cells are empty; cells without a column are left out.
    #[must_use]
    pub fn row(self, cells: &[&str]) -> Self {
        self.rich_row(cells.iter().map(|&cell| vec![Run::plain(cell)]).collect())
    }

    /// Adds a row of cells with weights of their own.
    #[must_use]
    pub fn rich_row(mut self, cells: Vec<Vec<Run>>) -> Self {
        self.rows.push(cells);
        self
    }
}

/// One part of the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    Heading {
        level: u8,
        text: String,
    },
    Paragraph(Vec<Run>),
    Note(Vec<Run>),
    List {
        numbered: bool,
        items: Vec<Vec<Run>>,
    },
    Table(Table),
    NewPage,
}

/// A document under construction; see the example of this crate.
#[derive(Debug, Clone, PartialEq)]
pub struct Pdf {
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) footer: String,
    pub(crate) blocks: Vec<Block>,
}

impl Pdf {
    /// An empty A4 document with its title and language (`nl`, `en`).
    pub fn new(title: impl Into<String>, language: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            language: language.into(),
            footer: String::new(),
            blocks: Vec::new(),
        }
    }

    /// What stands at the foot of each page, beside the page number.
    pub fn footer(&mut self, text: impl Into<String>) -> &mut Self {
        self.footer = text.into();
        self
    }

    /// A heading of level 1 to 3 (others count as the nearest), which is a bookmark too.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) -> &mut Self {
        self.add(Block::Heading {
            level: level.clamp(1, 3),
            text: text.into(),
        })
    }

    /// A paragraph.
    pub fn paragraph(&mut self, runs: &[Run]) -> &mut Self {
        self.add(Block::Paragraph(runs.to_vec()))
    }

    /// A paragraph that is set apart from the text around it, with a line along its side.
    pub fn note(&mut self, runs: &[Run]) -> &mut Self {
        self.add(Block::Note(runs.to_vec()))
    }

    /// A list with bullets.
    pub fn bullets(&mut self, items: &[Vec<Run>]) -> &mut Self {
        self.add(Block::List {
            numbered: false,
            items: items.to_vec(),
        })
    }

    /// A list with numbers, from 1.
    pub fn numbers(&mut self, items: &[Vec<Run>]) -> &mut Self {
        self.add(Block::List {
            numbered: true,
            items: items.to_vec(),
        })
    }

    /// A table.
    pub fn table(&mut self, table: &Table) -> &mut Self {
        self.add(Block::Table(table.clone()))
    }

    /// What follows begins on a new page.
    pub fn new_page(&mut self) -> &mut Self {
        self.add(Block::NewPage)
    }

    /// The finished document, as PDF/A-2b.
    pub fn finish(&self) -> Result<Vec<u8>, PaperError> {
        let fonts = Fonts::load()?;
        let sheets = layout::lay_out(&self.blocks, &fonts);
        Ok(write::write(self, &sheets, &fonts, &[])?.bytes)
    }

    fn add(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }
}
