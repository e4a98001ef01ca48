//! The proof of what was asked and answered: a consent receipt with its records, by ISO/IEC TS 27560 in the vocabulary of the
//! W3C Data Privacy Vocabulary 2.3. Pure.
//!
//! One record is about one person, one purpose, one channel and one medium, and holds everything that happened to it. The state
//! is that of its last event. Nothing in it names anybody: people stand in it by identities that only the school can resolve.

use jiff::Timestamp;
use jiff::civil::Date;
use people::model::Relation;
use seal::BoardKeys;
use serde_json::{Value, json};
use uuid::Uuid;
use words::{Channel, Locale, Medium, PersonId};

use crate::model::{Answer, Capacity, Cell, Event, Ground, Notice, Purpose};
use crate::rules::Reason;

const RECORD: &str = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
const RECEIPT: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";

/// Who is responsible.
#[derive(Debug, Clone)]
pub struct Party {
    /// Identity: of the school.
    pub id: String,
    /// Board and school by name.
    pub name: String,
    /// The number by which the government knows the school, if it is known.
    pub brin: Option<String>,
    /// Where the school is asked.
    pub address: String,
}

/// What happened to one cell of one person.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The purpose as it is now.
    pub purpose: &'a Purpose,
    /// Which question.
    pub cell: Cell,
    /// What was said, the oldest first; what was undone is in it too.
    pub events: Vec<&'a Event>,
    /// When the school asked.
    pub asked: Vec<Timestamp>,
    /// What holds now, and why.
    pub reason: Reason,
}

/// A version of the notice of a purpose, with the moment it was made.
pub type Version = ((words::PurposeId, i64), (Timestamp, Notice));

/// Whom it is about and who wrote it.
#[derive(Debug, Clone)]
pub struct About<'a> {
    /// The person.
    pub person: PersonId,
    /// A pupil.
    pub pupil: bool,
    /// Under eighteen, as far as is known.
    pub child: bool,
    /// What guardians are to the pupil.
    pub relations: &'a [(PersonId, Relation)],
    /// The school.
    pub school: &'a Party,
    /// When this is written.
    pub now: Timestamp,
    /// The versions of notices that were shown, with the moment each was made.
    pub notices: &'a [Version],
}

/// The identity of a record: the same each time, and telling nothing.
pub fn record_id(keys: &BoardKeys, person: PersonId, cell: Cell) -> Uuid {
    let (channel, medium) = (cell.channel.key(), cell.medium.key());
    let index = keys.index(
        "consent-record",
        &format!("{person} {} {channel} {medium}", cell.purpose),
    );
    let mut bytes = [0; 16];
    bytes
        .iter_mut()
        .zip(&index)
        .for_each(|(to, from)| *to = *from);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// The receipt with a record of each question.
pub fn receipt(about: &About<'_>, all: &[Told<'_>], keys: &BoardKeys, id: Uuid) -> Value {
    let records: Vec<Value> = all
        .iter()
        .map(|told| record(about, told, record_id(keys, about.person, told.cell)))
        .collect();
    json!({
        "@context": context(),
        "@id": format!("urn:uuid:{id}"),
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": RECEIPT,
        "dct:identifier": id,
        "dpv:hasIdentifier": id,
        "dct:created": about.now,
        "dct:publisher": {"@id": about.school.id},
        "schema:recipient": {"@id": urn(about.person)},
        "dpv:hasRecordOfActivity": records,
    })
}

fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "pd": "https://w3id.org/dpv/pd#",
        "loc": "https://w3id.org/dpv/loc#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "sector-education": "https://w3id.org/dpv/sector/education#",
        "dct": "http://purl.org/dc/terms/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "schema": "https://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#"
    })
}

fn urn(person: PersonId) -> String {
    format!("urn:pleinwacht:persoon:{person}")
}

fn record(about: &About<'_>, told: &Told<'_>, id: Uuid) -> Value {
    let language = told
        .events
        .last()
        .map_or(Locale::Nl, |event| event.language);
    let begun = told.events.first().map_or(about.now, |event| event.at);
    let mut subject = vec![match (about.pupil, about.child) {
        (true, true) => "dpv:Child",
        _ => "dpv:DataSubject",
    }];
    if about.pupil {
        subject.push("dpv:Student");
    }
    json!({
        "@context": context(),
        "@id": format!("urn:uuid:{id}"),
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": RECORD,
        "dct:identifier": id,
        "dct:created": begun,
        "dct:language": language.tag(),
        "dpv:hasDataSubject": {
            "@id": urn(about.person),
            "@type": subject,
            "dct:identifier": about.person,
        },
        "dpv:hasNotice": notices(about, told),
        "dpv:hasProcess": process(about, told, language),
        "dpv:hasEntity": entities(about, told),
        "dpv:hasConsentStatus": statuses(about, told),
    })
}

