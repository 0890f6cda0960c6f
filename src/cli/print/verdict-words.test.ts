// Wording by standing: nobody is said to have broken a text that did not bind them.
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../assess/verdict.ts";
import { verdictLetter } from "./matrix.ts";
import { standingWords, verdictWords } from "./verdict-words.ts";

const VIOLATION: Verdict = {
  verdict: "violation",
  reasons: [],
  cause: null,
  clauses: ["strikes"],
  standing: "applies",
  maybe: true,
  maybeBy: ["RU"],
  limit: null,
};

describe("a verdict in words", () => {
  test("is a violation only where the text applied to the party that day", () => {
    expect(verdictWords(VIOLATION)).toBe("a violation (clause strikes)");
    expect(verdictWords({ ...VIOLATION, standing: "would-apply" })).toBe(
      "would be a violation if this text applied (clause strikes)",
    );
    expect(verdictWords({ ...VIOLATION, standing: "unclear" })).toContain("which is unclear");
  });

  test("names nearness wherever a violation may rest on it alone, and only there", () => {
    const words = (grounds: NonNullable<Verdict["grounds"]>, maybe = true) =>
      verdictWords({ ...VIOLATION, maybe, grounds });
    expect(words(["proximity"])).toContain("by proximity to an object alone");
    expect(words(["kind", "proximity"])).toContain("in part by proximity");
    expect(words(["list"])).toContain("by a list of the text");
    expect(words(["kind"])).toBe("a violation (clause strikes)");
    expect(words(["proximity"], false)).toBe("a violation (clause strikes)");
  });

  test("says every reason why a text does not cover an incident", () => {
    const verdict: Verdict = {
      ...VIOLATION,
      verdict: "not-covered",
      reasons: ["kind", "period"],
      maybe: false,
    };
    expect(verdictWords(verdict)).toBe(
      "not covered (clause strikes): the text does not protect such a target and it lies outside the period",
    );
  });

  test("says what leaves it undetermined and whether it may be a violation at all", () => {
    const open: Verdict = { ...VIOLATION, verdict: "undetermined", cause: "both", clauses: [] };
    expect(verdictWords(open)).toContain(
      "facts and text leave it open; it may be that it is a violation",
    );
    expect(verdictWords({ ...open, maybe: false })).toContain(
      "no possibility makes it a violation",
    );
    expect(verdictWords({ ...open, standing: "would-apply" })).toContain(
      "would be one if this text applied",
    );
  });

  test("names the limit that was met", () => {
    expect(verdictWords({ ...VIOLATION, limit: "too many combinations" })).toContain(
      "too many combinations",
    );
  });

  test("states each standing as a fact about the text, not about the party", () => {
    expect(standingWords("would-apply")).toBe("the text did not apply to that party on that day");
  });
});

describe("a verdict as a letter", () => {
  test("keeps applied violations apart from those that would be", () => {
    expect(verdictLetter(VIOLATION)).toBe("v");
    expect(verdictLetter({ ...VIOLATION, standing: "unclear" })).toBe("V");
    expect(verdictLetter({ ...VIOLATION, verdict: "not-covered" })).toBe("-");
    expect(verdictLetter({ ...VIOLATION, verdict: "undetermined" })).toBe("?");
    expect(verdictLetter({ ...VIOLATION, verdict: "conflict" })).toBe("C");
  });
});
