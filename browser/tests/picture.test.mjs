// The letters of the picture can be read: axe does not look at letters in an SVG.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, browser, desk, languages, phone, visitor } from "../lib/site.mjs";

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

/** Each text of the picture that is seen, with its contrast to the last shape drawn beneath its middle. */
const contrasts = () => {
  const svg = [...document.querySelectorAll("svg.pic")].find((s) => s.getBoundingClientRect().width > 0);
  const rgba = (colour) => colour.match(/[\d.]+/g).map(Number);
  const over = (above, share, below) => above.slice(0, 3).map((c, i) => c * share + below[i] * (1 - share));
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = rgba(getComputedStyle(svg).backgroundColor).slice(0, 3);
  const shapes = [...svg.querySelectorAll("rect, circle, path, text")];
  return shapes.flatMap((text, place) => {
    if (text.tagName !== "text" || text.textContent.trim() === "") return [];
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    let below = ground;
    for (const shape of shapes.slice(0, place)) {
      const style = getComputedStyle(shape);
      const at = shape.getBoundingClientRect();
      if (shape.tagName === "text" || style.fill === "none" || x < at.left || x > at.right || y < at.top || y > at.bottom) continue;
      below = over(rgba(style.fill), Number(style.fillOpacity), below);
    }
    const [one, other] = [light(rgba(getComputedStyle(text).fill).slice(0, 3)), light(below)].sort((a, b) => b - a);
    return [{ text: text.textContent, contrast: (one + 0.05) / (other + 0.05) }];
  });
};

test("the letters of the picture stand out from what they stand on", async (t) => {
  let least = Infinity;
  for (const lang of languages) {
    for (const viewport of [phone, desk]) {
      for (const colorScheme of ["light", "dark"]) {
        const { context } = await visitor(chromium, { viewport, colorScheme });
        const page = await context.newPage();
        await page.goto(`${address}/${lang}/samples/aiid-545/answer`, { waitUntil: "load" });
        const found = await page.evaluate(contrasts);
        assert.ok(found.length > 20, "the picture has no letters");
        for (const { text, contrast } of found) {
          assert.ok(contrast >= 4.5, `«${text}» in ${lang}, ${colorScheme}, ${viewport.width} px: ${contrast.toFixed(2)}`);
          least = Math.min(least, contrast);
        }
        await context.close();
      }
    }
  }
  t.diagnostic(`the least contrast is ${least.toFixed(2)}`);
});
