// Every page of the site in every state that a visitor can bring it to.
import assert from "node:assert/strict";
import { address, json, languages, samples } from "./site.mjs";

const decoded = (href) => href.replaceAll("&amp;", "&");

/** A duty that says less than another one does, and has no sanction. */
export const ONE_MORE = `
## Тағы да бақылау / Ещё раз контроль / Control once more {#bill.8.p9}

cite: bill 8 p9

kk: Меншік иесі жүйені бақылайды.

ru: Собственник контролирует систему.

en: The owner controls the system.

\`\`\`norm
duty bill.8.p9
  bearer    p where owner(p, system)
  content   control_exercised(p, system)
\`\`\`
`;

/** A case of one's own, made of a sample: its path without language. */
export async function copy(request, id) {
  const response = await request.post(`${address}/en/samples/${id}/copy`, { maxRedirects: 0 });
  assert.equal(response.status(), 303);
  return response.headers().location.replace(/^\/en/, "");
}

/** A case of one's own with nothing but its name. */
export async function empty(request) {
  const response = await request.post(`${address}/en/new`, { form: { title: "A chat gave a wrong dose" }, maxRedirects: 0 });
  assert.equal(response.status(), 303);
  return response.headers().location.replace(/^\/en/, "").replace(/\/persons$/, "");
}

/** The facts that can be asked, each with its kind and the persons it is about, as the published schema of a case lists them. */
export async function questions(request) {
  const schema = await json(request, "/api/schema/case");
  const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split("/").reduce((at, key) => at[key], schema)) : node);
  const of = (node) => Object.entries(resolve(node)?.properties ?? {});
  const person = resolve(resolve(schema.properties.persons).additionalProperties);
  const towards = resolve(resolve(person.properties.towards).additionalProperties);
  const places = [
    [of(schema.properties.system), []],
    [of(schema.properties.act), []],
    [of(person).filter(([name]) => !["name", "roles", "towards"].includes(name)), [0]],
    [of(towards), [0, 1]],
  ];
  const facts = places.flatMap(([list, about]) => list.map(([name, node]) => ({ name, about, kind: kind(resolve(node), resolve) })));
  return [...facts, { name: "others", about: [], kind: "others" }];
}

