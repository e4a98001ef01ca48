// In doubt on a phone: from a verdict to a question, to the desk of who answers, and back.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, count, launch, phone, press, text, type } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function as(who, script) {
  const page = await phone(browser, { script });
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${who}"]`);
  return page;
}

async function picture(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

/// Chooses one of a few by keyboard or finger.
async function choose(page, id) {
  await page.evaluate((where) => (document.getElementById(where).checked = true), id);
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";
  test(`a question goes to the manager and the answer comes back, ${how} script`, async () => {
    const teacher = await as("flex leraar", script);
    assert.match(teacher.url(), /\/thuis$/);
    assert.equal(await text(teacher, "h1"), "Wat wacht");
    assert.deepEqual(await all(teacher), []);
    await picture(teacher, `home-teacher-${how}`);
    // A verdict that is doubt has a way to ask.
    await teacher.goto(`${base()}/flex/mag-dit?actie=plaatsen&klaar=1&rollen=leraar`);
    assert.deepEqual(await all(teacher), []);
    await press(teacher, 'a[href^="/twijfel?"]');
    assert.equal(await text(teacher, "h1"), "Bij twijfel");
    assert.match(await text(teacher, "main"), /Volgens artikel 5\.2\.e van het protocol antwoordt: .*teamleider/);
    assert.deepEqual(await all(teacher), []);
    await picture(teacher, `advice-ask-${how}`);
    const question = `Mag dit filmpje van het toernooi ${how} geluid?`;
    await type(teacher, "#vraag", question);
    await teacher.selectOption("#artikel", "");
    await press(teacher, 'form[action="/twijfel"] button[type="submit"]');
    assert.match(await text(teacher, "main"), /Niet doen/);
    assert.deepEqual(await all(teacher), []);
    await picture(teacher, `advice-dont-${how}`);
    const address = new URL(teacher.url()).pathname;

    const leader = await as("flex teamleider", script);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `home-leader-${how}`);
    const key = address.replace("/twijfel/", "advice-");
    await press(leader, `button[name="pak"][value="${key}"]`);
    assert.equal(new URL(leader.url()).pathname, address);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `advice-answer-${how}`);
    await choose(leader, "uitkomst");
    await type(leader, "#woorden", "Ja, als niemand te verstaan is.");
    const form = 'form:has(#uitkomst) button[type="submit"]';
    if (script) await Promise.all([leader.waitForEvent("load"), leader.click(form)]);
    else {
      await leader.evaluate((where) => document.querySelector(where).focus(), form);
      await Promise.all([leader.waitForEvent("load"), leader.keyboard.press("Enter")]);
    }
    assert.match(await text(leader, "main"), /Dit is een advies/);
    assert.deepEqual(await all(leader), []);
    await leader.goto(`${base()}/thuis`);
    assert.equal(await count(leader, `button[value="${key}"]`), 0);
    assert.match(await text(leader, "main"), /Net gedaan/);
    await leader.goto(`${base()}${address}/eerder`);
    assert.deepEqual(await all(leader), []);
    await picture(leader, `advice-keep-${how}`);

    await teacher.goto(`${base()}${address}`);
    assert.match(await text(teacher, "main"), /als niemand te verstaan is/);
    await picture(teacher, `advice-answered-${how}`);
    assert.deepEqual(await all(teacher), []);
    for (const page of [teacher, leader]) await page.context().close();
  });
}

test("the head chooses who answers pupils, and reads that the text is silent", async () => {
  const head = await as("flex directeur", true);
  assert.match(await text(head, "main"), /Kies wie antwoordt bij twijfel/);
  await head.goto(`${base()}/twijfel/keuzes`);
  assert.match(await text(head, "main"), /Het protocol noemt niemand/);
  assert.deepEqual(await all(head), []);
  await picture(head, "advice-settle");
  await head.goto(`${base()}/twijfel/eerder`);
  assert.deepEqual(await all(head), []);
  await head.context().close();
});

test("English says the same", async () => {
  const page = await as("verkruisen ouder", true);
  await page.goto(`${base()}/en/twijfel`);
  assert.match(await text(page, "main"), /parents ask each other/);
  assert.deepEqual(await all(page), []);
  await press(page, 'main .tasks a[href^="/en/twijfel/"]');
  assert.match(await text(page, "main"), /A parent said no/);
  assert.deepEqual(await all(page), []);
  await picture(page, "advice-parents");
  await page.context().close();
});
