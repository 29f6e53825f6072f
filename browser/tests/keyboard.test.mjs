// Without a mouse.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { address, browser, languages, phone, visitor } from "../lib/site.mjs";
import { copy, empty, questions } from "../lib/states.mjs";

let chromium, own, bare, facts;
before(async () => {
  chromium = await browser();
  const { context } = await visitor(chromium);
  own = await copy(context.request, "aiid-545");
  bare = await empty(context.request);
  facts = await questions(context.request);
});
after(() => chromium.close());

async function open(path, options) {
  const { context, complaints } = await visitor(chromium, options);
  const page = await context.newPage();
  await page.goto(`${address}${path}`, { waitUntil: "load" });
  return { page, complaints, close: () => context.close() };
}

/** What Tab should reach, in the order of the page: of radios only the chosen one, or the first where none is. */
const reachable = () => {
  const visible = (e) => e.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  const chosen = (e) => e.type !== "radio" || e.checked || (!document.querySelector(`input[name="${e.name}"]:checked`) && e === document.querySelector(`input[name="${e.name}"]`));
  window.reachable = all.filter((e) => visible(e) && !e.disabled && chosen(e));
  return window.reachable.map((e) => e.outerHTML.slice(0, 120));
};
const focused = () => window.reachable.indexOf(document.activeElement);

for (const kind of ["yes-no", "choice", "date", "number"]) {
  test(`Tab reaches every control of a question in order: ${kind}`, async () => {
    const fact = facts.find((f) => f.kind === kind && f.about.length === 0) ?? facts.find((f) => f.kind === kind && f.about.length === 1);
    assert.ok(fact, kind);
    for (const script of [true, false]) {
      const { page, close } = await open(`/kk${bare}/question/others`);
      const target = fact.about.length ? `/ru${own}/question/${fact.name}?about=${await person(page)}` : `/ru${bare}/question/${fact.name}`;
      const cdp = await page.context().newCDPSession(page);
      await cdp.send("Emulation.setScriptExecutionDisabled", { value: !script });
      await page.goto(`${address}${target}`, { waitUntil: "load" });
      await cdp.send("Emulation.setScriptExecutionDisabled", { value: false });
      const expected = await page.evaluate(reachable);
      assert.ok(expected.length > 8, "too few controls");
      for (let i = 0; i < expected.length; i++) {
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(focused), i, `after ${i + 1} times Tab, not at ${expected[i]}`);
        const ring = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          const label = document.activeElement.labels?.[0];
          const before = label && getComputedStyle(label, "::before");
          return style.outlineStyle !== "none" || style.boxShadow !== "none" || (before && (before.boxShadow !== "none" || before.outlineStyle !== "none"));
        });
        assert.ok(ring, `the focus cannot be seen on ${expected[i]}`);
      }
      await close();
    }
  });
}

const person = async (page) => {
  const found = await (await page.request.get(`${address}/en${own}/case.json`)).json();
  return Object.keys(found.persons)[0];
};

test("arrows choose, Space and Enter answer", async () => {
  const { page, complaints, close } = await open(`/en${own}/question/damage`);
  await page.locator("input[name=answer]:checked, input[name=answer] >> nth=0").first().focus();
  await page.keyboard.press("ArrowDown");
  const chosen = await page.locator("input[name=answer]:checked").getAttribute("value");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.doesNotMatch(page.url(), /question\/damage/);
  const kept = await (await page.request.get(`${address}/en${own}/case.json`)).json();
  const said = kept.act.damage?.is ?? kept.act.damage;
  assert.equal(said, { yes: true, no: false, unknown: "unknown" }[chosen] ?? said);
  assert.deepEqual(complaints, []);
  await close();
});

test("the skip link leads past the head of the page", async () => {
  for (const lang of languages) {
    const { page, close } = await open(`/${lang}/samples`, { viewport: phone });
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "govuk-skip-link");
    const box = await page.locator(".govuk-skip-link").boundingBox();
    assert.ok(box.height >= 24 && box.y >= 0, "the skip link is not seen when it has the focus");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "still before the main part");
    await close();
  }
});

test("an error summary takes the focus, and its links lead to the fields", async () => {
  for (const [path, field] of [["/kk/new", "title"], [`/ru${bare}/persons`, "name"], [`/en${bare}/question/damage`, "answer"]]) {
    const { page, complaints, close } = await open(path);
    await Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit]").first().click()]);
    await page.waitForFunction(() => document.activeElement.className.includes("govuk-error-summary"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), field);
    assert.deepEqual(complaints, []);
    await close();
  }
});

test("on a phone the menu opens and closes by keyboard", async () => {
  const { page, close } = await open("/kk", { viewport: phone });
  const toggle = page.locator(".govuk-service-navigation__toggle");
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  await toggle.focus();
  await page.keyboard.press("Enter");
  assert.equal(await toggle.getAttribute("aria-expanded"), "true");
  assert.ok(await page.locator("#navigation a").first().isVisible());
  await page.keyboard.press("Enter");
  assert.ok(!(await page.locator("#navigation a").first().isVisible()));
  await close();
});

test("what a choice asks further is there while it is chosen, with and without scripts", async () => {
  const fact = facts.find((f) => f.kind === "date" && f.about.length === 0);
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await open(`/kk${bare}/question/${fact.name}`, { javaScriptEnabled });
    const field = page.locator("#value");
    assert.equal(await field.isVisible(), false);
    await page.locator("input[name=answer][value=value]").focus();
    await page.keyboard.press("Space");
    assert.equal(await field.isVisible(), true);
    await page.keyboard.press("Tab");
    assert.ok(await field.evaluate((e) => e === document.activeElement));
    await page.locator("input[name=answer][value=unknown]").check();
    assert.equal(await field.isVisible(), false);
    assert.deepEqual(complaints, []);
    await close();
  }
});
