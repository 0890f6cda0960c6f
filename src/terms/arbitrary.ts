// Random lawful texts for property tests, shared by terms and assess. Test code: it may use fast-check.
import fc from "fast-check";
import type { Arbitrary } from "fast-check";
import {
  EVENTS,
  FLAGS,
  TIME_ZONES,
  arbitraryAct,
  arbitraryDuration,
  arbitraryMeans,
  arbitraryParty,
  arbitraryPoint,
  arbitraryText,
  calibre,
  CUT_DAYS,
  day,
  extension,
  few,
  maybe,
  onBreach,
  parties,
  some,
  sorted,
  source,
  start,
  target,
  where,
} from "./arbitrary-values.ts";
import { lines, zones } from "./arbitrary-places.ts";
import type {
  Against,
  Answer,
  AnswerValue,
  Clause,
  Due,
  Fulfilment,
  Holding,
  Instrument,
  OnBreach,
  Plain,
  Provision,
  Question,
  Reading,
  Slot,
  Sort,
  VocabularyNode,
} from "./ast.ts";

/** What a random text may hold; the laws that speak of texts without release leave it out. */
export interface ArbitraryShape {
  readonly release: boolean;
  readonly exceptions: boolean;
}

const ALL: ArbitraryShape = { release: true, exceptions: true };

const against: Arbitrary<Against> = fc.oneof(fc.constantFrom("any", "opponent"), parties);
const targets = some(target);
const acts = some(arbitraryAct, 2);
const means = some(arbitraryMeans, 2);
const inForce = few(fc.constantFrom(...EVENTS)).map((after) => ({ after }));

/** Values of each sort, as answers and as slots written out. */
function valuesOf(shape: ArbitraryShape) {
  const unless = shape.exceptions ? few(fc.constant("exception"), 1) : fc.constant([]);
  return {
    act: acts,
    targets,
    means,
    where,
    from: start,
    until: arbitraryPoint,
    for: arbitraryDuration,
    extension,
    "on-breach": shape.release ? onBreach : fc.constant<OnBreach>({ kind: "none" }),
    "in-force": inForce,
    applies: fc.boolean(),
    unless,
    by: parties,
    against,
    side: arbitraryParty,
  } satisfies Record<Sort, Arbitrary<unknown>>;
}

const holding: Arbitrary<Holding> = fc.record({
  by: fc.constantFrom("A", "B", "M"),
  since: maybe(fc.constantFrom(...CUT_DAYS.slice(0, 4))),
  until: maybe(fc.constantFrom(...CUT_DAYS.slice(4))),
  source: maybe(source),
  quote: maybe(arbitraryText),
  gist: maybe(arbitraryText),
});

function arbitraryAnswer(id: string, value: Arbitrary<AnswerValue>): Arbitrary<Answer> {
  return fc.record({
    id: fc.constant(id),
    value,
    held: few(holding),
    live: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
    note: maybe(arbitraryText),
    text: maybe(arbitraryText),
  });
}

function arbitraryQuestion(sort: Sort, shape: ArbitraryShape): Arbitrary<Question> {
  const value = valuesOf(shape)[sort].map((found) => ({ sort, value: found }) as AnswerValue);
  const first = arbitraryAnswer("first", value).map((answer) => ({ ...answer, live: true }));
  const later = ["second", "third"].map((id) => maybe(arbitraryAnswer(id, value)));
  return fc.tuple(arbitraryText, first, ...later).map(([asks, ...answers]) => ({
    id: questionId(sort),
    asks,
    answers: byId(answers.filter((answer) => answer !== null)),
  }));
}

function questionId(sort: Sort): string {
  return `which-${sort}`;
}

function byId<T extends { readonly id: string }>(parts: readonly T[]): ReadonlyMap<string, T> {
  return new Map(parts.map((part) => [part.id, part]));
}

/** Slots of random clauses: written out, or the text's question of that sort where it has one. */
function slots(shape: ArbitraryShape, asked: ReadonlySet<Sort>) {
  const values = valuesOf(shape);
  return <T>(sort: Sort, value: Arbitrary<T>): Arbitrary<Slot<T>> => {
    const written = value.map((found): Slot<T> => ({ kind: "value", value: found }));
    const question: Slot<T> = { kind: "question", question: questionId(sort) };
    return asked.has(sort) && sort in values ? fc.oneof(written, fc.constant(question)) : written;
  };
}

