// What the record bench writes: entries of ten fields and rows of datasets, of the lengths that real ones have.
import type * as Records from "../../src/record/index.ts";
import type { Draft } from "../../src/record/kinds/entry.ts";
import { INCIDENT } from "../../test/kit/record-log.ts";
import { compiled } from "../assess/clock.ts";

const { parseDraft } = await compiled<typeof Records>("record/index.js");

let count = 0;

export function source(): Draft {
  return drafted({
    id: "src-1",
    kind: "source",
    actor: "ann",
    fields: { title: "t", outlet: "o", outletSide: "other" },
  });
}

/** Plain JSON of an incident of ten fields. */
export function incidentJson(): object {
  const note = `According to the source, number ${count++}: two transformers burnt, one of them beyond repair.`;
  const more = {
    effects: note,
    object: "substation",
    exactPlace: { lonE7: 1, latE7: 2, radiusMeters: 3 },
  };
  return { id: `inc-${count}`, kind: "incident", actor: "ann", fields: { ...INCIDENT, ...more } };
}

export function incidents(howMany: number): readonly Draft[] {
  return Array.from({ length: howMany }, () => drafted(incidentJson()));
}

/** Rows in one leaf, each of about 465 bytes. */
export function batchOfRows(rows: number): Draft {
  const { sources: _sources, ...read } = INCIDENT;
  const items = Array.from({ length: rows }, () => ({
    raw: `row ${count++},2025-03-24,Kharkiv,49.99,36.23,1,0`,
    read: { ...read, sources: ["src-1"] },
  }));
  const fields = { importer: "csv", dataset: "bench", source: "src-1" };
  return drafted({ id: `row-${count++}`, kind: "rows", actor: "ann", fields, rows: items });
}

export function drafted(json: object): Draft {
  const { value, problems } = parseDraft(json);
  if (value === null) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return value;
}
