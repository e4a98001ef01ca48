//! Keys and sealed values. It knows no word of the school.
