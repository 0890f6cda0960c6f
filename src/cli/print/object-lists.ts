// The lists of objects of a case as `check` counts them: how many of what, whose list it is, and how old.
import type { ObjectList } from "../../model/listed-object.ts";
import { compareText } from "../../model/problem.ts";
import { groupBy } from "../../terms/check.ts";
import { counted, printable } from "./text.ts";

/** One list, counted. */
export interface ListCount {
  readonly file: string;
  readonly objects: number;
  /** Kind id -> how many; in id order. */
  readonly byKind: Readonly<Record<string, number>>;
  readonly source: string;
  readonly licence: string;
  readonly asOf: string;
  readonly listedBy: string;
}

export function listCounts(lists: readonly ObjectList[]): readonly ListCount[] {
  return lists.map(({ file, objects, source, licence, asOf, listedBy }) => {
    const kinds = [...groupBy(objects, ({ kind }) => kind)].sort(([a], [b]) => compareText(a, b));
    const byKind = Object.fromEntries(kinds.map(([kind, some]) => [kind, some.length]));
    return { file, objects: objects.length, byKind, source, licence, asOf, listedBy };
  });
}

/** A line a list; nothing where a case has none. */
export function renderLists(lists: readonly ObjectList[], folder: string): string {
  return listCounts(lists)
    .map(({ file, objects, byKind, listedBy, asOf }) => {
      const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`);
      const day = asOf === "unknown" ? "on a day not known" : `as of ${asOf}`;
      const whose = `listed by ${printable(listedBy)} ${day}`;
      return `${folder}/${file}: ${counted(objects, "object")} (${kinds.join(", ")}), ${whose}\n`;
    })
    .join("");
}
