// Stage one of assessment for one incident: how it lies to every zone, distance and calibre that the rules ask about, and which of
// the open answers exclude each other (TERMS 2.5: its zones form one dimension).
import { metersToLine, relateToRange, relateToStrip } from "../geo/line.ts";
import type { Path, Strip } from "../geo/line.ts";
import type { MeterRange } from "../geo/nearest-on-edge.ts";
import { relate } from "../geo/relation.ts";
import type { Facts } from "../model/incident.ts";
import type { Area, Extent, Relation } from "../model/place.ts";
import type { CalibreBand, Nearness } from "../terms/ast.ts";
import { apartBySharing } from "./apart.ts";
import type { Apart } from "./apart.ts";
import type { Context } from "./context.ts";
import { metersToKinds } from "./distance.ts";
import { calibreKey, keysOf, nearKey } from "./spot.ts";
import type { Role, Spot } from "./spot.ts";

/** What the rules of a reading ask about place, distance and calibre. */
export interface SpotsAsked {
  readonly spots: readonly Spot[];
  readonly near: readonly Nearness[];
  readonly calibres: readonly CalibreBand[];
}

export interface Spots {
  readonly zones: Readonly<Record<string, readonly boolean[]>>;
  /** In order of their keys. */
  readonly apart: readonly Apart[];
}

/** How the ends of an incident lie to what a text asks about, however it was found: one by one, or for a whole batch (sweep/). */
export interface Measures {
  readonly toArea: (role: Role, area: Area | null) => Relation;
  readonly toStrip: (role: Role, strip: Strip) => OnStrip;
  readonly toKinds: (role: Role, kinds: readonly string[]) => MeterRange;
}

/** Asks the geometry of this incident's own places. */
function measuresOf(context: Context, facts: Facts): Measures {
  const extentOf = (role: Role) => (role === "origin" ? facts.origin : facts.target);
  return {
    toArea: (role, area) => relateOnce(extentOf(role), area),
    toStrip: (role, strip) => stripOnce(extentOf(role), strip),
    toKinds: (role, kinds) => metersToKinds(context, facts, { role, kinds }),
  };
}

/** Options per key; a key with one option is known. */
export function spotsFor(
  context: Context,
  asked: SpotsAsked,
  facts: Facts,
  measures = measuresOf(context, facts),
): Spots {
  const zones: Record<string, readonly boolean[]> = {};
  const ranged: Ranged[] = [];
  for (const spot of asked.spots) {
    const { relation, range } = relateSpot(spot, measures);
    const [key, undated] = keysOf(spot);
    if (key !== undefined) zones[key] = inOrOut(relation);
    if (undated !== undefined) zones[undated] = BOTH;
    if (key !== undefined && range !== null) ranged.push({ key, ...range });
  }
  for (const near of asked.near) {
    const known = measures.toKinds("target", near.of);
    const band = { from: 0, to: near.meters };
    zones[nearKey(near)] = inOrOut(relateToRange(known, band));
    ranged.push({ key: nearKey(near), family: `target near ${kindsOf(near)}`, known, ...band });
  }
  for (const band of asked.calibres) {
    const known = facts.calibre ?? { low: 0, high: Infinity };
    const range = { from: band.from, to: (band.below ?? Infinity) - 1 };
    zones[calibreKey(band)] = inOrOut(relateToRange(known, range));
    ranged.push({ key: calibreKey(band), family: "calibre", known, ...range });
  }
  const open = (key: string): boolean => (zones[key]?.length ?? 0) > 1;
  const undecided = asked.spots.filter(({ key }) => open(key));
  const apart = [
    ...apartByRange(ranged, open),
    ...apartByDrawing(undecided),
    ...apartBySharing(undecided, measures.toArea),
  ];
  return { zones, apart };
}

const BOTH: readonly boolean[] = [false, true];

/** One question of a family that measures the same thing: metres from one line, from the nearest port, millimetres. */
interface Ranged {
  readonly key: string;
  readonly family: string;
  readonly known: MeterRange;
  readonly from: number;
  readonly to: number;
  /** Another fact (the side of a line) has to hold too, so "in neither" is never excluded by the distance. */
  readonly sided?: boolean;
}

function relateSpot(
  { role, shape }: Spot,
  measures: Measures,
): { readonly relation: Relation; readonly range: Omit<Ranged, "key"> | null } {
  if (shape.kind === "area") return { relation: measures.toArea(role, shape.area), range: null };
  if (shape.kind === "strip") {
    const { strip } = shape;
    const { relation, known } = measures.toStrip(role, strip);
    if (relation !== "possible") return { relation, range: null };
    const family = `${role} ${strip.side ?? "both"} ${lineName(strip.paths)}`;
    return {
      relation,
      range: { family, known, from: strip.from, to: strip.to, sided: strip.side !== null },
    };
  }
  if (shape.kind !== "around") return { relation: "possible", range: null };
  const { near } = shape;
  const known = measures.toKinds(role, near.of);
  const range = { family: `${role} near ${kindsOf(near)}`, known, from: 0, to: near.meters };
  return { relation: relateToRange(known, range), range };
}

