// What redactions of today hide of entries of then: read once, laid over the entries, so that every view says "redacted" and none an older value.
import type { Entry, Hidden } from "../kinds/entry.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import type { Folded } from "./fold.ts";

/** Entry id -> fields of its thing that read redacted, and by what. */
export type HiddenByEntry = ReadonlyMap<string, Hidden>;

/** What these redactions hide, the first one of a field. */
export function hiddenBy(redactions: readonly Folded[]): HiddenByEntry {
  const hidden = new Map<string, Hidden>();
  for (const redaction of redactions) {
    const removes = redaction?.fields["removes"];
    if (redaction === null || !isList(removes)) continue;
    const { id, actor, recordedAt } = redaction;
    for (const one of removes) {
      if (!isMap(one) || !isText(one["entry"])) continue;
      const names = [one["hides"] ?? one["fields"]].flatMap((value) =>
        isList(value) ? value : [],
      );
      const fields = names.filter((name) => isText(name));
      const stamps = fields.map((name) => [name, { entry: id, actor, recordedAt }] as const);
      hidden.set(one["entry"], { ...Object.fromEntries(stamps), ...hidden.get(one["entry"]) });
    }
  }
  return hidden;
}

/** The entry with what is hidden of it. */
export function withHidden(entry: Entry, hidden: HiddenByEntry): Entry {
  const own = hidden.get(entry.id);
  return own === undefined ? entry : { ...entry, hidden: own };
}
