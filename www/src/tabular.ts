/**
 * The tools of a table on the page: heads that sort, a field that filters, a button that copies.
 *
 * It works on the markup that src/page/table.rs describes, whoever wrote it, and needs nothing but the document.
 */
import type { Labels } from "./labels";
import { comparable, findable, finds, LONG, lines, type Column, type Order, pressed, type Row, sorted, tabbed } from "./table";

/** The words it needs. */
export type Words = Labels["records"];

/** A row with its element. */
interface Shown extends Row {
  element: HTMLTableRowElement;
}

/** Makes an element with attributes and content. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** A link only to a web address; anything else is text. */
export function link(text: string, url: string | undefined): Node | string {
  return url && /^https?:\/\//.test(url) ? element("a", { href: url, rel: "noopener noreferrer" }, text) : text;
}

/** The words of an element without what is only for the eye. */
function wording(source: Element): string {
  const copy = source.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll(".mark, .tag")) mark.remove();
  return copy.textContent?.trim() ?? "";
}

export class Tabular {
  readonly #box: HTMLElement;
  readonly #words: Words;
  readonly #status = element("p", { class: "told", role: "status" });
  readonly #nothing: HTMLElement;
  #scroll!: HTMLElement;
  #table!: HTMLTableElement;
  #field: HTMLInputElement | undefined;
  #columns: Column[] = [];
  #rows: Shown[] = [];
  #order: Order | undefined;

