/**
 * Looking at one city: a click on its mark (Enter clicks it) has the others fade, again or Esc brings them back.
 *
 * What fades, the core draws; which city is looked at stands in the view.
 */
import type { Hit } from "#core";
import type { Page } from "../page";
import { withChoice } from "../store";

/** The live figure, as far as it says what is pointed at. */
type Pointed = HTMLElement & { hit?: Hit | undefined };

export function lookAt(page: Page): void {
  const figure = document.querySelector<Pointed>("dui-figure");
  if (figure === null) return;
  figure.addEventListener("click", (event) => click(page, figure, event as PointerEvent), true);
}

/** All cities again; whether one was looked at. */
export function lookAtAll(page: Page): boolean {
  if (page.store.view.focus === undefined) return false;
  page.ask(withChoice(page.store.view, { focus: undefined }), "");
  return true;
}

/** The first tap of a finger only tells; one more on the same city has it looked at. */
function click(page: Page, figure: Pointed, { target, offsetX, offsetY, pointerType }: PointerEvent): void {
  if (!(target instanceof HTMLCanvasElement)) return;
  const before = figure.hit;
  const hit = page.figure.pick(offsetX, offsetY);
  if (hit === undefined || (pointerType === "touch" && before?.region !== hit.region)) return;
  toggle(page, figure, hit);
}

function toggle(page: Page, figure: Pointed, hit: Hit): void {
  const { view } = page.store;
  const focus = view.focus === hit.region ? undefined : hit.region;
  const leave = page.follow(() => {
    if (page.store.view.focus !== focus) return;
    leave();
    back(page, figure, hit);
  });
  page.ask(withChoice(view, { focus }), "");
}

/** The figure is drawn anew: whoever read a mark is at the same one again. */
function back(page: Page, figure: Pointed, { region, x, y }: Hit): void {
  const far = (mark: { x: number; y: number }): number => Math.hypot(mark.x - x, mark.y - y);
  const [mark] = page.figure.marks().filter((one) => one.region === region).sort((a, b) => far(a) - far(b));
  if (mark !== undefined && figure.hit === undefined) figure.hit = page.figure.hit(mark.index);
}
