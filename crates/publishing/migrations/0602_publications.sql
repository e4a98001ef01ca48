-- A publication on its road: draft, released by somebody else, public at one account or more, corrected, taken down.
CREATE TABLE publication (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    class_group {uuid},
    author {uuid} NOT NULL,
    role TEXT NOT NULL,
    -- concept, ingediend, aangehouden, terug, afgewezen, akkoord or vervallen
    stage TEXT NOT NULL,
    -- counts the changes of its content
    revision {int} NOT NULL,
    due {instant},
    made_at {instant} NOT NULL,
    changed_at {instant} NOT NULL,
    approved_by {uuid},
    approved_role TEXT,
    approved_at {instant},
    approved_revision {int},
    approved_digest TEXT,
    -- the hash of each part as it was released
    approved_parts {json},
    -- what was written and chosen, under the board's key: a text may name a child
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant publication};
CREATE INDEX publication_of ON publication (board, school, stage, changed_at);
CREATE INDEX publication_by ON publication (board, author, changed_at);

-- What happened to a publication, with what people said, sealed.
CREATE TABLE publication_event (
    board {uuid} NOT NULL,
    publication {uuid} NOT NULL,
    number {int} NOT NULL,
    kind TEXT NOT NULL,
    by_person {uuid},
    role TEXT,
    at {instant} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, publication, number)
) {strict};
{tenant publication_event};

-- A publication at one account.
CREATE TABLE publication_release (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    publication {uuid} NOT NULL,
    school {uuid} NOT NULL,
    account {uuid} NOT NULL,
    channel TEXT NOT NULL,
    standing TEXT NOT NULL,
    due {instant} NOT NULL,
    -- which change of the publication is out there
    revision {int},
    fault TEXT,
    public_at {instant},
    changed_at {instant} NOT NULL,
    watched_at {instant},
    -- where it is at the other side, sealed
    remote {bytes},
    PRIMARY KEY (board, id),
    UNIQUE (board, publication, account)
) {strict};
{tenant publication_release};
CREATE INDEX publication_release_of ON publication_release (board, school, standing, due);

-- What somebody showed as proof of what they did by hand: a link, words, or a picture of a screen, sealed.
CREATE TABLE publication_proof (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    publication_release {uuid} NOT NULL,
    -- openbaar, verbeterd or weg
    of_what TEXT NOT NULL,
    by_person {uuid} NOT NULL,
    at {instant} NOT NULL,
    kind TEXT NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant publication_proof};
CREATE INDEX publication_proof_of ON publication_proof (board, publication_release);

-- Who releases at a school, where its protocol names nobody.
CREATE TABLE publication_terms (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    roles {json} NOT NULL,
    PRIMARY KEY (board, school)
) {strict};
{tenant publication_terms};

-- A link for somebody outside who is asked to release one publication. Only the hash of its secret is kept.
CREATE TABLE publication_link (
    board {uuid} NOT NULL,
    hash {bytes} NOT NULL,
    publication {uuid} NOT NULL,
    revision {int} NOT NULL,
    -- of whom it is, sealed
    sealed {bytes} NOT NULL,
    made_by {uuid} NOT NULL,
    expires {instant} NOT NULL,
    used_at {instant},
    PRIMARY KEY (board, hash)
) {strict};
{tenant publication_link};
