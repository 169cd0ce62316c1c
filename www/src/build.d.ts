/** What `build.mjs` writes into the bundle. */

/** The core's file name; it lies beside the script. */
declare const CORE_FILE: string;
