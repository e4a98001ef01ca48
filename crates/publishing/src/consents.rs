//! Consent, as the check asks for it.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use jiff::civil::Date;
use personal_data::{Channel, Consent};
use store::Tx;
use words::PersonId;

/// What is known of some people's consent. Who is not in it was never asked.
pub type Given = HashMap<PersonId, Consent>;

/// Whoever knows the consents: asked for the people whom a text names, once for each text.
pub trait Consents: Send + Sync {
    /// What these people, or who decides for them, answered for this channel, as it holds on this day.
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        people: &'a [PersonId],
        channel: Channel,
        day: Date,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>>;
}

/// Nobody was asked yet: nobody agreed.
#[derive(Debug, Clone, Copy, Default)]
pub struct NobodyAsked;

impl Consents for NobodyAsked {
    fn of<'a>(
        &'a self,
        _: &'a mut Tx,
        _: &'a [PersonId],
        _: Channel,
        _: Date,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>> {
        Box::pin(async { Ok(Given::new()) })
    }
}
