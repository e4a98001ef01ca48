-- Who belongs to a board. What would say who somebody is (name, birth date, e-mail address) stands sealed under that
-- person's own key; the rest is ids and days.
CREATE TABLE school (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    name TEXT NOT NULL,
    -- 99ZZ, or with its branch 99ZZ00; not every school has one here
    brin TEXT,
    -- the protocol it follows, by its name
    protocol TEXT,
    -- po or vo
    sector TEXT NOT NULL,
    -- which key of a source means this school
    source_index {bytes},
    PRIMARY KEY (board, id),
    UNIQUE (board, source_index)
) {strict};
{tenant school};

CREATE TABLE location (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant location};
CREATE INDEX location_of ON location (board, school);

CREATE TABLE class_group (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    location {uuid},
    -- the calendar year in which the school year begins
    school_year {int} NOT NULL,
    name TEXT NOT NULL,
    -- klas, or another group beside it (cluster)
    kind TEXT NOT NULL,
    -- the years taught in it: 3 and 4 for a combined class, the same twice for another; 0 where a year says nothing
    lowest {int} NOT NULL,
    highest {int} NOT NULL,
    source_index {bytes},
    PRIMARY KEY (board, id),
    UNIQUE (board, source_index)
) {strict};
{tenant class_group};
CREATE INDEX class_group_of ON class_group (board, school, school_year);

CREATE TABLE person (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    sealed {bytes} NOT NULL,
    -- one person was here twice: this row stays as a trace and points to the one that goes on
    merged_into {uuid},
    left_on {date},
    source_index {bytes},
    -- an e-mail address that signs in, for equality only
    email_index {bytes},
    made_at {instant} NOT NULL,
    -- counts the changes of this row, so that two people do not overwrite each other
    version {int} NOT NULL,
    -- people_version at the last change
    changed {int} NOT NULL,
    PRIMARY KEY (board, id),
    UNIQUE (board, source_index)
) {strict};
{tenant person};
CREATE INDEX person_changed ON person (board, changed);
CREATE INDEX person_email ON person (board, email_index);

CREATE TABLE enrolment (
    board {uuid} NOT NULL,
    pupil {uuid} NOT NULL,
    school {uuid} NOT NULL,
    from_day {date} NOT NULL,
    -- the last day
    until_day {date},
    PRIMARY KEY (board, pupil, school, from_day)
) {strict};
{tenant enrolment};
CREATE INDEX enrolment_in ON enrolment (board, school);

CREATE TABLE membership (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    class_group {uuid} NOT NULL,
    -- leerling, mentor or leraar
    part TEXT NOT NULL,
    -- a pupil's own year in a combined class; 0 where it says nothing
    level {int} NOT NULL,
    from_day {date} NOT NULL,
    until_day {date},
    PRIMARY KEY (board, person, class_group, part, from_day)
) {strict};
{tenant membership};
CREATE INDEX membership_in ON membership (board, class_group);

CREATE TABLE guardianship (
    board {uuid} NOT NULL,
    pupil {uuid} NOT NULL,
    guardian {uuid} NOT NULL,
    -- ouder, voogd, verzorger or overig
    relation TEXT NOT NULL,
    -- ja, nee or onbekend
    authority TEXT NOT NULL,
    -- who saw to it at the school, and when; without them authority is what a file or a form said
    confirmed_by {uuid},
    confirmed_at {instant},
    from_day {date} NOT NULL,
    until_day {date},
    PRIMARY KEY (board, pupil, guardian)
) {strict};
{tenant guardianship};
CREATE INDEX guardianship_by ON guardianship (board, guardian);

-- What somebody chose for a pupil before the school year rolls over; everyone else follows the class.
CREATE TABLE roll_choice (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- the year that begins
    school_year {int} NOT NULL,
    pupil {uuid} NOT NULL,
    -- blijft, vertrekt, or naar with the name of a class
    choice TEXT NOT NULL,
    class_name TEXT NOT NULL,
    PRIMARY KEY (board, school, school_year, pupil)
) {strict};
{tenant roll_choice};

-- Counts the changes of a board's people, so that a list of names that is held in memory knows when it is out of date.
CREATE TABLE people_version (
    board {uuid} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (board)
) {strict};
{tenant people_version};
