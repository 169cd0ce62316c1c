/**
 * Figures as an Excel workbook, by a wasm module of its own: a native chart where Excel has one, the picture where not.
 */
import type * as Glue from "#xlsx";
import type { Held } from "./held";
import { beside, fetchAll, once, type Told } from "./module";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const ready = once(async (told): Promise<typeof Glue> => {
  const [glue, answers] = await Promise.all([
    import(beside(XLSX.script).href) as Promise<typeof Glue>,
    fetchAll([XLSX.wasm], told),
  ]);
  await glue.default({ module_or_path: answers[0] as Response });
  return glue;
});

export async function workbook(all: readonly Held[], told: Told): Promise<Blob> {
  const { Book } = await ready(told);
  const book = new Book();
  try {
    for (const { document, png } of all) book.add(document, document.chart ? undefined : png);
    return new Blob([book.bytes() as Uint8Array<ArrayBuffer>], { type: TYPE });
  } finally {
    book.free();
  }
}
