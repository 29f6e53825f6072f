// Every sample case, told to the pages, is decided as the command decides it: in one language each, in turn, or in all with
// `cargo xtask browser --all`. Every third is told without scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, command, each, everyWay, json, languages, samples, visitor } from "../lib/site.mjs";
import { tell } from "../lib/interview.mjs";

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium.close());

/** Each norm for each person (by their place in the case) with its verdict. What is left out does not apply. */
function verdicts(decision) {
  const place = (person) => (person === undefined ? "" : decision.case.persons.findIndex((p) => p.id === person));
  const found = decision.findings.map((f) => [`${f.norm.id} ${place(f.person)}`.trim(), f.verdict]);
  return Object.fromEntries(found.filter(([, verdict]) => verdict !== "does-not-apply").sort());
}

// By default every ninth of them, three in each language, of which one language without scripts; `cargo xtask browser --all` tells every
// case in every language.
test("a case told by interview is decided as the same case in a file", async (t) => {
  const { context } = await visitor(chromium);
  const all = samples.flatMap((id, i) => languages.map((lang, l) => ({ id, lang, turn: l === i % 3 && Math.floor(i / 3) % 3 === 0, script: (Math.floor(i / 3) + l) % 3 !== 0 })));
  const work = all.filter(({ id, turn }) => (turn || everyWay) && (process.env.TARAZY_STATE === undefined || id === process.env.TARAZY_STATE));
  const counts = [];
  const expected = new Map();
  const sample = new Map();
  for (const id of samples) {
    sample.set(id, await json(context.request, `/en/samples/${id}/case.json`));
  }
  await each(work, async ({ id, lang, script }) => {
    const told = await visitor(chromium, { javaScriptEnabled: script });
    try {
      const page = await told.context.newPage();
      const { base, asked } = await tell(page, sample.get(id), lang);
      counts.push(asked.length);
      const decision = await json(told.context.request, `/${lang}${base}/decision.json?edition=enacted`);
      if (!expected.has(id)) expected.set(id, verdicts(command("decide", id, "--edition", "enacted", "--json")));
      assert.deepEqual(verdicts(decision), expected.get(id), `${id} in ${lang}`);
      assert.deepEqual(told.complaints, [], `${id} in ${lang}`);
    } finally {
      await told.context.close();
    }
  });
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
  t.diagnostic(`${counts.length} interviews: ${mean.toFixed(1)} questions on average, ${Math.max(...counts)} at most`);
});
