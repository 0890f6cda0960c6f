// A text in several states, one after the other as somebody edits it: what one state left behind never decides another.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryIncident,
  arbitraryJointRecord,
  possibility,
} from "../../test/kit/arbitrary-record.ts";
import { ZERO, arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { runs } from "../../test/kit/runs.ts";
import { everything, verdictOf, withClauses, withFacts } from "../../test/kit/variations.ts";
import type { Incident } from "../model/incident.ts";
import { DAY_MS, parseDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import type { Clause, Instrument } from "../terms/ast.ts";
import { assessCase, modelsOf } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { cellRange } from "./situation-class.ts";
import { timesOf, undatedOf } from "./undated.ts";
import { withPeriod } from "./whatif-period.ts";

const DAYS = ["2025-03-16", "2025-03-18", "2025-03-19", "2025-03-20", "2025-03-22"].map(day);

/** An edit of the period, of some other part of every clause, or none. */
type Edit = (text: Instrument) => Instrument;

const arbitraryEdit = fc.oneof(
  fc.record({ start: fc.constantFrom(...DAYS), end: fc.constantFrom(...DAYS) }).map(
    (period): Edit =>
      (text) =>
        withPeriod(text, { ...period, zone: "Europe/Kyiv" }),
  ),
  fc
    .constantFrom<Partial<Clause>>(
      { act: { kind: "value", value: ["deploy"] } },
      { by: { kind: "value", value: ["A"] } },
      { effect: "permit", onBreach: null },
      { onBreach: { kind: "value", value: { kind: "automatic" } } },
      { targets: { kind: "value", value: [{ kind: "energy", facets: {} }] } },
      {},
    )
    .map(
      (change): Edit =>
        (text) =>
          withClauses(text, (clause) => ({ ...clause, ...change })),
    ),
);

/** Nothing is kept of a text with objects of its own (decide.test.ts has those), and less of one that waits for events. */
const arbitraryText = fc
  .tuple(arbitraryInstrument({ ...everything, release: true }), fc.boolean())
  .map(([text, waits]) => {
    const alone = { ...text, objects: new Map(), annexes: new Map() };
    return waits ? alone : withClauses(alone, (clause) => ({ ...clause, inForce: null }));
  });

const arbitraryStates = fc.tuple(
  arbitraryText,
  arbitraryJointRecord(2),
  arbitraryIncident(),
  fc.array(arbitraryEdit, { minLength: 2, maxLength: 4 }),
);

describe("a text that is edited", () => {
  test("is judged in every state as if it had always stood there", () => {
    const seen = { pairs: 0, shared: 0, moved: 0 };
    fc.assert(
      fc.property(arbitraryStates, ([text, record, extra, edits]) => {
        const before = new Set<object>();
        const verdicts = new Set<string>();
        for (const edit of [(one: Instrument) => one, ...edits, (one: Instrument) => one]) {
          const input = inputOf([edit(text)], [...record, extra]);
          for (const { model } of modelsOf(input)) {
            const undated = undatedOf(model);
            if (before.has(undated)) seen.shared++;
            before.add(undated);
          }
          const found = foundIn(input);
          seen.pairs += found.length;
          verdicts.add(JSON.stringify(found));
        }
        seen.moved += verdicts.size - 1;
      }),
      { numRuns: runs(150) },
    );
    expect(seen.pairs).toBeGreaterThan(runs(2000));
    expect(seen.shared).toBeGreaterThan(runs(400));
    expect(seen.moved).toBeGreaterThan(runs(80));
  });
});

describe("release in a text that is edited", () => {
  const text = sampleOf(arbitraryText);
  const one = sampleOf(arbitraryIncident());
  const value = <T>(of: T) => ({ kind: "value" as const, value: of });
  const noticed = withClauses({ ...text, readings: firstOf(text.readings) }, (clause) => ({
    ...clause,
    effect: "prohibit",
    by: value(["A", "B"]),
    act: value(["strike"]),
    targets: null,
    where: null,
    calibre: null,
    inForce: null,
    unless: null,
    onBreach: value({ kind: "power", notice: true }),
  }));
  const strike = (days: number, actor: string): Incident => {
    const occurred = { from: ZERO + days * DAY_MS, until: ZERO + days * DAY_MS + 1 };
    const id = `inc-${days}` as Incident["id"];
    const [actors, acts] = [[possibility(actor)], [possibility("strike")]];
    return { ...withFacts(one, { occurred, actors, acts }), id };
  };
  const notice = {
    id: "notice-of-release/B",
    instrument: null,
    time: { kind: "at" as const, at: ZERO + 3 * DAY_MS },
    sources: [],
  };
  const record = [strike(1, "A"), strike(2, "B"), strike(4, "B")];
  const verdictsFrom = (start: string) => {
    const state = withPeriod(noticed, { start: day(start), end: day("2025-03-30"), zone: "UTC" });
    return assessCase(inputOf([state], record, [notice])).rows.flatMap(({ verdicts }) =>
      [...verdicts.values()].map(({ verdict }) => verdict),
    );
  };

  test("counts from the breaches of the state at hand, and frees nobody before its notice", () => {
    const struck = ["violation", "violation", "not-covered"];
    expect(verdictsFrom("2025-03-18")).toEqual(struck);
    expect(verdictsFrom("2025-03-20")).toEqual(["not-covered", "violation", "violation"]);
    expect(verdictsFrom("2025-03-17")).toEqual(struck);
  });
});

function firstOf(readings: Instrument["readings"]): Instrument["readings"] {
  return new Map([...readings].slice(0, 1));
}

describe("what an instant says", () => {
  const text = sampleOf(arbitraryInstrument());
  const numbersOn = (instrument: Instrument, hours: readonly number[]) => {
    const [named] = modelsOf(inputOf([instrument], []));
    if (named === undefined) throw new Error("no reading");
    const { frame } = named.model;
    return hours.map((hour) => {
      const at = ZERO + hour * 3_600_000;
      return timesOf(named.model)[cellRange({ from: at, until: at }, frame.cuts)[0]];
    });
  };

  test("is the same while the same rules run, and another once they have ended", () => {
    const period = { start: day("2025-03-18"), end: day("2025-03-20"), zone: "UTC" };
    const [before, first, last, after] = numbersOn(withPeriod(text, period), [-1, 0, 47, 48]);
    expect(first).toBe(last);
    expect(new Set([before, first, after]).size).toBeGreaterThan(1);
  });

  test("is another once a drawing has ceased to hold", () => {
    const where = { target: "strip", origin: null, either: null, outside: null };
    const inStrip = withClauses(text, (clause) => ({
      ...clause,
      where: { kind: "value" as const, value: where },
    }));
    const always = withPeriod(inStrip, { start: day("2025-03-01"), zone: "UTC" });
    const endless = withClauses(always, (clause) => ({ ...clause, for: null }));
    const [first, last, after] = numbersOn(endless, [24, 48, 96]);
    expect(first).toBe(last);
    expect(after).not.toBe(first);
  });

  test("is another in every stretch of time where a rule waits for an event", () => {
    const waiting = withClauses(text, (clause) => ({
      ...clause,
      inForce: { kind: "value" as const, value: { after: ["relief"] } },
    }));
    const [named] = modelsOf(inputOf([waiting], []));
    if (named === undefined) throw new Error("no reading");
    const times = timesOf(named.model);
    expect(new Set(times).size).toBe(named.model.frame.cuts.length + 1);
  });
});

function sampleOf<T>(any: fc.Arbitrary<T>): T {
  const [one] = fc.sample(any, { numRuns: 1, seed: 1 });
  if (one === undefined) throw new Error("no sample");
  return one;
}

/** Every verdict, each compared with the judge's own. */
function foundIn(input: AssessInput): readonly string[] {
  const named = modelsOf(input);
  return assessCase(input).rows.flatMap(({ incident, verdicts }) =>
    named.map(({ id, model }) => {
      const verdict = verdicts.get(id);
      expect([incident.id, id, verdict]).toEqual([incident.id, id, verdictOf(model, incident)]);
      return JSON.stringify(verdict);
    }),
  );
}

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`no day: ${text}`);
  return found;
}
