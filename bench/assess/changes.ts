// What a new version of a zone and a new object cost over rows that were swept: only what must be is asked again, and totals are current.
import type * as Assess from "../../src/assess/assess.ts";
import type * as Resituate from "../../src/assess/sweep/resituate.ts";
import type { ObjectRegister } from "../../src/assess/object-register.ts";
import type { Sweep } from "../../src/assess/sweep/sweep.ts";
import { joinShapes } from "../../src/geo/kernel/shapes.ts";
import { syntheticZones } from "../../test/kit/synthetic-record.ts";
import { workloadText } from "../../test/kit/workload.ts";
import { compiled, sweptOr } from "./clock.ts";
import type { Clock, Workload } from "./clock.ts";

const ROUNDS = 3;

export interface Changes {
  readonly names: Readonly<Record<"zone" | "object", string>>;
  readonly swept: Sweep;
  readonly totals: (sweep: Sweep) => unknown;
}

/** Every round has a drawing and an object of its own. */
export async function timeChanges(
  { input, register }: Workload,
  { names, swept, totals }: Changes,
  clock: Clock,
): Promise<void> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { sweepAgain } = await compiled<typeof Resituate>("assess/sweep/resituate.js");
  for (let round = 0; round < ROUNDS; round++) {
    const instrument = withSea(round);
    const drawn = modelsOf({ ...input, instruments: [{ instrument, version: `drawn ${round}` }] });
    await clock.time(names.zone, () => totals(sweptOr(sweepAgain(drawn, swept))));
    const listed = modelsOf({ ...input, register: withPort(register, round) });
    await clock.time(names.object, () => totals(sweptOr(sweepAgain(listed, swept))));
  }
}

function withSea(round: number) {
  const text = workloadText();
  const [, sea] = syntheticZones(1000, 99 + round);
  if (sea === undefined) throw new RangeError("no second zone was drawn");
  const zone = { kind: "polygon" as const, polygons: sea.polygons };
  return { ...text, zones: new Map(text.zones).set("sea", zone) };
}

function withPort(register: ObjectRegister, round: number): ObjectRegister {
  const [lon, lat] = [Float64Array.of(31 + round), Float64Array.of(49)];
  const layer = Uint8Array.of(register.kinds.indexOf("port"));
  const port = { count: 1, layer, lon1: lon, lat1: lat, lon2: lon, lat2: lat, radius: null };
  return { ...register, shapes: joinShapes([register.shapes, port]) };
}
