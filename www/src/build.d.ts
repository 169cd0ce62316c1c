/** What `build.mjs` writes into the bundle. */

/** The core's file name; it lies beside the script. */
declare const CORE_FILE: string;

/** The same of the core with every chart, and of the script around it. */
declare const GALLERY_FILE: string;
declare const GALLERY_SCRIPT: string;

/** The script with the dialog for sharing. */
declare const SHARE_SCRIPT: string;

/** The script with what comes after the page answers. */
declare const TOOLS_SCRIPT: string;
