//! The scan as a whole: what is looked for, in which order, and what wins where two findings meet.

use crate::category::{Category, Tier};
use crate::doc::{Doc, Folded, Kind, Marks};
use crate::finding::{Candidate, Finding, Report, Span, TooLong};
use crate::fold::fold;
use crate::index::Index;
use crate::roster::{Channel, Person, Roster};
use crate::school::{Answers, School, holds_on};
use crate::sense::Lexicon;
use crate::trie::Trie;
use crate::work::{Hit, Score, Work};
use crate::{
    address, codes, dates, lexicon, names, net, numbers, outing, resolve, schoolname, sensitive,
    unknown,
};
use rustc_hash::{FxHashMap, FxHashSet};

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

impl Purpose<'_> {
    /// Children come to school at four, and their younger siblings are spoken of.
    fn newest(self) -> u32 {
        let year = self.today.and_then(|today| today.get(..4));
        year.and_then(|year| year.parse().ok())
            .unwrap_or(2_026_u32)
            .saturating_sub(3)
    }
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
    pub(crate) sensitive: Lexicon,
    answers: Answers,
    /// Places in the school's list of what is left out.
    left_out: Trie<usize>,
    school_words: FxHashSet<String>,
    /// The school's names as they stand behind a hash sign.
    pub(crate) tags: FxHashSet<String>,
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
        let mut left_out = Trie::new();
        for (at, one) in school.left_out.iter().enumerate() {
            left_out.add(&one.words, at);
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
        let called = school.aliases.iter().chain([&school.name]);
        let tags = called.flat_map(|name| schoolname::tags(name)).collect();
        Self {
            index: Index::new(roster),
            tags,
            own,
            own_phones: school.phones.iter().map(digits).map(national).collect(),
            names,
            public,
            school_words,
            sensitive: Lexicon::of_school(&school.sensitive_words),
            answers: Answers::new(&school.allowed),
            left_out,
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
        let mut folded = Folded::default();
        let mut post = Work::new(Doc::read(text, &mut folded), self, purpose.newest());
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
        self.mark_left_out(&mut post, purpose);
        let hits = settle(std::mem::take(&mut post.hits), &mut post.doc);
        Ok(self.report(text, hits, purpose, post.steps))
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
                // One word that is somebody's name here may be that pupil.
                let ours =
                    found.words == 1 && self.index.given.single_of(post.doc.at(i).hash).is_some();
                let famous = ours || self.public.payloads(found.node).contains(&true);
                let mark = if famous { Marks::FAMOUS } else { Marks::PUBLIC };
                post.doc.mark(i, found.end, mark);
                i = found.end;
            } else {
                i += 1;
            }
        }
    }

    fn report(&self, text: &str, hits: Vec<Hit>, purpose: Purpose<'_>, steps: u64) -> Report {
        let places = Places::new(text, &hits);
        let mut report = Report {
            steps,
            ..Report::default()
        };
        for hit in hits {
            let Some(tier) = Tier::of(hit.score.value) else {
                continue;
            };
            let people = hit.people.iter();
            let people = people.filter_map(|one| self.index.people.get(*one));
            let words = text.get(hit.bytes.0..hit.bytes.1).unwrap_or_default();
            let candidate = |person: &Person| Candidate {
                person_id: person.id.clone(),
                name: person.name(),
                group: person.group.clone(),
                consent: person.consent(purpose.channel),
            };
            let mut finding = Finding {
                span: places.span(hit.bytes),
                category: hit.category,
                tier,
                confidence: (hit.score.value.clamp(0.0, 1.0) * 100.0).round() / 100.0,
                reasons: hit.score.reasons,
                candidates: people.map(candidate).collect(),
                consent: None,
                suggestion: "",
                holds: false,
                full: hit.full,
            };
            finding.weigh();
            let people = &finding.candidates;
            if self.answers.cover(words, hit.category, people, purpose) {
                report.answered.push(finding);
            } else {
                report.findings.push(finding);
            }
        }
        report
    }

    /// What editors always want left out, wherever it stands and whatever the rules make of it.
    fn mark_left_out(&self, post: &mut Work<'_>, purpose: Purpose<'_>) {
        if self.school.left_out.is_empty() {
            return;
        }
        let hits = post.hits.iter().enumerate();
        let known: FxHashMap<_, _> = hits
            .map(|(place, hit)| ((hit.from, hit.to, hit.category), place))
            .collect();
        let mut at = 0;
        while at < post.doc.tokens.len() {
            post.steps += 1;
            let Some((end, category)) = self.left_out_at(post, at, purpose) else {
                at += 1;
                continue;
            };
            let same = known.get(&(at, end, category)).copied();
            if let Some(hit) = same.and_then(|place| post.hits.get_mut(place)) {
                hit.score.add("left-out-before", Tier::CERTAIN);
            } else {
                let score = Score::new("left-out-before", Tier::CERTAIN);
                post.hit(at, end, category, score);
            }
            at = end;
        }
    }

    fn left_out_at(
        &self,
        post: &Work<'_>,
        at: usize,
        purpose: Purpose<'_>,
    ) -> Option<(usize, Category)> {
        let found = self.left_out.longest(&post.doc, at)?;
        // A name is one with a capital: who leaves out *Storm* may still write about the weather.
        let capital = (at..found.end).any(|at| post.doc.at(at).is_capital());
        let entries = self.left_out.payloads(found.node).iter();
        let mut entries = entries.filter_map(|one| self.school.left_out.get(*one));
        let entry = entries.find(|one| {
            holds_on(one.until.as_deref(), purpose.today) && (capital || !one.category.is_person())
        })?;
        Some((found.end, entry.category))
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
fn settle(mut hits: Vec<Hit>, doc: &mut Doc<'_>) -> Vec<Hit> {
    hits.retain(|hit| hit.score.value >= Tier::POSSIBLE && hit.bytes.0 < hit.bytes.1);
    // A hint never pushes a finding aside. Of two that are alike in all of this the one that was found first stays.
    let key = |(place, hit): (usize, &Hit)| {
        let weak = hit.score.value < Tier::PROBABLE;
        ((weak, rank(hit)), hit.score.value, hit.from, place)
    };
    let mut order: Vec<_> = hits.iter().enumerate().map(key).collect();
    order.sort_unstable_by(|a, b| {
        let kind = a.0.cmp(&b.0).then(b.1.total_cmp(&a.1));
        kind.then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    for (.., place) in order {
        let Some(hit) = hits.get_mut(place) else {
            continue;
        };
        if hit.category == Category::Outing {
            continue;
        }
        let taken = |at: usize| {
            let token = doc.at(at);
            token.is_marked(Marks::TAKEN) || token.kind == Kind::None
        };
        if (hit.from..hit.to).any(taken) {
            hit.score.value = 0.0;
        } else {
            doc.mark(hit.from, hit.to, Marks::TAKEN);
        }
    }
    hits.retain(|hit| hit.score.value > 0.0);
    hits.sort_by_key(|hit| (hit.bytes.0, hit.bytes.1, hit.category));
    hits
}

/// Bytes into characters and UTF-16 units, in one pass over the text.
struct Places {
    /// Each byte that a finding starts or ends at, in the order of the text: characters and units before it.
    known: Vec<(usize, usize, usize)>,
}

impl Places {
    fn new(text: &str, hits: &[Hit]) -> Self {
        let mut known = Vec::with_capacity(hits.len() * 2);
        for hit in hits {
            known.extend([(hit.bytes.0, 0, 0), (hit.bytes.1, 0, 0)]);
        }
        known.sort_unstable();
        known.dedup();
        let (mut from, mut chars, mut units) = (0, 0, 0);
        for (byte, chars_before, units_before) in &mut known {
            let part = text.get(from..*byte).unwrap_or_default();
            if part.is_ascii() {
                chars += part.len();
                units += part.len();
            } else {
                chars += part.chars().count();
                units += part.chars().map(char::len_utf16).sum::<usize>();
            }
            (*chars_before, *units_before) = (chars, units);
            from = *byte;
        }
        Self { known }
    }

    fn span(&self, bytes: (usize, usize)) -> Span {
        let place = |byte: usize| {
            let at = self.known.binary_search_by_key(&byte, |one| one.0);
            let found = at.ok().and_then(|at| self.known.get(at));
            found.map_or((0, 0), |(_, chars, units)| (*chars, *units))
        };
        let (start, end) = (place(bytes.0), place(bytes.1));
        Span {
            bytes,
            chars: (start.0, end.0),
            utf16: (start.1, end.1),
        }
    }
}
