//! The conditions, one a line: kind of measure, what, when, where it holds, what says so.
//!
//! `tests/all/snapshots` has the same table in words that a lawyer can read.

use super::{Condition, Denomination, Kind, Moment, Need, Party, Sector, Weight, When};
use crate::source::{Act, Source};

use Act::{Administrative, Agreement, Compulsory, Primary, Protocol, Secondary};
use Kind::{NotActing, Removal, StaffSanction, Suspension, Warning};
use Moment::{After, Before, With};
use Party::{GroupTeacher, Guardians, Pupil, Staff};
use Weight::{Blocks, Warns};

const ALWAYS: When = When {
    sector: None,
    denomination: None,
    adult: None,
    compulsory: None,
    longer_than: None,
};
const PO: When = When {
    sector: Some(Sector::Po),
    ..ALWAYS
};
const VO: When = When {
    sector: Some(Sector::Vo),
    ..ALWAYS
};
const VO_MINOR: When = When {
    adult: Some(false),
    ..VO
};
const VO_COMPULSORY: When = When {
    compulsory: Some(true),
    ..VO
};
const PUBLIC: When = When {
    denomination: Some(Denomination::Public),
    ..ALWAYS
};
const PO_PUBLIC: When = When {
    denomination: Some(Denomination::Public),
    ..PO
};
const PO_SPECIAL: When = When {
    denomination: Some(Denomination::Special),
    ..PO
};
const VO_SPECIAL: When = When {
    denomination: Some(Denomination::Special),
    ..VO
};
const PO_LONG: When = When {
    longer_than: Some(1),
    ..PO
};
const VO_LONG: When = When {
    longer_than: Some(1),
    ..VO
};

const fn row(
    kind: Kind,
    need: Need,
    moment: Moment,
    weight: Weight,
    when: When,
    source: Source,
) -> Condition {
    Condition {
        kind,
        need,
        moment,
        weight,
        when,
        source,
    }
}

const OURS: Source = Source::stated(Protocol, "");
const PRACTICE: Source = Source::practice();
const PO_SUSPENSION: Source = Source::stated(Primary, "40c");
const VO_SUSPENSION: Source = Source::stated(Secondary, "8.14");
const PO_REMOVAL: Source = Source::stated(Primary, "40 lid 11");
const VO_REMOVAL: Source = Source::stated(Secondary, "8.15");
const NAMES_OBJECTION: Source = Source::stated(Administrative, "3:45");

