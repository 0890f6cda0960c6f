// An incident becomes the fields of an entry, which the rule of the kind takes, and comes back the same.
import { describe, expect, test } from "vitest";
import { SEED_NAMES, SEED_ROW, seedIncidents } from "../../../test/kit/seed-rows.ts";
import { theCase as REAL } from "../../../test/case-files.ts";
import { knownBy } from "../../assess/known-by.ts";
import type { Claim } from "../../model/claim.ts";
import { parseDay, parseInstant } from "../../model/instant.ts";
import type { Source } from "../../model/source.ts";
import { joinClaims } from "../seeds/facts.ts";
import { canonicalJson } from "../../model/canonical.ts";
import type { IncidentSeed } from "../seeds/incident.ts";
import { checkFields } from "../kinds/check-fields.ts";
import { incidentFields, incidentSeed } from "./incident-fields.ts";

const POINT = "point: {lat: 50.91, lon: 34.80, radius-km: 4}";
const SECTOR =
  "sector: {lat: 50.91, lon: 34.8, radius-km: 0.5, from-km: 2, to-km: 5, bearing: [NNE, 350-20]}";

function seedOf(row: string): IncidentSeed {
  const { values, problems } = seedIncidents(row);
  const [seed] = values;
  if (seed === undefined) throw new Error(JSON.stringify(problems));
  return seed;
}

describe("an incident that was seen from somewhere", () => {
  test("keeps what was said of range and direction, and lies in the area of it", () => {
    const { place } = seedOf(SEED_ROW.replace(POINT, SECTOR));
    expect(place.seen).toEqual({
      observer: { kind: "disc", center: [34.8, 50.91], radiusMeters: 500 },
      fromMeters: 2000,
      toMeters: 5000,
      bearings: ["NNE", "350-20"],
    });
    expect(place.extent).toMatchObject({ kind: "area", polygons: { length: 2 } });
    expect(place.regions).toEqual([]);
  });

  test("without a direction is all around the observer", () => {
    const { place } = seedOf(
      SEED_ROW.replace(POINT, SECTOR.replace(", bearing: [NNE, 350-20]", "")),
    );
    expect(place.seen?.bearings).toEqual([]);
    expect(place.extent).toMatchObject({ kind: "area", polygons: [{ length: 2 }] });
  });

  test.each([
    ["a direction of no compass", SECTOR.replace("NNE", "NNN"), "C313", '"NNN" is no bearing'],
    ["a range beyond a horizon", SECTOR.replace("to-km: 5", "to-km: 105"), "C313", "100 km"],
    ["a range turned around", SECTOR.replace("to-km: 5", "to-km: 1"), "C301", "1 < 2"],
    ["a range below zero", SECTOR.replace("from-km: 2", "from-km: -2"), "C302", "-2"],
    ["a sector without a range", SECTOR.replace("from-km: 2, ", ""), "C102", "from-km"],
    ["a sector and a point", `${SECTOR}\n  ${POINT}`, "C306", '"point" or "sector"'],
  ])("is refused with %s", (_name, place, code, says) => {
    const { values, problems } = seedIncidents(SEED_ROW.replace(POINT, place));
    expect(values).toEqual([]);
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.message).toContain(says);
  });
});

const EITHER = `${SEED_ROW.replace(`  ${POINT}\n`, "")}  either:
    - by: [RU]
      means: [missile]
      ${POINT}
    - by: UA
      means: drone
      place: Okhtyrka
      ${SECTOR}
      things: [{kinds: [substation], name: North}]
      occurred: {day: 2025-03-25}
      flags: {incoming: unknown}
      calibre: [100, 152]
      distances: {school: [0, null]}
      sources: [src-2]
`;

