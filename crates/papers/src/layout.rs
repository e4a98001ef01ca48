//! From blocks to pages: where each line stands, and which part of the document it belongs to.

use pdf_writer::types::StructRole;

use crate::block::{Block, Run};
use crate::font::{Fonts, Weight};
use crate::lines::{self, Piece};
use crate::tags::{Kid, Tree};

/// A4, in points.
pub(crate) const PAGE: (f32, f32) = (595.0, 842.0);
/// Left and right margin.
pub(crate) const SIDE: f32 = 64.0;
const TOP: f32 = 64.0;
const BOTTOM: f32 = 76.0;
/// Between the margins.
pub(crate) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// Size of running text.
pub(crate) const BODY: f32 = 11.0;
const INDENT: f32 = 20.0;
/// From the top of a line to its letters' feet, in parts of its height.
const BASELINE: f32 = 0.76;

/// A line where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) pieces: Vec<Piece>,
}

/// The lines of one part on one page.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// The part; none for what only decorates, such as a heading row that is repeated.
    pub(crate) node: Option<usize>,
    pub(crate) lines: Vec<Placed>,
}

/// A drawn line, which means nothing to a reader who hears.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) from: (f32, f32),
    pub(crate) to: (f32, f32),
    pub(crate) width: f32,
}

/// One page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
    pub(crate) strokes: Vec<Stroke>,
}

/// A heading, for the outline.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) page: usize,
    pub(crate) top: f32,
}

/// The whole document on pages.
#[derive(Debug, Clone)]
pub(crate) struct Sheets {
    pub(crate) pages: Vec<Page>,
    pub(crate) tree: Tree,
    pub(crate) bookmarks: Vec<Bookmark>,
}

/// Lays out all blocks.
pub(crate) fn lay_out(blocks: &[Block], fonts: &Fonts) -> Sheets {
    let sheets = Sheets {
        pages: vec![Page::default()],
        tree: Tree::new(),
        bookmarks: Vec::new(),
    };
    let mut press = Press {
        fonts,
        sheets,
        page: 0,
        y: PAGE.1 - TOP,
    };
    for block in blocks {
        match block {
            Block::Heading { level, text } => press.heading(*level, text),
            Block::Paragraph(runs) => press.paragraph(runs),
            Block::Note(runs) => press.note(runs),
            Block::List { numbered, items } => press.list(*numbered, items),
            Block::Table(table) => press.table(table),
            Block::NewPage => press.turn(),
        }
    }
    press.sheets
}

/// The place where setting goes on.
pub(crate) struct Press<'a> {
    fonts: &'a Fonts,
    pub(crate) sheets: Sheets,
    pub(crate) page: usize,
    /// Where the next line's top goes.
    pub(crate) y: f32,
}

