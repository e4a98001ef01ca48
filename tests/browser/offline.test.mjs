// Without a connection, after one visit: the script must answer as the server does, for it decides nothing of its own.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone } from "./lib/browser.mjs";

const SCHOOLS = ["spoenk", "pcc", "flex", "verkruisen", "demare"];

// Facts with answers to draw from; some are left out, which is unknown.
const FACTS = {
  actie: ["plaatsen", "doorsturen", "opnemen", "gebruiken", "toestelGebruiken", "bevrienden", "groepMaken", "persTeWoordStaan"],
  rollen: ["leerling", "ouder", "leraar", "pr", "bestuur", "ouder,medewerker", "?"],
  doelrollen: ["leerling", "leraar"],
  hoedanigheid: ["prive", "functie", "namens_school"],
  kanaal: ["prive_account", "schoolgroep", "schoolaccount", "eigen_kanaal"],
  personen: ["niemand", "ik", "schriftelijk", "mondeling", "deels", "anderen", "?"],
  schoolgerelateerd: ["ja", "nee"],
  beeldOfGeluid: ["ja", "nee"],
  tijdensLes: ["ja", "nee", "?"],
  schadelijk: ["nee", "ja"],
};
const REST = "nee=persoonsgegevens,vertrouwelijk,citeert,beschamend,onfatsoenlijk,aanstootgevend,inbreuk,verzonnen,strijdigMetMissie,ontspoort,discussie,metPersoneel,opSchool";

/// The same situations on every run: a small generator with a fixed seed.
function situations(count) {
  let seed = 20210921;
  const draw = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  return Array.from({ length: count }, () => {
    const pairs = Object.entries(FACTS).flatMap(([key, values]) => {
      const keep = key === "actie" || key === "rollen" || draw(4) > 0;
      return keep ? [`${key}=${values[draw(values.length)]}`] : [];
    });
    if (draw(2)) pairs.push(REST);
    return `?${pairs.join("&")}&klaar=1`;
  });
}

/// What the page says: the verdict, its articles, whether there is somebody to ask, and what may still settle it.
const said = (page) =>
  page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent.trim());
    const open = [...document.querySelectorAll("a.choice")].map((link) => new URL(link.href).searchParams.get("vraag")).filter(Boolean);
    return {
      verdict: document.querySelector(".verdict")?.className,
      word: all(".verdict h1"),
      articles: all(".article .number"),
      texts: all(".article div[lang] p").length,
      open: open.sort(),
    };
  });

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const school of SCHOOLS) {
  test(`${school}: offline says what online says`, async () => {
    const page = await phone(browser);
    try {
      await page.goto(`${base()}/${school}`);
      await page.waitForFunction(async (wanted) => {
        const keys = await (await caches.open("pleinwacht")).keys();
        return document.body.dataset.keep.split(" ").length === keys.length && keys.some(({ url }) => url.includes(wanted));
      }, `/static/${school}-mag-dit-nl.`);
      const stored = await page.evaluate(async () => (await (await caches.open("pleinwacht")).keys()).map(({ url }) => new URL(url).pathname));
      for (const path of stored) assert.match(path, /^\/static\/[\w.-]+\.[0-9a-f]{10}\.\w+$/, "only public files with a hash are kept");

      const questions = situations(24);
      const online = [];
      for (const question of questions) {
        await page.goto(`${base()}/${school}/mag-dit${question}`);
        online.push(await said(page));
      }
      await page.context().setOffline(true);
      for (const [at, question] of questions.entries()) {
        await page.goto(`${base()}/${school}/mag-dit${question}`);
        await page.waitForSelector(".actions");
        assert.deepEqual(await said(page), online[at], question);
      }
      await page.goto(`${base()}/${school}/protocol`);
      assert.ok((await page.locator("section.law").count()) > 3, "the protocol can be read");
      await page.goto(`${base()}/${school}/mag-dit`);
      await page.waitForSelector("details.pick");
    } finally {
      await page.context().close();
    }
  });
}
