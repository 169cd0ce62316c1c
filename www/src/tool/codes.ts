/**
 * What is pasted into pages of others: the address of a view in a frame, and the markup around it.
 *
 * Pure: texts in, text out. Every text that goes between quotes or tags is escaped here.
 */
import type { Lang } from "#core";

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
export function embedAddress(root: URL, { lang, indicator, query, version }: Framed): string {
  const asked = new URLSearchParams({ lang, indicator });
  const rest = query.replace(/^\?/, "");
  return new URL(`embed/?${asked}${rest === "" ? "" : `&${rest}`}&${new URLSearchParams({ data: version })}`, root).href;
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

/** Text between tags or double quotes. */
export function text(plain: string): string {
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
