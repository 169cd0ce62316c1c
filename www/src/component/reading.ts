/**
 * Reads the figure of an element out: a tip where one points, mark by mark with the keys, and which city is chosen.
 *
 * What there is to say the core says; what a choice changes the element decides.
 */
import type { Figure, Hit, Mark } from "#core";
import { element } from "../tabular";
import { entry, moment, nearest, step } from "../tool/model";
import { beside, clear } from "../tool/place";
import type { ChartWords } from "./words";

/** What the element shows now. */
export interface Shown {
  figure: Figure;
  home: string;
  words: ChartWords;
  /** How many pixels of the page one of the figure has. */
  scale: number;
}

export class Reading {
  readonly #picture: HTMLElement;
  readonly #ring = element("span", { class: "ring", hidden: "" });
  readonly #tip = element("div", { class: "tip", part: "tip", hidden: "" });
  readonly #said = element("p", { class: "unseen", role: "status" });
  readonly #shown: () => Shown | undefined;
  readonly #choose: (hit: Hit, marks: readonly Mark[]) => void;
  #marks: Mark[] | undefined;
  #hit: Hit | undefined;
  /** Where the reader of keys is. */
  #here: Mark | undefined;

  constructor(picture: HTMLElement, shown: () => Shown | undefined, choose: (hit: Hit, marks: readonly Mark[]) => void) {
    [this.#picture, this.#shown, this.#choose] = [picture, shown, choose];
    picture.append(this.#ring, this.#tip);
    picture.after(this.#said);
    picture.addEventListener("pointermove", (event) => event.pointerType !== "touch" && this.#point(event));
    picture.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && this.#show(undefined));
    picture.addEventListener("click", (event) => this.#click(event));
    picture.addEventListener("keydown", (event) => this.#key(event));
    picture.addEventListener("focus", () => picture.matches(":focus-visible") && this.#read(this.#entry()));
    picture.addEventListener("blur", () => this.#leave());
  }

  /** The figure is another one. Who reads by keys is at the same city again. */
  renew(): void {
    this.#marks = undefined;
    const here = this.#here;
    this.#show(undefined);
    if (here === undefined) return;
    this.#read(this.#all().find(({ region, period, indicator }) => region === here.region && period === here.period && indicator === here.indicator));
  }

  #all(): Mark[] {
    return (this.#marks ??= this.#shown()?.figure.marks() ?? []);
  }

  #entry(): Mark | undefined {
    return entry(this.#all(), this.#shown()?.home ?? "");
  }

  /** What is under a point of the page: a mark, or of a figure about time the nearest of its moment. */
  #under({ clientX, clientY }: MouseEvent): Hit | undefined {
    const shown = this.#shown();
    if (shown === undefined) return undefined;
    const { left, top } = this.#picture.getBoundingClientRect();
    const at = { x: (clientX - left) / shown.scale, y: (clientY - top) / shown.scale };
    const hit = shown.figure.pick(at.x, at.y);
    if (hit !== undefined) return hit;
    const near = nearest(this.#all(), at);
    return near !== undefined && moment(this.#all(), near).length > 1 ? shown.figure.hit(near.index) : undefined;
  }

  #point(event: MouseEvent): void {
    this.#here = undefined;
    this.#show(this.#under(event));
  }

  /** The first tap of a finger only tells; one more on the same city chooses it. */
  #click(event: MouseEvent): void {
    const before = this.#hit;
    const hit = this.#under(event);
    this.#here = undefined;
    this.#show(hit);
    const finger = (event as PointerEvent).pointerType === "touch";
    if (hit !== undefined && (!finger || before?.region === hit.region)) this.#choose(hit, this.#all());
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return this.#leave();
    if (event.key === "Enter" && this.#here !== undefined && this.#hit !== undefined) {
      event.preventDefault();
      return this.#choose(this.#hit, this.#all());
    }
    const from = this.#here ?? this.#entry();
    const to = from && step(this.#all(), from, event.key);
    if (from === undefined || to === undefined) return;
    event.preventDefault();
    if (this.#here === undefined) this.#read(from);
    else if ("mark" in to) this.#read(to.mark);
  }

  #leave(): void {
    this.#here = undefined;
    this.#show(undefined);
  }

  #read(mark: Mark | undefined): void {
    const shown = this.#shown();
    this.#here = mark;
    this.#show(mark && shown?.figure.hit(mark.index));
    if (shown === undefined || this.#hit === undefined) return;
    const { words } = shown;
    const parts = told(this.#hit, words).map(({ label, value }) => [label, value].filter(Boolean).join(" "));
    this.#said.textContent = [this.#hit.name, ...parts].join(words.comma) + words.stop;
  }

  #show(hit: Hit | undefined): void {
    const shown = this.#shown();
    this.#hit = hit;
    this.#picture.classList.toggle("pointed", hit !== undefined);
    this.#ring.hidden = this.#tip.hidden = hit === undefined || shown === undefined;
    if (hit === undefined || shown === undefined) return;
    const lines = told(hit, shown.words).map(({ label, value }) => element("div", {}, element("dt", {}, label), element("dd", {}, value)));
    this.#tip.replaceChildren(element("b", {}, hit.name), element("dl", {}, ...lines));
    this.#place(hit, shown.scale);
  }

  /** Where the tip covers neither its mark nor, where there is room, other rows. */
  #place(hit: Hit, scale: number): void {
    const onPage = ({ x, y }: { x: number; y: number }): { x: number; y: number } => ({ x: x * scale, y: y * scale });
    const size = { width: this.#tip.offsetWidth, height: this.#tip.offsetHeight };
    const room = { width: this.#picture.clientWidth, height: this.#picture.clientHeight };
    const at = onPage(hit);
    const [left, top] = clear(at, this.#all().map(onPage), size, room) ?? beside(at, size, room);
    this.#ring.style.translate = `${at.x}px ${at.y}px`;
    this.#tip.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }
}

/** The lines of a tip; several sources are told as one. */
function told({ lines }: Hit, words: ChartWords): { label: string; value: string }[] {
  const sources = lines.filter(({ label }) => label === words.source);
  const others = lines.filter(({ label }) => label !== words.source);
  const [first] = sources;
  if (first === undefined) return others;
  return [...others, { label: first.label, value: sources.length > 1 ? words.andMore(first.value, sources.length) : first.value }];
}
