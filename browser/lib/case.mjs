// What a sample case says, looked up as the pages ask for it.

const SUPPOSED = (sample, place) => place(sample.suppose ?? {});

/** What the case says of a fact about these persons (by their ids in the sample); undefined where it says nothing. */
export function stated(sample, fact, persons) {
  const inside = (part) => {
    const [one, other] = persons;
    if (one === undefined) return part.system?.[fact] ?? part.act?.[fact];
    const person = part.persons?.[one];
    if (other !== undefined) return person?.towards?.[other]?.[fact];
    return person?.[fact] ?? (person?.roles?.includes(fact) ? true : undefined);
  };
  return inside(sample) ?? SUPPOSED(sample, inside);
}

/** A statement as an answer: which radio, what is written beside it, what shows it. */
export function answer(statement) {
  if (statement === undefined || statement === null) return { radio: "unknown" };
  if (typeof statement !== "object") return plain(statement);
  const told = { evidence: statement.evidence, by: statement.by };
  if (statement.disputed) return { radio: "disputed", values: statement.disputed.map(name), ...told };
  if (statement.not) return { radio: "denied", values: statement.not.map(name), ...told };
  return { ...plain(statement.is), ...told };
}

const name = (value) => (value === true ? "yes" : value === false ? "no" : String(value));

function plain(value) {
  if (value === undefined || value === "unknown" || value === "not asked") return { radio: "unknown" };
  if (value === "not applicable") return { radio: "not-applicable" };
  return { radio: name(value), value: String(value) };
}

/** A text in one language, whether it was written in one or in three. */
export const text = (value, lang) => (typeof value === "object" ? value[lang] : value) ?? "";
