//! From pages to the objects of a PDF.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::types::{
    CidFontType, FontFlags, StructRole, SystemInfo, TableHeaderScope, UnicodeCmap,
};
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Content, Filter, Finish, Name, Pdf as Objects, Rect, Ref, Str, TextStr};

use crate::archive::{self, Announced};
use crate::block::Pdf;
use crate::font::{Font, Fonts, Used, Weight};
use crate::layout::{PAGE, Page, Placed, SIDE, Sheets};
use crate::lines::Piece;
use crate::tags::Kid;
use crate::{PaperError, outline};

const IDENTITY: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};
const WEIGHTS: [(Weight, Name<'static>); 2] =
    [(Weight::Regular, Name(b"F0")), (Weight::Bold, Name(b"F1"))];

/// Numbers for objects, in order.
pub(crate) struct Numbers(i32);

impl Numbers {
    pub(crate) fn next(&mut self) -> Ref {
        self.0 = self.0.saturating_add(1);
        Ref::new(self.0)
    }

    pub(crate) fn take(&mut self, count: usize) -> Vec<Ref> {
        (0..count).map(|_| self.next()).collect()
    }
}

/// A document that is written but for the bytes of the files that it announces.
pub(crate) struct Written {
    /// All of it, with its table of objects at the end.
    pub(crate) bytes: Vec<u8>,
    /// Where a reader begins.
    pub(crate) catalog: Ref,
    /// What is said of the document.
    pub(crate) info: Ref,
    /// What tells it from others.
    pub(crate) id: [u8; 16],
    /// For each file the number under which its bytes are expected.
    pub(crate) files: Vec<Ref>,
    /// The numbers that are free.
    pub(crate) numbers: Numbers,
}

/// Writes the whole document, announcing these files in it.
pub(crate) fn write(
    pdf: &Pdf,
    sheets: &Sheets,
    fonts: &Fonts,
    files: &[Announced<'_>],
) -> Result<Written, PaperError> {
    // Numbers in a PDF are 32 bits; nothing that a person reads comes near.
    if sheets.tree.nodes.len() + sheets.pages.len() > 1_000_000 {
        return Err(PaperError::TooLarge);
    }
    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let (structure, parents) = (numbers.next(), numbers.next());
    let pages = numbers.take(sheets.pages.len());
    let contents = numbers.take(sheets.pages.len());
    let nodes = numbers.take(sheets.tree.nodes.len());

    let mut objects = Objects::new();
    let mut id = archive::Id::of(&pdf.title);
    let mut used: BTreeMap<Weight, Used> = BTreeMap::new();
    for (at, sheet) in sheets.pages.iter().enumerate() {
        let drawn = draw(pdf, sheets, sheet, at, fonts, &mut used);
        id.add(&drawn);
        if let Some(&number) = contents.get(at) {
            objects
                .stream(number, &squeezed(&drawn))
                .filter(Filter::FlateDecode);
        }
    }
    let mut resources = Vec::new();
    for (weight, name) in WEIGHTS {
        let Some(used) = used.get(&weight) else {
            continue;
        };
        let number = numbers.next();
        embed(&mut objects, &mut numbers, number, fonts.of(weight), used)?;
        resources.push((name, number));
    }

    objects
        .pages(tree)
        .kids(pages.iter().copied())
        .count(int(pages.len()));
    for (at, (&page, &content)) in pages.iter().zip(&contents).enumerate() {
        let mut object = objects.page(page);
        object
            .parent(tree)
            .media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1))
            .contents(content)
            .struct_parents(int(at));
        object.tab_order(pdf_writer::types::TabOrder::StructureOrder);
        let mut fonts = object.resources();
        let mut fonts = fonts.fonts();
        for (name, number) in &resources {
            fonts.pair(*name, *number);
        }
    }
    parts(&mut objects, sheets, &pages, &nodes, structure);
    parent_tree(&mut objects, &mut numbers, sheets, &nodes, parents);
    let outline = outline::write(&mut objects, &mut numbers, &sheets.bookmarks, &pages);

    let mut root = objects.indirect(structure).start::<StructTreeRoot>();
    if let Some(&document) = nodes.first() {
        root.child(document);
    }
    root.pair(Name(b"ParentTree"), parents);
    root.parent_tree_next_key(int(pages.len()));
    root.finish();

    objects
        .document_info(info)
        .title(TextStr(&pdf.title))
        .producer(TextStr(archive::PRODUCER));
    let (metadata, profile) = archive::write(&mut objects, &mut numbers, pdf, !files.is_empty());
    // The last to take numbers, so that the table of objects does not count what is not there yet.
    let announced = archive::announce(&mut objects, &mut numbers, files);
    let mut root = objects.catalog(catalog);
    archive::declare(&mut root, metadata, profile, &announced.specs);
    root.pages(tree)
        .lang(TextStr(&pdf.language))
        .pair(Name(b"StructTreeRoot"), structure);
    root.mark_info().marked(true);
    root.viewer_preferences().display_doc_title(true);
    if let Some(outline) = outline {
        root.outlines(outline);
    }
    root.finish();
    let id = id.sum();
    objects.set_file_id((id.to_vec(), id.to_vec()));
    Ok(Written {
        bytes: objects.finish(),
        catalog,
        info,
        id,
        files: announced.files,
        numbers,
    })
}

/// One page: its parts, then its lines, then its foot.
fn draw(
    pdf: &Pdf,
    sheets: &Sheets,
    sheet: &Page,
    at: usize,
    fonts: &Fonts,
    used: &mut BTreeMap<Weight, Used>,
) -> Vec<u8> {
    let mut content = Content::new();
    for (number, mark) in sheet.marks.iter().enumerate() {
        match mark.node.and_then(|node| sheets.tree.nodes.get(node)) {
            Some(node) => {
                content
                    .begin_marked_content_with_properties(node.role.to_name())
                    .properties()
                    .identify(int(number));
            }
            None => {
                content.begin_marked_content(Name(b"Artifact"));
            }
        }
        for line in &mark.lines {
            show(&mut content, line, fonts, used);
        }
        content.end_marked_content();
    }
    content.begin_marked_content(Name(b"Artifact"));
    content.set_stroke_gray(0.45);
    for stroke in &sheet.strokes {
        content.set_line_width(stroke.width);
        content
            .move_to(stroke.from.0, stroke.from.1)
            .line_to(stroke.to.0, stroke.to.1)
            .stroke();
    }
    let number = format!("{}/{}", at + 1, sheets.pages.len());
    let wide = fonts.width(Weight::Regular, &number, 9.0);
    for (x, text) in [
        (SIDE, fonts.of(Weight::Regular).writable(&pdf.footer)),
        (PAGE.0 - SIDE - wide, number),
    ] {
        let line = Placed {
            x,
            y: 44.0,
            size: 9.0,
            pieces: vec![Piece {
                weight: Weight::Regular,
                text,
            }],
        };
        show(&mut content, &line, fonts, used);
    }
    content.end_marked_content();
    content.finish().into_vec()
}

fn show(content: &mut Content, line: &Placed, fonts: &Fonts, used: &mut BTreeMap<Weight, Used>) {
    if line.pieces.is_empty() {
        return;
    }
    content.begin_text().next_line(line.x, line.y);
    for piece in &line.pieces {
        let name = if piece.weight == Weight::Regular {
            Name(b"F0")
        } else {
            Name(b"F1")
        };
        let bytes = used
            .entry(piece.weight)
            .or_default()
            .encode(fonts.of(piece.weight), &piece.text);
        content.set_font(name, line.size).show(Str(&bytes));
    }
    content.end_text();
}

/// A weight of the font, with only the letters that were used and what each of them means.
fn embed(
    objects: &mut Objects,
    numbers: &mut Numbers,
    number: Ref,
    font: &Font,
    used: &Used,
) -> Result<(), PaperError> {
    let (child, descriptor, file, meaning) = (
        numbers.next(),
        numbers.next(),
        numbers.next(),
        numbers.next(),
    );
    let name = format!("{}+{}", used.tag(), font.name);
    let name = Name(name.as_bytes());
    objects
        .type0_font(number)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(child)
        .to_unicode(meaning);
    let mut cid = objects.cid_font(child);
    cid.subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(IDENTITY)
        .font_descriptor(descriptor);
    cid.default_width(0.0)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    let mut widths = cid.widths();
    for (letter, glyph, _) in used.letters() {
        widths.consecutive(letter, [font.advance(glyph)]);
    }
    widths.finish();
    cid.finish();

    let face = &font.face;
    let units = |value: i16| font.per_mille(f32::from(value));
    let [left, bottom, right, top] = face.bounds.map(units);
    objects
        .font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(units(face.ascender))
        .descent(units(face.descender))
        .cap_height(units(face.capital_height))
        .stem_v(font.stem)
        .font_file2(file);
    let subset = used.subset(font)?;
    let mut stream_bytes = squeezed(&subset);
    let mut stream = objects.stream(file, &stream_bytes);
    stream
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), int(subset.len()));
    stream.finish();

    let mut map = UnicodeCmap::<u16>::new(Name(b"Pleinwacht"), IDENTITY);
    for (letter, _, meant) in used.letters() {
        map.pair(letter, meant);
    }
    stream_bytes = squeezed(&map.finish());
    objects
        .stream(meaning, &stream_bytes)
        .filter(Filter::FlateDecode);
    Ok(())
}