export interface OnStrip {
  readonly relation: Relation;
  readonly known: MeterRange;
}

/** Asked once per place and strip, like areas. */
function stripOnce(extent: Extent, strip: Strip): OnStrip {
  return once(ON_STRIP, strip, extent, () => ({
    relation: relateToStrip(extent, strip),
    known: metersToLine(extent, strip.paths),
  }));
}

const ON_STRIP = new WeakMap<Strip, WeakMap<Extent, OnStrip>>();

function once<K extends object, T>(
  memo: WeakMap<K, WeakMap<Extent, T>>,
  drawn: K,
  extent: Extent,
  work: () => T,
): T {
  const known = memo.get(drawn) ?? new WeakMap<Extent, T>();
  memo.set(drawn, known);
  const found = known.get(extent) ?? work();
  known.set(extent, found);
  return found;
}

/** A zone whose geometry is not at hand is unknown, never absent. Geometry is asked once per place and zone. */
function relateOnce(extent: Extent, area: Area | null): Relation {
  if (area === null) return "possible";
  return once(RELATIONS, area, extent, () => relate(extent, area));
}

const RELATIONS = new WeakMap<Area, WeakMap<Extent, Relation>>();

function inOrOut(relation: Relation): readonly boolean[] {
  if (relation === "inside") return [true];
  return relation === "outside" ? [false] : BOTH;
}

function kindsOf({ of }: Nearness): string {
  return [...new Set(of)].sort().join("+");
}

/** One distance lies in several bands at once: every pair of answers that no distance within the bounds gives is excluded. */
function apartByRange(ranged: readonly Ranged[], open: (key: string) => boolean): readonly Apart[] {
  const undecided = ranged.filter(({ key }) => open(key));
  return undecided.flatMap((a, i) =>
    undecided
      .slice(i + 1)
      .filter(({ family, key }) => family === a.family && key !== a.key)
      .flatMap((b) => {
        const meters = sampleMeters(a, b);
        return COMBINATIONS.filter(
          ([inA, inB]) =>
            !(a.sided === true && !inA && !inB) &&
            !meters.some((m) => holds(a, m) === inA && holds(b, m) === inB),
        ).map(([inA, inB]): Apart => [
          [a.key, inA],
          [b.key, inB],
        ]);
      }),
  );
}

const COMBINATIONS = [
  [true, true],
  [true, false],
  [false, true],
  [false, false],
] as const;

function holds({ from, to }: Ranged, meters: number): boolean {
  return from <= meters && meters <= to;
}

/** One distance for every stretch that the bounds of two bands and what is known mark off, the bounds themselves among them. */
function sampleMeters(a: Ranged, b: Ranged): readonly number[] {
  const low = Math.max(a.known.low, b.known.low);
  const high = Math.min(a.known.high, b.known.high);
  const bounds = [low, high, a.from, a.to, b.from, b.to].filter(
    (meters) => meters >= low && meters <= high,
  );
  const sorted = [...new Set(bounds)].sort((x, y) => x - y);
  const between = sorted.slice(1).map((next, i) => {
    const before = sorted[i] ?? next;
    return next === Infinity ? before + 1 : (before + next) / 2;
  });
  return [...sorted, ...between];
}

/** Two drawn zones of which one lies in the other, or which lie apart, exclude some answers wherever the place is. */
function apartByDrawing(spots: readonly Spot[]): readonly Apart[] {
  const undecided = spots.filter(({ shape }) => shape.kind === "area");
  return undecided.flatMap((a, i) =>
    undecided
      .slice(i + 1)
      .filter(({ role, key }) => role === a.role && key !== a.key)
      .flatMap((b) => excluded(a, b)),
  );
}

function excluded(a: Spot, b: Spot): readonly Apart[] {
  if (a.shape.kind !== "area" || b.shape.kind !== "area") return [];
  const [one, other] = [a.shape.area, b.shape.area];
  if (one === null || other === null) return [];
  if (one === other) return [differ(a, b, true), differ(a, b, false)];
  const relation = relateOnce(one, other);
  if (relation === "outside") {
    return [
      [
        [a.key, true],
        [b.key, true],
      ],
    ];
  }
  if (relation === "inside") return [differ(a, b, true)];
  return relateOnce(other, one) === "inside" ? [differ(a, b, false)] : [];
}

function differ(a: Spot, b: Spot, inA: boolean): Apart {
  return [
    [a.key, inA],
    [b.key, !inA],
  ];
}

const NAMES = new WeakMap<readonly Path[], number>();
let lines = 0;

/** Strips of one line share its paths; the number only tells lines apart and stands in no output. */
function lineName(paths: readonly Path[]): number {
  const known = NAMES.get(paths) ?? ++lines;
  NAMES.set(paths, known);
  return known;
}
