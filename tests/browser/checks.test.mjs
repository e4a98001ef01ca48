// The checks themselves: each catches a page that breaks it.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { launch, phone } from "./lib/browser.mjs";
import * as checks from "./lib/checks.mjs";
import { crawl, kind } from "./lib/crawl.mjs";

const page = (body, head = "") =>
  `<!doctype html><html lang="nl"><head><meta name="viewport" content="width=device-width"><title>Proef</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Proef</h1>${body}</main></body></html>`;
const GOOD = page('<p>Een <a href="/b">koppeling</a></p><p><button style="min-height:44px">Verder</button></p>');
const pages = {
  "/": GOOD,
  "/b": page('<p><a href="/?x=1#a">terug</a> <a href="/?x=2">terug</a> <a href="/?x=3">terug</a></p>'),
  "/wide": page('<div style="width:500px">breed</div>'),
  "/unlabelled": page("<input>"),
  "/invisible": page("<style>a:focus{outline:none}</style><p><a href='/'>hier</a></p>"),
  "/elsewhere": page("", '<link rel="stylesheet" href="http://127.0.0.2:9/x.css">'),
  "/loud": page("<script>console.error('au')</script>"),
  "/small": page("<button style='height:30px'>kort</button>"),
  "/nameless": "<!doctype html><html><body><p>niets</p></body></html>",
};

let browser, server, origin;
before(async () => {
  browser = await launch();
  server = createServer((request, answer) => {
    const body = pages[new URL(request.url, "http://x").pathname];
    answer.writeHead(body ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await browser.close();
  server.close();
});

async function faults(path, script = true) {
  const open = await phone(browser, { script, origin });
  await open.goto(origin + path, { waitUntil: "load" });
  const found = await checks.all(open);
  await open.context().close();
  return found.join("\n");
}

test("a good page has no faults, with and without script", async () => {
  assert.equal(await faults("/"), "");
  assert.equal(await faults("/", false), "");
});

const offenders = {
  "/wide": /scrolls sideways: \d+ px wide/,
  "/unlabelled": /axe label/,
  "/invisible": /focus cannot be seen on <a/,
  "/elsewhere": /asks another host: http:\/\/127\.0\.0\.2:9/,
  "/loud": /the console says: au/,
  "/small": /30 px high: <button/,
  "/nameless": /there is no title/,
};
for (const [path, fault] of Object.entries(offenders)) {
  test(`${path} is caught`, async () => assert.match(await faults(path), fault));
}

test("a fault is also caught without script", async () => assert.match(await faults("/unlabelled", false), /axe label/));

test("a crawl follows links and tires of more of the same", async () => {
  assert.equal(kind("http://x/a?b=1&a=2&b=3"), kind("http://x/a?a=9&b=9"));
  const open = await phone(browser, { origin });
  const seen = [];
  await crawl(open, `${origin}/`, (url) => seen.push(url.replace(origin, "")));
  assert.deepEqual(seen, ["/", "/b", "/?x=1", "/?x=2"]);
  await open.context().close();
});
