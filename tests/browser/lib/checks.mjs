// What must hold on every page. Each check answers a list of faults in words; an empty list is good.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Accessibility as far as a program can judge it.
export async function accessible(page) {
  return page.hasScript ? axeOn(page) : withoutItsScripts(page, axeOn);
}

/// Axe waits with timers, and in a browser without script none ever goes off. So it looks at a twin: the same address, where
/// script works and every script of the page itself is held back.
async function withoutItsScripts(page, look) {
  const context = await page.context().browser().newContext({ viewport: page.viewportSize(), bypassCSP: true, serviceWorkers: "block" });
  try {
    await context.route("**/*", (route) => (route.request().resourceType() === "script" ? route.abort() : route.continue()));
    const twin = await context.newPage();
    await twin.goto(page.url(), { waitUntil: "load", timeout: 20_000 });
    return await look(twin);
  } finally {
    await context.close();
  }
}

async function axeOn(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (rules) => window.axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] }),
    RULES,
  );
  return found.violations.map(
    (fault) => `axe ${fault.id}: ${fault.help} (${fault.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")})`,
  );
}

/// Nobody scrolls sideways to read.
export async function fits(page) {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const culprit = [...document.querySelectorAll("body *")].find((one) => one.getBoundingClientRect().right > room + 1);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let words = "";
    while (!words && texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      if (range.getBoundingClientRect().right > room + 1) words = texts.currentNode.textContent.trim();
    }
    const by = culprit ? culprit.outerHTML.slice(0, 80) : "something";
    return `${document.documentElement.scrollWidth} px wide, first by ${by}, in words ${words.slice(0, 80)}`;
  });
  return wide ? [`scrolls sideways: ${wide}`] : [];
}

/// A page says what it is: language, title, one main heading.
export async function introduced(page) {
  const told = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll("h1").length,
    main: document.querySelectorAll("main").length,
  }));
  const faults = [];
  if (!["nl", "en"].includes(told.lang)) faults.push(`the language is "${told.lang}"`);
  if (!told.title) faults.push("there is no title");
  if (told.headings !== 1) faults.push(`${told.headings} main headings`);
  if (told.main !== 1) faults.push(`${told.main} main parts`);
  return faults;
}

/// Whoever uses the keyboard sees where they are. Looks at the first stops of the tab key.
export async function keyboard(page, stops = 25) {
  const faults = [];
  await page.evaluate(() => document.activeElement?.blur?.());
  let first = null;
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body || at === document.documentElement) return null;
      const name = at.outerHTML.slice(0, 80);
      // A control inside its label may leave the ring to the label, or to the mark drawn beside it.
      const candidates = [at, at.nextElementSibling, at.closest("label"), at.parentElement].filter(Boolean);
      const ringed = candidates.some((one) => {
        const style = getComputedStyle(one);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        return outlined || style.boxShadow !== "none";
      });
      const box = at.getBoundingClientRect();
      const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return { name, ringed, inView, index: [...document.querySelectorAll("*")].indexOf(at) };
    });
    if (seen === null || seen.index === first) break;
    first ??= seen.index;
    if (!seen.ringed) faults.push(`focus cannot be seen on ${seen.name}`);
    if (!seen.inView) faults.push(`focus is out of view on ${seen.name}`);
  }
  if (first === null) faults.push("the tab key reaches nothing");
  return faults;
}

/// What one presses with a thumb is at least 44 px high.
export async function thumbs(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, select, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), summary, .button")]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 80)])
      .filter(([height]) => height < 43.5)
      .map(([height, name]) => `${Math.round(height)} px high: ${name}`),
  );
}

/// What went wrong behind the page since it was opened.
export function quiet(page) {
  const { console: said, elsewhere, failed } = page.heard;
  return [
    ...said.map((text) => `the console says: ${text}`),
    ...elsewhere.map((url) => `asks another host: ${url}`),
    ...failed.map((what) => `failed: ${what}`),
  ];
}

/// Everything that must hold on a page that is open.
export async function all(page) {
  return [
    ...(await introduced(page)),
    ...(await fits(page)),
    ...(await accessible(page)),
    ...(await thumbs(page)),
    ...(await keyboard(page)),
    ...quiet(page),
  ];
}
