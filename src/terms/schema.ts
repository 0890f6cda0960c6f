// A JSON Schema 2020-12 of one document whose enums are its own ids: editors then complete kinds, parties, zones, answers. It helps
// with writing; what is right is still the checker's to say (it knows sorts, cycles, holders, time). Never shown as an error.
import { compareText } from "../model/problem.ts";
import type { Instrument, Question } from "./ast.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A JSON Schema or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** Names that the case adds to those of the text. */
export interface SchemaNames {
  readonly kinds: Vocabulary;
  readonly means: Vocabulary;
  readonly acts: Vocabulary;
  /** Source ids. */
  readonly sources: Iterable<string>;
}

/** The schema of a text; `instrument` may be as much of it as could be read. */
export function termsSchema(instrument: Instrument, names: SchemaNames): Schema {
  const defs = definitions(instrument, names);
  const sections = {
    flags: mapOf(TEXT),
    events: mapOf(object({ says: TEXT, unrecorded: oneOf(["unknown", "no"]) }, ["says"])),
    zones: mapOf({ type: "object" }),
    kinds: mapOf(ANY),
    means: mapOf(ANY),
    acts: mapOf(ANY),
    lines: ANY,
    annexes: ANY,
    objects: ANY,
    provisions: mapOf(ANY),
    definitions: ANY,
    relations: ANY,
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `${instrument.id}: ${instrument.title}`,
    ...object(
      {
        truceline: { const: "terms/1" },
        id: TEXT,
        title: TEXT,
        dated: DAY,
        uses: object({ kinds: ANY, means: ANY, tzdata: TEXT }, []),
        "time-zones": many(TEXT),
        parties: many(TEXT),
        others: many(TEXT),
        status: record(instrument.parties, statusSchema),
        ...sections,
        questions: mapOf(questionSchema()),
        common: clauseSchema(),
        clauses: mapOf(clauseSchema()),
        readings: mapOf(readingSchema()),
      },
      ["truceline", "id", "title", "parties", "clauses", "readings"],
    ),
    $defs: defs,
  };
}

const ANY: Schema = {};
const TEXT: Schema = { type: "string" };
const FLAG: Schema = { type: "boolean" };
const DAY: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const LENGTH: Schema = { type: "string", pattern: "^P(?:\\d+D|T(?:\\d+H)?(?:\\d+M)?)$" };
const STATUSES = [
  "accepted",
  "accepted-in-principle",
  "conditional",
  "lapsed",
  "proposed",
  "rejected",
];
const FACETS = ["function", "side", "controlled-by", "listed-in"];

function statusSchema(): Schema {
  const state = { is: oneOf(STATUSES), since: DAY, source: ref("source") };
  return many(object(state, ["is", "since"]));
}

function questionSchema(): Schema {
  const about = { held: oneOrMany(ref("held")), live: FLAG, text: TEXT, note: TEXT };
  const answer = object({ ...valueFields(), ...about }, []);
  return object({ asks: TEXT, answers: mapOf(answer) }, ["asks", "answers"]);
}

function readingSchema(): Schema {
  const assume = mapOf(ref("point"));
  return object({ by: ref("anybody"), take: ref("take"), assume, note: TEXT }, []);
}

function definitions(instrument: Instrument, names: SchemaNames): Schema {
  const { parties, others, clauses, flags, events, zones, questions } = instrument;
  const notices = [
    "extension-agreed",
    "notice-of-end",
    ...parties.map((id) => `notice-of-release/${id}`),
  ];
  return {
    kind: oneOf(wordsOf(names.kinds, instrument.kinds.keys())),
    means: oneOf(wordsOf(names.means, instrument.means.keys())),
    act: oneOf(wordsOf(names.acts, instrument.acts.keys())),
    party: oneOf(parties),
    anybody: oneOf([...parties, ...others]),
    clause: oneOf(clauses.keys()),
    flag: oneOf(flags.keys()),
    event: oneOf([...events.keys(), ...notices]),
    zone: oneOf(zones.keys()),
    source: oneOf(names.sources),
    asked: object({ question: oneOf(questions.keys()) }, ["question"]),
    take: takeSchema(questions, names, instrument),
    ...shapes(),
  };
}

