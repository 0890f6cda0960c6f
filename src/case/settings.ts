// case.yaml: who the parties are, whose days are counted, what stands beside every total.
import { Reader } from "../model/reader.ts";
import type { Parsed } from "../model/problem.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import { isZone, zoneNames } from "../model/zone.ts";
import { parseReadingId } from "../model/id.ts";
import type { CaseSettings, Labels } from "./case.ts";

/** Settings, and what only the reading of the record needs: flags that hold of every incident unless its row says otherwise. */
export interface CaseFile {
  readonly settings: CaseSettings;
  readonly flags: Readonly<Record<string, boolean>>;
  /** The readings of `comparisons` with their places, to be checked once the texts are read. */
  readonly compared: readonly YamlNode[];
  /** The held questions of `comparisons` with their places, checked likewise. */
  readonly held: readonly YamlEntry[];
}

const LANGUAGE = "case/1";
const LANGUAGES = ["uk", "ru"] as const;
const POLICIES = ["none", "recognised", "claims"] as const;
const VISIBILITIES = ["public", "private"] as const;
const SHAPE = {
  what: "a case",
  required: ["truceline", "id", "title", "parties", "time-zones", "caveat"],
  optional: ["boundary-policy", "visibility", "flags", "comparisons"],
};

type Fields = ReadonlyMap<string, YamlNode>;

/** Reads case.yaml; value null when something that the case needs is missing or unreadable. */
export function parseCaseFile(text: string, file: string): Parsed<CaseFile> {
  const reader = new Reader("C");
  const { root, problems } = parseYaml(text, { file, prefix: "C" });
  if (root === null && problems.length === 0) {
    const at = { file, line: 1, column: 1, endColumn: 2 };
    reader.report("102", 'the file is empty; expected "truceline: case/1"', at);
  }
  const fields = root === null ? null : reader.fields(root, SHAPE);
  const value = fields === null ? null : readCaseFile(reader, fields);
  return { value, problems: [...problems, ...reader.problems] };
}

function readCaseFile(reader: Reader, fields: Fields): CaseFile | null {
  checkLanguage(reader, fields.get("truceline"));
  const id = reader.id(fields.get("id"), "case id");
  const title = reader.text(fields.get("title"), "title");
  const caveat = reader.text(fields.get("caveat"), "caveat");
  const parties = readParties(reader, fields.get("parties"));
  const timeZones = readTimeZones(reader, fields.get("time-zones"));
  const { comparisons, compared, held } = readComparisons(reader, fields.get("comparisons"));
  const boundaryPolicy = readBoundaryPolicy(reader, fields.get("boundary-policy"));
  const visibility =
    oneOf(reader, fields.get("visibility"), "visibility", VISIBILITIES) ?? "private";
  const flags = readFlags(reader, fields.get("flags"));
  if (id === null || title === null || caveat === null || timeZones.length === 0) return null;
  const settings = {
    id,
    title,
    parties,
    timeZones,
    boundaryPolicy,
    caveat,
    visibility,
    comparisons,
  };
  return { settings, flags, compared, held };
}

function checkLanguage(reader: Reader, node: YamlNode | undefined): void {
  const found = reader.text(node, `"truceline"`);
  if (node === undefined || found === null || found === LANGUAGE) return;
  reader.report("106", `this file says "truceline: ${found}"; expected "${LANGUAGE}"`, node.at);
}

function readParties(reader: Reader, node: YamlNode | undefined): CaseSettings["parties"] {
  const parties = new Map<string, Labels>();
  for (const { key, value } of reader.entries(node, "parties")) {
    const labels = readLabels(reader, value, `the party ${key}`);
    if (labels !== null) parties.set(key, labels);
  }
  return parties;
}

