// A parent, on a phone, has a child covered: on one photo, and on all of them.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { until } from "./lib/photos.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const picture = (page, name) =>
  process.env.PICTURES && page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
const submit = (page, selector) => Promise.all([page.waitForEvent("load"), page.click(selector)]);

async function who(board, role, at, script = true) {
  const page = await phone(browser, { script });
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${board} ${role}"]`);
  await page.goto(base() + at);
  return page;
}

/// Every head on the page is there, and is a small part of a photo.
async function heads(page) {
  const images = page.locator("main img");
  for (let at = 0; at < (await images.count()); at++) await images.nth(at).scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.querySelectorAll("main img")].every((one) => one.naturalWidth > 0));
  return images.count();
}

for (const [board, script] of [["demare", true], ["spoenk", false]]) {
  test(`a parent has a child covered, ${script ? "with" : "without"} script`, async () => {
    const home = await who(board, "ouder", "/fotos/mijn", script);
    assert.deepEqual(await all(home), []);
    // The made-up parent may have two children here.
    const mine = await heads(home);
    assert.ok(mine >= 1);
    await picture(home, `own-${script}`);
    await press(home, "main li a.button");
    assert.equal(await text(home, "h1"), "Laat mijn kind afdekken");
    assert.equal(await heads(home), 1);
    assert.deepEqual(await all(home), []);
    await picture(home, `cover-${script}`);
    await press(home, "main form button");
    assert.equal(await text(home, "h1"), "Het wordt afgedekt");
    assert.deepEqual(await all(home), []);
    await picture(home, `covered-${script}`);
    await press(home, 'main a[href$="/fotos/mijn"]');
    await until(home, "afgedekt gevraagd op");
    assert.equal(await heads(home), mine - 1);
    assert.deepEqual(await all(home), []);
    await picture(home, `own-after-${script}`);
    await home.context().close();

    // Whoever made the album hears of it, looks, and cannot undo it.
    const page = await who(board, "leraar", "/fotos", script);
    await press(page, 'main a[href^="/fotos/0"]');
    const album = page.url();
    await until(page, "Op verzoek is hier iemand afgedekt");
    assert.deepEqual(await all(page), []);
    await picture(page, `asked-album-${script}`);
    await submit(page, '.tasks li:has-text("Op verzoek") a');
    assert.ok((await text(page, "main")).includes("Op verzoek afgedekt. Dat blijft zo."));
    const signs = () => [...document.querySelectorAll("svg.photo > g > text")].map((one) => one.textContent);
    assert.ok((await page.evaluate(signs)).some((one) => one.endsWith("■")));
    assert.deepEqual(await all(page), []);
    await picture(page, `asked-photo-${script}`);
    await page.check("#iedereen");
    await submit(page, 'form:has(#iedereen) button[type="submit"]');
    await page.goto(album);
    assert.ok(!(await text(page, "main")).includes("Op verzoek"));
    await page.context().close();
  });
}

test("the page of answers leads to the photos that are there already", async () => {
  const page = await who("verkruisen", "ouder", "/toestemming");
  assert.deepEqual(await all(page), []);
  await press(page, 'main a[href$="/fotos/mijn"]');
  assert.equal(await text(page, "h1"), "Foto's van uw kind");
  assert.deepEqual(await all(page), []);
  await page.context().close();
});
