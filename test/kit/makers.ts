// Small makers for tests: a vocabulary, an input, an incident, each with only what the test says differs.
import { readFileSync } from "node:fs";
import type { AssessInput } from "../../src/assess/context.ts";
import type { IncidentId } from "../../src/model/id.ts";
import type { Facts, Incident, Possibility, Thing } from "../../src/model/incident.ts";
import { MINUTE_MS, parseInstant, utcToDay } from "../../src/model/instant.ts";
import type { Instrument } from "../../src/terms/ast.ts";
import { parseKinds, parseMeans } from "../../src/terms/parse-vocabulary.ts";
import { parseTerms } from "../../src/terms/parse-terms.ts";
import { vocabulary } from "../../src/terms/vocabulary.ts";

const root = new URL("../../", import.meta.url);

export function readText(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}

/** The shipped taxonomy; tests of meaning run on what users have. */
export function vocabularies() {
  const kinds = parseKinds(readText("cases/ukraine-2025/kinds.yaml"), { file: "kinds.yaml" });
  const means = parseMeans(readText("cases/ukraine-2025/means.yaml"), { file: "means.yaml" });
  return {
    kinds: vocabulary(kinds.value ?? []),
    means: vocabulary(means.value?.means ?? []),
    acts: vocabulary(means.value?.acts ?? []),
  };
}

/** Reads a text and fails the test when it has errors. */
export function text(source: string, file = "test.terms.yaml"): Instrument {
  const { value, problems } = parseTerms(source, { file });
  if (value === null)
    throw new Error(problems.map((p) => `${p.at?.line}: ${p.code} ${p.message}`).join("\n"));
  return value;
}

/** An input with these instruments and nothing recorded, unless told otherwise. */
export function input(
  instruments: readonly Instrument[],
  more: Partial<AssessInput> = {},
): AssessInput {
  return {
    settings: { id: "test", timeZones: ["Europe/Kyiv"] },
    ...vocabularies(),
    instruments: instruments.map((instrument) => ({ instrument, version: instrument.id })),
    zones: new Map(),
    incidents: [],
    events: [],
    ...more,
  };
}

export function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** What is possible, said by nobody in particular; `[]` entries are kind, act, means or party ids. */
export interface IncidentSpec {
  readonly id?: string;
  /** One instant, or an interval. */
  readonly at: string | readonly [string, string];
  readonly by?: readonly string[];
  /** One entry per thing hit: its possible kinds. */
  readonly kinds?: readonly (string | readonly string[])[];
  readonly act?: readonly string[];
  readonly means?: readonly string[];
  readonly target?: Facts["target"];
  readonly origin?: Facts["origin"];
  readonly flags?: Facts["flags"];
  readonly distances?: Facts["distances"];
  readonly calibre?: Facts["calibre"];
  /** The name of the thing hit. */
  readonly name?: string;
  readonly aggregate?: boolean;
}

export function incident(spec: IncidentSpec): Incident {
  const [from, until] =
    typeof spec.at === "string"
      ? [at(spec.at), at(spec.at) + MINUTE_MS]
      : [at(spec.at[0]), at(spec.at[1])];
  const extent = spec.target ?? { kind: "unknown" as const };
  return {
    id: (spec.id ?? "inc-1") as IncidentId,
    day: utcToDay(from),
    occurred: { from, until, basis: "test", assumed: false },
    place: { name: "somewhere", names: {}, admin1: null, country: null, extent, regions: [] },
    object: null,
    effects: null,
    aggregate: spec.aggregate ?? false,
    facts: {
      occurred: { from, until },
      actors: possibilities(spec.by ?? ["RU"]),
      acts: possibilities(spec.act ?? ["strike"]),
      means: possibilities(spec.means ?? ["unknown"]),
      things: (spec.kinds ?? ["unknown"]).map((kinds) => thing(kinds, spec.name ?? null)),
      target: extent,
      origin: spec.origin ?? { kind: "unknown" },
      flags: spec.flags ?? {},
      ...(spec.distances === undefined ? {} : { distances: spec.distances }),
      ...(spec.calibre === undefined ? {} : { calibre: spec.calibre }),
    },
    claims: [],
    sources: [],
    note: null,
    knownAt: null,
  };
}

function thing(kinds: string | readonly string[], name: string | null): Thing {
  return {
    kinds: possibilities(typeof kinds === "string" ? [kinds] : kinds),
    name,
    facets: {},
  };
}

function possibilities(values: readonly string[]): readonly Possibility[] {
  return values.map((value) => ({ value, claims: [] }));
}