describe("facts that hang together", () => {
  const joined = (row: string, ...claims: readonly Claim[]) =>
    joinClaims(seedOf(row), claims, { sources: new Map(), zone: "Europe/Kyiv" });
  const claim = (by: string, actor: string): Claim => ({
    id: `c-${by}`,
    subject: "inc-1",
    by,
    source: "src-1",
    asOf: null,
    note: null,
    predicate: "attribution",
    actor,
  });
  const values = (of: readonly { readonly value: string }[] = []) => of.map(({ value }) => value);

  test("are rows, each with what it states and the incident's own for the rest", () => {
    const { facts, occurred, place, jointPlaces, sources } = joined(EITHER);
    const [missile, drone] = facts.joint ?? [];
    expect(facts.joint).toHaveLength(2);
    expect([missile, drone].map((row) => [values(row?.actors), values(row?.means)])).toEqual([
      [["RU"], ["missile"]],
      [["UA"], ["drone"]],
    ]);
    expect(values(missile?.things[0]?.kinds)).toEqual(["school"]);
    expect(drone?.things).toEqual([
      { kinds: [{ value: "substation", claims: ["src-2"] }], name: "North", facets: {} },
    ]);
    expect(values(drone?.acts)).toEqual(["strike"]);
    expect(drone).toMatchObject({
      flags: { incoming: "unknown" },
      calibre: { low: 100, high: 152 },
      distances: { school: { low: 0, high: Infinity } },
      target: { kind: "area" },
    });
    expect(missile?.target).toMatchObject({ kind: "disc", radiusMeters: 4000 });
    expect(place.extent).toEqual({ kind: "unknown" });
    expect(jointPlaces?.map(({ name, names }) => [name, names.uk])).toEqual([
      ["Sumy", "Суми"],
      ["Okhtyrka", undefined],
    ]);
    expect(occurred.basis).toMatch(/^the minute stated or the local day 2025-03-25/);
    expect([occurred.from, occurred.until]).toEqual([facts.occurred.from, drone?.occurred.until]);
    expect(sources).toEqual(["src-1", "src-2"]);
  });

  test("lose no claim: whoever is accused and in no row may have done it in each", () => {
    const accused = joined(EITHER, claim("media", "other"), claim("UA", "RU"));
    expect(accused.facts.joint?.map(({ actors }) => actors)).toEqual([
      [
        { value: "RU", claims: ["c-UA"] },
        { value: "other", claims: ["c-media"] },
      ],
      [
        { value: "UA", claims: ["src-2"] },
        { value: "other", claims: ["c-media"] },
      ],
    ]);
  });

  test.each([
    ["one row alone", EITHER.slice(0, EITHER.indexOf("    - by: UA")), "C314", "two rows"],
    [
      "a place of the whole beside a row's",
      EITHER.replace("  either:", `  ${POINT}\n  either:`),
      "C314",
      "as a whole",
    ],
    [
      "a row with a field of no kind",
      EITHER.replace("means: drone", "mean: drone"),
      "C101",
      "mean",
    ],
    ["a row with a wrong place", EITHER.replace("NNE", "NNN"), "C313", "NNN"],
    ["an unknown party", EITHER.replace("by: UA", "by: UAA"), "C2", "UAA"],
  ])("are refused with %s", (_name, row, code, says) => {
    const { values: read, problems } = seedIncidents(row);
    expect(read).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.code).toContain(code);
    expect(problems[0]?.message).toContain(says);
  });

  test("as of a day are those of which something was known; the last one left is the incident", () => {
    const published = new Map([
      ["src-1", day("src-1", "2025-03-24")],
      ["src-2", day("src-2", "2025-03-30")],
    ]);
    const seed = seedOf(EITHER);
    const incident = joinClaims(seed, [], { sources: published, zone: "Europe/Kyiv" });
    const input = { ...REAL, incidents: [incident], sources: published };
    const at = (text: string) => knownBy(input, parseInstant(text) ?? 0).incidents[0];
    const early = at("2025-03-26T12:00:00Z");
    expect([early?.facts.joint, early?.jointPlaces, early?.place.name]).toEqual([
      undefined,
      undefined,
      "Sumy",
    ]);
    expect(early?.place.extent).toMatchObject({ kind: "disc" });
    expect(at("2025-04-01T12:00:00Z")?.jointPlaces).toHaveLength(2);
  });
});

function day(id: string, text: string): Source {
  const published = parseDay(text);
  return { id, title: id, outlet: "TASS", outletSide: "RU", url: null, published };
}

describe("as fields of an entry", () => {
  test("no fewer than two rows are taken", () => {
    const fields = incidentFields(seedOf(EITHER));
    const rows = fields["either"];
    const one = { ...fields, either: Array.isArray(rows) ? rows.slice(0, 1) : null };
    expect(checkFields("incident", one, "fields").map(({ message }) => message)).toEqual([
      expect.stringContaining("at least two"),
    ]);
  });

  test.each([
    ["a point", SEED_ROW],
    ["a sector", SEED_ROW.replace(POINT, SECTOR)],
    ["facts that hang together", EITHER],
    ["regions", SEED_ROW.replace(POINT, "regions: [kursk-oblast, sumy-oblast]")],
  ])(
    "%s comes back as it was, in canonical bytes that the rule of the kind takes",
    (_name, row) => {
      const seed = seedOf(row);
      const fields = incidentFields(seed);
      expect(() => canonicalJson(fields)).not.toThrow();
      expect(checkFields("incident", fields, "fields")).toEqual([]);
      expect(incidentSeed(seed.id, fields, SEED_NAMES.regions)).toEqual(seed);
    },
  );
});
