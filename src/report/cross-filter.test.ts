// What a page counts over columns is what the list of incidents counts over the record, under any filters; and what a strip of the
// placed lines shows, day by day.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { theCase } from "../../test/case-files.ts";
import { agreementOf, assessCase, differenceOf } from "../assess/index.ts";
import { readingId } from "../model/id.ts";
import { addDays, parseDay } from "../model/instant.ts";
import { createCrossFilter } from "./cross-filter.ts";
import type { CrossQuestion } from "./cross-plan.ts";
import { dayCounts } from "./day-counts.ts";
import { incidentList } from "./incident-list.ts";
import type { ListQuestion } from "./incident-list.ts";
import { isWithin } from "./listed-place.ts";
import { firstZone, placedLines } from "./placed.ts";
import type { PlacedLine } from "./placed.ts";
import { situationPage } from "./situation.ts";
import { openSituation } from "./situation-table.ts";
import { FACET_NAMES, PART_VERDICTS, parseView } from "./view.ts";
import type { MapBox } from "./view.ts";

const readings = [
  readingId("energy", "RU"),
  readingId("energy", "UA"),
  readingId("easter", "RU"),
  readingId("black-sea", "UA"),
];
const assessment = assessCase(theCase, { readings });
const page = situationPage(theCase, { readings }, assessment);
const table = openSituation(page);
const lines = placedLines(assessment, firstZone(theCase));
const lineOf = new Map<string, PlacedLine>(lines.map((line) => [line.id, line]));

const valueOf = (name: string) => page.facets.find((one) => one.name === name)?.values ?? [];
// Absent twice in three times: with every filter on, nothing would be left.
const some = <T>(values: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), fc.constant(null), values);
const facets = fc
  .tuple(
    ...FACET_NAMES.map((name) =>
      some(fc.constantFrom(...valueOf(name).map(({ value }) => ({ name, value })))),
    ),
  )
  .map((all) => all.flatMap((one) => one ?? []));
const degree = (least: number, most: number) =>
  fc.integer({ min: least * 10, max: most * 10 }).map((tenths) => tenths / 10);
// Around zero too, where columns put what has no point.
const bbox = fc.tuple(degree(-10, 35), degree(-10, 50), degree(36, 50), degree(51, 60));
const dayOf = (month: string) =>
  fc.integer({ min: 1, max: 30 }).map((day) => {
    const found = parseDay(`2025-${month}-${String(day).padStart(2, "0")}`);
    if (found === null) throw new Error("not a day");
    return found;
  });
const question: fc.Arbitrary<CrossQuestion> = fc.record({
  readings: fc.subarray([...readings]),
  from: some(dayOf("03")),
  until: some(dayOf("04")),
  facets,
  of: some(
    fc.record({
      reading: fc.constantFrom(...readings),
      verdict: fc.constantFrom(...PART_VERDICTS),
    }),
  ),
  bbox: some<MapBox>(bbox),
  differ: some(
    fc
      .subarray([...readings], { minLength: 2, maxLength: 2 })
      .map(([a = "", b = ""]): [string, string] => [a, b]),
  ),
});

function listOf({ from, until, facets: chosen, of, bbox: box, differ }: CrossQuestion) {
  const asked: ListQuestion = {
    readings,
    of,
    bbox: box,
    differ,
    text: null,
    state: null,
    sort: { key: "day", isDown: false },
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
  };
  return incidentList(theCase, asked, assessment);
}

const filtered = (asked: CrossQuestion) => {
  const filter = createCrossFilter(table);
  return { answer: filter.count(asked), passed: filter.passed };
};

