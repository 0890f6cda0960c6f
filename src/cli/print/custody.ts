// A custody sheet and a list of attachments as lines of text.
import type { CanonicalValue } from "../../model/canonical.ts";
import type { CustodySheet } from "../../store/attachments.ts";

interface Line {
  readonly entry: string;
  readonly mediaType: CanonicalValue | undefined;
  readonly size: CanonicalValue | undefined;
  readonly derivedFrom: CanonicalValue;
  readonly tool: CanonicalValue;
  readonly hasFile: boolean;
}

/** One attachment; a copy says of what. */
export function attachmentLine({
  entry,
  mediaType,
  size,
  derivedFrom,
  tool,
  hasFile,
}: Line): string {
  const copy = derivedFrom === null ? "" : `, copy of ${text(derivedFrom)} by ${text(tool)}`;
  const gone = hasFile ? "" : ", the file was taken out";
  return `${entry}  ${text(mediaType)}, ${text(size)} bytes${copy}${gone}\n`;
}

const FILE_WORDS = {
  sound: "as it came: hashed again now",
  damaged: "DAMAGED: it does not have its hash any more",
  missing: "MISSING",
  closed: "taken out, or closed here",
} as const;

/** Everything, what was done with it last. */
export function sheetWords(sheet: CustodySheet): string {
  const { entry, recordedBy, recordedAt, fields, redacted, file, copies, looks } = sheet;
  const known = Object.entries(fields).map(([name, value]) => row(name, valueText(name, value)));
  const gone = redacted.map((name) => row(name, "redacted"));
  const made = copies.map(({ entry: id, tool, parameters, by }) =>
    row(
      "copy",
      `${id} by ${by}: ${tool ?? "no tool said"}${parameters === null ? "" : `, ${parameters}`}`,
    ),
  );
  const seen = looks.map(({ at, actor, what }) => row(what, `${at} ${actor}`));
  return [
    row("entry", `${entry}, recorded ${new Date(recordedAt).toISOString()} by ${recordedBy}`),
    ...known,
    ...gone,
    row("file", FILE_WORDS[file]),
    ...made,
    ...seen,
  ].join("");
}

function row(name: string, value: string): string {
  return `${name.padEnd(12)} ${value}\n`;
}

function valueText(name: string, value: unknown): string {
  if (name === "obtainedAt" && typeof value === "number") return new Date(value).toISOString();
  return typeof value === "string" ? value : JSON.stringify(value);
}

function text(value: CanonicalValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
