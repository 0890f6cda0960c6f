// What seed rows mean: times, places, things, events; and what is said of rows that are wrong.
import { describe, expect, test } from "vitest";
import { SEED_NAMES, SEED_ROW, seedIncidents } from "../../../test/kit/seed-rows.ts";
import { formatInstant } from "../../model/instant.ts";
import { readEvent } from "./event.ts";
import { openSeedFile, readSeeds } from "./file.ts";
import { readIncident } from "./incident.ts";
import { SeedReader } from "./names.ts";
import { readPublishedCount } from "./published-count.ts";

const changed = (from: string, to: string) => seedIncidents(SEED_ROW.replace(from, to));

function occurred(text: string): string {
  const { values, problems } = changed("{at: 2025-03-24T14:00+02:00}", text);
  const at = values[0]?.occurred;
  if (at === undefined) return problems.map(({ code }) => code).join(" ");
  return `${formatInstant(at.from)} ${formatInstant(at.until)} ${at.assumed ? "assumed" : "stated"}`;
}

describe("when an incident happened", () => {
  test.each([
    [
      "a stated minute lasts a minute",
      "{at: 2025-03-24T14:00+02:00}",
      "2025-03-24T12:00:00Z 2025-03-24T12:01:00Z stated",
    ],
    [
      "a stated interval is half-open",
      "{from: 2025-03-24T14:00+02:00, until: 2025-03-24T15:00+02:00}",
      "2025-03-24T12:00:00Z 2025-03-24T13:00:00Z stated",
    ],
    [
      "a day is a local day",
      "{day: 2025-03-24}",
      "2025-03-23T22:00:00Z 2025-03-24T22:00:00Z stated",
    ],
    [
      "the day on which Kyiv's clocks change has 23 hours",
      "{day: 2025-03-30}",
      "2025-03-29T22:00:00Z 2025-03-30T21:00:00Z stated",
    ],
    [
      "a day by two clocks is their union",
      "{day: 2025-03-25, zone: [Europe/Kyiv, Europe/Moscow]}",
      "2025-03-24T21:00:00Z 2025-03-25T22:00:00Z assumed",
    ],
    [
      "either of two days",
      "{day: [2025-03-19, 2025-03-20]}",
      "2025-03-18T22:00:00Z 2025-03-20T22:00:00Z assumed",
    ],
    [
      "a night runs from 18:00 to noon",
      "{night: 2025-03-15}",
      "2025-03-14T16:00:00Z 2025-03-15T10:00:00Z assumed",
    ],
    [
      "half a day",
      "{day: 2025-03-18, part: after-noon}",
      "2025-03-18T10:00:00Z 2025-03-18T22:00:00Z assumed",
    ],
    [
      "a region keeps its own clock",
      "{day: 2025-03-20, zone: Europe/Saratov}",
      "2025-03-19T20:00:00Z 2025-03-20T20:00:00Z stated",
    ],
    [
      "an interval that ends before it starts",
      "{from: 2025-03-24T15:00+02:00, until: 2025-03-24T14:00+02:00}",
      "C301",
    ],
    ["days in the wrong order", "{day: [2025-03-20, 2025-03-19]}", "C301"],
    ["no end", "{from: 2025-03-24T15:00+02:00}", "C102"],
    ["two forms at once", "{day: 2025-03-24, night: 2025-03-24}", "C304"],
    ["no such zone", "{day: 2025-03-24, zone: Europe/Kiyv}", "C213"],
    ["no such day", "{day: 2025-02-31}", "C105"],
    ["a day that no zone table covers", "{day: 1800-01-01}", "C305"],
    ["no offset", "{at: 2025-03-24T14:00}", "C105"],
  ])("%s", (_name, text, expected) => {
    expect(occurred(text)).toBe(expected);
  });
});

describe("where an incident happened", () => {
  test("a point is a disc with its radius in metres, with the spellings of its place", () => {
    const place = seedIncidents(SEED_ROW).values[0]?.place;
    expect(place?.extent).toEqual({ kind: "disc", center: [34.8, 50.91], radiusMeters: 4000 });
    expect(place?.names).toEqual({ uk: "Суми", ru: "Сумы" });
  });

  test("two regions are the union of their areas, as exact as the less exact one", () => {
    const { values } = changed(
      "point: {lat: 50.91, lon: 34.80, radius-km: 4}",
      "regions: [kursk-oblast, sumy-oblast]",
    );
    const extent = values[0]?.place.extent;
    expect(
      extent?.kind === "area" ? [extent.polygons.length, extent.toleranceMeters] : extent,
    ).toEqual([2, 300]);
  });

  test("without point or region the place is unknown and keeps its name", () => {
    const place = changed("  point: {lat: 50.91, lon: 34.80, radius-km: 4}\n", "").values[0]?.place;
    expect([place?.name, place?.extent]).toEqual(["Sumy", { kind: "unknown" }]);
  });

  test.each([
    ["a radius below zero", "{lat: 50.91, lon: 34.80, radius-km: -4}", "C302"],
    ["not a number", "{lat: .nan, lon: 34.80, radius-km: 4}", "C303"],
    ["an infinite radius", "{lat: 50.91, lon: 34.80, radius-km: .inf}", "C303"],
    ["a latitude beyond the pole", "{lat: 134.8, lon: 50.91, radius-km: 4}", "C307"],
    ["a missing radius", "{lat: 50.91, lon: 34.80}", "C102"],
  ])("%s is refused", (_name, point, code) => {
    const { values, problems } = changed("{lat: 50.91, lon: 34.80, radius-km: 4}", point);
    expect([values.length, problems.map((problem) => problem.code)]).toEqual([0, [code]]);
  });

  test("exchanged coordinates are guessed at", () => {
    const { problems } = changed("lat: 50.91, lon: 34.80", "lat: 134.8, lon: 50.91");
    expect(problems[0]?.help).toBe("are lat and lon swapped?");
  });
});

