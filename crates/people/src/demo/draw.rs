//! Drawing names by chance.

use std::sync::LazyLock;

use shell::Chance;
use words::PersonName;

/// Names of one origin.
#[derive(Debug)]
pub(super) struct Origin {
    share: usize,
    girls: Vec<&'static str>,
    boys: Vec<&'static str>,
    /// Infix and family name.
    families: Vec<(String, String)>,
}

static ORIGINS: LazyLock<Vec<Origin>> = LazyLock::new(|| {
    include_str!("names.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(origin)
        .collect()
});

fn origin(line: &'static str) -> Option<Origin> {
    let mut parts = line.split(';').map(str::trim);
    let share = parts.next()?.parse().ok()?;
    let mut list = || {
        parts
            .next()
            .map(|names| names.split(' ').collect::<Vec<_>>())
    };
    let (girls, boys, families) = (list()?, list()?, list()?);
    let families = families.into_iter().map(|name| {
        let (infix, family) = name.split_once('+').unwrap_or(("", name));
        (infix.replace('_', " "), family.replace('_', " "))
    });
    Some(Origin {
        share,
        girls,
        boys,
        families: families.collect(),
    })
}

/// Draws by chance.
pub(super) struct Urn<'a>(pub(super) &'a dyn Chance);

impl Urn<'_> {
    /// A number below this one; 0 below 0.
    pub(super) fn below(&self, end: usize) -> usize {
        let bytes = shell::chance::bytes::<8>(self.0);
        let drawn = u64::from_le_bytes(bytes) % (end as u64).max(1);
        usize::try_from(drawn).unwrap_or_default()
    }

    /// In this many of a hundred.
    pub(super) fn percent(&self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    /// One of these.
    pub(super) fn one<'b, T>(&self, list: &'b [T]) -> Option<&'b T> {
        list.get(self.below(list.len()))
    }

    /// An origin, each as often as its share.
    pub(super) fn origin(&self) -> Option<&'static Origin> {
        let all: usize = ORIGINS.iter().map(|origin| origin.share).sum();
        let mut left = self.below(all);
        ORIGINS.iter().find(|origin| {
            let here = left < origin.share;
            left = left.saturating_sub(origin.share);
            here
        })
    }

    /// A family name with its infix.
    pub(super) fn family(&self, origin: Option<&Origin>) -> (String, String) {
        origin
            .and_then(|origin| self.one(&origin.families))
            .cloned()
            .unwrap_or_default()
    }

    /// A call name: of a girl or woman, or of a boy or man.
    pub(super) fn call(&self, origin: Option<&Origin>, girl: bool) -> &'static str {
        origin
            .and_then(|origin| self.one(if girl { &origin.girls } else { &origin.boys }))
            .copied()
            .unwrap_or_default()
    }
}

/// A whole name with its initial.
pub(super) fn named(call: &str, (infix, family): &(String, String)) -> PersonName {
    let initial = call.chars().next().map(|letter| format!("{letter}."));
    PersonName {
        call: call.to_owned(),
        initials: initial.unwrap_or_default(),
        infix: infix.clone(),
        family: family.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_names_can_be_read() {
        let lines = include_str!("names.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .count();
        assert_eq!(ORIGINS.len(), lines);
        for origin in ORIGINS.iter() {
            assert!(
                origin.girls.len() > 2 && origin.boys.len() > 2 && origin.families.len() > 2,
                "{origin:?}"
            );
            assert!(
                origin
                    .families
                    .iter()
                    .all(|(_, family)| !family.contains(['_', '+']) && !family.is_empty())
            );
        }
        let shares: usize = ORIGINS.iter().map(|origin| origin.share).sum();
        assert!(shares > 90, "{shares}");
    }
}
