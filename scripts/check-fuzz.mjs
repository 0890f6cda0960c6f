// `npm run check:fuzz [-- N SEED]`: damaged files through every door that reads a stranger's file.
import { run } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

await setUpOrExit();
process.exitCode = await run(process.execPath, [
  "--import",
  "tsx",
  "test/fuzz/run.ts",
  ...process.argv.slice(2),
]);
