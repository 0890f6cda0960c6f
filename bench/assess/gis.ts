// PostGIS on the same rows in the same run: how long it takes for the geometry, and whether its answers and the verdicts that follow
// from them are the same, row by row.
import type * as Assess from "../../src/assess/assess.ts";
import type * as Prepare from "../../src/assess/sweep/prepare.ts";
import type * as Sweeping from "../../src/assess/sweep/sweep.ts";
import { ordinaryMemory } from "../../src/geo/kernel/columns.ts";
import { compare } from "../../test/gis/compare.ts";
import { NoPostGisError, PostGis } from "../../test/gis/postgis.ts";
import { load, measure, opinionOf } from "../../test/gis/second-opinion.ts";
import { syntheticColumns } from "../../test/kit/synthetic-record.ts";
import { FULL } from "../../test/kit/workload.ts";
import type { Figure, Samples } from "../bench.ts";
import { compiled } from "./clock.ts";
import type { Clock, Workload } from "./clock.ts";

interface BesidePostGis extends Required<Pick<Samples, "figures" | "failed" | "versions">> {
  readonly figures: readonly Figure[];
}

/** Where it is not installed the row fails, with the package to install. */
export async function besidePostGis(
  { input, register }: Workload,
  { rows, reach, name }: { readonly rows: number; readonly reach: number; readonly name: string },
  clock: Clock,
): Promise<BesidePostGis> {
  const { modelsOf } = await compiled<typeof Assess>("assess/assess.js");
  const { codeRange, prepareSweep } = await compiled<typeof Prepare>("assess/sweep/prepare.js");
  const { settleRange } = await compiled<typeof Sweeping>("assess/sweep/sweep.js");
  const models = modelsOf({ ...input });
  const columns = syntheticColumns({ ...FULL, incidents: rows }, ordinaryMemory);
  const prepared = prepareSweep(models, columns, ordinaryMemory);
  codeRange(prepared, { from: 0, until: rows });
  settleRange(prepared, { from: 0, until: rows });
  const asked = { prepared, shapes: register.shapes, reach };
  let gis: PostGis;
  try {
    gis = await PostGis.start();
  } catch (error) {
    if (!(error instanceof NoPostGisError)) throw error;
    return { figures: [], failed: new Map([[name, error.message]]), versions: {} };
  }
  try {
    load(gis, asked);
    await clock.time(name, () => {
      measure(gis, asked);
    });
    const found = compare(models, asked, opinionOf(gis, asked));
    const none = { must: { most: 0 }, goal: null };
    return {
      figures: [
        {
          name: `answers unlike those of PostGIS, of ${found.answers}`,
          found: found.wrong,
          unit: "",
          ...none,
        },
        {
          name: `answers unlike those of PostGIS within a metre of a bound, of ${found.answers}`,
          found: found.onBorder,
          unit: "",
          must: null,
          goal: 0,
        },
        {
          name: `verdicts unlike with the answers of PostGIS, of ${found.verdicts}`,
          found: found.otherVerdicts,
          unit: "",
          ...none,
        },
      ],
      failed: new Map(),
      versions: { gis: gis.version() },
    };
  } finally {
    await gis.stop();
  }
}
