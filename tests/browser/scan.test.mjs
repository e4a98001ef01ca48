// A text is checked for personal data, on a phone, with and without script.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, count, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function signIn(page, role) {
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="demare ${role}"]`);
}

/// Presses a button of a form whose answer stands at the same address.
async function send(page, selector) {
  const loaded = page.waitForEvent("load");
  if (page.hasScript) {
    await page.locator(selector).first().click();
  } else {
    await page.evaluate((where) => document.querySelector(where).focus(), selector);
    await page.keyboard.press("Enter");
  }
  await loaded;
}

/// The name of a pupil of the school.
async function aPupil(page) {
  await page.goto(`${base()}/groepen`);
  await press(page, "tbody a");
  return text(page, "tbody a");
}

const CHECK = "main .actions button.button";

for (const script of [true, false]) {
  test(`a text is marked, answered and learnt from, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await signIn(page, "directeur");
    const name = await aPupil(page);
    await page.goto(`${base()}/tekst`);
    assert.deepEqual(await all(page), []);
    const draft = `Hoera voor ${name}! Bel 06-1234567${script ? 1 : 2} voor de foto. Morgen om 9 uur gaat groep 3 naar het zwembad.`;
    await type(page, "#tekst", draft);
    await send(page, CHECK);

    assert.equal(await page.evaluate(() => document.activeElement.id), "gevonden", "the reader is brought to what was found");
    assert.ok((await count(page, "main mark")) >= 3, "the findings are marked in the text");
    const marks = await page.evaluate(() => [...document.querySelectorAll("main mark")].map((mark) => mark.textContent));
    assert.ok(marks.includes(name), marks.join("; "));
    for (const at of [1, 2]) {
      assert.equal(await count(page, `#plek-${at}[href="#vondst-${at}"]`), 1);
      assert.equal(await count(page, `#vondst-${at} a[href="#plek-${at}"]`), 1);
      assert.match(await text(page, `#plek-${at}`), new RegExp(`Vondst ${at} +\\S`), "number and kind are words, not only colour");
      assert.equal(await count(page, `#plek-${at} svg`), 1, "a sign beside the colour");
    }
    assert.match(await text(page, "#vondst-1"), /Waarom: .*toestemming/s);
    assert.match(await text(page, "main"), /Niets gevonden is geen garantie/);
    assert.equal(page.url(), `${base()}/tekst`, "the text is not in the address");
    // Without script the twin of the check would ask for an empty form: there the page with script speaks for both.
    if (script) assert.deepEqual(await all(page), []);

    // The telephone number is the school's own: it may stay.
    await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));
    await send(page, '#vondst-2 button[value$=".geen-persoon"]');
    assert.match(await text(page, "#uitkomst"), /Onthouden: ‘06-1234567. ?’? ?.*mag blijven staan/);
    assert.match(await text(page, "#uitkomst"), /1 plek staat op de woordenlijst/);
    assert.equal(await page.evaluate(() => document.querySelector("#tekst").value), draft, "the text is still there");

    // And what was learnt can be taken back.
    await page.goto(`${base()}/woorden`);
    if (script) assert.deepEqual(await all(page), []);
    await press(page, "tbody a");
    assert.match(await text(page, "h1"), /06-1234567/);
    if (script) assert.deepEqual(await all(page), []);
    await press(page, "main button[type=submit]");
    assert.equal(await count(page, "tbody a"), 0);
    await page.context().close();
  });
}

test("a text that is empty or too long comes back with its fault on top", async () => {
  const page = await phone(browser);
  await signIn(page, "leraar");
  await page.goto(`${base()}/en/tekst`);
  await send(page, CHECK);
  assert.equal(await page.evaluate(() => document.activeElement.id), "faults");
  assert.match(await text(page, "#tekst-error"), /Paste a text first/);
  page.heard.failed.length = page.heard.console.length = 0;
  assert.deepEqual(await all(page), []);
  await page.evaluate(() => (document.querySelector("#tekst").value = "a ".repeat(25_001)));
  await send(page, CHECK);
  assert.match(await text(page, "#tekst-error"), /too long to check/);
  await page.context().close();
});

test("on paper the text, its marks and the findings stand, and no buttons", async () => {
  const page = await phone(browser);
  await signIn(page, "directeur");
  await page.goto(`${base()}/tekst`);
  await type(page, "#tekst", "Bel 06-12345678 voor meer.");
  await send(page, CHECK);
  await page.emulateMedia({ media: "print" });
  const seen = (selector) => page.evaluate((where) => document.querySelector(where).checkVisibility(), selector);
  assert.equal(await seen("#vondst-1"), true);
  assert.equal(await seen("main mark"), true);
  assert.equal(await seen("#vondst-1 details"), false);
  await page.context().close();
});
