//! Markdown of a protocol to HTML. A protocol is text: markup in it is shown, never obeyed.

use maud::PreEscaped;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

pub(crate) fn html(markdown: &str) -> PreEscaped<String> {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let dest_url = if is_safe(&dest_url) {
                dest_url
            } else {
                CowStr::Borrowed("#")
            };
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        // A picture would have to come from elsewhere; its description remains.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(pulldown_cmark::TagEnd::Image) => Event::End(pulldown_cmark::TagEnd::Emphasis),
        event => event,
    });
    let mut text = String::with_capacity(markdown.len() + markdown.len() / 4);
    html::push_html(&mut text, events);
    PreEscaped(text)
}

fn is_safe(address: &str) -> bool {
    let scheme = address
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        None | Some("https" | "http" | "mailto") => true,
        Some(scheme) => scheme.contains('/') || scheme.contains('#'),
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        let text = html("Hallo <script>alert(1)</script> [weg](javascript:alert(1)) ![foto](https://elders/x.png)").0;
        assert!(
            !text.contains("<script") && !text.contains("javascript:") && !text.contains("<img"),
            "{text}"
        );
        assert!(
            text.contains("&lt;script&gt;") && text.contains("<em>foto</em>"),
            "{text}"
        );
    }
}
