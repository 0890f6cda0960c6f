// Where random documents hold and what random records measure: a zone of every form, distances, calibres.
import fc from "fast-check";
import type { Facts } from "../../src/model/incident.ts";
import { parseDay } from "../../src/model/instant.ts";
import type { Day } from "../../src/model/instant.ts";
import type { Position } from "../../src/model/place.ts";
import type {
  CalibreBand,
  Instrument,
  LineDefinition,
  Where,
  ZoneDefinition,
} from "../../src/terms/ast.ts";

const ZONE = "box";
const BOX = [
  [
    [30, 45],
    [31, 45],
    [31, 46],
    [30, 46],
    [30, 45],
  ],
] as const;

/** Zones of every form: drawn, a strip that holds for three days, bands of a line per side, around objects. */
export const PLACES: Pick<Instrument, "zones" | "lines" | "objects" | "annexes"> = {
  zones: new Map<string, ZoneDefinition>([
    [ZONE, { kind: "polygon", polygons: [BOX] }],
    ["strip", { kind: "buffer", of: "dated", meters: 40_000, side: "right" }],
    ["near-band", { kind: "band", of: "reference", from: 0, to: 30_000, side: null }],
    ["far-band", { kind: "band", of: "reference", from: 30_000, to: 60_000, side: null }],
    ["around", { kind: "around", of: ["rail"], meters: 20_000 }],
  ]),
  lines: new Map<string, LineDefinition>([
    [
      "dated",
      {
        kind: "drawn",
        paths: [meridian(30)],
        valid: { from: day("2025-03-18"), until: day("2025-03-21") },
      },
    ],
    ["always", { kind: "drawn", paths: [meridian(30)], valid: null }],
    ["other", { kind: "drawn", paths: [meridian(31)], valid: null }],
    [
      "reference",
      {
        kind: "per-party",
        lines: new Map([
          ["A", "always"],
          ["B", "other"],
        ]),
      },
    ],
  ]),
  objects: new Map([
    [
      "bridge",
      {
        id: "bridge",
        kinds: ["rail"],
        names: [],
        function: null,
        side: null,
        controlledBy: null,
        place: { center: [30.25, 45.5], radiusMeters: 100 },
      },
    ],
  ]),
  annexes: new Map([["list", { id: "list", says: null, objects: ["bridge"], source: [] }]]),
};

function meridian(lon: number): readonly Position[] {
  return [
    [lon, 44],
    [lon, 47],
  ];
}

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`not a day: ${text}`);
  return found;
}

/** The zones one text asks about: more at once would only multiply worlds. */
export const zonesAsked = fc.constantFrom<readonly string[]>(
  [ZONE],
  [ZONE],
  ["strip"],
  ["near-band", "far-band"],
  ["around"],
);

/** Two bands that overlap. */
export const calibre = fc.constantFrom<CalibreBand>(
  { from: 100, below: null },
  { from: 0, below: 120 },
);

/** What the record measures: nothing, a distance, a calibre, with and without doubt. */
export const measures: fc.Arbitrary<Partial<Facts>> = fc.constantFrom(
  {},
  {},
  { calibre: { low: 122, high: 122 } },
  { calibre: { low: 82, high: 152 } },
  { distances: { rail: { low: 400, high: 600 } } },
);

/** A target in one of the zones, or no zone asked. */
export function whereIn(zones: readonly string[]): fc.Arbitrary<Where | null> {
  const target = fc.constantFrom(...zones);
  return fc.option(
    target.map((zone) => ({ ...NOWHERE, target: zone })),
    { freq: 2 },
  );
}

const NOWHERE: Where = { target: null, origin: null, either: null, outside: null };
