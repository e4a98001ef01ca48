//! Photos of a school: taken in, faces named or covered, shown where everybody on them may be.
//!
//! The rules of this word:
//!
//! * A file from outside is opened in a process that can do nothing else ([`caged`]); what is shown is made anew from pixels.
//! * Faces are found by the program and named by people. Whoever is not named may not be shown; whoever is covered needs no name.
//! * That everybody on a photo is in its list, a person says. No machine does.
//! * A crop leaves somebody out; it can be undone until somebody declares the list complete.
//! * A film is watched by a person: who is in it is named by hand, and each place where it may go is confirmed by hand. It goes
//!   nowhere before its metadata is gone ([`film`]).
//! * Who may be shown where is asked of `consent` at each look and never kept here: a withdrawal holds for every photo at once.
//! * Who may say no to photos of somebody may have them covered where they are already, without anybody's approval. It is done at
//!   once, stays done, and somebody of the school looks at it afterwards. Of a photo they see that one head and nothing else.
//! * Every byte is sealed under a key of the photo ([`store::pieces`]); who erases the photo erases the key.
//!
//! ```
//! use consent::rules::Shown;
//! use photos::model::Mark;
//! use photos::rules::{Heap, Stands, heap, holds};
//!
//! let sam = Mark::Person(words::PersonId(uuid::Uuid::from_u128(1)));
//! let stands = Stands { complete: true, asked: false, settled: true, confirmed: true };
//! let faces = [holds(sam, Some(Shown::May)), holds(Mark::Unknown, None)];
//! assert_eq!(heap(stands, &faces).heap, Heap::Look);
//! let faces = [holds(sam, Some(Shown::May)), holds(Mark::Cover, None)];
//! assert_eq!(heap(stands, &faces).heap, Heap::Ready);
//! ```

mod covered;
pub mod demo;
mod erased;
pub mod film;
mod follows;
mod hevc;
mod house;
pub mod jobs;
mod looks;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;
mod waits;
mod work;

pub use covered::{COVERED, Covered};
pub use erased::{ERASED, Erased};
pub use follows::Merged;
pub use house::Photos;
pub use looks::looked_at;
pub use pages::{menu, routes};
pub use store::MIGRATIONS;
pub use waits::Waiting;
pub use work::{Bytes, Perform, caged};

ui::speaks!();