/// Every version that somebody saw; and the one of now where nobody answered.
fn notices(about: &About<'_>, told: &Told<'_>) -> Value {
    let mut seen: Vec<i64> = told.events.iter().map(|event| event.notice).collect();
    if seen.is_empty() {
        seen.push(told.purpose.version);
    }
    seen.sort_unstable();
    seen.dedup();
    let one = |version: i64| {
        let made = about
            .notices
            .iter()
            .find(|(key, _)| *key == (told.purpose.id, version));
        let at = made.map_or(told.purpose.since, |(_, (at, _))| *at);
        let from = shell::clock::today(at);
        let until = told
            .purpose
            .ends_on
            .map_or_else(|| "..".to_owned(), |day| day.to_string());
        let language = told.events.iter().find(|event| event.notice == version);
        json!({
            "@id": format!("urn:pleinwacht:toelichting:{}:{version}", told.purpose.id),
            "@type": "dpv:ConsentNotice",
            "dct:identifier": format!("{} v{version}", told.purpose.id),
            "dct:date": from,
            "dct:language": language.map_or(Locale::Nl, |event| event.language).tag(),
            "dct:coverage": format!("{from}/{until}"),
        })
    };
    seen.into_iter().map(one).collect()
}

fn process(about: &About<'_>, told: &Told<'_>, locale: Locale) -> Value {
    let (purpose, cell) = (told.purpose, told.cell);
    let notice = &purpose.notice;
    let page = format!("{}/toestemming", about.school.address);
    let exercise = |right: &str, at: &str| json!({"@type": ["dpv:DataSubjectRight", right], "dpv:isExercisedAt": at});
    let until = json!({"@type": "dpv:UntilEventDuration", "rdf:value": notice.kept.said(locale)});
    json!({
        "@type": "dpv:Process",
        "dct:identifier": format!("{}.{}.{}", purpose.id, cell.channel.key(), cell.medium.key()),
        "dpv:hasPurpose": {
            "@id": format!("urn:pleinwacht:doel:{}", purpose.id),
            "skos:broader": {"@id": purpose_of(cell.channel)},
            "dct:title": notice.title.said(locale),
            "dct:description": notice.why.said(locale),
        },
        "dpv:hasPersonalData": {
            "@id": format!("urn:pleinwacht:gegeven:{}", cell.medium.key()),
            "skos:broader": {"@id": data_of(cell.medium)},
            "dct:description": cell.medium.key(),
        },
        "dpv:hasStorageCondition": [
            {"@type": "dpv:StorageLocation", "dpv:hasLocation": {"@id": "loc:NL"}},
            {"@type": "dpv:StorageDuration", "dpv:hasDuration": match notice.retention_days {
                Some(days) => json!(format!("P{days}D")),
                None => until.clone(),
            }},
            {"@type": "dpv:StorageDeletion", "dpv:hasDuration": until},
        ],
        "dpv:hasDataController": {"@id": about.school.id},
        "dpv:hasLegalBasis": [{"@id": "eu-gdpr:A6-1-a"}, {"@id": "dpv:ExplicitlyExpressedConsent"}],
        "dpv:hasRecipient": recipients(told).map(|id| json!({"@id": id})).collect::<Vec<_>>(),
        "dpv:hasConsentControl": [
            {"@type": "dpv:WithdrawConsent", "dpv:isExercisedAt": page},
            {"@type": "dpv:ProvideConsent", "dpv:isExercisedAt": page},
            {"@type": "dpv:ReaffirmConsent", "dpv:isExercisedAt": page},
        ],
        "dpv:hasJurisdiction": {"@id": "loc:NL"},
        "dpv:hasRight": [
            exercise("eu-gdpr:A7-3", &page),
            exercise("eu-gdpr:A15", &page),
            exercise("eu-gdpr:A16", &page),
            exercise("eu-gdpr:A17", &page),
            exercise("eu-gdpr:A77", "https://www.autoriteitpersoonsgegevens.nl"),
        ],
    })
}

fn purpose_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Instagram
        | Channel::Facebook
        | Channel::LinkedIn
        | Channel::Mastodon
        | Channel::Bluesky
        | Channel::Video => "dpv:SocialMediaMarketing",
        Channel::Portaal | Channel::Klassengroep | Channel::Intern => {
            "sector-education:StudentSocialActivitiesManagement"
        }
        Channel::Website | Channel::Nieuwsbrief | Channel::Drukwerk | Channel::Pers => {
            "dpv:PublicRelations"
        }
    }
}

/// There is a word for a picture and for a voice; none for film, which is a picture that moves.
const fn data_of(medium: Medium) -> &'static str {
    match medium {
        Medium::Foto | Medium::Film => "pd:Picture",
        Medium::Geluid => "pd:VoiceCommunicationRecording",
        Medium::Naam => "dpv:PersonalData",
    }
}

/// Those who receive it: the place itself, and whoever the notice names.
fn recipients(told: &Told<'_>) -> impl Iterator<Item = String> {
    let named = told.purpose.notice.recipients.iter().enumerate();
    let (purpose, channel) = (told.purpose.id, told.cell.channel.key());
    std::iter::once(format!("urn:pleinwacht:kanaal:{channel}"))
        .chain(named.map(move |(at, _)| format!("urn:pleinwacht:ontvanger:{purpose}:{at}")))
}

