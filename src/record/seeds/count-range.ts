// Counts as people write them: `7`, `17-18`, `50+` (at least 50).
import type { CountRange } from "../../model/count.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

/** Null when not stated (no node) or not readable (C308, reported). */
export function readCountRange(
  reader: SeedReader,
  node: YamlNode | undefined,
  what: string,
): CountRange | null {
  const text = reader.text(node, what);
  if (text === null || node === undefined) return null;
  const match = /^(\d{1,12})(?:(\+)|-(\d{1,12}))?$/.exec(text);
  if (match === null) {
    const message = `${what} must be a count such as 7, 17-18 or 50+; found "${text}"`;
    return reader.report("308", message, node.at);
  }
  const low = Number(match[1]);
  const high = match[2] === "+" ? null : Number(match[3] ?? match[1]);
  if (high === null || low <= high) return { low, high };
  return reader.report(
    "308",
    `${what} runs from ${low} down to ${high}; expected the lower count first`,
    node.at,
  );
}
