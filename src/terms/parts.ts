// The named parts of a text by where they stand in its file, so that a finding can be shown beside the part that it is about.
import type { Span } from "../model/problem.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import { rootOf } from "./parse-terms.ts";

/** A part by its path (`clauses/strikes`, `questions/scope/answers/list`, `uses`) and its key's place. */
export interface PlacedPart {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Sections whose entries are parts of their own. */
const SECTIONS: readonly string[] = [
  "status",
  "flags",
  "events",
  "zones",
  "kinds",
  "means",
  "acts",
  "questions",
  "clauses",
  "provisions",
  "readings",
];

/** Every part of a text in the order of its file; a part that several blocks write stands once for each. */
export function partsIn(text: string, file: string): readonly PlacedPart[] {
  const found = entriesOf(rootOf(text, file)).flatMap(sectionParts);
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The part that a place in the file lies in: the last that begins at or before it; null above the first. */
export function partAt(parts: readonly PlacedPart[], at: Span | null): string | null {
  if (at === null) return null;
  const before = parts.filter(
    ({ line, column }) => line < at.line || (line === at.line && column <= at.column),
  );
  return before.at(-1)?.path ?? null;
}

function sectionParts(section: YamlEntry): readonly PlacedPart[] {
  const own = placed(section.key, section);
  if (!SECTIONS.includes(section.key)) return [own];
  const entries = entriesOf(section.value);
  return [
    own,
    ...entries.flatMap((entry) => {
      const part = placed(`${section.key}/${entry.key}`, entry);
      return section.key === "questions" ? [part, ...answerParts(part.path, entry)] : [part];
    }),
  ];
}

function answerParts(question: string, { value }: YamlEntry): readonly PlacedPart[] {
  const answers = entriesOf(value).filter(({ key }) => key === "answers");
  return answers
    .flatMap((field) => entriesOf(field.value))
    .map((answer) => placed(`${question}/answers/${answer.key}`, answer));
}

function placed(path: string, { keyAt: { line, column } }: YamlEntry): PlacedPart {
  return { path, line, column };
}

function entriesOf(node: YamlNode | null): readonly YamlEntry[] {
  return node?.kind === "map" ? node.entries : [];
}