impl Press<'_> {
    fn heading(&mut self, level: u8, text: &str) {
        let (size, before, role) = match level {
            1 => (22.0, 18.0, StructRole::H1),
            2 => (15.0, 16.0, StructRole::H2),
            _ => (12.0, 10.0, StructRole::H3),
        };
        let lines = self.lines(&[Run::bold(text)], WIDTH, size);
        if !self.at_top() {
            self.y -= before;
        }
        // A heading is never left alone at the foot of a page.
        if !self.fits(height(size) * count(lines.len()) + 3.0 * height(BODY)) {
            self.turn();
        }
        let (page, top) = (self.page, self.y);
        self.sheets.bookmarks.push(Bookmark {
            level,
            text: self.fonts.of(Weight::Bold).writable(text),
            page,
            top,
        });
        let node = self.sheets.tree.add(Tree::ROOT, role);
        self.flow(Some(node), lines, SIDE, size);
        self.y -= size / 3.0;
    }

    fn paragraph(&mut self, runs: &[Run]) {
        let lines = self.lines(runs, WIDTH, BODY);
        // A first line is never left alone either.
        if lines.len() > 1 && !self.fits(2.0 * height(BODY)) {
            self.turn();
        }
        let node = self.sheets.tree.add(Tree::ROOT, StructRole::P);
        self.flow(Some(node), lines, SIDE, BODY);
        self.y -= 6.0;
    }

    fn note(&mut self, runs: &[Run]) {
        let lines = self.lines(runs, WIDTH - INDENT, BODY);
        let quote = self.sheets.tree.add(Tree::ROOT, StructRole::BlockQuote);
        let node = self.sheets.tree.add(quote, StructRole::P);
        for (page, top, foot) in self.flow(Some(node), lines, SIDE + INDENT / 2.0, BODY) {
            let x = SIDE + 2.0;
            self.stroke(
                page,
                Stroke {
                    from: (x, top),
                    to: (x, foot),
                    width: 2.0,
                },
            );
        }
        self.y -= 8.0;
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Run>]) {
        let list = self.sheets.tree.add(Tree::ROOT, StructRole::L);
        for (at, runs) in items.iter().enumerate() {
            let item = self.sheets.tree.add(list, StructRole::LI);
            let label = if numbered {
                format!("{}.", at + 1)
            } else {
                "•".to_owned()
            };
            let lines = self.lines(runs, WIDTH - INDENT, BODY);
            if !self.fits(height(BODY)) {
                self.turn();
            }
            let node = self.sheets.tree.add(item, StructRole::Lbl);
            let top = self.y;
            let label = vec![vec![Piece {
                weight: Weight::Regular,
                text: label,
            }]];
            self.flow(Some(node), label, SIDE + 4.0, BODY);
            // The body begins beside its label, not under it.
            self.y = top;
            let body = self.sheets.tree.add(item, StructRole::LBody);
            self.flow(Some(body), lines, SIDE + INDENT, BODY);
            self.y -= 2.0;
        }
        self.y -= 6.0;
    }

    /// Sets lines under each other from where the press stands, turning the page where it is full. Tells for each page that was
    /// reached where the lines begin and end.
    pub(crate) fn flow(
        &mut self,
        node: Option<usize>,
        lines: Vec<Vec<Piece>>,
        x: f32,
        size: f32,
    ) -> Vec<(usize, f32, f32)> {
        let height = height(size);
        let mut stretches: Vec<(usize, f32, f32)> = Vec::new();
        for pieces in lines {
            if !self.fits(height) {
                self.turn();
            }
            let top = self.y;
            self.y -= height;
            let line = Placed {
                x,
                y: top - height * BASELINE,
                size,
                pieces,
            };
            let here = stretches
                .last_mut()
                .filter(|stretch| stretch.0 == self.page);
            if let Some(stretch) = here {
                stretch.2 = self.y;
                self.append(line);
            } else {
                stretches.push((self.page, top, self.y));
                self.begin(node, line);
            }
        }
        stretches
    }

    /// Begins a stretch of lines of one part on this page.
    fn begin(&mut self, node: Option<usize>, line: Placed) {
        let page = self.page;
        let Some(sheet) = self.sheets.pages.get_mut(page) else {
            return;
        };
        let mark = sheet.marks.len();
        sheet.marks.push(Mark {
            node,
            lines: vec![line],
        });
        if let Some(node) = node {
            self.sheets.tree.hold(node, Kid::Content { page, mark });
        }
    }

    /// Adds a line to the stretch that was begun last.
    fn append(&mut self, line: Placed) {
        if let Some(mark) = self
            .sheets
            .pages
            .get_mut(self.page)
            .and_then(|sheet| sheet.marks.last_mut())
        {
            mark.lines.push(line);
        }
    }

    pub(crate) fn lines(&self, runs: &[Run], width: f32, size: f32) -> Vec<Vec<Piece>> {
        lines::broken(runs, width, size, self.fonts)
    }

    pub(crate) fn fits(&self, height: f32) -> bool {
        self.y - height >= BOTTOM
    }

    pub(crate) fn at_top(&self) -> bool {
        self.y >= PAGE.1 - TOP
    }

    /// Goes to the top of the next page, which may be there already where a cell beside this one reached it.
    pub(crate) fn turn(&mut self) {
        self.page += 1;
        self.y = PAGE.1 - TOP;
        if self.page == self.sheets.pages.len() {
            self.sheets.pages.push(Page::default());
        }
    }

    pub(crate) fn stroke(&mut self, page: usize, stroke: Stroke) {
        if let Some(sheet) = self.sheets.pages.get_mut(page) {
            sheet.strokes.push(stroke);
        }
    }
}

/// Height of a line at a size.
pub(crate) fn height(size: f32) -> f32 {
    size * 1.4
}

/// A number of lines, to measure with.
pub(crate) fn count(lines: usize) -> f32 {
    f32::from(u16::try_from(lines).unwrap_or(u16::MAX))
}
