//! E-mail out. It knows no word of the school.
