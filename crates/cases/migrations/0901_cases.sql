-- What went wrong at a school: signalled, handled, restored, accounted for. Everything that was said stands sealed under a key of its own
-- per case (table subject_key), so that destroying the key forgets it.
CREATE TABLE case_number (
    board {uuid} NOT NULL,
    year {int} NOT NULL,
    last {int} NOT NULL,
    PRIMARY KEY (board, year)
) {strict};
{tenant case_number};

CREATE TABLE case_file (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- how people name it: 2026-12
    year {int} NOT NULL,
    serial {int} NOT NULL,
    -- signaal, open, gesloten, advies, niet-van-ons, dubbel, meldroute
    state TEXT NOT NULL,
    -- formulier, anoniem, ontspoort, doorgestuurd, gevonden
    way TEXT NOT NULL,
    urgent {bool} NOT NULL,
    -- the board handles it: who runs the school is in it, or the law says so
    to_board {bool} NOT NULL,
    reporter {uuid},
    reporter_role TEXT,
    -- keyed hash of the code of somebody who stays unknown
    receipt {bytes},
    received_at {instant} NOT NULL,
    opened_at {instant},
    closed_at {instant},
    -- the last time that anything was added
    touched_at {instant} NOT NULL,
    -- when it goes, and until when it must stay
    forget_at {instant},
    hold_until {instant},
    -- the protocol when it came in, and the articles in play
    protocol TEXT,
    version TEXT,
    articles {json} NOT NULL,
    -- what happened, under the key of the case
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant case_file};
CREATE UNIQUE INDEX case_file_number ON case_file (board, year, serial);
CREATE INDEX case_file_of ON case_file (board, school, state, received_at);
CREATE INDEX case_file_by ON case_file (board, reporter);
CREATE INDEX case_file_receipt ON case_file (board, receipt);
CREATE INDEX case_file_forget ON case_file (board, forget_at);

-- Who is in it. A part belongs to a person in one case, and to nobody for good.
CREATE TABLE case_party (
    board {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    -- none for somebody from outside
    person {uuid},
    -- getroffen, gedaan, getuige, ouder, genoemd
    part TEXT NOT NULL,
    -- of which other party somebody is the parent
    parent_of {uuid},
    -- found to have nothing to do with it
    cleared_at {instant},
    -- the name of somebody from outside
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, case_id, id)
) {strict};
{tenant case_party};
CREATE INDEX case_party_of ON case_party (board, person);

-- Who handles it.
CREATE TABLE case_seat (
    board {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    person {uuid} NOT NULL,
    -- leidt, vervangt, leest
    seat TEXT NOT NULL,
    PRIMARY KEY (board, case_id, person)
) {strict};
{tenant case_seat};
CREATE INDEX case_seat_of ON case_seat (board, person);

-- What happened with it, in order. Nothing is changed or removed; what has a term is done or not.
CREATE TABLE case_event (
    board {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    id {uuid} NOT NULL,
    -- the event that this goes on from
    about {uuid},
    kind TEXT NOT NULL,
    at {instant} NOT NULL,
    made_by {uuid},
    role TEXT,
    due {instant},
    done_at {instant},
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, case_id, id)
) {strict};
{tenant case_event};
CREATE INDEX case_event_due ON case_event (board, done_at, due);

-- Evidence, in sealed pieces.
CREATE TABLE case_piece (
    board {uuid} NOT NULL,
    case_id {uuid} NOT NULL,
    event {uuid} NOT NULL,
    part {int} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, case_id, event, part)
) {strict};
{tenant case_piece};

-- That there was a case, when nothing of it is left.
CREATE TABLE case_stone (
    board {uuid} NOT NULL,
    year {int} NOT NULL,
    serial {int} NOT NULL,
    school {uuid} NOT NULL,
    way TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at {instant} NOT NULL,
    closed_at {instant},
    forgotten_at {instant} NOT NULL,
    articles {json} NOT NULL,
    PRIMARY KEY (board, year, serial)
) {strict};
{tenant case_stone};
