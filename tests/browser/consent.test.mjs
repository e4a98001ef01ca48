// Consent on a phone: parents, pupils, the office, and a teacher who takes the list along.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, count, launch, phone, press, text } from "./lib/browser.mjs";
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

/// The first yes or no, not chosen yet, that somebody can choose: chosen by keyboard, so with or without script.
async function choose(page, value) {
  const found = await page.evaluate((wanted) => {
    const open = [...document.querySelectorAll(`main input[type=radio][value=${wanted}]`)].find((one) => !one.checked);
    if (!open) return "";
    open.focus();
    return open.name;
  }, value);
  assert.notEqual(found, "", `no question is open for ${value}`);
  await page.keyboard.press("Space");
  return found;
}

const HOMES = { ouder: "/toestemming", leerling: "/toestemming", leraar: "/in-beeld", medewerker: "/toestemmingen", directeur: "/toestemmingen" };
for (const [role, home] of Object.entries(HOMES)) {
  test(`the pages of consent for a ${role}`, async (t) => {
    const page = await phone(browser);
    await signIn(page, "demare", role);
    const own = /^(\/en)?\/(toestemming|toestemmingen|in-beeld)(\/|$|\?)/;
    const visited = await crawl(
      page,
      base() + home,
      async (url, answer) => {
        const path = url.replace(base(), "");
        if (!own.test(path)) return;
        await t.test(path, async () => {
          assert.equal(answer.status(), 200);
          assert.deepEqual(await all(page), []);
        });
      },
      { most: 40, ofAKind: 1, only: own, alike: (path) => path.replace(/[0-9a-f]{32}/g, "x") },
    );
    assert.ok(visited.length >= 1, `only ${visited.length} pages were reached`);
    await page.context().close();
  });
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`a parent answers, and withdraws with one tap, ${how} script`, async () => {
    const page = await phone(browser, { script });
    // Of primary schools: from sixteen a pupil answers alone, and which parent the demo takes differs from run to run.
    await signIn(page, script ? "spoenk" : "demare", "ouder");
    await page.goto(`${base()}/toestemming`);
    const field = await choose(page, (await count(page, "main input[value=ja]:not(:checked)")) > 0 ? "ja" : "nee");
    await page.evaluate(() => document.querySelector("main .actions button").focus());
    const gone = page.waitForURL(/bewaard/, { waitUntil: "load" });
    await page.keyboard.press("Enter");
    await gone;
    assert.equal(await text(page, "h1"), "Bewaard");
    assert.deepEqual(await all(page), []);
    await page.goto(`${base()}/toestemming`);
    const yes = await page.evaluate((name) => document.querySelector(`input[name="${name}"][value=ja]`).checked, field);
    if (yes && (await count(page, `button[value="${field}"]`)) > 0) {
      await press(page, `button[value="${field}"]`);
      assert.equal(await text(page, "h1"), "Bewaard");
      await page.goto(`${base()}/toestemming`);
      assert.equal(await count(page, `button[value="${field}"]`), 0);
    }
    await page.context().close();
  });
}

test("a pupil of sixteen decides and reads no word of what a parent said", async () => {
  const page = await phone(browser);
  await signIn(page, "flex", "leerling");
  await page.goto(`${base()}/toestemming`);
  await choose(page, "nee");
  await press(page, "main .actions button");
  assert.match(await text(page, "main"), /Nee/);
  await page.context().close();
});

test("the office types in paper; a fault comes back with what was typed", async () => {
  const page = await phone(browser);
  await signIn(page, "verkruisen", "medewerker");
  await page.goto(`${base()}/toestemmingen?zoek=de`);
  await press(page, "main ul.contents a");
  await press(page, "main a.button");
  assert.match(await text(page, "h1"), /^Antwoord van/);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.locator("main .actions button").click();
  assert.equal((await answered).status(), 422);
  await page.waitForLoadState();
  assert.equal(await page.evaluate(() => document.activeElement.id), "faults");
  page.heard.failed.length = page.heard.console.length = 0;
  assert.deepEqual(await all(page), []);
  await page.locator("main input[name=wie]").first().check();
  await page.locator("main input[name=hoe]").first().check();
  await choose(page, "ja");
  await press(page, "main .actions button");
  assert.match(await text(page, "main"), /op papier/);
  await page.context().close();
});

test("a teacher takes the list along and reads it without a connection, and nobody does after signing out", async () => {
  const page = await phone(browser);
  await signIn(page, "demare", "leraar");
  await page.goto(`${base()}/in-beeld`);
  await press(page, "main ul.choices a");
  const list = page.url();
  const pupils = await count(page, "main .codes li");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null || navigator.serviceWorker.ready);
  await page.locator("button[data-does=take]").click();
  // It says so only when it is there.
  await page.getByRole("button", { name: "Staat een dag op dit apparaat" }).waitFor();
  await page.context().setOffline(true);
  await page.goto(list);
  assert.match(await text(page, "h1"), /Wie mag in beeld/);
  assert.equal(await count(page, "main .codes li"), pupils);
  assert.ok((await text(page, "time")).length > 5, "it says when it was so");
  await page.context().setOffline(false);
  await page.goto(`${base()}/`);
  await page.context().clearCookies();
  await page.goto(`${base()}/`);
  let kept = true;
  for (let turn = 0; turn < 50 && kept; turn += 1) {
    kept = await page.evaluate(() => caches.has("pleinwacht-mee"));
    if (kept) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(kept, false, "whoever signed out takes nothing along");
  await page.context().close();
});
