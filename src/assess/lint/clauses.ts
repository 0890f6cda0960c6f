// Findings about single rules among all others: a clause that never matches (T301), one that never decides (T302), one that its
// exceptions leave nothing of (T306).
import { undefeated } from "../cell.ts";
import { ATOMS } from "../atoms.ts";
import type { Rule } from "../rule.ts";
import type { Clause } from "../../terms/ast.ts";
import type { Finding } from "./finding.ts";
import { shownBy } from "./finding.ts";
import type { PlacedRule } from "./grid.ts";
import { valueOf } from "./meaning.ts";
import { situationAt } from "./space.ts";
import { judgedClauses, matchesOf, ruleIn } from "./survey.ts";
import type { Pattern, Survey } from "./survey.ts";
import { quotedList, situationWords } from "./words.ts";

/** T301, T302, T306. */
export function findInClauses(survey: Survey): readonly Finding[] {
  const clauses = judgedClauses(survey);
  const prohibitions = clauses.filter(({ effect }) => effect === "prohibit");
  const swallowed = prohibitions.filter((clause) => isSwallowed(survey, clause));
  const needless = needlessOf(
    survey,
    prohibitions.filter((clause) => !swallowed.includes(clause)),
  );
  return [
    ...clauses.flatMap((clause) => neverMatches(survey, clause)),
    ...swallowed.map((clause) => swallowedBy(survey, clause)),
    ...needless.map((clause) => neverDecides(survey, clause)),
  ];
}

function neverMatches(survey: Survey, { id }: Clause): readonly Finding[] {
  if (matchesOf(survey, id).length > 0) return [];
  const nearest = nearestTo(survey, id);
  const why = nearest === null ? "no world of the text has it" : `its ${nearest.atom} never holds`;
  return [
    {
      code: "T301",
      severity: "error",
      message: `clause "${id}" never matches: ${why}`,
      path: ["clauses", id],
      ...(nearest === null ? {} : { shown: `${nearest.words}: fails only at ${nearest.atom}` }),
    },
  ];
}

/** The situation in which most of the clause's atoms hold, and the atom at which it fails. */
function nearestTo(
  { grid, context }: Survey,
  id: string,
): { readonly atom: string; readonly words: string } | null {
  const { space } = grid;
  const ways = grid.rules.filter(({ rule }) => rule.id === id);
  let best: { readonly index: number; readonly failed: readonly string[] } | null = null;
  for (const { first: index } of grid.classes) {
    for (const way of ways) {
      const failed = failedAtoms(way, situationAt(space, index));
      if (best === null || failed.length < best.failed.length) best = { index, failed };
    }
  }
  const [atom] = best?.failed ?? [];
  if (best === null || atom === undefined) return null;
  return { atom, words: situationWords(space, context, best.index) };
}

function failedAtoms(
  { rule, context }: PlacedRule,
  fact: ReturnType<typeof situationAt>,
): readonly string[] {
  const asking = { rule, context, fact, edges: new Map<string, boolean>() };
  return ATOMS.filter(({ holds }) => !holds(asking)).map(({ name }) => name);
}

/** Some situation matches it, and an exception defeats it in every one. */
function isSwallowed(survey: Survey, { id }: Clause): boolean {
  const matches = matchesOf(survey, id);
  return matches.length > 0 && matches.every(({ matching }) => !stands(matching, id));
}

function stands(matching: readonly Rule[], id: string): boolean {
  return (
    ruleIn(
      undefeated(matching, () => true),
      id,
    ) !== undefined
  );
}

function swallowedBy(survey: Survey, { id }: Clause): Finding {
  const [first] = matchesOf(survey, id);
  const over = [
    ...new Set(matchesOf(survey, id).flatMap(({ matching }) => defeaters(matching, id))),
  ];
  return {
    code: "T306",
    severity: "error",
    message: `exceptions swallow clause "${id}": wherever it matches, ${quotedList(over)} permits the same`,
    path: ["clauses", id],
    related: over.map((other) => ({ message: `exception "${other}"`, path: ["clauses", other] })),
    ...(first === undefined ? {} : { shown: `${shownBy(survey, first)}: should be forbidden` }),
  };
}

function defeaters(matching: readonly Rule[], id: string): readonly string[] {
  const by = ruleIn(matching, id)?.defeatedBy ?? [];
  return matching.filter((rule) => by.includes(rule.id)).map((rule) => rule.id);
}

/** Clauses that could all be struck out together without changing a verdict or what a breach does; later ones first. */
function needlessOf(survey: Survey, clauses: readonly Clause[]): readonly Clause[] {
  const struck = new Set<string>();
  for (const clause of clauses.toReversed()) {
    const matches = matchesOf(survey, clause.id);
    const isNeeded = ({ matching }: Pattern): boolean => {
      const now = matching.filter(({ id }) => !struck.has(id));
      return !isSame(
        now,
        now.filter(({ id }) => id !== clause.id),
      );
    };
    if (matches.length > 0 && !matches.some(isNeeded)) struck.add(clause.id);
  }
  return clauses.filter(({ id }) => struck.has(id));
}

/** The same value, and the same releases by a breach of what is left. */
function isSame(a: readonly Rule[], b: readonly Rule[]): boolean {
  return valueOf(a) === valueOf(b) && releases(a) === releases(b);
}

function releases(matching: readonly Rule[]): string {
  const left = undefeated(matching, () => true).filter(({ effect }) => effect === "prohibit");
  return [...new Set(left.map(({ release }) => JSON.stringify(release)))].sort().join();
}

function neverDecides(survey: Survey, { id }: Clause): Finding {
  const pattern = matchesOf(survey, id).find(({ matching }) => stands(matching, id));
  const others = (pattern?.matching ?? []).filter(
    (rule) => rule.id !== id && rule.effect === "prohibit",
  );
  const names = others.map((rule) => rule.id);
  return {
    code: "T302",
    severity: "warning",
    message: `clause "${id}" never decides: whatever it forbids, ${quotedList(names)} forbids too`,
    path: ["clauses", id],
    related: names.map((name) => ({ message: `clause "${name}"`, path: ["clauses", name] })),
    ...(pattern === undefined ? {} : { shown: `${shownBy(survey, pattern)}: both match` }),
  };
}
