/**
 * What is pasted into pages of others: the address of a view in a frame, and the markup around it.
 *
 * Pure: texts in, text out. Every text that goes between quotes or tags is escaped here.
 */
import type { Lang } from "#core";
import type { Texts } from "../plain";

/** A view in a frame. */
export interface Framed {
  lang: Lang;
  indicator: string;
  /** The rest of the view, as an address has it: with its question mark, or empty. */
  query: string;
  /** The name of the data that its author saw. */
  version: string;
}

/** As high as a figure in a column of text suits, and near enough to what suits on a phone: the host moves nothing when the figure comes. */
export const HEIGHT = 520;

/** The size of the pictures at fixed addresses. */
export const PICTURE = { width: 960, height: 600 } as const;

/** The address of a view in a frame, below the site's root. */
export function embedAddress(root: URL, framed: Framed): string {
  return new URL(`embed/?${viewText(framed)}&${new URLSearchParams({ data: framed.version })}`, root).href;
}

/** A view as one text: language, indicator, and the rest as an address has it. */
export function viewText({ lang, indicator, query }: Omit<Framed, "version">): string {
  const rest = query.replace(/^\?/, "");
  return `${new URLSearchParams({ lang, indicator })}${rest === "" ? "" : `&${rest}`}`;
}

/** The address of the picture of an indicator's default view. */
export function pictureAddress(root: URL, lang: Lang, indicator: string): string {
  return new URL(`charts/${lang}/${encodeURIComponent(indicator)}.svg`, root).href;
}

/** Two lines: the frame, and the script that gives it its height. */
export function frameCode(root: URL, src: string, title: string): string {
  const script = new URL("embed.js", root).href;
  return `<iframe class="duibiao" src="${text(src)}" title="${text(title)}" width="100%" height="${HEIGHT}" loading="lazy" frameborder="0"></iframe>
<script src="${text(script)}" async></script>`;
}

/** What goes into a picture's code. */
export interface Pictured {
  /** Where the picture leads. */
  href: string;
  src: string;
  alt: string;
  caption: string;
}

/** A picture with its way to the site, for pages that allow no frames. */
export function pictureCode({ href, src, alt, caption }: Pictured): string {
  return `<figure>
  <a href="${text(href)}"><img src="${text(src)}" alt="${text(alt)}" width="${PICTURE.width}" height="${PICTURE.height}" loading="lazy"></a>
  <figcaption>${text(caption)}</figcaption>
</figure>`;
}

/** The element with what stands in it until it has drawn. `root` is where its script lies. */
export function chartCode(root: URL, view: string, inside: string): string {
  const script = new URL("duibiao-chart.js", root).href;
  return `<script type="module" src="${text(script)}" async></script>
<duibiao-chart view="${text(view)}" height="${HEIGHT}">
${inside}
</duibiao-chart>`;
}

/** In the element: the picture at its fixed address. It keeps the room free that the figure will have, and no line below it. */
export function pictureInside({ src, alt }: Pick<Pictured, "src" | "alt">): string {
  return `  <img slot="picture" src="${text(src)}" alt="${text(alt)}" width="100%" height="${HEIGHT}" align="top">`;
}

/** In the element: the picture itself, as the core wrote it, and the table under a line that opens it. */
export function allInside(svg: string, name: string, table: Texts): string {
  const [root = "", ...lines] = svg.trim().split("\n");
  const kept = root.replace(/ (?:xmlns|width|height|class)="[^"]*"/g, "");
  const picture = [kept.replace("<svg", `<svg slot="picture" width="100%" height="${HEIGHT}" display="block"`), ...lines].join("\n");
  return `${picture}\n<details><summary>${text(name)}</summary>\n${tableCode(table)}\n</details>`;
}

/** A table as markup. */
function tableCode({ caption, heads, rows, naming }: Texts): string {
  const head = heads.map((label) => `<th scope="col">${text(label)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => (i === naming ? `<th scope="row">${text(cell)}</th>` : `<td>${text(cell)}</td>`)).join("")}</tr>`);
  return `<table><caption>${text(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join("\n")}\n</tbody></table>`;
}

/** Text between tags or double quotes. */
export function text(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
