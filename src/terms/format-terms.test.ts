// Laying out a text changes neither what it says nor itself when done twice; comments and Markdown stay.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryInstrument } from "./arbitrary.ts";
import { canonicalTerms } from "./canonical-terms.ts";
import { formatTerms } from "./format-terms.ts";
import { parseTerms } from "./parse-terms.ts";
import { printTerms } from "./print-terms.ts";

describe("terms fmt", () => {
  test("keeps the meaning of any text, and does nothing twice", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        const file = "x.terms.yaml";
        const once = formatTerms(printTerms(instrument), file) ?? "";
        const { value } = parseTerms(once, { file });
        expect(value === null ? null : canonicalTerms(value)).toBe(canonicalTerms(instrument));
        expect(formatTerms(once, file)).toBe(once);
      }),
      { numRuns: runs(400) },
    );
  });

  test("keeps comments and all that stands outside the blocks of a Markdown text", () => {
    const text =
      "# Title\n\n*  odd   words\n\n```terms\nid:   x # why\nparties: [ A,B ]\n```\n\nend\n";
    const laidOut =
      "# Title\n\n*  odd   words\n\n```terms\nid: x # why\nparties: [A, B]\n```\n\nend\n";
    expect(formatTerms(text, "x.terms.md")).toBe(laidOut);
  });

  test("leaves alone what is no YAML", () => {
    expect(formatTerms("a: [b", "x.terms.yaml")).toBeNull();
  });
});
