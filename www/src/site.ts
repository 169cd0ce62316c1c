/**
 * The script of the pages without a figure.
 *
 * It loads no core and no data, and knows no Lit.
 */
import { find } from "./missing";
import { keepOffline } from "./offline";

const html = document.documentElement;
const root = new URL(html.dataset["root"] ?? "./", location.href);

if (html.dataset["page"] === "missing") void find(root, html.dataset["data"] ?? "data/");
keepOffline(root, html.lang.startsWith("en") ? "en" : "zh");
html.dataset["ready"] = "";
