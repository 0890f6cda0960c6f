// `scenarios/1` (TERMS 7): tests of a text, written beside it. An incident in the words of the case, and the verdict it must get.
import { parseReadingId, readingId } from "../model/id.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { EventTime, RecordedEvent } from "../model/event.ts";
import type { Facts, Incident, Possibility, Thing } from "../model/incident.ts";
import { utcToDay } from "../model/instant.ts";
import type { Day, Interval } from "../model/instant.ts";
import { UNKNOWN_EXTENT } from "../model/place.ts";
import type { Extent } from "../model/place.ts";
import { readMeasures } from "../model/measures.ts";
import { compareProblems } from "../model/problem.ts";
import type { Parsed } from "../model/problem.ts";
import { Reader } from "../model/reader.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlNode } from "../model/yaml.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import { readingIds } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { atTextTime } from "./text-time.ts";
import { REASONS } from "./verdict.ts";
import type { Expectation, Scenario, ScenarioFile } from "./scenario.ts";
import type { Cause, Reason, VerdictKind } from "./verdict.ts";

const VERDICTS: readonly VerdictKind[] = ["violation", "not-covered", "undetermined", "conflict"];
const FACETS = ["function", "side", "controlled-by", "listed-in"];
const THING = ["kinds", "name", ...FACETS];
const CAUSES: readonly Cause[] = ["facts", "text", "both"];

/** Reads a scenario file against the case it tests; every name is checked (S2xx). Value null when there are errors. */
export function parseScenarios(
  text: string,
  { file, input }: { readonly file: string; readonly input: AssessInput },
): Parsed<ScenarioFile> {
  const reading = new ScenarioReader(input, file);
  const { root, problems } = parseYaml(text, { file, prefix: "S" });
  const scenarios = reading.file(root);
  const all = [...problems, ...reading.reader.problems].sort(compareProblems);
  return { value: all.length > 0 ? null : { file, scenarios }, problems: all };
}

class ScenarioReader {
  readonly reader = new Reader("S");
  readonly #input: AssessInput;
  readonly #file: string;
  #instrument: string | null = null;

  constructor(input: AssessInput, file: string) {
    this.#input = input;
    this.#file = file;
  }

  file(root: YamlNode | null): readonly Scenario[] {
    const start = { file: this.#file, line: 1, column: 1, endColumn: 2 };
    if (root === null) {
      this.reader.report("102", "the file holds no scenarios", start);
      return [];
    }
    const shape = {
      what: "a scenario file",
      required: ["truceline", "scenarios"],
      optional: ["terms"],
    };
    const fields = this.reader.fields(root, shape);
    const version = this.reader.text(fields?.get("truceline"), "truceline");
    if (version !== null && version !== "scenarios/1") {
      this.reader.report(
        "106",
        `unknown language "${version}"; expected scenarios/1`,
        fields?.get("truceline")?.at ?? start,
      );
    }
    this.#instrument = this.#oneOf(
      "202",
      fields?.get("terms"),
      "instrument",
      this.#input.instruments.map(({ instrument }) => instrument.id),
    );
    const list = fields?.get("scenarios");
    const items = list === undefined ? [] : (this.reader.list(list, "scenarios")?.items ?? []);
    return items.map((item) => this.#scenario(item)).filter((one) => one !== null);
  }

  #scenario(node: YamlNode): Scenario | null {
    const fields = this.reader.fields(node, {
      what: "a scenario",
      required: ["name", "incident", "expect"],
      optional: ["as-of", "before", "events", "why", "record"],
    });
    const name = this.reader.text(fields?.get("name"), "name");
    const incident = this.#incident(fields?.get("incident"), "scenario");
    if (fields === null || name === null || incident === null) return null;
    const before = fields.get("before");
    const listed = before === undefined ? [] : (this.reader.list(before, "before")?.items ?? []);
    const others = listed
      .map((item, i) => this.#incident(item, `before-${i + 1}`))
      .filter((one) => one !== null);
    const asOf = fields.has("as-of") ? this.reader.day(fields.get("as-of"), `"as-of"`) : null;
    const record = this.#oneOf("105", fields.get("record"), "record", ["all"]);
    return {
      name,
      incident,
      others:
        record === "all" ? this.#input.incidents.filter(({ id }) => id !== incident.id) : others,
      events: fields.has("events") ? this.#events(fields.get("events")) : this.#eventsOf(incident),
      asOf,
      expect: this.#expectations(fields.get("expect"), asOf),
      why: this.reader.text(fields.get("why"), "why"),
      at: node.at,
    };
  }

  /** An incident of the record comes with the events that the record knows; one made up here with none. */
  #eventsOf(incident: Incident): readonly RecordedEvent[] {
    return this.#input.incidents.includes(incident) ? this.#input.events : [];
  }

