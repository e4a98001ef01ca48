//! The edge of the program: what every request and every response have in common. It knows
//! no word of the school.
//!
//! * [`Visit`]: one request, with its language (`/en/…` is English, all else Dutch).
//! * [`Site`]: the files, the kept pages and the fault pages; it makes every response, so no
//!   response leaves without the headers of [`headers`].
//! * [`Fault`]: why a page could not be shown, in the visitor's words.
//!
//! A public page is a function of its address and nothing else: no cookie, no clock, no
//! account. That is why [`Site::show`] may keep the bytes of a page by its address.

pub mod fault;
pub mod files;
pub mod headers;
pub mod kept;
pub mod site;
pub mod visit;

pub use fault::Fault;
pub use files::Files;
pub use site::{Shown, Site};
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