describe("what was hit", () => {
  test("things in a list were all hit; a list within the list is one thing that may be either", () => {
    const { values } = changed("[school]", "[school, [gas-metering, gas-pipeline]]");
    expect(values[0]?.things.map(({ kinds }) => kinds.map(({ value }) => value))).toEqual([
      ["school"],
      ["gas-metering", "gas-pipeline"],
    ]);
  });

  test("a thing may carry a name and facets", () => {
    const { values } = changed(
      "[school]",
      "[{kinds: school, name: No. 7, function: [civilian, military]}]",
    );
    expect(values[0]?.things[0]).toMatchObject({
      name: "No. 7",
      facets: { function: ["civilian", "military"] },
    });
  });

  test("flags of the case hold of every incident unless its row says otherwise", () => {
    expect(seedIncidents(SEED_ROW).values[0]?.flags).toEqual({ incoming: false });
    expect(changed("means:", "flags: {incoming: true}\n  means:").values[0]?.flags).toEqual({
      incoming: true,
    });
  });

  test("a flag that is disputed is unknown, which is neither true nor false", () => {
    const { values, problems } = changed("means:", "flags: {incoming: unknown}\n  means:");
    expect(problems).toEqual([]);
    expect(values[0]?.flags).toEqual({ incoming: "unknown" });
    const wrong = changed("means:", "flags: {incoming: perhaps}\n  means:");
    expect(wrong.problems.map(({ code }) => code)).toEqual(["C105"]);
  });

  test.each([
    ["kind", "[school]", "[shool]", "C202", 'did you mean "school"?'],
    ["means", "[missile]", "[misile]", "C203", 'did you mean "missile"?'],
    ["act", "[strike]", "[srtike]", "C204", 'did you mean "strike"?'],
    ["source", "[src-1]", "[src-11]", "C201", 'did you mean "src-1" or "src-2"?'],
    ["field", "effects", "efects", "C101", 'did you mean "effects"?'],
  ])("an unknown %s is placed, with the nearest that exists", (what, from, to, code, help) => {
    const { values, problems } =
      what === "field" ? changed("things:", "efects: x\n  things:") : changed(from, to);
    expect(values).toEqual([]);
    expect(problems).toMatchObject([{ code, help }]);
  });

  test("a vocabulary that could not be read is not checked against", () => {
    const reader = new SeedReader({ ...SEED_NAMES, kinds: null }, new Set(["src-1"]));
    const file = openSeedFile(SEED_ROW.replace("school", "anything"), "f");
    expect(readSeeds(file, reader, (row) => readIncident(reader, row))).toHaveLength(1);
  });
});

describe("a file with faults", () => {
  test("all of them come at once, and the sound rows load", () => {
    const broken = SEED_ROW.replace("inc-1", "inc-2")
      .replace("radius-km: 4", "radius-km: -4")
      .replace("[school]", "[shool]");
    const { values, problems } = seedIncidents(
      SEED_ROW + broken + SEED_ROW.replace("inc-1", "inc-3"),
    );
    expect(values.map(({ id }) => id)).toEqual(["inc-1", "inc-3"]);
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([
      ["C302", 14],
      ["C202", 15],
    ]);
  });

  test("an id that stands twice is reported with both places; the first row stays", () => {
    const { values, problems } = seedIncidents(SEED_ROW + SEED_ROW);
    expect(values).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: "C220", at: { line: 10 }, related: [{ at: { line: 1 } }] },
    ]);
  });
});

describe("events and totals", () => {
  test.each([
    ["an event at an instant", "{id: bank-relief, at: 2025-04-01T00:00Z, sources: []}", "at"],
    [
      "an event between two",
      "{id: bank-relief, from: 2025-04-01T00:00Z, until: 2025-04-02T00:00Z, sources: []}",
      "between",
    ],
    [
      "an event that had not come",
      "{id: notice-of-release/RU, not-by: 2025-04-01T00:00Z, sources: []}",
      "not-by",
    ],
    ["an event without a time", "{id: bank-relief, sources: []}", "C304"],
    [
      "an event that ends before it starts",
      "{id: b, from: 2025-04-02T00:00Z, until: 2025-04-01T00:00Z, sources: []}",
      "C301",
    ],
    ["a bad name", "{id: 'bank relief', at: 2025-04-01T00:00Z, sources: []}", "C106"],
  ])("%s", (_name, row, expected) => {
    const reader = new SeedReader(SEED_NAMES, new Set());
    const [event] = readSeeds(openSeedFile(`- ${row}`, "f"), reader, (node) =>
      readEvent(reader, node),
    );
    expect(event?.time.kind ?? reader.problems[0]?.code).toBe(expected);
  });

  test.each([
    ["30+", { low: 30, high: null }],
    ["4-6", { low: 4, high: 6 }],
    ["<=1100", { low: null, high: 1100 }],
    ["unstated", { low: null, high: null }],
  ])("a published total of %s keeps its bounds", (text, expected) => {
    const reader = new SeedReader(SEED_NAMES, new Set(["src-1"]));
    const row = `- {id: n, day: 2025-04-01, by: RU, of: UA, period: a day, unit: strikes, violations: ${text}, source: src-1}`;
    const [count] = readSeeds(openSeedFile(row, "f"), reader, (node) =>
      readPublishedCount(reader, node),
    );
    expect(count?.violations).toEqual(expected);
  });
});