fn entities(about: &About<'_>, told: &Told<'_>) -> Value {
    let school = about.school;
    let mut all = vec![json!({
        "@id": school.id,
        "@type": ["dpv:Organisation", "dpv:DataController"],
        "dpv:hasName": school.name,
        "dpv:hasIdentifier": school.brin.as_deref().unwrap_or(&school.id),
        "schema:contactPoint": {"@type": "schema:ContactPoint", "schema:url": school.address},
        "schema:address": {"@type": "schema:PostalAddress", "schema:name": school.name, "schema:addressCountry": "NL"},
    })];
    let channel = told.cell.channel.key();
    let names = std::iter::once(channel.to_owned()).chain(told.purpose.notice.recipients.clone());
    all.extend(recipients(told).zip(names).map(|(id, name)| {
        json!({
            "@id": id,
            "@type": ["dpv:Organisation", "dpv:ThirdParty"],
            "dpv:hasName": name,
            "dpv:hasIdentifier": id,
            "schema:contactPoint": {"@type": "schema:ContactPoint", "schema:url": school.address},
            "schema:address": {"@type": "schema:PostalAddress", "schema:name": name},
        })
    }));
    all.into()
}

/// Everything that happened, the oldest first.
fn statuses(about: &About<'_>, told: &Told<'_>) -> Value {
    let mut all: Vec<(Timestamp, Value)> = Vec::new();
    let school = json!({"@id": about.school.id, "@type": "dpv:DataController"});
    let endless = json!({"@type": "dpv:EndlessDuration"});
    let by_school = |state: &str, at: Timestamp, how: &str| {
        json!({
            "@type": [state, "dpv:ExplicitlyExpressedConsent"],
            "dpv:isIndicatedAtTime": at,
            "dpv:hasDuration": endless,
            "dpv:isIndicatedBy": school,
            "dpv:hasIndicationMethod": how,
        })
    };
    for at in &told.asked {
        all.push((*at, by_school("dpv:ConsentRequested", *at, "brief")));
    }
    for (place, event) in told.events.iter().enumerate() {
        let earlier = told.events.get(..place).unwrap_or_default();
        all.push((event.at, said(about, event, earlier)));
    }
    if told.reason == Reason::NoticeChanged {
        let at = told.purpose.since;
        all.push((
            at,
            by_school("dpv:ConsentExpired", at, "gewijzigde toelichting"),
        ));
    }
    if let Some(at) = told
        .purpose
        .ends_on
        .and_then(people::begins)
        .filter(|at| *at <= about.now)
    {
        all.push((at, by_school("dpv:ConsentRevoked", at, "doel beëindigd")));
    }
    if told.purpose.notice.ground == Ground::Consent && all.is_empty() {
        all.push((
            about.now,
            by_school("dpv:ConsentUnknown", about.now, "geen antwoord"),
        ));
    }
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, status)| status).collect()
}

/// One answer. What was undone was said for the wrong person or by mistake, and is invalid from then on.
fn said(about: &About<'_>, event: &Event, earlier: &[&Event]) -> Value {
    let counts = |one: &&&Event| one.answer != Answer::Undone && one.said_by == event.said_by;
    let before = earlier.iter().rfind(counts).map(|one| one.answer);
    let state = match (event.answer, before) {
        (Answer::Yes, Some(Answer::Yes)) => "dpv:RenewedConsentGiven",
        (Answer::Yes, _) => "dpv:ConsentGiven",
        (Answer::No, Some(Answer::Yes)) => "dpv:ConsentWithdrawn",
        (Answer::No, _) => "dpv:ConsentRefused",
        (Answer::Undone, _) => "dpv:ConsentInvalidated",
    };
    let voogd = about
        .relations
        .iter()
        .any(|(person, relation)| *person == event.said_by && *relation == Relation::Voogd);
    let who = match event.capacity {
        Capacity::Own => "dpv:DataSubject",
        Capacity::Guardian if voogd => "dpv:GuardianOfDataSubject",
        Capacity::Guardian => "dpv:ParentOfDataSubject",
    };
    json!({
        "@type": [state, "dpv:ExplicitlyExpressedConsent"],
        "dpv:isIndicatedAtTime": event.at,
        "dpv:hasDuration": {"@type": "dpv:UntilEventDuration", "rdf:value": "ConsentWithdrawn"},
        "dpv:isIndicatedBy": {
            "@id": urn(event.said_by),
            "@type": who,
            "dpv:hasJustification": event.rule,
        },
        "dpv:hasIndicationMethod": event.how.key(),
        "dct:date": event.said_on,
        "dct:identifier": event.act,
    })
}

/// Whether somebody is under eighteen: also if nobody knows their age.
pub fn is_child(pupil: bool, born: Option<Date>, today: Date) -> bool {
    pupil && born.is_none_or(|born| people::year::age_on(born, today) < 18)
}

#[cfg(test)]
mod tests;
