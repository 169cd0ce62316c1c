/**
 * The script of the pages without a figure: the choice of light and dark, and the tools of the tables.
 *
 * It loads no core and no data, and knows no Lit.
 */
import { Appearance } from "./appearance";
import { lead, leave } from "./homes";
import { labels } from "./labels";
import { find, speak } from "./missing";
import { keepOffline } from "./offline";
import { Tabular } from "./tabular";
import { themeChoice } from "./theme-choice";

const html = document.documentElement;
const root = new URL(html.dataset["root"] ?? "./", location.href);
if (html.dataset["page"] === "missing") speak(root);
const lang = html.lang.startsWith("en") ? "en" : "zh";
const words = labels(lang);

const appearance = new Appearance();
for (const room of document.querySelectorAll("dui-settings")) {
  room.replaceChildren(themeChoice(words, appearance.choice, (choice) => appearance.choose(choice)));
}
for (const box of document.querySelectorAll<HTMLElement>(".tabular")) new Tabular(box, words.records);
if (html.dataset["page"] === "missing") void find(root, html.dataset["data"] ?? "data/");
// pages that are about no home pass on the one that the reader came from; an example in the methods is about its own
const ways = html.dataset["page"] === "methods" ? "header a, footer a" : "header a, footer a, main a";
if (/^(data|facts|methods)$/.test(html.dataset["page"] ?? "")) lead(root, new URLSearchParams(location.search).get("home"), ways);
leave(root);
keepOffline(root, lang);
html.dataset["ready"] = "";
