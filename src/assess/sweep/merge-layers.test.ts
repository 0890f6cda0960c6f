// Layers are told apart exactly where a question tells them apart, and questions beyond what an index holds keep their answers.
import { describe, expect, test } from "vitest";
import { incident, input, text } from "../../../test/kit/makers.ts";
import { verdictOf } from "../../../test/kit/variations.ts";
import { destination } from "../../geo/distance.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import { shapesOfLayers } from "../../geo/kernel/shapes.ts";
import type { Position } from "../../model/place.ts";
import { modelsOf } from "../assess.ts";
import { columnsOf } from "./columns.ts";
import { NO_LAYER, mergeLayers } from "./merge-layers.ts";
import type { CodeTask } from "./code-task.ts";
import { prepareSweep } from "./prepare.ts";
import { sweepColumns, verdictAt } from "./sweep.ts";

function near(question: number, sure: readonly number[], maybe: readonly number[] = []): CodeTask {
  const border = { border: 1, borderPart: 0 };
  return {
    kind: "range",
    question,
    sure,
    maybe,
    isAnywhere: false,
    bounds: Float64Array.of(0),
    ...border,
  };
}

describe("layers become one", () => {
  test.each<{
    readonly what: string;
    readonly tasks: readonly CodeTask[];
    readonly found: readonly number[];
  }>([
    {
      what: "where one question asks for all of them",
      tasks: [near(0, [0, 1])],
      found: [0, 0, -1],
    },
    {
      what: "unless another question asks for one of them",
      tasks: [near(0, [0, 1]), near(1, [1, 2])],
      found: [0, 1, 2],
    },
    {
      what: "unless one surely counts and the other only may",
      tasks: [near(0, [0], [1])],
      found: [0, 1, -1],
    },
    {
      what: "where both only may count",
      tasks: [near(0, [2], [0, 1])],
      found: [0, 0, 1],
    },
    {
      what: "but a zone's outline is told from objects",
      tasks: [{ kind: "zone", question: 0, zone: 0 }, near(1, [1, 2])],
      found: [0, 1, 1],
    },
  ])("$what", ({ tasks, found }) => {
    const { layerOf, count } = mergeLayers(tasks, { count: 3, zones: [0] }, 32);
    expect([...layerOf]).toEqual(found);
    expect(count).toBe(new Set(found.filter((layer) => layer !== NO_LAYER)).size);
  });

  test("and tasks name them once, by their new numbers", () => {
    const { tasks } = mergeLayers([near(0, [1, 2], [0])], { count: 3, zones: [] }, 32);
    expect(tasks).toMatchObject([{ sure: [1], maybe: [0] }]);
  });

  test("and the question that would need one layer too many is left to the plain functions", () => {
    const asked = [near(0, [0]), near(1, [1]), near(2, [0, 1])];
    const { tasks, count } = mergeLayers(asked, { count: 2, zones: [] }, 1);
    expect(tasks.map(({ kind }) => kind)).toEqual(["range", "plain", "plain"]);
    expect(count).toBe(1);
  });
});

// prettier-ignore
const KINDS = [
  "bridge", "canal", "lock", "quay", "market", "mast", "hospital", "clinic", "ambulance", "shelter", "school", "kindergarten",
  "university", "museum", "worship", "heritage", "house", "flats", "exchange", "data-centre", "broadcast", "coal-mine",
  "oil-refinery", "oil-depot", "gas-storage", "gas-compressor", "solar-plant", "wind-plant", "thermal-plant", "hydro-plant",
  "nuclear-plant", "substation", "airfield", "command-post", "grain-store", "farm",
] as const;

function placeOf(i: number): Position {
  return [30 + 0.1 * i, 49];
}

test("a text that asks for more kinds one by one than an index has layers gets the judge's verdicts", () => {
  const clauses = KINDS.map(
    (kind) =>
      `  ${kind}: {effect: prohibit, by: [RU, UA], act: strike, targets: [{within: 300, of: [${kind}]}], source: src-1}`,
  );
  const instrument = text(`
truceline: terms/1
id: many
title: A made-up text
time-zones: [Europe/Kyiv]
parties: [RU, UA]
clauses:
${clauses.join("\n")}
readings:
  plain: {}
`);
  const points = KINDS.map((_, i) => [{ center: placeOf(i), radiusMeters: 0 }]);
  const register = {
    kinds: KINDS,
    shapes: shapesOfLayers(points.map((own) => ({ points: own, paths: [] }))),
  };
  const incidents = KINDS.flatMap((_, i) =>
    [100, 299.9, 300.2, 500].map((meters, j) =>
      incident({
        id: `inc-${4 * i + j + 1}`,
        at: "2025-03-26T10:00Z",
        kinds: ["residential"],
        target: { kind: "disc", center: destination(placeOf(i), 40, meters), radiusMeters: 0 },
      }),
    ),
  );
  const models = modelsOf(input([instrument], { incidents, register }));
  const columns = columnsOf(incidents);
  const [plan] = prepareSweep(models, columns, ordinaryMemory).plans;
  expect(plan?.plan.tasks.filter(({ kind }) => kind === "plain")).toHaveLength(KINDS.length - 32);
  const swept = sweepColumns(models, columns);
  if (swept.kind === "refused") throw new Error(swept.why);
  const [reading] = swept.readings;
  if (reading === undefined) throw new Error("no reading");
  const own = incidents.map((one) => verdictOf(reading.model, one));
  expect(incidents.map((_, row) => verdictAt(swept, reading, row))).toEqual(own);
  expect(own.filter(({ verdict }) => verdict === "violation")).toHaveLength(2 * KINDS.length);
});
