// Keeps public files with a hash in their name, and nothing else: no page with an answer is ever stored.
// Without a connection, *Mag dit?* and the protocol of a school that was visited before come from those files.
"use strict";
const STORE = "pleinwacht";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A page tells which files belong to it. Older versions of the same files go.
self.addEventListener("message", (event) => {
  const keep = event.data && event.data.keep;
  if (Array.isArray(keep)) event.waitUntil(store(keep.filter((path) => /^\/static\/[\w.-]+$/.test(path))));
});

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
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(event.request).then((hit) => hit || fetch(event.request)));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => offline(url.pathname)));
  }
});

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
