// An incident becomes the fields of an entry, which the rule of the kind takes, and comes back the same.
import { describe, expect, test } from "vitest";
import { SEED_NAMES, SEED_ROW, seedIncidents } from "../../../test/kit/seed-rows.ts";
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

describe("as fields of an entry", () => {
  test.each([
    ["a point", SEED_ROW],
    ["a sector", SEED_ROW.replace(POINT, SECTOR)],
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
