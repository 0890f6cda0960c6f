// Worked examples of where a text holds (TERMS 2.5, REFERENCE 2, "traps real texts contain"): lines per party, bands, in/from/to a
// zone, a buffer that moves with a ship, lists of objects, nearness, calibre.
import { describe, expect, test } from "vitest";
import { incident, input, text } from "../../test/kit/makers.ts";
import type { IncidentSpec } from "../../test/kit/makers.ts";
import type { Disc, Position } from "../model/place.ts";
import { destination } from "../geo/distance.ts";
import { assessCase } from "./assess.ts";

const disc = (center: Position, radiusMeters = 100): Disc => ({
  kind: "disc",
  center,
  radiusMeters,
});

/** Every reading's verdict of one incident, with its cause or reasons. */
function verdicts(body: string, spec: Omit<IncidentSpec, "at"> & { at?: string }): string {
  const instrument = text(`
truceline: terms/1
id: test
title: A text
parties: [RU, UA]
others: [US]
${body}
`);
  const one = incident({ at: "2025-03-20T12:00Z", ...spec });
  const [row] = assessCase(input([instrument], { incidents: [one] })).rows;
  return [...(row?.verdicts ?? [])]
    .map(([id, { verdict, cause, reasons }]) => {
      const why = cause ?? reasons.join("+");
      return `${id.split("/")[1] ?? ""}: ${verdict}${why === "" ? "" : ` ${why}`}`;
    })
    .join("; ");
}

const CONTACT = "{type: LineString, coordinates: [[38, 47], [38, 49]]}";
const OF_2014 = "{type: LineString, coordinates: [[37.8, 47], [37.8, 49]]}";
/** So many metres east of the contact line; about 14,900 m more from the line of 2014. */
const east = (meters: number, radius = 100): Disc =>
  disc(destination([38, 48], 90, meters), radius);

describe("Minsk 2015: each side measures from its own line, by calibre", () => {
  const minsk = `
lines:
  contact: {geometry: ${CONTACT}}
  of-2014: {geometry: ${OF_2014}}
  reference: {per-party: {RU: of-2014, UA: contact}}
zones:
  within-25-km: {band: {of: reference, from: 0, to: 25000}}
clauses:
  artillery: {effect: prohibit, by: [RU, UA], act: deploy, means: [artillery], calibre: {from: 100},
    where: {target: within-25-km}, source: src-1}
readings: {text: {}}`;
  const gun = { act: ["deploy"], means: ["tube-artillery"], calibre: { low: 152, high: 152 } };

  test("20 km behind the contact line is too near for one side and far enough for the other", () => {
    expect(verdicts(minsk, { ...gun, by: ["UA"], target: east(20_000) })).toBe("text: violation");
    expect(verdicts(minsk, { ...gun, by: ["RU"], target: east(20_000) })).toBe(
      "text: not-covered zone",
    );
  });

  test("of an unknown side it cannot be said", () =>
    expect(verdicts(minsk, { ...gun, by: ["RU", "UA"], target: east(20_000) })).toBe(
      "text: undetermined facts",
    ));

  test("a calibre below the band is not covered, an unknown one is undetermined", () => {
    const where = { by: ["UA"], target: east(5000), act: ["deploy"], means: ["tube-artillery"] };
    expect(verdicts(minsk, { ...where, calibre: { low: 82, high: 82 } })).toBe(
      "text: not-covered means",
    );
    expect(verdicts(minsk, where)).toBe("text: undetermined facts");
    expect(verdicts(minsk, { ...where, calibre: { low: 100, high: 122 } })).toBe("text: violation");
  });

  test("a place that reaches over the end of the band cannot be said to lie in it", () =>
    expect(verdicts(minsk, { ...gun, by: ["UA"], target: east(25_000, 500) })).toBe(
      "text: undetermined facts",
    ));
});

describe("a line that holds for some time", () => {
  const dated = (valid: string): string => `
lines: {contact: {geometry: ${CONTACT}, valid: ${valid}}}
zones: {strip: {buffer: {of: contact, metres: 10000}}}
clauses: {rule: {effect: prohibit, by: [RU, UA], where: {target: strip}, source: src-1}}
readings: {text: {}}`;

  test("is unknown, not absent, on other days", () => {
    const near = { target: east(5000) };
    expect(verdicts(dated("[2025-03-01, 2025-04-01]"), near)).toBe("text: violation");
    expect(verdicts(dated("[2025-03-01, 2025-03-20]"), near)).toBe("text: undetermined facts");
    expect(verdicts(dated("[2025-03-21, null]"), near)).toBe("text: undetermined facts");
  });

  test("is unknown on the hours at which its last day has ended in one time zone of the text and not in another", () => {
    const zones = "time-zones: [America/New_York, Europe/Kyiv]";
    const body = zones + dated("[2025-03-01, 2025-03-20]");
    const at = (hour: string) => verdicts(body, { target: east(5000), at: hour });
    expect(at("2025-03-19T21:00Z")).toBe("text: violation");
    expect(at("2025-03-20T02:00Z")).toBe("text: undetermined facts");
  });
});

