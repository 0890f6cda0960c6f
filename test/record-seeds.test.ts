// The seeds of the shipped cases become entries once, each a sound draft, and come back as they were: nothing is lost on the way.
import { describe, expect, test } from "vitest";
import { loadRecordSeeds } from "../src/case/load-case.ts";
import { loadCase } from "../src/case/load-case.ts";
import { joinClaims } from "../src/record/seeds/facts.ts";
import { compareText } from "../src/model/problem.ts";
import { draftJson, parseDraft } from "../src/record/kinds/entry.ts";
import { seedsToDrafts } from "../src/record/seed-entries/seeds-to-drafts.ts";
import { thingsToSeeds } from "../src/record/seed-entries/things-to-seeds.ts";
import { filesOf } from "./kit/load-folder.ts";

describe.each([
  ["cases/ukraine-2025", 240],
  ["cases/korea-1953", 49],
  ["cases/example", 3],
])("%s", (folder, incidents) => {
  const files = filesOf(folder);
  const seeds = loadRecordSeeds(files).value;
  const whole = loadCase(files).value;
  if (seeds === null || whole === null) throw new Error(`${folder} cannot be read`);
  const { drafts, problems } = seedsToDrafts(seeds, "seed");
  const regions = new Map([...whole.zones].map(([id, { area }]) => [id, area]));

  test("every row is one entry with the id it had", () => {
    expect(problems).toEqual([]);
    const ids = new Set<string>(drafts.map(({ id }) => id));
    expect(ids.size).toBe(drafts.length);
    expect(seeds.incidents.length).toBeGreaterThanOrEqual(incidents);
    for (const { id } of [
      ...seeds.incidents,
      ...seeds.claims,
      ...seeds.sources,
      ...seeds.statements,
    ]) {
      expect(ids.has(id), id).toBe(true);
    }
  });

  test("every entry is a sound draft, also after a way through JSON", () => {
    for (const draft of drafts) {
      const read = parseDraft(JSON.parse(JSON.stringify(draftJson(draft))));
      expect(read.problems).toEqual([]);
      expect(read.value).toEqual(draft);
    }
  });

  test("nothing speaks of what comes later", () => {
    const seen = new Set<string>();
    for (const { id, of } of drafts) {
      if (of !== null) expect(seen.has(of), `${id} of ${of}`).toBe(true);
      seen.add(id);
    }
  });

  test("the entries give the seeds back, and the case's incidents with them", () => {
    const back = thingsToSeeds(drafts, regions);
    for (const name of Object.keys(seeds) as (keyof typeof seeds)[]) {
      expect(back[name], name).toEqual(seeds[name]);
    }
    const knowledge = { sources: whole.sources, zone: whole.settings.timeZones[0] ?? "UTC" };
    const joined = back.incidents
      .map((seed) =>
        joinClaims(
          seed,
          back.claims.filter(({ subject }) => subject === seed.id),
          knowledge,
        ),
      )
      .sort((a, b) => compareText(a.id, b.id));
    expect(joined).toEqual(whole.incidents);
  });

  test("the same seeds give the same entries", () => {
    expect(seedsToDrafts(seeds, "seed").drafts).toEqual(drafts);
  });
});
