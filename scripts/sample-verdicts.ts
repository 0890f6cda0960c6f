// Draws verdicts over two publishers' tables to be checked by hand (docs/checked-verdicts.md): which rows and readings is chosen by a seed,
// the facts that decide are printed beside each, and nothing of the publishers' texts.
// Use: npx tsx scripts/sample-verdicts.ts [DATA]
import { readFileSync } from "node:fs";
import { modelsOf, verdictOf } from "../src/assess/assess.ts";
import type { NamedModel } from "../src/assess/assess.ts";
import type { Case } from "../src/case/case.ts";
import { loadCase } from "../src/case/load-case.ts";
import { namesOfCase } from "../src/case/names-of-case.ts";
import { parseMapping } from "../src/intake/mapping.ts";
import { TableReader } from "../src/intake/table.ts";
import { isDated } from "../src/model/incident.ts";
import type { Incident, Possibility } from "../src/model/incident.ts";
import { formatInstant } from "../src/model/instant.ts";
import type { Extent } from "../src/model/place.ts";
import { randomOf } from "../src/model/random.ts";
import { readCaseFolder } from "../src/store/folder.ts";

const SEED = 2025;
const FOLDER = "cases/ukraine-2025";
/** Days on which the texts of the case may have been in force, so that a part of the rows is not decided by the period alone. */
const BUSY = { from: "2025-03-11", until: "2025-05-01" };
/** A text made up for the rows of 2014 and 2022, on which no text of the case was in force. */
const LONG = `truceline: terms/1
id: long
title: A text made up to check verdicts with
parties: [RU, UA]
clauses:
  grid:
    effect: prohibit
    by: [RU, UA]
    act: use-of-force
    targets: [power-grid]
    from: {at: '2014-09-05T18:00', tz: Europe/Kyiv}
    note: made up
  force:
    effect: prohibit
    by: [RU, UA]
    act: use-of-force
    where: {target: east}
    from: {at: '2014-09-05T18:00', tz: Europe/Kyiv}
    note: made up
zones:
  east: {geometry: {type: Polygon, coordinates: [[[37.0, 47.0], [40.5, 47.0], [40.5, 50.2], [37.0, 50.2], [37.0, 47.0]]]}}
readings: {text: {take: {}}}
`;

await main(process.argv[2] ?? "../shared/data");

async function main(data: string): Promise<void> {
  const files = await readCaseFolder(FOLDER);
  const theCase = caseOf(files);
  const long = caseOf(new Map(files).set("terms/long.terms.yaml", LONG));
  const viina = table(
    theCase,
    `${data}/viina_derived/VIINA_2025_REBUILD.csv`,
    "viina-energy-extract",
  );
  const ged = table(theCase, `${data}/ucdp_ged/UCDP-Ukraine_GED_2014_and_2022plus.csv`, "ucdp-ged");
  const busy = viina.filter(({ day }) => day >= BUSY.from && day < BUSY.until);
  const next = randomOf(SEED);
  draw(next, { rows: busy, models: modelsIn(theCase, viina), count: 7 });
  draw(next, { rows: viina, models: modelsIn(theCase, viina), count: 3 });
  draw(next, { rows: ged, models: modelsIn(theCase, ged), count: 3 });
  const made = modelsIn(long, ged).filter(({ id }) => id === "long/text");
  draw(next, { rows: ged, models: made, count: 7 });
}

function caseOf(files: ReadonlyMap<string, string>): Case {
  const { value, problems } = loadCase(files);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (value === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return value;
}

function modelsIn(theCase: Case, incidents: readonly Incident[]): readonly NamedModel[] {
  return modelsOf({ ...theCase, incidents });
}

function table(theCase: Case, file: string, name: string): readonly Incident[] {
  const names = namesOfCase(theCase);
  const text = readFileSync(`${FOLDER}/mappings/${name}.yaml`, "utf8");
  const { value: mapping, problems } = parseMapping(text, name, names);
  if (mapping === null) throw new Error(JSON.stringify(problems));
  const reader = new TableReader(mapping, names.regions);
  return [...reader.push(readFileSync(file, "utf8")), ...reader.end()].filter(isDated);
}

interface Drawing {
  readonly rows: readonly Incident[];
  readonly models: readonly NamedModel[];
  readonly count: number;
}

function draw(next: () => number, { rows, models, count }: Drawing): void {
  for (let i = 0; i < count; i++) {
    const incident = rows[Math.floor(next() * rows.length)];
    const model = models[Math.floor(next() * models.length)];
    if (incident === undefined || model === undefined) throw new RangeError("nothing to draw from");
    const { verdict, reasons, cause, clauses, standing, maybeBy } = verdictOf(
      model.model,
      incident,
    );
    const why = JSON.stringify({ reasons, cause, clauses, standing, maybeBy });
    process.stdout.write(
      `${incident.id} | ${model.id} | ${verdict} ${why}\n    ${factWords(incident)}\n`,
    );
  }
}

function factWords({ facts, place }: Incident): string {
  return [
    [facts.occurred.from, facts.occurred.until].map(formatInstant).join(" to "),
    `by ${words(facts.actors)}`,
    words(facts.acts),
    `with ${words(facts.means)}`,
    `on ${facts.things.map(({ kinds }) => words(kinds)).join(" and ")}`,
    placeWords(facts.target, place.regions),
  ].join("; ");
}

function placeWords(target: Extent, regions: readonly string[]): string {
  if (target.kind === "disc")
    return `within ${target.radiusMeters} m of ${target.center.join(" ")}`;
  return target.kind === "area" ? `in ${regions.join(", ")}` : "nowhere known";
}

function words(of: readonly Possibility[]): string {
  return of.map(({ value }) => value).join(" or ");
}
