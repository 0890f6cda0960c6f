// When an incident happened, as a person writes it: a minute, an interval, local days, half a day, a night (RECORD 3).
// A night runs from 18:00 of the evening before to 12:00 of the day it ends on.
import type { Occurred } from "../../model/incident.ts";
import { MINUTE_MS, addDays } from "../../model/instant.ts";
import type { Day, Instant } from "../../model/instant.ts";
import type { YamlNode } from "../../model/yaml.ts";
import { isZone, startOfDay, wallToInstant, zoneNames } from "../../model/zone.ts";
import type { SeedReader } from "./names.ts";

const FIELDS = ["at", "from", "until", "day", "night", "part", "zone", "assumed", "why"];
const PARTS = ["before-noon", "after-noon"];

type Fields = ReadonlyMap<string, YamlNode>;

/**
 * Reads `{at: INSTANT}`, `{from: INSTANT, until: INSTANT}`, `{day: D | [D, D], part?, zone?}` or `{night: D, zone?}`;
 * `zone` is one or several names (then their union), by default the case's first. `why` and `assumed` may be added to any.
 */
export function readOccurred(reader: SeedReader, node: YamlNode): Occurred | null {
  const fields = reader.fields(node, { what: "occurred", optional: FIELDS });
  if (fields === null) return null;
  const forms = ["at", "from", "day", "night"].filter((form) => fields.has(form));
  if (forms.length !== 1) {
    const found =
      forms.length === 0 ? "none of them" : forms.map((form) => `"${form}"`).join(" and ");
    return reader.report(
      "304",
      `occurred needs one of "at", "from", "day", "night"; found ${found}`,
      node.at,
    );
  }
  const read = readForm(reader, forms[0] ?? "", { fields, node });
  if (read === null) return null;
  const why = reader.text(fields.get("why"), "why");
  const assumed = reader.boolean(fields.get("assumed"), "assumed") ?? read.assumed;
  return { ...read, assumed, basis: why === null ? read.basis : `${read.basis}: ${why}` };
}

interface FormNode {
  readonly fields: Fields;
  readonly node: YamlNode;
}

function readForm(reader: SeedReader, form: string, { fields, node }: FormNode): Occurred | null {
  if (form === "at") {
    const at = reader.instant(fields.get("at"), "at");
    if (at === null) return null;
    return { from: at, until: at + MINUTE_MS, basis: "the minute stated", assumed: false };
  }
  if (form === "from") {
    const from = reader.instant(fields.get("from"), "from");
    const until = reader.instant(fields.get("until"), "until");
    if (!fields.has("until"))
      reader.report("102", `occurred with "from" lacks the field "until"`, node.at);
    const interval = reader.interval(from, until, node);
    return interval === null ? null : { ...interval, basis: "the interval stated", assumed: false };
  }
  const days = readDays(reader, fields.get(form), form);
  const zones = readZones(reader, fields.get("zone"));
  const part = readPart(reader, fields.get("part"));
  if (days === null || zones.length === 0) return null;
  return form === "night"
    ? nightOf(days.last, zones)
    : daysOf(reader, node, { ...days, zones, part });
}

interface Days {
  readonly first: Day;
  readonly last: Day;
}

function readDays(reader: SeedReader, node: YamlNode | undefined, what: string): Days | null {
  const days = reader.each(node, (item) => tableDay(reader, item, what));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first, last };
}

/** A day the zone table covers. */
function tableDay(reader: SeedReader, node: YamlNode, what: string): Day | null {
  const day = reader.day(node, what);
  if (day === null || (day > "1970-01-02" && day < "2037-12-30")) return day;
  return reader.report("305", `${what} must lie between 1970 and 2037; found ${day}`, node.at);
}

function readZones(reader: SeedReader, node: YamlNode | undefined): readonly string[] {
  if (node === undefined) return reader.names.timeZones.slice(0, 1);
  return reader.each(node, (item) => {
    const name = reader.text(item, "zone");
    if (name === null || isZone(name)) return name;
    return reader.unknownName("213", `unknown time zone: "${name}"`, name, zoneNames(), item.at);
  });
}

function readPart(reader: SeedReader, node: YamlNode | undefined): string | null {
  const part = reader.text(node, "part");
  if (part === null || node === undefined || PARTS.includes(part)) return part;
  return reader.unknownName(
    "105",
    `part must be before-noon or after-noon; found "${part}"`,
    part,
    PARTS,
    node.at,
  );
}

function nightOf(day: Day, zones: readonly string[]): Occurred {
  const from = Math.min(...zones.map((zone) => wall(addDays(day, -1), "18:00", zone)));
  const until = Math.max(...zones.map((zone) => wall(day, "12:00", zone)));
  return {
    from,
    until,
    basis: `the night to ${day}, 18:00 to 12:00, ${zones.join(" or ")}`,
    assumed: true,
  };
}

interface DaysIn extends Days {
  readonly zones: readonly string[];
  readonly part: string | null;
}

function daysOf(
  reader: SeedReader,
  node: YamlNode,
  { first, last, zones, part }: DaysIn,
): Occurred | null {
  const starts = zones.map((zone) =>
    part === "after-noon" ? wall(first, "12:00", zone) : startOfDay(first, zone),
  );
  const ends = zones.map((zone) =>
    part === "before-noon" ? wall(last, "12:00", zone) : startOfDay(addDays(last, 1), zone),
  );
  const interval = reader.interval(Math.min(...starts), Math.max(...ends), node);
  if (interval === null) return null;
  const days = first === last ? first : `${first} or ${last}`;
  const half =
    part === null ? "the local day" : part === "before-noon" ? "before noon on" : "after noon on";
  const assumed = part !== null || first !== last || zones.length > 1;
  return { ...interval, basis: `${half} ${days}, ${zones.join(" or ")}`, assumed };
}

/** Noon and 18:00 exist once on every day of every zone; where they did not, the nearest instant does. */
function wall(day: Day, time: string, zone: string): Instant {
  const found = wallToInstant(`${day}T${time}`, zone);
  if (found.kind === "once") return found.at;
  return found.kind === "twice" ? found.first : found.after;
}
