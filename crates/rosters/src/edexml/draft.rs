//! One element of a list while it is being read: its fields as text, only those that we keep.

/// What an element of a list stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    School,
    Location,
    Class,
    Composite,
    Pupil,
    Staff,
}

/// Fields that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Year,
    On,
    Brin,
    Branch,
    SchoolKey,
    Name,
    YearGroup,
    Family,
    Infix,
    Given,
    Initials,
    Call,
    Born,
    Email,
    From,
    Until,
    Work,
    OtherWork,
}

impl Field {
    /// How many there are.
    const COUNT: usize = Self::OtherWork as usize + 1;

    /// The field of this element in this thing, if we read it.
    pub(super) fn of(thing: Thing, name: &str) -> Option<Self> {
        use Thing::{Class, Composite, Location, Pupil, School, Staff};
        Some(match (thing, name) {
            (School, "schooljaar") => Self::Year,
            (School, "peildatum") => Self::On,
            (School, "brincode") => Self::Brin,
            (School, "dependancecode") => Self::Branch,
            (School, "schoolkey") => Self::SchoolKey,
            (Location | Class | Composite, "naam") => Self::Name,
            (Class | Composite | Pupil, "jaargroep") => Self::YearGroup,
            (Pupil | Staff, "achternaam") => Self::Family,
            (Pupil | Staff, "voorvoegsel") => Self::Infix,
            (Pupil | Staff, "voornamen") => Self::Given,
            (Pupil | Staff, "voorletters-1" | "voorletters") => Self::Initials,
            (Pupil | Staff, "roepnaam") => Self::Call,
            (Pupil | Staff, "emailadres") => Self::Email,
            (Pupil, "geboortedatum") => Self::Born,
            (Pupil, "instroomdatum") => Self::From,
            (Pupil, "uitstroomdatum") => Self::Until,
            (Staff, "rol") => Self::Work,
            (Staff, "rolomschrijving") => Self::OtherWork,
            _ => return None,
        })
    }

    /// As EDEXML calls it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Year => "schooljaar",
            Self::On => "peildatum",
            Self::Brin => "brincode",
            Self::Branch => "dependancecode",
            Self::SchoolKey => "schoolkey",
            Self::Name => "naam",
            Self::YearGroup => "jaargroep",
            Self::Family => "achternaam",
            Self::Infix => "voorvoegsel",
            Self::Given => "voornamen",
            Self::Initials => "voorletters-1",
            Self::Call => "roepnaam",
            Self::Born => "geboortedatum",
            Self::Email => "emailadres",
            Self::From => "instroomdatum",
            Self::Until => "uitstroomdatum",
            Self::Work => "rol",
            Self::OtherWork => "rolomschrijving",
        }
    }
}

/// Fields that never become a value here, by the name to report them under.
pub(super) fn not_needed(name: &str) -> Option<&'static str> {
    const NAMES: [&str; 25] = [
        "adres",
        "bsn",
        "bsn_ondwnr-4",
        "eckid",
        "etniciteit",
        "fotourl",
        "gebruikersnaam",
        "geslacht",
        "gewicht",
        "gewicht_nieuw",
        "huisnummer",
        "land",
        "land_moeder",
        "land_vader",
        "nationaliteit",
        "onderwijsnummer",
        "postcodenl",
        "postcodeoverig",
        "postnummerbe",
        "rijksregisternummer",
        "sofinummer",
        "start_ondw_jgr3",
        "straat",
        "telefoonnummer",
        "woonplaats",
    ];
    NAMES.into_iter().find(|known| *known == name)
}

/// A group that a person is in.
#[derive(Debug, Clone)]
pub(super) struct InGroup {
    pub(super) key: String,
    pub(super) line: u64,
    pub(super) composite: bool,
    /// EDEXML's codes of what a teacher does there.
    pub(super) work: Vec<String>,
}

/// One element of a list.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) thing: Thing,
    pub(super) line: u64,
    pub(super) key: String,
    pub(super) groups: Vec<InGroup>,
    pub(super) location: Option<(String, u64)>,
    pub(super) work: Vec<(Field, String, u64)>,
    fields: [Option<(String, u64)>; Field::COUNT],
}

impl Draft {
    pub(super) fn new(thing: Thing, line: u64, key: String) -> Self {
        Self {
            thing,
            line,
            key,
            groups: Vec::new(),
            location: None,
            work: Vec::new(),
            fields: [const { None }; Field::COUNT],
        }
    }

    /// Keeps a field; the first of two counts. Work may come several times.
    pub(super) fn set(&mut self, field: Field, text: &str, line: u64) {
        if let Field::Work | Field::OtherWork = field {
            self.work.push((field, text.to_owned(), line));
            return;
        }
        if let Some(place @ None) = self.fields.get_mut(field as usize) {
            *place = Some((text.to_owned(), line));
        }
    }

    /// A field's text and line; empty and the element's own line where it has none.
    pub(super) fn get(&self, field: Field) -> (&str, u64) {
        let found = self.fields.get(field as usize).and_then(Option::as_ref);
        found.map_or(("", self.line), |(text, line)| (text.as_str(), *line))
    }

    /// Whether the element has this field.
    pub(super) fn has(&self, field: Field) -> bool {
        matches!(self.fields.get(field as usize), Some(Some(_)))
    }
}
