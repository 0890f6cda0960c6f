// Verdicts in words. The standing chooses the wording: a text that did not apply is never said to have been broken.
import type { Reason, Standing, Verdict } from "../../assess/verdict.ts";
import { inWords } from "./text.ts";

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  actor: "the text does not bind who did it",
  act: "the text is not about such an act",
  "not-in-force": "the text was not in force",
  period: "it lies outside the period",
  zone: "it lies outside the zone",
  kind: "the text does not protect such a target",
  means: "the text is not about such a means",
  exception: "an exception permits it",
  suspension: "the party was released from the text",
};

const CAUSE_WORDS = {
  facts: "the facts on record leave it open",
  text: "the text leaves it open",
  both: "facts and text leave it open",
} as const;

/** What a reason of not-covered means, as a clause of a sentence. */
function reasonWords(reason: Reason): string {
  return REASON_WORDS[reason];
}

/** One sentence without its full stop: `would be a violation if this text applied (clause strikes)`. */
export function verdictWords(verdict: Verdict): string {
  const limit = verdict.limit === null ? "" : `; ${verdict.limit}`;
  return `${headWords(verdict)}${clauseWords(verdict.clauses)}${detailWords(verdict)}${groundWords(verdict)}${limit}`;
}

/** Nearness is weaker evidence than a reported kind, and is named wherever a violation may rest on it. */
function groundWords({ grounds, maybe }: Verdict): string {
  if (grounds === undefined || !maybe) return "";
  const [strongest] = grounds;
  if (strongest === "proximity") return "; by proximity to an object alone";
  if (grounds.includes("proximity")) return "; in part by proximity to an object alone";
  return grounds.includes("list") ? "; by a list of the text" : "";
}

/** What a standing says of the text and the actor on that day. */
export function standingWords(standing: Standing): string {
  switch (standing) {
    case "applies":
      return "the text applied to that party on that day";
    case "unclear":
      return "whether the text applied to that party on that day is unclear";
    case "would-apply":
      return "the text did not apply to that party on that day";
    default:
      return standing satisfies never;
  }
}

function headWords({ verdict, standing }: Verdict): string {
  switch (verdict) {
    case "violation":
      return violationWords(standing);
    case "not-covered":
      return "not covered";
    case "undetermined":
    case "conflict":
      return verdict;
    default:
      return verdict satisfies never;
  }
}

function detailWords(verdict: Verdict): string {
  switch (verdict.verdict) {
    case "violation":
      return "";
    case "not-covered":
      return `: ${inWords(verdict.reasons.map(reasonWords))}`;
    case "undetermined":
      return `: ${CAUSE_WORDS[verdict.cause ?? "both"]}${maybeWords(verdict)}`;
    case "conflict":
      return ": the text both forbids and permits it";
    default:
      return verdict.verdict satisfies never;
  }
}

function violationWords(standing: Standing): string {
  if (standing === "applies") return "a violation";
  const unclear = "would be a violation if this text applied that day, which is unclear";
  return standing === "unclear" ? unclear : "would be a violation if this text applied";
}

function maybeWords({ maybe, standing }: Verdict): string {
  return maybe
    ? `; it may be that it ${mayWords(standing)}`
    : "; no possibility makes it a violation";
}

function mayWords(standing: Standing): string {
  return standing === "applies" ? "is a violation" : "would be one if this text applied";
}

function clauseWords(clauses: readonly string[]): string {
  if (clauses.length === 0) return "";
  return ` (${clauses.length === 1 ? "clause" : "clauses"} ${clauses.join(", ")})`;
}
