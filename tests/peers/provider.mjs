// An OpenID provider for tests: a certified one, with its own pages to sign in, on loopback.
//
//   node provider.mjs PORT REDIRECT     any name and any password sign in; those below have claims

import { Provider } from "oidc-provider";

const [port, redirect] = process.argv.slice(2);
const people = {
  "juf.anna": { name: "Anna de Vries", email: "anna@linde.test", email_verified: true },
  "ongezien": { name: "Niet Gezien", email: "anna@linde.test", email_verified: false },
  "elders": { name: "Piet Elders", email: "piet@elders.test", email_verified: true },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: "pleinwacht",
      client_secret: "alleen-voor-tests-0123456789abcdef",
      redirect_uris: [redirect],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    },
  ],
  claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
  // Claims stand in the token itself, as with the services that schools use.
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: true } },
  pkce: { required: () => true },
  cookies: { keys: ["alleen-voor-tests"] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
