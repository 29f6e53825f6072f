// The law in a browser: found by a word, read, worded otherwise; with scripts while typing, without them by a button.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, browser, visitor } from "../lib/site.mjs";
import { ONE_MORE } from "../lib/states.mjs";

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

const PAGE = "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md";

test("a norm is found by a form of its word, with the keyboard alone", async () => {
  const { context, complaints } = await visitor(chromium);
  const page = await context.newPage();
  await page.goto(`${address}/kk/law`);
  await page.locator("#q").focus();
  await page.keyboard.type("тәуекелдерді");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const marks = await page.locator(".results mark").allInnerTexts();
  assert.ok(marks.some((m) => m !== "тәуекелдерді" && /^тәуекел/i.test(m)), marks.join(", "));
  await page.locator(".results a").first().focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.ok(await page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top < innerHeight, id), id);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a wording is reviewed while it is typed, and stays in the page", async () => {
  const { context, complaints } = await visitor(chromium);
  const page = await context.newPage();
  await page.goto(`${address}/en${PAGE}`);
  const own = await page.locator("#text").inputValue();
  await page.locator("#text").fill(own.replaceAll("user(p, system)", "usr(p, system)"));
  await page.locator("#review .mistakes li").first().waitFor({ timeout: 60_000 });
  assert.match(await page.locator("#review-said").innerText(), /Mistakes: [1-9]/);
  await page.locator("#text").fill(own);
  await page.locator("#review .mistakes").waitFor({ state: "detached", timeout: 60_000 });
  assert.equal(page.url(), `${address}/en${PAGE}`);
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
  assert.equal(kept, 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a wording that brings a defect says so at once", async () => {
  const { context, complaints } = await visitor(chromium);
  const page = await context.newPage();
  await page.goto(`${address}/kk${PAGE}`);
  await page.locator("#text").fill((await page.locator("#text").inputValue()) + ONE_MORE);
  await page.locator("#review .remark a[href$='/law/findings/R405']").first().waitFor({ state: "attached", timeout: 60_000 });
  assert.equal(await page.locator("#review .mistakes li").count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("findings are narrowed without scripts, as far as the case that shows one", async () => {
  const { context, complaints } = await visitor(chromium, { javaScriptEnabled: false });
  const page = await context.newPage();
  const follow = async (link) => Promise.all([page.waitForNavigation(), link.click()]);
  await page.goto(`${address}/ru/law/enacted`);
  await follow(page.locator("a[href$='weight=serious']"));
  await follow(page.locator(".contents a[href*='class=R401']"));
  assert.equal(new URL(page.url()).search, "?edition=enacted&weight=serious&class=R401");
  const example = page.locator(".remark__one details").first();
  await example.locator("summary").click();
  assert.ok(await example.locator("li").first().isVisible());
  await follow(page.locator(".remark h2 a"));
  assert.ok((await page.locator("main pre ins, main pre del").count()) > 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("without scripts a button reviews, and what was written is still there", async () => {
  const { context, complaints } = await visitor(chromium, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/ru${PAGE}`);
  const own = await page.locator("#text").inputValue();
  const written = own.replace("duty bill.8.p1", "duty bill.8.p1 ,");
  await page.locator("#text").fill(written);
  await Promise.all([page.waitForNavigation(), page.locator(".sandbox__form button").click()]);
  assert.equal(await page.locator("#text").inputValue(), written);
  assert.ok((await page.locator("#review .mistakes li").count()) > 0);
  assert.deepEqual(complaints, []);
  await context.close();
});
