// Everybody who signs in, on a phone: every page that their own menu and pages lead to.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { crawl } from "./lib/crawl.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/// Signs in with one click as somebody in this role.
async function signIn(page, board, role) {
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${board} ${role}"]`);
}

/// Where somebody in this role begins.
const HOMES = { leerling: "/ik", ouder: "/kinderen", stagiair: "/groepen", mentor: "/groepen", directeur: "/mensen?zoek=de", fg: "/logboek", beheerder: "/scholen" };

for (const [role, home] of Object.entries(HOMES)) {
  test(`the pages of a ${role}`, async (t) => {
    const page = await phone(browser);
    await signIn(page, "demare", role);
    // Only pages of people: the rest has tests of its own.
    const own = /^(\/en)?\/(mensen|groepen|rollen|schooljaar|scholen|logboek|ik|kinderen)(\/|$|\?)/;
    const visited = await crawl(
      page,
      base() + home,
      async (url, answer) => {
        const path = url.replace(base(), "");
        if (!own.test(path)) return;
        await t.test(path, async () => {
          // What needs a fresh proof that it is them, or is not for this role, is refused with a page.
          assert.ok([200, 403].includes(answer.status()), String(answer.status()));
          const faults = await all(page);
          assert.deepEqual(faults.filter((fault) => !(answer.status() === 403 && fault.includes("403"))), []);
        });
      },
      { most: 60, ofAKind: 1, only: own, alike: (path) => path.replace(/[0-9a-f]{32}/g, "x") },
    );
    assert.ok(visited.length >= 2, `only ${visited.length} pages were reached`);
    await page.context().close();
  });
}

for (const script of [true, false]) {
  test(`two letters are enough to find somebody, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await signIn(page, "flex", "directeur");
    await page.goto(`${base()}/mensen`);
    await type(page, "#zoek", "ja");
    await press(page, "form[role=search] button");
    assert.match(await text(page, "caption"), /Gevonden mensen/);
    await press(page, "tbody a");
    assert.ok((await text(page, "h1")).length > 2);
    assert.deepEqual(await all(page), []);
    await page.context().close();
  });

  test(`a form that is not in order comes back with its faults on top, ${script ? "with" : "without"} script`, async () => {
    const page = await phone(browser, { script });
    await signIn(page, "flex", "directeur");
    await page.goto(`${base()}/mensen/nieuw`);
    await type(page, "#achternaam", "van der Test");
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    const loaded = page.waitForEvent("load");
    if (script) await page.locator("main button[type=submit]").click();
    else {
      await page.evaluate(() => document.querySelector("main button[type=submit]").focus());
      await page.keyboard.press("Enter");
    }
    assert.equal((await answered).status(), 422);
    await loaded;
    assert.match(await page.title(), /^Fout: /);
    assert.equal(await page.evaluate(() => document.activeElement.id), "faults", "the reader is brought to the faults");
    assert.equal(await page.evaluate(() => document.querySelector("#achternaam").value), "van der Test");
    assert.match(await text(page, "#soort-error"), /Kies of het een leerling of een medewerker is/);
    page.heard.failed.length = page.heard.console.length = 0;
    if (script) assert.deepEqual(await all(page), []);
    await page.context().close();
  });
}
