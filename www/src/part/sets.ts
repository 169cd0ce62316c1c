/**
 * Ready-made sets of peers, each with its reason and the reason of each member; one click takes the set.
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

/** The list of sets; the one that is chosen is marked. */
export function sets({ offered, ...rest }: Sets): TemplateResult | typeof nothing {
  if (offered.length === 0) return nothing;
  const { labels } = rest;
  return html`<div class="sets" role="group" aria-label=${labels.sets}><p class="group" aria-hidden="true">${labels.sets}</p>
    ${offered.map((one) => set(one, rest))}</div><p class="group" aria-hidden="true">${labels.citiesOneByOne}</p>`;
}

function set({ id, name, why, members }: PeerGroup, { peers, home, labels, nameOf, take }: Omit<Sets, "offered">): TemplateResult {
  const others = members.filter((member) => member.id !== home);
  const ids = others.map((member) => member.id);
  const reasons = others.filter((member) => member.why !== "");
  return html`<div class="set"><button type="button" data-set=${id} aria-pressed=${String(sameRegions(ids, peers))} @click=${() => take(ids)}>
      <span class="name">${name}</span> <span class="members">${ids.map(nameOf).join(labels.comma)}</span></button>
    ${reasons.length === 0 ? html`<p class="why">${why}</p>` : html`<details><summary>${why}<span class="unseen">${labels.gap}${labels.whyEach}</span></summary>
      <ul>${reasons.map((member) => html`<li><b>${nameOf(member.id)}</b> ${member.why}</li>`)}</ul></details>`}</div>`;
}
