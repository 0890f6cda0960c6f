// Findings about exceptions: a permit that meets a prohibition without order (T303), twins (T304), one that is never needed (T305).
import { undefeated } from "../cell.ts";
import type { Rule } from "../rule.ts";
import type { Clause } from "../../terms/ast.ts";
import type { Finding } from "./finding.ts";
import { shownBy } from "./finding.ts";
import { valueOf } from "./meaning.ts";
import { judgedClauses, matchesOf, readingsWith, ruleIn } from "./survey.ts";
import type { Pattern, Survey } from "./survey.ts";
import { quotedList } from "./words.ts";

/** T303, T304, T305. */
export function findInExceptions(survey: Survey): readonly Finding[] {
  const permits = judgedClauses(survey).filter(({ effect }) => effect === "permit");
  const cited = permits.filter(({ id }) => isCited(survey, id));
  return [
    ...conflicts(survey),
    ...cited.flatMap((permit) => neverNeeded(survey, permit)),
    ...twins(survey, cited),
  ];
}

/** An exception that no clause cites is T210's. */
function isCited({ worlds }: Survey, id: string): boolean {
  return worlds.some(({ rules }) => rules.some(({ defeatedBy }) => defeatedBy.includes(id)));
}

/** One text can hold a million such pairs: so many are told one by one, the others as their number. */
const MOST_PAIRS = 1_000;

function conflicts(survey: Survey): readonly Finding[] {
  const pairs = new Set<string>();
  const found: Finding[] = [];
  for (const pattern of survey.patterns) {
    if (valueOf(pattern.matching) !== "conflict") continue;
    const left = undefeated(pattern.matching, () => true);
    for (const permit of left.filter(({ effect }) => effect === "permit")) {
      for (const rule of left.filter(({ effect }) => effect === "prohibit")) {
        const key = `${permit.id} ${rule.id}`;
        if (pairs.has(key)) continue;
        pairs.add(key);
        if (pairs.size <= MOST_PAIRS) found.push(conflict(survey, pattern, [permit, rule]));
      }
    }
  }
  const more = pairs.size - found.length;
  return more === 0 ? found : [...found, moreConflicts(more)];
}

function moreConflicts(count: number): Finding {
  return {
    code: "T303",
    severity: "error",
    message: `and ${count} more pairs of a permit and a prohibition that match together, and nothing says which goes first`,
    path: ["clauses"],
  };
}

function conflict(
  survey: Survey,
  pattern: Pattern,
  [permit, rule]: readonly [Rule, Rule],
): Finding {
  const readings = readingsWith(survey, pattern.world);
  const under = readings.length === 0 ? "" : ` under ${quotedList(readings)}`;
  return {
    code: "T303",
    severity: "error",
    message: `"${permit.id}" permits what "${rule.id}" forbids${under}, and nothing says which goes first`,
    path: ["clauses", permit.id],
    help: `is "${permit.id}" an exception? then: unless: [${permit.id}] in "${rule.id}"`,
    related: [{ message: `forbidden by "${rule.id}"`, path: ["clauses", rule.id] }],
    shown: `${shownBy(survey, pattern)}: conflict`,
  };
}

/** It matches, and never where a clause that it defeats does. */
function neverNeeded(survey: Survey, { id }: Clause): readonly Finding[] {
  const matches = matchesOf(survey, id);
  const [first] = matches;
  if (first === undefined || matches.some(({ matching }) => defeatedBy(matching, id).length > 0))
    return [];
  return [
    {
      code: "T305",
      severity: "warning",
      message: `exception "${id}" is never needed: no clause that it lifts forbids what it permits`,
      path: ["clauses", id],
      shown: `${shownBy(survey, first)}: permitted in vain`,
    },
  ];
}

function defeatedBy(matching: readonly Rule[], permit: string): readonly Rule[] {
  return ruleIn(matching, permit) === undefined
    ? []
    : matching.filter((rule) => rule.defeatedBy.includes(permit));
}

/** Exceptions that could be struck out together, because others permit the same; later ones first. */
function twins(survey: Survey, permits: readonly Clause[]): readonly Finding[] {
  const struck = new Set<string>();
  const found: Finding[] = [];
  for (const { id } of permits.toReversed()) {
    const lifting = matchesOf(survey, id).filter(
      ({ matching }) => defeatedBy(matching, id).length > 0,
    );
    const isNeeded = ({ matching }: Pattern): boolean => {
      const now = matching.filter((rule) => !struck.has(rule.id));
      return valueOf(now) !== valueOf(now.filter((rule) => rule.id !== id));
    };
    const [first] = lifting;
    if (first === undefined || matchesOf(survey, id).some(isNeeded)) continue;
    struck.add(id);
    found.unshift(twin(survey, id, { first, lifting }));
  }
  return found;
}

function twin(
  survey: Survey,
  id: string,
  { first, lifting }: { readonly first: Pattern; readonly lifting: readonly Pattern[] },
): Finding {
  const lifted = new Set(lifting.flatMap(({ matching }) => defeatedBy(matching, id)));
  const permits = new Set([...lifted].flatMap((one) => one.defeatedBy));
  const others = first.matching.filter((rule) => rule.id !== id && permits.has(rule.id));
  const names = others.map((rule) => rule.id);
  return {
    code: "T304",
    severity: "warning",
    message: `exception "${id}" is a twin: whatever it lifts, ${quotedList(names)} lifts too`,
    path: ["clauses", id],
    related: names.map((name) => ({ message: `exception "${name}"`, path: ["clauses", name] })),
    shown: `${shownBy(survey, first)}: both match`,
  };
}
