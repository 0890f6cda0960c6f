// Sets the house up, as far as it is not: packages (npm ci), the compiled program (tsc) and the web app (vite).
// Plain JavaScript without dependencies, so that `npm start` and `npm test` work before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { acquireLock } from "./house/lock.mjs";
import { root, run, runPackage } from "./house/run.mjs";
import { filesUnder, hashFiles, sizesOf, stampHolds, writeStamp } from "./house/stamp.mjs";

const OLDEST_NODE = [20, 19];
const HANDS_OFF_CODE = /^src\/(store|serve|cli)\//;

/** A step that could not be done; `message` says which and what to look at. */
export class SetupError extends Error {
  name = "SetupError";
}

/**
 * Brings the house up to date and returns when it is. Says what it does on stderr, nothing when there is nothing to do.
 * Several at once are safe: one works, the others wait and find it done. Throws SetupError.
 */
export async function setUp() {
  const tooOld = nodeTooOld(process.versions.node);
  if (tooOld !== null) throw new SetupError(tooOld);
  if (STEPS.every(isDone)) return;
  const giveBack = await acquireLock(join(root, ".setup-lock"), say);
  try {
    for (const step of STEPS) if (!isDone(step)) await redo(step);
  } finally {
    giveBack();
  }
}

/** What to tell the owner of a Node that is too old; null when `version` will do. */
export function nodeTooOld(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (enough) return null;
  return `Truceline needs Node ${OLDEST_NODE.join(".")} or newer; this is Node ${version}.`;
}

// Each step: what it is called, its stamp, what it depends on, what it makes, how it is done.
const STEPS = [
  {
    says: "installing the packages (npm ci)",
    stamp: "node_modules/.setup.json",
    inputs: () =>
      hashFiles(root, ["package-lock.json", ".npmrc"], [process.version, process.platform]),
    outputs: () => ["node_modules/.package-lock.json", ...directDependencies()],
    work: installPackages,
  },
  {
    says: "compiling the program (tsc)",
    stamp: "dist/.code.json",
    inputs: () => hashFiles(root, [...compilerSettings(), ...codeFiles()]),
    outputs: () => builtFiles().filter((file) => !file.startsWith("dist/web/")),
    work: compile,
  },
  {
    says: "building the web app (vite)",
    stamp: "dist/.web.json",
    inputs: () => hashFiles(root, [...compilerSettings(), ...webFiles()]),
    outputs: () => builtFiles().filter((file) => file.startsWith("dist/web/")),
    work: () => runPackage("vite/bin/vite.js", ["build", "--logLevel", "warn"], { quiet: true }),
  },
];

function isDone(step) {
  return stampHolds(root, step.stamp, step.inputs());
}

async function redo(step) {
  say(step.says);
  const startedAt = performance.now();
  rmSync(join(root, step.stamp), { force: true });
  const inputs = step.inputs();
  if ((await step.work()) !== 0) {
    throw new SetupError(`Set-up stopped while ${step.says}; the lines above say why.`);
  }
  mkdirSync(join(root, step.stamp, ".."), { recursive: true });
  writeStamp(root, step.stamp, { inputs, outputs: sizesOf(root, step.outputs()) });
  say(`  done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

// npm tells its own path to what it runs; a bare `node scripts/setup.mjs` looks for npm on the PATH.
function installPackages() {
  const npm = process.env.npm_execpath;
  const [command, before] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  return run(command, [...before, "ci", "--include=dev", "--loglevel=error"], { quiet: true });
}

// `--force`, because the compiler trusts its own notes even when outputs are gone.
async function compile() {
  const status = await runPackage("typescript/bin/tsc", ["-b", "--force"], { quiet: true });
  for (const file of builtFiles()) {
    const source = /^dist\/(?!web\/)(.+?)\.(?:d\.ts|js\.map|js)$/.exec(file);
    if (source !== null && !existsSync(join(root, `src/${source[1]}.ts`))) rmSync(join(root, file));
  }
  return status;
}

function directDependencies() {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.map((name) => `node_modules/${name}/package.json`);
}

function compilerSettings() {
  const settings = ["base", "pure", "node", "web"].map((name) => `tsconfig.${name}.json`);
  return ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", ...settings];
}

function codeFiles() {
  return filesUnder(root, "src").filter((file) => !file.includes(".test."));
}

function webFiles() {
  const shared = codeFiles().filter((file) => !HANDS_OFF_CODE.test(file));
  const shown = filesUnder(root, "docs/lint").filter((file) => file.endsWith(".md"));
  const own = filesUnder(root, "web").filter((file) => !file.includes(".test."));
  return [...own, ...shown, ...shared];
}

function builtFiles() {
  const notes = /\.tsbuildinfo$|^dist\/\.(?:code|web)\.json/;
  return filesUnder(root, "dist").filter((file) => !notes.test(file));
}

function say(text) {
  process.stderr.write(`truceline set-up: ${text}\n`);
}

/** Runs `setUp`, and ends the process with the reason when it could not be done. For the scripts of the house. */
export async function setUpOrExit() {
  try {
    await setUp();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(3);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await setUpOrExit();
