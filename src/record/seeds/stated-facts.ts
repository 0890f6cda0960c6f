// Facts as a row states them: things, acts, means, flags, each as all that it may be.
import type { Possibility, Thing } from "../../model/incident.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

const FACETS = ["function", "side", "controlled-by", "listed-in"];

/**
 * One thing: a kind; a list of the kinds it may be; or `{kinds, name?}` with facets (function, side, controlled-by,
 * listed-in), each one value or a list of possible ones.
 */
export function readThing(
  reader: SeedReader,
  node: YamlNode,
  sources: readonly string[],
): Thing | null {
  if (node.kind !== "map") return thingOf(reader, node, { sources });
  const fields = reader.fields(node, {
    what: "a thing",
    required: ["kinds"],
    optional: ["name", ...FACETS],
  });
  const facets = FACETS.flatMap((facet) => {
    const values = reader.texts(fields?.get(facet), facet);
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  const name = reader.text(fields?.get("name"), "name");
  return thingOf(reader, fields?.get("kinds"), {
    sources,
    name,
    facets: Object.fromEntries(facets),
  });
}

function thingOf(
  reader: SeedReader,
  node: YamlNode | undefined,
  more: { readonly sources: readonly string[] } & Partial<Pick<Thing, "name" | "facets">>,
): Thing | null {
  const kinds = reader.each(node, (item) => reader.kind(item));
  if (kinds.length === 0) return null;
  return {
    kinds: possibilities(kinds, more.sources),
    name: more.name ?? null,
    facets: more.facets ?? {},
  };
}

/** Each true or false, or `unknown` where that is disputed or nobody says. */
export function readFlags(
  reader: SeedReader,
  node: YamlNode | undefined,
): Readonly<Record<string, boolean | "unknown">> {
  if (node === undefined) return {};
  const flags: Record<string, boolean | "unknown"> = {};
  for (const { key, value } of reader.map(node, "flags")?.entries ?? []) {
    const isOpen = value.kind === "scalar" && value.value === "unknown";
    const holds = isOpen ? "unknown" : reader.boolean(value, `flag "${key}"`);
    if (holds !== null) flags[key] = holds;
  }
  return flags;
}

/** Each value with what it rests on; nothing given is `unknown`. */
export function possibilities(
  values: readonly string[],
  claims: readonly string[],
): readonly Possibility[] {
  const given = values.length === 0 ? ["unknown"] : [...new Set(values)];
  return given.map((value) => ({ value, claims }));
}
