/** Codes for pages of others: what they say, and that no text ends an attribute. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { embedAddress, frameCode, pictureAddress, pictureCode, text } from "../src/tool/codes";

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