function arbitraryClause(
  id: string,
  effect: "prohibit" | "permit",
  { shape, asked }: { readonly shape: ArbitraryShape; readonly asked: ReadonlySet<Sort> },
): Arbitrary<Clause> {
  const slot = slots(shape, asked);
  const values = valuesOf(shape);
  const prohibits = effect === "prohibit";
  return fc
    .record({
      id: fc.constant(id),
      effect: fc.constant(effect),
      by: slot("by", values.by),
      against: maybe(slot("against", against)),
      act: maybe(slot("act", acts)),
      targets: maybe(slot("targets", targets)),
      means: maybe(slot("means", means)),
      calibre: maybe(calibre),
      where: maybe(slot("where", where)),
      when: prohibits ? fc.constant([]) : few(fc.constantFrom(...FLAGS)),
      from: maybe(slot("from", start)),
      until: maybe(slot("until", arbitraryPoint)),
      for: maybe(slot("for", arbitraryDuration)),
      inForce: maybe(slot("in-force", inForce)),
      extension: maybe(slot("extension", extension)),
      applies: maybe(slot("applies", fc.boolean())),
      onBreach: prohibits ? maybe(slot("on-breach", values["on-breach"])) : fc.constant(null),
      unless:
        prohibits && shape.exceptions ? maybe(slot("unless", values.unless)) : fc.constant(null),
      overrides: fc.constant([]),
      due: fc.constant(null),
      fulfilledBy: fc.constant(null),
      source: few(source),
      text: maybe(arbitraryText),
      note: maybe(arbitraryText),
    })
    .map(withOneEnd);
}

/** Something to be done, with and without a deadline, fulfilled together or by each for itself. */
function arbitraryDuty(world: Parameters<typeof arbitraryClause>[2]): Arbitrary<Clause> {
  const due: Arbitrary<Due> = fc.oneof(
    arbitraryPoint,
    arbitraryDuration.map((length) => ({ kind: "after" as const, length })),
  );
  const events = some(fc.constantFrom(...EVENTS), 2);
  const fulfilment: Arbitrary<Fulfilment> = fc.oneof(
    events.map((together) => ({ kind: "together" as const, events: together })),
    fc.tuple(events, events).map(([a, b]) => ({
      kind: "each" as const,
      parties: new Map([
        ["A", a],
        ["B", b],
      ]),
    })),
  );
  return fc
    .tuple(arbitraryClause("duty", "prohibit", world), maybe(due), maybe(fulfilment))
    .map(([clause, by, fulfilledBy]) => ({
      ...clause,
      effect: "require",
      unless: null,
      due: by,
      fulfilledBy,
    }));
}

/** A length needs a start, and a clause has one end. */
function withOneEnd(clause: Clause): Clause {
  const length = clause.from === null ? null : clause.for;
  return { ...clause, for: length, until: length === null ? clause.until : null };
}

function arbitraryReading(id: string, questions: readonly Question[]): Arbitrary<Reading> {
  const takes = questions.map(({ answers }) =>
    maybe(sorted(some(fc.constantFrom(...answers.keys()), 2))),
  );
  const assume = fc.dictionary(fc.constantFrom(...EVENTS), arbitraryPoint, { maxKeys: 1 });
  return fc
    .record({
      by: maybe(fc.constantFrom("A", "B", "M")),
      take: fc.tuple(...takes),
      assume: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, assume),
      note: maybe(arbitraryText),
    })
    .map((reading) => ({
      ...reading,
      id,
      take: new Map(
        questions.flatMap((question, index): [string, readonly string[]][] => {
          const taken = reading.take[index];
          return taken === null || taken === undefined ? [] : [[question.id, taken]];
        }),
      ),
      assume: new Map(Object.entries(reading.assume)),
    }));
}

