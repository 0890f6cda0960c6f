// What lies so near to a bound that rounding would decide is left to the plain functions, on either side of the disc.
import { expect, test } from "vitest";
import { incident, input } from "../../../test/kit/makers.ts";
import { verdictOf } from "../../../test/kit/variations.ts";
import { workloadText } from "../../../test/kit/workload.ts";
import { destination } from "../../geo/distance.ts";
import { shapesOfLayers } from "../../geo/kernel/shapes.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import type { Position } from "../../model/place.ts";
import { modelsOf } from "../assess.ts";
import { UNCODED } from "./code-rows.ts";
import { columnsOf } from "./columns.ts";
import { codeRange, prepareSweep } from "./prepare.ts";
import { sweepColumns, verdictAt } from "./sweep.ts";

const BRIDGE: Position = [31, 49];

// The text asks for what lies within 500 m of a bridge.
test.each([
  { meters: 600.03, radius: 100, coded: false },
  { meters: 599.97, radius: 100, coded: false },
  { meters: 610, radius: 100, coded: true },
  { meters: 590, radius: 100, coded: true },
  { meters: 400.03, radius: 100, coded: false },
  { meters: 399.97, radius: 100, coded: false },
  { meters: 390, radius: 100, coded: true },
])("a disc of $radius m whose middle is $meters m from a bridge", ({ meters, radius, coded }) => {
  const register = {
    kinds: ["bridge"],
    shapes: shapesOfLayers([{ points: [{ center: BRIDGE, radiusMeters: 0 }], paths: [] }]),
  };
  const center = destination(BRIDGE, 40, meters);
  const at = "2025-03-26T10:00Z";
  const one = incident({
    at,
    kinds: ["bridge"],
    target: { kind: "disc", center, radiusMeters: radius },
  });
  const models = modelsOf(input([workloadText()], { incidents: [one], register }));
  const columns = columnsOf([one]);
  const prepared = prepareSweep(models, columns, ordinaryMemory);
  codeRange(prepared, { from: 0, until: 1 });
  const asked = prepared.questions.findIndex(
    (question) => question.kind === "kinds" && question.kinds.includes("bridge"),
  );
  expect(prepared.keys.questions[asked]?.[0] !== UNCODED).toBe(coded);
  const swept = sweepColumns(models, columns);
  if (swept.kind === "refused") throw new Error(swept.why);
  for (const reading of swept.readings)
    expect(verdictAt(swept, reading, 0)).toEqual(verdictOf(reading.model, one));
});
