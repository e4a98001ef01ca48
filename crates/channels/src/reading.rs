//! Whether what was sent is what can be read. Pure.
//!
//! Every system writes a text in its own way: curly quotes, paragraphs, links cut short. So letters and digits are compared, and
//! nothing else.

/// Letters and digits of a text, small.
pub(crate) fn bare(text: &str) -> String {
    text.chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Every line of `text` stands in a page of HTML.
pub(crate) fn has_text(page: &str, text: &str) -> bool {
    let shown = bare(&without_tags(page));
    text.lines().map(bare).all(|line| shown.contains(&line))
}

/// How many of these descriptions stand in a page of HTML.
pub(crate) fn descriptions<'a>(page: &str, wanted: impl Iterator<Item = &'a str>) -> usize {
    let page = bare(&plain(page));
    wanted
        .filter(|alt| {
            let alt = bare(alt);
            !alt.is_empty() && page.contains(&alt)
        })
        .count()
}

/// What is left of HTML when its tags are gone.
pub(crate) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for sign in html.chars() {
        match sign {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if inside => {}
            _ => text.push(sign),
        }
    }
    plain(&text)
}

/// With the signs that HTML writes in another way (`&amp;`, `&#8217;`).
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let named = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        if let Some((sign, tail)) = named.and_then(|(name, tail)| Some((sign(name)?, tail))) {
            text.push(sign);
            rest = tail;
        } else {
            text.push('&');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_found_however_it_is_dressed() {
        let page = "<p>Groep 5 zei: &#8220;Wij w&auml;ren er&#8221; &amp; <b>dans</b>ten &lt;3</p><p>Tot 2027!</p><img alt=\"Twee kinderen, een bal\">";
        assert!(has_text(page, "groep 5 zei: \"Wij"));
        assert!(has_text(page, "er\" & dansten <3\n\nTot 2027!"));
        assert!(!has_text(page, "Tot 2028"));
        assert_eq!(
            descriptions(
                page,
                ["Twee kinderen, een bal", "Een bal", "Drie", ""].into_iter()
            ),
            2
        );
        assert!(
            !has_text(page, "Twee kinderen"),
            "a description is not text"
        );
    }

    proptest! {
        #[test]
        fn whatever_a_page_is_it_is_read(page in "\\PC{0,80}", text in "\\PC{0,20}") {
            let _ = has_text(&page, &text);
            let _ = descriptions(&page, std::iter::once(text.as_str()));
        }

        #[test]
        fn a_text_is_in_its_own_paragraph(text in "[a-zA-Z0-9é&;<>\"' ]{0,40}") {
            let page = maud::html! { p { (text) } img alt=(text); }.into_string();
            prop_assert!(has_text(&page, &text));
        }
    }
}
