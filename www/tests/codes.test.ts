/** Codes for pages of others: what they say, and that no text ends an attribute. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { allInside, chartCode, embedAddress, frameCode, pictureAddress, pictureCode, pictureInside, text, viewText } from "../src/tool/codes";

const ROOT = new URL("https://city.example/some/path/");
const ADDRESS = embedAddress(ROOT, { lang: "en", indicator: "gdp", query: "?home=ningbo&peers=hangzhou,wenzhou", version: "3ecda3e4" });

test("the address of a frame has language, indicator, the view and the data that were seen", () => {
  assert.equal(ADDRESS, "https://city.example/some/path/embed/?lang=en&indicator=gdp&home=ningbo&peers=hangzhou,wenzhou&data=3ecda3e4");
  assert.equal(embedAddress(ROOT, { lang: "zh", indicator: "a&b=c", query: "", version: "1" }), "https://city.example/some/path/embed/?lang=zh&indicator=a%26b%3Dc&data=1");
});

test("a frame's code is two lines", () => {
  assert.deepEqual(frameCode(ROOT, ADDRESS, "Ningbo's GDP").split("\n"), [
    `<iframe class="duibiao" src="https://city.example/some/path/embed/?lang=en&amp;indicator=gdp&amp;home=ningbo&amp;peers=hangzhou,wenzhou&amp;data=3ecda3e4" title="Ningbo&#39;s GDP" width="100%" height="520" loading="lazy" frameborder="0"></iframe>`,
    `<script src="https://city.example/some/path/embed.js" async></script>`,
  ]);
});

test("a picture's code has its text alternative, its caption and the way to the site", () => {
  const code = pictureCode({ href: "https://city.example/en/", src: pictureAddress(ROOT, "en", "gdp"), alt: `"a" <b>`, caption: "x > y" });
  assert.ok(code.startsWith(`<figure>\n  <a href="https://city.example/en/"><img src="https://city.example/some/path/charts/en/gdp.svg" alt="&quot;a&quot; &lt;b&gt;" width="960" height="600"`));
  assert.ok(code.endsWith("<figcaption>x &gt; y</figcaption>\n</figure>"));
  assert.equal(pictureAddress(ROOT, "zh", "a/../b"), "https://city.example/some/path/charts/zh/a%2F..%2Fb.svg");
});

test("no text ends an attribute or opens a tag", () => {
  assert.equal(text(`"><script>alert('&amp;')</script>`), "&quot;&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;");
});

const HOSTILE = `"><script>alert('&')</script>`;

test("the element's code has its script, its view and its height, and the picture that keeps the same room free", () => {
  const view = viewText({ lang: "en", indicator: "gdp", query: "?home=ningbo&chart=map" });
  assert.deepEqual(chartCode(ROOT, view, pictureInside({ src: pictureAddress(ROOT, "en", "gdp"), alt: "In 2023" })).split("\n"), [
    `<script type="module" src="https://city.example/some/path/duibiao-chart.js" async></script>`,
    `<duibiao-chart view="lang=en&amp;indicator=gdp&amp;home=ningbo&amp;chart=map" height="520">`,
    `  <img slot="picture" src="https://city.example/some/path/charts/en/gdp.svg" alt="In 2023" width="100%" height="520" align="top">`,
    "</duibiao-chart>",
  ]);
});

test("the whole picture and its table stand in the element, as wide as the page and as high as the figure", () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600" width="960" height="600" class="figure" role="img" aria-label="a width=&quot;1&quot;">\n<rect width="960" height="600"/>\n</svg>\n`;
  const inside = allInside(svg, "Data", { caption: "a < b", heads: ["City", "Value"], rows: [["Wenzhou", "1"], [HOSTILE, "2 & 3"]], naming: 0 });
  assert.deepEqual(inside.split("\n"), [
    `<svg slot="picture" width="100%" height="520" display="block" viewBox="0 0 960 600" role="img" aria-label="a width=&quot;1&quot;">`,
    `<rect width="960" height="600"/>`,
    "</svg>",
    "<details><summary>Data</summary>",
    "<table><caption>a &lt; b</caption>",
    `<thead><tr><th scope="col">City</th><th scope="col">Value</th></tr></thead>`,
    "<tbody>",
    `<tr><th scope="row">Wenzhou</th><td>1</td></tr>`,
    `<tr><th scope="row">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</th><td>2 &amp; 3</td></tr>`,
    "</tbody></table>",
    "</details>",
  ]);
});

test("in the element's code no text ends an attribute or opens a tag", () => {
  const code = chartCode(ROOT, HOSTILE, pictureInside({ src: HOSTILE, alt: HOSTILE }));
  assert.equal(code.match(/<(?!\/)/g)?.length, 3);
  // two of each attribute: those of the script, the element and the picture
  assert.equal(code.match(/"/g)?.length, 2 * (2 + 2 + 6));
});
