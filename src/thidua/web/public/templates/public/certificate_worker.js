// Keeps one page with its parts, so that it opens without a network. It touches nothing else of the site.
"use strict";
const PAGE = {{ page|safe }};
const PARTS = {{ parts|safe }};
const KEPT = {{ kept|safe }};
// Kept as everybody sees it: no sign-in of whoever opened it first.
const fresh = (address) => new Request(address, { credentials: "omit", cache: "no-cache" });

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll([PAGE, ...PARTS].map(fresh))).then(() => skipWaiting()));
});
addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name.startsWith("certificates-") && name !== KEPT));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => clients.claim()));
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const path = new URL(url).pathname;
  if (method !== "GET" || (path !== PAGE && !PARTS.includes(path))) return;
  const kept = () => caches.open(KEPT).then((each) => each.match(path, { ignoreVary: true }));
  if (path === PAGE) {
    event.waitUntil(caches.open(KEPT).then((each) => each.add(fresh(PAGE))).catch(() => undefined));
    event.respondWith(fetch(event.request).catch(kept));
  } else {
    event.respondWith(kept().then((found) => found || fetch(event.request)));
  }
});
