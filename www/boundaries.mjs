/**
 * Makes `data/boundaries/zhejiang.json` of the map files in echarts 4.9.0: `node boundaries.mjs` writes it.
 *
 * Lines are simplified once for both sides of a border, so neighbours keep their common edge; small islands are left out.
 * The source itself is not part of the data folder. What the file means is in `data/README.md`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

/** Steps of the grid in a degree: the source's own, so no point is moved. */
const PER = 1024;

/** A corner goes when the triangle with its neighbours is smaller than this (grid steps squared, about 100 m each way). */
const CORNER = 20;

/** An island goes when it is smaller than this: about 1.5 km². */
const ISLAND = 140;

/** A line of the source: each point's distance from the one before, as two characters. */
function decoded(text, [x, y]) {
  const signed = (code) => ((code - 64) >> 1) ^ -((code - 64) & 1);
  const points = [];
  for (let i = 0; i < text.length; i += 2) {
    x += signed(text.charCodeAt(i));
    y += signed(text.charCodeAt(i + 1));
    points.push([x, y]);
  }
  return points;
}

/** Twice the area that a ring encloses. */
function twice(ring) {
  return Math.abs(ring.reduce((sum, [x, y], i) => {
    const [a, b] = ring[(i + 1) % ring.length];
    return sum + x * b - a * y;
  }, 0));
}

/** A region of the source as polygons of whole grid steps, without the small islands. */
function polygons({ type, coordinates, encodeOffsets }) {
  const parts = type === "Polygon" ? [coordinates] : coordinates;
  const offsets = type === "Polygon" ? [encodeOffsets] : encodeOffsets;
  const all = parts.map((rings, i) => rings.map((ring, j) => closed(decoded(ring, offsets[i][j]))));
  return all.filter(([outer]) => twice(outer) >= 2 * ISLAND);
}

function closed(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

/** The two sides of a border lie up to this far apart in the source (grid steps). */
const APART = 3;

/** The same regions with one line for the two sides of a border: points that nearly meet are one, and each side has the other's. */
function joined(regions) {
  const cells = new Map();
  const near = ([x, y], reach) => {
    const found = [];
    const [i, j] = [Math.floor(x / APART), Math.floor(y / APART)];
    for (let dx = -reach; dx <= reach; dx++) {
      for (let dy = -reach; dy <= reach; dy++) found.push(...(cells.get(`${i + dx} ${j + dy}`) ?? []));
    }
    return found;
  };
  const kept = (point) => {
    const away = (q) => Math.hypot(q[0] - point[0], q[1] - point[1]);
    const [nearest] = near(point, 1).sort((a, b) => away(a) - away(b));
    if (nearest && away(nearest) <= APART) return nearest;
    const cell = `${Math.floor(point[0] / APART)} ${Math.floor(point[1] / APART)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), point]);
    return point;
  };
  const snapped = regions.map((rings) => rings.map((ring) => ring.map(kept)));
  const filled = (ring) => ring.flatMap((a, i) => [a, ...between(a, ring[i + 1], near)]);
  return snapped.map((rings) => rings.map((ring) => distinct(filled(distinct(ring)))));
}

/** The points of all borders that lie on the way from one to the next. */
function between(a, b, near) {
  if (!b) return [];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const along = (p) => ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length;
  const aside = (p) => Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length;
  const found = near(middle, Math.ceil(length / 2 / APART) + 1);
  const on = found.filter((p) => p !== a && p !== b && aside(p) <= APART / 2 && along(p) > 0 && along(p) < length);
  return on.sort((p, q) => along(p) - along(q));
}

function distinct(ring) {
  return ring.filter((p, i) => p !== ring[i - 1]);
}

/** The first point, then steps. */
function steps(arc) {
  return arc.flatMap(([x, y], i) => (i === 0 ? [x, y] : [x - arc[i - 1][0], y - arc[i - 1][1]]));
}

/** The file's text, made of a map of the source and the regions of the data folder. */
export function boundaries({ features }, { regions }) {
  const parts = features.map((f) => polygons(f.geometry));
  // no region of the source has a hole: a polygon is its outer ring
  const rings = joined(parts.map((all) => all.map(([outer]) => outer)));
  const named = features.map((f, i) => ({
    type: "Feature",
    id: regions.find((r) => r.code === String(f.id))?.id,
    geometry: { type: "MultiPolygon", coordinates: rings[i].map((ring) => [ring]) },
  }));
  const whole = topology({ regions: { type: "FeatureCollection", features: named } });
  const { arcs, objects } = simplify(presimplify(whole), CORNER);
  const shapes = objects.regions.geometries.map((g) => [g.id, g.arcs.flat()]);
  const line = (value) => JSON.stringify(value);
  const lines = [
    `{"source": "echarts-4-maps", "per": ${PER},`,
    `"arcs": [\n${arcs.map((arc) => line(steps(arc))).join(",\n")}\n],`,
    `"regions": {\n${shapes.map(([id, rings]) => `${line(id)}: ${line(rings)}`).join(",\n")}\n}}`,
  ];
  return `${lines.join("\n")}\n`;
}

if (basename(process.argv[1] ?? "") === "boundaries.mjs") {
  const file = (path) => new URL(path, import.meta.url);
  const json = (path) => JSON.parse(readFileSync(file(path), "utf8"));
  const map = json("node_modules/echarts-4/map/json/province/zhejiang.json");
  writeFileSync(file("../data/boundaries/zhejiang.json"), boundaries(map, json("../data/regions.json")));
}
