// A terms/1 document as plain data, the way TERMS 1.1 describes it. The second judge reads YAML and nothing of ours: it is here
// so that two people who read the same page can be compared.
import { parse } from "yaml";

/** Fields of a clause or of `common`, and the value key of an answer. */
export type Fields = Readonly<Record<string, unknown>>;

/** One version of one text. */
export interface Document {
  readonly id: string;
  readonly parties: readonly string[];
  readonly "time-zones"?: readonly string[];
  readonly status?: Readonly<Record<string, readonly { is: string; since: string }[]>>;
  readonly flags?: Readonly<Record<string, string>>;
  readonly events?: Readonly<Record<string, { readonly unrecorded?: "unknown" | "no" }>>;
  readonly zones?: Readonly<Record<string, Fields>>;
  readonly lines?: Readonly<Record<string, Fields>>;
  readonly kinds?: Nodes;
  readonly means?: Nodes;
  readonly acts?: Nodes;
  readonly questions?: Readonly<
    Record<string, { readonly answers: Readonly<Record<string, Fields>> }>
  >;
  readonly common?: Fields;
  readonly clauses: Readonly<Record<string, Fields>>;
  readonly readings: Readonly<Record<string, Reading | null>>;
}

/** Nodes of a vocabulary: id -> parents; `?x` is an open edge. */
export type Nodes = Readonly<Record<string, { readonly is?: readonly string[] } | null>>;

/** Which answers are taken, and which events are assumed to have come. */
export interface Reading {
  readonly take?: Readonly<Record<string, string | readonly string[]>>;
  readonly assume?: Readonly<Record<string, Fields>>;
}

/** The kinds, means and acts that a document's words mean. */
export interface Vocabularies {
  readonly kinds: Nodes;
  readonly means: Nodes;
  readonly acts: Nodes;
}

/** Reads a document. YAML 1.2 core, so that days stay text. What it holds was checked by the product's own reader. */
export function readDocument(yaml: string): Document {
  return parse(yaml, { version: "1.2" }) as Document;
}

/** Reads the two vocabulary files of a case. */
export function readVocabularies(kindsYaml: string, meansYaml: string): Vocabularies {
  const { kinds } = parse(kindsYaml) as { kinds: Nodes };
  const { means, acts } = parse(meansYaml) as { means: Nodes; acts: Nodes };
  return { kinds, means, acts };
}

/** A list, a single value standing for a list of one, and nothing for none. */
export function listOf<T>(value: T | readonly T[] | undefined | null): readonly T[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray as (value: unknown) => value is readonly T[])(value) ? value : [value];
}

/** The clause fields with what `common` adds, questions still in place. */
export function clausesOf(document: Document): ReadonlyMap<string, Fields> {
  return new Map(
    Object.entries(document.clauses).map(([id, fields]) => [id, { ...document.common, ...fields }]),
  );
}

/** The answers a reading leaves possible for each question: those it takes, else all that are live. */
export function possibleAnswers(
  document: Document,
  reading: Reading,
): readonly [string, readonly string[]][] {
  return Object.entries(document.questions ?? {}).map(([id, { answers }]) => {
    const taken = listOf(reading.take?.[id]);
    const live = Object.keys(answers).filter((answer) => answers[answer]?.["live"] !== false);
    return [id, taken.length > 0 ? taken : live];
  });
}
