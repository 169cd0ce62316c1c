/**
 * The script of the pages without a figure: the choice of light and dark, and the tools of the tables.
 *
 * It loads no core and no data, and knows no Lit.
 */
import { Appearance, type Choice } from "./appearance";
import { labels } from "./labels";
import { find, speak } from "./missing";
import { keepOffline } from "./offline";
import { element, Tabular } from "./tabular";

const html = document.documentElement;
const root = new URL(html.dataset["root"] ?? "./", location.href);
if (html.dataset["page"] === "missing") speak(root);
const lang = html.lang.startsWith("en") ? "en" : "zh";
const words = labels(lang);

/** Fills the room of the settings with the same list that the live pages have. */
function appear(room: Element, appearance: Appearance): void {
  const list = element("select");
  for (const [id, name] of Object.entries(words.appearances)) {
    const option = element("option", { value: id }, name);
    option.selected = id === appearance.choice;
    list.append(option);
  }
  list.addEventListener("change", () => appearance.choose(list.value as Choice));
  room.replaceChildren(element("label", { class: "select" }, element("span", { class: "caption" }, words.appearance), list));
}

const appearance = new Appearance();
for (const room of document.querySelectorAll("dui-settings")) appear(room, appearance);
for (const box of document.querySelectorAll<HTMLElement>(".tabular")) new Tabular(box, words.records);
if (html.dataset["page"] === "missing") void find(root, html.dataset["data"] ?? "data/");
keepOffline(root, lang);
html.dataset["ready"] = "";
