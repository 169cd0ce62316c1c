/**
 * What is on the page now: the view that was asked for, the figure that answers it, and its words.
 *
 * It draws on whatever context it is given and tells its followers when there are new words; it knows no element.
 */
import type { Catalogue, Figure, Lang, View, Words } from "#core";
import type { Appearance, Choice } from "./appearance";
import type { Choices, Extra } from "./choices";
import { asked, type Packs } from "./core";
import { labels, type Labels } from "./labels";
import { pause } from "./pause";
import { type State, states } from "./state";
import { type Shown, Store, without } from "./store";
import type { Address, Step } from "./url";

/** What stands in the figure's place. */
export type Panel = "chart" | "table";

/** What the page is made of. */
export interface Parts {
  packs: Packs;
  extra: Extra;
  address: Address;
  appearance: Appearance;
  lang: Lang;
  view: View;
  /** The cities that have pages of their own. */
  homes?: readonly string[] | undefined;
}

/** A figure with what is read from it only when somebody asks. */
interface Drawn {
  figure: Figure;
  view?: Shown;
  words?: Words;
}

export class Page {
  readonly lang: Lang;
  readonly labels: Labels;
  readonly appearance: Appearance;
  readonly address: Address;
  readonly store: Store;
  panel: Panel;
  /** How the history kept the last choice. */
  step: Step = "push";
  busy = false;
  /** Called when a view can't be shown. */
  onTrouble: (reason: unknown) => void = () => {};
  /** Called when a view that could not be shown is shown after all, or another is. */
  onRelief: () => void = () => {};
  /** Paints a figure in the place of another one, which it frees. */
  ease: ((figure: Figure, old: Figure, context: CanvasRenderingContext2D, ratio: number) => void) | undefined;
  /** Whether somebody else tells a screen reader what changed. */
  quiet = false;
  /** Opens the menu of further charts at its tab. */
  onMore: (tab: HTMLElement) => void = () => {};
  readonly #packs: Packs;
  #catalogue: Catalogue | undefined;
  /** Whose catalogue that is. */
  #of: Packs["core"] | undefined;
  #foreign: Catalogue | undefined;
  readonly #extra: Extra;
  readonly #homes: readonly string[] | undefined;
  readonly #drawers = new Set<() => void>();
  readonly #followers = new Set<() => void>();
  #drawn: Drawn | undefined;
  /** The last view whose data are here: what is drawn, however often, until the next one's have come. */
  #settled: View;
  #told: State[] = [];
  #stale = true;
  #telling = false;
  #lastStep = "";
  /** Whether what is shown is not in the address yet. */
  #ahead = false;

