// How long the real case takes: judged under all its readings, compared, explained, against reading it from text.
import { fileURLToPath } from "node:url";
// The package's own doors: what is timed is the compiled program that people run.
import { loadCase, readCaseFolder } from "truceline";
import {
  assessCase,
  compareReadings,
  explainIncident,
  readingIds,
  requireReading,
} from "truceline/assess";
import type { Bench } from "./bench.ts";

const files = await readCaseFolder(
  fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url)),
);
const { value: theCase } = loadCase(files);
if (theCase === null) throw new RangeError("the real case does not load");

const readings = readingIds(theCase);
const pair = [requireReading(theCase, "energy/RU"), requireReading(theCase, "energy/UA")] as const;
const sumy = theCase.incidents.find(({ id }) => id === "inc-077");
if (sumy === undefined) throw new RangeError("inc-077 is not in the case");

const judging = `judging ${theCase.incidents.length} incidents under ${readings.length} readings`;
const explaining = `explaining ${sumy.id} under ${readings.length} readings`;

/** The whole first page rests on these. */
export const bench: Bench = {
  name: "judge",
  what: "the real case, from text to verdicts, on one thread",
  baseline: { name: "loading", run: () => loadCase(files) },
  contenders: [
    // A copy is a new input: nothing that was worked out for the case before is at hand.
    { name: judging, run: () => assessCase({ ...theCase }) },
    { name: "comparing energy/RU with energy/UA", run: () => compareReadings(theCase, pair) },
    {
      name: explaining,
      run: () =>
        readings.map((reading) => explainIncident(theCase, { incident: sumy.id, reading })),
    },
  ],
  must: { [judging]: 150 },
};
