/**
 * Sets the reader's theme before anything is painted: what the address asks for, or what was kept;
 * and on the page for lost addresses, which has both languages, the address's own.
 *
 * A classic script of its own that blocks the first paint, so it is a few bytes and imports nothing.
 * `appearance.ts` does the same with more care later; a name that no theme has matches no rule of the style sheet,
 * but would keep the system from being followed, so it is not set.
 */
const { dataset } = document.documentElement;
if (dataset["page"] === "missing") {
  dataset["tongue"] = location.pathname.startsWith(`${dataset["root"]}en/`) ? "en" : "zh";
}

try {
  const wanted = new URLSearchParams(location.search).get("theme");
  for (const theme of [wanted, localStorage.getItem("duibiao-theme")]) {
    if (!theme || !/^(light|(contrast-)?dark|contrast)$/.test(theme)) continue;
    if (!matchMedia("(forced-colors: active)").matches) dataset["theme"] = theme;
    break;
  }
} catch {
  // private mode: as the system has it
}

export {};
