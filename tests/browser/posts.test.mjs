// The main job on a phone: a photo becomes a post, somebody else releases it, it stands on the website, and comes off.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, count, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const pictures = async (page, name) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
};

/// Sends the form around this button; the page that follows may have the same address.
async function send(page, selector) {
  await page.evaluate((where) => document.querySelector(where).focus(), selector);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

async function signIn(page, who) {
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${who}"]`);
}

/// Looks again until the page says this.
async function until(page, wanted) {
  for (let look = 0; look < 60; look++) {
    if (wanted.test(await text(page, "main"))) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.fail(`never ${wanted}: ${await text(page, "main")}`);
}

for (const [script, board] of [[true, "demare"], [false, "spoenk"]]) {
  test(`a photo becomes a post and comes off, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await signIn(page, `${board} leraar`);
    await page.goto(`${base()}/berichten`);
    assert.deepEqual(await all(page), []);
    await press(page, "main form button");
    const draft = page.url();
    assert.deepEqual(await all(page), []);

    await type(page, "#titel", "Ruimtedag");
    await type(page, "#tekst", "Er kwam een astronaut op bezoek.");
    await press(page, "button[value=fotos]");
    assert.deepEqual(await all(page), []);
    await page.evaluate(() => document.querySelector("input[name=foto]").focus());
    await page.keyboard.press("Space");
    await press(page, "main form button[type=submit]");
    const alt = "input[id^=alt-]";
    await type(page, alt, "Iemand in een ruimtepak lacht.");
    await send(page, "button[value=verder]");
    assert.deepEqual(await all(page), []);
    await pictures(page, `draft-${script}`);
    // What only a person can say.
    await page.evaluate(() => document.querySelector("#nagelopen").focus());
    await page.keyboard.press("Space");
    await press(page, "button[value=verder]");
    assert.match(page.url(), /indienen/);
    assert.deepEqual(await all(page), []);
    await pictures(page, `submit-${script}`);
    await press(page, "main form button");
    assert.match(await text(page, "main"), /ingediend/);
    assert.deepEqual(await all(page), []);

    // Somebody else releases exactly this.
    await signIn(page, `${board} pr`);
    await page.goto(draft);
    assert.deepEqual(await all(page), []);
    await pictures(page, `release-${script}`);
    await send(page, "button[value=akkoord]");
    await until(page, /openbaar/);
    assert.deepEqual(await all(page), []);
    await pictures(page, `public-${script}`);
    const there = await page.evaluate(() => document.querySelector("main a[rel=noreferrer]").href);
    await page.goto(there);
    assert.match(await page.content(), /Er kwam een astronaut op bezoek/);
    assert.match(await page.content(), /Iemand in een ruimtepak lacht/);

    await page.goto(draft);
    const release = await page.evaluate(() => [...document.querySelectorAll("main section a")].find((a) => a.href.includes("/plaatsing/")).href);
    await page.goto(release);
    assert.deepEqual(await all(page), []);
    await page.goto(draft);
    await send(page, "button[value=weghalen]");
    await page.goto(release);
    await until(page, /Het is weg/);
    assert.deepEqual(await all(page), []);
    await pictures(page, `gone-${script}`);
    await page.context().close();
  });
}

test("a draft keeps itself and shows at once what was found", async () => {
  const page = await phone(browser);
  await signIn(page, "verkruisen leraar");
  await page.goto(`${base()}/berichten`);
  await press(page, "main form button");
  await page.fill("#titel", "Zonder tekst");
  await page.waitForSelector("text=Bewaard");
  assert.match(await text(page, "#controle"), /Er is nog geen tekst/);
  assert.doesNotMatch(await text(page, "#controle"), /Er is nog geen titel/);
  await page.reload();
  assert.equal(await page.inputValue("#titel"), "Zonder tekst");
  await page.context().close();
});

for (const [script, number] of [[true, "06-87654321"], [false, "06-87654322"]]) {
  test(`a finding is answered inside the draft, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await signIn(page, "verkruisen pr");
    await page.goto(`${base()}/berichten`);
    await press(page, "main form button");
    await type(page, "#titel", "Kaartjes");
    await type(page, "#tekst", `Bel ${number} voor een kaartje.`);
    // With script the draft keeps itself and shows what was found; without it somebody keeps it.
    if (!script) await send(page, "button[value=bewaar]");
    await page.waitForSelector("#vondst-1");
    assert.match(await text(page, "#vondsten mark"), new RegExp(number));
    assert.deepEqual(await all(page), []);
    await page.evaluate(() => document.querySelectorAll("#vondsten details").forEach((one) => (one.open = true)));
    await pictures(page, `answer-${script}`);
    await press(page, 'button[name=vondst][value$=".geen-persoon"]');
    assert.match(page.url(), /\?onthouden#vondsten$/);
    assert.match(await text(page, "#vondsten"), /Onthouden, voor dit bericht/);
    assert.equal(await count(page, "#vondst-1"), 0, "it is no finding any more");
    assert.equal(await page.evaluate(() => document.querySelector("#tekst").value), `Bel ${number} voor een kaartje.`);
    assert.deepEqual(await all(page), []);
    await pictures(page, `answered-${script}`);
    await page.context().close();
  });
}

test("what has no interface is done by hand, with proof", async () => {
  const page = await phone(browser);
  await signIn(page, "flex leraar");
  await page.goto(`${base()}/berichten`);
  await press(page, ".tasks a >> text=Sportdag");
  const release = await page.evaluate(() => [...document.querySelectorAll("main section a")].find((a) => a.href.includes("/plaatsing/")).href);
  await page.goto(release);
  assert.match(await text(page, "main"), /Neem deze tekst over/);
  assert.deepEqual(await all(page), []);
  await pictures(page, "hand");
  await send(page, "form[enctype] button");
  assert.match(await text(page, "#faults"), /Laat zien waar het staat/);
  page.heard.failed.length = page.heard.console.length = 0;
  await page.fill("#waar", "In de groepsapp van 2B, vanochtend.");
  await send(page, "form[enctype] button");
  await until(page, /openbaar/);
  assert.deepEqual(await all(page), []);
  await page.context().close();
});
