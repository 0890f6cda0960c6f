// Random records for the laws of TERMS 8: incidents and events beside the cut points of the random texts, of sibling kinds, on borders.
import fc from "fast-check";
import type { RecordedEvent } from "../../src/model/event.ts";
import type { IncidentId } from "../../src/model/id.ts";
import type { Incident, Possibility, Thing } from "../../src/model/incident.ts";
import { DAY_MS, HOUR_MS, utcToDay } from "../../src/model/instant.ts";
import { jointFacts } from "../../src/model/joint.ts";
import type { Extent } from "../../src/model/place.ts";
import { measures } from "./arbitrary-places.ts";
import { KIND_NAMES, ZERO } from "./arbitrary.ts";

const INNER = ["object", "energy", "grid", "rail"];

export function arbitraryIncident(id = "inc-1"): fc.Arbitrary<Incident> {
  return fc
    .record({
      from: instant,
      length: fc.constantFrom(1, HOUR_MS, DAY_MS, 2 * DAY_MS),
      actors: possibilities(["A", "B", "other", "unknown"]),
      acts: possibilities(["strike", "attempt", "deploy", "use-of-force", "unknown", "none"]),
      things: fc.array(thing, { minLength: 1, maxLength: 2 }),
      means: possibilities(["drone", "missile", "unknown"]),
      target: extent,
      measures,
      incoming: fc.constantFrom(true, false, "unknown" as const),
      aggregate: fc.boolean(),
    })
    .map(({ measures: measured, ...drawn }) => {
      const { from, length, actors, acts, things, means, target, incoming, aggregate } = drawn;
      const occurred = { from, until: from + length };
      return {
        id: id as IncidentId,
        day: utcToDay(from),
        occurred: { ...occurred, basis: "random", assumed: false },
        place: { name: "", names: {}, admin1: null, country: null, extent: target, regions: [] },
        object: null,
        effects: null,
        aggregate,
        facts: {
          occurred,
          actors,
          acts,
          means,
          things,
          target,
          origin: { kind: "unknown" as const },
          ...measured,
          flags: { incoming },
        },
        claims: [],
        sources: [],
        note: null,
        knownAt: null,
      };
    });
}

/** One to `most` incidents with ids inc-1, inc-2, ... */
export function arbitraryRecord(most = 4): fc.Arbitrary<readonly Incident[]> {
  return fc
    .integer({ min: 1, max: most })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, i) => arbitraryIncident(`inc-${i + 1}`))),
    );
}

/** The same, with incidents whose facts hang together: those of one and of another, row by row. */
export function arbitraryJointRecord(most = 4): fc.Arbitrary<readonly Incident[]> {
  return arbitraryRecord(most).chain((incidents) =>
    fc
      .array(fc.option(arbitraryIncident(), { freq: 2 }), {
        minLength: incidents.length,
        maxLength: incidents.length,
      })
      .map((others) => incidents.map((one, i) => together(one, others[i] ?? null))),
  );
}

function together(one: Incident, other: Incident | null): Incident {
  return other === null ? one : { ...one, facts: jointFacts(one.facts, [other.facts]) };
}

export const arbitraryEvents: fc.Arbitrary<readonly RecordedEvent[]> = fc
  .option(
    fc.oneof(
      instant_().map((at) => ({ kind: "at" as const, at })),
      instant_().map((at) => ({ kind: "not-by" as const, at })),
      instant_().map((from) => ({ kind: "between" as const, from, until: from + DAY_MS })),
    ),
  )
  .map((time) => (time === null ? [] : [{ id: "relief", instrument: null, time, sources: [] }]));

/** Bounds of random periods, one millisecond beside them, and anything between. */
const instant: fc.Arbitrary<number> = instant_();

function instant_(): fc.Arbitrary<number> {
  const bound = fc.integer({ min: -2, max: 8 }).map((day) => ZERO + day * DAY_MS);
  const beside = fc.tuple(bound, fc.constantFrom(-1, 0, 1)).map(([at, step]) => at + step);
  return fc.oneof(
    { weight: 3, arbitrary: beside },
    fc.integer({ min: ZERO - 2 * DAY_MS, max: ZERO + 8 * DAY_MS }),
  );
}

const thing: fc.Arbitrary<Thing> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.uniqueArray(fc.constantFrom(...KIND_NAMES), { minLength: 1, maxLength: 2 }),
    },
    fc.constantFrom(["unknown"], ...INNER.map((kind) => [`${kind}.other`])),
  )
  .map((kinds) => ({ kinds: kinds.map(possibility), name: null, facets: {} }));

const extent: fc.Arbitrary<Extent> = fc.oneof(
  fc.constant<Extent>({ kind: "unknown" }),
  fc
    .record({
      lon: fc.constantFrom(29.5, 30, 30.5, 31.5),
      radiusMeters: fc.constantFrom(0, 100, 60_000),
    })
    .map(({ lon, radiusMeters }): Extent => ({ kind: "disc", center: [lon, 45.5], radiusMeters })),
);

function possibilities(values: readonly string[]): fc.Arbitrary<readonly Possibility[]> {
  return fc
    .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 })
    .map((chosen) => chosen.map(possibility));
}

export function possibility(value: string): Possibility {
  return { value, claims: [] };
}
