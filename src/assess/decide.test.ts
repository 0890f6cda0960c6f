// P1 of TERMS 8 for everything that is faster than the judge: shared situations, left-out columns, one prologue for all worlds.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryEvents,
  arbitraryIncident,
  arbitraryJointRecord,
  possibility,
} from "../../test/kit/arbitrary-record.ts";
import { arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { loadFolder } from "../../test/kit/load-folder.ts";
import { REAL_CASE } from "../../test/kit/real-case.ts";
import { runs } from "../../test/kit/runs.ts";
import { everything, verdictOf } from "../../test/kit/variations.ts";
import type { FactRow, Facts, Incident } from "../model/incident.ts";
import { assessCase, modelsOf } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { factWorlds } from "./fact-world.ts";
import type { Act } from "./contrary-acts.ts";
import type { EdgeAnswers } from "./membership.ts";
import { assignment, outcomeOf } from "./outcome.ts";
import type { ReadingModel } from "./reading-model.ts";
import { settle } from "./release.ts";
import { situate } from "./situation.ts";
import type { Release } from "./rule.ts";
import { releaseView, textRows } from "./text-rows.ts";
import type { TextWorld } from "./text-world.ts";

/** Strikes of known sides on known things that stand below an open edge: whether they are breaches is a matter of words. */
function wordsApart(): fc.Arbitrary<readonly Incident[]> {
  const strike = fc
    .tuple(
      arbitraryIncident(),
      fc.constantFrom("A", "B"),
      fc.constantFrom("meter", "school", "traction"),
    )
    .map(([one, actor, kind]): Incident => {
      const things = [{ kinds: [possibility(kind)], name: null, facets: {} }];
      const known = { actors: [possibility(actor)], acts: [possibility("strike")], things };
      return { ...one, facts: { ...one.facts, ...known, flags: {} } };
    });
  return fc.array(strike, { minLength: 1, maxLength: 3 });
}

/** Texts with release on breach, and records in which incidents are repeated: at the same instant, and a little later. */
const arbitraryInput = fc
  .tuple(
    arbitraryInstrument({ ...everything, release: true }),
    arbitraryJointRecord(5),
    wordsApart(),
    arbitraryEvents,
    fc.constantFrom(0, 1, 3_600_000),
  )
  .map(([instrument, incidents, extra, events, step]) => {
    const again = [...incidents, ...extra].map((one, i): Incident => {
      const facts = later(one.facts, step);
      return { ...one, id: `inc-again-${i}` as Incident["id"], facts };
    });
    return inputOf([instrument], [...incidents, ...again], events);
  });

function later({ joint, ...facts }: Facts, step: number): Facts {
  const shifted = (row: FactRow): FactRow => {
    const { from, until } = row.occurred;
    return { ...row, occurred: { from: from + step, until: until + step } };
  };
  return { ...shifted(facts), ...(joint === undefined ? {} : { joint: joint.map(shifted) }) };
}

describe("P1: what is looked up is the judge's own", () => {
  test("with release on breach, over records that repeat themselves", () => {
    const seen = { pairs: 0, alone: 0, released: 0 };
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const { model } of modelsOf(input)) {
          const { cuts, firsts } = releaseView(model);
          seen.alone += firsts.size;
          if (cuts.length > model.frame.cuts.length) seen.released++;
        }
        seen.pairs += expectJudged(input);
      }),
      { numRuns: runs(160) },
    );
    expect(seen.pairs).toBeGreaterThan(runs(640));
    expect(seen.alone).toBeGreaterThan(runs(32));
    expect(seen.released).toBeGreaterThan(runs(32));
  });

  test.each([REAL_CASE, "cases/korea-1953", "cases/example"])("of every incident of %s", (name) => {
    const { value } = loadFolder(name);
    if (value === null) throw new Error(`${name} does not load`);
    expect(expectJudged(value)).toBeGreaterThan(0);
  });
});

/** How many verdicts were compared. */
function expectJudged(input: AssessInput): number {
  const named = modelsOf(input);
  const { rows } = assessCase(input);
  for (const { incident, verdicts } of rows) {
    for (const { id, model } of named) {
      expect([incident.id, id, verdicts.get(id)]).toEqual([
        incident.id,
        id,
        verdictOf(model, incident),
      ]);
    }
  }
  return rows.length * named.length;
}

/** Of the random taxonomy and acts (test/kit/arbitrary.ts). */
const OPEN_EDGES = ["attempt-in-strike", "meter-in-line", "school-in-rail", "traction-in-grid"];

describe("the prologue", () => {
  test("finds the breach times that every fact world of every incident gives, whatever the answers to open edges", () => {
    let breaches = 0;
    fc.assert(
      fc.property(arbitraryInput, (input) => {
        for (const { model } of modelsOf(input)) {
          const rows = textRows(model);
          for (const world of model.worlds.filter(mayRelease)) {
            for (const edges of everyAnswer(model)) {
              const acts = model.context.incidents.flatMap((one) =>
                everyAct(model, { world, edges }, one),
              );
              breaches += acts.length;
              const fitting = rows.filter(
                (row) => row.world === world && isWithin(edges, row.edges),
              );
              expect(fitting.map(({ times }) => times)).toEqual([settle(model.context, acts)]);
            }
          }
        }
      }),
      { numRuns: runs(200) },
    );
    expect(breaches).toBeGreaterThan(runs(600));
  });
});

/** The plain twin: one fact world after the other, nothing shared and nothing left out. */
function everyAct(
  model: ReadingModel,
  { world: { rules }, edges }: { readonly world: TextWorld; readonly edges: EdgeAnswers },
  incident: Incident,
): readonly Act[] {
  const { context, frame } = model;
  const situation = situate(model, incident.facts);
  const facts = factWorlds(situation, { ...frame, breachOpen: () => false });
  if (facts === null) throw new Error("a random incident is not that wide");
  const found = facts.map((fact) => {
    const { cells } = outcomeOf({ context, edges, fact, rules, released: false });
    const broken = cells.filter(breaks).flatMap(({ clauses }) => clauses);
    const given = rules.filter(({ id }) => broken.includes(id)).map(({ release }) => release);
    const release = given.find(isKind("free")) ?? given.find(isKind("notice")) ?? null;
    return { fact, release, isBreach: release !== null && cells.every(breaks) };
  });
  const sure = situation.actors.length === 1 && found.every(({ isBreach }) => isBreach);
  const { from, until } = incident.facts.occurred;
  const latest = Math.max(until, from + 1) - 1;
  return found.flatMap(({ fact: { actor, at }, release }): readonly Act[] =>
    release === null ? [] : [{ incident: incident.id, actor, at, latest, sure, release }],
  );
}

/** All edges of the random taxonomy and acts that the reading leaves open, answered in every way. */
function everyAnswer({ edges }: ReadingModel): readonly EdgeAnswers[] {
  const open = OPEN_EDGES.filter((edge) => !edges.has(edge));
  return Array.from({ length: 1 << open.length }, (_, row) => assignment(open, edges, row));
}

function isWithin(answers: EdgeAnswers, row: EdgeAnswers): boolean {
  return [...row].every(([edge, answer]) => answers.get(edge) === answer);
}

function mayRelease({ rules }: TextWorld): boolean {
  return rules.some(({ release }) => release.kind !== "none");
}

function isKind(wanted: Release["kind"]) {
  return ({ kind }: Release): boolean => kind === wanted;
}

function breaks({ value }: { readonly value: string }): boolean {
  return value === "violation";
}
