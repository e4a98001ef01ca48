-- Questions of people in doubt, who is asked, what was answered, and what others learn from it.
CREATE TABLE advice_question (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    asker {uuid} NOT NULL,
    -- as what they ask
    asker_role TEXT NOT NULL,
    -- the protocol in force when it was asked, and the article that it is about
    protocol TEXT,
    version TEXT,
    article TEXT,
    -- who is asked, one after the other, where the protocol says so, and whether an answer binds
    route {json} NOT NULL,
    -- how far it went
    step {int} NOT NULL,
    -- open or beantwoord
    state TEXT NOT NULL,
    asked_at {instant} NOT NULL,
    due_at {instant} NOT NULL,
    answered_at {instant},
    -- one person to whom it was handed over
    handed_to {uuid},
    -- the pupil whom it is about, if one was named
    about {uuid},
    -- what was asked and where it came from, under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant advice_question};
CREATE INDEX advice_question_by ON advice_question (board, asker, asked_at);
CREATE INDEX advice_question_to ON advice_question (board, handed_to);

-- The desks at which a question lies: a role at a school, of one group where it is about one (no group is written as noughts).
CREATE TABLE advice_desk (
    board {uuid} NOT NULL,
    question {uuid} NOT NULL,
    school {uuid} NOT NULL,
    role TEXT NOT NULL,
    class_group {uuid} NOT NULL,
    PRIMARY KEY (board, question, role, class_group)
) {strict};
{tenant advice_desk};
CREATE INDEX advice_desk_of ON advice_desk (board, school, role, class_group);

CREATE TABLE advice_answer (
    board {uuid} NOT NULL,
    question {uuid} NOT NULL,
    answerer {uuid} NOT NULL,
    role TEXT NOT NULL,
    at {instant} NOT NULL,
    -- mag, mag-niet or aanpassen
    outcome TEXT NOT NULL,
    article TEXT,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, question, answerer)
) {strict};
{tenant advice_answer};

-- A good answer, told so that nobody can be known by it.
CREATE TABLE advice_precedent (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    protocol TEXT NOT NULL,
    version TEXT NOT NULL,
    article TEXT NOT NULL,
    outcome TEXT NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant advice_precedent};
CREATE INDEX advice_precedent_of ON advice_precedent (board, school, article);

-- Who answers where the protocol names nobody for an asker.
CREATE TABLE advice_choice (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- as what somebody asks, in the words of protocols
    asker TEXT NOT NULL,
    answerer TEXT NOT NULL,
    PRIMARY KEY (board, school, asker)
) {strict};
{tenant advice_choice};

CREATE TABLE advice_terms (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- school days in which a question is answered
    days {int} NOT NULL,
    -- days on which the school is closed
    free {json} NOT NULL,
    PRIMARY KEY (board, school)
) {strict};
{tenant advice_terms};