describe("a pass over the columns", () => {
  test("counts what the list counts, under any filters", () => {
    let narrowed = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const { answer, passed } = filtered(asked);
        const list = listOf(asked);
        expect(answer.incidents).toBe(list.coverage.incidents);
        expect(answer.aggregates).toBe(list.coverage.aggregates);
        expect(answer.facets).toEqual(list.facets);
        const ids = list.items.filter(({ aggregate }) => !aggregate).map(({ id }) => id);
        expect(table.ids.filter((_, row) => passed[row] === 1).sort()).toEqual([...ids].sort());
        for (const [at, { totals, byStanding }] of list.readings.entries()) {
          const counted = answer.readings[at];
          expect(counted?.byStanding).toEqual(byStanding);
          expect(counted?.verdicts.violation).toBe(totals.violation);
          expect(counted?.verdicts["not-covered"]).toBe(totals.notCovered);
          expect(counted?.verdicts.conflict).toBe(totals.conflict);
          const { facts, text, both } = totals.undetermined;
          expect(counted?.verdicts.undetermined).toBe(facts + text + both);
        }
        if (answer.incidents > 0 && answer.incidents < 200) narrowed++;
      }),
      { numRuns: runs(500) },
    );
    expect(narrowed).toBeGreaterThan(runs(500) / 10);
  });

  test("counts its days as the day strip does, every day whatever days are asked", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { answer } = filtered(asked);
        const ids = listOf({ ...asked, from: null, until: null }).items;
        const rows = ids.flatMap(({ id, aggregate }) => (aggregate ? [] : (lineOf.get(id) ?? [])));
        const { days } = page;
        if (days === null) throw new Error("the case has days");
        const expected = dayCounts(rows, days, ({ verdicts }) => {
          const kinds = asked.readings.flatMap((one) => {
            const found = Object.entries(verdicts).find(([id]) => id === one);
            return found?.[1].verdict ?? [];
          });
          return agreementOf(kinds) ?? "none";
        });
        expect(answer.days).toEqual(expected);
      }),
      { numRuns: runs(200) },
    );
  });

  test("counts the same when it is asked one question after another, days moved or not", () => {
    const days = fc.record({ from: some(dayOf("03")), until: some(dayOf("04")) });
    const shortDays = fc
      .tuple(dayOf("03"), dayOf("03"))
      .map(([from, until]) => ({ from, until: from < until ? until : addDays(from, 1) }));
    const moved = fc.array(fc.oneof(days, shortDays), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(question, moved), { maxLength: 3 }), (all) => {
        const filter = createCrossFilter(table);
        for (const asked of all.flatMap(([one, steps]) =>
          steps.map((step) => ({ ...one, ...step })),
        )) {
          const fresh = filtered(asked);
          expect(filter.count(asked)).toEqual(fresh.answer);
          expect(filter.passed).toEqual(fresh.passed);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test("refuses rows that do not stand by day", () => {
    const day = table.columns.day.toReversed();
    const turned = { ...table, columns: { ...table.columns, day } };
    expect(() => createCrossFilter(turned)).toThrow(/of an earlier day/);
  });

  test("leaves only what a pair answers differently, where that is asked", () => {
    const [a, b] = [readings[0], readings[1]];
    if (a === undefined || b === undefined) throw new Error("there are two readings");
    const { answer, passed } = filtered({ ...NOTHING, differ: [a, b] });
    const differing = lines.filter(({ aggregate, verdicts }) => {
      const kinds = [verdicts[a]?.verdict, verdicts[b]?.verdict].flatMap((kind) => kind ?? []);
      return !aggregate && differenceOf(kinds) !== "none";
    });
    expect(answer.incidents).toBe(differing.length);
    expect(differing.length).toBeGreaterThan(10);
    const ids = new Set(table.ids.filter((_, row) => passed[row] === 1));
    expect(ids).toEqual(new Set(differing.map(({ id }) => id)));
  });

  test("tells points, areas and unknown places apart, and adds them up", () => {
    const { answer } = filtered(NOTHING);
    const counted = lines.filter(({ aggregate }) => !aggregate);
    const world: MapBox = [-180, -90, 180, 90];
    expect(answer.places).toEqual({
      point: counted.filter(({ where }) => isWithin(where, world)).length,
      area: counted.filter(({ where }) => where.kind !== "unknown" && !isWithin(where, world))
        .length,
      none: counted.filter(({ where }) => where.kind === "unknown").length,
    });
  });

  test("adds up casualties as assess does", () => {
    const { answer } = filtered(NOTHING);
    const all = assessment.rows.filter(({ incident }) => !incident.aggregate);
    expect(answer.casualties.withoutKilled).toBeGreaterThan(0);
    const { items } = listOf(NOTHING);
    const stated = items.filter(({ aggregate, killed }) => !aggregate && killed !== null);
    expect(answer.casualties.withoutKilled).toBe(all.length - stated.length);
    const low = stated.reduce((sum, { killed }) => sum + (killed?.low ?? 0), 0);
    expect(answer.casualties.killed.low).toBe(low);
  });
});

const NOTHING: CrossQuestion = {
  readings,
  from: null,
  until: null,
  facets: [],
  of: null,
  bbox: null,
  differ: null,
};

test("a table whose columns are not of one length is refused", () => {
  const { columns } = page;
  const broken = { ...page, columns: { ...columns, ids: "inc-001\ninc-002" } };
  expect(() => openSituation(broken)).toThrow(/column ids has 2 rows/);
});

test.each(["1,2,3", "5,1,4,9", "1,2,3,a", "1,-91,3,4", "1.123456,2,3,4", "-181,1,2,3"])(
  "bbox=%s is no part of the world",
  (text) => {
    const { view, problems } = parseView([["bbox", text]]);
    expect(view.bbox).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(["V103"]);
  },
);
