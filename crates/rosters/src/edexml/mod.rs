//! EDEXML 1.03, 2.0 and 2.1: the file of Dutch pupil administrations.
//!
//! Elements are known by their local name, so that the same content under the names of UWLR is read too. The schema itself is not
//! held to: it stops at school year 2024-2025. Document types, entities of one's own and processing instructions end the reading.

mod draft;
mod finish;
mod walk;

use std::io::Read;

use crate::decode::{Declared, Decoder};
use crate::out::Out;
use crate::{Options, Refusal, Sink, Summary};

/// Reads EDEXML, streaming.
///
/// # Errors
/// Why the file is refused as a whole; what the sink was given before is void.
pub fn read_edexml(
    input: impl Read,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Summary, Refusal> {
    let mut out = Out::new(sink, options);
    let decoder = Decoder::new(input, Declared::Xml, options.limits);
    walk::Walk::new(decoder, options).run(&mut out)?;
    Ok(out.finish())
}
