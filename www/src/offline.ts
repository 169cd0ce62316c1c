/**
 * Visits without a network: registers the service worker, and tells when the network is gone or a new version waits.
 *
 * Nothing here happens by itself while somebody reads: a new version comes when its button is pressed.
 */
import type { Lang } from "#core";

const WORDS = {
  zh: {
    offline: "现在没有网络，看到的是保存在本机的版本。",
    fresh: "有新版本。",
    take: "换到新版本",
    later: "以后再说",
  },
  en: {
    offline: "There is no network; this is the version kept on your device.",
    fresh: "There is a new version.",
    take: "Use it now",
    later: "Later",
  },
};

/** The bar at the foot of the window; one message at a time, a new version before a missing network. */
class News {
  readonly #box = document.querySelector<HTMLElement>(".news");
  readonly #words: (typeof WORDS)["zh"];
  #take: (() => void) | undefined;

  constructor(lang: Lang) {
    this.#words = WORDS[lang];
    for (const kind of ["online", "offline"]) addEventListener(kind, () => this.#show());
    this.#show();
  }

  /** Says that a new version waits, and what its button does. */
  offer(take: () => void): void {
    this.#take = take;
    this.#show();
  }

  #show(): void {
    const take = this.#take;
    const later = (): void => {
      this.#take = undefined;
      this.#show();
    };
    if (take) this.#box?.replaceChildren(text(this.#words.fresh), button(this.#words.take, take), button(this.#words.later, later));
    else this.#box?.replaceChildren(...(navigator.onLine ? [] : [text(this.#words.offline)]));
  }
}

function text(words: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

function button(words: string, act: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", act);
  return element;
}

/** Has the service worker keep this site, once the page itself is done. */
export function keepOffline(root: URL, lang: Lang): void {
  const news = new News(lang);
  const { serviceWorker } = navigator;
  // a browser has none where it can't be trusted: plain http elsewhere than on this machine
  if (!serviceWorker || !root.protocol.startsWith("http")) return;
  const begin = (): void => void watch(serviceWorker, root, news).catch(() => {});
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}

async function watch(workers: ServiceWorkerContainer, root: URL, news: News): Promise<void> {
  let asked = false;
  let had = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    // the first worker ever is of this page's own build; another one was asked for here, or in another window
    if (asked) location.reload();
    else if (had) news.offer(() => location.reload());
    had = true;
  });
  const found = await workers.register(new URL("sw.js", root), { scope: root.pathname, updateViaCache: "none" });
  const offer = (waiting: ServiceWorker): void =>
    news.offer(() => {
      asked = true;
      waiting.postMessage("take over");
    });
  if (found.waiting && workers.controller) offer(found.waiting);
  found.addEventListener("updatefound", () => {
    const coming = found.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && workers.controller) offer(coming);
    });
  });
}
