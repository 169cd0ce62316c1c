/**
 * Ready-made sets of peers: a button each, in a row; one click takes the set. Who is in them, and why, is folded below.
 *
 * Which sets a home is offered is in the data; none where they did not come.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { PeerGroup } from "../choices";
import type { Labels } from "../labels";
import { sameRegions } from "../store";

/** What the list is made from. */
export interface Sets {
  offered: readonly PeerGroup[];
  /** The peers that are chosen. */
  peers: readonly string[];
  home: string;
  labels: Labels;
  nameOf: (id: string) => string;
  take: (peers: string[]) => void;
}

/** The sets; the one that is chosen is marked. */
export function sets({ offered, peers, home, labels, nameOf, take }: Sets): TemplateResult | typeof nothing {
  if (offered.length === 0) return nothing;
  const own = offered.map((one) => ({ ...one, members: one.members.filter(({ id }) => id !== home) }));
  return html`<div class="presets" role="group" aria-label=${labels.sets}>${own.map(({ id, name, members }) => {
    const ids = members.map((member) => member.id);
    return html`<button type="button" class="preset" data-set=${id} title=${ids.map(nameOf).join(labels.comma)}
      aria-pressed=${String(sameRegions(ids, peers))} @click=${() => take(ids)}>${name}</button>`;
  })}</div>
    <details class="reasons"><summary>${labels.whyEach}</summary><dl>${own.map((one) => reasons(one, labels, nameOf))}</dl></details>
    <p class="group" aria-hidden="true">${labels.citiesOneByOne}</p>`;
}

/** Who is in a set, and why: the set's reason, then those of its members. */
function reasons({ name, why, members }: PeerGroup, labels: Labels, nameOf: (id: string) => string): TemplateResult {
  const told = members.some((member) => member.why !== "");
  return html`<dt>${name}</dt><dd>${why}</dd>${told
    ? members.map((member) => html`<dd><b>${nameOf(member.id)}</b> ${member.why}</dd>`)
    : html`<dd>${members.map(({ id }) => nameOf(id)).join(labels.comma)}</dd>`}`;
}
