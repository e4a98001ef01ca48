// Every page that can be reached from the front page, up to a bound.

/// Addresses of the same kind: the same path, and the same names behind the question mark. A link that holds a situation
/// has endless values; a few of each kind show what there is to see.
export function kind(address) {
  const url = new URL(address);
  const names = [...new Set(url.searchParams.keys())].sort();
  return `${url.pathname}?${names.join("&")}`;
}

/// Visits breadth first. `look(url, answer)` is called with the page open at each address. `only` are the paths to go to, and
/// `alike` makes addresses of one kind the same.
export async function crawl(page, start, look, { most = 90, ofAKind = 2, only = /^/, alike = (path) => path } = {}) {
  const origin = new URL(start).origin;
  const waiting = [start];
  const known = new Set(waiting);
  const kinds = new Map();
  const visited = [];
  while (waiting.length > 0 && visited.length < most) {
    const url = waiting.shift();
    const sort = alike(kind(url));
    const count = (kinds.get(sort) ?? 0) + 1;
    if (count > ofAKind) continue;
    kinds.set(sort, count);
    page.heard.console.length = page.heard.elsewhere.length = page.heard.failed.length = 0;
    const answer = await page.goto(url, { waitUntil: "load" });
    visited.push(url);
    await look(url, answer);
    if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]:not([download])")].map((link) => link.href),
    );
    for (const link of links) {
      const next = new URL(link);
      next.hash = "";
      if (next.origin === origin && !known.has(next.href) && only.test(next.pathname + next.search)) {
        known.add(next.href);
        waiting.push(next.href);
      }
    }
  }
  return visited;
}
