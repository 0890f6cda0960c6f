// The fast reader against its plain twin: the same nodes and spans, or nothing.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../model/yaml.ts";
import { readPlainRow } from "./plain-yaml.ts";

function plain(text: string) {
  return readPlainRow({ lines: text.split("\n"), file: "f.yaml", line: 7 });
}

function library(text: string) {
  const { root, problems } = parseYaml(text, { file: "f.yaml", prefix: "C", lineOffset: 6 });
  return problems.length === 0 && root?.kind === "list" ? root.items[0] : null;
}

const ROWS = [
  "- id: inc-077\n  day: 2025-03-24\n  aggregate: true\n  lat: 50.9119\n  lon: -34.80\n  note: null",
  "- id: x\n  # a comment\n  place: Sumy, city centre\n\n  means: [missile, 'fpv-drone', [a, b]]",
  `- id: "quoted \\"text\\" here"\n  note: 'it''s so'\n  names: {uk: Суми, ru: "Сумы, центр"}\n  at: 2025-03-24T14:00+02:00`,
  "- {id: s, a: 1}",
  "- id: s\n  status:\n    - {party: RU, on: 2025-03-18}\n    - {party: UA, on: ~}\n  note: ends",
  "- id: s\n  range: 17-18\n  more: 50+\n  hex: 0x1F\n  inf: .inf",
  "- id: s\n  text: a: b",
  "- id: s\n  text: one\n    continued",
  "- id: s\n  id: t",
  "- id: s\n  list:\n    - a\n    -  b\n  nothing:",
  "- id: s # comment\n  url: https://example.org/a#b?c=[1]",
  "- id: 😀\n  b: c",
  "- id: s\n  empty: []\n  none: {}\n  trailing: [a, ]\n  pair: {a: b, }",
  "- id: s\n  flow: [a: b]\n  gap: {a:b}",
  "- {id: s, of: [a, 'b'], at: 2025-03-24T14:00+02:00}\n# next",
  "- {id: s} x",
  "- id: s\n  a: True\n  b: TRUE\n  c: False\n  d: NULL\n  e: ~\n  f: yes\n  g: .5\n  h: 1e3\n  i: +7",
];

describe("the plain reader beside the library", () => {
  test.each(ROWS)("reads a row as the library does, or leaves it to the library: %j", (text) => {
    const row = plain(text);
    if (row !== null) expect(row).toEqual(library(text));
  });

  test("reads the form that seeds are written in without the library", () => {
    expect(ROWS.slice(0, 3).map((text) => plain(text) !== null)).toEqual([true, true, true]);
  });

  test("never says anything that the library would not say", () => {
    const piece = fc.constantFrom(
      ..."- |  |\n  |\n    - |: |:|,|, |[|]|{|}|{a: |\"|'|#| #|a|b-c|1|2.5|-3|true|null|~|.|é|*|&|!|\\|?|%|@|0x1|1e3|on".split(
        "|",
      ),
    );
    const value = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(""));
    const row = fc.oneof(
      value.map((text) => `- id: x\n  k: ${text}`),
      value.map((text) => `- {id: x, k: ${text}}`),
    );
    fc.assert(
      fc.property(row, (text) => {
        const read = plain(text);
        if (read !== null) expect(read).toEqual(library(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
