// record/counts.yaml: totals that the sides published, each in its own unit; never on one axis with ours.
import type { PublishedCount } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import { readCountRange } from "./count-range.ts";
import type { SeedReader } from "./names.ts";

const SHAPE = {
  what: "a count",
  required: ["id", "day", "by", "period", "unit", "violations", "of", "source"],
  optional: ["note"],
};

/** Reads one row; `violations` is `7`, `4-6`, `30+` (at least), `<=1100` (at most) or `unstated`. Null when it cannot be used. */
export function readPublishedCount(reader: SeedReader, row: YamlMap): PublishedCount | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "count id");
  const day = reader.day(fields.get("day"), "day");
  const by = reader.text(fields.get("by"), "by");
  const ofParty = reader.party(fields.get("of"));
  const period = reader.text(fields.get("period"), "period");
  const unit = reader.text(fields.get("unit"), "unit");
  const violations = readViolations(reader, fields.get("violations"));
  const source = reader.source(fields.get("source"));
  if (id === null || day === null || by === null || ofParty === null) return null;
  if (period === null || unit === null || violations === null || source === null) return null;
  const note = reader.text(fields.get("note"), "note");
  return { id, day, by, period, unit, violations, ofParty, source, note };
}

function readViolations(
  reader: SeedReader,
  node: YamlNode | undefined,
): PublishedCount["violations"] | null {
  const text = node?.kind === "scalar" ? node.text : "";
  if (text === "unstated") return { low: null, high: null };
  const most = /^<=(\d{1,12})$/.exec(text);
  return most === null
    ? readCountRange(reader, node, "violations")
    : { low: null, high: Number(most[1]) };
}
