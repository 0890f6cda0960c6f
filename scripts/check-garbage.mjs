// `npm run check:garbage`: hostile files at their full size in a process of its own, whose heap may hold a gigabyte and no more.
import { run } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

await setUpOrExit();
process.exitCode = await run(process.execPath, [
  "--max-old-space-size=1024",
  "--import",
  "tsx",
  "test/garbage/run.ts",
]);
