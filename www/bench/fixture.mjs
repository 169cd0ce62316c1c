// A made-up dataset of any number of regions and years, in the form of the data packs: a fixture for timing, it never ships.

const both = (text) => ({ zh: text, en: text });

/** A repeatable number between 0 and 1 (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The values: a row a region, a value a year. */
export function values(regions, years, seed = 7) {
  const next = random(seed);
  return Array.from({ length: regions }, () => {
    let value = 50 + 400 * next();
    return Array.from({ length: years }, () => Math.round((value *= 1.01 + 0.08 * next()) * 10) / 10);
  });
}

/** The last values of two indicators, in pairs. */
export function pairs(across, up) {
  return across.map((row, i) => [row.at(-1), up[i].at(-1)]);
}

/** Catalogue and theme pack of these values, and of a second indicator where there is one, as the core takes them. */
export function packs(rows, firstYear, second) {
  const indicators = [["fixture", rows], ...(second ? [["second", second]] : [])];
  const ids = rows.map((_, i) => `testville-${i}`);
  const catalogue = {
    regions: ids.map((id, i) => ({ id, level: "city", name: both(`T${i}`), code: null, parent: null })),
    peerGroups: {
      defaults: { home: ids[0], peers: [ids[1], ids[2]], group: "all", indicator: "fixture" },
      groups: [{ id: "all", name: both("all"), noun: both("cities"), members: ids, why: both("a fixture") }],
    },
    catalogue: {
      themes: [{ id: "fixture", name: both("Fixture") }],
      units: [{ id: "one", name: both("units"), base: both("units"), scale: 1, style: "count", wording: "more" }],
      indicators: indicators.map(([id]) => ({ id, theme: "fixture", name: both(id), unit: "one", direction: "higher", precision: 1 })),
    },
    coverage: {},
  };
  const theme = {
    details: Object.fromEntries(indicators.map(([id]) => [id, { definition: both("A fixture.") }])),
    sources: [
      { id: "none", title: "fixture", publisher: both("nobody"), tier: "C", licence: both("none"), url: null, date: null },
    ],
    observations: {
      theme: "fixture",
      series: Object.fromEntries(
        indicators.map(([indicator, all]) => [
          indicator,
          {
            tables: [
              {
                source: "none",
                periods: rows[0].map((_, i) => String(firstYear + i)),
                values: Object.fromEntries(ids.map((id, i) => [id, all[i]])),
              },
            ],
          },
        ]),
      ),
    },
  };
  return { catalogue: JSON.stringify(catalogue), theme: JSON.stringify(theme) };
}
