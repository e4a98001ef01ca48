//! What the front matter says of handling an incident.

use serde::Deserialize;
use toml::Spanned;

use super::ArticleRef;

/// A step of handling an incident that the text names, and who takes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseStep {
    /// Which step.
    pub stap: Handling,
    /// Where the text says so.
    pub artikel: ArticleRef,
    /// Functions that take it, first those who begin.
    #[serde(default)]
    pub wie: Vec<Spanned<String>>,
    /// What is asked to restore: only at the step that does.
    #[serde(default)]
    pub wat: Vec<Restoring>,
}

/// A step of handling an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Handling {
    /// Who hears of what others found.
    Signaal,
    /// Who hears at once that something threatens to derail.
    Ontsporing,
    /// Who talks with whom it is about.
    Gesprek,
    /// What is done to restore.
    Herstel,
    /// Who finds that an account is somebody else's fake.
    Nepaccount,
    /// Who decides whether the board is told.
    Bestuur,
}

/// What can be asked to restore what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Restoring {
    /// That a post goes.
    Verwijderen,
    /// That it is put right.
    Corrigeren,
    /// That somebody apologises.
    Excuses,
}
