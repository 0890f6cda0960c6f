// roster.yaml, outlets.yaml and places.yaml, and with them the names that the record may use.
import type { Problem } from "../model/problem.ts";
import { openSeedFile, readSeeds } from "../record/seeds/file.ts";
import { SeedReader } from "../record/seeds/names.ts";
import type { CaseNames } from "../record/seeds/names.ts";
import type { Case, CaseFiles } from "./case.ts";
import { readOutlet, readPerson, readPlaceName } from "./people.ts";

export const ROSTER_FILES: readonly string[] = ["roster.yaml", "outlets.yaml", "places.yaml"];

/** What was read, the names completed by it, and every problem. */
export interface Roster extends Pick<Case, "people" | "outlets"> {
  readonly names: CaseNames;
  readonly problems: readonly Problem[];
}

/** Reads the three files; `known` are the names that the case has without them. */
export function readRoster(files: CaseFiles, known: Omit<CaseNames, "outlets" | "places">): Roster {
  const reader = new SeedReader({ ...known, outlets: new Map(), places: new Map() }, new Set());
  const open = (path: string) => openSeedFile(files.get(path), path);
  const [roster, outletFile, placeFile] = [
    open("roster.yaml"),
    open("outlets.yaml"),
    open("places.yaml"),
  ];
  const people = readSeeds(roster, reader, (row) => readPerson(reader, row));
  const outlets = readSeeds(outletFile, reader, (row) => readOutlet(reader, row));
  const places = readSeeds(placeFile, reader, (row) => readPlaceName(reader, row));
  const names = {
    ...known,
    outlets: new Map(outlets.map((outlet) => [outlet.id, outlet])),
    places: new Map(places.map(({ en, spellings }) => [en, spellings])),
  };
  const found = [roster, outletFile, placeFile].flatMap((file) => file.problems);
  return { people, outlets, names, problems: [...found, ...reader.problems] };
}
