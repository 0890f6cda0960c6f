// `npm test`: sets up what is not set up yet, then runs every test that needs Node only; arguments go to vitest.
import { runPackage } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

await setUpOrExit();
process.exitCode = await runPackage("vitest/vitest.mjs", ["run", ...process.argv.slice(2)]);
