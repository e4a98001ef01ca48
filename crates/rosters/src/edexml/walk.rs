//! From events to drafts. Holds the file to depth and length, and never keeps the text of an element that we do not need.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError, SyntaxError};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::draft::{Draft, Field, InGroup, Thing, not_needed};
use super::finish::Finish;
use crate::decode::{Decoder, code_of};
use crate::out::Out;
use crate::{Code, Limits, Options, Refusal};

/// What an open element is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A list, or anything that may hold one.
    List(List),
    /// The element of a list.
    Thing,
    /// A field that is read.
    Field(Field),
    /// `groepen` or `samengestelde_groepen` of a person.
    InGroups,
    /// One group in there.
    InGroup,
    /// What a teacher does in one group.
    InGroupWork,
    /// Anything that we do not read.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Root,
    Locations,
    Groups,
    Pupils,
    Staff,
}

/// Walks through the file.
pub(super) struct Walk<R> {
    reader: Reader<Decoder<R>>,
    limits: Limits,
    open: Vec<Open>,
    rooted: bool,
    draft: Option<Draft>,
    text: String,
    text_line: u64,
    finish: Finish,
}

impl<R: Read> Walk<R> {
    pub(super) fn new(decoder: Decoder<R>, options: &Options) -> Self {
        Self {
            reader: Reader::from_reader(decoder),
            limits: options.limits,
            open: Vec::new(),
            rooted: false,
            draft: None,
            text: String::new(),
            text_line: 1,
            finish: Finish::default(),
        }
    }

    pub(super) fn run(mut self, out: &mut Out) -> Result<(), Refusal> {
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            self.reader.get_mut().mark();
            let line = self.reader.get_ref().line();
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(error) => {
                    let line = self.reader.get_ref().line();
                    return Err(out.refusal(line, "", code_of_xml(&error, &self.open)));
                }
            };
            match event {
                Event::Start(start) => self.start(out, &start, line)?,
                Event::Empty(start) => {
                    self.start(out, &start, line)?;
                    self.end(out)?;
                }
                Event::End(_) => self.end(out)?,
                Event::Text(text) => self.say(out, &text, line)?,
                Event::CData(text) => self.say(out, &text, line)?,
                Event::GeneralRef(name) => {
                    let mut small = [0; 4];
                    let found =
                        resolve(&name).ok_or_else(|| out.refusal(line, "", Code::Entity))?;
                    self.say(out, found.encode_utf8(&mut small), line)?;
                }
                Event::DocType(_) => return Err(out.refusal(line, "", Code::Doctype)),
                Event::PI(_) => return Err(out.refusal(line, "", Code::Instruction)),
                Event::Comment(_) | Event::Decl(_) => {}
                Event::Eof => break,
            }
        }
        let line = self.reader.get_ref().line();
        match (self.rooted, self.open.is_empty()) {
            (false, _) => Err(out.refusal(0, "", Code::EmptyFile)),
            (true, false) => Err(out.refusal(line, "", Code::EndsEarly)),
            (true, true) => Ok(()),
        }
    }

    fn start(&mut self, out: &mut Out, start: &BytesStart, line: u64) -> Result<(), Refusal> {
        if self.open.len() >= self.limits.depth {
            return Err(out.refusal(line, "", Code::TooDeep));
        }
        let name = start.local_name();
        let name = name.as_ref();
        let open = match (
            self.open.last().copied(),
            self.draft.as_ref().map(|draft| draft.thing),
        ) {
            (None, _) => self.root(out, name, line)?,
            (Some(Open::List(list)), None) => match within(list, name) {
                Within::List(list) => Open::List(list),
                Within::Thing(thing) => {
                    let key = attributes(out, start, line)?;
                    self.draft = Some(Draft::new(thing, line, key));
                    Open::Thing
                }
                Within::Nothing => Open::Other,
            },
            (Some(Open::Thing), Some(thing)) => self.inside(out, thing, start, name, line)?,
            (Some(Open::InGroups), Some(_)) if matches!(name, "groep" | "samengestelde_groep") => {
                self.in_group(out, start, name == "samengestelde_groep", line)?
            }
            (Some(Open::InGroup), Some(_)) if name == "rol" => Open::InGroupWork,
            _ => Open::Other,
        };
        self.text.clear();
        self.text_line = line;
        self.open.push(open);
        Ok(())
    }

    fn root(&mut self, out: &Out, name: &str, line: u64) -> Result<Open, Refusal> {
        if self.rooted {
            return Err(out.refusal(line, "", Code::NotWellFormed));
        }
        self.rooted = true;
        let known = [
            "EDEX",
            "Envelope",
            "leerlinggegevens_antwoord",
            "leerlinggegevens",
        ];
        if known.iter().any(|one| one.eq_ignore_ascii_case(name)) {
            Ok(Open::List(List::Root))
        } else {
            Err(out.refusal(line, "", Code::NotEdexml))
        }
    }

    /// An element directly inside a thing of a list.
    fn inside(
        &mut self,
        out: &mut Out,
        thing: Thing,
        start: &BytesStart,
        name: &str,
        line: u64,
    ) -> Result<Open, Refusal> {
        if let Some(field) = Field::of(thing, name) {
            return Ok(Open::Field(field));
        }
        match (thing, name) {
            (Thing::Pupil, "groep") => return self.in_group(out, start, false, line),
            (Thing::Pupil | Thing::Staff, "groepen" | "samengestelde_groepen") => {
                return Ok(Open::InGroups);
            }
            (Thing::Pupil, "vestiging") => {
                let key = attributes(out, start, line)?;
                if let Some(draft) = self.draft.as_mut().filter(|_| !key.is_empty()) {
                    draft.location = Some((key, line));
                }
            }
            _ => {
                if let Some(field) = not_needed(name) {
                    out.not_needed(line, field, Code::NotNeeded);
                }
            }
        }
        Ok(Open::Other)
    }

    fn in_group(
        &mut self,
        out: &mut Out,
        start: &BytesStart,
        composite: bool,
        line: u64,
    ) -> Result<Open, Refusal> {
        let key = attributes(out, start, line)?;
        let Some(draft) = self.draft.as_mut().filter(|_| !key.is_empty()) else {
            return Ok(Open::Other);
        };
        draft.groups.push(InGroup {
            key,
            line,
            composite,
            work: Vec::new(),
        });
        Ok(Open::InGroup)
    }

    fn say(&mut self, out: &Out, text: &str, line: u64) -> Result<(), Refusal> {
        if !matches!(self.open.last(), Some(Open::Field(_) | Open::InGroupWork)) {
            return Ok(());
        }
        if self.text.len() + text.len() > self.limits.text {
            return Err(out.refusal(line, "", Code::TooLong));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn end(&mut self, out: &mut Out) -> Result<(), Refusal> {
        match (self.open.pop(), self.draft.as_mut()) {
            (Some(Open::Field(field)), Some(draft)) => {
                draft.set(field, self.text.trim(), self.text_line);
            }
            (Some(Open::InGroupWork), Some(draft)) => {
                if let Some(group) = draft.groups.last_mut() {
                    group.work.push(self.text.trim().to_owned());
                }
            }
            (Some(Open::Thing), Some(_)) => {
                if let Some(draft) = self.draft.take() {
                    self.finish.take(out, &draft)?;
                }
            }
            _ => {}
        }
        self.text.clear();
        Ok(())
    }
}

/// The key of an element. Every attribute is looked at, so that a file that is wrong anywhere is refused.
fn attributes(out: &mut Out, start: &BytesStart, line: u64) -> Result<String, Refusal> {
    let mut key = String::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| out.refusal(line, "", Code::NotWellFormed))?;
        match attribute.key.local_name().as_ref() {
            "key" => {
                let value = attribute
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .map_err(|_| out.refusal(line, "key", Code::Entity))?;
                key = crate::clean::clean(&value).0.into_owned();
            }
            "eckid" => out.not_needed(line, "eckid", Code::NotNeeded),
            _ => {}
        }
    }
    Ok(key)
}

