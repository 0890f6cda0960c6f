// Whatever is done in the form leaves a text that can be used, and changes what was meant.
import { describe, expect, test } from "vitest";
import type { Instrument } from "../../../../src/terms/ast.ts";
import { editTerms } from "../../../../src/terms/edit-terms.ts";
import type { TermsEdit } from "../../../../src/terms/edit-terms.ts";
import { parseTerms } from "../../../../src/terms/parse-terms.ts";
import {
  answerEdit,
  answerOut,
  clauseOut,
  endEdits,
  fieldEdit,
  isFreeName,
  takeEdit,
} from "./form-edits.ts";

const FILE = "a.terms.yaml";
const TEXT = `truceline: terms/1
id: a
title: A
parties: [a, b]
questions:
  scope:
    asks: Which?
    answers:
      gas: {targets: [gas]}
      oil: {targets: [oil]}
clauses:
  rule: {effect: prohibit, by: [a, b], targets: {question: scope}, from: {on: 2030-01-01, tz: UTC}, for: P30D, unless: [fire, rescue]}
  fire: {effect: permit, by: [a, b]} # in answer
  rescue: {effect: permit, by: [a, b], overrides: [fire]}
readings:
  one: {by: a, take: {scope: [gas, oil]}}
  two: {by: b, take: {scope: gas}}
`;

function read(text: string): Instrument {
  const { value, problems } = parseTerms(text, { file: FILE });
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

function after(edits: readonly TermsEdit[]): Instrument {
  return read(editTerms(TEXT, FILE, edits) ?? "not made");
}

const before = read(TEXT);

describe("in the form", () => {
  test("an answer that is taken out is taken by nobody", () => {
    const { questions, readings } = after(answerOut(before, "scope", "gas"));
    expect([...(questions.get("scope")?.answers.keys() ?? [])]).toEqual(["oil"]);
    expect(readings.get("one")?.take.get("scope")).toEqual(["oil"]);
    expect(readings.get("two")?.take.has("scope")).toBe(false);
  });

  test("a clause that is taken out is no exception and overridden by none", () => {
    const { clauses } = after(clauseOut(before, "fire"));
    expect([...clauses.keys()]).toEqual(["rule", "rescue"]);
    expect(clauses.get("rule")?.unless).toEqual({ kind: "value", value: ["rescue"] });
    expect(clauses.get("rescue")?.overrides).toEqual([]);
  });

  test("a reading takes one answer, several, or leaves the question open", () => {
    const taken = (answers: readonly string[]) =>
      after([takeEdit("two", "scope", answers)])
        .readings.get("two")
        ?.take.get("scope");
    expect(taken(["oil"])).toEqual(["oil"]);
    expect(taken(["gas", "oil"])).toEqual(["gas", "oil"]);
    expect(taken([])).toBeUndefined();
  });

  test("an end takes the place of the other end", () => {
    const point = { on: "2030-02-01", tz: "UTC" };
    const rule = after(endEdits("rule", "until", point)).clauses.get("rule");
    expect(rule?.for).toBeNull();
    expect(rule?.until).toMatchObject({ value: { kind: "on", day: "2030-02-01" } });
    expect(after(endEdits("rule", "for", null)).clauses.get("rule")?.for).toBeNull();
  });

  test("a field and an answer say what they were set to", () => {
    const { clauses, questions } = after([
      fieldEdit("rule", "effect", "permit"),
      answerEdit("scope", "oil", "targets", ["gas", "oil"]),
    ]);
    expect(clauses.get("rule")?.effect).toBe("permit");
    expect(questions.get("scope")?.answers.get("oil")?.value.value).toEqual([
      { kind: "gas", facets: {} },
      { kind: "oil", facets: {} },
    ]);
  });

  test("a new part has a name of its own", () => {
    expect(isFreeName("coal", before.clauses)).toBe(true);
    for (const name of ["rule", "", "a b", "-a", "a/b"])
      expect(isFreeName(name, before.clauses), name).toBe(false);
  });
});
