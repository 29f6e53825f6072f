// A case told to the pages as a person would: the title, the persons, then question after question.
import assert from "node:assert/strict";
import { address } from "./site.mjs";
import { answer, stated, text } from "./case.mjs";

// No sample needs nearly so many; without an end a defect would ask for ever.
const MOST = 400;

const submit = async (page, button) => {
  await Promise.all([page.waitForNavigation({ waitUntil: "domcontentloaded" }), button.click({ noWaitAfter: true })]);
  assert.notEqual(await page.title(), "", page.url());
};

/** Tells the whole case. Gives the path of the kept case without language, and the questions in their order. */
export async function tell(page, sample, lang) {
  await page.goto(`${address}/${lang}/new`, { waitUntil: "domcontentloaded" });
  await page.locator("#title").fill(text(sample.title, lang));
  await page.locator("#summary").fill(text(sample.summary, lang).slice(0, 300));
  await submit(page, page.locator("form[action$='/new'] button"));
  const base = new URL(page.url()).pathname.match(/^\/..(\/case\/[^/]+)\/persons$/)?.[1];
  assert.ok(base, `the case is not begun: ${page.url()}`);
  const names = Object.keys(sample.persons);
  for (const id of names) await addPerson(page, sample, id, lang);
  await page.goto(`${address}/${lang}${base}/next`, { waitUntil: "domcontentloaded" });
  const asked = [];
  while (!new URL(page.url()).pathname.endsWith("/facts")) {
    const question = decodeURIComponent(page.url());
    assert.ok(question.includes(`${base}/question/`), `${question} is no question`);
    assert.ok(!asked.includes(question), `asked twice: ${question}`);
    asked.push(question);
    assert.ok(asked.length <= MOST, "it does not stop asking");
    await reply(page, sample, names, lang);
    assert.equal(await page.locator(".govuk-error-summary").count(), 0, `the answer was refused: ${question}`);
  }
  return { base, asked };
}

async function addPerson(page, sample, id, lang) {
  const person = sample.persons[id];
  await page.locator("#name").fill(text(person.name, lang) || id);
  for (const box of await page.locator("input[name=role]").all()) {
    if (answer(stated(sample, await box.getAttribute("value"), [id])).radio === "yes") await box.check();
  }
  await page.locator("input[name=rest][value=unknown]").check();
  await submit(page, page.locator("main form button[type=submit]"));
}

async function reply(page, sample, names, lang) {
  const url = new URL(page.url());
  const fact = url.pathname.split("/").pop();
  const persons = url.searchParams.getAll("about").map((p) => names[Number(p.slice(1)) - 1]);
  const given = fact === "others" ? others(sample.others) : answer(stated(sample, fact, persons));
  const exact = page.locator(`input[name=answer][value="${given.radio}"]`);
  // A date and a number are written beside a radio of their own.
  const written = page.locator("input[name=answer][value=value]");
  if (given.value !== undefined && (await exact.count()) === 0) {
    await written.check();
    await page.locator("#value").fill(given.value);
  } else {
    await exact.check();
  }
  if (given.values) {
    const boxes = page.locator(`input[name=${given.radio}]`);
    if ((await boxes.count()) > 0) {
      for (const value of given.values) await page.locator(`input[name=${given.radio}][value="${value}"]`).check();
    } else if ((await page.locator("#disputed-text").count()) > 0) {
      await page.locator("#disputed-text").fill(given.values.join(", "));
    }
  }
  // Now and then what shows it is said too; a page opened for it costs as much as the question.
  if ((given.evidence || given.by) && fact.length % 7 === 0) {
    await page.locator("details:has(#evidence) > summary").click();
    await page.locator("#evidence").fill(text(given.evidence, lang));
    await page.locator("#by").fill(text(given.by, lang));
  }
  await submit(page, page.locator("main form button[type=submit]"));
}

const others = (said) => ({ radio: said === "none" ? "no" : said === "some" ? "yes" : "unknown" });
