//! The document as Akoma Ntoso 3.0, the OASIS standard for legal texts (`LegalDocML`, 2018).
//!
//! For exchange only: nobody edits in it. Numbers of articles become stable identifiers (`eId`), also over versions.

use crate::document::{Article, Document};
use crate::prose::{Block, Span, blocks};
use std::fmt::Write;

/// Day that stands for "not known": the standard demands a date.
const UNKNOWN_DAY: &str = "0001-01-01";

/// Renders a document.
///
/// ```
/// let flex = norms::shipped::protocol("flex").unwrap();
/// let xml = norms::akn::render(&flex.document);
/// assert!(xml.contains(r#"eId="art_4.a""#));
/// ```
pub fn render(document: &Document) -> String {
    let mut xml = String::with_capacity(document.source.len());
    xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n");
    xml.push_str("  <act name=\"protocol\" contains=\"singleVersion\">\n");
    meta(&mut xml, document);
    xml.push_str("    <body>\n");
    for article in &document.articles {
        write_article(&mut xml, article);
    }
    xml.push_str("    </body>\n  </act>\n</akomaNtoso>\n");
    xml
}

fn meta(xml: &mut String, document: &Document) {
    let front = &document.front;
    let day = front
        .vastgesteld
        .map_or_else(|| UNKNOWN_DAY.to_owned(), |day| day.to_string());
    let name = escape(front.protocol.as_ref());
    let year = day.get(..4).unwrap_or("0001");
    let work = format!("/akn/nl/act/protocol/{name}/{year}/sociale-media");
    let expression = format!("{work}/nld@{day}");
    let version = escape(&front.versie);
    let levels = [
        (
            "FRBRWork",
            work.clone(),
            work.clone(),
            "vaststelling",
            "#school",
            "          <FRBRcountry value=\"nl\"/>\n".to_owned(),
        ),
        (
            "FRBRExpression",
            expression.clone(),
            expression.clone(),
            "vaststelling",
            "#school",
            format!(
                "          <FRBRversionNumber value=\"{version}\"/>\n          <FRBRlanguage language=\"nld\"/>\n"
            ),
        ),
        (
            "FRBRManifestation",
            expression.clone(),
            format!("{expression}.akn"),
            "export",
            "#pleinwacht",
            String::new(),
        ),
    ];
    xml.push_str("    <meta>\n      <identification source=\"#school\">\n");
    for (level, this, uri, date_name, author, rest) in levels {
        let tail = if level == "FRBRManifestation" {
            ".xml"
        } else {
            ""
        };
        // Writing to a string cannot fail.
        let _ = write!(
            xml,
            "        <{level}>\n          <FRBRthis value=\"{this}/!main{tail}\"/>\n          <FRBRuri value=\"{uri}\"/>\n          \
             <FRBRdate date=\"{day}\" name=\"{date_name}\"/>\n          <FRBRauthor href=\"{author}\"/>\n{rest}        </{level}>\n"
        );
    }
    let school = escape(&front.school);
    let _ = write!(
        xml,
        "      </identification>\n      <lifecycle source=\"#school\">\n        <eventRef eId=\"e1\" date=\"{day}\" type=\"generation\" \
         source=\"#besluit\"/>\n      </lifecycle>\n      <references source=\"#school\">\n        <TLCOrganization eId=\"school\" \
         href=\"/ontology/org/{name}\" showAs=\"{school}\"/>\n        <TLCOrganization eId=\"pleinwacht\" \
         href=\"/ontology/software/pleinwacht\" showAs=\"Pleinwacht\"/>\n        <TLCEvent eId=\"besluit\" \
         href=\"/ontology/event/vaststellingsbesluit\" showAs=\"Vaststellingsbesluit\"/>\n      </references>\n    </meta>\n"
    );
}

fn write_article(xml: &mut String, article: &Article) {
    let id = format!("art_{}", identifier(&article.number));
    let _ = write!(
        xml,
        "      <article eId=\"{id}\">\n        <num>{}</num>\n        <heading>{}</heading>\n",
        escape(&article.number),
        escape(&article.title)
    );
    let mut written = 0;
    for block in blocks(&article.prose) {
        written += 1;
        let paragraph = format!("{id}__para_{written}");
        let _ = writeln!(xml, "        <paragraph eId=\"{paragraph}\">");
        match block {
            Block::Paragraph(spans) => {
                let _ = writeln!(
                    xml,
                    "          <content eId=\"{paragraph}__content\"><p>{}</p></content>",
                    inline(&spans)
                );
            }
            Block::List { items, .. } => write_list(xml, &paragraph, &items),
        }
        xml.push_str("        </paragraph>\n");
    }
    if written == 0 {
        let _ = writeln!(
            xml,
            "        <paragraph eId=\"{id}__para_1\">\n          <content eId=\"{id}__para_1__content\"><p/></content>\n        </paragraph>"
        );
    }
    xml.push_str("      </article>\n");
}

fn write_list(xml: &mut String, paragraph: &str, items: &[Vec<Span>]) {
    let list = format!("{paragraph}__list_1");
    let _ = writeln!(xml, "          <list eId=\"{list}\">");
    for (i, item) in items.iter().enumerate() {
        let point = format!("{list}__point_{}", i + 1);
        let _ = writeln!(
            xml,
            "            <point eId=\"{point}\"><num>{}</num><content eId=\"{point}__content\"><p>{}</p></content></point>",
            i + 1,
            inline(item)
        );
    }
    xml.push_str("          </list>\n");
}

fn inline(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        if span.strong {
            let _ = write!(text, "<b>{}</b>", escape(&span.text));
        } else {
            text.push_str(&escape(&span.text));
        }
    }
    text
}

/// Letters, digits, dots and hyphens only.
fn identifier(number: &str) -> String {
    number
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, '.' | '-') {
                c
            } else {
                '_'
            }
        })
        .collect()
}

/// Text for XML; what XML cannot hold is left out.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}
