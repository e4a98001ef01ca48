//! The database: one SQL text for SQLite and PostgreSQL. The only crate that names the SQL library.
