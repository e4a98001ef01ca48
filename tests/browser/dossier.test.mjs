// Papers of a case, on a phone: a letter in three steps, the dossier, the cases of a pupil, the figures of a year, and a school's own letters.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { base, count, launch, phone, press, text, type } from "./lib/browser.mjs";
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
  await page.evaluate(([field, is]) => (document.querySelector(`input[name="${field}"]${is ? `[value="${is}"]` : ""}`).checked = true), [name, value]);
}

/// Opens what is behind a fold.
const unfold = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));

/// Sends a form whose answer stands at the same address.
async function same(page, button) {
  await Promise.all([page.waitForResponse((got) => got.request().method() === "POST"), page.click(button)]);
  await page.waitForLoadState();
}

/// What came back with faults is as good a page as any other.
async function faulty(page, sentence) {
  assert.match(await text(page, "main"), sentence);
  assert.deepEqual([...(await accessible(page)), ...(await fits(page))], []);
  page.heard.console.length = page.heard.failed.length = 0;
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`a letter, a dossier and the cases of a pupil, ${how} script`, async () => {
    const parent = await as("flex ouder", script);
    await parent.goto(`${base()}/melden`);
    await type(parent, "#wat", `Er staat iets lelijks op een netwerk (papieren ${how}).`);
    await press(parent, 'form[action="/melden"] button[type="submit"]');
    const number = (await text(parent, "main")).match(/(20\d\d-\d+)/)[1];

    const leader = await as("flex teamleider", script);
    await leader.goto(`${base()}/zaken?zoek=${number}`);
    await press(leader, 'main table a[href^="/zaken/"]');
    await same(leader, 'form[action^="/zaken/"] button[type="submit"]');
    const address = new URL(leader.url()).pathname;
    await leader.goto(`${base()}${address}/betrokkene`);
    await type(leader, "#naam", "Buurjongen Bas");
    await choose(leader, "deel", "gedaan");
    await same(leader, 'form[action$="/betrokkene"] button[type="submit"]');
    leader.heard.console.length = leader.heard.failed.length = 0;
    await choose(leader, "wie", "buiten");
    await same(leader, 'form[action$="/betrokkene"] button[type="submit"]');
    await leader.waitForURL((url) => url.pathname === address, { waitUntil: "load" });

    // A letter: which, to whom; written; looked at; kept.
    await unfold(leader);
    await press(leader, `a[href="${address}/brief"]`);
    assert.equal(await text(leader, "h1"), "Een brief schrijven");
    assert.deepEqual(await all(leader), []);
    await picture(leader, `letter-choose-${how}`);
    const button = 'form[action$="/brief"] button[type="submit"]';
    await choose(leader, "sjabloon", "uitnodiging");
    await same(leader, button);
    await faulty(leader, /Kies aan wie de brief gaat/);
    await choose(leader, "sjabloon", "uitnodiging");
    await choose(leader, "aan");
    await same(leader, button);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `letter-write-${how}`);
    assert.match(await leader.inputValue("#tekst"), /Beste Buurjongen Bas,/);
    await same(leader, button);
    await faulty(leader, /Vul in wat tussen rechte haken staat/);
    await leader.evaluate(() => (document.querySelector("#tekst").value = ""));
    await type(leader, "#tekst", "Beste { $to }, kom op donderdag om 15.00 uur.");
    await same(leader, button);
    assert.deepEqual(await all(leader), []);
    assert.match(await text(leader, "main"), /Beste Buurjongen Bas, kom op donderdag/);
    await picture(leader, `letter-look-${how}`);
    await press(leader, 'button[value="bewaar"]');
    assert.match(await text(leader, "main"), /kom op donderdag/);
    assert.deepEqual(await all(leader), []);
    assert.ok((await count(leader, `a[href^="${address}/brief/"]`)) > 0, "the letter on paper");

    // The dossier.
    await unfold(leader);
    await press(leader, `a[href="${address}/dossier"]`);
    assert.equal(await text(leader, "h1"), "Het dossier meegeven");
    assert.deepEqual(await all(leader), []);
    await picture(leader, `dossier-${how}`);
    await choose(leader, "voor", "school");
    const [download] = await Promise.all([leader.waitForEvent("download"), leader.click('form[action$="/dossier"] button[type="submit"]')]);
    assert.match(download.suggestedFilename(), /^dossier-20\d\d-\d+\.pdf$/);
    assert.equal(readFileSync(await download.path()).subarray(0, 8).toString(), "%PDF-1.7");

    // The cases of a pupil, from the search.
    await leader.goto(`${base()}/zaken?zoek=an`);
    assert.deepEqual(await all(leader), []);
    await press(leader, 'a[href^="/zaken/leerling/"]');
    assert.match(await text(leader, "h1"), /^Zaken met /);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `pupil-${how}`);
  });

  test(`the figures of a year and a school's own letters, ${how} script`, async () => {
    const head = await as("flex directeur", script);
    await head.goto(`${base()}/zaken`);
    assert.deepEqual(await all(head), []);
    await press(head, 'a[href="/zaken/cijfers"]');
    assert.match(await text(head, "main"), /< 5/);
    assert.deepEqual(await all(head), []);
    await picture(head, `figures-${how}`);
    await head.goto(`${base()}/zaken/brieven`);
    assert.deepEqual(await all(head), []);
    await picture(head, `templates-${how}`);
    await press(head, 'a[href^="/zaken/brieven/verzoek-nl"]');
    assert.deepEqual(await all(head), []);
    await picture(head, `template-${how}`);
    await head.evaluate(() => (document.querySelector("#tekst").value = ""));
    await type(head, "#tekst", "Beste { $to }, haal { $dat } weg.");
    await same(head, 'form[action^="/zaken/brieven/"] button[type="submit"]');
    await faulty(head, /\{ \$dat \} kent het programma niet/);
    await head.goto(`${base()}/en/zaken/cijfers`);
    assert.equal(await text(head, "h1"), "Figures of a school year");
    assert.deepEqual(await all(head), []);
  });
}
