// A sweep after a change equals one made anew, whatever changed; and a change touches only what it must.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryEvents, arbitraryRecord } from "../../../test/kit/arbitrary-record.ts";
import { arbitraryRegister } from "../../../test/kit/arbitrary-register.ts";
import { arbitraryInstrument, inputOf } from "../../../test/kit/arbitrary.ts";
import { incident } from "../../../test/kit/makers.ts";
import { runs } from "../../../test/kit/runs.ts";
import { syntheticColumns, syntheticZones } from "../../../test/kit/synthetic-record.ts";
import { everything } from "../../../test/kit/variations.ts";
import { workloadInput, workloadText } from "../../../test/kit/workload.ts";
import { destination } from "../../geo/distance.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import { joinShapes } from "../../geo/kernel/shapes.ts";
import type { Position } from "../../model/place.ts";
import { modelsOf } from "../assess.ts";
import type { NamedModel } from "../assess.ts";
import type { ObjectRegister } from "../object-register.ts";
import { sweepMore } from "./add-rows.ts";
import { columnsOf } from "./columns.ts";
import type { IncidentColumns } from "./columns.ts";
import { resituate, sweepAgain } from "./resituate.ts";
import { codeRange, prepareSweep } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { settleRange, sweepColumns } from "./sweep.ts";
import type { Sweep, SweepRefusal } from "./sweep.ts";

const documents = arbitraryInstrument({ ...everything, release: false });
const state = fc.record({ instrument: documents, register: arbitraryRegister });

describe("a sweep again after a change", () => {
  test("equals one anew: other texts, zones and objects, one change after the other, and further rows", () => {
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 2, maxLength: 3 }),
        arbitraryRecord(8),
        arbitraryEvents,
        (states, incidents, events) => {
          const shared = inputOf([], incidents, events);
          const columns = columnsOf(incidents);
          // Of two states in a row one part is often the same.
          const mixed = states.flatMap(({ instrument, register }, i) => [
            { instrument, register: states[i - 1]?.register ?? register },
            { instrument, register },
            { instrument, register: withFirstMoved(register) },
          ]);
          let standing: Sweep | null = null;
          for (const { instrument, register } of mixed) {
            const models = modelsOf({
              ...shared,
              instruments: [{ instrument, version: "a" }],
              register,
            });
            const anew = swept(sweepColumns(models, columns));
            const again: Sweep = standing === null ? anew : swept(sweepAgain(models, standing));
            expectSame(again, anew);
            expectSame(swept(sweepMore(again, columns)), anew);
            standing = again;
          }
        },
      ),
      { numRuns: runs(160) },
    );
  });
});

const SIZES = { incidents: 400, points: 3000, segments: 500, seed: 7 };
const input = workloadInput(SIZES, ordinaryMemory);
const columns = syntheticColumns(SIZES, ordinaryMemory);
const before = modelsOf(input);
const standing = swept(sweepColumns(before, columns));

