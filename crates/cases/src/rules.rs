//! Decisions: who sees a case, what its protocol asks, and when it can be closed. Pure.

pub mod access;
pub mod closing;
pub mod code;
pub mod dossier;
pub mod feed;
pub mod figures;
pub mod letter;
pub mod measure;
pub mod precedent;
pub mod redact;
pub mod script;

/// The last minute of a day, by the clock on the wall: until then something that is to be done on it is in time.
pub fn end_of(day: jiff::civil::Date) -> Option<jiff::Timestamp> {
    shell::clock::from_the_wall(day.at(23, 59, 0, 0)).ok()
}

/// How many of these, which came at these moments in order, stand on a page of at most so many: the next page begins after the last of
/// them, so what came at one moment is not parted.
pub fn page_ends(came: &[jiff::Timestamp], most: usize) -> usize {
    let Some(beyond) = came.get(most) else {
        return came.len();
    };
    match came.partition_point(|one| one < beyond) {
        // More at one moment than fit on a page.
        0 => most,
        before => before,
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Page after page everything is seen, once, as long as no more come at one moment than fit.
        #[test]
        fn page_after_page_shows_all(mut came in prop::collection::vec(0_i64..40, 0..120), most in 1_usize..20) {
            came.sort_unstable();
            let mut moments: Vec<Timestamp> =
                came.iter().map(|one| Timestamp::from_second(*one).unwrap()).collect();
            let busiest = moments.iter().map(|at| moments.iter().filter(|one| *one == at).count()).max();
            prop_assume!(busiest.unwrap_or(0) <= most);
            let all = moments.clone();
            let mut seen = Vec::new();
            while !moments.is_empty() {
                let fit = page_ends(&moments, most);
                prop_assert!((1..=most).contains(&fit));
                let last = moments[fit - 1];
                seen.extend(moments.drain(..fit));
                moments.retain(|one| *one > last);
            }
            prop_assert_eq!(seen, all);
        }
    }
}
