//! The spine: who decided what, on which article of which version, from which facts; and who looked at whom.
