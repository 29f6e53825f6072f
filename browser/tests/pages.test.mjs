// Every page in every state: nothing that axe knows of keeps anybody out, nothing scrolls sideways, the browser has nothing to complain of.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "@axe-core/playwright";
import { browser, desk, each, everyWay, phone, visitor } from "../lib/site.mjs";
import { bring, states } from "../lib/states.mjs";

const AxeBuilder = axe.default ?? axe;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
// Each state is looked at in one way; which one changes from state to state, so that every kind of page is seen in all of them. `cargo xtask browser --all` looks in all eight.
const WAYS = [true, false].flatMap((script) =>
  ["light", "dark"].flatMap((scheme) => [phone, desk].map((viewport) => ({ script, scheme, viewport }))),
);
const ways = (i) => (everyWay ? WAYS : [WAYS[i % WAYS.length]]);
const NARROW = { width: 320, height: 640 };

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

const said = (violation) =>
  `${violation.id}: ${violation.help}\n${violation.nodes.slice(0, 4).map((n) => `    ${n.target.join(" ")}\n      ${n.failureSummary?.replaceAll("\n", "\n      ")}`).join("\n")}`;

test("every page in every state is for everybody", async (t) => {
  const { context } = await visitor(chromium);
  const all = (await states(context.request)).flatMap((state) => state.langs.map((lang) => ({ state, lang })));
  const wanted = all.filter(({ state }) => !process.env.TARAZY_STATE || state.name.includes(process.env.TARAZY_STATE));
  const work = wanted.flatMap((one, i) => [true, false].map((script) => ({ ...one, script, ways: ways(i).filter((w) => w.script === script) })));
  let looked = 0;
  await each(work.filter((w) => w.ways.length > 0), async ({ state, lang, script, ways }) => {
    const { context, complaints } = await visitor(chromium);
    const wrong = [];
    try {
      const page = await context.newPage();
      // axe is a script itself, so scripts are only off until the page stands there.
      const cdp = await context.newCDPSession(page);
      await cdp.send("Emulation.setScriptExecutionDisabled", { value: !script });
      await bring(page, state, lang);
      await cdp.send("Emulation.setScriptExecutionDisabled", { value: false });
      assert.equal(await page.evaluate(() => document.body.classList.contains("js-enabled")), script);
      assert.equal(await page.getAttribute("html", "lang"), lang);
      assert.match(await page.title(), /^.+ – Tarazy$/);
      await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
      for (const { scheme, viewport } of ways) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize(viewport);
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
        looked += 1;
        wrong.push(...violations.map((v) => `${scheme}, ${viewport.width} px: ${said(v)}`));
      }
      await page.setViewportSize(NARROW);
      const wide = await page.evaluate(() => {
        const over = [...document.querySelectorAll("main *, header *, footer *")].filter((e) => e.getBoundingClientRect().right > innerWidth);
        return [document.scrollingElement.scrollWidth, over.slice(0, 3).map((e) => `${e.tagName}.${e.className}`).join(", ")];
      });
      if (wide[0] > NARROW.width) wrong.push(`it scrolls sideways at 320 px: ${wide.join(" ")}`);
    } finally {
      await context.close();
    }
    wrong.push(...complaints);
    assert.equal(wrong.length, 0, `${state.name} in ${lang}${script ? "" : " without scripts"}: /${lang}${state.path}\n  ${wrong.join("\n  ")}\n`);
  });
  t.diagnostic(`${wanted.length} pages and states, looked at ${looked} times`);
});
