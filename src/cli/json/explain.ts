// The JSON shape of `explain --json` (CLI, docs/cli.md): one explanation, with the incident's reported figures beside it.
import type { Explanation } from "../../assess/verdict.ts";
import type { AsOf } from "../../model/claim.ts";
import type { Incident } from "../../model/incident.ts";
import { formatInstant } from "../../model/instant.ts";
import { verdictJson } from "./assess.ts";

export function explanationJson(explanation: Explanation, incident: Incident): object {
  const { reading, verdict, trace, why, whyNot, settles, answers, limits } = explanation;
  return {
    incident: explanation.incident,
    reading,
    verdict: verdictJson(verdict),
    trace,
    why,
    whyNot,
    settles,
    answers,
    limits,
    casualties: casualtiesJson(incident),
  };
}

/** The casualty series in order of reporting; no point is dropped, none is averaged. */
function casualtiesJson({ claims }: Incident): readonly object[] {
  return claims.flatMap((claim) => {
    if (claim.predicate !== "casualties") return [];
    const { id, by, source, asOf, killed, injured, childrenKilled, childrenInjured } = claim;
    return [
      {
        claim: id,
        by,
        source,
        asOf: asOfJson(asOf),
        killed,
        injured,
        childrenKilled,
        childrenInjured,
      },
    ];
  });
}

function asOfJson(asOf: AsOf): string | null {
  if (asOf === null) return null;
  return "at" in asOf ? formatInstant(asOf.at) : asOf.day;
}
