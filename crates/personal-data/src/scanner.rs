//! The scan as a whole: what is looked for, in which order, and what wins where two findings meet.

use crate::category::{Category, Tier};
use crate::finding::{Candidate, Finding, Report, Span, TooLong};
use crate::fold::fold;
use crate::index::Index;
use crate::roster::{Channel, Consent, Roster};
use crate::school::School;
use crate::trie::Trie;
use crate::work::{Hit, Work};
use crate::{
    address, codes, dates, lexicon, names, net, numbers, outing, resolve, schoolname, sensitive,
    unknown,
};
use rustc_hash::FxHashSet;

/// A longer text is refused: a newsletter has a tenth of it.
pub const MAX_CHARS: usize = 50_000;

/// What a text is read for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Purpose<'a> {
    /// Where it will be shown: whose consent counts.
    pub channel: Channel,
    /// Today, such as `2026-11-22`, for answers that expire. Without it none has.
    pub today: Option<&'a str>,
}

/// A school's scan, made once and used for every text. It keeps nothing of what it reads.
#[derive(Debug)]
pub struct Scanner {
    pub(crate) index: Index,
    pub(crate) school: School,
    pub(crate) own: Trie<()>,
    pub(crate) own_phones: FxHashSet<String>,
    pub(crate) names: Trie<()>,
    public: Trie<bool>,
    school_words: FxHashSet<String>,
}

