// Makes the pictures of the manual again: docs/manual/images/*.png, at the width of a phone.
//
//   cargo build --workspace && node tests/browser/screenshots.mjs

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { launch, phone } from "./lib/browser.mjs";
import { startDemo } from "./lib/demo.mjs";

const folder = fileURLToPath(new URL("../../docs/manual/images", import.meta.url));
mkdirSync(folder, { recursive: true });

const PHOTO = "actie=plaatsen&kanaal=schoolgroep&schoolgerelateerd=ja&beeldOfGeluid=ja&activiteit=ja";
const PICTURES = {
  home: "/",
  school: "/flex",
  "may-i": "/flex/mag-dit",
  question: `/flex/mag-dit?${PHOTO}&rollen=leraar`,
  protocol: "/flex/protocol",
  children: "/demare/protocol/kinderen",
  compare: `/vergelijk?${PHOTO}&rollen=leraar`,
  "compare-two": "/vergelijk/flex/demare",
};

const SIGNED_IN = [
  ["consent", "spoenk ouder", "/toestemming", []],
  ["in-picture", "demare leraar", "/in-beeld", ["main ul.choices a"]],
  ["photo-own", "demare ouder", "/fotos/mijn", []],
  ["photo-heaps", "demare leraar", "/fotos", ['main a[href^="/fotos/0"]']],
  ["photo-faces", "demare leraar", "/fotos", ['main a[href^="/fotos/0"]', 'main a[href^="/fotos/foto"]']],
];

const demo = await startDemo();
const browser = await launch();
try {
  const page = await phone(browser, { origin: demo.url });
  const keep = async (name) => {
    await page.evaluate(() => document.activeElement?.blur?.());
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: "disabled" });
    console.log(`${name}.png ${Math.round(statSync(file).size / 1000)} kB  ${page.url().replace(demo.url, "")}`);
  };
  for (const [name, address] of Object.entries(PICTURES)) {
    const answer = await page.goto(demo.url + address, { waitUntil: "networkidle" });
    if (answer.status() !== 200) throw new Error(`${address}: ${answer.status()}`);
    await keep(name);
  }
  // The verdict is reached by answering, so that the picture is of a road that exists.
  const story = { rollen: "leraar", hoedanigheid: "functie", kanaal: "schoolgroep", personen: "deels" };
  await page.goto(`${demo.url}/flex/mag-dit?${PHOTO}`);
  for (let taps = 0; (await page.locator(".verdict").count()) === 0; taps += 1) {
    if (taps > 8) throw new Error("no verdict after eight questions");
    const buttons = page.locator("main form button[name]");
    const offered = await buttons.evaluateAll((all) => all.map((one) => [one.name, one.value]));
    const told = offered.findIndex(([name, value]) => story[name] === value);
    const no = offered.findIndex(([name, value]) => value === "nee" || name === "nee");
    await buttons.nth(Math.max(told >= 0 ? told : no, 0)).click();
    await page.waitForLoadState("networkidle");
  }
  await keep("verdict");
  // Pages of people are seen by somebody who signed in: as whom, where, and what they tap there.
  for (const [name, who, address, taps] of SIGNED_IN) {
    await page.goto(`${demo.url}/demo/inloggen`);
    await page.locator(`button[value="${who}"]`).click();
    await page.waitForURL((url) => !url.pathname.includes("inloggen"));
    await page.goto(demo.url + address, { waitUntil: "networkidle" });
    for (const tap of taps) {
      await page.locator(tap).first().click();
      await page.waitForLoadState("networkidle");
    }
    await page.evaluate(() => document.querySelector("main").scrollIntoView());
    await keep(name);
  }
} finally {
  await browser.close();
  await demo.stop();
}