  /** An incident of the record by its id, or one made up here. */
  #incident(node: YamlNode | undefined, id: string): Incident | null {
    // A missing field was told where it is missing.
    if (node === undefined) return null;
    if (node.kind === "scalar") {
      const ids = this.#input.incidents.map((incident) => incident.id);
      const known = this.#oneOf("208", node, "incident", ids);
      return this.#input.incidents.find((incident) => incident.id === known) ?? null;
    }
    const fields = this.reader.fields(node, {
      what: "an incident",
      required: ["at"],
      optional: [
        "act",
        "kind",
        "things",
        "by",
        "means",
        "place",
        "origin",
        "flags",
        "distances",
        "calibre",
      ],
    });
    const occurred = this.#interval(fields?.get("at"));
    if (fields === null || occurred === null) return null;
    return madeUp(id, {
      occurred,
      actors: this.#actors(fields.get("by")),
      acts: this.#possible(fields.get("act"), this.#input.acts, ["none"]),
      means: this.#possible(fields.get("means"), this.#input.means),
      things: this.#things(fields.get("things"), fields.get("kind")),
      target: this.#extent(fields.get("place")),
      origin: this.#extent(fields.get("origin")),
      ...readMeasures(this.reader, fields, (node) => this.#kind(node)),
      flags: this.#flags(fields.get("flags")),
    });
  }

