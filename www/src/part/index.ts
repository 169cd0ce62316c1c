/**
 * Which element is which part. Defining them is the takeover, when there is something to show.
 */
import type { Page } from "../page";
import { pause } from "../pause";
import { Downloads } from "./downloads";
import { LiveFigure } from "./figure";
import { Headline } from "./headline";
import { HomePicker } from "./home";
import { IndicatorPicker } from "./indicator";
import { Definition, Foot, Notices } from "./notes";
import type { Part } from "./part";
import { PeerPicker } from "./peers";
import { Periods } from "./periods";
import { Records } from "./records";
import { Related } from "./related";
import { ScopePicker } from "./scope";
import { Settings } from "./settings";
import { Others, Sources } from "./sources";
import { Told } from "./state";
import { Tabs } from "./tabs";

/** The figure comes first: the others tell what it shows. What must be told of it takes room from it, so it comes in the same piece. */
const PARTS: readonly (readonly [string, new () => Part])[] = [
  ["dui-figure", LiveFigure],
  ["dui-state", Told],
  ["dui-headline", Headline],
  ["dui-indicator", IndicatorPicker],
  ["dui-home", HomePicker],
  ["dui-peers", PeerPicker],
  ["dui-scope", ScopePicker],
  ["dui-tabs", Tabs],
  ["dui-periods", Periods],
  ["dui-foot", Foot],
  ["dui-downloads", Downloads],
  ["dui-related", Related],
  ["dui-records", Records],
  ["dui-notices", Notices],
  ["dui-definition", Definition],
  ["dui-sources", Sources],
  ["dui-others", Others],
  ["dui-settings", Settings],
];

/** Gives every part the page and brings it to life, one after the other; done when all have rendered. */
export async function takeOver(page: Page): Promise<void> {
  const parts: Part[] = [];
  for (const [tag, type] of PARTS) {
    const found = [...document.querySelectorAll<Part>(tag)];
    for (const element of found) element.page = page;
    customElements.define(tag, type);
    parts.push(...found);
    if (tag === "dui-figure") await Promise.all(found.map((element) => element.updateComplete));
    else await pause();
  }
  await Promise.all(parts.map((part) => part.updateComplete));
}
