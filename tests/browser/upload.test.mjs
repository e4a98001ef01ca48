// A hundred photos on a network that drops every line: all arrive, and none twice.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import net from "node:net";
import { base, launch, phone, text } from "./lib/browser.mjs";
import { album, file } from "./lib/photos.mjs";

const MANY = 100;
// A line is dropped after five seconds, or after so many bytes at the most.
const SECONDS = 5;
const BYTES = 600_000;

let browser, proxy, dropped = 0;
before(async () => {
  proxy = await dropping();
  browser = await launch();
});
after(async () => {
  await browser.close();
  proxy.close();
});

/// Numbers from a seed, so that a run can be told again.
function numbers(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/// A line to the program that breaks: for a browser it is a proxy.
async function dropping() {
  const { hostname, port } = new URL(base());
  const next = numbers(7);
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    let left = next() * BYTES;
    const drop = () => {
      if (!near.destroyed) dropped += 1;
      near.destroy();
      far.destroy();
    };
    const clock = setTimeout(drop, SECONDS * 1000);
    const over = (from, to) => {
      from.on("data", (bytes) => {
        left -= bytes.length;
        // What came before the drop still arrives: half a request, or a whole one whose answer is lost.
        to.write(left < 0 ? bytes.subarray(0, Math.max(0, bytes.length + left)) : bytes, () => left < 0 && drop());
      });
      from.on("error", drop);
      from.on("close", () => {
        clearTimeout(clock);
        to.destroy();
      });
    };
    over(near, far);
    over(far, near);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

/// The same photo with another remark in it: another file.
function photo(number) {
  const bytes = readFileSync(file("hopper"));
  const remark = Buffer.from(`foto ${number}`.padEnd(30));
  const head = Buffer.from([0xff, 0xfe, 0, remark.length + 2]);
  return { name: `IMG_${number}.jpg`, mimeType: "image/jpeg", buffer: Buffer.concat([bytes.subarray(0, 2), head, remark, bytes.subarray(2)]) };
}

test("a hundred photos arrive on a network that drops, and none twice", { timeout: 600_000 }, async () => {
  const page = await phone(browser);
  const at = await album(page, "Slecht net");
  const cookies = await page.context().cookies();
  await page.context().close();
  const context = await browser.newContext({
    proxy: { server: `http://127.0.0.1:${proxy.address().port}`, bypass: "<-loopback>" },
    viewport: { width: 360, height: 740 },
    serviceWorkers: "block",
  });
  await context.addCookies(cookies);
  const bad = await context.newPage();
  for (let tries = 0; ; tries += 1) {
    // The page itself comes over the same lines.
    const ready = await bad.goto(at).then(() => bad.evaluate(() => !!document.querySelector("form[data-send]"))).catch(() => false);
    if (ready) break;
    assert.ok(tries < 50, "the page never came");
  }
  await bad.setInputFiles("#fotos", Array.from({ length: MANY }, (_, number) => photo(number)));
  // When all are in, the page is loaded again; that may break off too.
  const done = bad.waitForRequest((one) => one.isNavigationRequest(), { timeout: 500_000 });
  await bad.click("form[enctype] button");
  await done;
  await context.close();
  const good = await phone(browser);
  await good.context().addCookies(cookies);
  await good.goto(at);
  const said = await text(good, "main");
  const there = [...said.matchAll(/(?:Klaar|Kijken|Zo niet): (\d+)/g)].reduce((sum, [, many]) => sum + Number(many), 0);
  assert.equal(there, MANY, said.slice(0, 300));
  assert.ok(!said.includes("Niet aangenomen"));
  assert.ok(dropped > 20, `the network was too good: ${dropped} drops`);
  console.log(`${there} photos arrived over ${dropped} dropped lines`);
  await good.context().close();
});
