// Findings that need the judge (TERMS 6): a text is tried on every situation that it tells apart, under every reading. Findings
// of form and names, and those that the words alone show, are terms/'s.
import { compareProblems } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import { findInClauses } from "./clauses.ts";
import { findInConditions } from "./conditions.ts";
import { findInExceptions } from "./exceptions.ts";
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
];

/** T301 to T306, T310, T312, T404, T603, T604, T606, T607, T802 and T803 of one text, sorted by place. */
export function lintText(surveyed: Surveyed): readonly Problem[] {
  const survey = surveyOf(surveyed);
  const findings =
    "grid" in survey ? explained(FAMILIES.flatMap((find) => find(survey))) : [refused(survey)];
  return findings.map((finding) => problemOf(surveyed, finding)).sort(compareProblems);
}

/** What can be told of a clause that cannot match is told once: T404 says why, T301 only that. */
function explained(findings: readonly Finding[]): readonly Finding[] {
  const places = findings.filter(({ code }) => code === "T404");
  return findings.filter(
    ({ code, path }) => code !== "T301" || !places.some((other) => other.path[1] === path[1]),
  );
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
    help: `most of it: ${largest.join(" and ")}`,
  };
}
