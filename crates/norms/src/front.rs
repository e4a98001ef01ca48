//! The front matter: everything of a protocol that is not a norm but acts. `docs/protocol-format.md` is its manual.
//!
//! Each row names the article that it comes from, so that whatever the program does can be traced to the text.

mod handling;

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

pub use handling::{CaseStep, Handling, Restoring};

/// A reference to an article, with its place in the front matter.
pub type ArticleRef = Spanned<String>;

/// The whole front matter.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Front {
    /// Name of the protocol, as in the file name: `flex`.
    pub protocol: Spanned<String>,
    /// Title for people.
    pub titel: String,
    /// The school or board whose protocol it is.
    pub school: String,
    /// `po`, `vo` or `po-vo`.
    pub sector: Sector,
    /// Version, free text: `1.0`.
    pub versie: String,
    /// Day of adoption, if known.
    pub vastgesteld: Option<toml::value::Datetime>,
    /// Version of the vocabulary it is written in.
    pub woordenlijst: Spanned<u32>,
    /// What holds where no norm speaks.
    pub rest: Rest,
    /// The article that says so.
    pub rest_artikel: Option<ArticleRef>,
    /// The larger policy that this is a part of.
    pub deel_van: Option<String>,
    /// Roles that a role implies.
    #[serde(default)]
    pub rollen: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
    /// Whom to ask in doubt.
    #[serde(default)]
    pub twijfel: Vec<Advisor>,
    /// What must be done or happen.
    #[serde(default)]
    pub procedures: BTreeMap<String, Procedure>,
    /// Ladders of measures.
    #[serde(default)]
    pub maatregel: Vec<Measure>,
    /// Stance towards the police.
    #[serde(default)]
    pub politie: Vec<Police>,
    /// What comes back every year.
    #[serde(default)]
    pub kalender: Vec<CalendarRow>,
    /// How a version is adopted.
    pub vaststelling: Option<Adoption>,
    /// How consent is asked.
    #[serde(default)]
    pub toestemming: Vec<ConsentRow>,
    /// Where correspondence is filed.
    pub dossier: Option<Dossier>,
    /// Related documents.
    #[serde(default)]
    pub verwant: Vec<Related>,
    /// Who releases what is published for the school.
    pub akkoord: Option<Release>,
    /// Statements that people see when they publish or take something down.
    #[serde(default)]
    pub tonen: Vec<Statement>,
    /// Steps of handling an incident that the text names.
    #[serde(default)]
    pub zaak: Vec<CaseStep>,
    /// The school's word on touchstones.
    #[serde(default)]
    pub toetssteen: Vec<OwnTouchstone>,
    /// Readings that the school confirmed.
    #[serde(default)]
    pub lezing: Vec<Reading>,
}

/// Kind of education.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sector {
    /// Primary.
    Po,
    /// Secondary.
    Vo,
    /// Both under one board.
    PoVo,
}

/// What holds where no norm speaks. A school must choose: the silence of a text has no meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rest {
    /// Do not, and ask.
    Twijfel,
    /// What is not forbidden is permitted.
    Vrij,
}

/// Whom an asker asks in doubt.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advisor {
    /// Roles of the asker that this row is for.
    pub voor: Vec<Spanned<String>>,
    /// Functions to ask, first one first.
    pub vraag: Vec<Spanned<String>>,
    /// What they answer binds; where the text does not say so it is advice.
    #[serde(default)]
    pub bindend: bool,
    /// Where the text says so.
    pub artikel: ArticleRef,
}

/// Something that must be done or happen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Procedure {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// What, as the end of "je moet …".
    pub wat: String,
    /// Role or function that does it.
    pub wie: Option<String>,
    /// When, in words.
    pub wanneer: Option<String>,
}

/// A ladder of measures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// Roles it can be imposed on; empty is everybody.
    #[serde(default)]
    pub voor: Vec<Spanned<String>>,
    /// Steps, lightest first.
    pub trap: Vec<String>,
    /// Function that decides.
    pub wie: Spanned<String>,
    /// Condition in words.
    pub als: Option<String>,
}

/// Stance towards the police.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Police {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// Reports, or considers reporting.
    pub houding: Stance,
    /// Condition in words.
    pub als: Option<String>,
}

/// Whether the school reports to the police or considers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// It reports.
    Doet,
    /// It weighs whether to report.
    Overweegt,
}

/// Something that comes back.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarRow {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// When, in words.
    pub wanneer: String,
    /// What.
    pub wat: String,
    /// Groups (years) it is for.
    #[serde(default)]
    pub groepen: Vec<String>,
}

/// How a version is adopted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// What is asked.
    pub raad: Council,
    /// Of whom, in words.
    pub wie: String,
}

/// What a version needs before it can come into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Council {
    /// Advice of the participation council.
    Advies,
    /// Its consent.
    Instemming,
    /// Agreement of the team.
    Team,
}

/// How consent is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentRow {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// Roles that are asked.
    pub van: Vec<Spanned<String>>,
    /// Media it is for.
    pub voor: Vec<String>,
    /// Written, or express in any form.
    pub vorm: ConsentForm,
    /// Moments: `eenmalig`, `inschrijving`, `jaarlijks`, `per-keer`.
    pub moment: Vec<String>,
    /// Whether the evidence is kept.
    #[serde(default)]
    pub bewaren: bool,
}

