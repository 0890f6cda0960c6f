// The names that seed rows may use, and the reader that checks them: every unknown name is placed, with the nearest valid ones.
import type { Interval } from "../../model/instant.ts";
import type { Area } from "../../model/place.ts";
import { Reader } from "../../model/reader.ts";
import type { Source } from "../../model/source.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { Vocabulary } from "../../terms/vocabulary.ts";

/** What a case knows by name before its record is read. */
export interface CaseNames {
  readonly parties: ReadonlySet<string>;
  /** Null where the file could not be read: then kinds are taken as they come, and only the file's own faults are told. */
  readonly kinds: Vocabulary | null;
  readonly means: Vocabulary | null;
  readonly acts: Vocabulary | null;
  /** Region and zone areas by id. */
  readonly regions: ReadonlyMap<string, Area>;
  readonly outlets: ReadonlyMap<string, { readonly name: string; readonly side: string }>;
  /** Spellings of a place by its English name. */
  readonly places: ReadonlyMap<string, Readonly<Partial<Record<"uk" | "ru", string>>>>;
  /** The case's zones; the first one cuts days. */
  readonly timeZones: readonly string[];
  /** Flags that hold of every incident unless its row says otherwise. */
  readonly flags: Readonly<Record<string, boolean>>;
}

/** Party words that stand for nobody in particular. */
export const RESERVED_SPEAKERS: readonly string[] = ["media", "other"];

/** Code of an unknown name, by what it should have named. */
const CODES = {
  source: "201",
  kind: "202",
  means: "203",
  act: "204",
  party: "205",
  region: "206",
  outlet: "207",
  incident: "208",
  instrument: "209",
  reading: "210",
  stance: "211",
  statement: "212",
  track: "214",
  round: "215",
  issue: "216",
} as const;

/** A reader of seed rows. Its `names` methods report codes C201-C216 and return null for a name that is not known. */
export class SeedReader extends Reader {
  readonly names: CaseNames;
  readonly sources: ReadonlyMap<string, Source> | ReadonlySet<string>;

  constructor(names: CaseNames, sources: ReadonlyMap<string, Source> | ReadonlySet<string>) {
    super("C");
    this.names = names;
    this.sources = sources;
  }

  source(node: YamlNode | undefined): string | null {
    return this.known("source", node, this.sources);
  }

  sourceList(node: YamlNode | undefined): readonly string[] {
    return this.each(node, (item) => this.source(item));
  }

  /** A party of the case, or `media`, `other`. */
  party(node: YamlNode | undefined): string | null {
    return this.known("party", node, [...this.names.parties, ...RESERVED_SPEAKERS]);
  }

  /** Who may have done something: a party of the case, `other` or `unknown`. */
  actor(node: YamlNode | undefined): string | null {
    return this.known("party", node, [...this.names.parties, "other", "unknown"]);
  }

  kind(node: YamlNode | undefined): string | null {
    return this.#ofVocabulary("kind", node, this.names.kinds);
  }

  means(node: YamlNode | undefined): string | null {
    return this.#ofVocabulary("means", node, this.names.means);
  }

  act(node: YamlNode | undefined): string | null {
    return this.#ofVocabulary("act", node, this.names.acts);
  }

  region(node: YamlNode | undefined): string | null {
    return this.known("region", node, this.names.regions);
  }

  /** A name that must be one of `valid` (any collection of names, or a map by name). */
  known(
    what: keyof typeof CODES,
    node: YamlNode | undefined,
    valid: ReadonlyMap<string, unknown> | ReadonlySet<string> | readonly string[],
  ): string | null {
    const name = this.text(node, what);
    if (name === null || node === undefined) return null;
    const has = Array.isArray(valid) ? valid.includes(name) : isKeyed(valid) && valid.has(name);
    if (has) return name;
    const names = Array.isArray(valid) ? valid : isKeyed(valid) ? valid.keys() : [];
    return this.unknownName(CODES[what], `unknown ${what}: "${name}"`, name, names, node.at);
  }

  /** One node or each of a list; what could not be read is left out. */
  each<T>(node: YamlNode | undefined, read: (item: YamlNode) => T | null): readonly T[] {
    if (node === undefined) return [];
    const items = node.kind === "list" ? node.items : [node];
    return items.map(read).filter((item): item is NonNullable<typeof item> => item !== null);
  }

  /** One of a closed list (C105, with the nearest); null when absent or none of them. */
  oneOf<T extends string>(node: YamlNode | undefined, what: string, valid: readonly T[]): T | null {
    const text = this.text(node, what);
    if (text === null || node === undefined) return null;
    const found = valid.find((one) => one === text);
    if (found !== undefined) return found;
    const message = `${what} must be one of ${valid.join(", ")}; found "${text}"`;
    return this.unknownName("105", message, text, valid, node.at);
  }

  /** A finite number; C303 for infinities and not-a-number, C302 for one below zero. */
  amount(node: YamlNode | undefined, what: string): number | null {
    const value = this.number(node, what);
    if (value === null || node === undefined || value >= 0) return value;
    return this.report("302", `${what} must not be negative; found ${value}`, node.at);
  }

  /** A finite number (C303). */
  number(node: YamlNode | undefined, what: string): number | null {
    if (node === undefined) return null;
    const value = node.kind === "scalar" ? node.value : null;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    const found = node.kind === "scalar" ? `"${node.text}"` : `a ${node.kind}`;
    return this.report("303", `${what} must be a number; found ${found}`, node.at);
  }

  /** C301 when an interval ends before it starts or is empty. */
  interval(from: number | null, until: number | null, node: YamlNode): Interval | null {
    if (from === null || until === null) return null;
    if (from < until) return { from, until };
    return this.report(
      "301",
      "the interval ends before it starts; expected an end after the start",
      node.at,
    );
  }

  #ofVocabulary(
    what: "kind" | "means" | "act",
    node: YamlNode | undefined,
    vocabulary: Vocabulary | null,
  ): string | null {
    const name = this.text(node, what);
    if (name === null || node === undefined || vocabulary === null) return name;
    if (name === "unknown" || vocabulary.nodes.has(name) || vocabulary.leaves.includes(name)) {
      return name;
    }
    const valid = [...vocabulary.nodes.keys(), ...vocabulary.leaves, "unknown"];
    return this.unknownName(
      CODES[what],
      `unknown ${what}: "${name}"`,
      name,
      new Set(valid),
      node.at,
    );
  }
}

function isKeyed(
  names: ReadonlyMap<string, unknown> | ReadonlySet<string> | readonly string[],
): names is ReadonlyMap<string, unknown> | ReadonlySet<string> {
  return !Array.isArray(names);
}
