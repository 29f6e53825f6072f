// From the home page to everywhere: every link leads somewhere, every place has a title of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, browser, each, everyWay, languages, visitor } from "../lib/site.mjs";

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

const hrefs = (html) => [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((m) => m[1].replaceAll("&amp;", "&"));
const title = (html) => html.match(/<title>([^<]*)<\/title>/)?.[1];
const ids = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]));

// What changes an answer, the page of one norm, and the finding on paper cost the server much, and are the same program in every language and for
// every case: a few of each page are opened, and the first language alone is followed. `cargo xtask browser --all` opens every one in all.
const FEW = 4;
const costly = (url) => url.search !== "" || url.pathname.endsWith(".pdf") || /\/answer\/./.test(url.pathname);

test("every link leads somewhere", async (t) => {
  const { context } = await visitor(chromium);
  // Each language is followed from its home page; the pages of the others are reached by their links and not followed further.
  for (const lang of everyWay ? languages : languages.slice(0, 1)) {
    const home = `${address}/${lang}`;
    const pages = new Map();
    const pointers = [];
    let wave = [{ url: home, from: "the address" }];
    const seen = new Set([home]);
    while (wave.length > 0) {
      const next = [];
      await each(wave, async ({ url, from }) => {
        const response = await context.request.get(url, { timeout: 60_000 });
        assert.equal(response.status(), 200, `${url}, linked from ${from}`);
        const place = new URL(url);
        const html = response.headers()["content-type"].startsWith("text/html") ? await response.text() : "";
        pages.set(url, { html, ids: ids(html) });
        // What changes an answer by its address leads on to ever more such changes: they are opened, but not followed.
        if (!html || place.search || !place.pathname.startsWith(`/${lang}`)) return;
        assert.equal(html.match(/<html lang="(..)"/)?.[1], lang, url);
        assert.equal(response.headers()["content-language"], lang, url);
        let changes = 0;
        for (const href of hrefs(html)) {
          const to = new URL(href, url);
          const { hash } = to;
          to.hash = "";
          assert.equal(to.origin, address, `${href} on ${url} leads to another host`);
          if (hash) pointers.push({ url, to: to.href, id: hash.slice(1) });
          if (seen.has(to.href) || (!everyWay && costly(to) && (lang !== "kk" || ++changes > FEW))) continue;
          seen.add(to.href);
          next.push({ url: to.href, from: url });
        }
      });
      wave = next;
    }
    for (const { url, to, id } of pointers) assert.ok(pages.get(to)?.ids.has(id), `#${id} on ${to}, linked from ${url}, is nowhere`);
    const titles = new Map();
    for (const [url, { html }] of pages) {
      const place = new URL(url);
      if (!html || place.search || !place.pathname.startsWith(`/${lang}`)) continue;
      const other = titles.get(title(html));
      assert.equal(other, undefined, `${url} and ${other} are both called «${title(html)}»`);
      titles.set(title(html), url);
    }
    t.diagnostic(`${lang}: ${pages.size} addresses, ${titles.size} pages`);
  }
});

