/**
 * The density of a PNG: a document takes a picture as large as its dots say (chunk pHYs of PNG 1.2, 11.3.5.3).
 */

/** The length of a PNG's signature and of its first chunk, after which others may stand. */
const HEAD = 8 + 25;

const INCH = 2.54;

/** As many dots has a picture so many centimetres wide. */
export function dotsOf(centimetres: number, density: number): number {
  return Math.round((centimetres / INCH) * density);
}

/** The same picture that says how many dots an inch it has. */
export function withDensity(png: Uint8Array, density: number): Uint8Array<ArrayBuffer> {
  const perMetre = Math.round((density / INCH) * 100);
  const body = new Uint8Array(13);
  body.set(new TextEncoder().encode("pHYs"));
  const view = new DataView(body.buffer);
  view.setUint32(4, perMetre);
  view.setUint32(8, perMetre);
  // the unit is the metre
  body[12] = 1;
  const chunk = new Uint8Array(4 + body.length + 4);
  new DataView(chunk.buffer).setUint32(0, body.length - 4);
  chunk.set(body, 4);
  new DataView(chunk.buffer).setUint32(4 + body.length, crc32(body));
  const all = new Uint8Array(png.length + chunk.length);
  all.set(png.subarray(0, HEAD));
  all.set(chunk, HEAD);
  all.set(png.subarray(HEAD), HEAD + chunk.length);
  return all;
}

/** The checksum of PNG (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
