//! What stands around a dossier, and what others are called in one for who may not know their names.

use std::collections::BTreeMap;

use papers::Index;
use uuid::Uuid;
use words::{PersonId, Role};

use super::super::acts::Doing;
use crate::rules::dossier::Reader;
use crate::rules::redact::{Cover, Redactor};

pub(super) fn index(doing: &Doing<'_>) -> Index {
    let words = doing.ask.words();
    let say = |key: &str| words.t(key).to_owned();
    Index {
        contents: say("dossier-contents"),
        contents_columns: ["dossier-what", "dossier-page"].map(say),
        files: say("dossier-files"),
        files_columns: [
            "dossier-number",
            "dossier-file",
            "dossier-about",
            "dossier-when",
        ]
        .map(say),
    }
}

/// What each party is called by who may not know the name: a part and a number, the same for one person throughout.
pub(super) fn labels(doing: &Doing<'_>) -> BTreeMap<Uuid, String> {
    let words = doing.ask.words();
    let mut seen: Vec<(Option<PersonId>, Uuid, String)> = Vec::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for party in &doing.room.opened.parties {
        let before = seen
            .iter()
            .find(|one| one.0.is_some() && one.0 == party.person);
        if let Some((person, _, label)) = before.cloned() {
            seen.push((person, party.id, label));
            continue;
        }
        let key = match doing.kind_of(party) {
            Some(Role::Leerling) => "mask-pupil",
            Some(Role::Medewerker) => "mask-staff",
            Some(Role::Ouder) => "mask-parent",
            _ => "mask-other",
        };
        let count = counts.entry(key).or_default();
        *count += 1;
        let label = words.f(key, &[("number", (*count).into())]);
        seen.push((party.person, party.id, label));
    }
    seen.into_iter().map(|(_, id, label)| (id, label)).collect()
}

/// Covers the names of others in what was written; nothing where the reader may know them.
pub(super) fn redactor(
    doing: &Doing<'_>,
    reader: &Reader,
    labels: &BTreeMap<Uuid, String>,
) -> Redactor {
    let Reader::Party { own, people } = reader else {
        return Redactor::default();
    };
    let words = doing.ask.words();
    let name = |id: PersonId| doing.names.get(id).map(|known| known.name.clone());
    let mine: Vec<_> = people.iter().filter_map(|id| name(*id)).collect();
    let mut covers = Vec::new();
    let opened = &doing.room.opened;
    for party in opened.parties.iter().filter(|one| !own.contains(&one.id)) {
        let label = labels.get(&party.id).map_or("", String::as_str);
        match party.person {
            Some(person) => covers.extend(name(person).map(|name| Cover::party(&name, label))),
            None => covers.push(Cover::outside(&party.name, label)),
        }
    }
    let is_party = |id: PersonId| opened.parties.iter().any(|one| one.person == Some(id));
    let reporter = opened
        .case
        .reporter
        .filter(|id| !people.contains(id) && !is_party(*id));
    if let Some(name) = reporter.and_then(name) {
        covers.push(Cover::party(&name, words.t("mask-reporter")));
    }
    // Pupils and parents are nobody's business; who works there is named in what they did for the school.
    let known = doing.names.everybody().filter(|known| {
        (known.place.pupil || known.place.guardian)
            && !people.contains(&known.id)
            && !is_party(known.id)
            && Some(known.id) != reporter
    });
    covers.extend(known.map(|known| Cover::known(&known.name, words.t("mask-name"))));
    Redactor::new(&mine, &covers, words.t("mask-name"))
}

/// What kind of file it is called; nothing of it was opened.
pub(super) fn mime(name: &str) -> &'static str {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_ascii_lowercase();
    match ending.as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "heic" => "image/heic",
        "mp4" | "m4v" => "video/mp4",
        "mov" => "video/quicktime",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/octet-stream",
    }
}
