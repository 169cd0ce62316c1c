/**
 * The service worker: keeps one build of the site for visits without a network, and never mixes two.
 *
 * A page that is kept is answered from the cache, whatever the network has; another build waits until the reader asks for it.
 * `duibiao site` writes the edition in front of this script.
 */
import { belongs, type Edition, prefix, shell, stale, wish } from "./edition";

/** The part of a worker's world that is used here; the page's types don't have it. */
interface Scope {
  edition: Edition;
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", act: (event: Lasting) => void): void;
  addEventListener(kind: "message", act: (event: MessageEvent) => void): void;
  addEventListener(kind: "fetch", act: (event: Asked) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const world = self as unknown as Scope;
const { edition, registration } = world;
const root = registration.scope;
const name = prefix(root) + edition.version;
const own = new Set([...edition.first, ...edition.rest, ...edition.later]);
const frugal = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

const at = (path: string): string => root + path;

/** Fetches a file of this build into the cache; a page of another build is refused. */
async function keep(cache: Cache, path: string): Promise<void> {
  const page = path === "" || /(\/|\.html)$/.test(path);
  const answer = await fetch(at(path), { cache: page ? "no-cache" : "default", credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(`${path}: HTTP ${answer.status}`);
  if (page && !belongs(edition, await answer.clone().text())) throw new Error(`${path}: of another build`);
  await cache.put(at(path), answer);
}

async function install(): Promise<void> {
  // who saves data keeps only what is visited
  if (frugal) return;
  const cache = await caches.open(name);
  await Promise.all(edition.first.map((path) => keep(cache, path)));
  // a few at a time: the reader's own requests come first
  for (let i = 0; i < edition.rest.length; i += 4) {
    const some = edition.rest.slice(i, i + 4).map((path) => keep(cache, path));
    // no room, or no network any more: what is here helps all the same
    if ((await Promise.allSettled(some)).every(({ status }) => status === "rejected")) return;
  }
}

async function activate(): Promise<void> {
  const old = stale(await caches.keys(), root, edition.version);
  await Promise.all(old.map((cache) => caches.delete(cache)));
  await world.clients.claim();
}

/** Keeps an answer for later; a full disk loses only that. */
async function store(path: string, answer: Response): Promise<void> {
  try {
    await (await caches.open(name)).put(at(path), answer);
  } catch {
    // the reader has the answer itself
  }
}

/** A file with a lasting name may be any build's: whoever asks for it means exactly it. */
async function file(event: Asked, path: string): Promise<Response> {
  const kept = await caches.match(at(path));
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok && own.has(path)) event.waitUntil(store(path, answer.clone()));
  return answer;
}

async function page(event: Asked, path: string): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(at(path));
  if (kept) return kept;
  const empty = shell(path);
  const instead = async (): Promise<Response | undefined> => (empty ? cache.match(at(empty)) : undefined);
  try {
    const answer = await fetch(event.request);
    if (!answer.ok || answer.redirected || answer.type !== "basic") return answer;
    if (!belongs(edition, await answer.clone().text())) return (await instead()) ?? answer;
    event.waitUntil(store(path, answer.clone()));
    return answer;
  } catch {
    return (await instead()) ?? (await lost(cache));
  }
}

/** No network, and the page was not kept: the site's own page for that says so. */
async function lost(cache: Cache): Promise<Response> {
  const kept = await cache.match(at("404.html"));
  return kept ? new Response(kept.body, { status: 503, headers: kept.headers }) : Response.error();
}

world.addEventListener("install", (event) => event.waitUntil(install()));
world.addEventListener("activate", (event) => event.waitUntil(activate()));
world.addEventListener("message", ({ data }) => {
  if (data === "take over") void world.skipWaiting();
});
world.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const asked = method === "GET" ? wish(edition, root, url, mode === "navigate") : undefined;
  if (asked) event.respondWith(asked.kind === "file" ? file(event, asked.path) : page(event, asked.path));
});
