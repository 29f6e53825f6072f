// Pictures of the main pages, for people to look at: in target/screenshots, never compared by a machine.
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { address, browser, desk, each, languages, phone, visitor } from "../lib/site.mjs";
import { copy } from "../lib/states.mjs";

const folder = process.env.TARAZY_SCREENSHOTS ?? new URL("../../target/screenshots", import.meta.url).pathname;

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

test("the main pages are pictured", async (t) => {
  mkdirSync(folder, { recursive: true });
  const { context } = await visitor(chromium);
  const own = await copy(context.request, "aiid-545");
  const pages = {
    home: "",
    question: `${own}/question/error_stage`,
    answer: `${own}/answer`,
    facts: `${own}/facts`,
    binds: "/binds?role=owner",
    keep: `${own}/keep`,
    law: "/law",
    article: "/law/bill-2025-01/bill/8",
    offence: "/law/bill-2025-01/koap-bill/641-1",
    edition: "/law/enacted",
    findings: "/law/findings?edition=enacted",
    class: "/law/findings/R401",
    compare: "/law/compare?a=bill-2025-01&b=opinion",
    relations: "/law/opinion/picture",
    search: "/law/search?q=%D2%9B%D2%B1%D2%9B%D1%8B%D2%9B",
    sandbox: "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md",
  };
  const work = languages.flatMap((lang) => [phone, desk].flatMap((viewport) => ["light", "dark"].map((colorScheme) => ({ lang, viewport, colorScheme }))));
  await each(work, async ({ lang, viewport, colorScheme }) => {
    const { context, complaints } = await visitor(chromium, { viewport, colorScheme });
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${address}/${lang}${path}`, { waitUntil: "load" });
      const file = join(folder, `${name}-${lang}-${viewport.width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      assert.ok(existsSync(file));
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
  t.diagnostic(`${work.length * Object.keys(pages).length} pictures in ${folder}`);
});
