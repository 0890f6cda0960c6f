// Which fields a reader was shown that are closed to everybody else, as lines of the audit.
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { compareText } from "../model/problem.ts";
import type { Look } from "./audit.ts";
import type { CaseRecord } from "./case-record.ts";

/** One look an entry of which anything closed with a value was shown; none for what all may read. */
export function looksOf(
  record: CaseRecord,
  indexes: readonly number[],
  { viewer, actor }: { readonly viewer: Viewer; readonly actor: string },
): readonly Look[] {
  const at = new Date().toISOString();
  return indexes.flatMap((index) => {
    const seen = record.see(index, viewer);
    const open = record.see(index, PUBLIC_VIEWER)?.openings ?? {};
    const closed = Object.entries(seen?.openings ?? {}).filter(
      ([name, { value }]) => !Object.hasOwn(open, name) && value !== null,
    );
    if (seen === null || closed.length === 0) return [];
    const fields = closed.map(([name]) => name).sort(compareText);
    return [{ at, actor, what: "read" as const, entry: seen.leaf.id, fields }];
  });
}
