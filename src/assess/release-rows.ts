// The rows that release makes of a text world: an open edge on which it hangs whom an earlier breach has freed is a part of the text
// (TERMS 2.1, 2.9), so it is answered both ways, and each way has breach times of its own.
import type { Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { Context, ReleaseRow } from "./context.ts";
import type { Act, IncidentActs } from "./contrary-acts.ts";
import type { EdgeAnswers } from "./membership.ts";
import { isSameRelease, mayFree, settle } from "./release.ts";

/** Of one text world: a taxonomy of many open edges may have them answered before the first sure breach. */
const MOST_SPLITS = 64;

/**
 * The rows of one text world under a reading that answers `edges`. Edges are split one at a time, the one under the earliest act first,
 * until the times hang on none of them. Where the limit ends that, the last rows keep times that hold for either answer.
 */
export function releaseRows(
  context: Context,
  record: readonly IncidentActs[],
  edges: EdgeAnswers,
): readonly ReleaseRow[] {
  let splits = 0;
  const rowsOf = (all: readonly IncidentActs[], answered: EdgeAnswers): readonly ReleaseRow[] => {
    const times = settle(context, actsOf(all));
    if (all.every((one) => one.edges.length === 0)) return [{ edges: answered, times }];
    const isNear = mayFree(context, times);
    const near = all.filter((one) => one.acts.some(isNear));
    const edge = earliestEdge(near);
    if (edge === null || splits === MOST_SPLITS) return [{ edges: answered, times }];
    splits += 1;
    const ways = [false, true].map((answer) => {
      const answers = new Map(answered).set(edge, answer);
      return rowsOf(given(near, edge, answers), answers);
    });
    return joined(ways) ?? [{ edges: answered, times: ways[0]?.[0]?.times ?? times }];
  };
  return rowsOf(record, edges);
}

/** In a loop: it is done for every answer to every edge. */
function actsOf(record: readonly IncidentActs[]): readonly Act[] {
  const found: Act[] = [];
  for (const { acts } of record) for (const act of acts) found.push(act);
  return found;
}

function given(
  record: readonly IncidentActs[],
  edge: string,
  answers: EdgeAnswers,
): readonly IncidentActs[] {
  return record.map((one) => (one.edges.includes(edge) ? one.given(answers) : one));
}

/** Null where the answer makes no difference. */
function joined(ways: readonly (readonly ReleaseRow[])[]): readonly ReleaseRow[] | null {
  const all = ways.flat();
  const [first, second, ...others] = all;
  if (first === undefined || second === undefined || others.length > 0) return all;
  return isSameRelease(first.times, second.times) ? null : all;
}

function earliestEdge(record: readonly IncidentActs[]): string | null {
  let first: { readonly edge: string; readonly at: Instant } | null = null;
  for (const { acts, edges } of record) {
    if (edges.length === 0) continue;
    const at = Math.min(...acts.map((act) => act.at));
    for (const edge of edges) {
      const isEarlier =
        first === null || at < first.at || (at === first.at && compareText(edge, first.edge) < 0);
      if (isEarlier) first = { edge, at };
    }
  }
  return first?.edge ?? null;
}
