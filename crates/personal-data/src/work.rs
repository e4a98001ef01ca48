//! One scan under way: the text, what is known of the school, and what was found so far.

use crate::category::Category;
use crate::doc::{Doc, Gap, Kind, Marks};
use crate::finding::Reason;
use crate::index::Index;
use crate::lexicon::Cues;
use crate::roster::Role;
use crate::scanner::Scanner;

/// How sure, and why: both grow together, so that the reasons are those of the number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Score {
    pub(crate) value: f32,
    pub(crate) reasons: Vec<Reason>,
}

impl Score {
    pub(crate) fn new(code: &'static str, value: f32) -> Self {
        let mut score = Self::default();
        score.add(code, value);
        score
    }

    pub(crate) fn add(&mut self, code: &'static str, value: f32) {
        self.value += value;
        self.reasons.push(Reason { code, about: None });
    }

    pub(crate) fn about(&mut self, code: &'static str, about: &str) {
        self.reasons.push(Reason {
            code,
            about: Some(about.to_owned()),
        });
    }
}

/// A finding in the making.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) from: usize,
    /// The token after it.
    pub(crate) to: usize,
    pub(crate) bytes: (usize, usize),
    pub(crate) category: Category,
    pub(crate) score: Score,
    /// Places in the roster.
    pub(crate) people: Vec<usize>,
    /// A full name: it settles who the same given name is elsewhere.
    pub(crate) full: bool,
}

pub(crate) struct Work<'a> {
    pub(crate) doc: Doc<'a>,
    pub(crate) scanner: &'a Scanner,
    pub(crate) hits: Vec<Hit>,
    /// The last year in which somebody who is at school can have been born.
    pub(crate) newest: u32,
    pub(crate) steps: u64,
}

impl<'a> Work<'a> {
    pub(crate) fn new(doc: Doc<'a>, scanner: &'a Scanner, newest: u32) -> Self {
        Self {
            doc,
            scanner,
            hits: Vec::new(),
            newest,
            steps: 0,
        }
    }

