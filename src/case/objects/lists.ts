// objects/*.csv and objects/*.geojson: protected and other objects that somebody lists, each file with its note objects/<name>.yaml.
import { readFeatures } from "../../geo/read-features.ts";
import type { ListedObject, ObjectList } from "../../model/listed-object.ts";
import { hasErrors } from "../../model/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { YamlMap } from "../../model/yaml.ts";
import { SeedReader } from "../../record/seeds/names.ts";
import type { CaseNames } from "../../record/seeds/names.ts";
import type { CaseFiles } from "../case.ts";
import { featurePlace, featureRow } from "./features.ts";
import { readNote, topOf } from "./note.ts";
import type { ObjectNote } from "./note.ts";
import { OBJECT_FIELDS, columnsPlace, readObject } from "./object.ts";
import type { ReadPlace } from "./object.ts";
import { MOST_KINDS } from "./register.ts";
import { readTable } from "./rows.ts";

const LIST = /^(objects\/[^/]+)\.(csv|geojson)$/;
const NOTE = /^(objects\/[^/]+)\.ya?ml$/;

export interface ReadLists {
  /** In file order; an object with an error is left out. */
  readonly lists: readonly ObjectList[];
  readonly problems: readonly Problem[];
}

/** Whether the path holds a list of objects. */
export function isObjectPath(path: string): boolean {
  return LIST.test(path) || NOTE.test(path);
}

/** Reads every list of a case. A list without a note is left out (C312), an id that stands twice in all of them is C220. */
export function readObjectLists(files: CaseFiles, names: CaseNames): ReadLists {
  const problems: Problem[] = [];
  const first = new Map<string, YamlMap>();
  const lists = [...files].flatMap(([file, text]) => {
    const stem = LIST.exec(file)?.[1];
    if (stem === undefined) return [];
    const reader = new SeedReader(names, new Set());
    const noteFile = [`${stem}.yaml`, `${stem}.yml`].find((path) => files.has(path));
    const note = noteFile === undefined ? noNote(reader, file) : noteOf(reader, files, noteFile);
    problems.push(...(note?.problems ?? []));
    const objects =
      note?.note == null ? [] : readList(reader, { file, text, first, note: note.note });
    problems.push(...reader.problems);
    if (note?.note == null) return [];
    const { kind: _kind, radiusMeters: _radius, ...said } = note.note;
    return [{ file, ...said, objects }];
  });
  const crowd = tooManyKinds(lists);
  const rest = [...lonelyNotes(files), ...crowd];
  return { lists: crowd.length > 0 ? [] : lists, problems: [...problems, ...rest] };
}

function tooManyKinds(lists: readonly ObjectList[]): readonly Problem[] {
  const kinds = new Set(lists.flatMap(({ objects }) => objects.map(({ kind }) => kind)));
  if (kinds.size <= MOST_KINDS) return [];
  const message = `the lists name ${kinds.size} kinds; at most ${MOST_KINDS}, so no list is used`;
  const at = topOf(lists[0]?.file ?? "objects");
  return [{ code: "C801", severity: "error", message, at }];
}

function noteOf(reader: SeedReader, files: CaseFiles, file: string) {
  return readNote(reader, files.get(file) ?? "", file);
}

function noNote(reader: SeedReader, file: string): null {
  const expected = `expected ${file.replace(LIST, "$1")}.yaml with source, licence, as-of and listed-by`;
  return reader.report("312", `a list of objects has no note; ${expected}`, topOf(file));
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly note: ObjectNote;
  /** Ids that stand in this list or an earlier one. */
  readonly first: Map<string, YamlMap>;
}

function readList(reader: SeedReader, reading: Reading): readonly ListedObject[] {
  const { file, text, note, first } = reading;
  const rows = file.endsWith(".csv")
    ? tableRows(reader, text, file)
    : featureRows(reader, text, file);
  const unread = new Set<string>();
  const objects = rows.flatMap(({ row, readPlace }) => {
    for (const { key } of row.entries) if (!OBJECT_FIELDS.includes(key)) unread.add(key);
    const before = reader.problems.length;
    const object = readObject(reader, row, { note, readPlace });
    if (object === null || hasErrors(reader.problems.slice(before))) return [];
    const known = first.get(object.id);
    if (known === undefined) first.set(object.id, row);
    else {
      const related = [{ message: "first here", at: known.at }];
      reader.report("220", `object "${object.id}" stands twice`, row.at, { related });
    }
    return known === undefined ? [object] : [];
  });
  if (unread.size > 0) {
    const fields = [...unread].sort().slice(0, MOST_NAMED).join(", ");
    const more = unread.size > MOST_NAMED ? ` and ${unread.size - MOST_NAMED} more` : "";
    const message = `not read of these objects: ${fields}${more}; an object has ${OBJECT_FIELDS.join(", ")}`;
    reader.report("101", message, topOf(file), { severity: "warning" });
  }
  return objects;
}

/** Fields that are not read are named up to this many, then counted. */
const MOST_NAMED = 20;

interface PlacedRow {
  readonly row: YamlMap;
  readonly readPlace: ReadPlace;
}

function tableRows(reader: SeedReader, text: string, file: string): readonly PlacedRow[] {
  const { rows, problems } = readTable(text, file);
  reader.problems.push(...problems);
  return rows.map((row) => ({ row, readPlace: columnsPlace(reader, row) }));
}

function featureRows(reader: SeedReader, text: string, file: string): readonly PlacedRow[] {
  const { features, problems } = readFeatures(text, file);
  reader.problems.push(...problems);
  return features.map((feature) => ({
    row: featureRow(feature),
    readPlace: (_fields, radiusMeters) => featurePlace(reader, feature, radiusMeters),
  }));
}

/** A note beside no list is a list that is missing or misspelt. */
function lonelyNotes(files: CaseFiles): readonly Problem[] {
  return [...files.keys()].flatMap((file): readonly Problem[] => {
    const stem = NOTE.exec(file)?.[1];
    const isLonely =
      stem !== undefined && !files.has(`${stem}.csv`) && !files.has(`${stem}.geojson`);
    if (!isLonely) return [];
    const message = `a note without its list; expected ${stem}.csv or ${stem}.geojson`;
    return [{ code: "C312", severity: "error", message, at: topOf(file) }];
  });
}
