// How the words of two versions differ: every change is told once, and only changes are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText, text } from "../../test/kit/makers.ts";
import { CALL_LIST } from "../../test/kit/real-case.ts";
import { arbitraryInstrument } from "./arbitrary.ts";
import { canonicalTerms } from "./canonical-terms.ts";
import { diffTerms } from "./diff-terms.ts";
import { wordChanges } from "./word-changes.ts";

const ENERGY = readText("test/fixtures/energy.terms.yaml");

function changed(from: string, to: string) {
  const after = ENERGY.replaceAll(from, to);
  expect(after).not.toBe(ENERGY);
  return diffTerms(text(ENERGY), text(after));
}

describe("a text and its next version", () => {
  test("a field of a clause", () => {
    expect(changed("act: strike", "act: [strike, deploy]")).toEqual([
      {
        kind: "changed",
        part: "clause strikes",
        field: "act",
        before: ["strike"],
        after: ["strike", "deploy"],
        words: null,
      },
    ]);
  });

  test("a quotation, word by word", () => {
    const found = changed(
      "ban strikes against energy facilities",
      "ban all strikes against facilities",
    );
    expect(found.map((one) => `${one.kind} ${one.part}`)).toEqual([
      "changed answer scope/energy-infrastructure",
    ]);
    expect(
      wordChanges("ban strikes against energy facilities", "ban all strikes against facilities"),
    ).toEqual([
      { kind: "same", text: "ban" },
      { kind: "in", text: "all" },
      { kind: "same", text: "strikes against" },
      { kind: "out", text: "energy" },
      { kind: "same", text: "facilities" },
    ]);
  });

  test("an answer that was only renamed is not taken for a new one", () => {
    const found = changed(CALL_LIST, "list-of-25-march");
    expect(found).toContainEqual({
      kind: "renamed",
      part: `answer scope/${CALL_LIST}`,
      to: "answer scope/list-of-25-march",
    });
    expect(found.map(({ kind }) => kind)).not.toContain("added");
  });

  test("an answer that is gone, and one that is new", () => {
    const found = changed("elapsed: { for: PT720H }", "weeks: { for: P28D }");
    expect(found.map((one) => `${one.kind} ${one.part}`)).toEqual([
      "removed answer length/elapsed",
      "added answer length/weeks",
    ]);
  });

  test("the order of names in a list is no difference", () => {
    expect(
      changed("targets: [energy, infrastructure]", "targets: [infrastructure, energy]"),
    ).toEqual([]);
  });
});

test("texts of one version id have no difference, whatever they are", () => {
  fc.assert(
    fc.property(arbitraryInstrument(), arbitraryInstrument(), (a, b) => {
      expect(diffTerms(a, a)).toEqual([]);
      if (canonicalTerms(a) !== canonicalTerms(b)) expect(diffTerms(a, b)).not.toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("words taken and words put in give the two texts back", () => {
  const sentence = fc
    .array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 })
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(sentence, sentence, (a, b) => {
      const of = (kind: string) =>
        wordChanges(a, b)
          .filter((one) => one.kind === "same" || one.kind === kind)
          .map((one) => one.text)
          .join(" ");
      expect([of("out"), of("in")]).toEqual([a, b]);
    }),
  );
});
