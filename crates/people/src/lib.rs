//! The people of a board: schools, groups, pupils, guardians, staff; and how a roster brings them in.
