// What one thread asks another to do with a range of rows: the same functions, in the same order, as on one thread.
import type { RowRange } from "../../geo/kernel/sort-rows.ts";
import { renumberRows } from "./group-rows.ts";
import type { RangeGroups } from "./group-rows.ts";
import { codeRange, groupRange } from "./prepare.ts";
import type { RangeWork } from "./prepare.ts";

export type SweepTask =
  | { readonly kind: "code"; readonly work: RangeWork; readonly range: RowRange }
  | { readonly kind: "group"; readonly work: RangeWork; readonly range: RowRange }
  | {
      readonly kind: "renumber";
      readonly rowGroups: Uint32Array;
      readonly range: RowRange;
      readonly renumber: Uint32Array;
    };

/** Does the task; only grouping has an answer. */
export function answerTask(task: SweepTask): RangeGroups | null {
  switch (task.kind) {
    case "code":
      codeRange(task.work, task.range);
      return null;
    case "group":
      return groupRange(task.work, task.range);
    case "renumber":
      renumberRows(task.rowGroups, task.range, task.renumber);
      return null;
    default:
      return task satisfies never;
  }
}
