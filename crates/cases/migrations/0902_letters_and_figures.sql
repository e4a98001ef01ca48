-- The letters of a school in its own words.
CREATE TABLE case_template (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- uitnodiging, hoorgesprek, verzoek, antwoord, waarschuwing, schorsing, verwijdering, ordemaatregel
    kind TEXT NOT NULL,
    -- nl, en
    language TEXT NOT NULL,
    changed_at {instant} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, school, kind, language)
) {strict};
{tenant case_template};

-- What a year is counted from, also when the key of a case is long gone: how it ended (waarschuwing, schorsing, verwijdering,
-- ordemaatregel, geen), and whether everything that had a term was done in time.
ALTER TABLE case_file ADD COLUMN outcome TEXT;
ALTER TABLE case_file ADD COLUMN kept {bool};
ALTER TABLE case_stone ADD COLUMN outcome TEXT;
ALTER TABLE case_stone ADD COLUMN kept {bool};
ALTER TABLE case_stone ADD COLUMN opened_at {instant};
ALTER TABLE case_stone ADD COLUMN to_board {bool};
CREATE INDEX case_file_year ON case_file (board, school, received_at);

-- A page of a list costs the same however many cases there are: each question has an index that answers it whole, order included. Otherwise
-- SQLite goes by the order and passes over everything of the board.
DROP INDEX case_party_of;
CREATE INDEX case_party_who ON case_party (board, person, case_id);
DROP INDEX case_seat_of;
CREATE INDEX case_seat_who ON case_seat (board, person, case_id);
CREATE INDEX case_event_next ON case_event (board, case_id, done_at, due, id);
DROP INDEX case_file_of;
CREATE INDEX case_file_of ON case_file (board, school, to_board, state, received_at, id);
CREATE INDEX case_file_governed ON case_file (board, to_board, state, received_at, id);
DROP INDEX case_file_forget;
CREATE INDEX case_file_goes ON case_file (board, forget_at, id);
