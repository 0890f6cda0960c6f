// The laws of TERMS 8 that need only the judge, and P1 for the look-up by situation. `npm run check:mutants` plants a bug for each.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  KINDS,
  arbitraryEvents,
  arbitraryIncident,
  arbitraryInstrument,
  arbitraryRecord,
  inputOf,
  possibility,
} from "../../test/kit/arbitrary.ts";
import { readingId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import type { Facts, Incident } from "../model/incident.ts";
import { DAY_MS } from "../model/instant.ts";
import type { Clause, Instrument, Reading, Target } from "../terms/ast.ts";
import { assessCase, modelsOf } from "./assess.ts";
import { explainIncident } from "./explain.ts";
import { keepOnly } from "./inputs.ts";
import { judge } from "./judge.ts";
import { readingModel } from "./reading-model.ts";
import type { ReadingModel } from "./reading-model.ts";
import { differingQuestions, retake, takenOf } from "./retake.ts";
import { situate } from "./situation.ts";
import type { Verdict } from "./verdict.ts";
import { isAlways, whySet } from "./why.ts";
import { compareReadings } from "./wording.ts";

const everything = { release: true, permits: true, zones: true } as const;

function verdictOf(model: ReadingModel, incident: Incident): Verdict {
  return judge(model, situate(model, incident.facts), incident.id);
}

function models(
  instrument: Instrument,
  incidents: readonly Incident[],
  events = inputOf([], []).events,
) {
  return modelsOf(inputOf([instrument], incidents, events)).map(({ model }) => model);
}

function withFacts(incident: Incident, facts: Partial<Facts>): Incident {
  return { ...incident, facts: { ...incident.facts, ...facts } };
}

function withReading(instrument: Instrument, change: (reading: Reading) => Reading): Instrument {
  const readings = [...instrument.readings.values()].map(change);
  return { ...instrument, readings: new Map(readings.map((reading) => [reading.id, reading])) };
}

function withClauses(instrument: Instrument, change: (clause: Clause) => Clause): Instrument {
  const clauses = [...instrument.clauses.values()].map(change);
  return { ...instrument, clauses: new Map(clauses.map((clause) => [clause.id, clause])) };
}

/** Everything about a verdict but its standing. */
function core({ verdict, reasons, cause, clauses, maybe }: Verdict) {
  return { verdict, reasons, cause, clauses, maybe };
}

describe("knowing more never overturns a verdict", () => {
  test("P3: narrowing a fact keeps every determined verdict", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryIncident(),
        arbitraryEvents,
        fc.nat(5),
        (instrument, incident, events, which) => {
          for (const model of models(instrument, [incident], events)) {
            const before = verdictOf(model, incident);
            if (before.verdict === "undetermined") continue;
            for (const narrower of narrowings(incident, which)) {
              expect(verdictOf(model, narrower).verdict).toBe(before.verdict);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("P4: taking a live answer keeps every determined verdict", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(3),
        arbitraryEvents,
        (instrument, incidents, events) => {
          for (const model of models(instrument, incidents, events)) {
            for (const question of instrument.questions.values()) {
              if (model.reading.take.has(question.id)) continue;
              for (const answer of question.answers.keys()) {
                const taken = readingModel(
                  model.context,
                  retake(model.reading, [[question.id, [answer]]]),
                );
                for (const incident of incidents) {
                  const before = verdictOf(model, incident);
                  if (before.verdict !== "undetermined")
                    expect(verdictOf(taken, incident).verdict).toBe(before.verdict);
                }
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

test("P1: a verdict looked up by its situation is the judge's own", () => {
  fc.assert(
    fc.property(
      fc.boolean().chain((release) => arbitraryInstrument({ ...everything, release })),
      arbitraryRecord(6),
      arbitraryEvents,
      (instrument, incidents, events) => {
        const input = inputOf([instrument], incidents, events);
        const named = modelsOf(input);
        for (const { incident, verdicts } of assessCase(input).rows) {
          for (const { id, model } of named) {
            expect(verdicts.get(id)).toEqual(verdictOf(model, incident));
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

describe("P5: without release, more forbidden is never less broken", () => {
  test("wider targets, a wider zone and a longer period never remove a violation", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ zones: true }).map(decidedText),
        arbitraryIncident().map(decided),
        fc.constantFrom(...KINDS.nodes.keys()),
        (narrow, incident, kind) => {
          const before = models(narrow, [incident]);
          for (const wide of [longer(narrow), widerTargets(narrow, kind), widerZone(narrow)]) {
            const after = models(wide, [incident]);
            before.forEach((model, i) => {
              const widened = after[i];
              if (widened === undefined || verdictOf(model, incident).verdict !== "violation")
                return;
              expect(verdictOf(widened, incident).verdict).toBe("violation");
            });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("an added exception never adds a violation", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ permits: true }).map(decidedText),
        arbitraryIncident().map(decided),
        (excepted, incident) => {
          const plain = {
            ...excepted,
            clauses: new Map([...excepted.clauses].filter(([id]) => id !== "exception")),
          };
          const without = withClauses(plain, (clause) => ({ ...clause, unless: null }));
          const [before, after] = [models(without, [incident]), models(excepted, [incident])];
          after.forEach((model, i) => {
            const bare = before[i];
            if (bare === undefined || verdictOf(model, incident).verdict !== "violation") return;
            expect(verdictOf(bare, incident).verdict).toBe("violation");
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("what does not matter", () => {
  test("P6: the order and the doubles of clauses, readings, answers taken, possibilities and rows", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(),
        arbitraryEvents,
        (instrument, incidents, events) => {
          const turned: Instrument = {
            ...instrument,
            clauses: new Map([...instrument.clauses].reverse()),
            questions: new Map([...instrument.questions].reverse()),
            readings: new Map(
              [...instrument.readings].reverse().map(([id, reading]) => [id, doubled(reading)]),
            ),
          };
          const mirrored = incidents.map((incident) =>
            withFacts(incident, turnedFacts(incident.facts)),
          );
          expect(verdictTable(turned, mirrored.reverse(), events)).toEqual(
            verdictTable(instrument, incidents, events),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  test("P7: the names of clauses, readings and answers", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryIncident(), (instrument, incident) => {
        const renamed = withClauses(
          withReading(instrument, (reading) => ({ ...reading, id: `x${reading.id}` })),
          (clause) => (clause.id === "exception" ? clause : { ...clause, id: `z${clause.id}` }),
        );
        const verdicts = (one: Instrument) =>
          models(one, [incident]).map((model) => verdictOf(model, incident).verdict);
        expect(verdicts(renamed)).toEqual(verdicts(instrument));
      }),
      { numRuns: 200 },
    );
  });

  test("P8: shifting text and record together in UTC shifts nothing else", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(),
        fc.integer({ min: 1, max: 400 }),
        (instrument, incidents, days) => {
          const later = incidents.map((incident) => {
            const { from, until } = incident.facts.occurred;
            return withFacts(incident, {
              occurred: { from: from + days * DAY_MS, until: until + days * DAY_MS },
            });
          });
          expect(verdictTable(shifted(instrument, days), later)).toEqual(
            verdictTable(instrument, incidents),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test("P9: swapping the parties of a symmetric text swaps nothing but who did it", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ ...everything, symmetric: true }),
        arbitraryRecord(),
        (instrument, incidents) => {
          const swap = (party: string): string => ({ A: "B", B: "A" })[party] ?? party;
          const swapped = incidents.map((incident) =>
            withFacts(incident, {
              actors: incident.facts.actors.map(({ value }) => possibility(swap(value))),
            }),
          );
          expect(verdictTable(instrument, swapped)).toEqual(verdictTable(instrument, incidents));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("P10: periods are half-open", () => {
  test("the start is inside, the end outside, and abutting periods have no seam", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({}),
        fc.integer({ min: -1, max: 2 }),
        fc.integer({ min: 1, max: 4 }),
        (instrument, start, days) => {
          const first = fixedPeriod(instrument, start, days);
          const second = fixedPeriod(instrument, start + days, days);
          const reasonsAt = (one: Instrument, at: number): readonly string[] =>
            models(one, []).flatMap((model) => verdictOf(model, bare(at)).reasons);
          const [from, end] = [start * DAY_MS, (start + days) * DAY_MS].map(
            (at) => Date.parse("2025-03-18T00:00:00Z") + at,
          );
          if (from === undefined || end === undefined) return;
          expect(reasonsAt(first, from)).not.toContain("period");
          expect(reasonsAt(first, from - 1)).toContain("period");
          expect(reasonsAt(first, end - 1)).not.toContain("period");
          expect(reasonsAt(first, end)).toContain("period");
          expect(reasonsAt(second, end)).not.toContain("period");
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("numbers hold", () => {
  test("P11: at least <= at most, and the parts sum to the totals", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(6),
        arbitraryEvents,
        (instrument, incidents, events) => {
          const mixed = incidents.map((incident, i) =>
            i % 2 === 0 ? incident : decided(incident),
          );
          const { readings, rows } = assessCase(inputOf([instrument], mixed, events));
          for (const { totals, byParty, byStanding } of readings) {
            const { facts, text, both } = totals.undetermined;
            expect(
              totals.violation + totals.notCovered + totals.conflict + facts + text + both,
            ).toBe(totals.incidents);
            expect(totals.incidents + totals.aggregates).toBe(rows.length);
            expect(totals.aggregates).toBe(
              rows.filter(({ incident }) => incident.aggregate).length,
            );
            expect(totals.atLeast).toBe(totals.violation);
            for (const bounds of [
              totals,
              ...Object.values(byParty),
              ...Object.values(byStanding),
            ]) {
              expect(bounds.atLeast).toBeLessThanOrEqual(bounds.atMost);
            }
            const standing = Object.values(byStanding);
            expect(standing.reduce((sum, { atMost }) => sum + atMost, 0)).toBe(totals.atMost);
            expect(standing.reduce((sum, { atLeast }) => sum + atLeast, 0)).toBe(totals.atLeast);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("P20: every verdict but a violation has a reason or a cause, and only those have one", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(),
        arbitraryEvents,
        (instrument, incidents, events) => {
          for (const { verdicts } of assessCase(inputOf([instrument], incidents, events)).rows) {
            for (const { verdict, reasons, cause, clauses, maybe } of verdicts.values()) {
              expect(cause !== null).toBe(verdict === "undetermined");
              expect(reasons.length > 0 || verdict !== "not-covered").toBe(true);
              expect(reasons.length === 0 || verdict !== "violation").toBe(true);
              expect(clauses.length > 0).toBe(true);
              expect(maybe || verdict !== "violation").toBe(true);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("explanations do what they say", () => {
  test("P13: flip sets flip, and no proper subset of one does", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryRecord(), (instrument, incidents) => {
        const input = inputOf([instrument], incidents);
        const [a, b] = [readingId("random", "reading-0"), readingId("random", "reading-1")];
        const { sets, causes, hard, soft } = compareReadings(input, [a, b]);
        const [from, to] = modelsOf(input, [a, b]).map(({ model }) => model);
        if (from === undefined || to === undefined) return;
        for (const { questions, ids } of sets) {
          for (const incident of incidents.filter(({ id }) => ids.includes(id))) {
            const target = verdictOf(to, incident).verdict;
            expect(switched(from, to, questions, incident)).toBe(target);
            for (const left of questions) {
              const fewer = questions.filter((question) => question !== left);
              expect(switched(from, to, fewer, incident)).not.toBe(target);
            }
          }
        }
        expect(causes.reduce((sum, cause) => sum + cause.hard + cause.soft, 0)).toBe(hard + soft);
        expect(
          sets
            .flatMap(({ questions }) => questions)
            .every((q) => differingQuestions(from.reading, to.reading).includes(q)),
        ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("P14: the verdict follows from its why alone, and from nothing less", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ permits: true, zones: true }),
        arbitraryIncident(),
        (instrument, incident) => {
          for (const model of models(instrument, [incident])) {
            const situation = situate(model, incident.facts);
            const judgement = { model, situation, incident: incident.id };
            const { verdict } = verdictOf(model, incident);
            if (verdict === "undetermined") continue;
            const { inputs } = whySet(judgement, verdict);
            expect(isAlways(keepOnly(judgement, new Set(inputs)), verdict)).toBe(true);
            for (const left of inputs) {
              const fewer = new Set(inputs.filter((input) => input !== left));
              expect(isAlways(keepOnly(judgement, fewer), verdict)).toBe(false);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a change that explains why not gives the verdict it names", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryRecord(2), (instrument, incidents) => {
        const input = inputOf([instrument], incidents);
        const [incident] = incidents;
        const reading: ReadingId = readingId("random", "reading-0");
        if (incident === undefined) return;
        const { whyNot, verdict, settles } = explainIncident(input, {
          incident: incident.id,
          reading,
        });
        expect(whyNot.every((change) => change.verdict !== verdict.verdict)).toBe(true);
        expect(settles.length > 0).toBe(
          verdict.verdict === "undetermined" && verdict.limit === null,
        );
      }),
      { numRuns: 60 },
    );
  });
});

function narrowings(incident: Incident, which: number): readonly Incident[] {
  const { occurred, actors, acts, means, things } = incident.facts;
  const middle = Math.floor((occurred.from + occurred.until) / 2);
  const parts = [
    { from: occurred.from, until: occurred.from + 1 },
    { from: middle, until: occurred.until },
  ];
  const choices: readonly (readonly Partial<Facts>[])[] = [
    parts.map((part) => ({ occurred: part })),
    actors.map((actor) => ({ actors: [actor] })),
    acts.map((act) => ({ acts: [act] })),
    means.map((one) => ({ means: [one] })),
    things.flatMap((thing, i) =>
      leavesOf(thing.kinds.map(({ value }) => value)).map((leaf) => ({
        things: things.map((old, j) => (i === j ? { ...old, kinds: [possibility(leaf)] } : old)),
      })),
    ),
    [{ flags: { incoming: true } }, { flags: { incoming: false } }].filter(
      () => incident.facts.flags["incoming"] === "unknown",
    ),
  ];
  return (choices[which] ?? []).map((facts) => withFacts(incident, facts));
}

function leavesOf(kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => (kind === "unknown" ? KINDS.leaves : KINDS.below(kind)));
}

/** One of the possible worlds of an incident, so that violations are common. */
function decided(incident: Incident): Incident {
  const { occurred, actors, acts, means, things, target } = incident.facts;
  const first = <T extends { readonly value: string }>(options: readonly T[], instead: string) => {
    const value = options[0]?.value ?? instead;
    return [possibility(value === "unknown" || value === "none" ? instead : value)];
  };
  return withFacts(incident, {
    occurred: { from: occurred.from, until: occurred.from + 1 },
    actors: first(actors, "A"),
    acts: first(acts, "strike"),
    means: first(means, "drone"),
    things: things.slice(0, 1).map((thing) => ({
      ...thing,
      kinds: [possibility(leavesOf(thing.kinds.map(({ value }) => value))[0] ?? "line")],
    })),
    target: target.kind === "disc" ? { ...target, radiusMeters: 0 } : target,
  });
}

/** Every question taken, every wait over. */
function decidedText(instrument: Instrument): Instrument {
  const taken = withReading(instrument, (reading) => ({
    ...reading,
    take: new Map(
      [...instrument.questions.values()].map((question) => [
        question.id,
        [...question.answers.keys()].slice(0, 1),
      ]),
    ),
  }));
  return withClauses(taken, (clause) => ({ ...clause, inForce: null }));
}

/** One more kind, named first. */
function widerTargets(instrument: Instrument, kind: string): Instrument {
  const wider = (targets: readonly Target[]): readonly Target[] => [
    { kind, facets: {} },
    ...targets,
  ];
  const clauses = withClauses(instrument, (clause) =>
    clause.targets?.kind === "value"
      ? { ...clause, targets: { kind: "value", value: wider(clause.targets.value) } }
      : clause,
  );
  const questions = [...clauses.questions.values()].map((question) => {
    const answers = [...question.answers.values()].map((answer) =>
      answer.value.sort === "targets"
        ? { ...answer, value: { sort: "targets" as const, value: wider(answer.value.value) } }
        : answer,
    );
    return { ...question, answers: new Map(answers.map((answer) => [answer.id, answer])) };
  });
  return { ...clauses, questions: new Map(questions.map((question) => [question.id, question])) };
}

/** The zone of the text grown on all sides. */
function widerZone(instrument: Instrument): Instrument {
  const grown = [
    [
      [28, 43],
      [33, 43],
      [33, 48],
      [28, 48],
      [28, 43],
    ],
  ] as const;
  return { ...instrument, zones: new Map([["box", { kind: "polygon", polygons: [grown] }]]) };
}

/** Every length of the text a day longer. */
function longer(instrument: Instrument): Instrument {
  const length = instrument.questions.get("length");
  if (length === undefined) return instrument;
  const answers = [...length.answers.values()].map((answer) => {
    const { value } = answer;
    if (value.sort !== "for" || value.value.kind !== "elapsed") return answer;
    const milliseconds = value.value.milliseconds + DAY_MS;
    return {
      ...answer,
      value: { sort: "for" as const, value: { kind: "elapsed" as const, milliseconds } },
    };
  });
  const question = { ...length, answers: new Map(answers.map((answer) => [answer.id, answer])) };
  return { ...instrument, questions: new Map(instrument.questions).set("length", question) };
}

function doubled(reading: Reading): Reading {
  return {
    ...reading,
    take: new Map([...reading.take].reverse().map(([id, taken]) => [id, [...taken, ...taken]])),
  };
}

function turnedFacts({ actors, acts, means, things }: Facts): Partial<Facts> {
  return {
    actors: [...actors, ...actors].reverse(),
    acts: [...acts].reverse(),
    means: [...means, ...means],
    things: [...things]
      .reverse()
      .map((thing) => ({ ...thing, kinds: [...thing.kinds, ...thing.kinds].reverse() })),
  };
}

function verdictTable(
  instrument: Instrument,
  incidents: readonly Incident[],
  events = inputOf([], []).events,
) {
  const rows = assessCase(inputOf([instrument], incidents, events)).rows;
  const table = rows.flatMap(({ incident, verdicts }) =>
    [...verdicts].map(
      ([reading, verdict]) => [`${incident.id} ${reading}`, core(verdict)] as const,
    ),
  );
  return Object.fromEntries(table);
}

function shifted(instrument: Instrument, days: number): Instrument {
  const start = instrument.questions.get("start");
  if (start === undefined) return instrument;
  const answers = [...start.answers.values()].map((answer) => {
    const { value } = answer;
    if (value.sort !== "from" || value.value.kind !== "at") return answer;
    const wall = new Date(Date.parse(`${value.value.wall}Z`) + days * DAY_MS)
      .toISOString()
      .slice(0, 16);
    return { ...answer, value: { sort: "from" as const, value: { ...value.value, wall } } };
  });
  const question = { ...start, answers: new Map(answers.map((answer) => [answer.id, answer])) };
  return { ...instrument, questions: new Map(instrument.questions).set("start", question) };
}

/** The same text with one start and one length, in force at once, forbidding everything to everybody. */
function fixedPeriod(instrument: Instrument, start: number, days: number): Instrument {
  const wall = new Date(Date.parse("2025-03-18T00:00:00Z") + start * DAY_MS)
    .toISOString()
    .slice(0, 16);
  return withClauses(instrument, (clause) => ({
    ...clause,
    by: { kind: "value", value: ["A", "B"] },
    act: null,
    targets: null,
    inForce: null,
    from: { kind: "value", value: { kind: "at", wall, zone: { kind: "offset", minutes: 0 } } },
    for: { kind: "value", value: { kind: "elapsed", milliseconds: days * DAY_MS } },
  }));
}

function bare(at: number): Incident {
  const [incident] = fc.sample(arbitraryIncident(), { numRuns: 1, seed: 1 });
  if (incident === undefined) throw new Error("no sample");
  return withFacts(incident, {
    occurred: { from: at, until: at + 1 },
    actors: [possibility("A")],
    acts: [possibility("strike")],
  });
}

function switched(
  from: ReadingModel,
  to: ReadingModel,
  questions: readonly string[],
  incident: Incident,
): string {
  const changes = questions.map((question) => [question, takenOf(to.reading, question)] as const);
  return verdictOf(readingModel(from.context, retake(from.reading, changes)), incident).verdict;
}
