/** What `build.mjs` writes into the bundle. */

/** The core's file name; it lies beside the script. */
declare const CORE_FILE: string;

/** The same of the core with every chart, and of the script around it. */
declare const GALLERY_FILE: string;
declare const GALLERY_SCRIPT: string;

/** The letters of the element for pages of others, by weight; they lie beside its script. */
declare const CHART_FONTS: Readonly<Record<string, string>>;

/** The script with the dialog for sharing. */
declare const SHARE_SCRIPT: string;

/** The script with what comes after the page answers. */
declare const TOOLS_SCRIPT: string;

/** The scripts that make documents: what they share, PowerPoint slides, Word papers. */
declare const DOCUMENTS_SCRIPT: string;
declare const SLIDES_SCRIPT: string;
declare const PAPER_SCRIPT: string;

/** A file with its size unpacked, and as it is sent. */
interface BuiltFile {
  file: string;
  size: number;
  sent: number;
}

/** What writes PDF and Excel files: the script around each module, the module, the fonts, and those with rarer hanzi. */
declare const PDF: { script: string; wasm: BuiltFile; fonts: readonly [BuiltFile, BuiltFile]; extra: readonly [BuiltFile, BuiltFile] };
declare const XLSX: { script: string; wasm: BuiltFile };

/** How many bytes come when a kind of document is first asked for. */
declare const SENT: Record<"pdf" | "xlsx" | "pptx" | "docx", number>;