/// The tree of parts.
fn parts(objects: &mut Objects, sheets: &Sheets, pages: &[Ref], nodes: &[Ref], root: Ref) {
    for (node, &number) in sheets.tree.nodes.iter().zip(nodes) {
        let mut element = objects.struct_element(number);
        element.kind(node.role);
        element.parent(
            node.parent
                .and_then(|parent| nodes.get(parent))
                .copied()
                .unwrap_or(root),
        );
        if node.role == StructRole::TH {
            element
                .attributes()
                .push()
                .table()
                .scope(TableHeaderScope::Column);
        }
        let mut kids = element.children();
        for kid in &node.kids {
            match *kid {
                Kid::Node(child) => {
                    nodes.get(child).map(|&child| kids.struct_element(child));
                }
                Kid::Content { page, mark } => {
                    if let Some(&page) = pages.get(page) {
                        kids.marked_content_ref()
                            .page(page)
                            .marked_content_id(int(mark));
                    }
                }
            }
        }
    }
}

/// From each mark on each page back to the part it belongs to.
fn parent_tree(
    objects: &mut Objects,
    numbers: &mut Numbers,
    sheets: &Sheets,
    nodes: &[Ref],
    number: Ref,
) {
    let arrays = numbers.take(sheets.pages.len());
    for (sheet, &array) in sheets.pages.iter().zip(&arrays) {
        let mut list = objects.indirect(array).array();
        for mark in &sheet.marks {
            match mark.node.and_then(|node| nodes.get(node)) {
                Some(&node) => list.item(node),
                None => list.item(pdf_writer::Null),
            };
        }
    }
    let mut tree = objects.indirect(number).dict();
    let mut pairs = tree.insert(Name(b"Nums")).array();
    for (at, array) in arrays.iter().enumerate() {
        pairs.item(int(at)).item(*array);
    }
}

/// Deflated, as the objects of a PDF may be.
fn squeezed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail; and nothing written would show as an empty page, not as a wrong one.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

pub(crate) fn int(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
