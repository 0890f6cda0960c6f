// Runs one program of the house and waits for it. Plain JavaScript: it works before anything is installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of package.json, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs `command` in the root folder and resolves with its exit code (127 when it cannot be started).
 * With `quiet` its output is kept and printed to stderr only when it fails; else it shares our terminal.
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    const kept = [];
    const keep = (chunk) => kept.push(chunk);
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop);
    child.on("error", (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on("close", (code, signal) => {
      process.off("SIGTERM", stop);
      const status = code ?? (signal === null ? 1 : 130);
      if (status !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(status);
    });
  });
}

/** Runs a script of an installed package (`vitest/vitest.mjs`) with this Node. */
export function runPackage(script, args, options) {
  return run(process.execPath, [`${root}node_modules/${script}`, ...args], options);
}