/** Yes or no, a choice, a date or a number: what the schema lets stand for the fact. */
function kind(node, resolve) {
  const seen = JSON.stringify(node, (key, value) => (value?.$ref ? resolve(value) : value));
  if (/"format":"date"|\\d\{4\}/.test(seen)) return "date";
  if (/"type":"integer"|"type":\["integer"/.test(seen)) return "number";
  return /"type":"boolean"/.test(seen) ? "yes-no" : "choice";
}

/**
 * The states. Each has a name, the languages in which it is looked at, and either a path without language or a way to it.
 * What costs much to look at is seen in one language, and in turn.
 */
export async function states(request) {
  const ids = samples;
  const own = await copy(request, ids[0]);
  const bare = await empty(request);
  const html = async (path) => (await request.get(`${address}${path}`)).text();
  const keep = await html(`/en${own}/keep`);
  const shared = keep.match(/href="\/en(\/shared\/[^"/]+)"/)[1];
  const answer = decoded(await html(`/en/samples/${ids[0]}/answer`));
  const link = (name) => answer.match(new RegExp(`href="/en(/samples/[^"]*[?&]${name}=[^"]*)"`))?.[1];
  const turn = (i) => [languages[i % 3]];
  const page = (name, path, langs = languages) => ({ name, path, langs });
  const sent = (name, path, send, langs = languages) => ({ name, path, send, langs });
  const submit = (form) => async (p) => p.locator(`${form} button[type=submit]`).first().click();
  const upload = (file) => async (p) => {
    await p.locator("#file").setInputFiles({ name: "case.toml", mimeType: "text/plain", buffer: Buffer.from(file) });
    await p.locator("form[action$='/upload'] button").click();
  };
  const persons = Object.keys((await json(request, `/en${own}/case.json`)).persons);
  const facts = await questions(request);
  const first = new Set(["yes-no", "choice", "date", "number", "others"].map((k) => facts.find((f) => f.kind === k)));
  assert.ok(!first.has(undefined), "a kind of question is missing");
  const about = (fact) => fact.about.map((i) => `about=${persons[i]}`).join("&");
  const question = (fact, base = own) => `${base}/question/${fact.name}${fact.about.length ? `?${about(fact)}` : ""}`;
  const one = (kind) => facts.find((f) => f.kind === kind);
  const choose = (radio, more = async () => {}) => async (p) => {
    await p.locator(`input[name=answer][value="${radio}"]`).check();
    await more(p);
    await p.locator("main form button[type=submit]").first().click();
  };
  return [
    page("home", ""),
    page("new", "/new"),
    sent("new, nothing written", "/new", submit("form[action$='/new']")),
    sent("new, no file", "/new", submit("form[action$='/upload']")),
    sent("new, a broken file", "/new", upload('[persons.a]\nowner = "perhaps"\nowns = true\n[act\n')),
    page("samples", "/samples"),
    ...ids.map((id, i) => page(`answer ${id}`, `/samples/${id}/answer`, i < 5 ? languages : turn(i))),
    page("answer, another edition", `/samples/${ids[5]}/answer?edition=bill-2025-01`),
    page("answer, the opinion's edition", `/samples/${ids[6]}/answer?edition=opinion`, turn(0)),
    page("answer, another day", `/samples/${ids[7]}/answer?as_of=2026-03-01`, turn(1)),
    page("answer, supposed", link("suppose")),
    page("answer, read otherwise", link("reading")),
    page("answer of one's own", `${own}/answer`, turn(2)),
    page("answer of an empty case", `${bare}/answer`),
    page("a norm of an answer", `/samples/${ids[3]}/answer/koap.641-1.p1.s2`),
    page("a norm of an answer of one's own", `${own}/answer/ail.8.p1`, turn(1)),
    page("facts of a sample", `/samples/${ids[1]}/facts`),
    page("facts", `${own}/facts`),
    page("facts of an empty case", `${bare}/facts`, turn(0)),
    page("overview", own),
    page("overview of an empty case", bare),
    page("describe", `${own}/about`),
    sent("describe, nothing written", `${own}/about`, async (p) => {
      await p.locator("#title").fill("");
      await p.locator("main form button[type=submit]").click();
    }),
    page("persons, nobody", `${bare}/persons`),
    page("persons", `${own}/persons`),
    page("person", `${own}/persons/${persons[0]}`),
    sent("persons, no name", `${bare}/persons`, submit("main form")),
    sent("person, no name", `${own}/persons/${persons[0]}`, async (p) => {
      await p.locator("#name").fill("");
      await p.locator("main form button[type=submit]").first().click();
    }),
    ...facts.map((f, i) => page(`question ${f.name}`, question(f), first.has(f) ? languages : turn(i))),
    sent("question, not answered", question(facts.find((f) => f.kind === "choice"), bare), submit("main form"), languages),
    sent("question, no such day", question(one("date")), choose("value", (p) => p.locator("#value").fill("31.02.2026"))),
    sent("question, disputed without values", question(one("choice")), choose("disputed")),
    page("keep", `${own}/keep`),
    page("history", `${own}/history`),
    page("delete", `${own}/delete`),
    page("deleted", "/deleted"),
    page("shared answer", `${shared}/answer`, turn(0)),
    page("shared facts", `${shared}/facts`, turn(1)),
    page("binds", "/binds"),
    page("binds an owner", "/binds?role=owner"),
    page("binds, narrowed", "/binds?role=owner&role=possessor&fact=risk%3Dhigh&fact=legal_entity%3Dyes", turn(1)),
    page("law", "/law"),
    page("law, an edition", "/law/bill-2025-01"),
    page("law, the enacted edition", "/law/enacted", turn(1)),
    page("law, an article", "/law/bill-2025-01/bill/8"),
    page("law, an article of an offence", "/law/enacted/koap/641-1"),
    page("law, an article with much in it", "/law/opinion/bill/15", turn(2)),
    page("law, no such article", "/law/enacted/ail/999"),
    page("law, nothing of that name", "/law/koap.641-1.p1.s3", turn(0)),
    page("law, an article with findings", "/law/bill-2025-01/koap-bill/641-1"),
    page("law, classes of findings", "/law/findings"),
    page("law, findings of an edition", "/law/findings?edition=bill-2025-01", turn(1)),
    page("law, all findings of the enacted edition", "/law/findings?edition=enacted", turn(2)),
    page("law, serious findings", "/law/findings?edition=enacted&weight=serious", turn(0)),
    page("law, findings of one class", "/law/findings?edition=enacted&class=R401", turn(1)),
    page("law, no such findings", "/law/findings?edition=enacted&class=R401&weight=remark", turn(2)),
    page("law, a class of findings", "/law/findings/R401"),
    page("law, a class that was not found", "/law/findings/R307", turn(0)),
    page("law, editions side by side", "/law/compare?a=bill-2025-01&b=opinion"),
    page("law, bill and law side by side", "/law/compare?a=bill-2025-01&b=enacted", turn(1)),
    page("law, one edition beside itself", "/law/compare?a=opinion&b=opinion", turn(2)),
    page("law, how norms relate", "/law/opinion/picture"),
    page("law, how enacted norms relate", "/law/enacted/picture", turn(1)),
    page("law, search", "/law/search"),
    page("law, search, found", "/law/search?q=%D2%9B%D2%B1%D2%9B%D1%8B%D2%9B"),
    page("law, search, a number", "/law/search?q=641-1&edition=enacted", turn(0)),
    page("law, search, nothing", "/law/search?q=%D1%81%D0%BE%D0%B1%D1%81%D1%82%D0%B2%D0%B5%D0%BD%D0%B8%D0%BA%D0%B5%D1%80", turn(1)),
    page("law, sandbox", "/law/sandbox"),
    page("law, sandbox, a page", "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md"),
    sent("law, sandbox, reviewed", "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md", submit("main form.sandbox__form")),
    sent("law, sandbox, with mistakes", "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md", async (p) => {
      await p.locator("#text").fill((await p.locator("#text").inputValue()).replaceAll("user(p, system)", "usr(p, system)"));
      await p.locator("main form.sandbox__form button[type=submit]").click();
    }),
    sent("law, sandbox, with a new finding", "/law/sandbox?edition=bill-2025-01&page=kz%2Fbill%2F8.md", async (p) => {
      await p.locator("#text").fill((await p.locator("#text").inputValue()) + ONE_MORE);
      await p.locator("main form.sandbox__form button[type=submit]").click();
    }),
    page("a provision", "/law/koap.641-1.p1.s2"),
    page("a provision of three editions", "/law/ail.8.p1", turn(0)),
    page("API", "/api"),
    page("about", "/about"),
    page("accessibility", "/accessibility"),
    page("privacy", "/privacy"),
    page("nothing here", "/nothing-here"),
    page("a parameter that cannot be", `/samples/${ids[0]}/answer?suppose=nonsense`),
  ];
}

/** Brings a page into a state. */
export async function bring(page, state, lang) {
  await page.goto(`${address}/${lang}${state.path}`, { waitUntil: "load" });
  if (!state.send) return;
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), state.send(page)]);
}
