// When a meeting was held or words were said: a day, days, hours, or unknown with what bounds it. None is ever invented.
import type { Day } from "../../model/instant.ts";
import type { TalkTime } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

/** Nothing is known of the time. */
export const UNKNOWN_TIME: TalkTime = { kind: "unknown", notBefore: null, notAfter: null };

const FORMS = [
  ["first", "last"],
  ["from", "until"],
  ["notBefore", "notAfter"],
] as const;
const SHAPE = { what: "a time of talks", optional: FORMS.flat() };

/**
 * Reads `2025-03-24`, `{first, last}` (days, both included), `{from, until}` (instants), `unknown` or `{notBefore, notAfter}`.
 * An absent node is unknown; null when it is misread: C304 for two forms at once, C301 for an end before the start.
 */
export function readTalkTime(
  reader: SeedReader,
  node: YamlNode | undefined,
  what: string,
): TalkTime | null {
  if (node === undefined) return UNKNOWN_TIME;
  if (node.kind === "map") return readForm(reader, node, what);
  if (node.kind === "scalar" && node.text === "unknown") return UNKNOWN_TIME;
  const day = reader.day(node, what);
  return day === null ? null : { kind: "days", first: day, last: day };
}

function readForm(reader: SeedReader, node: YamlMap, what: string): TalkTime | null {
  const fields = reader.fields(node, SHAPE);
  const given = FORMS.filter((form) => form.some((key) => fields?.has(key) === true));
  const [form] = given;
  if (form === undefined || given.length > 1) {
    const forms = "a day, {first, last}, {from, until}, unknown or {notBefore, notAfter}";
    return reader.report("304", `${what} has one form: ${forms}`, node.at);
  }
  const [start, end] = form.map((key) => fields?.get(key));
  if (form[0] === "notBefore") return readBounds(reader, { start, end, at: node });
  for (const key of form.filter((one) => fields?.has(one) !== true)) {
    reader.report("102", `${what} lacks the field "${key}"`, node.at);
  }
  return form[0] === "from"
    ? readHours(reader, { start, end, at: node })
    : readDays(reader, { start, end, at: node });
}

interface Ends {
  readonly start: YamlNode | undefined;
  readonly end: YamlNode | undefined;
  readonly at: YamlNode;
}

/** What bounds an unknown time; either end may be absent. */
export function readBounds(reader: SeedReader, { start, end, at }: Ends): TalkTime | null {
  const [notBefore, notAfter] = [reader.day(start, "notBefore"), reader.day(end, "notAfter")];
  return isOrdered(reader, [notBefore, notAfter], at)
    ? { kind: "unknown", notBefore, notAfter }
    : null;
}

function readDays(reader: SeedReader, { start, end, at }: Ends): TalkTime | null {
  const [first, last] = [reader.day(start, "first"), reader.day(end, "last")];
  if (first === null || last === null || !isOrdered(reader, [first, last], at)) return null;
  return { kind: "days", first, last };
}

function readHours(reader: SeedReader, { start, end, at }: Ends): TalkTime | null {
  const [from, until] = [reader.instant(start, "from"), reader.instant(end, "until")];
  const hours = reader.interval(from, until, at);
  return hours === null ? null : { kind: "hours", ...hours };
}

function isOrdered(
  reader: SeedReader,
  [first, last]: readonly [Day | null, Day | null],
  at: YamlNode,
): boolean {
  if (first === null || last === null || first <= last) return true;
  reader.report("301", `the last day comes before the first: ${last} < ${first}`, at.at);
  return false;
}
