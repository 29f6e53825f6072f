// The server that is tested, and the browser that tests it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { chromium } from "playwright-core";

const wanted = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run \`cargo xtask browser\``);
  return value.replace(/\/$/, "");
};

export const address = wanted("TARAZY_ADDRESS");
export const binary = wanted("TARAZY_BINARY");
/** Everything in every way it can be, which takes long; otherwise each thing in some way, and all ways in turn. */
export const everyWay = process.env.TARAZY_EVERY_WAY === "1";
export const languages = ["kk", "ru", "en"];
export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

export const browser = () =>
  chromium.launch({
    executablePath: process.env.TARAZY_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });

// A browser's own note that the page it was sent to has a status of 4xx. Some of the pages tested are such pages.
const ofThePageItself = (message, documents) =>
  message.text().startsWith("Failed to load resource") && documents.has(message.location().url);

/** A visitor: a context that notes whatever a page should not do. `complaints` must stay empty. */
export async function visitor(browser, options = {}) {
  const context = await browser.newContext({ viewport: desk, ...options });
  const complaints = [];
  const documents = new Set();
  context.on("request", (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) documents.add(url);
    if (!url.startsWith(`${address}/`) && !url.startsWith("data:")) complaints.push(`a request to another host: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // A navigation that turned into a download is said to be aborted.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${why}`);
  });
  context.on("console", (message) => {
    if (!ofThePageItself(message, documents)) complaints.push(`console: ${message.text()} (${message.page()?.url()})`);
  });
  context.on("weberror", (error) => complaints.push(`error: ${error.error().stack}`));
  return { context, complaints };
}

/** Runs `work` on each item, a few at a time. Every failure is told, and at once, for all of them may take long. */
export async function each(items, work, atOnce = availableParallelism()) {
  const queue = items.entries();
  let failed = 0;
  const worker = async () => {
    for (const [index, item] of queue) {
      try {
        await work(item, index);
      } catch (error) {
        failed += 1;
        console.error(`✖ ${error.code === "ERR_ASSERTION" ? error.message : (error.stack ?? error)}\n`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  assert.equal(failed, 0, `${failed} of ${items.length} failed, as told above`);
}

/** What the command prints, as JSON. */
export const command = (...args) =>
  JSON.parse(execFileSync(binary, args, { encoding: "utf8", maxBuffer: 64 << 20 }));

/** The names of the samples: those of their files. */
export const samples = readdirSync(new URL("../../cases", import.meta.url))
  .filter((file) => file.endsWith(".toml"))
  .map((file) => file.replace(/\.toml$/, ""))
  .sort();

export async function json(request, path) {
  const response = await request.get(`${address}${path}`);
  assert.equal(response.status(), 200, path);
  return response.json();
}
