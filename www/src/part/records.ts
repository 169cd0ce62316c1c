/**
 * The comparison as a table.
 */
import { html, type TemplateResult } from "lit";
import type { Words } from "#core";
import { Part } from "./part";

type Row = Words["table"]["rows"][number];

export class Records extends Part {
  protected override render(): TemplateResult {
    const { caption, columns, rows } = this.page.words.table;
    return html`<table><caption>${caption}</caption>
      <thead><tr>${columns.map(({ label, numeric }) => html`<th scope="col" class=${numeric ? "number" : "word"}>${label}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => this.#row(row))}</tbody></table>`;
  }

  #row(row: Row): TemplateResult {
    const { columns } = this.page.words.table;
    const first = columns.findIndex(({ numeric }) => !numeric);
    const cells = row.cells.map((cell, i) => {
      const kind = columns[i]?.numeric ? "number" : "word";
      return i === first ? html`<th scope="row" class=${kind}>${cell}</th>` : html`<td class=${kind}>${cell}</td>`;
    });
    return html`<tr class=${row.home ? "home" : row.peer ? "peer" : "rest"}>${cells}</tr>`;
  }
}
