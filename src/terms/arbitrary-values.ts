// Random parts of texts: names of a small world, points in time, lengths, targets, text as people write it. They favour what
// breaks judges: days on which periods and clocks change, kinds that are siblings, `.other` leaves, open edges. Test code.
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import { parseDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type {
  CalibreBand,
  Duration,
  Extension,
  OnBreach,
  PeriodStart,
  Target,
  TimePoint,
  VocabularyNode,
  Where,
  ZoneChoice,
} from "./ast.ts";
import type { TermsContext } from "./context.ts";
import { vocabulary } from "./vocabulary.ts";

/** `power is energy`, `water is ?infrastructure`: one node a line. */
function nodes(lines: readonly string[]): readonly VocabularyNode[] {
  return lines.map((line) => {
    const [id = "", ...parents] = line.split(/ is |, /);
    const is = parents.map((to) => ({ to: to.replace("?", ""), open: to.startsWith("?") }));
    return { id, is, labels: { en: id } };
  });
}

const KIND_NODES = nodes([
  "object",
  "infrastructure is object",
  "energy is infrastructure",
  "power is energy",
  "power-plant is power",
  "power-grid is power",
  "gas is energy",
  "gas-pipeline is gas",
  "gas-storage is gas",
  "gas-metering is gas, ?gas-pipeline",
  "transport is infrastructure",
  "railway is transport",
  "port is transport",
  "traction-power is railway, ?power-grid",
  "water is object, ?infrastructure",
  "coal is object, ?energy",
  "military is object",
]);
const MEANS_NODES = nodes(["means", "missile is means", "drone is means", "naval-drone is drone"]);
const ACT_NODES = nodes([
  "act",
  "use-of-force is act",
  "strike is use-of-force",
  "attempt is use-of-force, ?strike",
  "deploy is act",
]);

/** The small world that random texts speak of; everything in it is known, nothing is unchecked. */
export const ARBITRARY_CONTEXT: TermsContext = {
  kinds: vocabulary(KIND_NODES),
  means: vocabulary(MEANS_NODES),
  acts: vocabulary(ACT_NODES),
  parties: new Set(["A", "B", "M"]),
  sources: new Map(["src-1", "src-2", "src-3"].map((id) => [id, null])),
  features: new Set(["Inner Sea", "Outer Sea"]),
};

/** Kinds with their siblings and `.other` leaves. */
export const arbitraryKind = fc.constantFrom(
  ...KIND_NODES.map(({ id }) => id),
  "energy.other",
  "gas.other",
  "power.other",
  "object.other",
);
/** Acts, one of them with an open edge to `strike`. */
export const arbitraryAct = fc.constantFrom("act", "use-of-force", "strike", "attempt", "deploy");
/** Means, an inner one among them. */
export const arbitraryMeans = fc.constantFrom("means", "missile", "drone", "naval-drone");
/** The two bound sides. */
export const arbitraryParty = fc.constantFrom("A", "B");

/** Days on which periods start, end, or clocks change (30 March in Europe, 9 March in America). */
export const CUT_DAYS: readonly Day[] = [
  "2025-03-09",
  "2025-03-18",
  "2025-03-19",
  "2025-03-25",
  "2025-03-30",
  "2025-03-31",
  "2025-04-17",
  "2025-04-24",
].flatMap((day) => parseDay(day) ?? []);

/** Zones that `tz: unknown` ranges over; their clocks change on different days, or never. */
export const TIME_ZONES = ["America/New_York", "Europe/Kyiv", "Europe/Moscow"];
/** Flags every random text declares. */
export const FLAGS = ["incoming", "ordered"];
/** Events every random text declares. */
export const EVENTS = ["accepted-by-all", "relief"];
const ZONES = ["inner", "outer", "undrawn", "strip", "belt", "each-own", "around-ports"];
const SOURCES = ["src-1", "src-2", "src-3"];

/** Text as people and machines write it, with what YAML may take for something else. */
export const arbitraryText: Arbitrary<string> = fc
  .oneof(
    fc.constantFrom("no", "on", "~", "null", "1e3", "0x1f", "2025-03-18", "", " ", "- a", "a: b"),
    fc.constantFrom("# x", "&a", "*a", "!!str", "<<", "?x", "'", '"', "a\nb\n", "\t", "{}", "[]"),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
  )
  .map((text) => text.normalize("NFC"));

/** The value or null, null in half of the cases. */
export const maybe = <T>(arbitrary: Arbitrary<T>): Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 2 });
/** One to `maxLength` different values. */
export const some = <T>(arbitrary: Arbitrary<T>, maxLength = 3): Arbitrary<readonly T[]> =>
  fc.uniqueArray(arbitrary, { minLength: 1, maxLength });
