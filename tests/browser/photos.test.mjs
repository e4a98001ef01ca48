// Photos on a phone: sent, named, covered, and on their heaps.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { file, until } from "./lib/photos.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const script of [true, false]) {
  test(`three photos are sent, covered and ready, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/demo/inloggen`);
    await press(page, 'button[value="demare leraar"]');
    await page.goto(`${base()}/fotos`);
    assert.deepEqual(await all(page), []);
    await page.fill("#naam", "Museum");
    await page.selectOption("#van", { index: 1 });
    await press(page, "main form button");
    assert.equal(await text(page, "h1"), "Museum");
    await page.setInputFiles("#fotos", ["astronaut", "hopper", "joconde"].map(file));
    await Promise.all([page.waitForEvent("load"), page.click("form[enctype] button")]);
    await until(page, "Kijken: 3");
    await until(page, "Van 1 gezicht");
    assert.deepEqual(await all(page), []);
    const album = page.url();
    await page.click(".tasks a");
    await page.waitForSelector("#gezicht-1");
    assert.equal(await page.evaluate(() => document.querySelector("svg.photo > g > text").textContent), "1 ?");
    assert.deepEqual(await all(page), []);
    if (script) {
      // The pupils first, then the staff. Two letters leave few names, and a whole name the one that Enter takes.
      const names = page.locator("[data-letters]").first().locator("label");
      const many = await names.count();
      const called = (await names.first().textContent()).trim();
      const letters = page.locator('main input[type="search"]').first();
      await letters.fill(called.slice(0, 2).toUpperCase());
      const left = await names.evaluateAll((all) => all.filter((one) => one.offsetParent).length);
      assert.ok(left >= 1 && left < many, `${left} of ${many}`);
      assert.deepEqual(await all(page), []);
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/letters.png`, fullPage: true });
      await letters.fill(called);
      await letters.press("Enter");
      assert.ok(await names.first().locator("input").isChecked());
    }
    await page.check("#gezicht-1-afdekken");
    await page.check("#iedereen");
    // The page comes back at the same address, with what was kept.
    await Promise.all([page.waitForEvent("load"), page.click('form:has(#gezicht-1) button[type="submit"]')]);
    assert.equal(await page.evaluate(() => document.querySelector("svg.photo > g > text").textContent), "1 ■");
    await page.goto(album);
    await until(page, "Klaar: 1");
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/photos-${script}.png`, fullPage: true });
    assert.deepEqual(await all(page), []);
    await page.context().close();
  });
}