  constructor({ packs, extra, address, appearance, lang, view, homes }: Parts) {
    this.lang = lang;
    this.labels = labels(lang);
    this.#packs = packs;
    this.#extra = extra;
    this.#homes = homes;
    this.address = address;
    this.appearance = appearance;
    this.panel = address.table ? "table" : "chart";
    this.store = new Store(view);
    this.#settled = view;
    this.store.follow(() => void this.settle());
    this.address.onTravel(({ indicator, query }) => void this.#travel(indicator, query));
    appearance.follow(() => this.#redraw());
  }

  /** What can be chosen; with every chart once these are known. */
  get catalogue(): Catalogue {
    const { core } = this.#packs;
    if (this.#catalogue === undefined || core !== this.#of) this.#catalogue = core.catalogue(this.lang);
    this.#of = core;
    return this.#catalogue;
  }

  /** The names in the other language, for the search. */
  get foreign(): Catalogue {
    return (this.#foreign ??= this.#packs.core.catalogue(this.lang === "zh" ? "en" : "zh"));
  }

  /** What the figure shows, complete. */
  get shown(): Shown {
    const drawn = this.#here();
    return (drawn.view ??= drawn.figure.view() as Shown);
  }

  /** What the figure says. */
  get words(): Words {
    const drawn = this.#here();
    return (drawn.words ??= drawn.figure.words());
  }

  /** The figure on the page. It is freed when the next one is drawn: ask again each time. */
  get figure(): Figure {
    return this.#here().figure;
  }

  /** What must be told of this figure beside its words. While another is on its way, what was told last. */
  get states(): State[] {
    const { view } = this.store;
    if (this.#stale || view !== this.#settled) return this.#told;
    const { labels, catalogue, shown, words, choices } = this;
    return (this.#told = states({ asked: this.#ahead ? { indicator: shown.indicator, query: "" } : this.address.read(), view, shown, words, catalogue, choices, homes: this.#homes, labels }));
  }

  /** Whether home has no figure at all of what is asked for. */
  get lacksHome(): boolean {
    const { catalogue, store } = this;
    const { indicator, home } = { ...catalogue.defaults, ...store.view };
    const asked = catalogue.indicators.find(({ id }) => id === indicator);
    return asked !== undefined && home !== undefined && !asked.regions.includes(home);
  }

  /** What only the pickers need, once it is here. */
  get choices(): Choices | undefined {
    return this.#extra.here;
  }

  /** Brings what the pickers need; they do without where it can't be had. */
  async bringChoices(): Promise<void> {
    if (this.choices !== undefined) return;
    if ((await this.#extra.bring()) === undefined || this.#drawn === undefined) return;
    // nobody waits for it: one part after the other
    for (const follower of [...this.#followers]) {
      follower();
      await pause();
    }
  }

  /** The names of the themes that can be shown without the network. */
  get usable(): string {
    const here = this.catalogue.themes.filter(({ id }) => this.#packs.here.has(id));
    return here.map(({ name }) => name).join(this.labels.comma);
  }

  /** Another figure of the same view, for a file, or with other choices; the caller frees it. */
  full(width: number, height: number, other?: View): Figure {
    return this.#packs.core.figure({ ...this.#drawable(), ...other }, width, height, "full");
  }

  /** The picture alone as it stands on the page, but with other choices; the caller frees it. */
  plot(width: number, height: number, other: { [Field in keyof View]?: View[Field] | undefined }): Figure {
    return this.#packs.core.figure({ ...this.#drawable(), ...other } as View, width, height, "plot");
  }

  /** Brings the core with every chart, which can do more; whether it came. */
  widen(): Promise<boolean> {
    return this.#packs.widen().then(
      () => true,
      () => false,
    );
  }

  /** Brings the core with every chart before it is asked for, where bytes are not to be saved. */
  prefetch(): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!connection?.saveData) this.#packs.widen().catch(() => {});
  }

  /** Takes what the reader chose. Steps of one kind in a row are one entry in the history. */
  ask(view: View, kind: string, panel: Panel = this.panel): void {
    if (!this.try(view, this.#next(kind))) return this.show(panel);
    this.panel = panel;
    this.keep(kind);
  }

  /** Shows what the reader is about to choose, as under a moving thumb; the address waits for `keep`. */
  try(view: View, step: Step = this.#ahead ? "replace" : "push"): boolean {
    const indicator = view.indicator ?? this.shown.indicator;
    this.step = step;
    const changed = this.store.set({ ...without(view, "theme"), indicator });
    this.#ahead ||= changed;
    return changed;
  }

  /** Writes what is shown into the address. */
  keep(kind: string): void {
    const step = this.#next(kind);
    this.#lastStep = kind;
    this.#address(step);
    if (this.#ahead && !this.#stale) this.#tellSoon();
    this.#ahead = false;
  }

  #next(kind: string): Step {
    return kind !== "" && kind === this.#lastStep ? "replace" : "push";
  }

  /** Takes a view that mends the address; a theme that was meant is lent. */
  mend(view: View): void {
    if (view.theme === undefined || view.theme === this.store.view.theme) return this.ask(view, "");
    this.appearance.lend(view.theme);
    if (this.store.set(view)) this.#address("push");
  }

  /** Takes the reader's choice of light and dark; one that an address asked for is forgotten. */
  appear(choice: Choice): void {
    this.appearance.choose(choice);
    if (this.store.set(without(this.store.view, "theme"))) this.#address("replace");
  }

  /** Shows the figure or its table. */
  show(panel: Panel): void {
    if (panel === this.panel) return;
    this.panel = panel;
    this.#lastStep = "";
    this.address.mark(panel === "table");
    this.#tell();
  }

  /** Brings what the view needs, then has it drawn; a newer view overtakes an older one. */
  async settle(): Promise<void> {
    const view = this.store.view;
    if (this.#packs.lacks(view) && !(await this.#bring(view))) return;
    this.#settled = view;
    this.onRelief();
    this.#redraw();
  }

  /** Draws the view. This is the hot path: no words, no names, nothing that is not in the picture. */
  draw(context: CanvasRenderingContext2D, width: number, height: number, ratio: number): void {
    const figure = this.#packs.core.figure(this.#drawable(), width, height, "plot");
    const old = this.#drawn;
    this.#drawn = this.#stale || old === undefined ? { figure } : { ...old, figure };
    if (old && this.ease) {
      this.ease(figure, old.figure, context, ratio);
    } else {
      figure.paint(context, ratio);
      old?.figure.free();
    }
    // who comes to life with the first figure reads its words then
    if (this.#stale && old !== undefined) this.#tellSoon();
    this.#stale = false;
  }

  /**
   * What runs for the first time is slow. A figure that nobody sees takes that on itself, one piece after the other;
   * the one that is seen then comes at once, with all that is told of it.
   */
  async warm(): Promise<void> {
    await pause();
    const figure = this.#packs.core.figure(this.#drawable(), 320, 320, "plot");
    await pause();
    figure.words();
    await pause();
    const context = document.createElement("canvas").getContext("2d", { alpha: false });
    if (context) figure.paint(context, 1);
    figure.free();
    await pause();
  }

  /** Calls back when there is something new to draw. */
  onDraw(drawer: () => void): () => void {
    this.#drawers.add(drawer);
    return () => this.#drawers.delete(drawer);
  }

  /** Calls back when there are new words, until the answer is called. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #here(): Drawn {
    if (this.#drawn === undefined) throw new Error("nothing is drawn yet");
    return this.#drawn;
  }

  #drawable(): View {
    return { ...this.#settled, lang: this.lang, theme: this.appearance.theme };
  }

  async #travel(indicator: string, query: string): Promise<void> {
    // only the core that knows the chart of an address reads it right
    if (!this.#packs.knows(asked(query)) && !(await this.#widened())) return;
    this.#lastStep = "";
    this.step = "push";
    this.panel = this.address.table ? "table" : "chart";
    if (!this.store.set(this.#packs.core.parse(this.lang, indicator, query))) this.#tell();
  }

  async #widened(): Promise<boolean> {
    return this.#packs.widen().then(
      () => true,
      (reason: unknown) => (this.onTrouble(reason), false),
    );
  }

  /** Whether the view, once its data are here, is still the one that is wanted. */
  async #bring(view: View): Promise<boolean> {
    this.busy = true;
    this.#tell();
    try {
      await this.#packs.bring(view);
    } catch (reason) {
      if (view === this.store.view) this.onTrouble(reason);
      return false;
    } finally {
      this.busy = view !== this.store.view;
      this.#tell();
    }
    return view === this.store.view;
  }

  /** Only the core that knows a view's chart writes its address. */
  #address(step: Step): void {
    const { view } = this.store;
    const write = (): void => {
      if (view === this.store.view) this.address.show(view, step, this.panel === "table");
    };
    if (this.#packs.knows(view)) write();
    else void this.#widened().then((done) => done && write());
  }

  #redraw(): void {
    this.#stale = true;
    for (const drawer of this.#drawers) drawer();
  }

  /** Tells the followers after the picture is on the screen. */
  #tellSoon(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      this.#tell();
    });
  }

  #tell(): void {
    if (this.#drawn === undefined) return;
    for (const follower of this.#followers) follower();
  }
}
