// Copies derived from attachments (RECORD 10, 11): whoever takes out an original says of each copy whether it goes too or stays.
import type { Draft } from "../record/kinds/entry.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";
import { problem } from "../record/problem.ts";
import type { RecordProblem } from "../record/problem.ts";
import type { Store } from "./store.ts";

/** Ids of attachments derived from one of these, in the order of the log, with their original. */
export function copiesOf(
  store: Pick<Store, "ofKind" | "read">,
  originals: readonly string[],
  viewer: Viewer,
): readonly (readonly [copy: string, original: string])[] {
  return store.ofKind("attachment", 0).flatMap((index) => {
    const entry = store.read(index, viewer);
    const original = entry?.openings["derivedFrom"]?.value;
    return entry !== null && isText(original) && originals.includes(original)
      ? [[entry.leaf.id, original] as const]
      : [];
  });
}

/** `missing-field` for each copy that a redaction of a file neither takes out (`removes`) nor names as staying (`keeps`). */
export function forgottenCopies(
  { id, kind, fields }: Draft,
  viewer: Viewer,
  store: Pick<Store, "ofKind" | "read">,
): readonly RecordProblem[] {
  const { removes, keeps } = fields;
  const files = (kind === "redaction" && isList(removes) ? removes : []).flatMap((one) => {
    const [entry, names] = isMap(one) ? [one["entry"], one["fields"]] : [];
    return isText(entry) && isList(names) && names.includes("blob") ? [entry] : [];
  });
  if (files.length === 0) return [];
  const named: readonly unknown[] = [...files, ...(isList(keeps) ? keeps : [])];
  return copiesOf(store, files, viewer)
    .filter(([copy]) => !named.includes(copy))
    .map(([copy, original]) => {
      const message = `"${copy}" is a copy of "${original}": name its "blob" in "removes" too, or the copy in "keeps"`;
      return problem("missing-field", message, `${id}: fields.keeps`);
    });
}
