// A SYNTHETIC record for the bench: nothing in it happened. Deterministic by its seed, and of the shape of real slices: UCDP GED of
// Ukraine (1,320 events at 279 places: half of them at 20 places, 27 % exact, 65 % near a settlement, 5 % of a region only) and the
// densities of the registers of `../shared/data/objects`. No place repeats exactly, which would make it easier than a real record.
import type { Allocate } from "../../src/geo/kernel/columns.ts";
import type { ShapeColumns } from "../../src/geo/kernel/columns.ts";
import type { ObjectRegister } from "../../src/assess/object-register.ts";
import type { IncidentColumns, PlaceColumns } from "../../src/assess/sweep/columns.ts";
import { IS_DISC, rowId } from "../../src/assess/sweep/columns.ts";
import type { Possibility, Thing } from "../../src/model/incident.ts";
import { DAY_MS, HOUR_MS } from "../../src/model/instant.ts";
import type { Area, Position, Ring } from "../../src/model/place.ts";
import { randomOf } from "../../src/model/random.ts";

/** What the workload is made of. */
export interface Sizes {
  readonly incidents: number;
  readonly points: number;
  readonly segments: number;
  readonly seed: number;
}

/** Kinds of the register; the first three are lines. */
export const LISTED = [
  "railway-line",
  "transmission-line",
  "gas-pipeline",
  "substation",
  "railway-station",
  "solar-plant",
  "thermal-plant",
  "hydro-plant",
  "nuclear-plant",
  "oil-depot",
  "oil-refinery",
  "gas-compressor",
  "port",
  "bridge",
] as const;
const LINES = 3;
/** Objects of each point kind by their part of all: many substations, few nuclear plants. */
const PARTS = [0.45, 0.08, 0.06, 0.02, 0.02, 0.0001, 0.03, 0.003, 0.02, 0.01, 0.3069] as const;

const [WEST, EAST, SOUTH, NORTH] = [22.5, 40, 44.5, 52.3] as const;
const SETTLEMENTS = 20_000;
const REGIONS = 27;
/** 18 March 2025: the record begins here and runs for so many days. */
const FIRST = Date.UTC(2025, 2, 18);
const DAYS = 60;

/** Numbers in [0, 1), the same for the same seed. */
export class Dice {
  readonly next: () => number;

  constructor(seed: number) {
    this.next = randomOf(seed);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A number of an entry, by the weights. */
  pick(weights: readonly number[]): number {
    let left = this.next();
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i] ?? 0;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }
}

/** Where people live: incidents and objects gather about them; nearer to the front there are more incidents. */
function settlements(dice: Dice): readonly Position[] {
  return Array.from({ length: SETTLEMENTS }, () => [
    dice.between(WEST, EAST),
    dice.between(SOUTH, NORTH),
  ]);
}

export function syntheticRegister(
  { points, segments, seed }: Sizes,
  allocate: Allocate,
): ObjectRegister {
  const dice = new Dice(seed);
  const homes = settlements(dice);
  const count = points + segments;
  const make = () => new Float64Array(allocate(8 * count));
  const shapes: ShapeColumns = {
    count,
    layer: new Uint8Array(allocate(count)),
    lon1: make(),
    lat1: make(),
    lon2: make(),
    lat2: make(),
    radius: null,
  };
  for (let i = 0; i < count; i++) {
    const isLine = i >= points;
    const home = homes[Math.floor(dice.next() * homes.length)] ?? [0, 0];
    const spread = dice.next() < 0.7 ? 0.05 : 1;
    const [lon, lat] = [
      home[0] + spread * dice.between(-1, 1),
      home[1] + (spread * dice.between(-1, 1)) / 1.5,
    ];
    const [angle, length] = [dice.between(0, 2 * Math.PI), isLine ? dice.between(0.005, 0.04) : 0];
    shapes.layer[i] = isLine ? Math.floor(dice.next() * LINES) : LINES + dice.pick(PARTS);
    shapes.lon1[i] = lon;
    shapes.lat1[i] = lat;
    shapes.lon2[i] = lon + length * Math.cos(angle);
    shapes.lat2[i] = lat + length * Math.sin(angle) * 0.66;
  }
  return { kinds: LISTED, shapes };
}

/** Zones of so many corners each: closed, not crossing themselves, one with a hole. */
export function syntheticZones(corners: number, seed: number): readonly Area[] {
  const dice = new Dice(seed + 1);
  const around = (center: Position, reach: number, count: number): Ring => {
    let away = 0.8;
    const ring = Array.from({ length: count }, (_, i): Position => {
      away = Math.min(1, Math.max(0.6, away + dice.between(-0.02, 0.02)));
      const angle = (2 * Math.PI * i) / count;
      return [
        center[0] + reach * away * Math.cos(angle),
        center[1] + (reach * away * Math.sin(angle)) / 1.5,
      ];
    });
    const [first = center] = ring;
    return [...ring, first];
  };
  const area = (rings: readonly Ring[]): Area => ({ kind: "area", polygons: [rings] });
  return [
    area([around([37.5, 48], 3, corners)]),
    area([around([32, 45.5], 3, corners - 100), around([32, 45.5], 0.9, 100).toReversed()]),
    area([around([30.5, 50.4], 1.2, corners)]),
  ];
}

