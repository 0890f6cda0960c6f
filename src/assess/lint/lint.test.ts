// docs/lint is true: the bad text of each page gives its code and no other, the good text is silent (T702 apart, which speaks of
// absent elements and which no short text can avoid).
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at, input } from "../../../test/kit/makers.ts";
import type { Problem } from "../../model/problem.ts";
import { ARBITRARY_CONTEXT } from "../../terms/arbitrary-values.ts";
import { loadTerms } from "../../terms/check-terms.ts";
import { placesIn } from "../../terms/parse-terms.ts";
import type { AssessInput } from "../context.ts";
import { lintText } from "./lint.ts";

const DOCS = new URL("../../../docs/lint/", import.meta.url);
const { kinds, means, acts } = ARBITRARY_CONTEXT;

/** The small world of the pages, and the one event that the page of T312 speaks of. */
const WORLD: AssessInput = {
  ...input([]),
  ...(kinds === null || means === null || acts === null ? {} : { kinds, means, acts }),
  events: [
    {
      id: "relief",
      instrument: null,
      time: { kind: "at", at: at("2025-05-10T00:00:00Z") },
      sources: [],
    },
  ],
};

function problemsOf(text: string): readonly Problem[] {
  const file = "text.terms.yaml";
  const { value, problems } = loadTerms(text, { file, context: ARBITRARY_CONTEXT });
  const found =
    value === null ? [] : lintText({ input: WORLD, loaded: value, places: placesIn(text, file) });
  return [...problems, ...found].filter(({ code }) => code !== "T702");
}

const PAGES = readdirSync(DOCS)
  .filter((name) => /^T\d{3}\.md$/.test(name))
  .flatMap((name) => {
    const page = readFileSync(new URL(name, DOCS), "utf8");
    const [bad, good] = [...page.matchAll(/```terms\n([\s\S]*?)```/g)].map((found) => found[1]);
    return bad === undefined || good === undefined
      ? []
      : [{ code: name.slice(0, 4), severity: /\((\w+)\)/.exec(page)?.[1], bad, good }];
  });

describe("pages of findings that need situations", () => {
  test("are all there", () => {
    const codes =
      "T301 T302 T303 T304 T305 T306 T310 T312 T403 T404 T603 T604 T606 T607 T802 T803 T804";
    expect(PAGES.map(({ code }) => code).join(" ")).toBe(codes);
  });

  test.each(PAGES)(
    "$code comes of its bad text, and of nothing else",
    ({ code, severity, bad }) => {
      const found = problemsOf(bad);
      expect([...new Set(found.map((one) => one.code))]).toEqual([code]);
      expect(new Set(found.map((one) => one.severity))).toEqual(new Set([severity]));
      expect(found.every((one) => one.at !== null)).toBe(true);
    },
  );

  test.each(PAGES)("$code: its good text is silent", ({ good }) => {
    expect(problemsOf(good).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});

test("an exception for a place apart from its clause's place is never needed: no place lies in both (T305)", () => {
  const page = PAGES.find(({ code }) => code === "T404")?.good ?? "";
  const cove = "[[[40, 44], [41, 44], [41, 45], [40, 45], [40, 44]]]";
  const apart = page
    .replace("[[[32, 44], [33, 44], [33, 45], [32, 45], [32, 44]]]", cove)
    .replace("where: { target: sea, outside: bay }", "where: { target: sea }\n    unless: [exempt]")
    .replace(
      "readings:",
      "  exempt: { effect: permit, by: [A, B], targets: [military], where: { target: bay }, source: src-1 }\nreadings:",
    );
  expect(problemsOf(apart).map(({ code }) => code)).toEqual(["T305"]);
});

test("of more than a thousand pairs without order a thousand are told one by one, the others by their number", () => {
  const clauses = Array.from({ length: 80 }, (_, i) => {
    const effect = i % 2 === 0 ? "prohibit" : "permit";
    return `  c-${i}: { effect: ${effect}, by: [A, B], act: strike }`;
  });
  const head =
    "truceline: terms/1\nid: many\ntitle: Many\nparties: [A, B]\nreadings: { text: {} }\n";
  const found = problemsOf(`${head}clauses:\n${clauses.join("\n")}\n`);
  const pairs = found.filter(({ code }) => code === "T303").map(({ message }) => message);
  expect(pairs.length).toBe(1001);
  expect(pairs.filter((message) => message.startsWith("and 600 more pairs")).length).toBe(1);
});
