// Mag dit?, the way somebody takes it who has a question and a phone.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, count, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all, quiet } from "./lib/checks.mjs";

const SCHOOLS = ["spoenk", "pcc", "flex", "verkruisen", "demare"];
const SENTENCE = "een foto van het schoolreisje in de klassenapp zetten";

// The story: a teacher, at work, wants to share a class photo, and not everybody on it agreed.
const TEACHER = { rollen: "leraar", hoedanigheid: "functie", kanaal: "schoolgroep", personen: "deels" };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const isVerdict = (page) => count(page, ".verdict");

/// From the school's page to the first question.
async function begin(page, school, sentence) {
  await page.goto(`${base()}/${school}`);
  assert.ok((await count(page, `a[href="/${school}/mag-dit"], #wat`)) >= 1, "the school's page does not lead to the question");
  await page.goto(`${base()}/${school}/mag-dit`);
  await type(page, "#wat", sentence);
  await press(page, "main form button[type=submit]");
}

/// Answers questions as the story has it, and no where the story does not say; `look` is called at each question.
async function ask(page, school, story, look = async () => {}) {
  await begin(page, school, SENTENCE);
  let taps = 0;
  while (!(await isVerdict(page))) {
    await look();
    assert.ok((taps += 1) <= 8, "more than eight questions");
    assert.equal(await count(page, "main button.unknown"), 1, "I do not know is always an answer");
    assert.ok((await count(page, "main details summary")) >= 1, "why is this asked");
    const offered = await page.evaluate(() =>
      [...document.querySelectorAll("main form button[name]")].map((one) => [one.name, one.value]),
    );
    const told = offered.findIndex(([name, value]) => story[name] === value);
    const no = offered.findIndex(([name, value]) => value === "nee" || name === "nee");
    await press(page, "main form button[name]", Math.max(told >= 0 ? told : no, 0));
  }
  return taps;
}

for (const script of [true, false]) {
  for (const school of SCHOOLS) {
    test(`${school} answers a teacher ${script ? "with" : "without"} script`, async () => {
      const page = await phone(browser, { script });
      const taps = await ask(page, school, TEACHER, async () => assert.deepEqual(await all(page), []));
      assert.ok(taps >= 1, "an answer without a single question");
      assert.deepEqual(await all(page), []);
      assert.ok((await count(page, "main .article")) >= 1, "the verdict names no article");

      // The link holds the situation: somebody else opens it and reads the same, also in English.
      const link = page.url();
      assert.ok(!/sam|noor|schoolreisje/i.test(link), `the link says more than facts: ${link}`);
      const other = await phone(browser, { script });
      await other.goto(link);
      assert.equal(await text(other, "h1"), await text(page, "h1"));
      await press(other, "a.language");
      assert.equal(await other.evaluate(() => document.documentElement.lang), "en");
      assert.equal(await isVerdict(other), 1);
      assert.deepEqual(quiet(other), []);
      await other.context().close();
      await page.context().close();
    });
  }
}

test("without everybody's consent the photo may not be placed, and the page says what would change that", async () => {
  const page = await phone(browser);
  await ask(page, "flex", TEACHER);
  assert.match(await text(page, ".verdict h1"), /mag niet/i);
  assert.match(await text(page, "main"), /4\.a/);
  assert.match(await text(page, "main"), /toestemming/i);
  // One of the ways out leads to a verdict that allows it.
  const ways = await page.evaluate(() => [...document.querySelectorAll("main a.choice")].map((way) => way.href));
  assert.ok(ways.length >= 1, "no way out is shown");
  await page.goto(ways[0]);
  assert.doesNotMatch(await text(page, ".verdict h1"), /mag niet/i);
  await page.context().close();
});

test("whoever knows nothing still gets an honest answer", async () => {
  const page = await phone(browser);
  await begin(page, "demare", SENTENCE);
  for (let taps = 0; !(await isVerdict(page)); taps += 1) {
    assert.ok(taps <= 12, "twelve times unknown and still no answer");
    await press(page, "main button.unknown");
  }
  assert.deepEqual(await all(page), []);
  await page.context().close();
});

test("a question that is not understood comes back with something to choose from", async () => {
  for (const script of [true, false]) {
    const page = await phone(browser, { script });
    await page.goto(`${base()}/spoenk/mag-dit`);
    await type(page, "#wat", "qwrtpsdf");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.match(await text(page, "main"), /begreep ik niet/i);
    assert.ok((await count(page, "main a.choice")) >= 5);
    assert.equal(await count(page, "h1"), 1);
    await page.context().close();
  }
});

test("the verdict prints", async () => {
  const page = await phone(browser);
  await ask(page, "verkruisen", TEACHER);
  await page.emulateMedia({ media: "print" });
  const shown = await page.evaluate(() =>
    ["h1", ".verdict", ".article"].map((where) => document.querySelector(where).checkVisibility()),
  );
  assert.deepEqual(shown, [true, true, true]);
  assert.ok((await page.pdf({ format: "A4" })).length > 5_000);
  await page.context().close();
});
