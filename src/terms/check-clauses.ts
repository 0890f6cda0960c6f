// Findings about clauses together: override cycles and edges between equal effects (T307), one-sided clauses (T311).
import type { Problem } from "../model/problem.ts";
import { compareText } from "../model/problem.ts";
import type { Clause, Instrument } from "./ast.ts";
import { failure, groupBy, remark, statedValues, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";
import { clauseToPlain } from "./clause-to-plain.ts";

/** T307, T311, and T901 for release among many sides. */
export function checkClauses(input: CheckInput): readonly Problem[] {
  return [
    ...equalEffects(input),
    ...overrideCycles(input),
    ...oneSided(input),
    ...manySided(input),
  ];
}

interface Override {
  readonly over: Clause;
  readonly under: Clause;
  readonly path: readonly string[];
}

/** `unless: [x]` in c and `overrides: [c]` in x are the same edge: x over c. */
function overridesOf(instrument: Instrument): readonly Override[] {
  const { clauses } = instrument;
  return [...clauses.values()].flatMap((clause) => {
    const stated = { sort: "unless", clause: clause.id } as const;
    const exceptions = statedValues(instrument, clause.unless, stated);
    const above = exceptions.flatMap(({ value, path }) =>
      existing(clauses, value).map((over) => ({ over, under: clause, path })),
    );
    const path = ["clauses", clause.id, "overrides"];
    const below = existing(clauses, clause.overrides);
    return [...above, ...below.map((under) => ({ over: clause, under, path }))];
  });
}

function existing(clauses: ReadonlyMap<string, Clause>, ids: readonly string[]) {
  return ids.map((id) => clauses.get(id)).filter((clause) => clause !== undefined);
}

function equalEffects({ instrument, places }: CheckInput): readonly Problem[] {
  return overridesOf(instrument)
    .filter(({ over, under }) => over.id !== under.id && over.effect === under.effect)
    .map(({ over, under, path }) => {
      const words = `clauses "${over.id}" and "${under.id}" both ${over.effect}`;
      const message = `${words}: one cannot be an exception to the other`;
      return failure({ code: "T307", message, at: places(...path) });
    });
}

function overrideCycles({ instrument, places }: CheckInput): readonly Problem[] {
  const under = groupBy(overridesOf(instrument), ({ over }) => over.id);
  const found = new Map<string, Problem>();
  const walk = (id: string, trail: readonly string[]): void => {
    const seen = trail.indexOf(id);
    if (seen >= 0) {
      const cycle = trail.slice(seen);
      const key = [...cycle].sort(compareText).join(" ");
      const message = `clauses defeat each other in a circle: ${[...cycle, id].join(" over ")}`;
      const at = places("clauses", id);
      if (!found.has(key)) found.set(key, failure({ code: "T307", message, at }));
      return;
    }
    for (const edge of under.get(id) ?? []) {
      if (!done.has(edge.under.id)) walk(edge.under.id, [...trail, id]);
    }
    done.add(id);
  };
  const done = new Set<string>();
  for (const id of instrument.clauses.keys()) walk(id, []);
  return [...found.values()];
}

/** Clauses that bind some of the parties while no clause says the same of the others. */
function oneSided({ instrument, places }: CheckInput): readonly Problem[] {
  const clauses = [...instrument.clauses.values()].filter(({ effect }) => effect !== "permit");
  const twins = groupBy(clauses, ruleOf);
  return clauses.flatMap((clause) => {
    if (clause.by.kind !== "value") return [];
    const alike = twins.get(ruleOf(clause)) ?? [];
    const bound = new Set(alike.flatMap(({ by }) => (by.kind === "value" ? by.value : [])));
    const free = instrument.parties.filter((party) => !bound.has(party));
    if (free.length === 0) return [];
    const message = `clause "${clause.id}" binds ${clause.by.value.join(", ")} and has no twin for ${free.join(", ")}`;
    const counterexample = `the same act by ${free.join(" or ")} is judged by no such clause`;
    return [remark({ code: "T311", message, at: places("clauses", clause.id), counterexample })];
  });
}

/** What a clause says apart from whom it binds and where it was said. */
function ruleOf(clause: Clause): string {
  const by = { kind: "value", value: [] } as const;
  return JSON.stringify(clauseToPlain({ ...clause, by, source: [], text: null, note: null }));
}

function manySided({ instrument, places }: CheckInput): readonly Problem[] {
  if (instrument.parties.length < 3) return [];
  return [...instrument.clauses.values()].flatMap((clause) => {
    const stated = { sort: "on-breach", clause: clause.id } as const;
    const releases = statedValues(instrument, clause.onBreach, stated);
    if (!releases.some(({ value }) => value.kind !== "none")) return [];
    const message = "kept, not judged: release among three or more sides; nobody is released";
    const at = places("clauses", clause.id, "on-breach");
    return [warning({ code: "T901", message, at })];
  });
}
