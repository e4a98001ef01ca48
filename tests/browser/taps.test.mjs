// The main job by hand: how many taps from a photo on a phone to a post that is handed in. docs/figures.md tells the number.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { startDemo } from "./lib/demo.mjs";
import { base, launch, phone, press, text } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { beside, share } from "./lib/photos.mjs";

// A demo of its own: who may be shown there is nobody's else to change, and a tap more or less is told from that.
let browser;
let demo;
before(async () => {
  demo = await startDemo();
  process.env.BASE_URL = demo.url;
  browser = await launch();
});
after(async () => {
  await browser.close();
  await demo.stop();
});

/// Choosing *Share* in the gallery, and Pleinwacht in the list that the phone then shows.
const IN_THE_GALLERY = 2;

const picture = (page, name) =>
  process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });

test("a shared photo with three faces is handed in as a post within twelve taps", async () => {
  const photo = await beside(browser, ["astronaut", "hopper", "joconde"]);
  const page = await phone(browser, { touch: true });
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, 'button[value="demare leraar"]');
  await page.goto(`${base()}/in-beeld`);
  await press(page, "main li a");
  const may = await page.evaluate(() => [...document.querySelectorAll(".codes li")].map((one) => one.textContent.trim()));
  assert.ok(may.length >= 3, may.join("; "));
  await page.waitForFunction(() => navigator.serviceWorker.controller || navigator.serviceWorker.ready.then((one) => one.active));

  let taps = IN_THE_GALLERY;
  let pages = 0;
  page.on("framenavigated", (frame) => (pages += frame === page.mainFrame() ? 1 : 0));
  const tap = async (selector) => {
    taps += 1;
    await page.locator(selector).first().tap();
  };
  const tapAndType = async (selector, words) => {
    await tap(selector);
    await page.keyboard.type(words);
  };

  await share(page, [photo.buffer]);
  await page.waitForSelector("[data-shared]:not([hidden])");
  await picture(page, "taps-1-share");
  await tap("button[name=eigen]");
  await page.waitForSelector("#gezicht-3");
  assert.equal(await page.evaluate(() => document.querySelectorAll("svg.photo > g").length), 3);
  assert.deepEqual(await all(page), []);
  for (const [at, name] of may.slice(0, 3).entries()) {
    await tap(`#gezicht-${at + 1} label:has-text("${name}")`);
  }
  await picture(page, "taps-2-faces");
  await tap("button[value=bericht]");
  await page.waitForSelector("#titel");
  assert.match(page.url(), /berichten/);
  assert.match(await page.inputValue("#titel"), /^Foto's van \d/, "there is a title to begin with");
  await tapAndType("#tekst", "Er kwam een astronaut op bezoek.");
  await tapAndType("input[id^=alt-]", "Drie mensen naast elkaar lachen.");
  await tap("label[for=nagelopen]");
  await picture(page, "taps-3-draft");
  await tap("button[value=verder]");
  await page.waitForURL("**/indienen");
  await picture(page, "taps-4-submit");
  await tap("main form button[type=submit]");
  await page.waitForURL((url) => /berichten\/[0-9a-f]+$/.test(url.pathname));
  assert.match(await text(page, "main"), /ingediend/);
  assert.deepEqual(await all(page), []);
  console.log(`${taps} taps, ${pages} pages`);
  assert.ok(taps <= 12, `${taps} taps`);
  await page.context().close();
});
