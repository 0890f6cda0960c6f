// The worked example of TERMS 1.3 and the shipped texts: no error, and the findings that the design names.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { REAL_CASE } from "../../test/kit/real-case.ts";
import { parseDay } from "../model/instant.ts";
import type { Instrument, Pin } from "./ast.ts";
import { checkTerms, loadTerms } from "./check-terms.ts";
import { canonicalTerms } from "./canonical-terms.ts";
import { NO_CONTEXT } from "./context.ts";
import type { TermsContext } from "./context.ts";
import { parseKinds, parseMeans } from "./parse-vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";

const CASE = `../../${REAL_CASE}`;

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), "utf8");
}

const kinds = parseKinds(read(`${CASE}/kinds.yaml`), { file: "kinds.yaml" });
const means = parseMeans(read(`${CASE}/means.yaml`), { file: "means.yaml" });
const context: TermsContext = {
  ...NO_CONTEXT,
  kinds: vocabulary(kinds.value ?? []),
  means: vocabulary(means.value?.means ?? []),
  acts: vocabulary(means.value?.acts ?? []),
  parties: new Set(["RU", "UA", "US"]),
  sources: null,
};

function example(id: string) {
  return loadTerms(read(`../../test/fixtures/${id}.terms.yaml`), {
    file: `${id}.terms.yaml`,
    context,
  });
}

function shipped(id: string) {
  return loadTerms(read(`${CASE}/terms/${id}.terms.md`), { file: `${id}.terms.md`, context });
}

describe("the worked example", () => {
  test("has no error", () => {
    const found = ["energy", "unconditional", "black-sea"].flatMap((id) => example(id).problems);
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["energy", "T308", `"energy" lies inside "infrastructure"`],
    ["energy", "T504", "719 hours"],
    ["energy", "T601", `"ends-by-itself"`],
    ["energy", "T609", "RU holds two answers"],
    ["energy", "T702", "monitoring body"],
    ["unconditional", "T701", `"interception"`],
    ["unconditional", "T504", "719 hours"],
    ["black-sea", "T402", `"eastern-part"`],
    ["black-sea", "T311", `"warships"`],
  ])("%s: %s says %s", (id, code, words) => {
    const found = example(id).problems.filter((problem) => problem.code === code);
    expect(found.map(({ message }) => message).join("\n")).toContain(words);
  });

  test("calendar days and hours differ between 21:00Z and 22:00Z on 23 April", () => {
    const found = example("energy").problems.find(({ code }) => code === "T504");
    expect(found?.counterexample).toContain("2025-04-23T21:00:00Z and 2025-04-23T22:00:00Z");
  });

  test("an answer is held from the day its source came out, where the case knows it", () => {
    const day = parseDay("2025-03-25");
    const { instrument } = example("energy").value ?? {};
    const told = instrument
      ? checkTerms(instrument, { context: { ...context, sources: new Map([["src-195", day]]) } })
      : [];
    const days = told.filter(({ code }) => code === "T609").map(({ message }) => message);
    expect(days).toHaveLength(1);
    expect(days[0]).toContain("from 2025-03-25 on");
  });
});

describe("the shipped texts", () => {
  const ids = ["black-sea", "easter", "energy", "unconditional"];

  test.each(ids)("%s has no error, and a version", (id) => {
    const { value, problems } = shipped(id);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value?.version).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test.each(["black-sea", "energy", "unconditional"])("%s means what TERMS 1.3 means", (id) => {
    const [ours, designed] = [shipped(id).value, example(id).value];
    expect(ours && rules(ours.instrument)).toBe(designed && rules(designed.instrument));
  });

  test("have between them the eleven readings of the case", () => {
    const readings = ids.flatMap((id) =>
      [...(shipped(id).value?.instrument.readings.keys() ?? [])].map((name) => `${id}/${name}`),
    );
    expect(readings).toEqual([
      "black-sea/RU",
      "black-sea/UA",
      "black-sea/US",
      "easter/RU",
      "easter/UA",
      "energy/RU",
      "energy/UA",
      "energy/UA-wide",
      "energy/US-18-march",
      "energy/US-25-march",
      "unconditional/text",
    ]);
  });

  test("quote at most eight words of anybody", () => {
    const quotes = ids.flatMap((id) =>
      [...(shipped(id).value?.instrument.questions.values() ?? [])].flatMap(({ answers }) =>
        [...answers.values()].flatMap(({ held }) => held.map(({ quote }) => quote ?? "")),
      ),
    );
    expect(quotes.filter((quote) => quote !== "").length).toBeGreaterThan(5);
    expect(quotes.filter((quote) => quote.split(" ").length > 8)).toEqual([]);
  });

  test("name a source for every answer somebody holds", () => {
    const held = ids.flatMap((id) =>
      [...(shipped(id).value?.instrument.questions.values() ?? [])].flatMap(({ answers }) =>
        [...answers.values()].flatMap((answer) => answer.held),
      ),
    );
    expect(held.length).toBeGreaterThan(15);
    expect(held.filter(({ source }) => source === null)).toEqual([]);
  });
});

/** The shipped texts are pinned; the page's examples show what is meant without. */
function unpinned(pin: Pin | null): Pin | null {
  return pin === null ? null : { ...pin, sha256: null };
}

/** What a text says apart from articles, notes, its day, and the status the record adds later. */
function rules(instrument: Instrument): string {
  const clauses = [...instrument.clauses].map(
    ([id, clause]) => [id, { ...clause, text: null }] as const,
  );
  const questions = [...instrument.questions].map(([id, question]) => {
    const answers = [...question.answers].map(
      ([name, answer]) => [name, { ...answer, text: null, note: null }] as const,
    );
    return [id, { ...question, answers: new Map(answers) }] as const;
  });
  const { uses } = instrument;
  return canonicalTerms({
    ...instrument,
    uses: { ...uses, kinds: unpinned(uses.kinds), means: unpinned(uses.means) },
    dated: null,
    status: new Map(),
    clauses: new Map(clauses),
    questions: new Map(questions),
  });
}
