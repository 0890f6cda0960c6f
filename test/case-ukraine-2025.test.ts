// The real case of March and April 2025: that all of it is there, and that what is disputed stayed disputed.
import { describe, expect, test } from "vitest";
import { regionsOf } from "../src/assess/index.ts";
import type { CasualtyClaim, MeasureClaim } from "../src/model/claim.ts";
import type { Incident } from "../src/model/incident.ts";
import { formatInstant, parseInstant } from "../src/model/instant.ts";
import { loadCase } from "../src/case/load-case.ts";
import { hasErrors } from "../src/model/problem.ts";
import { files, problems, theCase } from "./case-files.ts";

function incident(id: string): Incident {
  const found = theCase.incidents.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no incident ${id}`);
  return found;
}

const actors = (id: string) => incident(id).facts.actors.map(({ value }) => value);
const acts = (id: string) => incident(id).facts.acts.map(({ value }) => value);
const kinds = (id: string) =>
  incident(id).facts.things.map((thing) => thing.kinds.map(({ value }) => value));
const time = (id: string) => {
  const { from, until } = incident(id).occurred;
  return `${formatInstant(from)} ${formatInstant(until)}`;
};

describe("the record is whole", () => {
  test("it loads without an error", () => {
    expect(hasErrors(problems)).toBe(false);
    expect(problems.filter(({ code }) => code.startsWith("C"))).toEqual([]);
  });

  test("every row of the case files is there", () => {
    const { incidents, sources, statements, meetings, instrumentRecords, counts, stances, people } =
      theCase;
    expect([incidents.length, sources.size, statements.length, meetings.length]).toEqual([
      240, 648, 312, 29,
    ]);
    expect([instrumentRecords.length, counts.length, stances.length]).toEqual([13, 106, 122]);
    expect(people.length).toBeGreaterThan(45);
    expect(incidents.flatMap(({ claims }) => claims)).toHaveLength(673);
  });

  test("five whole-night totals are marked", () => {
    const nights = theCase.incidents.filter(({ aggregate }) => aggregate).map(({ id }) => id);
    expect(nights).toEqual(["inc-044", "inc-048", "inc-058", "inc-099", "inc-111"]);
  });

  test("eighteen statements have no day, and none was invented", () => {
    expect(theCase.statements.filter(({ said }) => said.kind === "unknown")).toHaveLength(18);
  });

  test("148 sources have no day of publication", () => {
    expect(
      [...theCase.sources.values()].filter(({ published }) => published === null),
    ).toHaveLength(148);
  });

  test("relay chains and disputes between statements are kept", () => {
    const chains = theCase.statements.filter(({ chain }) => chain.length > 1);
    const disputes = theCase.statements.flatMap((statement) => statement.disputes);
    expect([chains.length > 0, disputes.length > 0]).toEqual([true, true]);
  });
});

describe("the case's README", () => {
  const text = files.get("README.md") ?? "";

  test("explains every code that a check of the case prints", () => {
    const printed = [...new Set(problems.map(({ code }) => code))];
    expect(printed.filter((code) => !text.includes(`| ${code} |`))).toEqual([]);
  });

  test("gives the figures of the record", () => {
    const { incidents } = theCase;
    const said = (pattern: RegExp) => Number(pattern.exec(text)?.[1]);
    expect(said(/(\d+) intervals are inferred/)).toBe(
      incidents.filter(({ occurred }) => occurred.assumed).length,
    );
    expect(said(/(\d+) incidents have more than one possible actor/)).toBe(
      incidents.filter(({ facts }) => facts.actors.length > 1).length,
    );
    expect(said(/(\d+) incidents are a point/)).toBe(
      incidents.filter(({ place }) => place.extent.kind === "disc").length,
    );
    expect(said(/(\d+) are known only by region/)).toBe(
      incidents.filter(({ place }) => place.extent.kind === "area").length,
    );
    expect(said(/(\d+) incidents rest on undated sources/)).toBe(
      incidents.filter(({ knownAt }) => knownAt === null).length,
    );
    expect(said(/(\d+) incidents\s+keep a thing with rival kinds/)).toBe(
      incidents.filter(({ facts }) => facts.things.some((thing) => thing.kinds.length > 1)).length,
    );
  });
});

describe("series and rival claims", () => {
  test("Sumy, 24 March: eight counts of the injured in the order of reporting, 88 one of them", () => {
    const counts = incident("inc-077").claims.filter(
      (claim): claim is CasualtyClaim => claim.predicate === "casualties",
    );
    expect(counts.map(({ injured }) => injured?.low)).toEqual([7, 28, 65, 74, 88, 99, 101, 106]);
    expect(counts.every(({ killed }) => killed === null)).toBe(true);
  });

  test("Kavkazskaya, 19 March: the fire area goes up and down", () => {
    const areas = incident("inc-046").claims.filter(
      (claim): claim is MeasureClaim => claim.predicate === "measure",
    );
    expect(areas.map(({ value }) => value)).toEqual([20, 1700, 10000, 5000, 1250, 2000]);
  });

  test("Sudzha, 21 and 28 March: each side says the other did it, so both stay possible", () => {
    expect([actors("inc-059"), actors("inc-105")]).toEqual([
      ["RU", "UA"],
      ["RU", "UA"],
    ]);
    expect(incident("inc-059").facts.actors.every(({ claims }) => claims.length > 0)).toBe(true);
  });

  test("a bare denial makes anybody possible; no comment changes nothing", () => {
    expect([actors("inc-078"), actors("inc-046")]).toEqual([["UA", "unknown"], ["UA"]]);
  });

  test("Kirzhach, 22 April: the owner denies that anything was done, so a strike or nothing", () => {
    expect(acts("inc-220")).toEqual(["strike", "none"]);
  });

  test("an admission and an accusation are one possibility with two claims", () => {
    expect(incident("inc-047").facts.actors).toMatchObject([
      { value: "UA", claims: ["inc-047.a1", "inc-047.a2"] },
    ]);
  });
});

describe("what was hit", () => {
  test("one thing in rival words, several things, and attempts", () => {
    expect(kinds("inc-046")).toEqual([["oil-depot", "oil-pumping-station"]]);
    expect(kinds("inc-103")).toEqual([["gas-production", "industry"]]);
    expect(kinds("inc-077")).toEqual([["school"], ["residential"], ["hospital"], ["industry"]]);
    expect([acts("inc-152"), acts("inc-155"), acts("inc-100")]).toEqual([
      ["attempt"],
      ["attempt"],
      ["attempt", "strike"],
    ]);
  });

  test("stations of one sort are one sort, whoever hit them and whenever they were listed", () => {
    const stations = ["inc-061", "inc-074", "inc-124", "inc-155"].map((id) => kinds(id));
    expect(
      stations.every(
        (kind) => JSON.stringify(kind) === JSON.stringify([["gas-metering", "gas-pipeline"]]),
      ),
    ).toBe(true);
  });

  test("nothing known is unknown; known and none of the kinds is object.other", () => {
    expect([kinds("inc-205"), kinds("inc-209")]).toEqual([[["unknown"]], [["object.other"]]]);
  });
});

describe("when it happened", () => {
  test.each([
    ["a minute stated, in Kyiv", "inc-077", "2025-03-24T12:00:00Z 2025-03-24T12:01:00Z"],
    [
      "02:07 by Kyiv's or by Moscow's clock",
      "inc-020",
      "2025-03-13T23:07:00Z 2025-03-14T00:08:00Z",
    ],
    ["either of two days", "inc-049", "2025-03-18T22:00:00Z 2025-03-20T22:00:00Z"],
    [
      "a day that is disputed, by two clocks",
      "inc-059",
      "2025-03-19T21:00:00Z 2025-03-21T22:00:00Z",
    ],
    ["a night", "inc-023", "2025-03-14T16:00:00Z 2025-03-15T10:00:00Z"],
    [
      "24 hours before a listing, where a window ends",
      "inc-190",
      "2025-04-15T21:00:00Z 2025-04-17T21:00:00Z",
    ],
    ["about the hour a truce began", "inc-206", "2025-04-19T14:30:00Z 2025-04-19T15:30:00Z"],
    ["a region with its own clock", "inc-030", "2025-03-16T20:00:00Z 2025-03-17T20:00:00Z"],
    [
      "a day that only the other side reports, by either clock",
      "inc-079",
      "2025-03-24T21:00:00Z 2025-03-25T22:00:00Z",
    ],
  ])("%s: %s", (_name, id, expected) => {
    expect(time(id)).toBe(expected);
  });

  test("what we inferred is marked, what a source states is not", () => {
    expect([incident("inc-077").occurred.assumed, incident("inc-023").occurred.assumed]).toEqual([
      false,
      true,
    ]);
  });

  test("an incident happened on its day by some clock, or in the night to it", () => {
    const far = theCase.incidents.filter(({ day, occurred }) => {
      const noon = Date.parse(`${day}T12:00:00Z`);
      return occurred.from > noon + 57_600_000 || occurred.until < noon - 57_600_000;
    });
    expect(far.map(({ id }) => id)).toEqual([]);
  });
});

describe("where it happened", () => {
  test("every region that an incident lies in has a name in each language", () => {
    const regions = new Set(theCase.incidents.flatMap(regionsOf));
    regions.delete("unknown");
    expect(regions.size).toBeGreaterThan(30);
    for (const id of regions) {
      const names = theCase.zones.get(id)?.names;
      expect([names?.en, names?.uk, names?.ru].every(Boolean), id).toBe(true);
    }
  });

  test("a region without a place is the region's area; two regions are their union", () => {
    expect(incident("inc-123").place).toMatchObject({
      regions: ["sumy-oblast"],
      extent: { kind: "area" },
    });
    expect(incident("inc-026").place.regions).toEqual([
      "dnipropetrovsk-oblast",
      "zaporizhzhia-oblast",
    ]);
  });

  test("whole-night totals over several regions have no made-up place", () => {
    const extents = theCase.incidents
      .filter(({ aggregate }) => aggregate)
      .map(({ place }) => place.extent.kind);
    expect(new Set(extents)).toEqual(new Set(["unknown"]));
  });

  test("places keep their spellings", () => {
    expect(incident("inc-077").place.names).toMatchObject({
      uk: expect.stringMatching(/Сум/),
      ru: expect.stringMatching(/Сум/),
    });
    const nameless = theCase.incidents.filter(
      ({ place }) => place.names.uk === undefined && place.names.ru === undefined,
    );
    expect(nameless.length).toBeLessThanOrEqual(5);
  });
});

describe("when it was known", () => {
  test("a view of 25 March, 06:00 knows nothing that was published later", () => {
    const at = parseInstant("2025-03-25T06:00+02:00") ?? NaN;
    const known = theCase.incidents.filter(
      ({ knownAt, occurred }) => (knownAt ?? occurred.until) <= at,
    );
    expect(known.length).toBeGreaterThan(40);
    expect(known.length).toBeLessThan(80);
    expect(known.every(({ occurred }) => occurred.from < at)).toBe(true);
  });

  test("nothing is known before it can have happened", () => {
    const early = theCase.incidents.filter(
      ({ knownAt, occurred }) => knownAt !== null && knownAt <= occurred.from,
    );
    expect(
      early.map(({ id, knownAt }) => `${id} ${knownAt === null ? "" : formatInstant(knownAt)}`),
    ).toEqual([]);
  });
});

describe("a fault in one row", () => {
  test("costs that row, gives its line, and leaves the other 239", () => {
    const text = files.get("record/incidents.yaml") ?? "";
    const line = text.split("\n").findIndex((one) => one === "- id: inc-077") + 1;
    const broken = text.replace(
      "- id: inc-077\n  day: 2025-03-24",
      "- id: inc-077\n  day: [2025-03-24",
    );
    const read = loadCase(new Map([...files, ["record/incidents.yaml", broken]]));
    expect(read.value?.incidents).toHaveLength(239);
    const faults = read.problems.filter(({ severity }) => severity === "error");
    expect(faults.map(({ at }) => at?.file)).toContain("record/incidents.yaml");
    expect(
      Math.min(
        ...faults
          .filter(({ at }) => at?.file === "record/incidents.yaml")
          .map(({ at }) => at?.line ?? 0),
      ),
    ).toBeGreaterThanOrEqual(line);
  });
});
