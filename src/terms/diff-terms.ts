// How the words of two texts differ (TERMS 5): part by part and field by field, renamed parts recognised by their content, quotes
// compared word by word. What the difference means is `assess/diff`'s.
import { compareText } from "../model/problem.ts";
import type { Instrument, Plain } from "./ast.ts";
import { instrumentToPlain } from "./instrument-to-plain.ts";
import { isPlainMap } from "./plain.ts";
import { wordChanges } from "./word-changes.ts";
import type { WordChange } from "./word-changes.ts";

/** One difference; `part` is `clause strikes`, `question scope`, `answer scope/narrow-list`, `reading RU`, `text`, ... */
export type TextChange =
  | { readonly kind: "added" | "removed"; readonly part: string; readonly value: Plain }
  | { readonly kind: "renamed"; readonly part: string; readonly to: string }
  | {
      readonly kind: "changed";
      readonly part: string;
      readonly field: string;
      /** Null: the field was, or is, absent. */
      readonly before: Plain;
      readonly after: Plain;
      /** Both are running text: what was taken out and put in. */
      readonly words: readonly WordChange[] | null;
    };

/** Differences in the order of the first text, then what only the second has; none for texts of one version id. */
export function diffTerms(before: Instrument, after: Instrument): readonly TextChange[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  const renamed = renames(a, b);
  const news = new Set(renamed.values());
  const gone = [...a].flatMap(([part, value]): readonly TextChange[] => {
    const to = renamed.get(part);
    if (to !== undefined) return [{ kind: "renamed", part, to }];
    const other = b.get(part);
    return other === undefined
      ? [{ kind: "removed", part, value }]
      : fieldChanges(part, value, other);
  });
  const added = [...b].flatMap(([part, value]): readonly TextChange[] =>
    a.has(part) || news.has(part) ? [] : [{ kind: "added", part, value }],
  );
  return [...gone, ...added];
}

type Parts = ReadonlyMap<string, Plain>;

/** Sections whose entries are parts of their own. */
const SECTIONS: Readonly<Record<string, string>> = {
  flags: "flag",
  events: "event",
  zones: "zone",
  lines: "line",
  annexes: "annex",
  kinds: "kind",
  means: "means",
  acts: "act",
  objects: "objects",
  clauses: "clause",
  provisions: "provision",
  readings: "reading",
};

function partsOf(instrument: Instrument): Parts {
  const parts = new Map<string, Plain>();
  const head: Record<string, Plain> = {};
  for (const [key, value] of entriesOf(instrumentToPlain(instrument))) {
    const section = SECTIONS[key];
    if (key === "questions") addQuestions(parts, value);
    else if (section === undefined) head[key] = value;
    else for (const [id, part] of entriesOf(value)) parts.set(`${section} ${id}`, part);
  }
  return new Map([["text", head], ...parts]);
}

function addQuestions(parts: Map<string, Plain>, questions: Plain): void {
  for (const [id, question] of entriesOf(questions)) {
    const { answers = null, ...rest } = Object.fromEntries(entriesOf(question));
    parts.set(`question ${id}`, rest);
    for (const [answer, value] of entriesOf(answers)) parts.set(`answer ${id}/${answer}`, value);
  }
}

/** A part that is gone and a new one of its sort with the same content, if there is only one of each. */
function renames(a: Parts, b: Parts): ReadonlyMap<string, string> {
  const gone = [...a.keys()].filter((part) => !b.has(part));
  const fresh = [...b.keys()].filter((part) => !a.has(part));
  const found = new Map<string, string>();
  for (const part of gone) {
    const isAlike = (other: string, value: Plain | undefined): boolean =>
      sortOf(other) === sortOf(part) && same(value ?? null, a.get(part) ?? null);
    const to = fresh.filter((other) => isAlike(other, b.get(other)));
    const from = gone.filter((other) => isAlike(other, a.get(other)));
    const [only] = to;
    if (to.length === 1 && from.length === 1 && only !== undefined) found.set(part, only);
  }
  return found;
}

/** Answers are renamed within their question only. */
function sortOf(part: string): string {
  const [sort = "", id = ""] = part.split(" ");
  return sort === "answer" ? `${sort} ${id.split("/")[0]}` : sort;
}

function fieldChanges(part: string, before: Plain, after: Plain): readonly TextChange[] {
  const [a, b] = [before, after].map((value) => new Map(fieldsOf(value)));
  const fields = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
  return fields.flatMap((field): readonly TextChange[] => {
    const [was, is] = [a?.get(field) ?? null, b?.get(field) ?? null];
    if (same(was, is)) return [];
    const words = isProse(was) && isProse(is) ? wordChanges(was, is) : null;
    return [{ kind: "changed", part, field, before: was, after: is, words }];
  });
}

/** Maps are entered, lists are values: `held` of one holder is as long as that of three. */
function fieldsOf(value: Plain, path = ""): readonly (readonly [string, Plain])[] {
  if (!isPlainMap(value)) return [[path, value]];
  const inner = entriesOf(value);
  if (path !== "" && inner.length === 0) return [[path, value]];
  return inner.flatMap(([key, part]) =>
    path === "" && isPlainMap(part)
      ? fieldsOf(part, key)
      : [[path === "" ? key : `${path}.${key}`, part]],
  );
}

function isProse(value: Plain): value is string {
  return typeof value === "string" && value.includes(" ");
}

function entriesOf(value: Plain | undefined): readonly (readonly [string, Plain])[] {
  return value !== undefined && isPlainMap(value) ? Object.entries(value) : [];
}

/** Order in lists of names means nothing; it means something where lists nest (coordinates). */
function same(a: Plain, b: Plain): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(value: Plain): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return JSON.stringify([...value].sort(compareText));
  if (isPlainMap(value))
    return `{${entriesOf(value)
      .map(([key, part]) => `${key}:${keyOf(part)}`)
      .sort(compareText)
      .join()}}`;
  return JSON.stringify(value);
}
