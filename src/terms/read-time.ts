// When a rule holds: points in local time, lengths, extension, release after a breach, conditions (TERMS 2.6, 2.7).
import { parseDay, parseOffsetMinutes } from "../model/instant.ts";
import type { YamlNode } from "../model/yaml.ts";
import { isZone, zoneNames } from "../model/zone.ts";
import type { Duration, Extension, InForce, OnBreach, PeriodStart, TimePoint } from "./ast.ts";
import type { ZoneChoice } from "./ast.ts";
import { peek, readName, readNames } from "./scope.ts";
import type { NameRule, Scope } from "./scope.ts";

const POINT_EXAMPLE = "{on: 2025-03-18, tz: Europe/Moscow} or {at: 2025-04-19T18:00, tz: +03:00}";
const WALL = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/;
/** Days that the zone table knows in every zone. */
const [FIRST_KNOWN, LAST_KNOWN] = ["1970-01-01", "2037-12-31"];
const OFFSET = /^(Z|[+-]\d\d:\d\d)$/;

/** Events that any text may wait for, beside its own. */
export const STANDARD_EVENTS: readonly string[] = ["extension-agreed", "notice-of-end"];

/** `{on, tz}` or `{at, tz}`. */
export function readTimePoint(scope: Scope, node: YamlNode): TimePoint | null {
  const { reader } = scope;
  if (node.kind !== "map") {
    return reader.report(
      "105",
      `a point in time needs a day and a zone: ${POINT_EXAMPLE}`,
      node.at,
    );
  }
  const fields = reader.fields(node, { what: "a point in time", optional: ["on", "at", "tz"] });
  const [on, at, tz] = [fields?.get("on"), fields?.get("at"), fields?.get("tz")];
  if (on !== undefined && at !== undefined) {
    return reader.report("105", `give either "on" (a day) or "at" (a wall time), not both`, at.at);
  }
  const when = on === undefined ? readWall(scope, at, node) : readDay(scope, on);
  const zone = readZoneChoice(scope, tz, node);
  if (when === null || zone === null) return null;
  const day = when.kind === "on" ? when.day : when.wall.slice(0, 10);
  if (zone.kind === "offset" || (day >= FIRST_KNOWN && day <= LAST_KNOWN)) return { ...when, zone };
  const message = `no rules of time zones are known for ${day}`;
  const help = `give an offset as "tz"; zones are known from ${FIRST_KNOWN} to ${LAST_KNOWN}`;
  return reader.report("502", message, node.at, { help });
}

function readDay(scope: Scope, node: YamlNode) {
  const day = scope.reader.day(node, `"on"`);
  return day === null ? null : ({ kind: "on", day } as const);
}

function readWall(scope: Scope, node: YamlNode | undefined, point: YamlNode) {
  const { reader } = scope;
  if (node === undefined) {
    return reader.report("102", `a point in time lacks "on" or "at": ${POINT_EXAMPLE}`, point.at);
  }
  const wall = reader.text(node, `"at"`);
  if (wall === null) return null;
  const day = WALL.exec(wall)?.[1];
  if (day !== undefined && parseDay(day) !== null) return { kind: "at", wall } as const;
  const expected = `a wall time such as 2025-04-19T18:00, its zone beside it as "tz"`;
  return reader.report("105", `"at" must be ${expected}; found "${wall}"`, node.at);
}

function readZoneChoice(
  scope: Scope,
  node: YamlNode | undefined,
  point: YamlNode,
): ZoneChoice | null {
  const { reader, declared } = scope;
  if (node === undefined) {
    const help = "name a zone, an offset, a list of zones, or `unknown`";
    return reader.report("507", `a point in time without a time zone ("tz")`, point.at, { help });
  }
  if (node.kind === "list") return readZoneList(scope, node.items, node);
  const text = reader.text(node, `"tz"`);
  if (text === null) return null;
  if (text === "unknown") {
    if (declared.timeZones.length > 0) return { kind: "unknown" };
    const message = `"tz: unknown" ranges over "time-zones", and the text lists none`;
    return reader.report("507", message, node.at);
  }
  const minutes = OFFSET.test(text) ? parseOffsetMinutes(text) : null;
  if (minutes !== null) return { kind: "offset", minutes };
  return readZoneList(scope, [node], node);
}

function readZoneList(scope: Scope, items: readonly YamlNode[], node: YamlNode): ZoneChoice | null {
  if (items.length === 0) return scope.reader.report("507", `"tz" lists no time zone`, node.at);
  const names = items.map((item) => readZoneName(scope, item));
  const known = names.filter((name) => name !== null);
  return known.length === names.length ? { kind: "zones", names: known } : null;
}

