// Words quoted from a source: short, because the record is in our own words (case README).
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

/** A quotation longer than this belongs in our own words. */
const MOST_WORDS = 8;

/** The words as given; C310 warns of a quotation that is too long. */
export function readQuotation(
  reader: SeedReader,
  node: YamlNode | undefined,
  what: string,
): string | null {
  const words = reader.text(node, what);
  if (words === null || node === undefined) return null;
  const count = words.trim().split(/\s+/).length;
  if (count <= MOST_WORDS) return words;
  const message = `a quotation has at most ${MOST_WORDS} words; found ${count}`;
  reader.report("310", message, node.at, { severity: "warning" });
  return words;
}
