// The road of each protocol, on a phone, from a signal to a case that is closed: what its text asks stands on the pages, with the article.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone, press, text, type } from "./lib/browser.mjs";
import { accessible, all, fits } from "./lib/checks.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const ANSWER = "Dank je. We hebben met wie het deed gesproken.";

async function as(who) {
  const page = await phone(browser);
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, `button[value="${who}"]`);
  return page;
}

async function picture(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

/// Chooses one of a few, by its value or by what it says.
async function choose(page, name, is) {
  const found = await page.evaluate(
    ([field, wanted]) => {
      const choices = [...document.querySelectorAll(`input[name="${field}"]`)];
      const says = (choice) => choice.labels[0]?.textContent.trim() ?? "";
      const one = choices.find((choice) => choice.value === wanted) ?? choices.find((choice) => choice.value.startsWith(wanted) || says(choice).startsWith(wanted));
      if (one) one.checked = true;
      return Boolean(one);
    },
    [name, is],
  );
  assert.ok(found, `${name} has no ${is}`);
}

const day = (page, field, days) =>
  page.evaluate(
    ([name, by]) => {
      const at = new Date(Date.now() + by * 86_400_000);
      document.querySelector(`[name="${name}"]`).value = at.toISOString().slice(0, 10);
    },
    [field, days],
  );

/// A case on somebody's phone.
class Case {
  constructor(page, address, number) {
    Object.assign(this, { page, address, number });
  }

  at(act) {
    return this.page.goto(`${base()}${this.address}/${act}`);
  }

  /// The page of an act is good, and says this with its article.
  async says(act, words) {
    await this.at(act);
    assert.deepEqual(await all(this.page), [], act);
    assert.match(await text(this.page, "main"), words);
  }

  send(act) {
    return press(this.page, `form[action$="/${act}"] button[type="submit"]`);
  }

  /// Sends the form of an act that comes back at the same address.
  async again(act) {
    await Promise.all([this.page.waitForResponse((got) => got.request().method() === "POST"), this.page.click(`form[action$="/${act}"] button[type="submit"]`)]);
    await this.page.waitForLoadState();
  }

  /// The first link of the case to something that follows from an event.
  async follow(act) {
    await this.page.goto(`${base()}${this.address}`);
    await press(this.page, `a[href*="/${act}?bij="]`);
  }

  /// Puts somebody in it: from outside, or the first whom the school knows by these letters. Answers what they are called.
  async joins(name, part, outside = true) {
    await this.at("betrokkene");
    await type(this.page, "#naam", name);
    await choose(this.page, "deel", part);
    await this.again("betrokkene");
    // A name that one person alone has needs no choice.
    if (await this.page.$('input[name="wie"]')) {
      this.page.heard.console.length = this.page.heard.failed.length = 0;
      // A parent may be called as their child is.
      const who = await this.page.evaluate(() => {
        const all = [...document.querySelectorAll('input[name="wie"]')];
        const says = (one) => one.labels[0].parentElement.textContent;
        return all.find((one) => !/ouder/.test(says(one))).value;
      });
      await choose(this.page, "wie", outside ? "buiten" : who);
      await this.send("betrokkene");
    }
    const called = await this.page.evaluate(() => [...document.querySelectorAll("main li")].map((one) => one.textContent.match(/^(.+), deed het/)?.[1]).find(Boolean));
    return outside ? name : called;
  }

  async reason(act, why, field = "reden") {
    await this.at(act);
    await type(this.page, `#${field}`, why);
    await this.send(act);
  }

  async talks(name, words, kind = "gesprek") {
    await this.says("gesprek", words);
    await choose(this.page, "met", name);
    await choose(this.page, "soort", kind);
    await day(this.page, "dag", 0);
    await this.page.evaluate(() => (document.querySelector('[name="tijd"]').value = "23:30"));
    await this.send("gesprek");
    await this.follow("verslag");
    await type(this.page, "#tekst", "Het is besproken en begrepen.");
    await choose(this.page, "akkoord", "ja");
    await this.send("verslag");
  }

  async restores(name, whats) {
    await this.at("herstel");
    const ticked = await this.page.evaluate(() => [...document.querySelectorAll('input[name="wat"]:checked')].map((one) => one.value));
    await choose(this.page, "aan", name);
    for (const what of whats) await choose(this.page, "wat", what);
    await type(this.page, "#tekst", "Weg, en een bericht dat het niet klopte.");
    await day(this.page, "dag", 2);
    await this.send("herstel");
    for (const what of whats) {
      await this.follow("nagegaan");
      await choose(this.page, "wat", what);
      await choose(this.page, "gedaan", "ja");
      await type(this.page, "#tekst", "Zelf gekeken.");
      await this.send("nagegaan");
    }
    return ticked;
  }

  async finishes() {
    for (;;) {
      await this.page.goto(`${base()}${this.address}`);
      const left = await this.page.$('a[href*="/klaar?bij="]');
      if (!left) return;
      await press(this.page, 'a[href*="/klaar?bij="]');
      await type(this.page, "#tekst", "Gedaan.");
      await this.send("klaar");
    }
  }

  /// Prepares a measure and imposes it, after a look at the letters.
  async imposes(name, { step, kind, open, words, from, until }) {
    await this.says("maatregel", words);
    await choose(this.page, "wie", name);
    await choose(this.page, "trap", step);
    await choose(this.page, "soort", kind);
    await choose(this.page, "openbaar", open);
    await type(this.page, "#reden", "Een vernederend filmpje.");
    if (from !== undefined) {
      await day(this.page, "van", from);
      await day(this.page, "tot", until);
    }
    await this.send("maatregel");
    await this.follow("opleggen");
    assert.deepEqual(await all(this.page), []);
    await picture(this.page, `road-impose-${kind}`);
    await type(this.page, "#brief", `Dit is een ${kind}.`);
    if (await this.page.$('input[name="toch"]')) await choose(this.page, "toch", "ja");
    await this.again("opleggen");
    // The letter as it will be, and only then is it imposed.
    assert.match(await text(this.page, "main"), new RegExp(`Dit is een ${kind}`));
    assert.deepEqual(await all(this.page), []);
    await picture(this.page, `road-letters-${kind}`);
    await press(this.page, 'button[value="doen"]');
  }

  /// Closing is refused with this sentence, for now.
  async stays(words) {
    await this.at("sluiten");
    await type(this.page, "#antwoord", ANSWER);
    await this.again("sluiten");
    assert.match(await text(this.page, "main"), words);
    assert.deepEqual([...(await accessible(this.page)), ...(await fits(this.page))], []);
    this.page.heard.console.length = this.page.heard.failed.length = 0;
  }

  async closes(name) {
    await this.finishes();
    await this.at("sluiten");
    await type(this.page, "#antwoord", ANSWER);
    await this.send("sluiten");
    assert.match(await text(this.page, "main"), /Gesloten/);
    assert.deepEqual(await all(this.page), []);
    await picture(this.page, `road-${name}`);
  }
}

/// Somebody signals, and somebody takes it up.
async function taken(school, reporter, leader, what) {
  const from = await as(`${school} ${reporter}`);
  await from.goto(`${base()}/melden`);
  await type(from, "#wat", what);
  await press(from, 'form[action="/melden"] button[type="submit"]');
  const number = (await text(from, "main")).match(/(20\d\d-\d+)/)[1];
  const page = await as(`${school} ${leader}`);
  await page.goto(`${base()}/zaken?zoek=${number}`);
  await press(page, 'main table a[href^="/zaken/"]');
  await Promise.all([page.waitForResponse((got) => got.request().method() === "POST"), page.click('form[action^="/zaken/"] button[type="submit"]')]);
  await page.waitForLoadState();
  return { from, it: new Case(page, new URL(page.url()).pathname, number) };
}

/// What a parent's child is called, as they read it where they are asked for consent.
async function childOf(parent) {
  await parent.goto(`${base()}/toestemming`);
  const says = () => [...document.querySelectorAll("main .hidden")].find((one) => one.textContent.startsWith(": ")).parentElement.firstChild.textContent.trim();
  return parent.evaluate(says);
}

/// Somebody else gets a seat beside who leads: by their name, as they read it in their own menu.
async function seated(who, it) {
  const page = await as(who);
  const name = await text(page, ".account form strong");
  await it.at("plek");
  await it.page.evaluate((called) => {
    const select = document.querySelector('select[name="wie"]');
    select.value = [...select.options].find((one) => one.textContent.trim() === called).value;
  }, name);
  await choose(it.page, "plek", "vervangt");
  await it.send("plek");
  return new Case(page, it.address, it.number);
}

/// Whoever signalled reads the answer.
async function answered(from, number) {
  await from.goto(`${base()}/melden/mijn`);
  const at = await from.evaluate((said) => [...document.querySelectorAll("main a")].findIndex((link) => link.textContent.includes(said)), `Zaak ${number}`);
  await press(from, "main a", at);
  assert.match(await text(from, "main"), /We hebben met wie het deed gesproken/);
}

test("Spoenk: the manager and the general director talk, article 8", async () => {
  const { from, it } = await taken("spoenk", "ouder", "teamleider", "Er staat iets over mijn kind op een netwerk.");
  await it.joins("Buurjongen Bas", "gedaan");
  await it.talks("Buurjongen Bas", /Volgens artikel 8 voert dit gesprek: teamleider, directeur/);
  await it.reason("geen-maatregel", "Het gesprek was genoeg.");
  await it.closes("spoenk");
  await answered(from, it.number);
});

test("PCC: a signal reaches public relations, and the measure goes by how serious it is, articles 6 and 7", async () => {
  const { from, it } = await taken("pcc", "leerling", "pr", "Er is een account met de naam van de school.");
  const name = await it.joins(await childOf(await as("pcc ouder")), "gedaan", false);
  await it.imposes(name, { step: "7|", kind: "waarschuwing", open: "nee", words: /artikel 7/ });
  await it.closes("pcc");
  await answered(from, it.number);
});

test("Verkruisen: address, remove, correct, and weigh the police, article 4", async () => {
  const { from, it } = await taken("verkruisen", "ouder", "directeur", "Er staat iets onwaars over een leraar.");
  await it.joins("Buurjongen Bas", "gedaan");
  await it.talks("Buurjongen Bas", /artikel 4/);
  const ticked = await it.restores("Buurjongen Bas", ["verwijderen", "corrigeren"]);
  assert.deepEqual(ticked, ["verwijderen", "corrigeren"], "as article 4 says");
  await it.reason("geen-maatregel", "Weg en rechtgezet.");
  await it.stays(/over de politie/);
  await it.says("politie", /Volgens artikel 4 weegt de school/);
  await choose(it.page, "keuze", "niet");
  await type(it.page, "#reden", "Geen belediging.");
  await it.send("politie");
  await it.closes("verkruisen");
  await answered(from, it.number);
});

test("De Mare: a fake account clears who is named, and the head decides whether the board hears it, articles 3 and 11", async () => {
  const { from, it } = await taken("demare", "ouder", "directeur", "Een account op naam van mijn kind scheldt anderen uit.");
  await it.joins("Buurjongen Bas", "gedaan");
  await it.says("nepaccount", /Artikel 3/);
  await choose(it.page, "wie", "Buurjongen Bas");
  await choose(it.page, "bewezen", "ja");
  await type(it.page, "#reden", "Het adres was van een ander.");
  await it.send("nepaccount");
  assert.match(await text(it.page, "main"), /treft geen verwijt/);
  await it.reason("geen-maatregel", "Het was een nepaccount.");
  await it.at("politie");
  await choose(it.page, "keuze", "niet");
  await type(it.page, "#reden", "Niet nodig.");
  await it.send("politie");
  await it.stays(/of het bestuur het hoort/);
  await it.says("bestuur", /artikel 11/);
  await choose(it.page, "inlichten", "nee");
  await type(it.page, "#reden", "Het raakt een kind en is opgelost.");
  await it.send("bestuur");
  await it.closes("demare");
  await answered(from, it.number);
});

test("FLEX-College: from a warning to a suspension, the police and the dossier, articles 7.a to 7.c", async () => {
  const { from, it } = await taken("flex", "leraar", "directeur", "Er gaat een vernederend filmpje rond.");
  const parent = await as("flex ouder");
  const name = await it.joins(await childOf(parent), "gedaan", false);
  await it.at("artikelen");
  await choose(it.page, "artikel", "7.b");
  await it.send("artikelen");
  await it.imposes(name, { step: "7.b|waarschuwing", kind: "waarschuwing", open: "ja", words: /Eerder besloten/ });
  await it.talks(name, /Gesprek/, "horen");
  await it.imposes(name, { step: "7.b|schorsing", kind: "schorsing", open: "ja", words: /2 keer: waarschuwing|Eerder besloten/, from: 1, until: 1 });
  assert.match(await text(it.page, "main"), /bezwaar maken tot en met/);

  // The parent reads the letter and objects; the team leader decides, who did not impose it.
  await parent.goto(`${base()}/melden/brieven`);
  assert.deepEqual(await all(parent), []);
  await press(parent, 'main a[href*="/melden/brieven/"]');
  assert.match(await text(parent, "main"), /Dit is een schorsing/);
  assert.deepEqual(await all(parent), []);
  await picture(parent, "road-received");
  const objects = 'form:has(input[name="bij"])';
  await type(parent, `${objects}:last-of-type textarea`, "Hij was die dag ziek.");
  await Promise.all([parent.waitForResponse((got) => got.request().method() === "POST"), parent.click(`${objects}:last-of-type button`)]);
  await parent.waitForLoadState();
  assert.match(await text(parent, "main"), /Hij was die dag ziek/);
  assert.deepEqual(await all(parent), []);
  await picture(parent, "road-objected");
  const decides = await seated("flex teamleider", it);
  await decides.follow("beslissing");
  await choose(decides.page, "uitkomst", "blijft");
  await type(decides.page, "#reden", "Het filmpje is van de dag ervoor.");
  await decides.send("beslissing");
  await parent.reload();
  assert.match(await text(parent, "main"), /Het filmpje is van de dag ervoor/);
  await it.stays(/nog niets besloten over de politie/);
  await it.says("politie", /7\.c/);
  await choose(it.page, "keuze", "gedaan");
  await type(it.page, "#reden", "Bedreiging in het filmpje.");
  await it.send("politie");
  await it.says("dossier", /7\.a/);
  await picture(it.page, "road-dossier");
  await it.closes("flex");
  await answered(from, it.number);
});