/** Up to `maxLength` different values, or none. */
export const few = <T>(arbitrary: Arbitrary<T>, maxLength = 2): Arbitrary<readonly T[]> =>
  fc.uniqueArray(arbitrary, { maxLength });
/** The same names in code unit order, as the parser leaves them. */
export const sorted = <T extends string>(list: Arbitrary<readonly T[]>): Arbitrary<readonly T[]> =>
  list.map((items) => [...items].sort(compareText));

/** A cut day. */
export const day = fc.constantFrom(...CUT_DAYS);
/** One or both sides, sorted. */
export const parties = sorted(some(arbitraryParty, 2));
/** A source that ARBITRARY_CONTEXT knows. */
export const source = fc.constantFrom(...SOURCES);

const zoneChoice: Arbitrary<ZoneChoice> = fc.oneof(
  some(fc.constantFrom(...TIME_ZONES), 2).map((names) => ({ kind: "zones" as const, names })),
  fc.constantFrom(-300, 0, 120, 180, 330).map((minutes) => ({ kind: "offset" as const, minutes })),
  fc.constant({ kind: "unknown" as const }),
);

/** Days and wall times near cut days, in one zone, several, an offset, or an unknown one. */
export const arbitraryPoint: Arbitrary<TimePoint> = fc.oneof(
  fc.record({ kind: fc.constant("on" as const), day, zone: zoneChoice }),
  fc.record({
    kind: fc.constant("at" as const),
    wall: fc.tuple(day, fc.constantFrom("00:00", "03:30", "18:00")).map((at) => at.join("T")),
    zone: zoneChoice,
  }),
);

/** A point, or now and then an event. */
export const start: Arbitrary<PeriodStart> = fc.oneof(
  { weight: 4, arbitrary: arbitraryPoint },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...EVENTS).map((event) => ({ kind: "event" as const, event })),
  },
);

/** Lengths, empty ones and the two counts of 30 days among them. */
export const arbitraryDuration: Arbitrary<Duration> = fc.oneof(
  fc.constantFrom(0, 1, 5, 30).map((days) => ({ kind: "days" as const, days })),
  fc.constantFrom(0, 90, 720 * 60).map((minutes) => ({
    kind: "elapsed" as const,
    milliseconds: minutes * 60_000,
  })),
);

const facets = fc.oneof(
  fc.record(
    { function: fc.constantFrom("civilian", "dual", "military"), side: arbitraryParty },
    { requiredKeys: ["function"] },
  ),
  fc.constant({ "listed-in": "list-1" }),
);

/** Kinds, now and then with facets; whatever is near some. */
export const target: Arbitrary<Target> = fc.oneof(
  { weight: 6, arbitrary: arbitraryKind.map((kind) => ({ kind, facets: {} })) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: arbitraryKind, facets }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("object"),
      facets: fc.constant({}),
      near: fc.record({ meters: fc.constantFrom(0, 500, 5000), of: some(arbitraryKind, 2) }),
    }),
  },
);

/** Bands of calibre that overlap, one of them open above. */
export const calibre: Arbitrary<CalibreBand> = fc.constantFrom(
  { from: 100, below: null },
  { from: 0, below: 120 },
  { from: 82, below: 152 },
);

/** Zones by target, origin, either, outside; at least one. */
export const where: Arbitrary<Where> = fc
  .record({
    target: maybe(fc.constantFrom(...ZONES)),
    origin: maybe(fc.constantFrom(...ZONES)),
    either: maybe(fc.constantFrom(...ZONES)),
    outside: maybe(fc.constantFrom(...ZONES)),
  })
  .map((parts) =>
    Object.values(parts).every((zone) => zone === null) ? { ...parts, target: "inner" } : parts,
  );

/** All three kinds of extension. */
export const extension: Arbitrary<Extension> = fc.oneof(
  fc.constantFrom({ kind: "none" as const }, { kind: "agreed" as const }),
  fc.record({
    kind: fc.constant("automatic" as const),
    for: fc.constant({ kind: "days" as const, days: 5 }),
    noticeBy: maybe(fc.constant({ kind: "elapsed" as const, milliseconds: 3_600_000 })),
  }),
);

/** All kinds of release. */
export const onBreach: Arbitrary<OnBreach> = fc.constantFrom(
  { kind: "none" },
  { kind: "automatic" },
  { kind: "power", notice: true },
  { kind: "power", notice: false },
);
