// Options that several commands share, and their parsers: what a person typed becomes our types or a usage error.
import { InvalidArgumentError, Option } from "commander";
import { parseDay, parseInstant } from "../model/instant.ts";
import type { Day, Instant } from "../model/instant.ts";
import { LANGUAGES } from "./terminal.ts";

/** A day, or an instant with its offset. */
export type DayOrInstant = { readonly day: Day } | { readonly at: Instant };

export function jsonOption(): Option {
  return new Option("--json", "print the answer as JSON (docs/cli.md)");
}

export function langOption(): Option {
  return new Option(
    "--lang <code>",
    "language of the case's own names; the rest is English for now",
  )
    .choices(LANGUAGES)
    .default("en");
}

export function readingOption(description: string): Option {
  return new Option("--reading <id>", description).argParser(collect);
}

export function dayArgument(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError("Expected a day such as 2025-03-24.");
  return day;
}

export function dayOrInstantArgument(text: string): DayOrInstant {
  const day = parseDay(text);
  if (day !== null) return { day };
  const at = parseInstant(text);
  if (at !== null) return { at };
  throw new InvalidArgumentError(
    "Expected a day such as 2025-03-24, or an instant with its offset such as 2025-03-24T14:00+02:00.",
  );
}

export function portArgument(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("Expected a port from 0 to 65535.");
  return port;
}

function collect(text: string, before: unknown): readonly string[] {
  return Array.isArray(before) ? [...before, text] : [text];
}
