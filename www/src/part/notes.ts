/**
 * What a reader must be told beside the figure: notices, the definition, the one-line source.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { State } from "../state";
import { Part } from "./part";

/** As many notices are in sight; the others are folded. */
const IN_SIGHT = 4;

export class Notices extends Part {
  protected override render(): TemplateResult {
    const { words, states } = this.page;
    // what stands above the figure with a way out is not told twice
    const notices = words.notices.filter((notice) => !states.some((state) => tells(state, notice)));
    this.reveal(notices.length > 0);
    // where home has nothing, that is said above; why nothing can be compared is for those who ask
    const sight = states.some(({ kind }) => kind === "no-home") ? 1 : IN_SIGHT;
    const folded = notices.slice(sight);
    return html`${list(notices.slice(0, sight))}${folded.length > 0
      ? html`<details><summary>${this.labels.more(folded.length)}</summary>${list(folded)}</details>`
      : nothing}`;
  }
}

/** Whether a notice says what a state says. */
export function tells({ id, same }: Pick<State, "id" | "same">, notice: string): boolean {
  return (id !== undefined && notice.includes(`“${id}”`)) || (same !== undefined && notice.endsWith(same));
}

export class Definition extends Part {
  protected override render(): TemplateResult {
    const { indicator, definition, formula, scope } = this.page.words;
    return html`<h3>${indicator}</h3><p>${definition}</p>${line(this.labels.formula, formula)}${line(this.labels.scopeOf, scope)}`;
  }
}

export class Foot extends Part {
  protected override render(): TemplateResult {
    return html`${this.page.words.foot}`;
  }
}

function line(name: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<p class="line"><b>${name}</b> ${text}</p>` : nothing;
}

function list(notices: readonly string[]): TemplateResult {
  return html`<ul>${notices.map((notice) => html`<li>${notice}</li>`)}</ul>`;
}
