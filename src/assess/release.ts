// Release on breach (TERMS 2.7): when, in one text world, the other side's breaches free a party. A prologue over the record;
// sound bounds: a party is surely free only after a sure breach, and possibly free after any possible one.
import type { Instant } from "../model/instant.ts";
import type { BreachTimes, Context, PartyRelease } from "./context.ts";
import type { Act } from "./contrary-acts.ts";

const NEVER: PartyRelease = { possible: [], sure: Infinity };

/** Whether the actor is released at an instant: surely, surely not, or it hangs on an uncertain earlier breach. */
export function releaseAt(
  times: BreachTimes,
  incident: string,
  { actor, at }: { readonly actor: string; readonly at: Instant },
): "free" | "bound" | "open" {
  const { possible, sure } = times.get(actor) ?? NEVER;
  if (at >= sure) return "free";
  const first = possible.find((breach) => breach.incident !== incident);
  return first !== undefined && at > first.after ? "open" : "bound";
}

/** Instants at which the release of some party may change, as seen by one incident. */
export function releaseCuts(times: BreachTimes, incident: string): readonly Instant[] {
  const cuts: Instant[] = [];
  for (const { possible, sure } of times.values()) {
    const first = possible.find((breach) => breach.incident !== incident);
    if (first !== undefined) cuts.push(first.after + 1);
    cuts.push(sure);
  }
  return cuts.filter(Number.isFinite);
}

/**
 * Who may break and who surely breaks hang on each other: start by freeing nobody surely, then tighten until nothing changes.
 * Each round is sound, so stopping early would only be weaker.
 */
export function settle(context: Context, acts: readonly Act[]): BreachTimes {
  let times: BreachTimes = new Map();
  for (let round = 0; round < 8; round++) {
    const possible = possibleTimes(context, acts, times);
    const next = sureTimes(context, acts, possible);
    if (isSameRelease(times, next)) break;
    times = next;
  }
  return new Map([...times].map(([party, release]) => [party, untilSure(release)]));
}

/** Whoever is surely free is free whatever else there was. */
function untilSure({ possible, sure }: PartyRelease): PartyRelease {
  return { possible: possible.filter(({ after }) => after + 1 < sure), sure };
}

/** Whether an act can be among those that decide when some party is free, given times that hold at the least. */
export function mayFree(
  { instrument: { parties } }: Context,
  times: BreachTimes,
): (act: Act) => boolean {
  const sure = new Map(parties.map((party) => [party, times.get(party)?.sure ?? Infinity]));
  return (act) => {
    if (act.at >= (sure.get(act.actor) ?? Infinity)) return false;
    return parties.some((party) => {
      if (party === act.actor) return false;
      const { first } = freedAfter(act, party);
      return Number.isFinite(first) && first + 1 <= (sure.get(party) ?? Infinity);
    });
  };
}

function possibleTimes(context: Context, acts: readonly Act[], before: BreachTimes): BreachTimes {
  return perParty(context, (party) => {
    const possible: Freed[] = [];
    for (const act of acts) {
      if (act.actor === party || act.at >= (before.get(act.actor)?.sure ?? Infinity)) continue;
      const after = freedAfter(act, party).first;
      if (Number.isFinite(after)) possible.push({ incident: act.incident, after });
    }
    return { possible: firstOfTwoIncidents(possible), sure: Infinity };
  });
}

function sureTimes(context: Context, acts: readonly Act[], possible: BreachTimes): BreachTimes {
  return perParty(context, (party) => {
    const sure = acts
      .filter((act) => act.sure && act.actor !== party)
      .filter(
        (act) =>
          releaseAt(possible, act.incident, { actor: act.actor, at: act.latest }) === "bound",
      )
      .map((act) => freedAfter(act, party).surely + 1);
    const first = sure.reduce((earliest, at) => Math.min(earliest, at), Infinity);
    return { possible: possible.get(party)?.possible ?? [], sure: first };
  });
}

/**
 * The instants after which a breach may free the party at the earliest, and surely frees it. With notice: its own, given after the
 * breach; a notice from before says nothing of it. Infinity: it frees nobody, or not surely.
 */
function freedAfter(
  { release, at, latest }: Act,
  party: string,
): { readonly first: Instant; readonly surely: Instant } {
  if (release.kind === "free") return { first: at, surely: latest };
  const notice = release.kind === "none" ? undefined : release.from[party];
  if (notice === undefined) return { first: Infinity, surely: Infinity };
  return {
    first: at < notice.latest ? Math.max(at, notice.earliest - 1) : Infinity,
    surely: latest < notice.earliest ? notice.latest - 1 : Infinity,
  };
}

type Freed = PartyRelease["possible"][number];

/** Enough to exclude any one incident: the earliest breach, and the earliest of another incident. */
function firstOfTwoIncidents(breaches: readonly Freed[]): readonly Freed[] {
  const first = earliest(breaches);
  const second = earliest(breaches.filter(({ incident }) => incident !== first?.incident));
  return [first, second].filter((breach) => breach !== undefined);
}

function earliest(breaches: readonly Freed[]): Freed | undefined {
  const isBefore = (a: Freed, b: Freed): boolean =>
    a.after < b.after || (a.after === b.after && a.incident < b.incident);
  return breaches.reduce<Freed | undefined>(
    (first, one) => (first === undefined || isBefore(one, first) ? one : first),
    undefined,
  );
}

function perParty(context: Context, release: (party: string) => PartyRelease): BreachTimes {
  return new Map(context.instrument.parties.map((party) => [party, release(party)]));
}

/** Whether both free the same parties, in the same order, at the same instants, by the same incidents. */
export function isSameRelease(a: BreachTimes, b: BreachTimes): boolean {
  const [ones, others] = [[...a], [...b]];
  return (
    ones.length === others.length &&
    ones.every(([party, release], i) => {
      const [other, its] = others[i] ?? [];
      return party === other && its !== undefined && isSameFor(release, its);
    })
  );
}

function isSameFor(a: PartyRelease, b: PartyRelease): boolean {
  return (
    a.sure === b.sure &&
    a.possible.length === b.possible.length &&
    a.possible.every(({ incident, after }, i) => {
      const other = b.possible[i];
      return incident === other?.incident && after === other.after;
    })
  );
}
