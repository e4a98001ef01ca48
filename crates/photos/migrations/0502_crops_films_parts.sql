-- A photo may be shown in part; the school settles how long what is shown stays; a file may be a film, and may come in parts.

-- the part that is shown, in pixels of the photo as it came in, upright; none for all of it
ALTER TABLE photo ADD COLUMN crop {json};
-- mp4, mov or webm; none for a photo
ALTER TABLE photo ADD COLUMN film TEXT;
-- bytes of a film without its metadata
ALTER TABLE photo ADD COLUMN length {int};
-- photos as they are shown are gone after so many days; none where the terms of the purposes count
ALTER TABLE photo_terms ADD COLUMN shown {int};

-- Somebody saw a film whole and said that it may go there.
CREATE TABLE photo_confirmed (
    board {uuid} NOT NULL,
    photo {uuid} NOT NULL,
    -- a purpose and a channel
    place TEXT NOT NULL,
    confirmed_by {uuid} NOT NULL,
    confirmed_at {instant} NOT NULL,
    PRIMARY KEY (board, photo, place)
) {strict};
{tenant photo_confirmed};

-- What came of a file on a bad network: each part by itself, until the last is in or a day is over.
CREATE TABLE photo_part (
    board {uuid} NOT NULL,
    album {uuid} NOT NULL,
    -- a blind index of the bytes of the whole file
    digest {bytes} NOT NULL,
    part {int} NOT NULL,
    sent_by {uuid} NOT NULL,
    sent_at {instant} NOT NULL,
    -- under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, album, digest, part)
) {strict};
{tenant photo_part};

-- Who saw whom in a list of photos, in which hour: the log has one line of it, not one for each time that the list is opened.
CREATE TABLE photo_seen (
    board {uuid} NOT NULL,
    photo {uuid} NOT NULL,
    seen_by {uuid} NOT NULL,
    -- who is on it; the photo itself where nobody is named
    subject {uuid} NOT NULL,
    -- hours since 1970
    hour {int} NOT NULL,
    PRIMARY KEY (board, photo, seen_by, subject, hour)
) {strict};
{tenant photo_seen};
