-- What may be shown of whom, where. Each answer is an event that stays; what holds now follows from the events.
CREATE TABLE consent_purpose (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    position {int} NOT NULL,
    -- nobody is asked any more and nothing new is shown from this day on
    ends_on {date},
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_purpose};
CREATE INDEX consent_purpose_of ON consent_purpose (board, school);

CREATE TABLE consent_notice (
    board {uuid} NOT NULL,
    purpose {uuid} NOT NULL,
    version {int} NOT NULL,
    made_at {instant} NOT NULL,
    made_by {uuid},
    -- what people read, in each language, and what it is about
    content {json} NOT NULL,
    PRIMARY KEY (board, purpose, version)
) {strict};
{tenant consent_notice};

CREATE TABLE consent_event (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    -- counts the events of this person, in the order in which they arrived
    number {int} NOT NULL,
    purpose {uuid} NOT NULL,
    channel TEXT NOT NULL,
    medium TEXT NOT NULL,
    -- ja, nee, or ongedaan: everything of this act does not count
    answer TEXT NOT NULL,
    -- whose answer it is, and as what
    said_by {uuid} NOT NULL,
    capacity TEXT NOT NULL,
    -- who typed it in for them
    typed_by {uuid},
    at {instant} NOT NULL,
    -- the day on which it was said; on paper that is before it is typed in
    said_on {date} NOT NULL,
    how TEXT NOT NULL,
    notice {int} NOT NULL,
    language TEXT NOT NULL,
    -- what was sent at once is one act
    act {uuid} NOT NULL,
    evidence {uuid},
    -- which rule of law decided who may say it
    rule TEXT NOT NULL,
    PRIMARY KEY (board, person, number)
) {strict};
{tenant consent_event};
CREATE INDEX consent_event_by ON consent_event (board, said_by);
CREATE INDEX consent_event_at ON consent_event (board, at);

-- The last word of each person who speaks for somebody, as the events give it: so that a decision reads one row.
CREATE TABLE consent_held (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    -- the number of the last event
    number {int} NOT NULL,
    votes {bytes} NOT NULL,
    PRIMARY KEY (board, person)
) {strict};
{tenant consent_held};

-- Who is never shown, whatever anybody answers. Why is sealed under that person's key.
CREATE TABLE consent_shield (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    from_day {date} NOT NULL,
    until_day {date},
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    reason {bytes} NOT NULL,
    PRIMARY KEY (board, person, made_at)
) {strict};
{tenant consent_shield};

CREATE TABLE consent_terms (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- the yes of both guardians is needed
    both_guardians {bool} NOT NULL,
    -- days after the sixteenth birthday in which what the guardians said goes on
    grace_days {int} NOT NULL,
    PRIMARY KEY (board, school)
) {strict};
{tenant consent_terms};

-- A form on paper as it was scanned, sealed under the key of the person whom it is about.
CREATE TABLE consent_evidence (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person {uuid} NOT NULL,
    kind TEXT NOT NULL,
    made_at {instant} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_evidence};
CREATE INDEX consent_evidence_of ON consent_evidence (board, person);

-- What was made public, and who is in it. Publishing writes it; a withdrawal reads it.
CREATE TABLE consent_publication (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    channel TEXT NOT NULL,
    published_at {instant} NOT NULL,
    removed_at {instant},
    -- title and address, sealed under the board's key: a title may name a child
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_publication};

CREATE TABLE consent_depiction (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    publication {uuid} NOT NULL,
    purpose {uuid} NOT NULL,
    channel TEXT NOT NULL,
    medium TEXT NOT NULL,
    PRIMARY KEY (board, person, publication, medium)
) {strict};
{tenant consent_depiction};
CREATE INDEX consent_depiction_in ON consent_depiction (board, publication);

-- What must come off, since somebody withdrew. Done when somebody, or the channel, confirmed that it is gone.
CREATE TABLE consent_takedown (
    board {uuid} NOT NULL,
    publication {uuid} NOT NULL,
    person {uuid} NOT NULL,
    act {uuid} NOT NULL,
    asked_at {instant} NOT NULL,
    done_at {instant},
    done_by {uuid},
    PRIMARY KEY (board, publication, person, act)
) {strict};
{tenant consent_takedown};

CREATE TABLE consent_campaign (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- huidig, inschrijving, herinnering, nieuw, afscheid, zestien
    kind TEXT NOT NULL,
    -- bezig, klaar, gestopt
    state TEXT NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    -- whom, which purposes, the letter, on which days it reminds
    plan {json} NOT NULL,
    -- how far the queueing is: the last person who was looked at
    looked {uuid},
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_campaign};

-- Who was asked about whom.
CREATE TABLE consent_asked (
    board {uuid} NOT NULL,
    campaign {uuid} NOT NULL,
    asked {uuid} NOT NULL,
    about {uuid} NOT NULL,
    class_group {uuid},
    -- mail, papier, or geen: there is no address
    way TEXT NOT NULL,
    asked_at {instant} NOT NULL,
    reminded {int} NOT NULL,
    answered_at {instant},
    PRIMARY KEY (board, campaign, asked, about)
) {strict};
{tenant consent_asked};
CREATE INDEX consent_asked_about ON consent_asked (board, about);

-- A pupil said no, and a guardian said yes after it: somebody has to talk with both.
CREATE TABLE consent_talk (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person {uuid} NOT NULL,
    asked_by {uuid} NOT NULL,
    asked_at {instant} NOT NULL,
    done_at {instant},
    done_by {uuid},
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_talk};
CREATE INDEX consent_talk_about ON consent_talk (board, person);
