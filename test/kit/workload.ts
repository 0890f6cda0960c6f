// Workload W of ASSESS: the SYNTHETIC record and register, three zones of 1,000 corners, and a made-up text with four readings that asks
// for kinds, nearness and zones. Used by the bench at full size, by tests at a small one.
import type { AssessInput } from "../../src/assess/context.ts";
import type { Allocate } from "../../src/geo/kernel/columns.ts";
import type { Area } from "../../src/model/place.ts";
import type { Instrument } from "../../src/terms/ast.ts";
import { input, text } from "./makers.ts";
import { syntheticRegister, syntheticZones } from "./synthetic-record.ts";
import type { Sizes } from "./synthetic-record.ts";

export const FULL: Omit<Sizes, "incidents"> = { points: 300_000, segments: 50_000, seed: 2025 };
const CORNERS = 1000;

const SOURCE = `
truceline: terms/1
id: synthetic
title: A made-up text for measuring
time-zones: [Europe/Kyiv, Europe/Moscow]
parties: [RU, UA]
status:
  RU: [{is: accepted, since: 2025-03-18, source: src-1}]
  UA: [{is: accepted, since: 2025-03-25, source: src-1}]
zones:
  front: {geometry: BOX}
  sea: {geometry: BOX}
  capital: {geometry: BOX}
questions:
  scope:
    asks: Which targets are off limits?
    answers:
      energy: {targets: [energy, {within: 500, of: [railway, bridge]}]}
      narrow: {targets: [oil-refinery, gas-pipeline, power-grid, nuclear-plant, {within: 2000, of: [energy]}]}
  start:
    asks: From when?
    answers:
      march-18: {from: {on: 2025-03-18, tz: Europe/Moscow}}
      march-25: {from: {on: 2025-03-25, tz: Europe/Kyiv}}
clauses:
  scope: {effect: prohibit, by: [RU, UA], act: strike, targets: {question: scope}, where: {outside: front},
    from: {question: start}, for: P30D, source: src-1}
  sea: {effect: prohibit, by: [RU, UA], act: use-of-force, targets: [port, {within: 5000, of: [port]}], where: {target: sea},
    from: {question: start}, for: P30D, source: src-1}
  capital: {effect: prohibit, by: [RU, UA], act: strike, where: {target: capital}, means: [drone, missile],
    from: {question: start}, for: P30D, source: src-1}
readings:
  RU: {by: RU, take: {scope: narrow, start: march-18}}
  UA: {by: UA, take: {scope: energy, start: march-25}}
  early: {take: {start: march-18}}
  open: {}
`;
const BOX = "{type: Polygon, coordinates: [[[30, 45], [31, 45], [31, 46], [30, 46], [30, 45]]]}";

/** The text as it is, or with other words; its zones are drawn with as many corners as ASSESS asks. */
export function workloadText(change: (source: string) => string = (source) => source): Instrument {
  const drawn = text(change(SOURCE).replaceAll("BOX", BOX));
  const areas = syntheticZones(CORNERS, FULL.seed);
  const zones = [...drawn.zones.keys()].map((id, i) => [id, polygonOf(areas[i])] as const);
  return { ...drawn, zones: new Map(zones) };
}

function polygonOf(area: Area | undefined) {
  if (area === undefined) throw new RangeError("the text has more zones than were drawn");
  return { kind: "polygon" as const, polygons: area.polygons };
}

/** The text, the register of so many objects, and no incident: those come as columns. */
export function workloadInput(sizes: Omit<Sizes, "incidents">, allocate: Allocate): AssessInput {
  const register = syntheticRegister({ ...sizes, incidents: 0 }, allocate);
  return input([workloadText()], { register });
}