test("a buffer on one side of a line leaves out the other side", () => {
  const sided = (side: string): string => `
lines: {contact: {geometry: ${CONTACT}}}
zones: {strip: {buffer: {of: contact, metres: 10000, side: ${side}}}}
clauses: {rule: {effect: prohibit, by: [RU, UA], where: {target: strip}, source: src-1}}
readings: {text: {}}`;
  expect(verdicts(sided("right"), { target: east(5000) })).toBe("text: violation");
  expect(verdicts(sided("left"), { target: east(5000) })).toBe("text: not-covered zone");
});

test("a line nobody drew makes two text worlds, in and out of every zone measured from it", () => {
  const body = `
lines: {contact: {geometry: none-agreed, says: the line as it runs}}
zones: {strip: {buffer: {of: contact, metres: 10000}}}
clauses: {rule: {effect: prohibit, by: [RU, UA], where: {target: strip}, source: src-1}}
readings: {text: {}}`;
  expect(verdicts(body, { target: east(5000) })).toBe("text: undetermined text");
});

describe("Korea 1953: no hostile act within, from, or against the demilitarized zone", () => {
  const body = `
lines: {mdl: {geometry: ${CONTACT}}}
zones: {dmz: {buffer: {of: mdl, metres: 2000}}}
clauses: {no-hostile-act: {effect: prohibit, by: [RU, UA], where: {either: dmz}, source: src-1}}
readings: {text: {}}`;
  const [within, beyond] = [east(500), east(20_000)];

  test("into it, from it and in it are covered; past it is not", () => {
    expect(verdicts(body, { origin: beyond, target: within })).toBe("text: violation");
    expect(verdicts(body, { origin: within, target: beyond })).toBe("text: violation");
    expect(verdicts(body, { origin: within, target: within })).toBe("text: violation");
    expect(verdicts(body, { origin: beyond, target: beyond })).toBe("text: not-covered zone");
  });

  test("where the launch place is unknown, only what lands in it is sure", () => {
    expect(verdicts(body, { target: within })).toBe("text: violation");
    expect(verdicts(body, { target: beyond })).toBe("text: undetermined facts");
  });
});

describe("Black Sea 2022: ten nautical miles around a merchant ship", () => {
  const body = `
zones: {ten-miles: {around: {kind: ship-civil, metres: 18520}}}
clauses: {no-approach: {effect: prohibit, by: [RU, UA], act: deploy, where: {target: ten-miles}, source: src-1}}
readings: {text: {}}`;
  const near = (low: number, high: number) => ({
    act: ["deploy"],
    distances: { "ship-civil": { low, high } },
  });

  test("goes by the range of distance that the record gives", () => {
    expect(verdicts(body, near(5000, 9000))).toBe("text: violation");
    expect(verdicts(body, near(20_000, 30_000))).toBe("text: not-covered zone");
    expect(verdicts(body, near(15_000, 20_000))).toBe("text: undetermined facts");
  });

  test("is open where the record gives none", () =>
    expect(verdicts(body, { act: ["deploy"] })).toBe("text: undetermined facts"));
});

describe("annexes", () => {
  const body = `
objects:
  dam: {kind: hydro-dam, name: [Dnipro HPP, DniproHES], side: UA}
  plant: {kind: nuclear-plant, name: Zaporizhzhia NPP, side: {question: whose}}
annexes: {list-1: [dam]}
questions: {whose: {asks: Whose is the plant?, answers: {ru: {side: RU, held: {by: RU}}, ua: {side: UA, held: {by: UA}}}}}
clauses:
  listed: {effect: prohibit, by: [RU, UA], targets: [{kind: energy, listed-in: list-1}], source: src-1}
readings: {text: {}}`;

  test("a listed object is covered by any of its names, one that is known and not listed is not", () => {
    expect(verdicts(body, { kinds: ["hydro-dam"], name: "dniprohes" })).toBe("text: violation");
    expect(verdicts(body, { kinds: ["nuclear-plant"], name: "Zaporizhzhia NPP" })).toBe(
      "text: not-covered kind",
    );
  });

  test("of an object without a name it cannot be said", () =>
    expect(verdicts(body, { kinds: ["hydro-dam"] })).toBe("text: undetermined facts"));

  test("whose an object is hangs on the answer of each reading", () => {
    const whose = body
      .replace(
        "listed: {effect: prohibit, by: [RU, UA], targets: [{kind: energy, listed-in: list-1}]",
        "listed: {effect: prohibit, by: [RU, UA], targets: [energy], against: opponent",
      )
      .replace(
        "readings: {text: {}}",
        "readings: {RU: {take: {whose: ru}}, UA: {take: {whose: ua}}, open: {}}",
      );
    expect(
      verdicts(whose, { by: ["RU"], kinds: ["nuclear-plant"], name: "Zaporizhzhia NPP" }),
    ).toBe("RU: not-covered kind; UA: violation; open: undetermined text");
  });
});