describe("a change touches only what it must", () => {
  test("another wording that asks the same of places: nothing", () => {
    const instrument = workloadText((source) => source.replace("nuclear-plant", "gas"));
    const models = modelsOf({ ...input, instruments: [{ instrument, version: "b" }] });
    expect(askedAgain(models)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test("another drawing of one zone: that zone", () => {
    const text = workloadText();
    const [, sea] = syntheticZones(300, 99);
    if (sea === undefined) throw new Error("no second zone");
    const zones = new Map(text.zones).set("sea", { kind: "polygon", polygons: sea.polygons });
    const instrument = { ...text, zones };
    const models = modelsOf({ ...input, instruments: [{ instrument, version: "c" }] });
    const asked = askedAgain(models);
    expect(asked.filter((rows) => rows > 0)).toEqual([SIZES.incidents]);
  });

  test("a new bridge: the incidents about it, those of a region, and no other question", () => {
    const [lon, lat] = [columns.target.lon[DISC] ?? 0, columns.target.lat[DISC] ?? 0];
    const models = modelsOf({ ...input, register: withOneMore("bridge", [lon, lat]) });
    const asked = askedAgain(models).filter((rows) => rows > 0);
    const regions = [...columns.target.area].filter((area) => area >= 0).length;
    expect(asked).toHaveLength(1);
    expect(asked[0]).toBeGreaterThan(regions);
    expect(asked[0]).toBeLessThan(regions + SIZES.incidents / 8);
  });
});

test("a new port changes the answers about every disc that it may be near to, however wide", () => {
  const discs = [...columns.target.radius.keys()].filter(
    (row) => (columns.target.radius[row] ?? 0) > 500,
  );
  for (const [i, row] of discs.slice(0, runs(200)).entries()) {
    const meters = 4900 + (columns.target.radius[row] ?? 0) - 200 * (i % 6);
    const center = [columns.target.lon[row] ?? 0, columns.target.lat[row] ?? 0] as const;
    const register = withOneMore("port", destination(center, 9 * i, meters));
    const models = modelsOf({ ...input, register });
    const { prepared } = resituate(models, standing.prepared, ordinaryMemory);
    expect(prepared.keys.questions).toEqual(codedAnew(models, columns).keys.questions);
  }
});

test("further incidents so near to a bound that the plain functions say ask the objects of the changed register", () => {
  const register = withOneMore("bridge", [30, 48]);
  const models = modelsOf({ ...input, register });
  const port = register.kinds.indexOf("port");
  const places = [...register.shapes.layer.keys()].filter(
    (row) => register.shapes.layer[row] === port,
  );
  const incidents = places.slice(0, 30).map((row, i) => {
    const from = [register.shapes.lon1[row] ?? 0, register.shapes.lat1[row] ?? 0] as const;
    const center = destination(from, 12 * i, 5010 + (i % 2 ? 0.3 : -0.3));
    const target = { kind: "disc" as const, center, radiusMeters: 10 };
    return incident({ id: `inc-${i + 1}`, at: "2025-03-26T10:00Z", target });
  });
  const further = columnsOf(incidents);
  const more = swept(sweepMore(swept(sweepAgain(models, standing)), further));
  expect(more.prepared.keys.questions).toEqual(codedAnew(models, further).keys.questions);
});

/** A row that has a disc. */
const DISC = columns.target.radius.findIndex((radius) => radius >= 0);

function codedAnew(models: readonly NamedModel[], of: IncidentColumns): Prepared {
  const prepared = prepareSweep(models, of, ordinaryMemory);
  codeRange(prepared, { from: 0, until: of.count });
  settleRange(prepared, { from: 0, until: of.count });
  return prepared;
}

/** How many rows each question was asked again; the sweep has to be that of everything anew. */
function askedAgain(models: readonly NamedModel[]): readonly number[] {
  const { prepared, asked } = resituate(models, standing.prepared, ordinaryMemory);
  const anew = swept(sweepColumns(models, columns));
  expect(prepared.keys.questions).toEqual(anew.prepared.keys.questions);
  expectSame(swept(sweepAgain(models, standing)), anew);
  expectSame(swept(sweepMore(swept(sweepAgain(models, standing)), columns)), anew);
  return asked;
}

/** Its first object stands a kilometre further east. */
function withFirstMoved({ kinds, shapes }: ObjectRegister): ObjectRegister {
  const moved = (lon: Float64Array) =>
    lon.map((degrees, i) => (i === 0 ? degrees + 0.01 : degrees));
  return { kinds, shapes: { ...shapes, lon1: moved(shapes.lon1), lon2: moved(shapes.lon2) } };
}

/** One more object before all others, so that every number of the register moves. */
function withOneMore(kind: string, [lon, lat]: Position): ObjectRegister {
  const { register } = input;
  if (register === undefined) throw new Error("nothing is listed");
  const layer = Uint8Array.of(register.kinds.indexOf(kind));
  const [x, y] = [Float64Array.of(lon), Float64Array.of(lat)];
  const one = { count: 1, layer, lon1: x, lat1: y, lon2: x, lat2: y, radius: null };
  return { ...register, shapes: joinShapes([one, register.shapes]) };
}

function expectSame(found: Sweep, anew: Sweep): void {
  expect(found.prepared.keys.questions).toEqual(anew.prepared.keys.questions);
  expect(found.prepared.rowGroups).toEqual(anew.prepared.rowGroups);
  expect(found.grouped.groups).toEqual(anew.grouped.groups);
  found.readings.forEach((reading, i) => {
    const other = anew.readings[i];
    expect(reading.verdicts).toEqual(other?.verdicts);
    expect(reading.ofGroup).toEqual(other?.ofGroup);
    expect(reading.alone).toEqual(other?.alone);
  });
}

function swept(found: Sweep | SweepRefusal): Sweep {
  if (found.kind === "refused") throw new Error(found.why);
  return found;
}
