/**
 * The element as the package has it, as a module and as a classic script: the data lie beside the script, or in it.
 */
import { begin } from "./module";

export { DuibiaoChart } from "./module";

begin(new URL("data/", import.meta.url));
