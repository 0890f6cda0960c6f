// Counts of incidents under one reading, always as bounds. Whole-night totals are judged and listed but never counted.
import type { Bounds, CountRange } from "../model/count.ts";
import type { CasualtyClaim } from "../model/claim.ts";
import type { ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import type {
  CasualtySum,
  Cause,
  Reason,
  ReadingTotals,
  Standing,
  Totals,
  Verdict,
} from "./verdict.ts";

/** One incident with its verdict under the reading that is counted. */
export interface Judged {
  readonly incident: Incident;
  readonly verdict: Verdict;
}

/** Totals of one reading; `parties` are listed whether or not anything is counted for them. */
export function totalsOf(
  id: ReadingId,
  all: readonly Judged[],
  parties: readonly string[],
): ReadingTotals {
  const judged = all.filter(({ incident }) => !incident.aggregate);
  return {
    id,
    totals: { ...countVerdicts(judged), aggregates: all.length - judged.length },
    byParty: Object.fromEntries(parties.map((party) => [party, boundsOfParty(judged, party)])),
    byReason: countReasons(judged),
    byStanding: boundsByStanding(judged),
    casualties: casualtiesOf(judged),
  };
}

/** At least / at most of any group of incidents, whole-night totals left out. */
export function boundsOf(judged: readonly Judged[]): Bounds {
  const counted = judged.filter(({ incident }) => !incident.aggregate);
  return {
    atLeast: counted.filter(({ verdict }) => verdict.verdict === "violation").length,
    atMost: counted.filter(({ verdict }) => verdict.maybe).length,
  };
}

/** Bounds per value of `keyOf`, keys in id order. An incident with several possible values counts in each: groups do not add up. */
export function boundsBy(
  judged: readonly Judged[],
  keyOf: (incident: Incident) => readonly string[],
): ReadonlyMap<string, Bounds> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    for (const key of new Set(keyOf(one.incident)))
      groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([key, group]) => [key, boundsOf(group)]));
}

/** The latest stated figure of a casualty series; null when none of its points states one. */
export function latestFigure(
  incident: Pick<Incident, "claims">,
  figureOf: (claim: CasualtyClaim) => CountRange | null,
): CountRange | null {
  const series = incident.claims.filter((claim) => claim.predicate === "casualties");
  return series.map(figureOf).findLast((figure) => figure !== null) ?? null;
}

function countVerdicts(judged: readonly Judged[]): Omit<Totals, "aggregates"> {
  const count = (test: (verdict: Verdict) => boolean): number =>
    judged.filter(({ verdict }) => test(verdict)).length;
  const undetermined = (cause: Cause): number => count((verdict) => verdict.cause === cause);
  return {
    incidents: judged.length,
    violation: count(({ verdict }) => verdict === "violation"),
    notCovered: count(({ verdict }) => verdict === "not-covered"),
    undetermined: {
      facts: undetermined("facts"),
      text: undetermined("text"),
      both: undetermined("both"),
    },
    conflict: count(({ verdict }) => verdict === "conflict"),
    ...boundsOf(judged),
  };
}

function boundsOfParty(judged: readonly Judged[], party: string): Bounds {
  const possible = judged.filter(({ verdict }) => verdict.maybeBy.includes(party));
  const sure = possible.filter(
    ({ verdict }) => verdict.verdict === "violation" && verdict.maybeBy.length === 1,
  );
  return { atLeast: sure.length, atMost: possible.length };
}

function countReasons(judged: readonly Judged[]): Readonly<Partial<Record<Reason, number>>> {
  const counts: Partial<Record<Reason, number>> = {};
  for (const { verdict } of judged) {
    if (verdict.verdict !== "not-covered") continue;
    for (const reason of verdict.reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

function boundsByStanding(judged: readonly Judged[]): Readonly<Record<Standing, Bounds>> {
  const of = (standing: Standing): Bounds =>
    boundsOf(judged.filter(({ verdict }) => verdict.standing === standing));
  return { applies: of("applies"), unclear: of("unclear"), "would-apply": of("would-apply") };
}

function casualtiesOf(judged: readonly Judged[]): CasualtySum {
  const possible = judged.filter(({ verdict }) => verdict.maybe);
  return casualtiesAmong(
    possible.map(({ incident, verdict }) => ({
      incident,
      isSure: verdict.verdict === "violation",
    })),
  );
}

/** Casualties reported for a group: `low` over those that surely belong to it, `high` over all that may. */
export function casualtiesAmong(
  group: readonly { readonly incident: Incident; readonly isSure: boolean }[],
): CasualtySum {
  const figured = (of: keyof Figures): readonly Figured[] =>
    group.map(({ incident, isSure }) => ({ isSure, figure: figuresOf(incident)[of] }));
  const [killed, injured] = [figured("killed"), figured("injured")];
  return {
    killed: sumFigures(killed),
    injured: sumFigures(injured),
    withoutKilled: killed.filter(({ figure }) => figure === null).length,
    withoutInjured: injured.filter(({ figure }) => figure === null).length,
  };
}

interface Figures {
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
}

interface Figured {
  readonly isSure: boolean;
  readonly figure: CountRange | null;
}

/** An incident is asked under every reading and never changes. */
function figuresOf(incident: Incident): Figures {
  const known = FIGURES.get(incident);
  if (known !== undefined) return known;
  const killed = latestFigure(incident, (claim) => claim.killed);
  const injured = latestFigure(incident, (claim) => claim.injured);
  FIGURES.set(incident, { killed, injured });
  return { killed, injured };
}

const FIGURES = new WeakMap<Incident, Figures>();

/** A figure without an upper bound leaves the sum without one. */
function sumFigures(figures: readonly Figured[]): CountRange {
  let low = 0;
  let high: number | null = 0;
  for (const { isSure, figure } of figures) {
    if (figure === null) continue;
    if (isSure) low += figure.low;
    high = high === null || figure.high === null ? null : high + figure.high;
  }
  return { low, high };
}