export function syntheticColumns(sizes: Sizes, allocate: Allocate): IncidentColumns {
  const { incidents: count, seed } = sizes;
  const dice = new Dice(seed + 2);
  const homes = settlements(new Dice(seed));
  const [from, until] = [floats(count, allocate), floats(count, allocate)];
  const codes = Array.from({ length: 6 }, () => new Uint32Array(allocate(4 * count)));
  const target = emptyPlaces(count, allocate);
  const day = new Int32Array(allocate(4 * count));
  const values = factValues();
  for (let row = 0; row < count; row++) {
    placeRow(dice, homes, { target, row });
    const begins = FIRST + Math.floor(dice.next() * DAYS * 24) * HOUR_MS;
    from[row] = begins;
    until[row] = begins + (dice.next() < 0.6 ? HOUR_MS : DAY_MS);
    day[row] = Math.floor(begins / DAY_MS);
    values.weights.forEach((weights, i) => {
      const into = codes[i];
      if (into !== undefined) into[row] = dice.pick(weights);
    });
  }
  const of = <T>(i: number, all: readonly T[]) => ({
    codes: codes[i] ?? new Uint32Array(0),
    values: all,
  });
  return {
    count,
    from,
    until,
    dimensions: {
      actors: of(0, values.actors),
      acts: of(1, values.acts),
      means: of(2, values.means),
      things: of(3, values.things),
      flags: of(4, [{}]),
      said: of(5, [{}]),
    },
    target,
    origin: null,
    areas: regions(),
    day,
    aggregate: new Uint8Array(allocate(count)),
    idOf: rowId,
    joint: new Map(),
  };
}

function floats(count: number, allocate: Allocate): Float64Array {
  return new Float64Array(allocate(8 * count));
}

function emptyPlaces(count: number, allocate: Allocate): PlaceColumns {
  const area = new Int32Array(allocate(4 * count));
  return {
    count,
    lon: floats(count, allocate),
    lat: floats(count, allocate),
    radius: floats(count, allocate),
    area,
  };
}

/** Metres of uncertainty: exact, near a settlement, of a district; and of a region only. */
const PRECISIONS = [0.27, 0.63, 0.05, 0.05] as const;
const RADII = [
  [50, 500],
  [500, 5000],
  [5000, 20_000],
] as const;

interface PlacedRow {
  readonly target: PlaceColumns;
  readonly row: number;
}

function placeRow(dice: Dice, homes: readonly Position[], { target, row }: PlacedRow): void {
  const precision = dice.pick(PRECISIONS);
  const radii = RADII[precision];
  // A few settlements have most of the incidents: rank by an exponential of a uniform number, as places of UCDP GED do.
  const rank = Math.floor(homes.length ** dice.next()) - 1;
  const home = homes[rank] ?? [0, 0];
  if (radii === undefined) {
    [target.lon[row], target.lat[row], target.radius[row]] = [NaN, NaN, NaN];
    target.area[row] = Math.floor(dice.next() * REGIONS);
    return;
  }
  target.lon[row] = home[0] + dice.between(-0.1, 0.1);
  target.lat[row] = home[1] + dice.between(-0.07, 0.07);
  target.radius[row] = radii[0] * (radii[1] / radii[0]) ** dice.next();
  target.area[row] = IS_DISC;
}

/** A chessboard of regions over the land, each with 60 corners. */
function regions(): readonly Area[] {
  return Array.from({ length: REGIONS }, (_, i): Area => {
    const [column, line] = [i % 9, Math.floor(i / 9)];
    const [width, height] = [(EAST - WEST) / 9, (NORTH - SOUTH) / 3];
    const [west, south] = [WEST + column * width, SOUTH + line * height];
    const side = (from: Position, to: Position): Position[] =>
      Array.from({ length: 15 }, (_, j) => [
        from[0] + ((to[0] - from[0]) * j) / 15,
        from[1] + ((to[1] - from[1]) * j) / 15,
      ]);
    const corners: readonly Position[] = [
      [west, south],
      [west + width, south],
      [west + width, south + height],
      [west, south + height],
    ];
    const ring = corners.flatMap((corner, j) => side(corner, corners[(j + 1) % 4] ?? corner));
    return { kind: "area", polygons: [[[...ring, corners[0] ?? [west, south]]]] };
  });
}

function possible(...values: readonly string[]): readonly Possibility[] {
  return values.map((value) => ({ value, claims: [] }));
}

const KINDS = [
  "residential",
  "substation",
  "power-line",
  "thermal-plant",
  "railway-line",
  "railway-station",
  "port",
  "oil-depot",
  "oil-refinery",
  "gas-pipeline",
  "gas-compressor",
  "nuclear-plant",
  "bridge",
  "energy",
  "infrastructure",
  "power-grid",
  "transport",
  "unknown",
] as const;

/** The distinct facts and how often each is met: most is known of what, less of whom. */
function factValues() {
  const one = (...kinds: readonly string[]): readonly Thing[] => [
    { kinds: possible(...kinds), name: null, facets: {} },
  ];
  const pairs = KINDS.slice(1, 9).map((kind) => one("residential", kind));
  const several = KINDS.slice(1, 9).map((kind) => [...one("residential"), ...one(kind)]);
  const things = [...KINDS.map((kind) => one(kind)), ...pairs, ...several];
  const single = 0.85 / KINDS.length;
  return {
    actors: [possible("RU"), possible("UA"), possible("RU", "UA"), possible("unknown")],
    acts: [
      possible("strike"),
      possible("attempt"),
      possible("unknown"),
      possible("none", "strike"),
    ],
    means: ["attack-drone", "missile", "artillery", "glide-bomb", "unknown"].map((means) =>
      possible(means),
    ),
    things,
    weights: [
      [0.5, 0.3, 0.08, 0.12],
      [0.75, 0.1, 0.1, 0.05],
      [0.4, 0.2, 0.2, 0.05, 0.15],
      things.map((_, i) => (i < KINDS.length ? single : 0.15 / (things.length - KINDS.length))),
      [1],
      [1],
    ],
  };
}
