// Where a row's words stand: a source by id, or `{document, quote, span}` with the disputed words or their place in the kept text.
import type { Citation } from "../../model/source.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { readQuotation } from "./quotation.ts";

const SHAPE = { what: "a citation", required: ["document"], optional: ["quote", "span"] };

/** Reads one citation; null when it names no source of the case. */
export function readCitation(reader: SeedReader, node: YamlNode | undefined): Citation | null {
  if (node?.kind !== "map") {
    const id = reader.source(node);
    return id === null ? null : { source: id, quote: null, span: null };
  }
  const fields = reader.fields(node, SHAPE);
  const source = reader.source(fields?.get("document"));
  const quote = readQuotation(reader, fields?.get("quote"), "quote");
  const span = readSpan(reader, fields?.get("span"));
  return source === null ? null : { source, quote, span };
}

/** `[start, end]`, offsets into the kept text; C301 when the end is not after the start. */
function readSpan(reader: SeedReader, node: YamlNode | undefined): Citation["span"] {
  if (node === undefined) return null;
  const items = reader.list(node, "a span")?.items;
  if (items === undefined) return null;
  const [start, end] = items.map((item) => reader.integer(item, "an offset"));
  if (start === null || end === null) return null;
  if (start === undefined || end === undefined || items.length !== 2) {
    const message = `a span has a start and an end; found ${items.length} offsets`;
    return reader.report("105", message, node.at);
  }
  if (start >= 0 && start < end) return [start, end];
  return reader.report("301", `a span ends after its start; found ${start} to ${end}`, node.at);
}
