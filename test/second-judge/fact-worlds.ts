// Every state of the facts that an incident leaves possible (TERMS 2.2): one value in each dimension.
import type { Document } from "./document.ts";
import { clausesOf, listOf } from "./document.ts";
import { intervalOf, rowsOf, thingsOf } from "./incident.ts";
import type { Incident, Thing } from "./incident.ts";
import type { Calibres } from "./rules.ts";
import { spotsOf } from "./places.ts";
import type { Spot } from "./places.ts";
import { productOf } from "./product.ts";
import { tellingLeaves } from "./words.ts";
import type { Words } from "./words.ts";

/** One thing as it is in a world. */
export interface ThingWorld {
  readonly leaf: string;
  readonly facets: ReadonlyMap<string, string>;
}

/** Everything about one incident, settled. */
export interface FactWorld {
  readonly at: number;
  readonly actor: string;
  readonly act: string;
  readonly means: string;
  readonly calibre: number;
  readonly things: readonly ThingWorld[];
  readonly target: Spot;
  readonly origin: Spot;
  readonly flags: ReadonlySet<string>;
}

/** What enumeration needs to know of the text. */
export interface Asked {
  readonly document: Document;
  readonly words: Words;
  /** The choices of open edges that text worlds make. */
  readonly edges: readonly ReadonlySet<string>[];
}

/** Facets a text can ask about; a value that no text names is `none of them`. */
const FACETS = ["function", "side", "controlled-by", "listed-in"] as const;
const ELSE = "none of them";

/** All worlds of an incident at each of the instants given for it. */
export function factWorldsOf(
  incident: Incident,
  instants: readonly number[],
  asked: Asked,
): readonly FactWorld[] {
  return rowsOf(incident).flatMap((row) => worldsOfRow(row, instants, asked));
}

function worldsOfRow(
  incident: Incident,
  instants: readonly number[],
  asked: Asked,
): readonly FactWorld[] {
  const { document, words, edges } = asked;
  const [from, until] = intervalOf(incident);
  const choices = productOf<unknown>([
    ["at", instants.filter((at) => at >= from && at < until)],
    [
      "actor",
      [...new Set(listOf(incident.by ?? "unknown").flatMap((actor) => actorsOf(document, actor)))],
    ],
    ["act", actsOf(incident, asked)],
    [
      "means",
      tellingLeaves(words.means, listOf(incident.means ?? "unknown"), words.asked.means, edges),
    ],
    ["calibre", calibresOf(document, incident)],
    ["things", allOf(thingsOf(incident).map((thing) => thingWorlds(thing, asked)))],
    ["target", spotsOf(document, incident.place, incident.near)],
    ["origin", spotsOf(document, incident.origin, undefined)],
    ["flags", flagSets(incident.flags ?? {})],
  ]);
  return choices.map((choice) => Object.fromEntries(choice) as unknown as FactWorld);
}

function actorsOf(document: Document, actor: string): readonly string[] {
  return actor === "unknown" ? [...document.parties, "other"] : [actor];
}

function actsOf(incident: Incident, { words, edges }: Asked): readonly string[] {
  const reported = listOf(incident.act ?? "unknown");
  const done = reported.filter((act) => act !== "none");
  const leaves = tellingLeaves(words.acts, done, words.asked.acts, edges);
  return done.length < reported.length ? [...leaves, "none"] : leaves;
}

// Calibres that some band of the text tells apart.
function calibresOf(document: Document, { calibre }: Incident): readonly number[] {
  const [low, high] = calibre ?? [0, Infinity];
  const bands = [...clausesOf(document).values()].map(
    (fields) => fields["calibre"] as Calibres | undefined,
  );
  const edges = bands.flatMap((band) => [band?.from ?? 0, band?.below ?? 0]);
  const points = [low, ...edges, ...edges.map((edge) => edge - 1)];
  return [...new Set(points)].filter((point) => point >= low && point <= high);
}

function thingWorlds(thing: Thing, { document, words, edges }: Asked): readonly ThingWorld[] {
  const leaves = tellingLeaves(words.kinds, thing.kinds, words.asked.kinds, edges);
  const facets = productOf(
    FACETS.filter((facet) => isAsked(document, facet)).map(
      (facet) => [facet, facetValues(document, thing, facet)] as const,
    ),
  );
  return leaves.flatMap((leaf) => facets.map((values) => ({ leaf, facets: values })));
}

function isAsked(document: Document, facet: string): boolean {
  const text = JSON.stringify([
    document.clauses,
    document.common ?? null,
    document.questions ?? null,
  ]);
  return text.includes(`"${facet}":`) || (facet === "side" && text.includes(`"against":`));
}

function facetValues(document: Document, thing: Thing, facet: string): readonly string[] {
  const known = thing[facet];
  if (known !== undefined) return listOf(known);
  const text = JSON.stringify([
    document.clauses,
    document.common ?? null,
    document.questions ?? null,
  ]);
  const named = [...text.matchAll(new RegExp(`"${facet}":"([^"]+)"`, "g"))].map(
    ([, value]) => value ?? ELSE,
  );
  const parties = facet === "side" || facet === "controlled-by" ? document.parties : [];
  return [...new Set([...named, ...parties, ELSE])];
}

function flagSets(flags: NonNullable<Incident["flags"]>): readonly ReadonlySet<string>[] {
  const choices = productOf(
    Object.entries(flags).map(
      ([flag, value]) => [flag, value === "unknown" ? [true, false] : [value]] as const,
    ),
  );
  return choices.map(
    (choice) => new Set([...choice].filter(([, held]) => held).map(([flag]) => flag)),
  );
}

function allOf<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>(
    (sofar, list) => sofar.flatMap((head) => list.map((value) => [...head, value])),
    [[]],
  );
}
