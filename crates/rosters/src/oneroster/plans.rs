//! The columns of each file.

use crate::header::{Column, Plan};

const QUIET: &[&str] = &[
    "status",
    "dateLastModified",
    "enabledUser",
    "identifier",
    "username",
    "userIds",
    "parentSourcedId",
    "startDate",
    "courseSourcedId",
    "classCode",
    "location",
    "schoolSourcedId",
    "termSourcedIds",
    "subjects",
    "subjectCodes",
    "periods",
    "roleType",
    "beginDate",
    "userProfileSourcedId",
    "primary",
    "orgSourcedIds",
    "orgSourcedId",
    "primaryOrgSourcedId",
    "preferredMiddleName",
    "endDate",
    "grades",
    "title",
    "name",
    "type",
];

/// What says more of people than we need.
const NOT_NEEDED: &[&str] = &[
    "password",
    "userMasterIdentifier",
    "sms",
    "phone",
    "pronouns",
    "sex",
    "americanIndianOrAlaskaNative",
    "asian",
    "blackOrAfricanAmerican",
    "nativeHawaiianOrOtherPacificIslander",
    "white",
    "demographicRaceTwoOrMoreRaces",
    "hispanicOrLatinoEthnicity",
    "countryOfBirthCode",
    "stateOfBirthAbbreviation",
    "cityOfBirth",
    "publicSchoolResidenceStatus",
];

macro_rules! plan {
    ($name:ident: $($column:expr),+ $(,)?) => {
        pub(super) const $name: Plan = Plan { columns: &[$($column),+], quiet: QUIET, not_needed: NOT_NEEDED };
    };
}

const ID: Column = Column::new("sourcedId").needed();
const STATUS: Column = Column::new("status");

/// In every plan the key is the first column and the status the second.
pub(super) const ID_AT: usize = 0;
/// See [`ID_AT`].
pub(super) const STATUS_AT: usize = 1;

plan!(SESSIONS: ID, STATUS, Column::new("type").needed(), Column::new("schoolYear").needed());
plan!(ORGS: ID, STATUS, Column::new("name").needed(), Column::new("type").needed(), Column::new("identifier"));
plan!(CLASSES: ID, STATUS, Column::new("title").needed(), Column::new("grades"), Column::new("classType"));
plan!(USERS:
    ID,
    STATUS,
    Column::new("role"),
    Column::new("givenName").needed(),
    Column::new("familyName").needed(),
    Column::new("middleName"),
    Column::new("preferredGivenName").also(&["preferredFirstName"]),
    Column::new("preferredFamilyName").also(&["preferredLastName"]),
    Column::new("email"),
    Column::new("agentSourcedIds").also(&["agents"]),
    Column::new("grades"),
    Column::new("orgSourcedIds").also(&["orgSourcedId", "primaryOrgSourcedId"]),
);
plan!(ROLES: ID, STATUS, Column::new("userSourcedId").needed(), Column::new("role").needed(), Column::new("endDate"));
plan!(BIRTHS: Column::new("sourcedId").also(&["userSourcedId"]).needed(), STATUS, Column::new("birthDate").needed());
plan!(ENROLLMENTS:
    ID,
    STATUS,
    Column::new("classSourcedId").needed(),
    Column::new("userSourcedId").needed(),
    Column::new("role").needed(),
    Column::new("endDate"),
);
