// record/sources.yaml: publications. The outlet's side comes from outlets.yaml unless the row says another.
import type { Source } from "../../model/source.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

const SHAPE = {
  what: "a source",
  required: ["id", "title", "outlet"],
  optional: ["side", "published", "url"],
};

/** Reads one row; null when it cannot be used. */
export function readSource(reader: SeedReader, row: YamlMap): Source | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "source id");
  const title = reader.text(fields.get("title"), "title");
  const side = reader.party(fields.get("side"));
  const outlet = readOutlet(reader, fields, side);
  if (id === null || title === null || outlet === null) return null;
  const published = reader.day(fields.get("published"), "published");
  const url = reader.text(fields.get("url"), "url");
  return { id, title, outlet: outlet.name, outletSide: side ?? outlet.side, url, published };
}

/** An outlet of outlets.yaml by id; any name where the row gives the side itself. */
function readOutlet(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
  side: string | null,
): { readonly name: string; readonly side: string } | null {
  const node = fields.get("outlet");
  const name = reader.text(node, "outlet");
  const listed = name === null ? undefined : reader.names.outlets.get(name);
  if (listed !== undefined) return listed;
  if (name !== null && side !== null) return { name, side };
  reader.known("outlet", node, reader.names.outlets);
  return null;
}
