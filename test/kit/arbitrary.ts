// Random texts for the laws of TERMS 8, over a vocabulary so small that every cut, sibling and open edge comes up often. The random
// texts of src/terms/arbitrary.ts are for printing and parsing: they use all that a text can say, too much to be judged often.
import fc from "fast-check";
import type { AssessInput } from "../../src/assess/context.ts";
import type { RecordedEvent } from "../../src/model/event.ts";
import type { Incident } from "../../src/model/incident.ts";
import { DAY_MS } from "../../src/model/instant.ts";
import type {
  AnswerValue,
  CalibreBand,
  Clause,
  Instrument,
  OnBreach,
  Reading,
  Slot,
  Target,
  VocabularyNode,
  Where,
} from "../../src/terms/ast.ts";
import { vocabulary } from "../../src/terms/vocabulary.ts";
import { PLACES, calibre, whereIn, zonesAsked } from "./arbitrary-places.ts";

/** A small taxonomy with a closed diamond, two open edges and a chain. */
export const KINDS = graph({
  object: [],
  energy: ["object"],
  grid: ["energy"],
  line: ["grid"],
  station: ["grid"],
  gas: ["energy"],
  meter: ["gas", "?line"],
  rail: ["object"],
  traction: ["rail", "?grid"],
  school: ["object", "?rail"],
});
export const ACTS = graph({
  act: [],
  "use-of-force": ["act"],
  strike: ["use-of-force"],
  attempt: ["use-of-force", "?strike"],
  deploy: ["act"],
});
export const MEANS = graph({ means: [], drone: ["means"], missile: ["means"] });

/** Day 0 of every random period. */
export const ZERO = Date.parse("2025-03-18T00:00:00Z");
/** Every kind of the taxonomy. */
export const KIND_NAMES = [...KINDS.nodes.keys()];

export interface DocumentOptions {
  /** Release on breach may occur. */
  readonly release?: boolean;
  readonly permits?: boolean;
  readonly zones?: boolean;
  /** Both sides are bound alike. */
  readonly symmetric?: boolean;
}

export function arbitraryInstrument(options: DocumentOptions = {}): fc.Arbitrary<Instrument> {
  const answers = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 1, maxLength: 3 });
  return fc
    .record({
      scope: answers(targets),
      start: answers(startDay),
      length: answers(fc.integer({ min: 1, max: 4 })),
      breach: answers(
        options.release === true ? onBreach : fc.constant<OnBreach>({ kind: "none" }),
      ),
      clauses: zonesAsked.chain((asked) =>
        fc.array(clauseShape(options, asked), { minLength: 1, maxLength: 3 }),
      ),
      permit: fc.option(targets),
      readings: fc.array(
        fc.record({ scope: pick, start: pick, length: pick, breach: pick, edge: pick }),
        {
          minLength: 2,
          maxLength: 3,
        },
      ),
    })
    .map((shape) => build(shape, options));
}

export function inputOf(
  instruments: readonly Instrument[],
  incidents: readonly Incident[],
  events: readonly RecordedEvent[] = [],
): AssessInput {
  return {
    settings: { id: "random", timeZones: ["Europe/Kyiv"] },
    kinds: KINDS,
    means: MEANS,
    acts: ACTS,
    instruments: instruments.map((instrument) => ({ instrument, version: instrument.id })),
    zones: new Map(),
    incidents,
    events,
  };
}

type Chosen = number | null;

interface ClauseShape {
  readonly by: readonly string[];
  readonly act: readonly string[];
  readonly where: Where | null;
  readonly calibre: CalibreBand | null;
  readonly waits: boolean;
  readonly targets: readonly Target[] | null;
}

interface Shape {
  readonly scope: readonly (readonly Target[])[];
  readonly start: readonly number[];
  readonly length: readonly number[];
  readonly breach: readonly OnBreach[];
  readonly clauses: readonly ClauseShape[];
  readonly permit: readonly Target[] | null;
  readonly readings: readonly Readonly<
    Record<"scope" | "start" | "length" | "breach" | "edge", Chosen>
  >[];
}

const pick: fc.Arbitrary<Chosen> = fc.option(fc.integer({ min: 0, max: 2 }), { freq: 2 });
const targets: fc.Arbitrary<readonly Target[]> = fc
  .uniqueArray(fc.constantFrom(...KIND_NAMES), { minLength: 1, maxLength: 3 })
  .map((kinds) => kinds.map((kind) => ({ kind, facets: {} })));
/** A listed kind, and whatever is near the rail bridge. */
const nearTargets: fc.Arbitrary<readonly Target[]> = fc
  .tuple(targets, fc.constantFrom(500, 20_000))
  .map(([kinds, meters]) => [
    ...kinds,
    { kind: "object", facets: {}, near: { meters, of: ["rail"] } },
  ]);
const startDay = fc.integer({ min: -1, max: 2 });
const onBreach: fc.Arbitrary<OnBreach> = fc.constantFrom<OnBreach>(
  { kind: "none" },
  { kind: "automatic" },
  { kind: "power", notice: false },
  { kind: "power", notice: true },
);

