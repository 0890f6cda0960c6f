// A small case as seed rows are read against it: its names, and one incident that is sound.
import type { CaseNames } from "../../src/record/seeds/names.ts";
import { openSeedFile, readSeeds } from "../../src/record/seeds/file.ts";
import { readIncident } from "../../src/record/seeds/incident.ts";
import { SeedReader } from "../../src/record/seeds/names.ts";
import type { Area } from "../../src/model/place.ts";
import { vocabulary } from "../../src/terms/vocabulary.ts";

const graph = (...ids: string[]) =>
  vocabulary(ids.map((id) => ({ id, is: [], labels: { en: id } })));

const SQUARE: Area = {
  kind: "area",
  polygons: [
    [
      [
        [30, 50],
        [31, 50],
        [31, 51],
        [30, 50],
      ],
    ],
  ],
};

/** Two parties, few words, one place with its spellings. */
export const SEED_NAMES: CaseNames = {
  parties: new Set(["RU", "UA"]),
  kinds: graph("school", "substation", "gas-metering", "gas-pipeline"),
  means: graph("drone", "missile"),
  acts: graph("strike", "attempt"),
  regions: new Map([
    ["kursk-oblast", { ...SQUARE, toleranceMeters: 300 }],
    ["sumy-oblast", SQUARE],
  ]),
  outlets: new Map([["tass", { name: "TASS", side: "RU" }]]),
  places: new Map([["Sumy", { uk: "Суми", ru: "Сумы" }]]),
  timeZones: ["Europe/Kyiv"],
  flags: { incoming: false },
};

/** An incident without a fault. */
export const SEED_ROW = `- id: inc-1
  day: 2025-03-24
  occurred: {at: 2025-03-24T14:00+02:00}
  place: Sumy
  point: {lat: 50.91, lon: 34.80, radius-km: 4}
  things: [school]
  acts: [strike]
  means: [missile]
  sources: [src-1]
`;

/** The incidents of that file, and what is wrong with it. */
export function seedIncidents(text: string) {
  const file = openSeedFile(text, "record/incidents.yaml");
  const reader = new SeedReader(SEED_NAMES, new Set(["src-1", "src-2"]));
  const values = readSeeds(file, reader, (row) => readIncident(reader, row));
  return { values, problems: [...file.problems, ...reader.problems] };
}
