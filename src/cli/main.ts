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

const manifest = readManifest();
process.stdout.on("error", endQuietlyOnClosedPipe);
process.exitCode = await runTruceline(process.argv.slice(2), {
  terminal: realTerminal(),
  version: manifest.version,
  shipped: {
    mainCase: shippedPath(manifest.mainCase),
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

/** What package.json says of us: the version, and which shipped case is served when none is named. */
function readManifest(): { readonly version: string; readonly mainCase: string } {
  const text = readFileSync(shippedPath("package.json"), "utf8");
  const { version, truceline }: Partial<Record<string, unknown>> = JSON.parse(text);
  if (typeof version !== "string" || typeof truceline !== "object" || truceline === null)
    throw new Error("package.json of truceline lacks version or truceline");
  const mainCase = "mainCase" in truceline ? String(truceline.mainCase) : "";
  return { version, mainCase };
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