/// Form of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ConsentForm {
    /// In writing.
    Schriftelijk,
    /// Express, in any form.
    Uitdrukkelijk,
}

/// Where correspondence is filed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossier {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// The system.
    pub systeem: String,
}

/// Who releases what is published for the school: nobody else does, and never who wrote it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// Functions that may.
    pub wie: Vec<Spanned<String>>,
}

/// A statement that people see at the moment it is about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The article that says it.
    pub artikel: ArticleRef,
    /// When it is shown.
    pub bij: Vec<Moment>,
}

/// When a statement is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moment {
    /// When something is published.
    Plaatsen,
    /// When something is taken down.
    Verwijderen,
}

/// A document that stands beside the protocol.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// Its title.
    pub titel: String,
    /// Where the text names it.
    pub artikel: ArticleRef,
    /// Roles it binds as well.
    #[serde(default)]
    pub bindt: Vec<Spanned<String>>,
}

/// The school's word on a touchstone, or a touchstone of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTouchstone {
    /// Which touchstone.
    pub id: Spanned<String>,
    /// What the school says of a violation.
    pub oordeel: Option<Stand>,
    /// Why.
    pub reden: Option<String>,
    /// Name of an own touchstone.
    pub naam: Option<String>,
    /// Cedar condition of an own touchstone, which no permitted situation may meet.
    pub voorwaarde: Option<Spanned<String>>,
}

/// What a school says of a violated touchstone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stand {
    /// We mean it so.
    Bedoeld,
    /// A known hole in the text.
    Gat,
}

/// Confirms a norm that is a reading.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Id of the norm.
    pub norm: Spanned<String>,
    /// Why it is read so.
    pub reden: String,
}

impl Front {
    /// Every reference to an article, with where it stands: key of the table and place.
    pub fn article_refs(&self) -> Vec<(&'static str, &ArticleRef)> {
        let mut refs: Vec<(&'static str, &ArticleRef)> = Vec::new();
        refs.extend(self.rest_artikel.iter().map(|r| ("rest_artikel", r)));
        refs.extend(self.twijfel.iter().map(|r| ("twijfel", &r.artikel)));
        refs.extend(self.procedures.values().map(|r| ("procedures", &r.artikel)));
        refs.extend(self.maatregel.iter().map(|r| ("maatregel", &r.artikel)));
        refs.extend(self.politie.iter().map(|r| ("politie", &r.artikel)));
        refs.extend(self.kalender.iter().map(|r| ("kalender", &r.artikel)));
        refs.extend(
            self.vaststelling
                .iter()
                .map(|r| ("vaststelling", &r.artikel)),
        );
        refs.extend(self.toestemming.iter().map(|r| ("toestemming", &r.artikel)));
        refs.extend(self.dossier.iter().map(|r| ("dossier", &r.artikel)));
        refs.extend(self.verwant.iter().map(|r| ("verwant", &r.artikel)));
        refs.extend(self.akkoord.iter().map(|r| ("akkoord", &r.artikel)));
        refs.extend(self.tonen.iter().map(|r| ("tonen", &r.artikel)));
        refs.extend(self.zaak.iter().map(|r| ("zaak", &r.artikel)));
        refs
    }

    /// Every mention of a role, with its place.
    pub fn role_refs(&self) -> Vec<&Spanned<String>> {
        let mut refs: Vec<&Spanned<String>> = Vec::new();
        for (role, implied) in &self.rollen {
            refs.push(role);
            refs.extend(implied);
        }
        refs.extend(self.twijfel.iter().flat_map(|r| &r.voor));
        refs.extend(self.maatregel.iter().flat_map(|r| &r.voor));
        refs.extend(self.toestemming.iter().flat_map(|r| &r.van));
        refs.extend(self.verwant.iter().flat_map(|r| &r.bindt));
        refs
    }

    /// Every mention of a function, with its place.
    pub fn function_refs(&self) -> Vec<&Spanned<String>> {
        let mut refs: Vec<&Spanned<String>> = Vec::new();
        refs.extend(self.twijfel.iter().flat_map(|r| &r.vraag));
        refs.extend(self.maatregel.iter().map(|r| &r.wie));
        refs.extend(self.akkoord.iter().flat_map(|r| &r.wie));
        refs.extend(self.zaak.iter().flat_map(|r| &r.wie));
        refs
    }

    /// The articles whose statements are shown at this moment, in the order of the front matter.
    pub fn shown_at(&self, moment: Moment) -> impl Iterator<Item = &str> {
        let shown = self
            .tonen
            .iter()
            .filter(move |one| one.bij.contains(&moment));
        shown.map(|one| one.artikel.as_ref().as_str())
    }

    /// What the text says of a step of handling an incident.
    pub fn handling(&self, step: Handling) -> Option<&CaseStep> {
        self.zaak.iter().find(|one| one.stap == step)
    }

    /// The front matter's own word on a touchstone.
    pub fn stand_on(&self, id: &str) -> Option<&OwnTouchstone> {
        self.toetssteen.iter().find(|own| own.id.as_ref() == id)
    }
}
