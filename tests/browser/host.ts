/** A page of others on a port of its own, under a policy of its own; it may have files beside it. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Locator } from "@playwright/test";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".css": "text/css", ".html": "text/html; charset=utf-8", ".woff2": "font/woff2", ".svg": "image/svg+xml" };

export class Host {
  /** What its body holds. */
  body = "";
  /** What its head holds beside title and style sheet. */
  head = "";
  /** What it answers late, or not at all: by the end of the path, what to wait for before an answer, or a status. */
  readonly odd = new Map<string, Promise<void> | number>();
  readonly #server: Server;

  /** Its style sheet is `host.css`; the files of a folder lie beside it. */
  constructor(policy: string, sheet: string, folder?: string) {
    this.#server = createServer((request, answer) => {
      const path = new URL(request.url ?? "/", "http://host").pathname;
      const say = (status: number, type: string, body: string | Buffer): void => {
        answer.writeHead(status, { "Content-Type": type, "Content-Security-Policy": policy });
        answer.end(body);
      };
      const respond = (): void => {
        if (path === "/") return say(200, "text/html; charset=utf-8", this.#page());
        if (path === "/host.css") return say(200, "text/css", sheet);
        try {
          say(200, TYPES[extname(path)] ?? "application/octet-stream", readFileSync(join(folder ?? "", folder === undefined ? "?" : path)));
        } catch {
          say(404, "text/html; charset=utf-8", "");
        }
      };
      const odd = [...this.odd].find(([end]) => path.endsWith(end))?.[1];
      if (typeof odd === "number") say(odd, "text/plain", "");
      else if (odd === undefined) respond();
      else void odd.then(respond);
    });
  }

  #page(): string {
    return `<!DOCTYPE html><html lang="zh"><meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">${this.head}<body>${this.body}`;
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** What is kept of a visit when nothing is. */
export const NOTHING = { cookie: "", local: 0, session: 0, workers: 0, caches: 0, bases: 0 };

/** All that the document of an element has kept. */
export function kept(html: Locator): Promise<typeof NOTHING> {
  return html.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    bases: (await indexedDB.databases()).length,
  }));
}
