//! Setting a table: rows that stay whole where they can, and a heading row on every page.

use pdf_writer::types::StructRole;

use crate::block::{Run, Table};
use crate::layout::{BODY, Press, SIDE, Stroke, WIDTH, count, height};
use crate::tags::Tree;

const PADDING: f32 = 5.0;
/// Size of text in cells.
const SIZE: f32 = BODY - 1.0;

impl Press<'_> {
    pub(crate) fn table(&mut self, table: &Table) {
        // A column of no width would never hold a letter.
        let shares: Vec<f32> = table.widths.iter().map(|share| share.max(0.1)).collect();
        let total: f32 = shares.iter().sum();
        let widths: Vec<f32> = shares.iter().map(|share| share / total * WIDTH).collect();
        let head: Vec<Vec<Run>> = table
            .head
            .iter()
            .map(|text| vec![Run::bold(text)])
            .collect();
        let node = self.sheets.tree.add(Tree::ROOT, StructRole::Table);

        self.y -= 2.0;
        let mut rows = table.rows.iter().peekable();
        let first = rows.peek().map_or(0.0, |row| self.row_height(row, &widths));
        if !self.at_top() && !self.fits(self.row_height(&head, &widths) + first) {
            self.turn();
        }
        self.row(Some(node), &head, &widths, StructRole::TH);
        while let Some(row) = rows.next() {
            self.row(Some(node), row, &widths, StructRole::TD);
            if rows
                .peek()
                .is_some_and(|next| !self.fits(self.row_height(next, &widths)))
            {
                self.turn();
                // Read once, however often it is drawn: here it belongs to no part.
                self.row(None, &head, &widths, StructRole::TH);
            }
        }
        self.y -= 10.0;
    }

    fn row_height(&self, cells: &[Vec<Run>], widths: &[f32]) -> f32 {
        let cells = cells.iter().zip(widths);
        let lines = cells.map(|(runs, width)| self.lines(runs, width - 2.0 * PADDING, SIZE).len());
        count(lines.max().unwrap_or(1)) * height(SIZE) + 2.0 * PADDING
    }

    /// Each cell begins where the row begins, and the row ends where its longest cell ends, perhaps pages later.
    fn row(&mut self, table: Option<usize>, cells: &[Vec<Run>], widths: &[f32], role: StructRole) {
        let (page, top) = (self.page, self.y);
        let row = table.map(|table| self.sheets.tree.add(table, StructRole::TR));
        let mut end = (page, top);
        let mut x = SIDE;
        for (at, width) in widths.iter().enumerate() {
            let runs = cells.get(at).map_or(&[][..], Vec::as_slice);
            let lines = self.lines(runs, width - 2.0 * PADDING, SIZE);
            let node = row.map(|row| self.sheets.tree.add(row, role));
            (self.page, self.y) = (page, top - PADDING);
            self.flow(node, lines, x + PADDING, SIZE);
            if self.page > end.0 || self.page == end.0 && self.y < end.1 {
                end = (self.page, self.y);
            }
            x += width;
        }
        (self.page, self.y) = (end.0, end.1 - PADDING);
        let width = if role == StructRole::TH { 1.2 } else { 0.5 };
        let (from, to) = ((SIDE, self.y), (SIDE + WIDTH, self.y));
        self.stroke(self.page, Stroke { from, to, width });
    }
}
