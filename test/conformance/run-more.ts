// Runs the groups of conformance/more. What differs is told case by case; empty means passed, null that the engine has no answer.
import { assessCase, compareReadings, explainIncident, semanticDiff } from "../../src/assess/index.ts";
import type { Explanation } from "../../src/assess/index.ts";
import { modelOf } from "../../src/assess/assess.ts";
import { atTextTime } from "../../src/assess/text-time.ts";
import { parseDay } from "../../src/model/instant.ts";
import type { IncidentId, ReadingId } from "../../src/model/id.ts";
import { instantOf } from "../second-judge/clock.ts";
import { secondSets } from "./compare-second.ts";
import type { CompareCase, DiffCase, Difference, ErrorCase, ExplainCase, MoreCase, ObligationCase, VersionsCase } from "./more.ts";
import type { EngineName, Score, Tally } from "./run.ts";
import { findingsOf, recordOf, rowId } from "./product.ts";

/** What the product says otherwise than the case. */
export function wrongByProduct(each: MoreCase): readonly string[] {
  return unlike(each, answerOf(each));
}

/** The same of the second judge; null where it has no answer. */
export function wrongBySecond(each: MoreCase): readonly string[] | null {
  return each.group === "compare" ? unlike(each, secondSets(each)) : null;
}

// The plain judge and the sweep give verdicts and nothing else.
const ANSWERS: Readonly<Record<EngineName, (each: MoreCase) => readonly string[] | null>> = {
  product: wrongByProduct,
  judge: () => null,
  sweep: () => null,
  second: wrongBySecond,
};

/** Score of an engine over these groups. */
export function runMore(engine: EngineName, cases: readonly MoreCase[]): Score {
  const groups = new Map<string, Tally>();
  const failures: string[] = [];
  for (const each of cases) {
    const tally = groups.get(each.group) ?? { passed: 0, failed: 0, unsupported: 0 };
    const wrong = ANSWERS[engine](each);
    const fate = wrong === null ? "unsupported" : wrong.length > 0 ? "failed" : "passed";
    groups.set(each.group, { ...tally, [fate]: tally[fate] + 1 });
    failures.push(...(wrong ?? []).map((says) => `${engine} ${says}`));
  }
  return { engine, groups, failures };
}

function unlike({ id, expect }: MoreCase, found: unknown): readonly string[] {
  const [wanted, got] = [JSON.stringify(expect), JSON.stringify(found)];
  return wanted === got ? [] : [`${id}: ${got}, expected ${wanted}`];
}

function answerOf(each: MoreCase): unknown {
  switch (each.group) {
    case "obligations":
      return statesOf(each);
    case "explain":
      return { settles: settlesOf(each) };
    case "compare":
      return setsOf(each);
    case "diff":
      return changesOf(each);
    case "errors":
      return errorsOf(each);
    case "versions":
      return verdictsOnDay(each);
    case "why":
      return { why: explained({ ...each, before: [] }).why.map(({ id }) => id) };
    default:
      return each satisfies never;
  }
}

/** The states that the case asks for, in its own order. */
function statesOf({ text, at, events, expect }: ObligationCase): ObligationCase["expect"] {
  const { input, loaded } = recordOf({ text, incidents: [], events });
  const { obligations } = assessCase(input, { at: instantOf(at) });
  const stateOf = (reading: string, clause: string): string =>
    obligations.find((one) => one.reading === `${loaded.instrument.id}/${reading}` && one.clause === clause)?.state ?? "none";
  return mapped(expect, (reading, clauses) => mapped(clauses, (clause) => stateOf(reading, clause)));
}

function explained({ text, incident, before, reading }: Omit<ExplainCase, "expect" | "group">): Explanation {
  const { input, loaded } = recordOf({ text, incidents: [incident, ...before], events: {} });
  return explainIncident(input, {
    incident: rowId(0) as IncidentId,
    reading: `${loaded.instrument.id}/${reading}` as ReadingId,
  });
}

function settlesOf(each: ExplainCase): Readonly<Record<string, string>> {
  const { expect } = each;
  const { settles } = explained(each);
  return mapped(expect.settles, (id) => settles.find((one) => one.input.id === id)?.does ?? "not open");
}

function setsOf({ text, incident, between }: CompareCase): Difference {
  const { input, loaded } = recordOf({ text, incidents: [incident], events: {} });
  const [a, b] = between.map((reading) => `${loaded.instrument.id}/${reading}` as ReadingId);
  if (a === undefined || b === undefined) throw new Error("two readings are compared");
  const { hard, soft, sets } = compareReadings(input, [a, b]);
  const disagreement = hard > 0 ? "hard" : soft > 0 ? "soft" : "none";
  return { disagreement, sets: sets.map(({ questions }) => questions) };
}

function changesOf({ text, between }: DiffCase): DiffCase["expect"] {
  const { input, loaded } = recordOf({ text, incidents: [], events: {} });
  const [before, after] = between.map((reading) =>
    modelOf(input, `${loaded.instrument.id}/${reading}` as ReadingId),
  );
  if (before === undefined || after === undefined) throw new Error("two readings are compared");
  const found = semanticDiff(before, after);
  if ("tooMany" in found) throw new RangeError(`${found.tooMany} situations`);
  return found.directions
    .map(({ from, to, kinds }) => ({ from, to, kinds }))
    .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

/** The fields that the case asks for; `none` where the text is left out. */
function verdictsOnDay({ texts, "text-as-of": day, incident, expect }: VersionsCase): VersionsCase["expect"] {
  const records = texts.map((text) => recordOf({ text, incidents: [incident], events: {} }));
  const [{ input } = { input: null }] = records;
  const on = parseDay(day);
  if (input === null || on === null) throw new Error("a text has a version, and text time is a day");
  const versions = records.map(({ loaded }) => loaded);
  const { rows } = assessCase(atTextTime({ ...input, instruments: versions.slice(-1), versions: versions.slice(0, -1) }, on).input);
  const id = versions[0]?.instrument.id ?? "";
  return mapped(expect, (reading, expected) => {
    const found = rows[0]?.verdicts.get(`${id}/${reading}` as ReadingId);
    if (found === undefined) return { verdict: "none" };
    const { verdict, reasons, cause } = found;
    return {
      verdict,
      ...(expected.reasons === undefined ? {} : { reasons }),
      ...(expected.cause === undefined ? {} : { cause }),
    };
  });
}

function errorsOf({ document }: ErrorCase): ErrorCase["expect"] {
  return findingsOf(document)
    .filter(({ severity }) => severity === "error")
    .map(({ code, line, column }) => ({ code, line, column }));
}

function mapped<A, B>(values: Readonly<Record<string, A>>, change: (key: string, value: A) => B): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(key, value)]));
}
