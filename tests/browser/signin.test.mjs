// From nothing to a school: a director who signs in with a passkey, and a parent with a link by mail.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { count, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all, quiet } from "./lib/checks.mjs";
import { startInbox, startServe, words } from "./lib/serve.mjs";

let browser, inbox, school;
before(async () => {
  [browser, inbox] = await Promise.all([launch(), startInbox()]);
  school = await startServe(inbox);
});
after(async () => {
  await browser?.close();
  const complaints = school?.complaints();
  await school?.stop();
  inbox?.stop();
  assert.equal(complaints, "", "the program complained");
});

/// Opens the page at this path and holds it to everything that every page must be.
async function open(page, path) {
  await page.goto(school.url + path);
  assert.deepEqual(await all(page), [], path);
}

/// Presses a button whose page may come back at the same address.
async function send(page, selector) {
  await Promise.all([page.waitForEvent("load"), page.locator(selector).first().click()]);
}

/// A device that has its owner's finger, made of nothing.
async function withDevice(page) {
  const line = await page.context().newCDPSession(page);
  await line.send("WebAuthn.enable");
  const { authenticatorId } = await line.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const verified = (yes) => line.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: yes });
  const keys = async () => (await line.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  return { verified, keys };
}

const DIRECTOR = {
  bestuur: "Stichting De Linde",
  school: "De Linde",
  roepnaam: "Jan",
  achternaam: "Bakker",
  mail: "jan@linde.test",
  wachtwoord: "fiets lamp regenjas",
};

test("a school begins, and its director signs in with a passkey", async () => {
  const page = await phone(browser, { origin: school.url });
  const device = await withDevice(page);

  // The first page of all. A fault is told on top and at its field, and what was typed stays.
  await open(page, school.begin);
  await type(page, "#bestuur", DIRECTOR.bestuur);
  await send(page, "main form button[type=submit]");
  assert.ok((await count(page, "#faults a")) >= 4);
  assert.equal(await page.inputValue("#bestuur"), DIRECTOR.bestuur);
  page.heard.failed.length = 0;
  page.heard.console.length = 0; // the browser itself tells of the answer that the form is not right
  for (const [field, value] of Object.entries(DIRECTOR)) await type(page, `#${field}`, value);
  await page.check("input[name=sector][value=po]");
  await press(page, "main form button[type=submit]");
  assert.match(page.url(), /\/account$/);
  assert.match(await text(page, "main"), /beheerder/);
  assert.deepEqual(await all(page), []);

  // A passkey, made by the device; the page comes back with it.
  await type(page, "form[data-passkey=create] #naam", "Telefoon van school");
  await send(page, "form[data-passkey=create] button");
  assert.match(await text(page, "main"), /Telefoon van school/);
  assert.equal((await device.keys()).length, 1);
  assert.deepEqual(quiet(page), []);

  // Out, and in again by the passkey alone: no name, no password.
  await press(page, "form[action='/uitloggen'] button");
  await page.goto(`${school.url}/account`);
  assert.match(page.url(), /\/aanmelden\/stichting-de-linde\?naar=/);
  assert.deepEqual(await all(page), []);
  await press(page, "form[data-passkey=get] button");
  assert.match(page.url(), /\/account$/);
  assert.match(await text(page, "main"), /directeur/);
  assert.match(await text(page, "main"), /met een toegangssleutel/);

  // What counts may be done now, for the passkey proved a moment ago who it is.
  await open(page, "/beheer/inloggen");
  await open(page, "/rechten");

  // The link of the first start is used up.
  const late = await phone(browser, { origin: school.url });
  assert.equal((await late.goto(school.url + school.begin)).status(), 404);
  await late.context().close();

  // A pupil and a parent, typed in.
  await page.goto(`${school.url}/mensen/nieuw`);
  await page.check("input[name=soort][value=leerling]");
  await type(page, "#roepnaam", "Noor");
  await type(page, "#achternaam", "Kaya");
  for (const [field, value] of [["#geboren", "3"], ["#geboren-maand", "4"], ["#geboren-jaar", "2018"]]) await type(page, field, value);
  await press(page, "main form button[type=submit]");
  await page.goto(`${page.url().split("?")[0]}/ouder`);
  await type(page, "#roepnaam", "Fatima");
  await type(page, "#achternaam", "Kaya");
  await type(page, "#email", "fatima@ouders.test");
  for (const name of await page.evaluate(() => [...new Set([...document.querySelectorAll("main input[type=radio]")].map((one) => one.name))])) {
    await page.locator(`main input[type=radio][name="${name}"]`).first().check();
  }
  for (const field of await page.locator("main select").all()) await field.selectOption({ index: 1 });
  await press(page, "main form button[type=submit]");
  await page.context().close();
});

test("a device that did not check who held it lets nobody in", async () => {
  const page = await phone(browser, { origin: school.url });
  const device = await withDevice(page);
  await device.verified(false);
  await page.goto(`${school.url}/aanmelden/stichting-de-linde`);
  await page.locator("form[data-passkey=get] button").click();
  await page.goto(`${school.url}/account`);
  assert.match(page.url(), /\/aanmelden\//);
  await page.context().close();
});

test("a parent signs in with a link by mail, without any script", async () => {
  const page = await phone(browser, { origin: school.url, script: false });
  await open(page, "/aanmelden/stichting-de-linde");
  assert.equal(await page.evaluate(() => document.querySelector("form[data-passkey]").checkVisibility()), false);
  await type(page, "#mail", "fatima@ouders.test");
  await page.evaluate(() => document.querySelector("form[action$='/mail'] button").focus());
  await Promise.all([page.waitForURL(/\/mail$/), page.keyboard.press("Enter")]);
  assert.match(await text(page, "main"), /Kijk in uw mail/);
  const letter = words(await inbox.first());
  assert.match(letter, /Beste Fatima Kaya/);
  const link = letter.match(/\/aanmelden\/[a-z-]+\/mail\/[0-9a-f]+/)[0];
  // A program that looks into letters opens it first; the link goes on working.
  assert.equal((await fetch(school.url + link)).status, 200);
  await open(page, link);
  await press(page, "main form button");
  assert.match(page.url(), /\/thuis$/);
  assert.match(await text(page, ".account"), /ouder of verzorger/);
  assert.deepEqual(await all(page), []);
  const again = await phone(browser, { origin: school.url, script: false });
  assert.equal((await again.goto(school.url + link)).status(), 422);
  await again.context().close();
  await page.context().close();
});
