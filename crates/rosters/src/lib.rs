//! A school's roster as its pupil administration exports it, read into the people in it. Pure.
