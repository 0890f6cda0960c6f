// Totals of two parts of one record, added: every count is a sum, so the order of parts does not matter.
import type { Bounds, CountRange } from "../model/count.ts";
import type { SweptTotals } from "./sweep/totals.ts";
import type { CasualtySum, ReadingTotals, Standing, Totals } from "./verdict.ts";

/** The totals of both parts under one reading. */
export function addTotals(a: ReadingTotals, b: ReadingTotals): ReadingTotals {
  return { ...addSwept(a, b), casualties: addCasualties(a.casualties, b.casualties) };
}

/** The same where casualties are not counted. */
export function addSwept(a: SweptTotals, b: SweptTotals): SweptTotals {
  const standings: readonly Standing[] = ["applies", "unclear", "would-apply"];
  const parties = [...new Set([...Object.keys(a.byParty), ...Object.keys(b.byParty)])];
  return {
    id: a.id,
    totals: addCounts(a.totals, b.totals),
    byParty: Object.fromEntries(
      parties.map((party) => [party, addBounds(a.byParty[party], b.byParty[party])]),
    ),
    byReason: addReasons(a.byReason, b.byReason),
    byStanding: {
      ...a.byStanding,
      ...Object.fromEntries(
        standings.map((one) => [one, addBounds(a.byStanding[one], b.byStanding[one])]),
      ),
    },
  };
}

function addCounts(a: Totals, b: Totals): Totals {
  return {
    incidents: a.incidents + b.incidents,
    aggregates: a.aggregates + b.aggregates,
    violation: a.violation + b.violation,
    notCovered: a.notCovered + b.notCovered,
    undetermined: {
      facts: a.undetermined.facts + b.undetermined.facts,
      text: a.undetermined.text + b.undetermined.text,
      both: a.undetermined.both + b.undetermined.both,
    },
    conflict: a.conflict + b.conflict,
    ...addBounds(a, b),
  };
}

const NONE: Bounds = { atLeast: 0, atMost: 0 };

function addBounds(a: Bounds = NONE, b: Bounds = NONE): Bounds {
  return { atLeast: a.atLeast + b.atLeast, atMost: a.atMost + b.atMost };
}

function addReasons(
  a: ReadingTotals["byReason"],
  b: ReadingTotals["byReason"],
): ReadingTotals["byReason"] {
  const reasons = { ...a, ...b };
  const names = Object.keys(reasons).filter(
    (name): name is keyof typeof reasons => name in reasons,
  );
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}

function addCasualties(a: CasualtySum, b: CasualtySum): CasualtySum {
  return {
    killed: addRange(a.killed, b.killed),
    injured: addRange(a.injured, b.injured),
    withoutKilled: a.withoutKilled + b.withoutKilled,
    withoutInjured: a.withoutInjured + b.withoutInjured,
  };
}

/** Without an upper bound in one, there is none. */
function addRange(a: CountRange, b: CountRange): CountRange {
  const high = a.high === null || b.high === null ? null : a.high + b.high;
  return { low: a.low + b.low, high };
}
