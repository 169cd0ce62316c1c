/**
 * What comes after the page answers: each tool gives itself to the page. A bundle of its own, which the first view does not wait for.
 *
 * Of the page's own modules it takes types, and functions without a state: values that hold something live in the other bundle.
 */
import type { Page } from "./page";
import type { LiveFigure } from "./part/figure";
import { pause } from "./pause";
import { Announcer } from "./tool/announce";
import { BaseHandle } from "./tool/base";
import { Ease } from "./tool/ease";
import { forced } from "./tool/forced";
import { Reader } from "./tool/reader";
import { TimeBar } from "./tool/time";
import { desk } from "./tool/index";

/** A tool: it looks for its place on the page and comes to life there. */
export type Tool = (page: Page) => void | Promise<void>;

/** What is said, shown and moved when the view or the reader's place in the figure changes. */
async function figureTools(page: Page): Promise<void> {
  const announcer = new Announcer(page);
  const ease = new Ease(page);
  const figure = document.querySelector<LiveFigure>("dui-figure");
  const canvas = figure?.querySelector("canvas");
  if (canvas) forced(canvas);
  if (figure && canvas) new Reader(page, figure, canvas, announcer, ease);
  await pause();
  if (canvas) new BaseHandle(page, canvas);
  const periods = document.querySelector<HTMLElement>("dui-periods");
  if (periods) new TimeBar(page, periods, announcer, ease);
}

const TOOLS: readonly Tool[] = [figureTools, desk];

/** Gives the page every tool, one after the other: the reader is at work already. */
export async function equip(page: Page): Promise<void> {
  for (const tool of TOOLS) {
    await pause();
    await tool(page);
  }
  document.documentElement.dataset["equipped"] = "";
}
