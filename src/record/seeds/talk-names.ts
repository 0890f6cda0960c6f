// The names that rows about talks may use beside sources and parties, and how they are looked up.
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

/** An empty set: the case lists none, and names are taken as they come. */
export interface TalkNames {
  readonly tracks: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
  readonly issues: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  /** `issue/key` of every stance. */
  readonly stances: ReadonlySet<string>;
}

/** A track, round or issue that the case lists (C214, C215, C216), or any id where it lists none. */
export function listedName(
  reader: SeedReader,
  what: "track" | "round" | "issue",
  node: YamlNode | undefined,
  names: TalkNames,
): string | null {
  const listed = names[`${what}s`];
  return listed.size === 0 ? reader.id(node, what) : reader.known(what, node, listed);
}
