// The corpus is well formed, both judges agree with every expectation, and on random matters with each other.
// `npm run check:conformance` runs the long form.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { CORPUS, corpusFile, readCorpus } from "./conformance/corpus.ts";
import { derivedFiles } from "./conformance/derived.ts";
import { duel } from "./conformance/duel.ts";
import { scoreLint } from "./conformance/lint-corpus.ts";
import { readMore } from "./conformance/more.ts";
import { wrongByProduct, wrongBySecond } from "./conformance/run-more.ts";
import { runEngine } from "./conformance/run.ts";
import { someOf } from "./kit/runs.ts";

const cases = readCorpus();

describe("the corpus", () => {
  test("holds at least 400 cases, ten and more in each group, each with a reason and an id of its own", () => {
    const groups = [...new Set(cases.map(({ group }) => group))];
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(
      groups.filter((group) => cases.filter((each) => each.group === group).length < 10),
    ).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ why }) => !/^[A-Z0-9].{9,}[.?]$/.test(why)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test("every group keeps the published schema, which refuses a case without a reason and an unknown field", () => {
    const schema = z.fromJSONSchema(
      JSON.parse(corpusFile("case.schema.json")) as z.core.JSONSchema.JSONSchema,
    );
    const groups = readdirSync(`${CORPUS}/cases`).map(
      (file) => [file, parse(corpusFile(`cases/${file}`)) as object] as const,
    );
    const wrong = groups.filter(([, group]) => !schema.safeParse(group).success);
    expect(
      wrong.map(([file, group]) => [file, schema.safeParse(group).error?.issues.slice(0, 2)]),
    ).toEqual([]);
    const [, group] = groups[0] ?? ["", {}];
    const { cases: rows } = group as { cases: object[] };
    expect(
      schema.safeParse({ ...group, cases: rows.map((row) => ({ ...row, why: undefined })) })
        .success,
    ).toBe(false);
    expect(
      schema.safeParse({ ...group, cases: rows.map((row) => ({ ...row, extra: 1 })) }).success,
    ).toBe(false);
  });

  test("every verdict says what its kind must say: reasons of not-covered, the cause of undetermined", () => {
    const bare = cases.flatMap(({ id, expect: readings }) =>
      Object.values(readings)
        .filter(
          ({ verdict, reasons, cause }) =>
            (verdict === "not-covered") !== (reasons !== undefined) ||
            (verdict === "undetermined") !== (cause !== undefined),
        )
        .map(() => id),
    );
    expect(bare).toEqual([]);
  });

  test("each reason, cause and verdict stands in several cases", () => {
    const seen = cases.flatMap(({ expect: readings }) =>
      Object.values(readings).flatMap(({ verdict, reasons, cause }) => [
        verdict,
        ...(reasons ?? []),
        ...(cause ? [cause] : []),
      ]),
    );
    const words = [
      "violation",
      "conflict",
      "actor",
      "act",
      "not-in-force",
      "period",
      "zone",
      "kind",
      "means",
      "exception",
      "suspension",
      "facts",
      "text",
      "both",
    ];
    expect(words.filter((word) => seen.filter((each) => each === word).length < 3)).toEqual([]);
  });
});

describe("both judges", () => {
  test("the second judge gives every expected verdict", () => {
    expect(runEngine("second", cases).failures).toEqual([]);
  });

  test("the product gives every expected verdict", () => {
    expect(runEngine("product", cases).failures).toEqual([]);
  });

  // `npm run check:conformance` asks both about all of them.
  test.each(["judge", "sweep"] as const)("the %s alone gives every expected verdict", (engine) => {
    expect(runEngine(engine, someOf(cases)).failures).toEqual([]);
  });

  test("on random texts and incidents the two agree", () => {
    const { compared, disagreements, byVerdict } = duel(0, 80, 3);
    expect(disagreements.map(({ seed, says }) => `${seed}: ${says.join()}`)).toEqual([]);
    expect(compared).toBe(80);
    expect(Object.keys(byVerdict).sort()).toEqual(
      expect.arrayContaining(["not-covered", "undetermined", "violation"]),
    );
  });
});

describe("groups that ask for something else than verdicts", () => {
  const more = readMore();

  test("have ten cases and more each, every one with a reason and an id of its own", () => {
    const groups = ["compare", "diff", "errors", "explain", "obligations", "versions", "why"];
    expect([...new Set(more.map(({ group }) => group))]).toEqual(groups);
    expect(groups.filter((name) => more.filter(({ group }) => group === name).length < 10)).toEqual(
      [],
    );
    expect(new Set(more.map(({ id }) => id)).size).toBe(more.length);
    const schema = z.fromJSONSchema(
      JSON.parse(corpusFile("more.schema.json")) as z.core.JSONSchema.JSONSchema,
    );
    const files = groups.map((name) => parse(corpusFile(`more/${name}.yaml`)) as object);
    expect(files.filter((group) => !schema.safeParse(group).success)).toEqual([]);
    expect(files.filter((group) => schema.safeParse({ ...group, extra: 1 }).success)).toEqual([]);
  });

  test("the product gives every expected answer", () =>
    expect(more.flatMap(wrongByProduct)).toEqual([]));

  test("the second judge finds the same sets of questions, and an answer that is changed is told", () => {
    const compared = more.filter((each) => each.group === "compare");
    expect(compared.flatMap((each) => wrongBySecond(each) ?? ["no answer"])).toEqual([]);
    const changed = compared.map((each) => ({
      ...each,
      expect: { ...each.expect, sets: [["x"]] },
    }));
    expect(changed.filter((each) => wrongByProduct(each).length === 0)).toEqual([]);
    expect(changed.filter((each) => wrongBySecond(each)?.length === 0)).toEqual([]);
  });
});

test("twins and manifest are in step with the corpus: npm run build:conformance writes them", () => {
  const derived = derivedFiles();
  const stale = [...derived].filter(([path, text]) => corpusFile(path) !== text);
  expect(stale.map(([path]) => path)).toEqual([]);
  expect(derived.size).toBe(readdirSync(`${CORPUS}/json`).length + 1);
});

test("lint finds the seeded faults that it can look for, each alone and at its place", () => {
  const { failures, passed, total, unsupported } = scoreLint();
  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThanOrEqual(40);
  expect(passed + unsupported.length).toBe(total);
});