  constructor(box: HTMLElement, words: Words) {
    this.#box = box;
    this.#words = words;
    const clear = button("clear", words.clear, () => this.#clear());
    this.#nothing = element("div", { class: "nothing", hidden: "" }, element("p", {}, words.nothing), clear);
    this.take();
  }

  /** Works on the table that is in the box now; the order and what was typed stay. */
  take(): void {
    this.#scroll = this.#box.querySelector<HTMLElement>(".scroll") as HTMLElement;
    this.#table = this.#scroll.querySelector("table") as HTMLTableElement;
    const heads = [...(this.#table.tHead?.rows[0]?.cells ?? [])];
    this.#columns = heads.map((head, i) => ({
      key: head.dataset["key"] ?? String(i),
      label: wording(head),
      numeric: head.classList.contains("number"),
    }));
    this.#rows = [...(this.#table.tBodies[0]?.rows ?? [])].map(read);
    if (this.#offers("sort")) heads.forEach((head, i) => this.#sortable(head, i));
    const by = this.#columns.findIndex(({ key }) => key === this.#order?.key);
    if (by >= 0 && !this.#sorts(by)) this.#order = undefined;
    this.#bar();
    this.#watchEdges();
    this.#apply();
  }

  #offers(tool: string): boolean {
    return this.#box.dataset["tools"]?.split(" ").includes(tool) ?? false;
  }

  /** Fills the room that is kept for the tools, once. */
  #bar(): void {
    const bar = this.#box.querySelector(".tools");
    this.#scroll.after(this.#nothing);
    if (bar === null) return;
    const filter = this.#offers("filter") && this.#rows.length >= LONG;
    if (filter && this.#field === undefined) bar.prepend(this.#finder());
    if (!filter) {
      this.#field?.parentElement?.remove();
      this.#field = undefined;
    }
    if (this.#status.isConnected) return;
    if (this.#offers("copy")) bar.append(button("copy", this.#words.copy, () => void this.#copy()));
    bar.append(this.#status);
  }

  #finder(): HTMLElement {
    const field = element("input", { type: "search", placeholder: this.#words.find, autocomplete: "off" });
    field.addEventListener("input", () => {
      this.#apply();
      this.#tell(field.value === "" ? "" : this.#words.count(this.#found().length, this.#rows.length));
    });
    this.#field = field;
    return element("label", { class: "finder" }, element("span", { class: "unseen" }, this.#words.filter), field);
  }

  #sorts(i: number): boolean {
    return this.#columns[i]?.numeric !== true || comparable(this.#rows, i);
  }

  /** A head becomes a button with the same words; one of a column that can't be sorted says why. */
  #sortable(head: HTMLTableCellElement, i: number): void {
    if (!this.#sorts(i)) {
      head.title = this.#words.bases;
      return;
    }
    const sort = button("order", "", () => this.#sort(i));
    sort.append(...head.childNodes);
    head.append(sort);
  }

  #sort(i: number): void {
    const column = this.#columns[i];
    if (column === undefined) return;
    this.#order = pressed(this.#order, column.key);
    this.#apply();
    this.#tell(this.#words.sorted(column.label, this.#order?.direction));
  }

  #clear(): void {
    if (this.#field === undefined) return;
    this.#field.value = "";
    this.#field.focus();
    this.#apply();
    this.#tell("");
  }

  /** The rows in sight, in their order. */
  #found(): Shown[] {
    const typed = this.#field?.value ?? "";
    return sorted(this.#rows, this.#columns, this.#order).filter((row) => finds(row, typed));
  }

  #apply(): void {
    const found = this.#found();
    for (const { element } of this.#rows) element.hidden = true;
    for (const { element } of found) element.hidden = false;
    const order = sorted(this.#rows, this.#columns, this.#order);
    this.#table.tBodies[0]?.append(...order.map(({ element }) => element));
    this.#nothing.hidden = found.length > 0 || this.#rows.length === 0;
    for (const head of this.#table.tHead?.rows[0]?.cells ?? []) {
      const here = this.#order !== undefined && head.dataset["key"] === this.#order.key;
      if (here) head.setAttribute("aria-sort", this.#order?.direction ?? "none");
      else head.removeAttribute("aria-sort");
    }
  }

  #tell(text: string): void {
    this.#status.textContent = text;
  }

  /** A line at the edge beyond which there is more. */
  #watchEdges(): void {
    const scroll = this.#scroll;
    const look = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = scroll;
      scroll.classList.toggle("before", scrollLeft > 1);
      scroll.classList.toggle("beyond", scrollLeft + clientWidth < scrollWidth - 1);
    };
    scroll.onscroll = look;
    new ResizeObserver(look).observe(this.#table);
    look();
  }

  async #copy(): Promise<void> {
    const origin = this.#box.querySelector(".origin")?.textContent ?? "";
    const all = lines(this.#columns, this.#found(), [this.#table.caption?.textContent ?? "", origin], this.#words.rank);
    const [text, markup] = [tabbed(all), spreadsheet(all, all[0]?.length ?? 1)];
    try {
      await write(text, markup);
      this.#tell(this.#words.copied(this.#found().length));
    } catch {
      getSelection()?.selectAllChildren(this.#table);
      this.#tell(this.#words.selected);
    }
  }
}

function read(row: HTMLTableRowElement): Shown {
  const cells = [...row.cells].map((cell) => {
    return { text: wording(cell), value: number(cell.dataset["value"]), rank: number(cell.dataset["rank"]) };
  });
  const name = row.querySelector("th");
  const words = [...row.querySelectorAll("td.word")].map(wording);
  const keys = findable(name === null ? "" : wording(name), row.dataset["find"] ?? "", words);
  return { cells, keys, element: row };
}

function number(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written);
}

function button(kind: string, label: string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: kind }, label);
  made.addEventListener("click", press);
  return made;
}

/** A bare table for a spreadsheet: no classes, no links, no marks. */
function spreadsheet([heads = [], ...rest]: readonly string[][], width: number): string {
  const row = (tag: "th" | "td", cells: readonly string[]): HTMLElement => {
    const span: Record<string, string> = cells.length === 1 && width > 1 ? { colspan: String(width) } : {};
    return element("tr", {}, ...cells.map((cell) => element(tag, span, cell)));
  };
  return element("table", {}, row("th", heads), ...rest.map((cells) => row("td", cells))).outerHTML;
}

/** Text and table to the clipboard; text alone where a browser knows no more. */
async function write(text: string, markup: string): Promise<void> {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(text);
  const blob = (type: string, content: string): Blob => new Blob([content], { type });
  const item = new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", markup) });
  try {
    await navigator.clipboard.write([item]);
  } catch {
    await navigator.clipboard.writeText(text);
  }
}
