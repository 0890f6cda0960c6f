// Variations of texts and incidents that the laws of TERMS 8 compare: narrower, wider, renamed, shifted, turned around.
import fc from "fast-check";
import { assessCase, modelsOf } from "../../src/assess/assess.ts";
import { judge } from "../../src/assess/judge.ts";
import { readingModel } from "../../src/assess/reading-model.ts";
import type { ReadingModel } from "../../src/assess/reading-model.ts";
import { retake, takenOf } from "../../src/assess/retake.ts";
import { situate } from "../../src/assess/situation.ts";
import type { Verdict } from "../../src/assess/verdict.ts";
import type { Facts, Incident } from "../../src/model/incident.ts";
import { DAY_MS } from "../../src/model/instant.ts";
import type { Clause, Instrument, Reading, Target } from "../../src/terms/ast.ts";
import { arbitraryIncident, possibility } from "./arbitrary-record.ts";
import { KINDS, inputOf } from "./arbitrary.ts";

/** Whatever a law needs: release, exceptions and zones. */
export const everything = { release: true, permits: true, zones: true } as const;

export function verdictOf(model: ReadingModel, incident: Incident): Verdict {
  return judge(model, situate(model, incident.facts), incident.id);
}

export function models(
  instrument: Instrument,
  incidents: readonly Incident[],
  events = inputOf([], []).events,
) {
  return modelsOf(inputOf([instrument], incidents, events)).map(({ model }) => model);
}

export function withFacts(incident: Incident, facts: Partial<Facts>): Incident {
  return { ...incident, facts: { ...incident.facts, ...facts } };
}

export function withReading(
  instrument: Instrument,
  change: (reading: Reading) => Reading,
): Instrument {
  const readings = [...instrument.readings.values()].map(change);
  return { ...instrument, readings: new Map(readings.map((reading) => [reading.id, reading])) };
}

export function withClauses(
  instrument: Instrument,
  change: (clause: Clause) => Clause,
): Instrument {
  const clauses = [...instrument.clauses.values()].map(change);
  return { ...instrument, clauses: new Map(clauses.map((clause) => [clause.id, clause])) };
}

/** Everything about a verdict but its standing. */
export function core({ verdict, reasons, cause, clauses, maybe }: Verdict) {
  return { verdict, reasons, cause, clauses, maybe };
}

/** Every way to narrow one fact to one of its possibilities. */
export function narrowings(incident: Incident): readonly Incident[] {
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
    [
      { calibre: { low: 82, high: 82 } },
      { calibre: { low: 122, high: 122 } },
      { calibre: { low: 130, high: 152 } },
    ].filter(() => incident.facts.calibre?.low !== incident.facts.calibre?.high),
    [{ distances: { rail: { low: 450, high: 500 } } }].filter(
      () => incident.facts.distances !== undefined,
    ),
    [{ flags: { incoming: true } }, { flags: { incoming: false } }].filter(
      () => incident.facts.flags["incoming"] === "unknown",
    ),
  ];
  return choices.flat().map((facts) => withFacts(incident, facts));
}

export function leavesOf(kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => (kind === "unknown" ? KINDS.leaves : KINDS.below(kind)));
}

/** One of the possible worlds of an incident, so that violations are common. */
export function decided(incident: Incident): Incident {
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
export function decidedText(instrument: Instrument): Instrument {
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
export function widerTargets(instrument: Instrument, kind: string): Instrument {
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
export function widerZone(instrument: Instrument): Instrument {
  const grown = [
    [
      [28, 43],
      [33, 43],
      [33, 48],
      [28, 48],
      [28, 43],
    ],
  ] as const;
  return {
    ...instrument,
    zones: new Map(instrument.zones).set("box", { kind: "polygon", polygons: [grown] }),
  };
}

/** Every length of the text a day longer. */
export function longer(instrument: Instrument): Instrument {
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

export function doubled(reading: Reading): Reading {
  return {
    ...reading,
    take: new Map([...reading.take].reverse().map(([id, taken]) => [id, [...taken, ...taken]])),
  };
}

export function turnedFacts({ actors, acts, means, things }: Facts): Partial<Facts> {
  return {
    actors: [...actors, ...actors].reverse(),
    acts: [...acts].reverse(),
    means: [...means, ...means],
    things: [...things]
      .reverse()
      .map((thing) => ({ ...thing, kinds: [...thing.kinds, ...thing.kinds].reverse() })),
  };
}

export function verdictTable(
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

export function shifted(instrument: Instrument, days: number): Instrument {
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
export function fixedPeriod(instrument: Instrument, start: number, days: number): Instrument {
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

export function bare(at: number): Incident {
  const [incident] = fc.sample(arbitraryIncident(), { numRuns: 1, seed: 1 });
  if (incident === undefined) throw new Error("no sample");
  return withFacts(incident, {
    occurred: { from: at, until: at + 1 },
    actors: [possibility("A")],
    acts: [possibility("strike")],
  });
}

export function switched(
  from: ReadingModel,
  to: ReadingModel,
  questions: readonly string[],
  incident: Incident,
): string {
  const changes = questions.map((question) => [question, takenOf(to.reading, question)] as const);
  return verdictOf(readingModel(from.context, retake(from.reading, changes)), incident).verdict;
}

/** The text with drawings that hold whatever the day. */
export function undated(instrument: Instrument): Instrument {
  const lines = [...instrument.lines].map(([id, line]) => {
    return [id, line.kind === "drawn" ? { ...line, valid: null } : line] as const;
  });
  return { ...instrument, lines: new Map(lines) };
}

/** The text with the same line for every party, so that no side has ground of its own. */
export function oneLineForAll(instrument: Instrument): Instrument {
  const lines = [...instrument.lines].map(([id, line]) => {
    const own = line.kind === "per-party" ? [...line.lines.keys()] : null;
    if (own === null) return [id, line] as const;
    return [
      id,
      { kind: "per-party" as const, lines: new Map(own.map((party) => [party, "always"])) },
    ] as const;
  });
  return { ...instrument, lines: new Map(lines) };
}
