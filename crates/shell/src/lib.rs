//! The edge of the program: what every request and every response have in common. It knows
//! no word of the school.
//!
//! * [`Visit`]: one request, with its language (`/en/…` is English, all else Dutch).
//! * [`Site`]: the files, the kept pages and the fault pages; it makes every response, so no
//!   response leaves without the headers of [`headers`].
//! * [`Fault`]: why a page could not be shown, in the visitor's words.
//!
//! * [`Clock`] and [`Chance`]: time and randomness, handed over.
//! * [`Form`] and [`Upload`]: what somebody sent, within limits; [`Origins`]: whether our own page sent it; [`cookie`]; [`limit`].
//!
//! A public page is a function of its address and nothing else: no cookie, no clock, no
//! account. That is why [`Site::show`] may keep the bytes of a page by its address. A page for one person goes out by
//! [`Site::private`], and nobody keeps it.
//!
//! ```
//! let (site, visit) = (shell::Site::new(shell::Files::default()), shell::Visit::at("/en/weg"));
//! assert_eq!(site.fault(&visit, &shell::Fault::Missing).status(), 404);
//! ```

pub mod chance;
pub mod clock;
pub mod cookie;
pub mod fault;
pub mod files;
pub mod form;
pub mod headers;
pub mod kept;
pub mod limit;
pub mod origin;
pub mod peer;
pub mod site;
pub mod upload;
pub mod visit;

pub use chance::{Chance, SeededChance, SystemChance};
pub use clock::{Clock, FixedClock, SystemClock};
pub use fault::Fault;
pub use files::Files;
pub use form::Form;
pub use limit::Limit;
pub use origin::Origins;
pub use peer::Peer;
pub use site::{Shown, Site};
pub use upload::{Upload, Uploads};
pub use visit::Visit;

use axum::Router;
use axum::routing::MethodRouter;

/// Adds a route in every language.
pub fn in_every_language<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    path: &str,
    method: MethodRouter<S>,
) -> Router<S> {
    let english = if path == "/" {
        "/en".to_owned()
    } else {
        format!("/en{path}")
    };
    router.route(path, method.clone()).route(&english, method)
}
