// Channels on a phone: the list, one that works and one that does not, a new one, with and without script.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function picture(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

for (const script of [true, false]) {
  test(`a channel is tried, added, changed and stopped, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/demo/inloggen`);
    await press(page, 'button[value="demare beheerder"]');
    await page.goto(`${base()}/kanalen`);
    assert.deepEqual(await all(page), []);
    await picture(page, `channels-list-${script}`);

    // The website of the demo answers.
    await page.click('a:has-text("Website (nagebootst)")');
    await page.waitForSelector("dl.answers");
    await Promise.all([page.waitForEvent("load"), page.click('button:has-text("Probeer nu")')]);
    const tried = await text(page, "main");
    assert.ok(tried.includes("werkt") && tried.includes("Net geprobeerd"), tried);
    assert.ok(tried.includes("staat verzegeld"), "a secret is shown to nobody");
    assert.deepEqual(await all(page), []);
    await picture(page, `channels-one-${script}`);

    // A new one: an address inside the school's own network is refused at its field.
    await page.goto(`${base()}/kanalen/nieuw`);
    assert.deepEqual(await all(page), []);
    await picture(page, `channels-kinds-${script}`);
    await page.check('input[value="wordpress-website"]');
    await Promise.all([page.waitForEvent("load"), page.click('main form button[type="submit"]')]);
    await page.fill("#naam", "Website van de groep");
    await page.fill("#adres", "https://192.168.1.1");
    await page.fill("#gebruiker", "juf");
    await page.fill("#geheim", "abcd efgh");
    await press(page, 'main form button[type="submit"]');
    const faults = await text(page, "#faults");
    assert.ok(faults.includes("iedereen kan openen"), faults);
    assert.equal(await page.inputValue("#naam"), "Website van de groep");
    assert.equal(await page.inputValue("#geheim"), "", "a password is not shown again");
    await picture(page, `channels-fault-${script}`);
    // A form that comes back has a status of its own, which the browser tells as a fault.
    page.heard.failed.length = page.heard.console.length = 0;
    if (script) assert.deepEqual(await all(page), []);

    // By hand: no address, no password.
    await page.goto(`${base()}/kanalen/nieuw?soort=met-de-hand-facebook`);
    await page.fill("#naam", `Facebook ${script}`);
    await press(page, 'main form button[type="submit"]');
    assert.equal(await text(page, "h1"), `Facebook ${script}`);
    assert.ok((await text(page, "main")).includes("doet een mens"));
    await page.click('a:has-text("Niet meer gebruiken")');
    await page.waitForSelector('input[name="staat"]', { state: "attached" });
    assert.deepEqual(await all(page), []);
    await press(page, 'main form button[type="submit"]');
    assert.ok((await text(page, "main")).includes("gestopt"));

    // What everybody may read, without signing in.
    await page.goto(`${base()}/kanalen`);
    await page.click('a:has-text("Nieuws van de school")');
    await page.waitForSelector("dl.answers");
    const address = await page.getAttribute('a:has-text("Pagina voor bezoekers")', "href");
    const visitor = await phone(browser, { script });
    await visitor.goto(`${base()}${new URL(address).pathname}`);
    assert.deepEqual(await all(visitor), []);
    await picture(visitor, `channels-feed-${script}`);
    await visitor.goto(`${base()}/nagebootst/demare`);
    assert.ok((await text(visitor, "main")).includes("nagebootste website van de demo"));
    assert.deepEqual(await all(visitor), []);
    await visitor.context().close();
    await page.context().close();
  });
}
