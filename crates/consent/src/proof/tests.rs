//! Every field that must be there is there, and every word is one of the vocabulary.

use std::collections::BTreeSet;

use jiff::civil::date;
use words::SchoolId;

use super::*;
use crate::model::How;
use crate::usual;

/// The words of the Data Privacy Vocabulary 2.3 that a record may use, each looked up in it.
const KNOWN: &str = "\
    dpv:ConsentRecord dpv:ConsentReceipt dpv:hasDataSubject dpv:hasNotice dpv:ConsentNotice dpv:hasProcess dpv:Process \
    dpv:hasPurpose dpv:hasPersonalData dpv:PersonalData dpv:hasStorageCondition dpv:StorageLocation dpv:hasLocation \
    dpv:StorageDuration dpv:StorageDeletion dpv:hasDuration dpv:hasDataController dpv:hasLegalBasis dpv:hasRecipient \
    dpv:hasConsentControl dpv:WithdrawConsent dpv:ProvideConsent dpv:ReaffirmConsent dpv:isExercisedAt dpv:hasJurisdiction \
    dpv:hasRight dpv:DataSubjectRight dpv:hasEntity dpv:hasName dpv:hasIdentifier dpv:Organisation dpv:DataController \
    dpv:ThirdParty dpv:hasConsentStatus dpv:isIndicatedAtTime dpv:isIndicatedBy dpv:hasIndicationMethod dpv:hasJustification \
    dpv:hasRecordOfActivity dpv:ExplicitlyExpressedConsent dpv:UntilEventDuration dpv:EndlessDuration dpv:Child dpv:Student \
    dpv:DataSubject dpv:ParentOfDataSubject dpv:GuardianOfDataSubject dpv:PublicRelations dpv:SocialMediaMarketing \
    dpv:ConsentGiven dpv:RenewedConsentGiven dpv:ConsentUnknown dpv:ConsentRequested dpv:ConsentRefused dpv:ConsentWithdrawn \
    dpv:ConsentRevoked dpv:ConsentExpired dpv:ConsentInvalidated sector-education:StudentSocialActivitiesManagement \
    pd:Picture pd:VoiceCommunicationRecording loc:NL eu-gdpr:A6-1-a eu-gdpr:A7-3 eu-gdpr:A15 eu-gdpr:A16 eu-gdpr:A17 eu-gdpr:A77";

const SAM: PersonId = PersonId(Uuid::from_u128(1));
const ONE: PersonId = PersonId(Uuid::from_u128(2));

fn event(number: i64, cell: Cell, answer: Answer, by: PersonId) -> Event {
    Event {
        number,
        person: SAM,
        cell,
        answer,
        said_by: by,
        capacity: if by == SAM {
            Capacity::Own
        } else {
            Capacity::Guardian
        },
        typed_by: None,
        at: Timestamp::from_second(1_790_000_000 + number).unwrap(),
        said_on: date(2026, 9, 21),
        how: How::Page,
        notice: 1,
        language: Locale::Nl,
        act: Uuid::from_u128(9),
        evidence: None,
        rule: crate::rules::LAW.to_owned(),
    }
}

fn made() -> Value {
    let mut purposes: Vec<Purpose> = Vec::new();
    for (at, notice) in usual::notices().into_iter().enumerate() {
        purposes.push(Purpose {
            id: words::PurposeId(Uuid::from_u128(100 + at as u128)),
            notice,
            ends_on: (at == 2).then(|| date(2026, 10, 1)),
            ..usual::example(SchoolId(Uuid::from_u128(5)))
        });
    }
    let said = [
        Answer::Yes,
        Answer::Yes,
        Answer::No,
        Answer::No,
        Answer::Yes,
        Answer::Undone,
    ];
    let events: Vec<Vec<Event>> = purposes
        .iter()
        .flat_map(|purpose| purpose.cells().collect::<Vec<_>>())
        .enumerate()
        .map(|(at, cell)| {
            let by = if at % 2 == 0 { ONE } else { SAM };
            let some = said.iter().take(at % 7);
            some.zip(1..)
                .map(|(answer, number)| event(number, cell, *answer, by))
                .collect()
        })
        .collect();
    let cells = purposes
        .iter()
        .flat_map(|one| one.cells().map(move |cell| (one, cell)));
    let all: Vec<Told<'_>> = cells
        .zip(&events)
        .map(|((purpose, cell), events)| Told {
            purpose,
            cell,
            events: events.iter().collect(),
            asked: events.iter().take(1).map(|event| event.at).collect(),
            reason: Reason::NoticeChanged,
        })
        .collect();
    let school = Party {
        id: "urn:pleinwacht:school:5".into(),
        name: "De Lindeboom".into(),
        brin: Some("99ZZ00".into()),
        address: "https://school.example".into(),
    };
    let about = About {
        person: SAM,
        pupil: true,
        child: true,
        relations: &[(ONE, Relation::Voogd)],
        school: &school,
        now: Timestamp::from_second(1_795_000_000).unwrap(),
        notices: &[],
    };
    let keys = seal::Master::generate().unwrap();
    let (keys, _) = keys.new_board(words::BoardId(Uuid::from_u128(7))).unwrap();
    receipt(&about, &all, &keys, Uuid::from_u128(8))
}

