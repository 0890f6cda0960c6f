// Addresses that people keep: what they say, that they survive a round trip, and that every fault is named.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, parseDay, parseInstant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import {
  BOUNDARY_POLICIES,
  EMPTY_VIEW,
  FACET_NAMES,
  MAP_MODES,
  PART_VERDICTS,
  UNITS,
  parseView,
  printView,
} from "./view.ts";
import type { MapBox, View } from "./view.ts";

function read(search: string) {
  return parseView(new URLSearchParams(search));
}

/** Old links must read for ever: a change here is a change of format. */
const FROZEN: readonly (readonly [string, Partial<View>])[] = [
  ["r=energy/RU,energy/UA", { readings: ["energy/RU", "energy/UA"] }],
  ["r=energy/UA,energy/RU,energy/UA", { readings: ["energy/RU", "energy/UA"] }],
  ["r=energy", { readings: ["energy"] }],
  [
    "from=2025-03-11&until=2025-03-25",
    { from: parseDay("2025-03-11"), until: parseDay("2025-03-25") },
  ],
  ["asof=2025-03-25T06:00Z", { asOf: parseInstant("2025-03-25T06:00Z") }],
  [
    "f=party:RU,kind:port",
    {
      facets: [
        { name: "kind", value: "port" },
        { name: "party", value: "RU" },
      ],
    },
  ],
  ["hold=on-breach:bound", { hold: [{ question: "on-breach", answer: "bound" }] }],
  ["window=in-force", { window: "in-force" }],
  ["unit=casualties", { unit: "casualties" }],
  ["unit=objects", { unit: "objects" }],
  ["unit=days", { unit: "days" }],
  ["word=targets", { word: "targets" }],
  ["pair=energy/UA,energy/RU", { pair: ["energy/RU", "energy/UA"] }],
  ["cause=together:scope,start", { cause: { kind: "together", questions: ["scope", "start"] } }],
  ["cause=instrument:", { cause: { kind: "instrument", questions: [] } }],
  ["of=energy/RU:at-most", { of: { reading: "energy/RU", verdict: "at-most" } }],
  ["pat=vnu", { pattern: "vnu" }],
  ["why=energy/RU", { why: "energy/RU" }],
  ["b=claims", { boundary: "claims" }],
  ["sel=inc-077", { selected: "inc-077" }],
  ["bbox=30,46.5,36.25,50", { bbox: [30, 46.5, 36.25, 50] }],
  ["maps=differ", { maps: "differ" }],
  ["maps=two", { maps: "two" }],
  ["r=&from=", {}],
];

describe("an address", () => {
  test.each(FROZEN)("%s keeps its meaning", (search, expected) => {
    expect(read(search)).toEqual({ view: { ...EMPTY_VIEW, ...expected }, problems: [] });
  });

  test("survives printing and reading, whatever it shows", () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const search = new URLSearchParams(
          printView(view).map(([key, value]): [string, string] => [key, value]),
        );
        expect(parseView(search)).toEqual({ view, problems: [] });
      }),
    );
  });

  test("that misspells keys and values has every fault named, with the nearest key", () => {
    const { view, problems } = read("kindd=1&asoff=2&from=11 March&pat=vx&r=energy/RU");
    expect(problems.map(({ code, help }) => [code, help])).toEqual([
      ["V101", undefined],
      ["V101", 'did you mean "asof"?'],
      ["V103", undefined],
      ["V103", undefined],
    ]);
    expect(problems[2]?.message).toContain('came "11 March"');
    expect(view.readings).toEqual(["energy/RU"]);
  });

  test("with an empty period says so instead of showing nothing", () => {
    const { view, problems } = read("from=2025-03-25&until=2025-03-25");
    expect(problems.map(({ code }) => code)).toEqual(["V104"]);
    expect(view).toEqual(EMPTY_VIEW);
  });

  test("with a key twice is not guessed at", () => {
    expect(read("r=a/b&r=c/d").problems.map(({ code }) => code)).toEqual(["V102"]);
  });

  test("of random text never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => void parseView(pairs)),
    );
  });
});

const id = fc.stringMatching(/^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,8}[A-Za-z0-9])?$/);
const reading = fc.tuple(id, id).map(([a, b]) => `${a}/${b}`);
const day = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
  .map((at) => parseDay(new Date(at).toISOString().slice(0, 10)));
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort(compareText);

const degree = (least: number, most: number) =>
  fc.integer({ min: least * 1000, max: most * 1000 }).map((parts) => parts / 1000);
const arbitraryView: fc.Arbitrary<View> = fc
  .record({
    readings: fc.array(fc.oneof(reading, id), { maxLength: 4 }).map(sorted),
    days: fc.tuple(fc.option(day), fc.option(day)),
    asOf: fc.option(
      fc.integer({ min: 0, max: 4e12 }).map((at) => parseInstant(formatInstant(at)) ?? 0),
    ),
    facets: fc
      .dictionary(fc.constantFrom(...FACET_NAMES), id)
      .map((found) =>
        FACET_NAMES.flatMap((name) =>
          found[name] === undefined ? [] : [{ name, value: found[name] }],
        ),
      ),
    hold: fc
      .uniqueArray(fc.record({ question: id, answer: id }), {
        minLength: 0,
        maxLength: 3,
        selector: ({ question }) => question,
      })
      .map((held) => held.sort((a, b) => compareText(a.question, b.question))),
    compared: fc.option(fc.record({ instrument: id, question: id })),
    window: fc.constantFrom(null, "in-force" as const),
    unit: fc.constantFrom(null, ...UNITS),
    sort: fc.constantFrom(null, "width" as const),
    word: fc.option(id),
    pair: fc.option(
      fc.uniqueArray(reading, { minLength: 2, maxLength: 2 }).map((two): [string, string] => {
        const [a = "", b = ""] = sorted(two);
        return [a, b];
      }),
    ),
    cause: fc.option(
      fc.oneof(
        fc.constant({ kind: "instrument" as const, questions: [] }),
        fc.record({
          kind: fc.constantFrom("alone" as const, "either" as const, "together" as const),
          questions: fc.array(id, { minLength: 1, maxLength: 3 }),
        }),
      ),
    ),
    of: fc.option(fc.record({ reading, verdict: fc.constantFrom(...PART_VERDICTS) })),
    pattern: fc.option(fc.stringMatching(/^[vnuc]{1,6}$/)),
    why: fc.option(reading),
    boundary: fc.option(fc.constantFrom(...BOUNDARY_POLICIES)),
    selected: fc.option(fc.constantFrom("inc-077", "a.b-1")),
    bbox: fc.option(
      fc
        .tuple(degree(-180, -1), degree(-90, -1), degree(0, 180), degree(0, 90))
        .map((box): MapBox => box),
    ),
    maps: fc.constantFrom(null, ...MAP_MODES),
  })
  .map(({ days: [a, b], ...view }) => {
    const isPeriod = a === null || b === null || a < b;
    return { ...view, from: isPeriod ? a : null, until: isPeriod ? b : null };
  });