describe("nearness to objects", () => {
  const body = `
objects:
  bridge: {kind: railway, place: {coordinates: [38, 48], radius: 50}}
clauses:
  near-rail: {effect: prohibit, by: [RU, UA], targets: [power-grid, {within: 500, of: [railway]}], source: src-1}
readings: {text: {}}`;

  test("decides by the register where the record says another kind", () => {
    expect(verdicts(body, { kinds: ["school"], target: east(200) })).toBe("text: violation");
    expect(verdicts(body, { kinds: ["school"], target: east(2000) })).toBe(
      "text: not-covered kind",
    );
    expect(verdicts(body, { kinds: ["school"], target: east(500) })).toBe(
      "text: undetermined facts",
    );
  });

  test("says on what a violation rests: proximity only where no reported kind carries it", () => {
    const grounds = (spec: Omit<IncidentSpec, "at">) => {
      const instrument = text(
        `truceline: terms/1\nid: t\ntitle: T\nparties: [RU, UA]\nothers: [US]\n${body}`,
      );
      const one = incident({ at: "2025-03-20T12:00Z", ...spec });
      const [row] = assessCase(input([instrument], { incidents: [one] })).rows;
      return [...(row?.verdicts.values() ?? [])][0]?.grounds;
    };
    expect(grounds({ kinds: ["school"], target: east(200) })).toEqual(["proximity"]);
    expect(grounds({ kinds: ["power-grid"], target: east(200) })).toEqual(["kind"]);
    expect(grounds({ kinds: [["power-grid", "school"]], target: east(200) })).toEqual([
      "kind",
      "proximity",
    ]);
    expect(grounds({ kinds: ["school"], target: east(2000) })).toBeUndefined();
  });

  test("is open without a place, and never asked of what is covered by its kind", () => {
    expect(verdicts(body, { kinds: ["school"] })).toBe("text: undetermined facts");
    expect(verdicts(body, { kinds: ["power-grid"] })).toBe("text: violation");
  });
});

describe("Colombia 2023: other armed groups are left out", () => {
  const body = `
clauses:
  between-us: {effect: prohibit, by: [RU, UA], against: [RU, UA], targets: [military], source: src-1}
readings: {text: {}}`;
  const hit = (side: string) => {
    const { things } = incident({ at: "2025-03-20T12:00Z", kinds: ["military"] }).facts;
    return things.map((thing) => ({ ...thing, facets: { side: [side] } }));
  };

  test("an act against a third group is not covered, one against a party is", () => {
    const instrument = text(
      `truceline: terms/1\nid: t\ntitle: T\nparties: [RU, UA]\nothers: [US]\n${body}`,
    );
    const against = (side: string) => {
      const one = incident({ at: "2025-03-20T12:00Z", kinds: ["military"] });
      const facts = { ...one.facts, things: hit(side) };
      const [row] = assessCase(input([instrument], { incidents: [{ ...one, facts }] })).rows;
      return [...(row?.verdicts.values() ?? [])][0]?.verdict;
    };
    expect(against("UA")).toBe("violation");
    expect(against("US")).toBe("not-covered");
  });

  test("an act by a third group binds nobody", () =>
    expect(verdicts(body, { by: ["US"], kinds: ["military"] })).toBe("text: not-covered actor"));
});

describe("zones form one dimension (TERMS 2.5)", () => {
  const bands = `
lines: {contact: {geometry: ${CONTACT}}}
zones:
  inner: {band: {of: contact, from: 0, to: 10000}}
  middle: {band: {of: contact, from: 10000, to: 30000}}
clauses:
  inner: {effect: prohibit, by: [RU, UA], where: {target: inner}, source: src-1}
  middle: {effect: prohibit, by: [RU, UA], where: {target: middle}, source: src-1}
readings: {text: {}}`;

  test("a place over the border of two abutting bands lies surely in one of them", () => {
    expect(verdicts(bands, { target: east(10_000, 2000) })).toBe("text: violation");
    expect(verdicts(bands, { target: east(30_000, 2000) })).toBe("text: undetermined facts");
  });

  test("what may lie in a part surely lies in the whole, where it is sure of the whole", () => {
    const nested = `
zones:
  part: {geometry: {type: Polygon, coordinates: [[[37.5, 47.5], [38.5, 47.5], [38.5, 48.5], [37.5, 48.5], [37.5, 47.5]]]}}
  whole: {geometry: {type: Polygon, coordinates: [[[37, 47], [39, 47], [39, 49], [37, 49], [37, 47]]]}}
clauses:
  between: {effect: prohibit, by: [RU, UA], where: {target: part, outside: whole}, source: src-1}
readings: {text: {}}`;
    expect(verdicts(nested, { target: disc([38, 48], 200_000) })).toBe("text: not-covered zone");
  });
});
