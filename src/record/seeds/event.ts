// record/events.yaml: facts outside incidents that a text waits for. What the record does not support stays unrecorded.
import type { EventTime, RecordedEvent } from "../../model/event.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

const SHAPE = {
  what: "an event",
  required: ["id", "sources"],
  optional: ["instrument", "at", "from", "until", "not-by"],
};
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,79}(?:\/[A-Za-z0-9-]{1,80})?$/;

/**
 * Reads one row: `id` is the event's name (`notice-of-release/RU`), `instrument` the text it concerns (none: all); its time is
 * `at`, `from` with `until`, or `not-by` (it had not come by then; later is open). Null when it cannot be used.
 */
export function readEvent(reader: SeedReader, row: YamlMap): RecordedEvent | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = readName(reader, fields.get("id"));
  const instrument = reader.id(fields.get("instrument"), "instrument");
  const time = readTime(reader, fields, row);
  const sources = reader.sourceList(fields.get("sources"));
  return id === null || time === null ? null : { id, instrument, time, sources };
}

function readName(reader: SeedReader, node: YamlNode | undefined): string | null {
  const name = reader.text(node, "event id");
  if (name === null || node === undefined || NAME.test(name)) return name;
  return reader.report(
    "106",
    `bad event id: "${name}"; expected a name such as extension-agreed or notice-of-release/RU`,
    node.at,
  );
}

function readTime(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
  row: YamlMap,
): EventTime | null {
  const forms = ["at", "from", "not-by"].filter((form) => fields.has(form));
  const form = forms[0];
  if (form === undefined || forms.length > 1) {
    const found = forms.length === 0 ? "none of them" : forms.join(" and ");
    return reader.report(
      "304",
      `an event needs one of "at", "from", "not-by"; found ${found}`,
      row.at,
    );
  }
  const at = reader.instant(fields.get(form), form);
  if (form !== "from") return at === null ? null : { kind: form === "at" ? "at" : "not-by", at };
  const until = reader.instant(fields.get("until"), "until");
  if (!fields.has("until"))
    reader.report("102", `an event with "from" lacks the field "until"`, row.at);
  const interval = reader.interval(at, until, fields.get("from") ?? row);
  return interval === null ? null : { kind: "between", ...interval };
}
