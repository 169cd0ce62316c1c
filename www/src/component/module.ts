/**
 * The element as an ES module: names it, and says where its data are. The site's `duibiao-chart.js` calls it with the site's data.
 */
import { settle } from "./cores";
import { DuibiaoChart } from "./element";

export { DuibiaoChart };

/** Names the element, once a page; where there is no document there is nothing to do. */
export function begin(data: URL): void {
  settle(data);
  if (globalThis.customElements?.get("duibiao-chart") === undefined) globalThis.customElements?.define("duibiao-chart", DuibiaoChart);
}