impl Scanner {
    /// Makes the scan ready for a school.
    pub fn new(roster: &Roster, school: School) -> Self {
        let (mut own, mut names, mut public) = (Trie::new(), Trie::new(), Trie::new());
        for address in &school.addresses {
            address.split(',').for_each(|part| own.add(part, ()));
        }
        for name in school.aliases.iter().chain([&school.name]) {
            names.add(name, ());
        }
        for phrase in lexicon::public_phrases() {
            // One given name alone is too many people to be public: *Olaf* may be a pupil, *Johan Cruijff* is not.
            let famous = lexicon::is_given_name(&phrase);
            public.add(&phrase, famous);
        }
        for phrase in &school.public_phrases {
            public.add(phrase, false);
        }
        let digits = |phone: &String| {
            phone
                .chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        let national = |digits: String| match digits
            .strip_prefix("0031")
            .or_else(|| digits.strip_prefix("31"))
        {
            Some(rest) => format!("0{rest}"),
            None => digits,
        };
        let said = school.aliases.iter().chain([&school.name, &school.place]);
        let school_words = said
            .flat_map(|name| name.split_whitespace().map(fold).collect::<Vec<_>>())
            .filter(|word| word.len() > 3)
            .collect();
        Self {
            index: Index::new(roster),
            own,
            own_phones: school.phones.iter().map(digits).map(national).collect(),
            names,
            public,
            school_words,
            school,
        }
    }

    pub(crate) fn is_school_word(&self, word: &str) -> bool {
        self.school_words.contains(word)
    }

    /// Reads a text and says what personal data may be in it. No finding is no guarantee.
    ///
    /// # Errors
    /// A text of more than [`MAX_CHARS`] characters is refused unread.
    pub fn scan(&self, text: &str, purpose: Purpose<'_>) -> Result<Report, TooLong> {
        if text.len() > MAX_CHARS && text.chars().nth(MAX_CHARS).is_some() {
            return Err(TooLong { most: MAX_CHARS });
        }
        let mut post = Work::new(text, self);
        net::find(&mut post);
        net::own(&mut post);
        let places = schoolname::mark(&mut post);
        self.mark_public(&mut post);
        numbers::find(&mut post);
        address::find(&mut post);
        codes::find(&mut post);
        names::find(&mut post);
        unknown::find(&mut post);
        resolve::people(&mut post);
        dates::find(&mut post);
        sensitive::find(&mut post);
        outing::find(&mut post);
        schoolname::find(&mut post, &places);
        let hits = settle(std::mem::take(&mut post.hits), post.doc.tokens.len());
        let findings = self.findings(text, hits, purpose);
        Ok(Report {
            findings,
            steps: post.steps,
        })
    }

    fn mark_public(&self, post: &mut Work<'_>) {
        let mut i = 0;
        while i < post.doc.tokens.len() {
            post.steps += 1;
            // A public name of one word is only one with a capital.
            let found = self.public.longest(&post.doc, i).filter(|found| {
                found.words > 1
                    && (i..found.end)
                        .any(|at| post.doc.at(at).is_capital() || post.doc.sentence_of(at).flat)
                    || post.doc.at(i).is_capital()
            });
            if let Some(found) = found {
                let famous = self.public.payloads(found.node).contains(&true);
                let marks = if famous {
                    &mut post.famous
                } else {
                    &mut post.public
                };
                for slot in marks.iter_mut().take(found.end).skip(i) {
                    *slot = true;
                }
                i = found.end;
            } else {
                i += 1;
            }
        }
    }

    fn findings(&self, text: &str, hits: Vec<Hit>, purpose: Purpose<'_>) -> Vec<Finding> {
        let places = Places::new(text, &hits);
        hits.into_iter()
            .filter_map(|hit| {
                let tier = Tier::of(hit.score.value)?;
                let people: Vec<_> = hit
                    .people
                    .iter()
                    .filter_map(|one| self.index.people.get(*one))
                    .collect();
                let folded = fold(text.get(hit.bytes.0..hit.bytes.1).unwrap_or_default());
                let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
                if self
                    .school
                    .allowed
                    .iter()
                    .any(|answer| answer.covers(&folded, hit.category, &ids, purpose.today))
                {
                    return None;
                }
                let candidates: Vec<Candidate> = people
                    .iter()
                    .map(|person| Candidate {
                        person_id: person.id.clone(),
                        name: person.name(),
                        group: person.group.clone(),
                        consent: person.consent(purpose.channel),
                    })
                    .collect();
                let consent = candidates.iter().map(|one| one.consent).min();
                let named = hit.category == Category::PersonRoster
                    && consent.is_some_and(|consent| consent != Consent::Yes);
                let holds = hit.category == Category::Bsn && tier >= Tier::Probable
                    || tier == Tier::Certain && (named || hit.category.is_sensitive());
                let suggestion = if hit.full
                    && hit.category == Category::PersonRoster
                    && consent == Some(Consent::Yes)
                {
                    "suggest-no-surname"
                } else {
                    hit.category.suggestion()
                };
                Some(Finding {
                    span: places.span(hit.bytes),
                    category: hit.category,
                    tier,
                    confidence: (hit.score.value.clamp(0.0, 1.0) * 100.0).round() / 100.0,
                    reasons: hit.score.reasons,
                    candidates,
                    consent,
                    suggestion,
                    holds,
                })
            })
            .collect()
    }
}

/// Which finding wins where two meet: the more exact kind first, then the surer, then the longer.
fn rank(hit: &Hit) -> u8 {
    match hit.category {
        Category::Iban
        | Category::Bsn
        | Category::Email
        | Category::Url
        | Category::Handle
        | Category::PupilNo => 0,
        Category::Phone | Category::Plate | Category::Address => 1,
        Category::Postcode | Category::Birthdate => 2,
        Category::PersonRoster if hit.full => 3,
        Category::PersonRoster | Category::PersonOther => 4,
        Category::Age => 5,
        _ => 6,
    }
}

/// Leaves at most one finding on each token. Outings span others, and stand beside them.
fn settle(mut hits: Vec<Hit>, tokens: usize) -> Vec<Hit> {
    hits.retain(|hit| hit.score.value >= Tier::POSSIBLE && hit.bytes.0 < hit.bytes.1);
    hits.sort_by(|a, b| {
        // A hint never pushes a finding aside.
        let weak = |hit: &Hit| hit.score.value < Tier::PROBABLE;
        weak(a)
            .cmp(&weak(b))
            .then(rank(a).cmp(&rank(b)))
            .then(b.score.value.total_cmp(&a.score.value))
            .then(a.from.cmp(&b.from))
    });
    let mut taken = vec![false; tokens];
    let mut left: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        if hit.category != Category::Outing {
            if (hit.from..hit.to).any(|at| taken.get(at).copied().unwrap_or(true)) {
                continue;
            }
            for slot in taken.iter_mut().take(hit.to).skip(hit.from) {
                *slot = true;
            }
        }
        left.push(hit);
    }
    left.sort_by_key(|hit| (hit.bytes.0, hit.bytes.1, hit.category));
    left
}

/// Bytes into characters and UTF-16 units, in one pass over the text.
struct Places {
    /// For each byte that a finding starts or ends at: characters and units before it.
    known: rustc_hash::FxHashMap<usize, (usize, usize)>,
}

impl Places {
    fn new(text: &str, hits: &[Hit]) -> Self {
        let mut wanted: Vec<usize> = hits
            .iter()
            .flat_map(|hit| [hit.bytes.0, hit.bytes.1])
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut known = rustc_hash::FxHashMap::default();
        let (mut from, mut chars, mut units) = (0, 0, 0);
        for byte in wanted {
            let part = text.get(from..byte).unwrap_or_default();
            chars += part.chars().count();
            units += part.chars().map(char::len_utf16).sum::<usize>();
            known.insert(byte, (chars, units));
            from = byte;
        }
        Self { known }
    }

    fn span(&self, bytes: (usize, usize)) -> Span {
        let place = |byte: usize| self.known.get(&byte).copied().unwrap_or_default();
        let (start, end) = (place(bytes.0), place(bytes.1));
        Span {
            bytes,
            chars: (start.0, end.0),
            utf16: (start.1, end.1),
        }
    }
}
