// One browser for a test file, and pages at the size of a phone.

import { chromium } from "playwright-core";

export const PHONE = { width: 360, height: 740 };
export const base = () => {
  const url = process.env.BASE_URL;
  if (!url) throw new Error("BASE_URL is not set: run these tests through run.mjs");
  return url;
};

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/// A phone with or without script. `page.heard` collects what went wrong behind the page.
export async function phone(browser, { script = true, origin = base(), offline = true, touch = false } = {}) {
  const context = await browser.newContext({
    viewport: PHONE,
    javaScriptEnabled: script,
    locale: "nl-NL",
    // The page's own policy forbids every script that is not its own, so also the accessibility check.
    bypassCSP: true,
    serviceWorkers: offline ? "allow" : "block",
    reducedMotion: "reduce",
    hasTouch: touch,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.hasScript = script;
  page.heard = { console: [], elsewhere: [], failed: [] };
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.heard.console.push(message.text());
  });
  page.on("pageerror", (error) => page.heard.console.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.origin !== origin) page.heard.elsewhere.push(url.href);
  });
  page.on("requestfailed", (request) => {
    // Going on before everything has come in is no fault.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") page.heard.failed.push(`${why} ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) page.heard.failed.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

// Without script a browser never draws the frames that the driver waits for before it touches something. So there one goes by
// keyboard, as somebody without a mouse does; with script one taps.

/// Types into a field.
export async function type(page, selector, text) {
  if (page.hasScript) return page.fill(selector, text);
  await page.evaluate((where) => document.querySelector(where).focus(), selector);
  await page.keyboard.type(text);
}

/// Presses a link or button, the first or the given one of those that fit, and waits for the page that follows.
export async function press(page, selector, at = 0) {
  const before = page.url();
  const gone = page.waitForURL((url) => url.href !== before, { waitUntil: "load" });
  if (page.hasScript) {
    await Promise.all([gone, page.locator(selector).nth(at).click()]);
  } else {
    await page.evaluate(([where, which]) => document.querySelectorAll(where)[which].focus(), [selector, at]);
    await Promise.all([gone, page.keyboard.press("Enter")]);
  }
}

// A page that is just then followed by another has no elements to read: the question goes to the one that comes.
async function read(page, question, selector) {
  for (;;) {
    try {
      return await page.evaluate(question, selector);
    } catch (error) {
      if (!/Execution context was destroyed/.test(String(error))) throw error;
      await page.waitForLoadState("load");
    }
  }
}

/// How many elements fit.
export const count = (page, selector) => read(page, (where) => document.querySelectorAll(where).length, selector);

/// The text of the first element that fits.
export const text = (page, selector) => read(page, (where) => document.querySelector(where)?.textContent.trim() ?? "", selector);
