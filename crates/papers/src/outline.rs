//! The headings as bookmarks: each under the nearest heading before it of a higher level.

use pdf_writer::{Finish, Pdf as Objects, Ref, TextStr};

use crate::layout::Bookmark;
use crate::write::{Numbers, int};

/// Writes the bookmarks and gives the number of their root, if there are any.
pub(crate) fn write(
    objects: &mut Objects,
    numbers: &mut Numbers,
    bookmarks: &[Bookmark],
    pages: &[Ref],
) -> Option<Ref> {
    let items = nested(
        &bookmarks
            .iter()
            .map(|bookmark| bookmark.level)
            .collect::<Vec<_>>(),
    );
    let refs = numbers.take(items.len());
    let number = |item: usize| refs.get(item).copied();
    let root = number(0)?;
    let top = items.first().filter(|top| !top.kids.is_empty())?;

    let mut outline = objects.outline(root);
    // The highest level is shown open, what lies deeper closed.
    let second = |kid: &usize| items.get(*kid).map_or(0, |item| item.kids.len());
    outline.count(int(
        top.kids.len() + top.kids.iter().map(second).sum::<usize>()
    ));
    top.kids
        .first()
        .and_then(|&kid| number(kid))
        .map(|kid| outline.first(kid));
    top.kids
        .last()
        .and_then(|&kid| number(kid))
        .map(|kid| outline.last(kid));
    outline.finish();

    for (at, bookmark) in bookmarks.iter().enumerate() {
        let (Some(item), Some(own), Some(&page)) =
            (items.get(at + 1), number(at + 1), pages.get(bookmark.page))
        else {
            continue;
        };
        let mut object = objects.outline_item(own);
        object
            .title(TextStr(&bookmark.text))
            .parent(number(item.parent).unwrap_or(root));
        item.before
            .and_then(number)
            .map(|before| object.prev(before));
        item.after.and_then(number).map(|after| object.next(after));
        item.kids
            .first()
            .and_then(|&kid| number(kid))
            .map(|kid| object.first(kid));
        item.kids
            .last()
            .and_then(|&kid| number(kid))
            .map(|kid| object.last(kid));
        if !item.kids.is_empty() {
            let kids = int(item.kids.len());
            // Negative: closed until somebody opens it.
            object.count(if item.parent == 0 { kids } else { -kids });
        }
        object.dest().page(page).xyz(0.0, bookmark.top + 12.0, None);
    }
    Some(root)
}

/// One bookmark among the others; the first is the root.
#[derive(Debug, Default, PartialEq, Eq)]
struct Item {
    parent: usize,
    before: Option<usize>,
    after: Option<usize>,
    kids: Vec<usize>,
}

fn nested(levels: &[u8]) -> Vec<Item> {
    let mut items = vec![Item::default()];
    // The headings that are still open, from the highest.
    let mut open: Vec<(u8, usize)> = vec![(0, 0)];
    for &level in levels {
        while open.last().is_some_and(|(above, _)| *above >= level.max(1)) {
            open.pop();
        }
        let parent = open.last().map_or(0, |(_, item)| *item);
        let own = items.len();
        let before = items.get_mut(parent).and_then(|parent| {
            let before = parent.kids.last().copied();
            parent.kids.push(own);
            before
        });
        if let Some(before) = before.and_then(|before| items.get_mut(before)) {
            before.after = Some(own);
        }
        items.push(Item {
            parent,
            before,
            ..Item::default()
        });
        open.push((level.max(1), own));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_nest_also_when_a_level_is_skipped() {
        let items = nested(&[1, 2, 3, 2, 1, 3]);
        let parents: Vec<usize> = items.iter().map(|item| item.parent).collect();
        assert_eq!(parents, [0, 0, 1, 2, 1, 0, 5]);
        assert_eq!(items[0].kids, [1, 5]);
        assert_eq!((items[2].before, items[2].after), (None, Some(4)));
        assert_eq!((items[5].before, items[5].after), (Some(1), None));
    }
}
