// No figure of an older text is ever shown as the text's own, in whatever order texts and answers come.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIncidentId, readingId } from "../../../src/model/id.ts";
import { draftHash } from "../../../src/report/lab.ts";
import type { LabAnswer, LabDraft, LabFigures } from "../../../src/report/lab.ts";
import {
  MAX_PINNED,
  canPin,
  freshness,
  mismatchOf,
  openState,
  ownProblems,
  step,
} from "./lab-state.ts";
import type { LabEvent, LabState } from "./lab-state.ts";

const draft = (text: string): LabDraft => ({ name: "a.terms.yaml", text, period: {} });
/** What a worker would say: a text with an `!` is wrong, all else has figures that name their text. */
function answerTo(asked: LabDraft): LabAnswer {
  const hash = draftHash(asked);
  const at = { file: "terms/a.terms.yaml", line: 1, column: 1, endColumn: 2 };
  const problem = { code: "T101", severity: "error" as const, message: asked.text, at };
  const figures: LabFigures = {
    ...{ hash, name: "a", version: "", own: [], base: [], moves: [], incidents: 0, letters: {} },
    printed: asked.text,
  };
  return asked.text.includes("!")
    ? { hash, problems: [problem], figures: null }
    : { hash, problems: [], figures };
}

type Happening = { readonly edit: string } | { readonly answer: number } | "pin";
const happenings = fc.array(
  fc.oneof(
    fc.record({ edit: fc.constantFrom("a", "ab", "abc", "a!", "b", "!") }),
    fc.record({ answer: fc.nat({ max: 6 }) }),
    fc.constant("pin" as const),
  ),
  { maxLength: 40 },
);

/** Answers come late, twice, out of order: to any of the texts that were ever asked about. */
function eventsOf(all: readonly Happening[]): readonly LabEvent[] {
  const asked = [draft("")];
  return all.map((one) => {
    if (one === "pin") return { kind: "pin" };
    if ("answer" in one)
      return { kind: "answer", answer: answerTo(asked.at(-1 - one.answer) ?? draft("")) };
    asked.push(draft(one.edit));
    return { kind: "edit", draft: draft(one.edit) };
  });
}

function isTrue(state: LabState): void {
  const { shown, draft: now } = state;
  const fresh = freshness(state);
  expect(fresh.kind === "current").toBe(shown?.figures.printed === now.text);
  if (fresh.kind === "older") expect(fresh.edits).toBeGreaterThan(0);
  for (const problem of ownProblems(state) ?? []) expect(problem.message).toBe(now.text);
  for (const { draft: kept, figures } of state.pinned) expect(figures.printed).toBe(kept.text);
  expect(state.pinned.length).toBeLessThanOrEqual(MAX_PINNED);
}

describe("what is shown", () => {
  test("belongs to the text in the editor, or is marked as older", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        let state = openState(draft(""));
        for (const event of eventsOf(all)) {
          state = step(state, event);
          isTrue(state);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("is the newest text's as soon as its answer comes, whatever came before", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const before = eventsOf(all).reduce(step, openState(draft("")));
        const asked = draft("last");
        const after = [
          { kind: "edit" as const, draft: asked },
          { kind: "answer" as const, answer: answerTo(asked) },
        ].reduce(step, before);
        expect(freshness(after)).toEqual({ kind: "current" });
      }),
    );
  });

  test("stays from the last text without a mistake, and says how many changes ago that was", () => {
    const edits = ["a", "a!", "a!!", "a!!!"].map((text): LabEvent => ({
      kind: "edit",
      draft: draft(text),
    }));
    const events = edits.flatMap((event): LabEvent[] =>
      event.kind === "edit" ? [event, { kind: "answer", answer: answerTo(event.draft) }] : [],
    );
    const state = events.reduce(step, openState(draft("")));
    expect(state.shown?.figures.printed).toBe("a");
    expect(freshness(state)).toEqual({ kind: "older", edits: 3, reason: "wrong" });
  });

  test("is pinned only with the text it belongs to, once", () => {
    const [a, b] = [draft("a"), draft("b")];
    const shown = step(openState(a), { kind: "answer", answer: answerTo(a) });
    const kept = step(shown, { kind: "pin" });
    expect(kept.pinned.map(({ figures }) => figures.printed)).toEqual(["a"]);
    expect(canPin(kept)).toBe(false);
    const waiting = step(kept, { kind: "edit", draft: b });
    expect(canPin(waiting)).toBe(false);
    expect(step(waiting, { kind: "pin" })).toBe(waiting);
    const { hash } = answerTo(a);
    expect(step(kept, { kind: "unpin", hash }).pinned).toEqual([]);
  });
});

test("a mismatch stops the lab for good: later checks, texts and answers do not take it back", () => {
  const [a, b] = [draft("a"), draft("b")];
  const incident = parseIncidentId("i-1");
  if (incident === null) throw new Error("an id is one");
  const mismatch = {
    incident,
    reading: readingId("a", "x"),
    shown: "violation",
    judged: "not-covered",
  } as const;
  const { hash } = answerTo(a);
  const found = { hash, verdicts: 3, mismatch };
  const events: readonly LabEvent[] = [
    { kind: "answer", answer: answerTo(a) },
    { kind: "recheck", recheck: found },
    { kind: "recheck", recheck: { ...found, mismatch: null } },
    { kind: "edit", draft: b },
    { kind: "answer", answer: answerTo(b) },
  ];
  const state = events.reduce(step, openState(a));
  expect(mismatchOf(state)).toEqual(mismatch);
  expect(canPin(state)).toBe(false);
  expect(step(state, { kind: "pin" })).toBe(state);
});