/// Every name and value of a document that is a word of a vocabulary.
fn used(value: &Value, into: &mut BTreeSet<String>) {
    let is_word = |text: &str| {
        ["dpv:", "pd:", "loc:", "eu-gdpr:", "sector-education:"]
            .iter()
            .any(|prefix| text.starts_with(prefix))
    };
    match value {
        Value::String(text) if is_word(text) => {
            into.insert(text.clone());
        }
        Value::Array(all) => all.iter().for_each(|one| used(one, into)),
        Value::Object(all) => {
            for (name, one) in all {
                if name == "@context" {
                    continue;
                }
                if is_word(name) {
                    into.insert(name.clone());
                }
                used(one, into);
            }
        }
        _ => {}
    }
}

#[test]
fn every_word_is_one_of_the_vocabulary() {
    let mut words = BTreeSet::new();
    used(&made(), &mut words);
    let known: BTreeSet<&str> = KNOWN.split_whitespace().collect();
    for word in &words {
        assert!(
            known.contains(word.as_str()),
            "{word} is no word of DPV 2.3"
        );
    }
    for state in [
        "Given",
        "Refused",
        "Withdrawn",
        "Requested",
        "Expired",
        "Revoked",
        "Invalidated",
    ] {
        assert!(words.contains(&format!("dpv:Consent{state}")), "{state}");
    }
    assert!(words.contains("dpv:RenewedConsentGiven"));
}

#[test]
fn every_field_that_must_be_there_is_there() {
    let receipt = made();
    let there = |value: &Value, path: &str| {
        let found = value.pointer(path);
        assert!(
            found.is_some_and(|one| !one.is_null() && *one != json!([]) && *one != json!("")),
            "{path} lacks in {value:#}"
        );
    };
    for path in [
        "/@type",
        "/dct:conformsTo",
        "/dct:identifier",
        "/dct:created",
        "/dpv:hasRecordOfActivity",
    ] {
        there(&receipt, path);
    }
    let records = receipt["dpv:hasRecordOfActivity"].as_array().unwrap();
    assert!(records.len() > 10);
    for record in records {
        assert_eq!(record["dct:conformsTo"], RECORD);
        let id: Uuid = record["dct:identifier"].as_str().unwrap().parse().unwrap();
        assert_eq!(id.get_version_num(), 4);
        for path in [
            "/dpv:hasDataSubject/dct:identifier",
            "/dpv:hasNotice/0/dct:date",
            "/dpv:hasNotice/0/dct:coverage",
            "/dct:language",
            "/dpv:hasProcess/dpv:hasPurpose/skos:broader",
            "/dpv:hasProcess/dpv:hasPurpose/dct:description",
            "/dpv:hasProcess/dpv:hasPersonalData/skos:broader",
            "/dpv:hasProcess/dpv:hasStorageCondition/0/dpv:hasLocation",
            "/dpv:hasProcess/dpv:hasStorageCondition/1/dpv:hasDuration",
            "/dpv:hasProcess/dpv:hasStorageCondition/2/dpv:hasDuration",
            "/dpv:hasProcess/dpv:hasDataController/@id",
            "/dpv:hasProcess/dpv:hasLegalBasis/0/@id",
            "/dpv:hasProcess/dpv:hasRecipient/0/@id",
            "/dpv:hasProcess/dpv:hasConsentControl/0/dpv:isExercisedAt",
            "/dpv:hasProcess/dpv:hasJurisdiction/@id",
            "/dpv:hasProcess/dpv:hasRight/0/dpv:isExercisedAt",
        ] {
            there(record, path);
        }
        for party in record["dpv:hasEntity"].as_array().unwrap() {
            for path in [
                "/@id",
                "/@type",
                "/dpv:hasName",
                "/dpv:hasIdentifier",
                "/schema:contactPoint",
                "/schema:address",
            ] {
                there(party, path);
            }
        }
        let states = record["dpv:hasConsentStatus"].as_array().unwrap();
        assert!(!states.is_empty());
        for state in states {
            for path in [
                "/@type/0",
                "/@type/1",
                "/dpv:isIndicatedAtTime",
                "/dpv:hasDuration",
                "/dpv:isIndicatedBy/@id",
            ] {
                there(state, path);
            }
        }
        // Every party that a record points at stands in it.
        let parties: BTreeSet<&str> = record["dpv:hasEntity"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one["@id"].as_str())
            .collect();
        let pointed = record["dpv:hasProcess"]["dpv:hasRecipient"]
            .as_array()
            .unwrap();
        assert!(
            pointed
                .iter()
                .all(|one| parties.contains(one["@id"].as_str().unwrap()))
        );
    }
}
