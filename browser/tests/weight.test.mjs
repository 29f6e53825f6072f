// What the first page weighs, and how soon it is there on a poor phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, browser, languages, phone, visitor } from "../lib/site.mjs";

const MOST = 60 * 1024;
// Lighthouse's phone on mobile data: latency of each request, throughput, and a processor four times slower.
const NETWORKS = {
  "slow 4G, 1.6 Mbit/s, 150 ms": { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
  "4G, 9 Mbit/s, 170 ms": { latency: 170, downloadThroughput: (9 * 1024 * 1024) / 8, uploadThroughput: (9 * 1024 * 1024) / 8 },
};

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

/** Opens the home page with an empty cache; gives bytes over the wire by file, and when its largest part was painted. */
async function first(lang, network) {
  const { context } = await visitor(chromium, { viewport: phone });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  if (network) {
    await cdp.send("Network.emulateNetworkConditions", { offline: false, ...network });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  const names = new Map();
  const bytes = {};
  cdp.on("Network.requestWillBeSent", (e) => names.set(e.requestId, new URL(e.request.url).pathname));
  cdp.on("Network.loadingFinished", (e) => (bytes[names.get(e.requestId)] = e.encodedDataLength));
  await page.goto(`${address}/${lang}`, { waitUntil: "networkidle" });
  const painted = await page.evaluate(
    () =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime));
        observer.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await context.close();
  return { bytes, painted };
}

test("the first page is light", async (t) => {
  for (const lang of languages) {
    const { bytes } = await first(lang);
    const all = Object.values(bytes).reduce((a, b) => a + b, 0);
    t.diagnostic(`/${lang}: ${(all / 1024).toFixed(1)} KB: ${Object.entries(bytes).map(([name, n]) => `${name.split("/").pop()} ${(n / 1024).toFixed(1)}`).join(", ")}`);
    assert.ok(Object.keys(bytes).length > 3, "the files of the page were not counted");
    assert.ok(all < MOST, `/${lang} takes ${all} bytes`);
  }
});

test("and soon there (told, not judged: it depends on the machine)", async (t) => {
  for (const [name, network] of Object.entries(NETWORKS)) {
    const { painted } = await first("kk", network);
    t.diagnostic(`largest contentful paint, processor 4 times slower, ${name}: ${Math.round(painted)} ms`);
  }
});
