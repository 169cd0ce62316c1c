/**
 * A named native list for the few things with few values.
 */
import { html, type TemplateResult } from "lit";

/** A label and its list; `change` gets the id of what was chosen. */
export function select(
  label: string,
  options: readonly { id: string; name: string }[],
  chosen: string | undefined,
  change: (id: string) => void,
): TemplateResult {
  const take = (event: Event): void => change((event.target as HTMLSelectElement).value);
  return html`<label class="select"><span class="caption">${label}</span><select @change=${take}>${options.map(
    ({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`,
  )}</select></label>`;
}
