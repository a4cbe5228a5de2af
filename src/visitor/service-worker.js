// @ts-check
// Served as `sw.js` at the site's base, behind a line that sets SITE. It lets a visitor read again, without a
// connection, what they have read before. What the network answers always comes first; alerts.json and the feeds are
// left to the network alone, so that the page can tell what is known now from what was known last.

/** @typedef {{ base: string, languages: string[] }} Site `languages`: the default one first. */

// One more than before when what is kept changes its form: the former caches are deleted.
const VERSION = 2;
const MOST_PAGES = 60;
const MOST_FILES = 120;
const PATIENCE_MS = 6000;

const site = /** @type {Site} */ (/** @type {any} */ (self).SITE);
const worker = /** @type {any} */ (self);
const PREFIX = `pages-of:${site.base}:`;
const PAGES = `${PREFIX}${VERSION}:pages`;
const FILES = `${PREFIX}${VERSION}:files`;
// Named by the hash of what is in them: a file of that name never changes.
const LASTING = `${site.base}_astro/`;

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(
    // Without fonts: a reader of one language would load those of all the others.
    Promise.all(site.languages.map((language) => keepPage(offlineAddress(language), /\.(?:css|js)$/))).then(() =>
      worker.skipWaiting(),
    ),
  );
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(site.base)) return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromNetwork(event));
  else if (url.pathname.startsWith(LASTING)) event.respondWith(lastingFile(event));
});

// A page names the alert it speaks of: who has read the headline can read the rest without a connection.
worker.addEventListener('message', (/** @type {any} */ event) => {
  const url = new URL(String(event.data?.keep), location.href);
  if (url.origin !== location.origin || !url.pathname.startsWith(site.base)) return;
  event.waitUntil(keepPage(url.href).catch(() => undefined));
});

async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== PAGES && name !== FILES) await caches.delete(name);
  await worker.clients.claim();
  // The page that brought the worker was loaded before it could keep anything.
  const open = await worker.clients.matchAll({ type: 'window' });
  await Promise.all(open.map((/** @type {any} */ client) => keepPage(client.url).catch(() => undefined)));
}

/** @param {any} event */
async function pageFirstFromNetwork(event) {
  const { request } = event;
  const answer = fetch(request);
  event.waitUntil(answer.then((response) => noteAnswer(request.url, response.clone())).catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  try {
    const response = await Promise.race([answer, late.then(() => copyOf(request.url))]);
    // Nothing is kept: however long it takes, only the network has it.
    const first = response ?? (await answer);
    return first.status >= 500 ? ((await copyOf(request.url)) ?? first) : first;
  } catch {
    return (await copyOf(request.url)) ?? (await offlinePage(request.url)) ?? Response.error();
  }
}

/**
 * @param {string} address
 * @param {Response} response
 */
async function noteAnswer(address, response) {
  const cache = await caches.open(PAGES);
  if (response.ok && !response.redirected && isPage(response))
    await put(cache, withoutExtras(address), await dated(response), MOST_PAGES);
  // What is gone from the site goes from the visitor's phone.
  else if (response.status === 404 || response.status === 410) await cache.delete(withoutExtras(address));
}

/** @param {any} event */
async function lastingFile({ request }) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await put(cache, request.url, response.clone(), MOST_FILES);
  return response;
}

/**
 * Keeps a page with its styles, scripts and fonts, or with such of them as `wanted` names.
 * @param {string} address
 * @param {RegExp} wanted
 */
async function keepPage(address, wanted = /./) {
  const response = await fetch(address);
  if (!response.ok || !isPage(response)) return;
  const html = await response.clone().text();
  await put(await caches.open(PAGES), withoutExtras(address), await dated(response), MOST_PAGES);
  const files = await caches.open(FILES);
  const named = new Set(html.match(/[^"'()\s=]*\/_astro\/[^"'()\s]+\.(?:css|js|woff2)/g) ?? []);
  for (const name of [...named].filter((file) => wanted.test(file))) {
    const url = new URL(name, address).href;
    if (await files.match(url)) continue;
    const file = await fetch(url);
    if (file.ok) await put(files, url, file, MOST_FILES);
  }
}

/**
 * A page that says from when it is, once it is shown as a copy.
 * @param {Response} response
 */
async function dated(response) {
  const html = await response.text();
  const { status, headers } = response;
  return new Response(html.replace('<html ', `<html data-kept-at="${new Date().toISOString()}" `), { status, headers });
}

/**
 * @param {Cache} cache
 * @param {string} address
 * @param {Response} response
 * @param {number} most
 */
async function put(cache, address, response, most) {
  // Kept anew, it comes last: what was not read for longest is the first to go.
  await cache.delete(address);
  await cache.put(address, response);
  const kept = await cache.keys();
  const extra = kept.filter(({ url }) => !isOffline(url)).slice(0, Math.max(0, kept.length - most));
  await Promise.all(extra.map((one) => cache.delete(one)));
}

/** @param {string} address */
async function copyOf(address) {
  const cache = await caches.open(PAGES);
  return cache.match(withoutExtras(address));
}

/** @param {string} address */
async function offlinePage(address) {
  const [first] = new URL(address).pathname.slice(site.base.length).split('/');
  const language = site.languages.find((tag) => tag === first) ?? site.languages[0];
  return language === undefined ? undefined : copyOf(offlineAddress(language));
}

/** @param {string} language */
function offlineAddress(language) {
  return `${location.origin}${site.base}${language}/offline/`;
}

/** @param {string} address */
function isOffline(address) {
  return site.languages.some((language) => address === offlineAddress(language));
}

/** @param {Response} response */
function isPage(response) {
  return /^text\/html\b/.test(response.headers.get('content-type') ?? '');
}

/**
 * Tags of a link (`?utm_…`) make no other page.
 * @param {string} address
 */
function withoutExtras(address) {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
