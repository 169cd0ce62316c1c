/**
 * The comparison as a table, in the form that src/page/table.rs serves, with the same tools; each figure can be asked about.
 *
 * It is drawn with the document alone, since its tools move the rows about; and only while it is shown.
 */
import type { Lang, Words } from "#core";
import type { Labels } from "../labels";
import { element, link, Tabular } from "../tabular";
import { card, open } from "./about";
import { Part } from "./part";

type Table = Words["table"];
type Column = Table["columns"][number];
type Row = Table["rows"][number];
type Cell = Row["cells"][number];

/** How a key moves from figure to figure: down, right. */
const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

export class Records extends Part {
  readonly #scroll = element("div", { class: "scroll", role: "region", tabindex: "0" });
  readonly #legend = element("p", { class: "legend" });
  readonly #origin = element("p", { class: "origin" });
  readonly #card = card();
  readonly #bar = element("div", { class: "tools" });
  readonly #box = element("div", { class: "tabular" }, this.#bar, this.#scroll, this.#legend, this.#origin, this.#card);
  #tools: Tabular | undefined;
  /** What the table was made of: news of anything else leaves it, and whoever has the focus in it, alone. */
  #made: Words | undefined;

  /** What was served stays until the table is shown. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.page.panel === "table";
  }

  protected override render(): unknown {
    if (this.#tools === undefined) this.replaceChildren();
    return this.#box;
  }

  protected override updated(): void {
    const { foot } = this.page.words;
    if (this.#made === this.page.words) return;
    const table = remarkable(this.page.words.table, this.labels);
    this.#made = this.page.words;
    this.#box.dataset["tools"] = table.rows.some(({ region }) => region !== "") ? "sort filter copy" : "sort copy";
    this.#scroll.ariaLabel = table.caption;
    this.#scroll.replaceChildren(this.#table(table));
    this.#legend.replaceChildren(...table.legend.map(({ label, value }) => element("span", {}, element("b", {}, label), ` ${value}`)));
    this.#legend.hidden = table.legend.length === 0;
    this.#origin.textContent = foot;
    if (this.#tools === undefined) this.#tools = new Tabular(this.#box, this.labels.records);
    else this.#tools.take();
  }

  #table({ caption, columns, rows, legend }: Table): HTMLElement {
    const heads = columns.map((column) => this.#head(column));
    const meanings = new Map(legend.map(({ label, value }) => [label, value]));
    const body = rows.map((row) => this.#row(row, columns, meanings));
    const head = element("thead", {}, element("tr", {}, ...heads));
    const table = element("table", {}, element("caption", {}, caption), head, element("tbody", {}, ...body));
    table.addEventListener("click", (event) => this.#ask(event.target as Element));
    table.addEventListener("keydown", (event) => this.#step(table, event));
    (table.querySelector(".home .ask") ?? table.querySelector(".ask"))?.setAttribute("tabindex", "0");
    return table;
  }

  #head({ key, label, numeric }: Column): HTMLElement {
    return element("th", { class: this.#kind(key, numeric), scope: "col", "data-key": key }, label, ...this.#tag(key));
  }

  #row(row: Row, columns: Table["columns"], meanings: Map<string, string>): HTMLElement {
    const first = columns.findIndex(({ numeric }) => !numeric);
    const cells = row.cells.map((cell, i) => {
      const { key, numeric } = columns[i] as Column;
      const kind = this.#kind(key, numeric);
      if (i === first) return element("th", { class: kind, scope: "row" }, cell.text, ...this.#tag(row.region));
      const value: Record<string, string> = cell.value === undefined ? {} : { "data-value": String(cell.value) };
      if (!numeric || cell.text === "") return element("td", { class: kind }, ...text(cell, this.page.lang));
      return element("td", { class: kind, ...value }, figure(row.region || key, row.period, cell, meanings.get(cell.mark)));
    });
    return element("tr", { class: this.#who(row.region) || "rest", "data-find": this.#names(row.region) }, ...cells);
  }

  /** The class of a column, and whose it is where columns are cities. */
  #kind(key: string, numeric: boolean): string {
    return `${numeric ? "number" : "word"} ${this.#who(key)}`.trim();
  }

  #who(region: string): string {
    const { home, peers } = this.page.shown;
    return region === home ? "home" : peers.includes(region) ? "peer" : "";
  }

  /** Home is named as home, for those who see no colour. */
  #tag(region: string): HTMLElement[] {
    return region === this.page.shown.home ? [element("span", { class: "tag" }, this.labels.records.home)] : [];
  }

  /** What else a city is found by. */
  #names(region: string): string {
    const { catalogue, foreign } = this.page;
    const named = [...foreign.regions, ...catalogue.regions].filter(({ id }) => id === region);
    return named.map(({ name, pinyin }) => `${name} ${pinyin}`).join(" ");
  }

  #ask(target: Element): void {
    const pressed = target.closest<HTMLElement>(".ask");
    if (pressed === null) return;
    const { region = "", period = "" } = pressed.dataset;
    const name = this.page.catalogue.regions.find(({ id }) => id === region)?.name ?? "";
    open(this.#card, pressed, { name, lines: this.page.figure.about(region, period) }, this.page);
  }

  /** From figure to figure by the arrow keys; one of them is in the order of the tab key. */
  #step(table: HTMLTableElement, event: KeyboardEvent): void {
    const here = (event.target as Element).closest<HTMLElement>(".ask");
    const by = STEPS[event.key];
    if (here === null || by === undefined) return;
    event.preventDefault();
    const cell = here.closest("td") as HTMLTableCellElement;
    const rows = [...(table.tBodies[0]?.rows ?? [])].filter(({ hidden }) => !hidden);
    let [row, column] = [rows.indexOf(cell.parentElement as HTMLTableRowElement), cell.cellIndex];
    for (;;) {
      [row, column] = [row + by[0], column + by[1]];
      const next = rows[row]?.cells[column];
      if (next === undefined) return;
      const to = next.querySelector<HTMLElement>(".ask");
      if (to === null) continue;
      here.tabIndex = -1;
      to.tabIndex = 0;
      return to.focus();
    }
  }
}

/** The table without the word that a figure is normal, and without the column of remarks where nothing else stands in it. */
function remarkable({ columns, rows, ...rest }: Table, { comma, records }: Labels): Table {
  const at = columns.findIndex(({ key }) => key === "remarks");
  const told = (text: string): string => text.split(comma).filter((word) => word !== records.normal).join(comma);
  const cells = rows.map((row) => row.cells.map((cell, i) => (i === at ? { ...cell, text: told(cell.text) } : cell)));
  const empty = cells.every((row) => !row[at]?.text);
  const kept = <T>(all: T[]): T[] => (empty ? all.filter((_, i) => i !== at) : all);
  return { ...rest, columns: kept(columns), rows: rows.map((row, i) => ({ ...row, cells: kept(cells[i] ?? []) })) };
}

/** A figure as a button. */
function figure(region: string, period: string, { text, mark }: Cell, meaning: string | undefined): HTMLElement {
  const marks = meaning ? [element("abbr", { class: "mark", title: meaning }, mark)] : [];
  return element("button", { type: "button", class: "ask", tabindex: "-1", "data-region": region, "data-period": period }, text, ...marks);
}

/** A text, or links with their names. */
function text({ text, links }: Cell, lang: Lang): (Node | string)[] {
  if (links.length === 0) return [text];
  const between = lang === "zh" ? "；" : "; ";
  return links.flatMap(({ value, url }, i) => [i > 0 ? between : "", link(value, url)]);
}