    pub(crate) fn index(&self) -> &'a Index {
        &self.scanner.index
    }

    pub(crate) fn hit(&mut self, from: usize, to: usize, category: Category, score: Score) {
        let bytes = self.doc.bytes(from, to);
        self.hits.push(Hit {
            from,
            to,
            bytes,
            category,
            score,
            people: Vec::new(),
            full: false,
        });
    }

    pub(crate) fn person(
        &mut self,
        from: usize,
        to: usize,
        people: Vec<usize>,
        full: bool,
        score: Score,
    ) {
        let bytes = self.doc.bytes(from, to);
        let category = if people.is_empty() {
            Category::PersonOther
        } else {
            Category::PersonRoster
        };
        self.hits.push(Hit {
            from,
            to,
            bytes,
            category,
            score,
            people,
            full,
        });
    }

    /// Whether one of these people has this role.
    pub(crate) fn has_role(&self, people: &[usize], role: Role) -> bool {
        let mut people = people
            .iter()
            .filter_map(|one| self.index().people.get(*one));
        people.any(|one| one.role == role)
    }

    pub(crate) fn close(&mut self, from: usize, to: usize) {
        self.doc.mark(from, to, Marks::CLOSED);
    }

    /// What stands outside the text is closed too.
    pub(crate) fn is_closed(&self, at: usize) -> bool {
        let token = self.doc.at(at);
        token.is_marked(Marks::CLOSED) || token.kind == Kind::None
    }

    pub(crate) fn is_public(&self, at: usize) -> bool {
        self.doc.at(at).is_marked(Marks::PUBLIC)
    }

    pub(crate) fn is_famous(&self, at: usize) -> bool {
        self.doc.at(at).is_marked(Marks::FAMOUS)
    }

    /// A class of a secondary school, as the roster has it: *H3b*, *4 vwo*, *2HV1*.
    fn class_at(&self, i: usize) -> Option<(&'a str, &'a str, usize)> {
        let doc = &self.doc;
        let groups = &self.scanner.index.groups;
        if groups.is_empty() {
            return None;
        }
        let (here, next) = (doc.at(i), doc.at(i + 1));
        let mixed = here.kind == Kind::Number && next.is_word()
            || here.is_word() && next.kind == Kind::Number;
        if !mixed || doc.w(i).len() > 5 || next.gap == Gap::Line {
            return None;
        }
        let mut joined = String::with_capacity(self.index().longest_group + 8);
        let mut found = None;
        for at in i..i + 4 {
            let token = doc.at(at);
            if at > i + 1 && token.gap != Gap::None
                || token.kind == Kind::Mark
                || token.kind == Kind::None
            {
                break;
            }
            joined.push_str(doc.w(at));
            if joined.len() > self.index().longest_group {
                break;
            }
            let ends = !doc.glued(at + 1) || doc.at(at + 1).kind == Kind::Mark;
            if ends && let Some(group) = groups.get(joined.as_str()) {
                found = Some((group.as_str(), "", at + 1));
            }
        }
        found
    }

    /// A class of any secondary school: *havo 4*, *4 vwo*, *H3b*, *2HV1*. Its end.
    pub(crate) fn any_class_at(&self, i: usize) -> Option<usize> {
        let doc = &self.doc;
        if !doc.at(i).is_marked(Marks::NUMBER) {
            return None;
        }
        let year = |at: usize| {
            doc.at(at).kind == Kind::Number
                && doc.w(at).len() == 1
                && ("1"..="6").contains(&doc.w(at))
        };
        let near = |at: usize| doc.at(at).gap != Gap::Line && doc.at(at).kind != Kind::None;
        let tail = |at: usize| {
            at + usize::from(doc.at(at).is_word() && doc.glued(at) && doc.w(at).len() == 1)
        };
        if doc.at(i).has(Cues::CLASS) && year(i + 1) && near(i + 1) {
            return Some(tail(i + 2));
        }
        if year(i) && near(i + 1) && doc.at(i + 1).has(Cues::CLASS) {
            return Some(tail(i + 2));
        }
        let letter = doc.at(i).is_capital()
            && matches!(
                doc.w(i),
                "h" | "v" | "m" | "a" | "g" | "k" | "t" | "b" | "hv" | "mh" | "gt" | "tl"
            );
        if letter
            && year(i + 1)
            && doc.glued(i + 1)
            && !(doc.at(i + 2).kind == Kind::Number && doc.glued(i + 2))
        {
            return Some(tail(i + 2));
        }
        let mixed =
            year(i) && doc.at(i + 1).is_capital() && doc.glued(i + 1) && doc.w(i + 1).len() <= 2;
        mixed.then_some(i + 2)
    }

    /// A group of the school at a token: its number, its letter, and the token after it.
    pub(crate) fn group_at(&self, at: usize) -> Option<(&'a str, &'a str, usize)> {
        let doc = &self.doc;
        let here = doc.at(at);
        if !here.is_marked(Marks::NUMBER) {
            return None;
        }
        let named = here.has(Cues::GROUP) && here.is_word();
        // Most words: no group without a number.
        if !named && here.kind != Kind::Number && doc.at(at + 1).kind != Kind::Number {
            return None;
        }
        let mut i = if named { at + 1 } else { at };
        if named && doc.w(i) == "." {
            i += 1;
        }
        if let Some(found) = self.class_at(i) {
            return Some(found);
        }
        let number = doc.w(i);
        if doc.at(i).kind != Kind::Number || number.len() != 1 || !("1"..="8").contains(&number) {
            return None;
        }
        let mut end = i + 1;
        if doc.w(end) == "/" && doc.at(end + 1).kind == Kind::Number && doc.glued(end) {
            end += 2;
        }
        let letter = doc.w(end);
        let lettered = doc.at(end).is_word()
            && letter.len() == 1
            && doc.glued(end)
            && ("a"..="f").contains(&letter);
        if lettered {
            return Some((number, letter, end + 1));
        }
        (named && (doc.at(end).gap != Gap::None || !doc.at(end).is_word()))
            .then_some((number, "", end))
    }
}
