//! The prose of an article as blocks, for whatever renders it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// Items.
    List {
        /// Numbered rather than bulleted.
        ordered: bool,
        /// Each item's text.
        items: Vec<Vec<Span>>,
    },
}

/// Text, strong or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Stressed.
    pub strong: bool,
}

/// Reads Markdown prose. Nested lists become one list; raw HTML becomes text.
///
/// ```
/// use norms::prose::{Block, blocks};
/// assert_eq!(blocks("Een *regel*.\n\n- a\n- b\n").len(), 2);
/// ```
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    let mut lists: Vec<(bool, Vec<Vec<Span>>)> = Vec::new();
    let mut strong = 0_usize;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::List(first)) => {
                flush(&mut spans, &mut lists, &mut found);
                lists.push((first.is_some(), Vec::new()));
            }
            Event::End(TagEnd::List(_)) => {
                flush(&mut spans, &mut lists, &mut found);
                if let Some((ordered, items)) = lists.pop() {
                    match lists.last_mut() {
                        Some((_, outer)) => outer.extend(items),
                        None => found.push(Block::List { ordered, items }),
                    }
                }
            }
            Event::Start(Tag::Strong | Tag::Emphasis) => strong += 1,
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => strong = strong.saturating_sub(1),
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock,
            ) => {
                flush(&mut spans, &mut lists, &mut found);
            }
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                spans.push(Span {
                    text: text.into_string(),
                    strong: strong > 0,
                });
            }
            Event::SoftBreak | Event::HardBreak => spans.push(Span {
                text: " ".to_owned(),
                strong: false,
            }),
            _ => {}
        }
    }
    flush(&mut spans, &mut lists, &mut found);
    found
}

fn flush(spans: &mut Vec<Span>, lists: &mut [(bool, Vec<Vec<Span>>)], found: &mut Vec<Block>) {
    if spans.is_empty() {
        return;
    }
    let spans = std::mem::take(spans);
    match lists.last_mut() {
        Some((_, items)) => items.push(spans),
        None => found.push(Block::Paragraph(spans)),
    }
}
