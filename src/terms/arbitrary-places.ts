// Zones and lines of random texts: one of each form, so that the laws cover all of them. Test code.
import { parseDay } from "../model/instant.ts";
import type { LineDefinition, ZoneDefinition } from "./ast.ts";

const polygon: ZoneDefinition = {
  kind: "polygon",
  polygons: [
    [
      [
        [30, 44.1234567],
        [32, 44],
        [32, 46],
        [30, 46],
        [30, 44.1234567],
      ],
    ],
  ],
};

/** Zones of every form. */
export const zones: ReadonlyMap<string, ZoneDefinition> = new Map<string, ZoneDefinition>([
  ["inner", polygon],
  ["outer", { kind: "dataset", dataset: "seas", version: "5.1", feature: "Outer Sea" }],
  ["strip", { kind: "buffer", of: "river", meters: 5000, side: "left" }],
  ["belt", { kind: "band", of: "reference", from: 1000, to: 20_000, side: null }],
  [
    "each-own",
    {
      kind: "per-party",
      zones: new Map([
        ["A", "inner"],
        ["B", "strip"],
      ]),
    },
  ],
  ["around-ports", { kind: "around", of: ["port"], meters: 18_520 }],
  ["undrawn", { kind: "none-agreed", says: "named, no line published" }],
]);

/** Two drawn lines, one of them for some days only, and one that is another for each side. */
export const lines: ReadonlyMap<string, LineDefinition> = new Map<string, LineDefinition>([
  [
    "river",
    {
      kind: "drawn",
      paths: [
        [
          [31, 44],
          [31, 45.1234567],
          [31.5, 47],
        ],
      ],
      valid: { from: parseDay("2025-03-19"), until: parseDay("2025-04-17") },
    },
  ],
  [
    "ridge",
    {
      kind: "drawn",
      paths: [
        [
          [30, 45],
          [33, 45],
        ],
      ],
      valid: null,
    },
  ],
  [
    "reference",
    {
      kind: "per-party",
      lines: new Map([
        ["A", "river"],
        ["B", "ridge"],
      ]),
    },
  ],
]);
