// Something went wrong, on a phone: signalled, taken up in two taps, talked about, and closed with an answer; and without a name.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text, type } from "./lib/browser.mjs";
import { accessible, all, fits } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function as(who, script) {
  const page = await phone(browser, { script });
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${who}"]`);
  return page;
}

async function picture(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

/// Chooses one of a few.
async function choose(page, name, value) {
  await page.evaluate(([field, is]) => (document.querySelector(`input[name="${field}"][value="${is}"]`).checked = true), [name, value]);
}

/// Sends a form whose answer stands at the same address: a code is in no address.
async function same(page, form) {
  await Promise.all([page.waitForResponse((got) => got.request().method() === "POST"), page.click(`${form} button[type="submit"]`)]);
  await page.waitForLoadState();
}

/// Follows the first link that says this.
async function follow(page, words) {
  const at = await page.evaluate((said) => [...document.querySelectorAll("main a")].findIndex((link) => link.textContent.includes(said)), words);
  assert.notEqual(at, -1, `no link says ${words}`);
  await press(page, "main a", at);
}

/// The form of something to do with this case.
const send = (page, act) => press(page, `form[action$="/${act}"] button[type="submit"]`);

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`a signal becomes a case that is closed, ${how} script`, async () => {
    const parent = await as("spoenk ouder", script);
    await parent.goto(`${base()}/melden`);
    assert.equal(await text(parent, "h1"), "Er ging iets mis");
    assert.deepEqual(await all(parent), []);
    await picture(parent, `signal-${how}`);
    await type(parent, "#wat", `Er staat iets lelijks over mijn kind op een netwerk (${how}).`);
    await press(parent, 'form[action="/melden"] button[type="submit"]');
    assert.equal(await text(parent, "h1"), "We hebben je melding");
    assert.deepEqual(await all(parent), []);
    await picture(parent, `signal-taken-${how}`);
    const number = (await text(parent, "main")).match(/(20\d\d-\d+)/)[1];

    // Two taps for who hears it: the line on the list, and the button.
    const leader = await as("spoenk teamleider", script);
    await follow(leader, `Melding ${number} wacht`);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `case-new-${how}`);
    await same(leader, 'form[action^="/zaken/"]');
    const address = new URL(leader.url()).pathname;
    assert.match(await text(leader, "main"), /leidt deze zaak/);
    assert.match(await text(leader, "main"), /Hoor wie getroffen is/);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `case-open-${how}`);

    await leader.goto(`${base()}${address}/betrokkene`);
    await type(leader, "#naam", "Buurjongen Bas");
    await choose(leader, "deel", "gedaan");
    await same(leader, 'form[action$="/betrokkene"]');
    assert.match(await text(leader, "main"), /Kies wie het is/);
    assert.deepEqual([...(await accessible(leader)), ...(await fits(leader))], []);
    leader.heard.console.length = leader.heard.failed.length = 0;
    await choose(leader, "wie", "buiten");
    await send(leader, "betrokkene");
    assert.match(await text(leader, "main"), /Buurjongen Bas, deed het/);

    for (const act of ["gesprek", "herstel", "maatregel", "politie", "nepaccount", "bestuur", "nazorg", "plek", "artikelen", "bewijs", "bericht", "sluiten", "bewaren"]) {
      await leader.goto(`${base()}${address}/${act}`);
      assert.deepEqual(await all(leader), [], act);
      await picture(leader, `case-${act}-${how}`);
    }
    await leader.goto(`${base()}${address}/geen-maatregel`);
    await type(leader, "#reden", "Het is uitgepraat.");
    await send(leader, "geen-maatregel");
    await press(leader, 'a[href*="/klaar?bij="]');
    await type(leader, "#tekst", "Iedereen is gehoord.");
    await send(leader, "klaar");
    await leader.goto(`${base()}${address}/sluiten`);
    await same(leader, 'form[action$="/sluiten"]');
    assert.match(await text(leader, "main"), /Schrijf een antwoord/);
    assert.deepEqual([...(await accessible(leader)), ...(await fits(leader))], []);
    leader.heard.console.length = leader.heard.failed.length = 0;
    await type(leader, "#antwoord", "Dank je. We hebben met wie het deed gesproken.");
    await send(leader, "sluiten");
    assert.match(await text(leader, "main"), /Gesloten/);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `case-closed-${how}`);
    await leader.goto(`${base()}/zaken?staat=gesloten`);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `cases-${how}`);

    await parent.goto(`${base()}/melden/mijn`);
    assert.deepEqual(await all(parent), []);
    await follow(parent, `Zaak ${number}`);
    assert.match(await text(parent, "main"), /We hebben met wie het deed gesproken/);
    assert.deepEqual(await all(parent), []);
  });

  test(`somebody without a name comes back with a code, ${how} script`, async () => {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/melding/pcc`);
    assert.match(await text(page, "main"), /We bewaren geen naam/);
    assert.deepEqual(await all(page), []);
    await type(page, "#wat", "Er is een account met de naam van de school.");
    await same(page, 'form[action="/melding/pcc"]');
    assert.deepEqual(await all(page), []);
    await picture(page, `signal-code-${how}`);
    const code = await text(page, "main code");
    await press(page, 'a[href="/melding/pcc/code"]');
    assert.deepEqual(await all(page), []);
    await type(page, "#code", code.toLowerCase());
    await same(page, 'form[action="/melding/pcc/code"]');
    assert.match(await text(page, "main"), /Er is een account/);
    await type(page, "#bericht", "Het staat er nog.");
    await same(page, 'form[action="/melding/pcc/code"]');
    assert.match(await text(page, "main"), /Het staat er nog/);
    assert.deepEqual(await all(page), []);
  });
}
