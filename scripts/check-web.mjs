// `npm run check:web`: opens the pages in a real browser. A missing browser is installed where that can be done
// without asking (root on Debian), else the command is printed and the check fails: it is never skipped.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runPackage } from "./house/run.mjs";
import { setUpOrExit } from "./setup.mjs";

const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium";

await setUpOrExit();
const browser = findBrowser() ?? (await installBrowser());
if (browser === null) {
  process.stderr.write(
    `check:web needs Chromium: set CHROMIUM_PATH to its program, or as root run\n  ${INSTALL}\n`,
  );
  process.exitCode = 1;
} else {
  const args = ["run", "--config", "vitest.web.config.ts", ...process.argv.slice(2)];
  process.exitCode = await runPackage("vitest/vitest.mjs", args, {
    env: { CHROMIUM_PATH: browser },
  });
}

function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const named = process.env.CHROMIUM_PATH;
  const places = named === undefined ? folders.map((folder) => join(folder, "chromium")) : [named];
  return places.find(isProgram) ?? null;
}

async function installBrowser() {
  const mayInstall = process.getuid?.() === 0 && process.env.CHROMIUM_PATH === undefined;
  if (!mayInstall || !isProgram("/usr/bin/apt-get")) return null;
  process.stderr.write("check:web: no Chromium here; installing the Debian package\n");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const status = await run("sh", ["-c", INSTALL], { env, quiet: true });
  return status === 0 ? findBrowser() : null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