  #interval(node: YamlNode | undefined): Interval | null {
    if (node?.kind !== "list") {
      const at = this.reader.instant(node, "at");
      return at === null ? null : { from: at, until: at + 1 };
    }
    const [from, until] = [
      this.reader.instant(node.items[0], "at"),
      this.reader.instant(node.items[1], "at"),
    ];
    if (from === null || until === null)
      return this.reader.report("105", "at must be an instant or [from, until]", node.at);
    return from < until
      ? { from, until }
      : this.reader.report("105", "at ends before it starts", node.at);
  }

  #things(things: YamlNode | undefined, kind: YamlNode | undefined): readonly Thing[] {
    const nodes = things === undefined ? [kind] : (this.reader.list(things, "things")?.items ?? []);
    return nodes.map((node) => this.#thing(node));
  }

  /** Possible kinds, or `{kinds, name, function, side, controlled-by, listed-in}`. */
  #thing(node: YamlNode | undefined): Thing {
    if (node?.kind !== "map") {
      return { kinds: this.#possible(node, this.#input.kinds), name: null, facets: {} };
    }
    const fields = this.reader.fields(node, { what: "a thing", optional: THING });
    const facets = FACETS.flatMap((facet) => {
      const values = this.reader.texts(fields?.get(facet), facet);
      return values.length === 0 ? [] : [[facet, values] as const];
    });
    return {
      kinds: this.#possible(fields?.get("kinds"), this.#input.kinds),
      name: this.reader.text(fields?.get("name"), "name"),
      facets: Object.fromEntries(facets),
    };
  }

  #kind(node: YamlNode): string | null {
    const [kind] = this.#possible(node, this.#input.kinds);
    return kind === undefined || kind.value === "unknown" ? null : kind.value;
  }

  #possible(
    node: YamlNode | undefined,
    vocabulary: Vocabulary,
    more: readonly string[] = [],
  ): readonly Possibility[] {
    const valid = [...vocabulary.nodes.keys(), "unknown", ...more];
    const values = this.reader.texts(node, "possibilities").filter((value) => {
      if (valid.includes(value) || vocabulary.leaves.includes(value)) return true;
      this.reader.unknownName("201", `unknown word "${value}"`, value, valid, node?.at ?? null);
      return false;
    });
    return (values.length > 0 ? values : ["unknown"]).map((value) => ({ value, claims: [] }));
  }

  #actors(node: YamlNode | undefined): readonly Possibility[] {
    const parties = this.#input.instruments.flatMap(({ instrument }) => [
      ...instrument.parties,
      ...instrument.others,
    ]);
    const valid = [...new Set(parties), "other", "unknown"];
    const values = this.reader.texts(node, "by").filter((value) => {
      if (valid.includes(value)) return true;
      this.reader.unknownName("205", `unknown party "${value}"`, value, valid, node?.at ?? null);
      return false;
    });
    return (values.length > 0 ? values : ["unknown"]).map((value) => ({ value, claims: [] }));
  }

  #extent(node: YamlNode | undefined): Extent {
    if (node === undefined) return UNKNOWN_EXTENT;
    const fields = this.reader.fields(node, {
      what: "a place",
      required: ["lat", "lon", "radius-meters"],
    });
    const number = (name: string): number => {
      const value = fields?.get(name);
      if (
        value?.kind === "scalar" &&
        typeof value.value === "number" &&
        Number.isFinite(value.value)
      )
        return value.value;
      if (value !== undefined) this.reader.report("105", `${name} must be a number`, value.at);
      return 0;
    };
    return {
      kind: "disc",
      center: [number("lon"), number("lat")],
      radiusMeters: number("radius-meters"),
    };
  }

  #flags(node: YamlNode | undefined): Facts["flags"] {
    const flags: Record<string, boolean | "unknown"> = {};
    for (const { key, value } of this.reader.entries(node, "flags")) {
      if (value.kind === "scalar" && value.text === "unknown") flags[key] = "unknown";
      else flags[key] = this.reader.boolean(value, `flag ${key}`) ?? false;
    }
    return flags;
  }

  #events(node: YamlNode | undefined): readonly RecordedEvent[] {
    const map = node === undefined ? null : this.reader.map(node, "events");
    return (map?.entries ?? []).flatMap(({ key, value }): readonly RecordedEvent[] => {
      const time = this.#eventTime(value);
      return time === null ? [] : [{ id: key, instrument: null, sources: [], time }];
    });
  }

  /** `{at}`, `{between: [a, b]}` or `{not-by}`. */
  #eventTime(node: YamlNode): EventTime | null {
    const shape = { what: "an event", optional: ["at", "between", "not-by"] };
    const fields = this.reader.fields(node, shape);
    const at = this.reader.instant(fields?.get("at"), "at");
    if (at !== null) return { kind: "at", at };
    const notBy = this.reader.instant(fields?.get("not-by"), "not-by");
    if (notBy !== null) return { kind: "not-by", at: notBy };
    const between = fields?.get("between");
    const interval = between === undefined ? null : this.#interval(between);
    return interval === null ? null : { kind: "between", ...interval };
  }

  /** Readings are those that the texts had on the day they are looked at. */
  #expectations(node: YamlNode | undefined, asOf: Day | null): ReadonlyMap<ReadingId, Expectation> {
    const texts = asOf === null ? this.#input : atTextTime(this.#input, asOf).input;
    const valid = readingIds(texts);
    const found = new Map<ReadingId, Expectation>();
    const map = node === undefined ? null : this.reader.map(node, "expect");
    for (const { key, keyAt, value } of map?.entries ?? []) {
      const id = key.includes("/") ? parseReadingId(key) : readingId(this.#instrument ?? "", key);
      if (id === null || !valid.includes(id)) {
        this.reader.unknownName("203", `unknown reading "${key}"`, id ?? key, valid, keyAt);
        continue;
      }
      const expectation = this.#expectation(value);
      if (expectation !== null) found.set(id, expectation);
    }
    return found;
  }

  /** `violation`, or `{verdict, reason, cause, clause}`. */
  #expectation(node: YamlNode): Expectation | null {
    const nothing = { reasons: null, cause: null, clauses: null, at: node.at };
    if (node.kind === "scalar") {
      const verdict = this.#oneOf("105", node, "verdict", VERDICTS);
      return verdict === null ? null : { ...nothing, verdict };
    }
    const fields = this.reader.fields(node, {
      what: "an expectation",
      optional: ["verdict", "reason", "cause", "clause"],
    });
    if (fields === null) return null;
    const reason = fields.get("reason");
    const reasons = this.reader.texts(reason, "reason").filter((text): text is Reason => {
      if (REASONS.some((known) => known === text)) return true;
      this.reader.unknownName("105", `unknown reason "${text}"`, text, REASONS, reason?.at ?? null);
      return false;
    });
    const clauses = this.reader.texts(fields.get("clause"), "clause");
    return {
      verdict: this.#oneOf("105", fields.get("verdict"), "verdict", VERDICTS),
      reasons: reason === undefined ? null : reasons.sort(),
      cause: this.#oneOf("105", fields.get("cause"), "cause", CAUSES),
      clauses: fields.has("clause") ? [...clauses].sort() : null,
      at: node.at,
    };
  }

  #oneOf<T extends string>(
    code: string,
    node: YamlNode | undefined,
    what: string,
    valid: readonly T[],
  ): T | null {
    const text = this.reader.text(node, what);
    if (text === null || node === undefined) return null;
    const found = valid.find((name) => name === text);
    return (
      found ?? this.reader.unknownName(code, `unknown ${what} "${text}"`, text, valid, node.at)
    );
  }
}

function madeUp(id: string, facts: Facts): Incident {
  const { occurred, target } = facts;
  return {
    id: id as IncidentId,
    day: utcToDay(occurred.from),
    occurred: { ...occurred, basis: "scenario", assumed: false },
    place: {
      name: "scenario",
      names: {},
      admin1: null,
      country: null,
      extent: target,
      regions: [],
    },
    object: null,
    effects: null,
    aggregate: false,
    facts,
    claims: [],
    sources: [],
    note: null,
    knownAt: null,
  };
}
