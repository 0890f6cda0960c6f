// Findings that need the judge (TERMS 6): a text is tried on every situation that it tells apart, under every reading. Findings
// of form and names, and those that the words alone show, are terms/'s.
import { compareProblems } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import { findInClauses } from "./clauses.ts";
import { findInConditions } from "./conditions.ts";
import { findInExceptions } from "./exceptions.ts";
import { findInDrawings } from "./drawings.ts";
import { findInLimits } from "./limits.ts";
import type { Finding } from "./finding.ts";
import { problemOf } from "./finding.ts";
import { findInReadings } from "./readings.ts";
import { MAX_SITUATIONS } from "./space.ts";
import { surveyOf } from "./survey.ts";
import type { Refusal, Survey, Surveyed } from "./survey.ts";
import { MAX_TEXT_WORLDS } from "../text-world.ts";

const FAMILIES: readonly ((survey: Survey) => readonly Finding[])[] = [
  findInClauses,
  findInExceptions,
  findInConditions,
  findInReadings,
  findInDrawings,
  findInLimits,
];

/** What they say is that something never is: a sample can show it, not prove it. */
const OF_ABSENCE: ReadonlySet<string> = new Set(
  "T301 T302 T304 T305 T306 T310 T603 T604 T606 T607".split(" "),
);

/** T301 to T306, T310, T312, T403, T404, T603, T604, T606, T607, T802, T803 and T804 of one text, sorted by place. */
export function lintText(surveyed: Surveyed): readonly Problem[] {
  const survey = surveyOf(surveyed);
  const findings =
    "grid" in survey
      ? marked(survey, explained(FAMILIES.flatMap((find) => find(survey))))
      : [refused(survey)];
  return findings.map((finding) => problemOf(surveyed, finding)).sort(compareProblems);
}

/** What can be told of a clause that cannot match is told once: T404 says why, T301 only that. */
function explained(findings: readonly Finding[]): readonly Finding[] {
  const places = findings.filter(({ code }) => code === "T404");
  return findings.filter(
    ({ code, path }) => code !== "T301" || !places.some((other) => other.path[1] === path[1]),
  );
}

/** Findings of a sample say so, and the sample itself is told. */
function marked(
  { grid: { space }, sample }: Survey,
  findings: readonly Finding[],
): readonly Finding[] {
  if (space.sampledOf === undefined || sample === undefined) return findings;
  const of = `${space.size} of at most ${space.sampledOf} situations, seed ${sample.seed}`;
  const told: Finding = {
    code: "T803",
    severity: "warning",
    message: `sampled: the text was tried on ${of}; what is said never to be may be in one of the others`,
    path: ["clauses"],
  };
  return [
    told,
    ...findings.map((finding): Finding => {
      const isUnsure = OF_ABSENCE.has(finding.code) && finding.severity === "error";
      const severity = isUnsure ? "warning" : finding.severity;
      return { ...finding, severity, message: `sampled (${of}): ${finding.message}` };
    }),
  ];
}

function refused(refusal: Refusal): Finding {
  if (refusal.kind === "worlds") {
    const largest = refusal.largest.map(
      ({ question, answers }) => `"${question}" (${answers} answers)`,
    );
    return {
      code: "T802",
      severity: "error",
      message: `the open questions multiply to ${refusal.count} texts; at most ${MAX_TEXT_WORLDS}: not tried on situations`,
      path: ["questions"],
      help: `most of it: ${largest.join(" and ")}`,
    };
  }
  const largest = refusal.largest.map(({ dimension, size }) => `${dimension} (${size})`);
  return {
    code: "T803",
    severity: "error",
    message: `the text tells ${refusal.tooMany} situations apart; at most ${MAX_SITUATIONS}: not tried on them`,
    path: ["clauses"],
    help: `most of it: ${largest.join(" and ")}; --sample N --seed S tries some of them`,
  };
}