/// Every condition, measure by measure, in the order in which it is met.
#[rustfmt::skip]
pub(super) const ALL: &[Condition] = &[
    row(NotActing, Need::Reasons, Before, Blocks, ALWAYS, OURS),

    row(Warning, Need::GroundInProtocol, Before, Blocks, ALWAYS, OURS),
    row(Warning, Need::TalkOrLetter, With, Blocks, ALWAYS, OURS),

    row(Suspension, Need::Heard(Pupil), Before, Warns, ALWAYS, PRACTICE),
    row(Suspension, Need::Heard(Guardians), Before, Warns, PO, PRACTICE),
    row(Suspension, Need::Heard(Guardians), Before, Warns, VO_MINOR, PRACTICE),
    row(Suspension, Need::Mandate, Before, Blocks, PO, PO_SUSPENSION),
    row(Suspension, Need::Mandate, Before, Blocks, VO, VO_SUSPENSION),
    row(Suspension, Need::Stretch, Before, Blocks, PO, PO_SUSPENSION),
    row(Suspension, Need::Stretch, Before, Blocks, VO, VO_SUSPENSION),
    row(Suspension, Need::WithinWeek, Before, Blocks, PO, PO_SUSPENSION),
    row(Suspension, Need::WithinWeek, Before, Blocks, VO, VO_SUSPENSION),
    row(Suspension, Need::WithinFiveSchoolDays, Before, Warns, ALWAYS, PRACTICE),
    row(Suspension, Need::WithinWeekTogether, Before, Warns, PO, Source::derived(Primary, "40c")),
    row(Suspension, Need::WithinWeekTogether, Before, Warns, VO, Source::derived(Secondary, "8.14")),
    row(Suspension, Need::Reasons, With, Blocks, PO, PO_SUSPENSION),
    row(Suspension, Need::Reasons, With, Blocks, VO, VO_SUSPENSION),
    row(Suspension, Need::Letter(Pupil), With, Blocks, VO, VO_SUSPENSION),
    row(Suspension, Need::Letter(Guardians), With, Blocks, PO, PO_SUSPENSION),
    row(Suspension, Need::Letter(Guardians), With, Blocks, VO_MINOR, VO_SUSPENSION),
    row(Suspension, Need::ObjectionNamed, With, Blocks, PUBLIC, NAMES_OBJECTION),
    row(Suspension, Need::Schoolwork, With, Warns, ALWAYS, PRACTICE),
    row(Suspension, Need::InspectorateTold, After, Blocks, PO_LONG, PO_SUSPENSION),
    row(Suspension, Need::InspectorateTold, After, Blocks, VO_LONG, VO_SUSPENSION),

    row(Removal, Need::Announced, Before, Warns, ALWAYS, PRACTICE),
    row(Removal, Need::Heard(GroupTeacher), Before, Blocks, PO, PO_REMOVAL),
    row(Removal, Need::Heard(Pupil), Before, Blocks, VO, VO_REMOVAL),
    row(Removal, Need::Heard(Guardians), Before, Blocks, PO, PO_REMOVAL),
    row(Removal, Need::Heard(Guardians), Before, Blocks, VO_MINOR, VO_REMOVAL),
    row(Removal, Need::InspectorateConsulted, Before, Blocks, VO_COMPULSORY, VO_REMOVAL),
    row(Removal, Need::OtherSchool, Before, Blocks, PO, PO_REMOVAL),
    row(Removal, Need::OtherSchool, Before, Blocks, VO_COMPULSORY, VO_REMOVAL),
    row(Removal, Need::Mandate, Before, Blocks, PO, PO_REMOVAL),
    row(Removal, Need::Mandate, Before, Blocks, VO, VO_REMOVAL),
    row(Removal, Need::Reasons, With, Blocks, PO_PUBLIC, Source::stated(Administrative, "3:46")),
    row(Removal, Need::Reasons, With, Blocks, PO_SPECIAL, Source::stated(Primary, "63 lid 2")),
    row(Removal, Need::Reasons, With, Blocks, VO, Source::stated(Secondary, "8.15 lid 6")),
    row(Removal, Need::Letter(Pupil), With, Blocks, VO, Source::stated(Secondary, "8.15 lid 6")),
    row(Removal, Need::Letter(Guardians), With, Blocks, PO_PUBLIC, Source::derived(Administrative, "3:41")),
    row(Removal, Need::Letter(Guardians), With, Blocks, PO_SPECIAL, Source::stated(Primary, "63 lid 2")),
    row(Removal, Need::Letter(Guardians), With, Blocks, VO_MINOR, Source::stated(Secondary, "8.15 lid 6")),
    row(Removal, Need::ObjectionNamed, With, Blocks, PUBLIC, NAMES_OBJECTION),
    row(Removal, Need::ObjectionNamed, With, Blocks, PO_SPECIAL, Source::stated(Primary, "63 lid 2")),
    row(Removal, Need::ObjectionNamed, With, Blocks, VO_SPECIAL, Source::derived(Secondary, "8.15 lid 7")),
    row(Removal, Need::MunicipalityTold, After, Blocks, ALWAYS, Source::stated(Compulsory, "18 lid 1")),
    row(Removal, Need::InspectorateTold, After, Blocks, VO_COMPULSORY, VO_REMOVAL),
    row(Removal, Need::InspectorateTold, After, Warns, PO, PRACTICE),

    row(StaffSanction, Need::Heard(Staff), Before, Warns, ALWAYS, Source::unchecked(Agreement, "")),
    row(StaffSanction, Need::GroundInAgreement, Before, Blocks, ALWAYS, Source::stated(Agreement, "")),
    row(StaffSanction, Need::Mandate, Before, Warns, ALWAYS, Source::unchecked(Agreement, "")),
    row(StaffSanction, Need::Reasons, With, Blocks, ALWAYS, Source::stated(Agreement, "")),
    row(StaffSanction, Need::Letter(Staff), With, Blocks, ALWAYS, Source::stated(Agreement, "")),
];
