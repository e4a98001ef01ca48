//! Who somebody is: signing in, sessions, roles and substitutes, and what a role may do.