/** What all random texts share. */
const FIXED = {
  id: "random",
  uses: { kinds: { path: "kinds.yaml", sha256: null }, means: null, tzdata: "2025c" },
  timeZones: TIME_ZONES,
  parties: ["A", "B"],
  others: ["M"],
  flags: new Map(FLAGS.map((flag) => [flag, `the act was ${flag}`])),
  events: new Map(EVENTS.map((event) => [event, { says: event, unrecorded: "unknown" as const }])),
  zones,
  lines,
  annexes: new Map([
    ["list-1", { id: "list-1", says: "plants", objects: ["plant"], source: ["src-1"] }],
  ]),
  kinds: new Map<string, VocabularyNode>([
    [
      "heat",
      {
        id: "heat",
        is: [
          { to: "energy", open: false },
          { to: "water", open: true },
        ],
        labels: {},
      },
    ],
  ]),
  means: new Map<string, VocabularyNode>(),
  acts: new Map<string, VocabularyNode>(),
  provisions: new Map<string, Provision>(),
};

const kept: Arbitrary<ReadonlyMap<string, Plain>> = fc
  .record(
    { relations: fc.constant({ minsk: { valid: ["2014-09-19", 1.5, true, null] } }) },
    { requiredKeys: [] },
  )
  .map((sections) => new Map(Object.entries(sections)));

/**
 * Lawful texts: they parse without errors against ARBITRARY_CONTEXT. Questions are named `which-<sort>`, answers `first`,
 * `second`, `third`; clauses `rule-1`, `rule-2`, `exception`; readings `r1` to `r3`; zones `inner`, `outer`, `undrawn`.
 */
export function arbitraryInstrument(options: Partial<ArbitraryShape> = {}): Arbitrary<Instrument> {
  const shape = { ...ALL, ...options };
  const sorts = Object.keys(valuesOf(shape)).filter(
    (sort): sort is Sort => sort in valuesOf(shape),
  );
  const usable = sorts.filter((sort) => shape.exceptions || sort !== "unless");
  return fc
    .subarray(usable, { maxLength: 4 })
    .chain((asked) => fc.tuple(...asked.map((sort) => arbitraryQuestion(sort, shape))))
    .chain((questions) => arbitraryBody(questions, shape));
}

function arbitraryBody(
  questions: readonly Question[],
  shape: ArbitraryShape,
): Arbitrary<Instrument> {
  const asked = new Set(
    questions.flatMap(({ answers }) => [...answers.values()].map(({ value }) => value.sort)),
  );
  const world = { shape, asked };
  const rules = [
    arbitraryClause("rule-1", "prohibit", world),
    maybe(arbitraryClause("rule-2", "prohibit", world)),
    shape.exceptions ? arbitraryClause("exception", "permit", world) : fc.constant(null),
    maybe(arbitraryDuty(world)),
  ];
  const readings = ["r1", "r2", "r3"].map((id) => arbitraryReading(id, questions));
  return fc
    .record({
      title: arbitraryText,
      dated: maybe(day),
      clauses: fc.tuple(...rules),
      readings: fc.tuple(...readings),
      status: fc.dictionary(arbitraryParty, some(arbitraryStatus, 2)),
      kept,
    })
    .map(({ title, dated, clauses, readings: read, status, kept: whole }) => ({
      ...FIXED,
      objects: objectsOf(asked),
      title,
      dated,
      status: new Map(Object.entries(status)),
      questions: byId(questions),
      clauses: byId(clauses.filter((clause) => clause !== null)),
      readings: byId(read),
      kept: whole,
    }));
}

/** One object, whose side the text's question answers where it asks one. */
function objectsOf(asked: ReadonlySet<Sort>): Instrument["objects"] {
  const question = { kind: "question" as const, question: questionId("side") };
  const side = asked.has("side") ? question : ({ kind: "value", value: "A" } as const);
  const plant = { id: "plant", kinds: ["power-plant"], names: ["The Plant"], side };
  const place = { center: [30.5, 45.5] as const, radiusMeters: 300 };
  return new Map([
    ["plant", { ...plant, function: "civilian", controlledBy: null, place }],
    [
      "depot",
      { ...plant, id: "depot", names: [], function: null, controlledBy: side, place: null },
    ],
  ]);
}

const arbitraryStatus = fc.record({
  is: fc.constantFrom("accepted" as const, "conditional" as const, "rejected" as const),
  since: day,
  source: maybe(source),
});
