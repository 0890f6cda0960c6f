// A text looked at from all sides at once: its readings, every world of its words, every situation they tell apart. What the
// findings of this folder are read off. The record plays no part: no incident frees anybody, no event has come unless a reading
// assumes it.
import { compareText } from "../../model/problem.ts";
import type { Reading } from "../../terms/ast.ts";
import type { Places } from "../../terms/places.ts";
import type { LoadedText } from "../../terms/context.ts";
import { contextOf } from "../context.ts";
import type { AssessInput, Context } from "../context.ts";
import { readingModel } from "../reading-model.ts";
import type { ReadingModel } from "../reading-model.ts";
import { MAX_TEXT_WORLDS } from "../text-world.ts";
import type { Rule } from "../rule.ts";
import type { TextWorld } from "../text-world.ts";
import { gridOf } from "./grid.ts";
import type { Grid, SituationClass } from "./grid.ts";
import { sayings } from "./meaning.ts";
import type { Saying } from "./meaning.ts";
import type { Sample } from "./sample.ts";
import { spaceOf } from "./space.ts";
import type { TooMany } from "./space.ts";

/** One text, what the case knows, and where its parts stand. */
export interface Surveyed {
  readonly input: AssessInput;
  readonly loaded: Pick<LoadedText, "instrument" | "version">;
  readonly places: Places;
  /** Over the limit of situations: try so many of them instead of none. */
  readonly sample?: Sample;
}

/** A saying of some world about some class. */
export interface Pattern extends Saying {
  readonly cls: SituationClass;
}

export interface Survey extends Surveyed {
  readonly context: Context;
  /** Nothing taken: every live answer stays possible. The first assumes nothing, the others what some reading assumes. */
  readonly open: readonly ReadingModel[];
  /** In the order of the text. */
  readonly readings: readonly ReadingModel[];
  /** Worlds of `open`, each once: those of every reading are among them. */
  readonly worlds: readonly TextWorld[];
  readonly grid: Grid;
  /** Distinct by world and matching rules, each with the first class that shows it. */
  readonly patterns: readonly Pattern[];
}

/** Why a text was not surveyed. */
export type Refusal =
  | ({ readonly kind: "situations" } & TooMany)
  | {
      readonly kind: "worlds";
      readonly count: number;
      readonly largest: readonly { readonly question: string; readonly answers: number }[];
    };

export function surveyOf(surveyed: Surveyed): Survey | Refusal {
  const { input, loaded } = surveyed;
  const context = contextOf(withoutRecord(input), loaded);
  const tooManyWorlds = worldsRefused(surveyed);
  if (tooManyWorlds !== null) return tooManyWorlds;
  const own = [...loaded.instrument.readings.values()];
  const assumed = [NOTHING, ...own.filter(({ assume }) => assume.size > 0)];
  const open = assumed.map(({ assume }) => readingModel(context, { ...NOTHING, assume }));
  const readings = own.map((one) => readingModel(context, one));
  const models = [...open, ...readings];
  const space = spaceOf(models, surveyed.sample);
  if ("tooMany" in space) return { kind: "situations", ...space };
  const worlds = distinct(open.flatMap((model) => model.worlds));
  const grid = gridOf(space, models);
  return {
    ...surveyed,
    context,
    open,
    readings,
    worlds,
    grid,
    patterns: patternsOf(grid, worlds),
  };
}

/** Holds no answer and assumes nothing. */
const NOTHING: Reading = { id: "", by: null, take: new Map(), assume: new Map(), note: null };

const BARE = new WeakMap<AssessInput, AssessInput>();

/** The same case without its record; one value for one case, so that its contexts are made once. */
export function withoutRecord(input: AssessInput): AssessInput {
  const bare = BARE.get(input) ?? { ...input, incidents: [], events: [] };
  BARE.set(input, bare);
  return bare;
}

/** Readings among whose worlds this one is; ids in order. */
export function readingsWith({ readings }: Survey, { key }: TextWorld): readonly string[] {
  const found = readings.filter(({ worlds }) => worlds.some((world) => world.key === key));
  return found.map(({ reading }) => reading.id).sort(compareText);
}

/** Patterns in which rules of a clause match. */
export function matchesOf(
  { patterns }: Pick<Survey, "patterns">,
  clause: string,
): readonly Pattern[] {
  return patterns.filter(({ matching }) => ruleIn(matching, clause) !== undefined);
}

export function ruleIn(rules: readonly Rule[], clause: string): Rule | undefined {
  return rules.find(({ id }) => id === clause);
}

/** Judged clauses: those that prohibit or permit. */
export function judgedClauses({ loaded }: Surveyed) {
  return [...loaded.instrument.clauses.values()].filter(({ effect }) => effect !== "require");
}

function worldsRefused({ loaded }: Surveyed): Refusal | null {
  const sizes = [...loaded.instrument.questions.values()].map(({ id, answers }) => ({
    question: id,
    answers: [...answers.values()].filter(({ live }) => live).length,
  }));
  const count = sizes.reduce((product, { answers }) => product * Math.max(1, answers), 1);
  if (count <= MAX_TEXT_WORLDS) return null;
  const largest = sizes.sort((a, b) => b.answers - a.answers).slice(0, 2);
  return { kind: "worlds", count, largest };
}

function distinct(worlds: readonly TextWorld[]): readonly TextWorld[] {
  return [...new Map(worlds.map((world) => [world.key, world] as const)).values()];
}

function patternsOf(grid: Grid, worlds: readonly TextWorld[]): readonly Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const [number, world] of worlds.entries()) {
    for (const cls of grid.classes) {
      for (const saying of sayings(grid, cls, world, new Map())) {
        const key = `${number} ${saying.matching.map(({ id }) => id).join()}`;
        if (!patterns.has(key)) patterns.set(key, { ...saying, cls });
      }
    }
  }
  return [...patterns.values()];
}
