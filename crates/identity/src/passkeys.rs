//! Passkeys (WebAuthn): a key that lives in a telephone, computer or security key, and never leaves it.

use serde_json::Value as Json;
use shell::Origins;
use webauthn_rs::prelude::{
    CreationChallengeResponse, CredentialID, DiscoverableAuthentication, Passkey,
    PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn,
    WebauthnBuilder,
};
use words::PersonId;

/// Makes and checks passkeys for the host of the first origin.
pub struct Passkeys {
    webauthn: Webauthn,
}

impl Passkeys {
    pub(crate) fn new(origins: &Origins) -> anyhow::Result<Self> {
        let first = Url::parse(origins.first())?;
        // A number is no name to bind a passkey to; on one's own machine the name is localhost.
        let name = first.domain().unwrap_or("localhost").to_owned();
        let ours = origins.all().filter_map(|origin| Url::parse(origin).ok());
        let mut ours = ours.filter(|origin| origin.domain() == Some(name.as_str()));
        let own = match ours.next() {
            Some(own) => own,
            None => Url::parse("http://localhost")?,
        };
        let builder = WebauthnBuilder::new(&name, &own)?.rp_name("Pleinwacht");
        let builder = ours.fold(builder, |builder, origin| {
            builder.append_allowed_origin(&origin)
        });
        Ok(Self {
            webauthn: builder.build()?,
        })
    }

    /// What the browser must know to make a passkey, and what to remember until it has.
    pub(crate) fn begin_new(
        &self,
        person: PersonId,
        name: &str,
        have: Vec<CredentialID>,
    ) -> anyhow::Result<(Json, PasskeyRegistration)> {
        let (challenge, state) =
            self.webauthn
                .start_passkey_registration(person.0, name, name, Some(have))?;
        Ok((to_be_found_again(&challenge)?, state))
    }

    /// The passkey that the browser made.
    pub(crate) fn finish_new(
        &self,
        made: &Json,
        state: &PasskeyRegistration,
    ) -> anyhow::Result<Passkey> {
        let made: RegisterPublicKeyCredential = serde_json::from_value(made.clone())?;
        Ok(self.webauthn.finish_passkey_registration(&made, state)?)
    }

    /// What the browser must know to sign somebody in, and what to remember until it has.
    pub(crate) fn begin(&self) -> anyhow::Result<(Json, DiscoverableAuthentication)> {
        let (challenge, state) = self.webauthn.start_discoverable_authentication()?;
        let mut challenge = serde_json::to_value(challenge)?;
        // Asked by a button, so the browser shows its own window at once.
        if let Some(object) = challenge.as_object_mut() {
            object.remove("mediation");
        }
        Ok((challenge, state))
    }

    /// Who the browser says it is, and by which credential: nothing is proved yet.
    pub(crate) fn claimed(&self, shown: &Json) -> anyhow::Result<(PersonId, Vec<u8>)> {
        let shown: PublicKeyCredential = serde_json::from_value(shown.clone())?;
        let (person, credential) = self.webauthn.identify_discoverable_authentication(&shown)?;
        Ok((PersonId(person), credential.to_vec()))
    }

    /// Proves it: the signature is of this passkey, over this challenge, by somebody who showed their face, finger or PIN to
    /// their own device. The counter of the passkey moves on.
    pub(crate) fn prove(
        &self,
        shown: &Json,
        state: DiscoverableAuthentication,
        passkey: &mut Passkey,
    ) -> anyhow::Result<()> {
        let shown: PublicKeyCredential = serde_json::from_value(shown.clone())?;
        let result = self
            .webauthn
            .finish_discoverable_authentication_v2(&shown, state, &*passkey)?;
        anyhow::ensure!(
            result.user_verified(),
            "the device did not check who held it"
        );
        let _ = passkey.update_credential(&result);
        Ok(())
    }
}

/// The library leaves it to the device whether a passkey can be found again without a name. Ours must be: nobody types one.
fn to_be_found_again(challenge: &CreationChallengeResponse) -> anyhow::Result<Json> {
    let mut json = serde_json::to_value(challenge)?;
    if let Some(selection) = json
        .pointer_mut("/publicKey/authenticatorSelection")
        .and_then(Json::as_object_mut)
    {
        selection.insert("residentKey".into(), "required".into());
        selection.insert("requireResidentKey".into(), true.into());
    }
    Ok(json)
}
