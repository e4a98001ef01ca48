// A list of people comes in, on a phone: sent, looked at, agreed to, found; and once more, when nothing changes.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const LIST = [
  "soort;sleutel;roepnaam;tussenvoegsel;achternaam;geboortedatum;groep;bsn",
  "leerling;b1;Quirijn;van der;Zonnebloem;2016-03-14;Zonnegroep;123456782",
  "leerling;b2;Xanthe;;Zonnebloem;2016-13-45;Zonnegroep;",
].join("\r\n");

/// Sends the list and waits until the program has read it: the page looks again by itself, or by its link.
async function send(page) {
  await page.goto(`${base()}/inlezen`);
  await page.setInputFiles("input[type=file]", { name: "mensen.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
  await press(page, "main form button");
  await settled(page, /Dit verandert er|Alles is al zoals/);
}

async function settled(page, wanted) {
  for (let look = 0; look < 60; look++) {
    if (wanted.test(await text(page, "main"))) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.fail(`never ${wanted}: ${await text(page, "main")}`);
}

for (const [script, board] of [[true, "verkruisen"], [false, "spoenk"]]) {
  test(`a list comes in ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/demo/inloggen`);
    await press(page, `button[value="${board} beheerder"]`);
    await send(page);
    const preview = await text(page, "main");
    assert.match(preview, /2 nieuw/);
    assert.deepEqual(await all(page), []);
    const address = page.url();
    const left = await page.evaluate(() => [...document.querySelectorAll("main a")].find((a) => a.textContent.startsWith("Weggelaten")).href);
    await page.goto(left);
    assert.match(await text(page, "main"), /bsn/i, "what was left out is told");
    assert.doesNotMatch(await page.content(), /123456782/, "a number that we do not need is nowhere");
    assert.deepEqual(await all(page), []);

    await page.goto(`${base()}/mensen?zoek=quirijn`);
    assert.doesNotMatch(await text(page, "main"), /Zonnebloem/, "a preview changes nothing");
    await page.goto(address);
    // The answer comes at the same address.
    await page.evaluate(() => document.querySelector("main form button").focus());
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    await settled(page, /is bijgewerkt/);
    assert.deepEqual(await all(page), []);
    await page.goto(`${base()}/mensen`);
    await type(page, "#zoek", "qu");
    await press(page, "form[role=search] button");
    assert.match(await text(page, "main"), /Zonnebloem, Quirijn van der/);

    await send(page);
    assert.match(await text(page, "main"), /Alles is al zoals in het bestand/);
    await page.context().close();
  });
}