function clauseShape(
  { zones, symmetric }: DocumentOptions,
  asked: readonly string[],
): fc.Arbitrary<ClauseShape> {
  return fc.record({
    by: symmetric === true ? fc.constant(["A", "B"]) : fc.constantFrom(["A", "B"], ["A"], ["B"]),
    act: fc.constantFrom(["strike"], ["use-of-force"], ["deploy", "strike"]),
    where: zones === true ? whereIn(asked) : fc.constant(null),
    calibre: zones === true ? fc.option(calibre, { freq: 1 }) : fc.constant(null),
    waits: fc.boolean(),
    targets: fc.option(zones === true ? fc.oneof(targets, nearTargets) : targets),
  });
}

function build(shape: Shape, options: DocumentOptions): Instrument {
  const question = (id: string, values: readonly AnswerValue[]) =>
    [
      id,
      {
        id,
        asks: `${id}?`,
        answers: new Map(
          values.map((value, i) => {
            const answer = {
              id: `${id}-${i}`,
              value,
              held: [],
              live: true,
              note: null,
              text: null,
            };
            return [answer.id, answer] as const;
          }),
        ),
      },
    ] as const;
  const clauses = shape.clauses.map((clause, i) =>
    clauseOf(`rule-${i}`, clause, shape.permit !== null && options.permits === true),
  );
  const permit = options.permits === true && shape.permit !== null ? [permitOf(shape.permit)] : [];
  return {
    id: "random",
    title: "random",
    dated: null,
    uses: { kinds: null, means: null, tzdata: null },
    timeZones: ["Europe/Kyiv"],
    parties: ["A", "B"],
    others: [],
    status: new Map(),
    flags: new Map([["incoming", "it was a weapon in flight"]]),
    events: new Map([["relief", { says: "relief came", unrecorded: "unknown" }]]),
    ...PLACES,
    kinds: new Map(),
    means: new Map(),
    acts: new Map(),
    questions: new Map([
      question(
        "scope",
        shape.scope.map((value) => ({ sort: "targets", value })),
      ),
      question(
        "start",
        shape.start.map((day) => ({ sort: "from", value: startOf(day) })),
      ),
      question(
        "length",
        shape.length.map((days) => ({
          sort: "for",
          value: { kind: "elapsed", milliseconds: days * DAY_MS },
        })),
      ),
      question(
        "breach",
        shape.breach.map((value) => ({ sort: "on-breach", value })),
      ),
    ]),
    clauses: new Map([...clauses, ...permit].map((clause) => [clause.id, clause])),
    provisions: new Map(),
    readings: new Map(
      shape.readings.map((reading, i) => [
        `reading-${i}`,
        readingOf(`reading-${i}`, reading, shape),
      ]),
    ),
    kept: new Map(),
  };
}

function startOf(day: number) {
  const wall = new Date(ZERO + day * DAY_MS).toISOString().slice(0, 16);
  return { kind: "at" as const, wall, zone: { kind: "offset" as const, minutes: 0 } };
}

function clauseOf(id: string, shape: ClauseShape, excepted: boolean): Clause {
  return {
    ...EMPTY_CLAUSE,
    id,
    by: value(shape.by),
    act: value(shape.act),
    targets:
      shape.targets === null ? { kind: "question", question: "scope" } : value(shape.targets),
    where: shape.where === null ? null : value(shape.where),
    calibre: shape.calibre,
    from: { kind: "question", question: "start" },
    for: { kind: "question", question: "length" },
    inForce: shape.waits ? value({ after: ["relief"] }) : null,
    onBreach: { kind: "question", question: "breach" },
    unless: excepted ? value(["exception"]) : null,
  };
}

function permitOf(permitted: readonly Target[]): Clause {
  return {
    ...EMPTY_CLAUSE,
    id: "exception",
    effect: "permit",
    by: value(["A", "B"]),
    targets: value(permitted),
    when: ["incoming"],
  };
}

const EMPTY_CLAUSE: Clause = {
  id: "",
  effect: "prohibit",
  by: value([]),
  against: null,
  act: null,
  targets: null,
  means: null,
  calibre: null,
  where: null,
  when: [],
  from: null,
  until: null,
  for: null,
  inForce: null,
  extension: null,
  applies: null,
  onBreach: null,
  unless: null,
  overrides: [],
  due: null,
  fulfilledBy: null,
  source: [],
  text: null,
  note: null,
};

function readingOf(id: string, picks: Shape["readings"][number], shape: Shape): Reading {
  const take = new Map<string, readonly string[]>();
  for (const question of ["scope", "start", "length", "breach"] as const) {
    const picked = picks[question];
    if (picked !== null) take.set(question, [`${question}-${picked % shape[question].length}`]);
  }
  if (picks.edge !== null) take.set("meter-in-line", [picks.edge === 0 ? "in" : "out"]);
  return { id, by: null, take, assume: new Map(), note: null };
}

function value<T>(of: T): Slot<T> {
  return { kind: "value", value: of };
}

function graph(parents: Readonly<Record<string, readonly string[]>>) {
  const nodes: VocabularyNode[] = Object.entries(parents).map(([id, is]) => ({
    id,
    is: is.map((to) => ({ to: to.replace("?", ""), open: to.startsWith("?") })),
    labels: { en: id },
  }));
  return vocabulary(nodes);
}
