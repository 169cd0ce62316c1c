/**
 * The tools around the figure, and how they know of each other: the bar, the menu of charts, focus, full screen, undo, sharing, shortcuts.
 */
import type { Page } from "../page";
import type { Part } from "../part/part";
import { pause } from "../pause";
import { Bar } from "./bar";
import { BesidePicker } from "./beside";
import { lookAt, lookAtAll } from "./focus";
import { Full } from "./full";
import { type Acts, Help, listen } from "./keys";
import { ChartMenu } from "./menu";
import { offerShare } from "./share";
import { Take } from "./take";
import { Trail } from "./trail";
import { say, words } from "./words";

/** Brings the tools around the figure to life. */
export async function desk(page: Page): Promise<void> {
  const own = words(page.lang);
  const full = new Full(page);
  const trail = new Trail(page.store.view);
  let travelling = false;
  page.store.follow((view) => travelling || trail.note(view, page.step));
  const travel = (step: "undo" | "redo"): void => {
    const view = trail[step]();
    if (view === undefined) return;
    travelling = true;
    page.ask(view, "");
    travelling = false;
    say(step === "undo" ? own.undone : own.redone);
  };
  customElements.define("dui-beside", BesidePicker);
  customElements.define("dui-charts", ChartMenu);
  customElements.define("dui-help", Help);
  const menu = added(new ChartMenu(), page, document.querySelector(".comparison"));
  page.onMore = (tab) => void menu.show(tab);
  const help = added(new Help(), page);
  await pause();
  const acts: Acts = {
    help: () => help.show(),
    full: () => full.toggle(),
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    escape: () => (full.on ? (full.leave(), true) : lookAtAll(page)),
  };
  const bar = document.querySelector<Bar>("dui-bar");
  if (bar !== null) Object.assign(bar, { page, acts, trail });
  customElements.define("dui-bar", Bar);
  await pause();
  customElements.define("dui-take", Take);
  added(new Take(), page, document.querySelector("dui-downloads"));
  offerShare(page);
  lookAt(page);
  listen(acts, () => help.on);
}

function added<P extends Part>(part: P, page: Page, to: Element | null = null): P {
  part.page = page;
  (to ?? document.body).append(part);
  return part;
}
