-- Somebody asked that they, or a child for whom they speak, be covered. The face itself bears no name any more.
CREATE TABLE photo_request (
    board {uuid} NOT NULL,
    photo {uuid} NOT NULL,
    number {int} NOT NULL,
    -- one form: this photo, or all of them
    act {uuid} NOT NULL,
    person {uuid} NOT NULL,
    asked_by {uuid} NOT NULL,
    asked_at {instant} NOT NULL,
    -- who looked since whether it is right
    seen_by {uuid},
    seen_at {instant},
    PRIMARY KEY (board, photo, number)
) {strict};
{tenant photo_request};
CREATE INDEX photo_request_of ON photo_request (board, person);
