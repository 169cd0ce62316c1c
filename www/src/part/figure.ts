/**
 * The live picture: a canvas in the place of the served one, redrawn at most once a frame, and what it says where one points.
 *
 * What is drawn, and what lies under a point, the core knows.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { Hit, Mark } from "#core";
import { SIZE, vector } from "../download";
import { marks, next } from "../marks";
import { Part } from "./part";

/** How far the tip stands from its mark. */
const GAP = 16;

export class LiveFigure extends Part {
  static override properties = { hit: { state: true }, reader: { state: true } };
  /** What is read. */
  declare hit: Hit | undefined;
  /** A tool that tells what is read in the place of this part. */
  declare reader: ((hit: Hit | undefined) => void) | undefined;
  /** Until the page is laid out, as in a frame that is not shown yet, the size of a file. */
  #width: number = SIZE.width;
  #height: number = SIZE.height;
  #frame = 0;
  #hits: Mark[] | undefined;
  #context: CanvasRenderingContext2D | null = null;
  readonly #observer = new ResizeObserver(() => this.#measure());
  readonly #away = (event: PointerEvent): void => {
    if (!this.contains(event.target as Node)) this.hit = undefined;
  };

  /** The served pictures stay until the canvas is painted. */
  protected override createRenderRoot(): HTMLElement {
    this.renderOptions.renderBefore = this.firstChild;
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.page.onDraw(() => this.#schedule());
    addEventListener("resize", () => this.#schedule());
    addEventListener("pointerdown", this.#away);
    addEventListener("beforeprint", () => this.#toPaper());
    addEventListener("afterprint", () => this.#fromPaper());
  }

  protected override render(): TemplateResult {
    return html`<div class="plot"><canvas role="application" tabindex="0" aria-labelledby="title" aria-describedby="description"
        @pointermove=${this.#move} @pointerleave=${this.#leave} @click=${this.#point} @keydown=${this.#key}
        @focus=${this.#focus} @blur=${this.#close}></canvas>
      ${this.reader ? nothing : html`${this.hit ? html`<span class="ring"></span>` : nothing}
      <div class="tip" role="status">${this.hit ? this.#tip(this.hit) : nothing}</div>`}</div>
      <p class="unseen" id="description"></p>`;
  }

  protected override firstUpdated(): void {
    const canvas = this.querySelector("canvas");
    this.#context = canvas?.getContext("2d", { alpha: false }) ?? null;
    if (canvas) this.#observer.observe(canvas);
    this.#measure();
    this.#draw();
    for (const picture of this.querySelectorAll(".picture")) picture.remove();
  }

  protected override updated(changed: PropertyValues): void {
    const description = this.querySelector("#description");
    if (description !== null) description.textContent = `${this.page.words.description} ${this.labels.figureKeys}`;
    this.setAttribute("aria-busy", String(this.page.busy));
    if (this.reader) this.reader(this.hit);
    else if (changed.has("hit") && this.hit) this.#place(this.hit);
  }

  /** Several sources are told as one: the first, and how many they are. */
  #tip({ name, lines }: Hit): TemplateResult {
    const sources = lines.filter(({ label }) => label === this.labels.source);
    const shown = lines.filter((line) => line === sources[0] || !sources.includes(line));
    const said = (line: Hit["lines"][number]): string =>
      sources.length > 1 && line === sources[0] ? this.labels.andMore(line.value, sources.length) : line.value;
    return html`<b>${name}</b><dl>${shown.map((line) => html`<div><dt>${line.label}</dt><dd>${said(line)}</dd></div>`)}</dl>`;
  }

  #measure(): void {
    const { width, height } = this.#context?.canvas.getBoundingClientRect() ?? { width: 0, height: 0 };
    // in whole pixels, or the last row of dots would be half painted
    const [across, down] = [Math.ceil(width), Math.ceil(height)];
    if (width === 0 || (across === this.#width && down === this.#height)) return;
    [this.#width, this.#height] = [across, down];
    this.#schedule();
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const context = this.#context;
    if (context === null) return;
    const { canvas } = context;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(this.#width * ratio), Math.round(this.#height * ratio)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    this.#hits = undefined;
    this.hit = undefined;
    this.page.draw(context, this.#width, this.#height, ratio);
  }

  #move(event: PointerEvent): void {
    if (event.pointerType !== "touch") this.#point(event);
  }

  #point(event: MouseEvent): void {
    const hit = this.page.figure.pick(event.offsetX, event.offsetY);
    if (hit?.region !== this.hit?.region || hit?.x !== this.hit?.x || hit?.y !== this.hit?.y) this.hit = hit;
  }

  #leave(event: PointerEvent): void {
    if (event.pointerType !== "touch") this.hit = undefined;
  }

  #close(): void {
    this.hit = undefined;
  }

  /** From the keyboard, the reading starts at home. */
  #focus(event: FocusEvent): void {
    if (!(event.target as Element).matches(":focus-visible")) return;
    const home = this.#marks().filter(({ region }) => region === this.page.shown.home);
    this.#read(home.sort((a, b) => b.x - a.x)[0] ?? this.#marks()[0]);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.hit = undefined;
    const to = this.reader ? undefined : next(this.#marks(), this.hit, event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.#read(to);
  }

  #read(mark: Mark | undefined): void {
    this.hit = mark && this.page.figure.hit(mark.index);
  }

  #marks(): Mark[] {
    return (this.#hits ??= marks(this.page.figure));
  }

  /** Paper gets the vector picture of this view in the light colours; the canvas steps back. */
  #toPaper(): void {
    this.#fromPaper();
    const figure = this.page.plot(SIZE.width, SIZE.height, { theme: "light" });
    const box = document.createElement("div");
    box.className = "picture print";
    box.append(vector(figure));
    figure.free();
    this.append(box);
  }

  #fromPaper(): void {
    this.querySelector(".picture.print")?.remove();
  }

  /** Puts the tip beside its mark, inside the figure. */
  #place(hit: Hit): void {
    const [ring, box] = [this.querySelector<HTMLElement>(".ring"), this.querySelector<HTMLElement>(".tip")];
    if (ring === null || box === null) return;
    ring.style.translate = `${hit.x}px ${hit.y}px`;
    // for a finger the style sheet puts it below the figure
    if (matchMedia("(pointer: coarse)").matches) return box.scrollIntoView({ block: "nearest" });
    const [left, top] = beside(hit, box.offsetWidth, box.offsetHeight, this.#width, this.#height);
    box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }
}

/** Where a box stands without covering its mark: to the right, to the left, above, below. */
function beside({ x, y }: Hit, width: number, height: number, figureWidth: number, figureHeight: number): [number, number] {
  const middle = Math.max(0, Math.min(figureHeight - height, y - height / 2));
  if (x + GAP + width <= figureWidth) return [x + GAP, middle];
  if (x - GAP - width >= 0) return [x - GAP - width, middle];
  const centre = Math.max(0, Math.min(figureWidth - width, x - width / 2));
  return [centre, y - GAP - height >= 0 ? y - GAP - height : y + GAP];
}
