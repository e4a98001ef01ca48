// Keeps public files with a hash in their name. Without a connection, *Mag dit?* and the protocol of a school that was
// visited before come from those files. Of pages about people it keeps one kind, when somebody asks for it: the list of who may be in
// the picture, for a day, until they sign out. And what another program on the phone shares waits here until it is sent.
"use strict";
const STORE = "pleinwacht";
const TAKEN = "pleinwacht-mee";
const SHARED = "pleinwacht-gedeeld";
const DAY = 86400000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A page tells which files belong to it. Older versions of the same files go.
self.addEventListener("message", (event) => {
  const keep = event.data && event.data.keep;
  if (event.data && event.data.drop) event.waitUntil(caches.delete(TAKEN));
  if (event.data && event.data.take) event.waitUntil(take(event.data.take, event.data.files, event.ports[0]));
  if (Array.isArray(keep)) event.waitUntil(store(keep.filter((path) => /^\/static\/[\w.-]+$/.test(path))));
});

// Keeps one list with the files that it looks like, and tells the page when it is there.
async function take(address, files, asker) {
  const url = new URL(address);
  if (url.origin !== location.origin || !/^(\/en)?\/in-beeld\//.test(url.pathname)) return;
  const page = await fetch(url.pathname + url.search, { credentials: "same-origin" });
  if (!page.ok || page.redirected) return;
  const cache = await caches.open(TAKEN);
  await cache.addAll(files.filter((path) => /^\/static\/[\w.-]+$/.test(path)));
  const kept = new Headers(page.headers);
  kept.set("x-kept", String(Date.now()));
  await cache.put(url.pathname, new Response(await page.blob(), { headers: kept }));
  if (asker) asker.postMessage("kept");
}

// The list that was taken along, if it is from the last day; an older one goes.
async function taken(path) {
  const cache = await caches.open(TAKEN);
  const page = await cache.match(path);
  if (page && Date.now() - Number(page.headers.get("x-kept")) < DAY) return page;
  if (page) await cache.delete(path);
  return null;
}

async function store(paths) {
  const cache = await caches.open(STORE);
  const bare = (path) => path.replace(/\.[0-9a-f]{10}\./, ".");
  const names = new Set(paths.map(bare));
  const known = new Set();
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (paths.includes(path)) known.add(path);
    else if (names.has(bare(path))) await cache.delete(request);
  }
  for (const path of paths) {
    if (!known.has(path)) await cache.add(path).catch(() => {});
  }
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && url.origin === location.origin && url.pathname === "/delen") return event.respondWith(shared(event.request));
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(event.request).then((hit) => hit || fetch(event.request)));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => taken(url.pathname).then((page) => page || offline(url.pathname))));
  }
});

// Keeps what was shared, in the place of what was shared before; the page that follows asks into which album it goes.
async function shared(request) {
  const files = (await request.formData()).getAll("fotos").filter((file) => file.size);
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  for (const [at, file] of files.entries()) {
    const headers = { "content-type": file.type, "x-name": encodeURIComponent(file.name), "x-kept": String(Date.now()) };
    await cache.put("/gedeeld/" + at, new Response(file, { headers }));
  }
  return Response.redirect("/fotos/stuur", 303);
}

// The kept page for an address: /en/flex/mag-dit is flex-mag-dit-en, /flex/protocol is flex-protocol-nl.
async function offline(path) {
  const parts = path.split("/").filter(Boolean);
  const language = parts[0] === "en" ? parts.shift() : "nl";
  const page = parts[1] === "protocol" ? (parts[2] === "kinderen" ? "kinderen" : "protocol") : "mag-dit";
  const cache = await caches.open(STORE);
  const wanted = new RegExp("/static/" + (parts[0] || "[a-z]+") + "-" + page + "-" + language + "\\.[0-9a-f]{10}\\.html$");
  const anywhere = new RegExp("/static/[a-z]+-mag-dit-" + language + "\\.");
  const keys = await cache.keys();
  const hit = keys.find((request) => wanted.test(request.url)) || keys.find((request) => anywhere.test(request.url));
  return hit ? cache.match(hit) : Response.error();
}
