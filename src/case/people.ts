// roster.yaml and outlets.yaml: who speaks, and the publications that carry it.
import type { YamlMap, YamlNode } from "../model/yaml.ts";
import type { SeedReader } from "../record/seeds/names.ts";
import type { Outlet, Person } from "./case.ts";
import { readLabels } from "./settings.ts";

const PERSON = {
  what: "a person",
  required: ["id", "party", "names"],
  optional: ["spellings", "offices"],
};
const OFFICE = { what: "an office", required: ["title"], optional: ["from", "until"] };
const OUTLET = { what: "an outlet", required: ["id", "name", "side", "kind"] };

/** Reads one row of roster.yaml; null when it cannot be used. */
export function readPerson(reader: SeedReader, row: YamlMap): Person | null {
  const fields = reader.fields(row, PERSON);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "person id");
  const party = reader.party(fields.get("party"));
  const names = readLabels(reader, fields.get("names"), "a person");
  const spellings = reader.texts(fields.get("spellings"), "spellings");
  const offices = reader.each(fields.get("offices"), (item) => readOffice(reader, item));
  return id === null || party === null || names === null
    ? null
    : { id, party, names, spellings, offices };
}

/** From and until are days, or a year or month where no more is known. */
function readOffice(reader: SeedReader, node: YamlNode): Person["offices"][number] | null {
  const fields = reader.fields(node, OFFICE);
  const title = reader.text(fields?.get("title"), "title");
  if (title === null) return null;
  const [from, until] = [
    readDate(reader, fields?.get("from")),
    readDate(reader, fields?.get("until")),
  ];
  return { title, from, until };
}

function readDate(reader: SeedReader, node: YamlNode | undefined): string | null {
  const text = reader.text(node, "a date");
  if (text === null || node === undefined || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(text)) return text;
  return reader.report("105", `a date must be a year, month or day; found "${text}"`, node.at);
}

/** Reads one row of outlets.yaml; null when it cannot be used. */
export function readOutlet(reader: SeedReader, row: YamlMap): Outlet | null {
  const fields = reader.fields(row, OUTLET);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "outlet id");
  const name = reader.text(fields.get("name"), "name");
  const side = reader.party(fields.get("side"));
  const kind = reader.text(fields.get("kind"), "kind");
  return id === null || name === null || side === null || kind === null
    ? null
    : { id, name, side, kind };
}

/** One place of places.yaml: its English name, as incidents write it, and its spellings. */
export interface PlaceName {
  readonly id: string;
  readonly en: string;
  readonly spellings: Readonly<Partial<Record<"uk" | "ru", string>>>;
}

/** Reads one row of places.yaml; null when it cannot be used. */
export function readPlaceName(reader: SeedReader, row: YamlMap): PlaceName | null {
  const fields = reader.fields(row, {
    what: "a place",
    required: ["id", "en"],
    optional: ["uk", "ru"],
  });
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "place id");
  const en = reader.text(fields.get("en"), "en");
  if (id === null || en === null) return null;
  const spellings: Partial<Record<"uk" | "ru", string>> = {};
  const [uk, ru] = [reader.text(fields.get("uk"), "uk"), reader.text(fields.get("ru"), "ru")];
  if (uk !== null) spellings.uk = uk;
  if (ru !== null) spellings.ru = ru;
  return { id, en, spellings };
}
