// The tables of two publishers through the mappings of the shipped case: every row is judged or refused, and the batches say of each row
// what the judge says. Needs ../shared/data and fails without it.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { BatchAssessment, needsWholeRecord } from "../../src/assess/batches.ts";
import { assessCase } from "../../src/assess/index.ts";
import type { AssessInput } from "../../src/assess/index.ts";
import type { Case } from "../../src/case/case.ts";
import { loadCase } from "../../src/case/load-case.ts";
import { namesOfCase } from "../../src/case/names-of-case.ts";
import { parseMapping } from "../../src/intake/mapping.ts";
import { TableReader } from "../../src/intake/table.ts";
import { readCaseFolder } from "../../src/store/folder.ts";
import { isDated } from "../../src/model/incident.ts";
import type { Incident } from "../../src/model/incident.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Beside the repository, or beside the folder of its worktrees.
const beside = [`${root}../shared/data`, `${root}../../shared/data`];
const data = beside.find((path) => existsSync(path)) ?? `${root}../shared/data`;
const folder = `${root}cases/ukraine-2025`;
let theCase: Case;

beforeAll(async () => {
  const { value } = loadCase(await readCaseFolder(folder));
  if (value === null) throw new RangeError("the case does not load");
  theCase = value;
});

/** A text that was in force while the dataset runs, so that more than the period decides. Made up. */
const LONG = `truceline: terms/1
id: long
title: A text made up for this test
parties: [RU, UA]
clauses:
  force:
    effect: prohibit
    by: [RU, UA]
    act: use-of-force
    from: {at: '2014-01-01T00:00', tz: Europe/Kyiv}
    note: made up
readings: {text: {take: {}}}
`;

function read(file: string, mappingFile: string) {
  const names = namesOfCase(theCase);
  const text = readFileSync(`${folder}/mappings/${mappingFile}`, "utf8");
  const { value: mapping, problems } = parseMapping(text, mappingFile, names);
  if (mapping === null) throw new RangeError(JSON.stringify(problems));
  const reader = new TableReader(mapping, names.regions);
  const rows = [...reader.push(readFileSync(`${data}/${file}`, "utf8")), ...reader.end()];
  const incidents = rows.filter(isDated);
  return { incidents, tally: reader.tally() };
}

function expectTheJudge(input: AssessInput, incidents: readonly Incident[]) {
  const record = needsWholeRecord(input, {}) ? incidents : [];
  const batches = new BatchAssessment(input, {}, record);
  const judged = assessCase({ ...input, incidents });
  for (let from = 0; from < incidents.length; from += 500) {
    const batch = incidents.slice(from, from + 500);
    const swept = batches.add(batch);
    if (swept.kind === "refused") throw new Error(swept.why);
    batch.forEach((_, row) =>
      expect(swept.verdictsOf(row)).toEqual([
        ...(judged.rows[from + row]?.verdicts.values() ?? []),
      ]),
    );
  }
  expect(batches.readings()).toEqual(judged.readings);
  return judged.readings;
}

describe.each([
  ["ucdp_ged/UCDP-Ukraine_GED_2014_and_2022plus.csv", "ucdp-ged.yaml", 1320],
  ["viina_derived/VIINA_2025_REBUILD.csv", "viina-energy-extract.yaml", 325],
])("%s", (file, mapping, rows) => {
  test("every row is judged or refused, and no word goes without a translation", () => {
    const { incidents, tally } = read(file, mapping);
    const refused = [...tally.refused.values()].reduce((a, b) => a + b, 0);
    expect([tally.rows, incidents.length + refused]).toEqual([rows, rows]);
    expect(tally.refused).toEqual(new Map());
    expect(tally.untranslated).toEqual([]);
  });

  test("the batches say of every row, under every reading of the case, what the judge says", () => {
    const { incidents } = read(file, mapping);
    expectTheJudge(theCase, incidents);
  });

  test("and under a text that was in force all the while", async () => {
    const files = new Map(await readCaseFolder(folder)).set("terms/long.terms.yaml", LONG);
    const { value, problems } = loadCase(files);
    const long = value?.instruments.find(({ instrument }) => instrument.id === "long");
    if (value === null || long === undefined)
      throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === "error")));
    const { incidents } = read(file, mapping);
    const [reading] = expectTheJudge({ ...value, instruments: [long] }, incidents);
    expect(reading?.totals.atMost).toBeGreaterThan(0);
    expect(reading?.totals.atMost).toBeLessThanOrEqual(incidents.length);
  });
});
