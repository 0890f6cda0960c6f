#!/usr/bin/env node
// The program's door and the only reader of argv, environment and signals. Everything else is given what it needs.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runTruceline } from "./program.ts";
import type { Terminal } from "./terminal.ts";

const DEFAULT_COLUMNS = 80;
const NARROWEST = 40;

// The same two steps up from src/cli and from dist/cli.
const shippedPath = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

process.stdout.on("error", endQuietlyOnClosedPipe);
process.exitCode = await runTruceline(process.argv.slice(2), {
  terminal: realTerminal(),
  version: readVersion(),
  shipped: {
    mainCase: shippedPath("cases/ukraine-2025"),
    example: shippedPath("cases/example"),
    web: shippedPath("dist/web"),
  },
  untilStopped,
});

function realTerminal(): Terminal {
  const { NO_COLOR: noColour, TERM: term, COLUMNS: columns } = process.env;
  const isTerminal = process.stdout.isTTY;
  const width = isTerminal ? process.stdout.columns : Number(columns ?? DEFAULT_COLUMNS);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    columns: width >= NARROWEST ? width : DEFAULT_COLUMNS,
    colour: isTerminal && (noColour === undefined || noColour === "") && term !== "dumb",
  };
}

function readVersion(): string {
  const text = readFileSync(shippedPath("package.json"), "utf8");
  const settings: unknown = JSON.parse(text);
  const isOurs = typeof settings === "object" && settings !== null && "version" in settings;
  return isOurs ? String(settings.version) : "unknown";
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** `truceline assess ... | head` closes our output: that is the reader's right, not a fault. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
}
