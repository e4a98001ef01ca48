// Somebody left out of the picture, a film, and what another program shares.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { base, launch, phone, press, text } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { album, beside, file, film, send, share, until } from "./lib/photos.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const picture = (page, name) =>
  process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
const drawn = (page) => page.evaluate(() => document.querySelectorAll("svg.photo > g").length);
const submit = (page, selector) => Promise.all([page.waitForEvent("load"), page.click(selector)]);

for (const script of [true, false]) {
  test(`somebody is left out of a photo and comes back, ${script ? "with" : "without"} script`, async () => {
    const photo = await beside(browser, ["hopper", "hopper"]);
    const page = await phone(browser, { script });
    await album(page, "Twee");
    await page.setInputFiles("#fotos", photo);
    await send(page);
    await until(page, "Van 2 gezichten");
    await page.waitForSelector("#gezicht-2");
    assert.equal(await drawn(page), 2);
    const photoAt = page.url();
    await page.click("summary:has-text('Iemand buiten beeld laten')");
    await page.check('input[name="weg"][value="2"]');
    await press(page, "form:has(input[name=weg]) button");
    assert.equal(await text(page, "h1"), "Iemand buiten beeld laten");
    assert.ok((await text(page, "main")).includes("Deel 1:"));
    assert.deepEqual(await all(page), []);
    await picture(page, `crop-${script}`);
    await press(page, "form:has(#deel) button");
    assert.equal(page.url(), photoAt);
    await until(page, "buiten beeld");
    assert.equal(await drawn(page), 1);
    assert.deepEqual(await all(page), []);
    for (let tries = 0; tries < 60 && (await text(page, "main")).includes("nog bezig"); tries++) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    await picture(page, `cropped-${script}`);
    await page.click("summary:has-text('Iemand buiten beeld laten')");
    await submit(page, 'form[action*="/heel"] button');
    assert.equal(await drawn(page), 2);
    await page.context().close();
  });

  test(`a film is named, confirmed and taken along, ${script ? "with" : "without"} script`, async (t) => {
    const made = film("GEHEIMWOORD");
    if (!made) return t.skip("FFmpeg is not installed");
    assert.ok(readFileSync(made).includes("GEHEIMWOORD"));
    const page = await phone(browser, { script });
    await album(page, "Film");
    await page.setInputFiles("#fotos", made);
    await send(page);
    await page.waitForURL("**/film/*");
    assert.equal(await text(page, "h1"), "Film 1 van 1");
    assert.ok((await text(page, "main")).includes("kan gezichten in een film nog niet afdekken"));
    await until(page, "Vink elke plek apart aan");
    assert.deepEqual(await all(page), []);
    await picture(page, `film-${script}`);
    // Nobody is in it: that is a declaration too.
    await page.check("#iedereen");
    await submit(page, "form:has(#iedereen) button");
    await page.check("#plek");
    await submit(page, "form:has(#plek) button");
    assert.equal(await text(page, "main a.button"), "Neem de film mee");
    const [taken] = await Promise.all([page.waitForEvent("download"), page.click("main a.button")]);
    const bytes = readFileSync(await taken.path());
    assert.ok(bytes.length > 1000 && bytes.subarray(4, 8).toString() === "ftyp");
    for (const word of ["GEHEIMWOORD", "x264", "Lavf", "Lavc", "VideoHandler2"]) assert.ok(!bytes.includes(word), word);
    if (script) {
      const seconds = await page.evaluate(() => new Promise((tell) => {
        const seen = document.querySelector("video");
        if (seen.readyState > 0) return tell(seen.duration);
        seen.addEventListener("loadedmetadata", () => tell(seen.duration));
        seen.addEventListener("error", () => tell(-1));
      }));
      // A browser may be built without this codec; then it says so, and the file is still right.
      assert.ok(seconds === -1 || Math.abs(seconds - 1) < 0.2, `${seconds}`);
    }
    await page.context().close();
  });
}

test("what another program shares waits until an album is chosen, and is sent", async () => {
  const page = await phone(browser);
  await page.goto(`${base()}/demo/inloggen`);
  await page.waitForFunction(() => navigator.serviceWorker.controller || navigator.serviceWorker.ready.then((one) => one.active));
  await share(page, ["astronaut", "hopper"].map((name) => readFileSync(file(name))));
  // Nobody signed in yet: what was shared waits.
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, 'button[value="demare leraar"]');
  await page.goto(`${base()}/fotos/stuur`);
  await page.waitForSelector("[data-shared]:not([hidden])");
  assert.match(await text(page, "[data-shared]"), /^2 gedeelde bestanden/);
  await picture(page, "share");
  assert.deepEqual(await all(page), []);
  await press(page, "main form button.quiet");
  assert.match(await text(page, "h1"), /^Foto's van \d/);
  await page.waitForFunction(() => document.querySelector("#fotos").files.length === 2);
  await send(page);
  await until(page, "Kijken: 2");
  assert.equal(await page.evaluate(() => caches.has("pleinwacht-gedeeld")), false);
  await page.context().close();
});
