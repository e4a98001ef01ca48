// The mailbox for signals, and what a school watches: on a phone, in two languages, empty and filled in wrongly.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text, type } from "./lib/browser.mjs";
import { accessible, all, fits } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const script of [true, false]) {
  test(`a mailbox is filled in, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/demo/inloggen`);
    await press(page, 'button[value="verkruisen directeur"]');
    for (const language of ["", "/en"]) {
      for (const place of ["volgen", "postbus"]) {
        await page.goto(`${base()}${language}/zaken/${place}`);
        assert.deepEqual(await all(page), []);
      }
    }
    await page.goto(`${base()}/zaken/postbus`);
    assert.match(await text(page, "main"), /De school heeft hier geen mailbox voor/);
    await type(page, "#server", "intern");
    // What is wrong comes back at the same address.
    const answered = page.waitForResponse((got) => got.request().method() === "POST");
    await Promise.all([answered, page.click('form[action="/zaken/postbus"] button[type="submit"]')]);
    await page.waitForLoadState();
    assert.match(await text(page, "main"), /Vul de naam van de server in/);
    // That the answer was no success is what the console tells, and right.
    assert.deepEqual([...(await accessible(page)), ...(await fits(page))], []);
    await page.context().close();
  });
}