/** An IANA name of the pinned table; T507 with the nearest names otherwise. */
export function readZoneName(scope: Pick<Scope, "reader">, node: YamlNode): string | null {
  const name = scope.reader.text(node, "a time zone");
  if (name === null || isZone(name)) return name;
  return scope.reader.unknownName(
    "507",
    `no such time zone: "${name}"`,
    name,
    zoneNames(),
    node.at,
  );
}

/** `{on | at, tz}` or `{event}`. */
export function readPeriodStart(scope: Scope, node: YamlNode): PeriodStart | null {
  if (peek(node, "event") === undefined) return readTimePoint(scope, node);
  const fields = scope.reader.fields(node, { what: "a start by event", required: ["event"] });
  const event = readName(scope, fields?.get("event"), eventRule(scope));
  return event === null ? null : { kind: "event", event };
}

/** `P30D`: calendar days; `PT720H`, `PT90M`: elapsed time. */
export function readDuration(scope: Scope, node: YamlNode): Duration | null {
  const text = node.kind === "scalar" ? node.text : "";
  const days = /^P(\d{1,6})D$/.exec(text)?.[1];
  if (days !== undefined) return { kind: "days", days: Number(days) };
  const [whole, hours, minutes] = /^PT(?:(\d{1,7})H)?(?:(\d{1,9})M)?$/.exec(text) ?? [];
  if (whole !== undefined && whole !== "PT") {
    const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return { kind: "elapsed", milliseconds: total * 60_000 };
  }
  const found = node.kind === "scalar" ? `"${text}"` : `a ${node.kind}`;
  const expected = "P30D (calendar days) or PT720H (hours that pass)";
  const help = /^\d+$/.test(text) ? { help: `did you mean "P${text}D"?` } : {};
  return scope.reader.report("105", `a length must be ${expected}; found ${found}`, node.at, help);
}

/** `none`, `agreed` or `{automatic: {for, notice-by?}}`. */
export function readExtension(scope: Scope, node: YamlNode): Extension | null {
  const { reader } = scope;
  if (node.kind === "scalar" && node.text === "none") return { kind: "none" };
  if (node.kind === "scalar" && node.text === "agreed") return { kind: "agreed" };
  const automatic = peek(node, "automatic");
  if (automatic === undefined) {
    const expected = "`none`, `agreed` or `{automatic: {for: P120D, notice-by: P10D}}`";
    return reader.report("105", `"extension" must be ${expected}`, node.at);
  }
  reader.fields(node, { what: "extension", required: ["automatic"] });
  const what = "an automatic extension";
  const fields = reader.fields(automatic, { what, required: ["for"], optional: ["notice-by"] });
  const [length, notice] = [fields?.get("for"), fields?.get("notice-by")];
  const span = length === undefined ? null : readDuration(scope, length);
  const noticeBy = notice === undefined ? null : readDuration(scope, notice);
  return span === null ? null : { kind: "automatic", for: span, noticeBy };
}

/** `none`, `{release: automatic}` or `{release: power, notice: true | false}`. */
export function readOnBreach(scope: Scope, node: YamlNode): OnBreach | null {
  const { reader } = scope;
  if (node.kind === "scalar" && node.text === "none") return { kind: "none" };
  const release = peek(node, "release");
  const word = release?.kind === "scalar" ? release.text : "";
  if (word === "automatic") {
    reader.fields(node, { what: "automatic release", required: ["release"] });
    return { kind: "automatic" };
  }
  if (word === "power") {
    const what = "release as a power";
    const fields = reader.fields(node, { what, required: ["release", "notice"] });
    const notice = reader.boolean(fields?.get("notice"), `"notice"`);
    return notice === null ? null : { kind: "power", notice };
  }
  const expected = "`none`, `{release: automatic}` or `{release: power, notice: true}`";
  return reader.report("105", `"on-breach" must be ${expected}`, node.at);
}

/** `{after: [event, ...]}`; an empty list means at once. */
export function readInForce(scope: Scope, node: YamlNode): InForce | null {
  const fields = scope.reader.fields(node, { what: "in-force", required: ["after"] });
  const after = fields?.get("after");
  return after === undefined ? null : { after: readNames(scope, after, eventRule(scope)) };
}

/** Events of the text, the standard ones, and each party's notice of release. */
export function eventRule(scope: Pick<Scope, "declared">): NameRule {
  const { events, parties } = scope.declared;
  const notices = [...parties].map((party) => `notice-of-release/${party}`);
  return {
    code: "208",
    what: "event",
    valid: new Set([...events, ...STANDARD_EVENTS, ...notices]),
  };
}