/** What is the same in every text. */
function shapes(): Schema {
  const wall = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$" };
  const words = { source: ref("source"), quote: TEXT, gist: TEXT };
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, ANY]));
  const zones = ["target", "origin", "either", "outside"].map((part) => [part, ref("zone")]);
  const automatic = object({ for: LENGTH, "notice-by": LENGTH }, ["for"]);
  const release = { release: oneOf(["automatic", "power"]), notice: FLAG };
  return {
    held: object({ by: ref("anybody"), since: DAY, until: DAY, ...words }, ["by"]),
    point: object({ on: DAY, at: wall, tz: oneOrMany(TEXT) }, []),
    target: anyOf([
      ref("kind"),
      object({ kind: ref("kind"), ...facets }, ["kind"]),
      object({ within: { type: "integer" }, of: many(ref("kind")) }, ["within", "of"]),
    ]),
    where: object(Object.fromEntries(zones), []),
    extension: anyOf([oneOf(["none", "agreed"]), object({ automatic }, ["automatic"])]),
    "on-breach": anyOf([oneOf(["none"]), object(release, ["release"])]),
  };
}

/** Answers of each question; of every open edge whether it counts. */
function takeSchema(
  questions: Instrument["questions"],
  { kinds, means, acts }: SchemaNames,
  instrument: Instrument,
): Schema {
  const edges = [kinds, means, acts].flatMap(({ openEdges }) => [...openEdges.keys()]);
  const own = [instrument.kinds, instrument.means, instrument.acts].flatMap((nodes) =>
    [...nodes.values()].flatMap(({ id, is }) =>
      is.filter(({ open }) => open).map(({ to }) => `${id}-in-${to}`),
    ),
  );
  const taken = ({ answers }: Question): Schema => oneOrMany(oneOf(answers.keys()));
  return object(
    {
      ...Object.fromEntries([...questions].map(([id, question]) => [id, taken(question)])),
      ...Object.fromEntries(
        [...edges, ...own].map((edge) => [edge, oneOrMany(oneOf(["in", "out"]))]),
      ),
    },
    [],
  );
}

/** The keys whose value is the answer; a clause has the same, or asks. */
function valueFields(): Record<string, Schema> {
  return {
    act: oneOrMany(ref("act")),
    targets: oneOrMany(ref("target")),
    means: oneOrMany(ref("means")),
    where: ref("where"),
    from: anyOf([ref("point"), object({ event: ref("event") }, ["event"])]),
    until: ref("point"),
    for: LENGTH,
    extension: ref("extension"),
    "on-breach": ref("on-breach"),
    "in-force": object({ after: oneOrMany(ref("event")) }, ["after"]),
    applies: FLAG,
    unless: oneOrMany(ref("clause")),
    by: oneOrMany(ref("party")),
    against: anyOf([oneOf(["any", "opponent"]), oneOrMany(ref("anybody"))]),
    side: ANY,
  };
}

function clauseSchema(): Schema {
  const slots = Object.entries(valueFields()).map(
    ([key, value]) => [key, anyOf([ref("asked"), value])] as const,
  );
  return object(
    {
      effect: oneOf(["prohibit", "permit", "require"]),
      ...Object.fromEntries(slots),
      when: object({ flags: oneOrMany(ref("flag")) }, ["flags"]),
      overrides: oneOrMany(ref("clause")),
      source: oneOrMany(ref("source")),
      calibre: object({ from: { type: "integer" }, below: { type: "integer" } }, []),
      due: ANY,
      "fulfilled-by": ANY,
      text: TEXT,
      note: TEXT,
    },
    [],
  );
}

function wordsOf({ nodes, leaves }: Vocabulary, own: Iterable<string>): readonly string[] {
  return [...nodes.keys(), ...leaves, ...own];
}

/** Sorted and once each. An enum of nothing forbids everything, so a list without names takes any text. */
function oneOf(names: Iterable<string>): Schema {
  const sorted = [...new Set(names)].sort(compareText);
  return sorted.length === 0 ? TEXT : { enum: sorted };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

function anyOf(schemas: readonly Schema[]): Schema {
  return { anyOf: schemas };
}

function many(item: Schema): Schema {
  return { type: "array", items: item };
}

function oneOrMany(item: Schema): Schema {
  return anyOf([item, many(item)]);
}

function mapOf(value: Schema): Schema {
  return { type: "object", additionalProperties: value };
}

function record(keys: readonly string[], value: () => Schema): Schema {
  return object(Object.fromEntries(keys.map((key) => [key, value()])), []);
}

function object(
  properties: Readonly<Record<string, unknown>>,
  required: readonly string[],
): Schema {
  return {
    type: "object",
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
  };
}
