// Every page, on a phone, with and without script.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { base, launch, phone } from "./lib/browser.mjs";
import { all } from "./lib/checks.mjs";
import { crawl } from "./lib/crawl.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const script of [true, false]) {
  test(`every page holds ${script ? "with" : "without"} script`, async (t) => {
    const page = await phone(browser, { script });
    const visited = await crawl(page, `${base()}/`, (url, answer) =>
      t.test(url.replace(base(), ""), async () => {
        assert.equal(answer.status(), 200);
        if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) return;
        assert.deepEqual(await all(page), []);
      }),
    );
    // The five schools, in two languages, each with at least its own page, the question and the protocol.
    assert.ok(visited.length >= 30, `only ${visited.length} pages were reached`);
    await page.context().close();
  });
}
