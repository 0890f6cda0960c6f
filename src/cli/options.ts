// Options that several commands share, and their parsers: what a person typed becomes our types or a usage error.
import { InvalidArgumentError, Option } from "commander";
import type { Hold } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { addDays, parseDay, parseInstant } from "../model/instant.ts";
import type { Day, Instant } from "../model/instant.ts";
import type { HeadAt } from "../store/with-record.ts";
import { latestStartOfDay } from "../model/zone.ts";
import { inWords } from "./print/text.ts";
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

export function holdOption(): Option {
  return new Option(
    "--hold <question:answer>",
    "give every reading this answer to a question; may be given several times",
  ).argParser(collectHold);
}

/** `--window in-force`: the only window there is beside the whole record. */
export function windowOption(): Option {
  return new Option(
    "--window <name>",
    "in-force: only incidents that may lie in a period that one of the readings gives",
  ).choices(["in-force"]);
}

/** The day that texts are looked at; the record has its own, `--as-of`. */
export function textAsOfOption(): Option {
  return new Option(
    "--text-as-of <day>",
    "the texts in the version that stood on that day, with the answers held then",
  ).argParser(dayArgument);
}

/** Said beside figures that are counted over the window. */
export const WINDOW_WORDS = "those that may lie in the in-force window of these readings";

/** Stands wherever figures do that rest on held answers: `Every reading is given on-breach: bound.` */
export function heldWords(hold: Hold): string {
  const pairs = [...hold].map(([question, answer]) => `${question}: ${answer}`);
  return `Every reading is given ${inWords(pairs)}, whatever its holder says.`;
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

/** A day stands for its end in the case's first time zone: all that was published on it is known. */
export function asOfInstant({ settings }: Case, asOf: DayOrInstant): Instant {
  if ("at" in asOf) return asOf.at;
  return latestStartOfDay(addDays(asOf.day, 1), [settings.timeZones[0] ?? "UTC"]);
}

/** `--head`: figures over the first entries of the record, or over what was recorded by an instant. */
export function headOption(): Option {
  return new Option(
    "--head <size>",
    "over the record's first entries only, or what was recorded by an instant",
  ).argParser(headArgument);
}

function headArgument(text: string): HeadAt {
  if (/^\d{1,15}$/.test(text)) return { size: Number(text) };
  const at = parseInstant(text);
  if (at !== null) return { at };
  throw new InvalidArgumentError("Expected a number of entries such as 1200, or an instant.");
}

export function portArgument(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("Expected a port from 0 to 65535.");
  return port;
}

function collectHold(text: string, before: Hold | undefined): Hold {
  const [question = "", answer = "", ...rest] = text.split(":");
  if (question === "" || answer === "" || rest.length > 0) {
    throw new InvalidArgumentError("Expected a question and an answer, such as on-breach:bound.");
  }
  return new Map(before).set(question, answer);
}

function collect(text: string, before: unknown): readonly string[] {
  return Array.isArray(before) ? [...before, text] : [text];
}