/** `{en, uk?, ru?}`; English is what every page falls back on. */
export function readLabels(
  reader: Reader,
  node: YamlNode | undefined,
  what: string,
): Labels | null {
  if (node === undefined) return null;
  const fields = reader.fields(node, {
    what: `names of ${what}`,
    required: ["en"],
    optional: LANGUAGES,
  });
  const en = reader.text(fields?.get("en"), "en");
  if (fields === null || en === null) return null;
  const others = LANGUAGES.flatMap((language) => {
    const name = reader.text(fields.get(language), language);
    return name === null ? [] : [[language, name] as const];
  });
  return { en, ...Object.fromEntries(others) };
}

function readTimeZones(reader: Reader, node: YamlNode | undefined): readonly string[] {
  const items = node === undefined ? [] : (reader.list(node, "time-zones")?.items ?? []);
  return items.flatMap((item) => {
    const name = reader.text(item, "time zone");
    if (name === null || isZone(name)) return name === null ? [] : [name];
    reader.unknownName("213", `unknown time zone: "${name}"`, name, zoneNames(), item.at);
    return [];
  });
}

function readBoundaryPolicy(
  reader: Reader,
  node: YamlNode | undefined,
): CaseSettings["boundaryPolicy"] {
  if (node === undefined) return { policy: "none", why: "no boundary policy was stated" };
  const fields = reader.fields(node, { what: "boundary-policy", required: ["policy", "why"] });
  const policy = oneOf(reader, fields?.get("policy"), "policy", POLICIES) ?? "none";
  return { policy, why: reader.text(fields?.get("why"), "why") ?? "" };
}

function readFlags(reader: Reader, node: YamlNode | undefined): Readonly<Record<string, boolean>> {
  const flags = reader
    .entries(node, "flags")
    .map(({ key, value }) => [key, reader.boolean(value, `flag "${key}"`)] as const);
  return Object.fromEntries(
    flags.filter((flag): flag is readonly [string, boolean] => flag[1] !== null),
  );
}

function readComparisons(
  reader: Reader,
  node: YamlNode | undefined,
): Pick<CaseSettings, "comparisons"> & Pick<CaseFile, "compared" | "held"> {
  const items = node === undefined ? [] : (reader.list(node, "comparisons")?.items ?? []);
  const compared: YamlNode[] = [];
  const held: YamlEntry[] = [];
  const shape = { what: "a comparison", required: ["title", "readings"], optional: ["hold"] };
  const comparisons = items.flatMap((item) => {
    const fields = reader.fields(item, shape);
    const title = reader.text(fields?.get("title"), "title");
    // A missing list was told where it is missing.
    const list = fields?.get("readings");
    const nodes = list === undefined ? [] : (reader.list(list, "readings")?.items ?? []);
    const readings = nodes.map((reading) => readReadingId(reader, reading));
    const entries = reader.entries(fields?.get("hold"), "hold");
    compared.push(...nodes.filter((_, i) => readings[i] !== null));
    held.push(...entries);
    const hold = entries.flatMap(({ key, value }) => {
      const answer = reader.id(value, `answer held for "${key}"`);
      return answer === null ? [] : [[key, answer] as const];
    });
    if (title === null) return [];
    return [{ title, readings: readings.filter((id) => id !== null), hold: new Map(hold) }];
  });
  return { comparisons, compared, held };
}

function readReadingId(reader: Reader, node: YamlNode): string | null {
  const text = reader.text(node, "reading");
  if (text === null || parseReadingId(text) !== null) return text;
  return reader.report(
    "106",
    `bad reading id: "${text}"; expected instrument/reading, such as energy/RU`,
    node.at,
  );
}

/** One word of a closed list (C105). */
export function oneOf<T extends string>(
  reader: Reader,
  node: YamlNode | undefined,
  ...[what, valid]: [what: string, valid: readonly T[]]
): T | null {
  const text = reader.text(node, what);
  if (text === null || node === undefined) return null;
  const found = valid.find((word) => word === text);
  if (found !== undefined) return found;
  return reader.unknownName(
    "105",
    `${what} must be ${valid.join(" or ")}; found "${text}"`,
    text,
    valid,
    node.at,
  );
}
