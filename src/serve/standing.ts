// A case as it stands after its record was written to, and how a server hears of it.
import type { Case } from "../case/case.ts";
import type { Problem } from "../model/problem.ts";
import type { ServedLog } from "./served-log.ts";

export interface Standing {
  readonly theCase: Case;
  readonly problems: readonly Problem[];
  readonly log: ServedLog;
}

/** Cases whose record was written to since it was last asked, by case id; asked before each answer. */
export type News = () => Promise<ReadonlyMap<string, Standing>>;
