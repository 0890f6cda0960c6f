// record/claims.yaml: what someone asserts about an incident, one claim a row, each of exactly one sort.
// Points of a series (casualties, measures) stand in the order in which they were reported.
import type { AsOf, Claim } from "../../model/claim.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import { readCountRange } from "./count-range.ts";
import type { SeedReader } from "./names.ts";

const SORTS = ["attribution", "denial", "no-comment", "casualties", "measure", "account"] as const;
const SHAPE = {
  what: "a claim",
  required: ["id", "of", "by", "source"],
  optional: [...SORTS, "at", "day", "note"],
};
const CASUALTIES = {
  what: "casualties",
  optional: ["killed", "injured", "children-killed", "children-injured"],
};

type Fields = ReadonlyMap<string, YamlNode>;
/** What all claims share. */
type Base = Omit<Extract<Claim, { predicate: "account" }>, "predicate" | "text">;

/** Reads one row; `incidents` are the ids a claim may speak of. Null when it cannot be used. */
export function readClaim(
  reader: SeedReader,
  row: YamlMap,
  incidents: ReadonlySet<string>,
): Claim | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const sorts = SORTS.filter((sort) => fields.has(sort));
  const sort = sorts[0];
  if (sort === undefined || sorts.length > 1) {
    const found = sorts.length === 0 ? "none of them" : sorts.join(", ");
    return reader.report("309", `a claim needs one of ${SORTS.join(", ")}; found ${found}`, row.at);
  }
  const base = readBase(reader, fields, incidents);
  const node = fields.get(sort);
  return base === null || node === undefined ? null : readSort(reader, { sort, node, base });
}

function readBase(reader: SeedReader, fields: Fields, incidents: ReadonlySet<string>): Base | null {
  const id = reader.id(fields.get("id"), "claim id");
  const subject = reader.known("incident", fields.get("of"), incidents);
  const by = reader.party(fields.get("by"));
  const source = reader.source(fields.get("source"));
  if (id === null || subject === null || by === null || source === null) return null;
  const note = reader.text(fields.get("note"), "note");
  return { id, subject, by, source, asOf: readAsOf(reader, fields), note };
}

function readAsOf(reader: SeedReader, fields: Fields): AsOf {
  const at = reader.instant(fields.get("at"), "at");
  if (at !== null) return { at };
  const day = reader.day(fields.get("day"), "day");
  return day === null ? null : { day };
}

interface SortNode {
  readonly sort: (typeof SORTS)[number];
  readonly node: YamlNode;
  readonly base: Base;
}

function readSort(reader: SeedReader, { sort, node, base }: SortNode): Claim | null {
  if (sort === "attribution") {
    const actor = reader.actor(node);
    return actor === null ? null : { ...base, predicate: sort, actor };
  }
  if (sort === "denial" || sort === "no-comment")
    return readSilence(reader, node, { ...base, predicate: sort });
  if (sort === "casualties") return readCasualties(reader, node, base);
  if (sort === "measure") return readMeasure(reader, node, base);
  const text = reader.text(node, "account");
  return text === null ? null : { ...base, predicate: "account", text };
}

function readSilence(
  reader: SeedReader,
  node: YamlNode,
  base: Base & { readonly predicate: "denial" | "no-comment" },
): Claim | null {
  const of = reader.text(node, base.predicate);
  if (of === null || of === "actor" || of === "event") return of === null ? null : { ...base, of };
  const message = `${base.predicate} must be "actor" (we did not do it) or "event" (nothing happened); found "${of}"`;
  return reader.report("105", message, node.at);
}

function readCasualties(reader: SeedReader, node: YamlNode, base: Base): Claim | null {
  const fields = reader.fields(node, CASUALTIES);
  if (fields === null) return null;
  return {
    ...base,
    predicate: "casualties",
    killed: readCountRange(reader, fields.get("killed"), "killed"),
    injured: readCountRange(reader, fields.get("injured"), "injured"),
    childrenKilled: readWhole(reader, fields.get("children-killed"), "children-killed"),
    childrenInjured: readWhole(reader, fields.get("children-injured"), "children-injured"),
  };
}

function readWhole(reader: SeedReader, node: YamlNode | undefined, what: string): number | null {
  return reader.integer(node, what) === null ? null : reader.amount(node, what);
}

function readMeasure(reader: SeedReader, node: YamlNode, base: Base): Claim | null {
  const fields = reader.fields(node, { what: "a measure", required: ["what", "value"] });
  const what = reader.text(fields?.get("what"), "what");
  const value = reader.amount(fields?.get("value"), "value");
  return what === null || value === null ? null : { ...base, predicate: "measure", what, value };
}
