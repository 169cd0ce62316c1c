/**
 * How an element looks: its style sheets, made as objects and not as text of the page, so that a strict policy lets them be.
 *
 * The core draws in the colours of its themes. Where one of these is on a mark, a rule puts the page's own in its place
 * (`--duibiao-home` …). What the core mixes of them, as shades of a map and cities that fade, stays as it is.
 */
import type { Theme } from "../appearance";

/** What a page can colour: what it stands on, text, lines, cities. The names are those of the style sheet of the site. */
export const COLOURS = ["ground", "text", "muted", "grid", "axis", "home", "peer-1", "peer-2", "peer-3", "peer-1-ink", "peer-2-ink", "peer-3-ink", "rest", "rest-line", "benchmark"] as const;

export type Colour = (typeof COLOURS)[number];

/** The colours of the core (src/scene/theme.rs), in the order of their names; a test holds them. */
export const THEMES: Readonly<Record<Theme, string>> = {
  light: "#ffffff #1c2128 #5b636e #e4e7eb #8a929c #c8321f #1d4e89 #2f8fbf #8f4fd6 #1d4e89 #1b6e99 #8f4fd6 #8c929b #7e8590 #3d444d",
  dark: "#14181d #eceff3 #a7afba #2a3038 #7c8590 #ff6b52 #5590f0 #5ac8c0 #b7a4e6 #5590f0 #5ac8c0 #b7a4e6 #626a75 #747d89 #c9cfd7",
  contrast: "#ffffff #000000 #333333 #949494 #000000 #b00000 #00308f #007a99 #7422c8 #00308f #005f78 #7422c8 #707070 #666666 #000000",
  "contrast-dark": "#000000 #ffffff #d0d0d0 #5e5e5e #ffffff #ff7a5c #6fa8ff #5fe0d0 #e0c0ff #6fa8ff #5fe0d0 #e0c0ff #7c7c7c #8c8c8c #ffffff",
};

/** The letters of the core's pictures. */
const FAMILY = `"Duibiao Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif`;

const BASE = `
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
.box {
  box-sizing: border-box; display: flex; flex-direction: column; position: relative; block-size: 100%; max-inline-size: 100%;
  font-family: var(--duibiao-font, ${FAMILY}); font-size: 14px; line-height: 1.5; color: var(--_text); text-align: start;
}
.picture { flex: 1; min-block-size: 0; position: relative; overflow: clip; }
.picture:focus-visible { outline: 2px solid var(--duibiao-focus, var(--_text)); outline-offset: -2px; }
.picture svg { position: absolute; inset: 0; font-family: var(--duibiao-font, ${FAMILY}); forced-color-adjust: none; }
.drawn svg { cursor: default; }
.pointed svg { cursor: pointer; }
.drawn slot[name="picture"] { display: none; }
slot[name="picture"]::slotted(*) { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: contain; margin: 0; }
.head, .foot, .trouble { padding: 8px 16px; background: var(--_ground); }
.head p, .foot p, .trouble, dl, dd { margin: 0; }
.head .title { font-size: 20px; font-weight: 700; line-height: 1.35; }
.head .subtitle { color: var(--_muted); }
.foot { max-block-size: 40%; overflow: auto; font-size: 12px; color: var(--_muted); }
.foot ul { margin: 4px 0; padding-inline-start: 20px; }
.foot summary { cursor: pointer; }
[hidden] { display: none !important; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.ring, .tip { position: absolute; inset-block-start: 0; inset-inline-start: 0; pointer-events: none; }
.ring { inline-size: 12px; block-size: 12px; margin: -6px 0 0 -6px; box-sizing: border-box; border: 2px solid var(--_text); border-radius: 50%; }
.tip {
  box-sizing: border-box; max-inline-size: min(280px, 80%); padding: 8px 12px; border: 1px solid var(--_axis); border-radius: 4px;
  background: var(--_ground); font-size: 12px;
}
.tip b { font-size: 14px; }
.tip div { display: flex; justify-content: space-between; gap: 12px; }
.tip dt { flex: none; color: var(--_muted); }
.tip dd { text-align: end; overflow-wrap: anywhere; }
.trouble { flex: none; border-block-start: 2px solid var(--_home); font-size: 14px; }
@media print { .tip, .ring { display: none; } }
`;

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

let base: CSSStyleSheet | undefined;
const themes = new Map<Theme, CSSStyleSheet>();

/** What all elements have. */
export function baseSheet(): CSSStyleSheet {
  return (base ??= sheet(BASE));
}

/** What an element of a theme has; they share it. */
export function themeSheet(theme: Theme): CSSStyleSheet {
  const known = themes.get(theme) ?? sheet(rules(theme));
  themes.set(theme, known);
  return known;
}

/** The core's colour of a name. */
export function colour(theme: Theme, name: Colour): string {
  return THEMES[theme].split(" ")[COLOURS.indexOf(name)] ?? "";
}

/** What stands in the place of a colour: the page's own. Who needs high contrast has the core's, whatever the page says. */
function own(theme: Theme, name: Colour): string {
  const ours = colour(theme, name);
  if (theme === "contrast" || theme === "contrast-dark") return ours;
  const mark = /^(peer-\d|rest)-/.exec(name)?.[1];
  return mark === undefined ? `var(--duibiao-${name}, ${ours})` : `var(--duibiao-${name}, var(--duibiao-${mark}, ${ours}))`;
}

/** The rules of a theme: its colours by name for what stands around the picture, and by value for what is in it. */
export function rules(theme: Theme): string {
  const named = COLOURS.map((name) => `--_${name}: ${own(theme, name)};`).join(" ");
  const first = COLOURS.filter((name, i) => COLOURS.findIndex((other) => colour(theme, other) === colour(theme, name)) === i);
  const marks = first.map((name) => `[fill="${colour(theme, name)}"] { fill: var(--_${name}); } [stroke="${colour(theme, name)}"] { stroke: var(--_${name}); }`);
  return `.box { color-scheme: ${theme.endsWith("dark") ? "dark" : "light"}; ${named} }\n${marks.join("\n")}`;
}
