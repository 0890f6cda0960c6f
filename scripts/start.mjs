// `npm start`: sets up what is not set up yet, then serves the real case; arguments go to `truceline serve`.
import { root } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

await setUpOrExit();
const program = `${root}dist/cli/main.js`;
process.argv = [process.execPath, program, "serve", ...process.argv.slice(2)];
await import(program);
