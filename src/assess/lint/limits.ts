// Limits that comparing and judging will meet (T804): two readings that differ on more questions than flip sets are looked for in,
// and an incident of which nothing is known.
import { MAX_FACT_WORLDS } from "../fact-world.ts";
import { differingQuestions } from "../retake.ts";
import { MAX_DIFFERING_QUESTIONS } from "../wording.ts";
import type { Finding } from "./finding.ts";
import { DIMENSIONS, situationCount } from "./space.ts";
import type { Survey } from "./survey.ts";
import { quotedList } from "./words.ts";

/** T804: an error where a comparison is refused, a warning where an incident may be. */
export function findInLimits(survey: Survey): readonly Finding[] {
  return [...farApart(survey), ...wideOpen(survey)];
}

function farApart({ readings }: Survey): readonly Finding[] {
  return readings.flatMap(({ reading }, index) =>
    readings.slice(index + 1).flatMap(({ reading: other }): readonly Finding[] => {
      const questions = differingQuestions(reading, other);
      if (questions.length <= MAX_DIFFERING_QUESTIONS) return [];
      return [
        {
          code: "T804",
          severity: "error",
          message: `readings "${reading.id}" and "${other.id}" differ on ${questions.length} questions; at most ${MAX_DIFFERING_QUESTIONS}: what makes them differ cannot be told`,
          path: ["readings", other.id],
          help: `they differ on ${quotedList(questions)}`,
        },
      ];
    }),
  );
}

/** Situations are the fact worlds of an incident of which nothing is known. */
function wideOpen({ grid: { space } }: Survey): readonly Finding[] {
  const count = situationCount(space);
  if (count <= MAX_FACT_WORLDS) return [];
  const largest = DIMENSIONS.map((dimension) => ({ dimension, size: space[dimension].length }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 2)
    .map(({ dimension, size }) => `${dimension} (${size})`);
  return [
    {
      code: "T804",
      severity: "warning",
      message: `an incident of which nothing is known may have up to ${count} combinations of facts; over ${MAX_FACT_WORLDS} its verdict is "undetermined: too many combinations"`,
      path: ["clauses"],
      help: `most of it: ${largest.join(" and ")}`,
    },
  ];
}