enum Within {
    List(List),
    Thing(Thing),
    Nothing,
}

fn within(list: List, name: &str) -> Within {
    match (list, name) {
        (List::Root, "school") => Within::Thing(Thing::School),
        (List::Root, "vestigingen") => Within::List(List::Locations),
        (List::Root, "groepen") => Within::List(List::Groups),
        (List::Root, "leerlingen") => Within::List(List::Pupils),
        (List::Root, "leerkrachten") => Within::List(List::Staff),
        // What UWLR wraps around it.
        (List::Root, "Body" | "leerlinggegevens_antwoord" | "leerlinggegevens") => {
            Within::List(List::Root)
        }
        (List::Locations, "vestiging") => Within::Thing(Thing::Location),
        (List::Groups, "groep") => Within::Thing(Thing::Class),
        (List::Groups, "samengestelde_groep") => Within::Thing(Thing::Composite),
        (List::Pupils, "leerling") => Within::Thing(Thing::Pupil),
        (List::Staff, "leerkracht") => Within::Thing(Thing::Staff),
        _ => Within::Nothing,
    }
}

/// The character of a reference: by number, or one of the five that XML has of its own.
fn resolve(name: &BytesRef) -> Option<char> {
    match name.as_ref() {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.resolve_char_ref().ok().flatten(),
    }
}

fn code_of_xml(error: &Error, open: &[Open]) -> Code {
    match error {
        Error::Io(error) => code_of(error),
        Error::Syntax(SyntaxError::UnclosedDoctype) => Code::Doctype,
        Error::Syntax(SyntaxError::InvalidBangMarkup | SyntaxError::UnclosedPI) => {
            Code::NotWellFormed
        }
        Error::Syntax(_) => Code::EndsEarly,
        Error::IllFormed(IllFormedError::MissingEndTag(_)) if !open.is_empty() => Code::EndsEarly,
        _ => Code::NotWellFormed,
    }
}
