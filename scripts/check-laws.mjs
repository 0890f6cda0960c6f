// `npm run check:laws`: the laws of verdicts, of the record and of the language on all their random texts; `npm test` tries a sixteenth of them.
import { runPackage } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

await setUpOrExit();
process.exitCode = await runPackage(
  "vitest/vitest.mjs",
  // No law is late: the machine may be busy.
  [
    "run",
    "src/assess",
    "src/geo",
    "src/record",
    "src/report",
    "src/serve",
    "src/store",
    "src/terms",
    "--testTimeout=600000",
  ],
  {
    env: { TRUCELINE_RUNS: "all" },
  },
);
