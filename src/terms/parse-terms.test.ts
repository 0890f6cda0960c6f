// What the parser makes of each form a text may have, and what it says of forms it cannot take.
import { describe, expect, test } from "vitest";
import { ARBITRARY_CONTEXT } from "./arbitrary-values.ts";
import type { Instrument } from "./ast.ts";
import { parseTerms } from "./parse-terms.ts";
import { printTerms } from "./print-terms.ts";

const HEAD = `truceline: terms/1
id: small
title: A small text
time-zones: [Europe/Kyiv, Europe/Moscow]
parties: [B, A]
others: [M]
`;
const RULE = `effect: prohibit, by: [A]`;

function parse(body: string) {
  const options = { file: "small.terms.yaml", context: ARBITRARY_CONTEXT };
  return parseTerms(HEAD + body, options);
}

function read(body: string): Instrument {
  const { value, problems } = parse(body);
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

/** One clause and a reading with nothing taken. */
function withClause(fields: string, more = ""): string {
  return `clauses: {c: {${RULE}, ${fields}}}\n${more}readings: {r: {}}\n`;
}

function clauseOf(fields: string, more = "") {
  return read(withClause(fields, more)).clauses.get("c");
}

function codes(body: string): readonly string[] {
  return parse(body).problems.map(({ code }) => code);
}

describe("shorthands", () => {
  test("a single name is a list of one", () => {
    expect(clauseOf("act: strike, means: drone, source: src-1")).toMatchObject({
      act: { kind: "value", value: ["strike"] },
      means: { kind: "value", value: ["drone"] },
      source: ["src-1"],
    });
  });

  test("parties stand in the order of the alphabet, whatever the file says", () => {
    expect(read(withClause("act: strike")).parties).toEqual(["A", "B"]);
  });

  test("several answers taken are sorted and without doubles", () => {
    const more = "questions: {q: {asks: x, answers: {b: {applies: true}, a: {applies: false}}}}\n";
    const body = withClause("applies: {question: q}", more).replace(
      "r: {}",
      "r: {take: {q: [b, a, b]}}",
    );
    expect(read(body).readings.get("r")?.take.get("q")).toEqual(["a", "b"]);
  });
});

describe("fields shared by all clauses", () => {
  const common = "common: {by: [A, B], from: {on: 2025-03-18, tz: unknown}, for: P30D}\n";

  test("stand in each clause, and a clause's own value wins", () => {
    const clause = clauseOf("act: strike", common);
    expect(clause?.by).toEqual({ kind: "value", value: ["A"] });
    expect(clause?.for).toEqual({ kind: "value", value: { kind: "days", days: 30 } });
  });

  test("a clause's own end replaces the shared one", () => {
    const clause = clauseOf("until: {on: 2025-04-01, tz: unknown}", common);
    expect(clause?.for).toBeNull();
    expect(clause?.until).not.toBeNull();
  });

  test("a mistake in them is told once, at its place", () => {
    const broken = "common: {means: drown}\n";
    const two = `${broken}clauses: {c: {${RULE}}, d: {${RULE}}}\nreadings: {r: {}}\n`;
    expect(codes(two)).toEqual(["T201"]);
  });
});

describe("time", () => {
  test.each([
    ["P30D", { kind: "days", days: 30 }],
    ["PT720H", { kind: "elapsed", milliseconds: 720 * 3_600_000 }],
    ["PT90M", { kind: "elapsed", milliseconds: 5_400_000 }],
    ["PT1H30M", { kind: "elapsed", milliseconds: 5_400_000 }],
  ])("%s is a length", (text, value) => {
    const from = "from: {on: 2025-03-18, tz: unknown}";
    expect(clauseOf(`${from}, for: ${text}`)?.for).toEqual({ kind: "value", value });
  });

  test.each(["30", "P1M", "P4W", "PT", "P", "P-1D", "30 days", "P1DT2H", "P1.5D"])(
    "%s is no length: months and weeks are not one number of days everywhere",
    (text) => {
      expect(codes(withClause(`from: {on: 2025-03-18, tz: unknown}, for: ${text}`))).toEqual([
        "T105",
      ]);
    },
  );

  test.each([
    ["Europe/Kyiv", { kind: "zones", names: ["Europe/Kyiv"] }],
    ["[Europe/Kyiv, Europe/Moscow]", { kind: "zones", names: ["Europe/Kyiv", "Europe/Moscow"] }],
    ["+03:00", { kind: "offset", minutes: 180 }],
    ["Z", { kind: "offset", minutes: 0 }],
    ["-04:30", { kind: "offset", minutes: -270 }],
    ["unknown", { kind: "unknown" }],
  ])("tz: %s says which clocks", (tz, zone) => {
    const value = { kind: "on", day: "2025-03-18", zone };
    expect(clauseOf(`from: {on: 2025-03-18, tz: ${tz}}`)?.from).toEqual({ kind: "value", value });
  });

  test.each([
    ["{on: 2025-03-18}", ["T507"]],
    ["{on: 2025-03-18, tz: Europe/Kiyv}", ["T507"]],
    ["{on: 2025-03-18, tz: []}", ["T507"]],
    ["{on: 2025-02-30, tz: unknown}", ["T105"]],
    ["{at: 2025-03-18T24:00, tz: unknown}", ["T105"]],
    ["{at: 2025-03-18T10:00+02:00, tz: unknown}", ["T105"]],
    ["{tz: unknown}", ["T102"]],
    ["{on: 2025-03-18, at: 2025-03-18T10:00, tz: unknown}", ["T105"]],
    ["2025-03-18", ["T105"]],
    ["{on: 1914-08-01, tz: Europe/Kyiv}", ["T502"]],
    ["{event: nothing}", ["T208"]],
  ])("from: %s is no start", (from, expected) => {
    expect(codes(withClause(`from: ${from}`))).toEqual(expected);
  });

  test("a day before the zone table can be said with an offset", () => {
    expect(codes(withClause(`from: {on: 1953-07-27, tz: "+09:00"}`))).toEqual([]);
  });

  test("tz: unknown needs the zones it ranges over", () => {
    const body = withClause("from: {on: 2025-03-18, tz: unknown}");
    const text = (HEAD + body).replace(/time-zones.*\n/, "");
    expect(parseTerms(text, { file: "x.terms.yaml" }).problems.map(({ code }) => code)).toEqual([
      "T507",
    ]);
  });

  test("a party's notice of release and an agreed extension are events every text may wait for", () => {
    const after = "[extension-agreed, notice-of-release/A]";
    expect(codes(withClause(`in-force: {after: ${after}}`))).toEqual([]);
    expect(codes(withClause("in-force: {after: [notice-of-release/C]}"))).toEqual(["T208"]);
  });
});

describe("questions", () => {
  const ask = (answers: string) => `questions: {q: {asks: x, answers: {${answers}}}}\n`;

  test.each([
    ["act", "strike"],
    ["targets", "[gas.other, {kind: port, function: dual}]"],
    ["means", "[drone]"],
    ["from", "{on: 2025-03-18, tz: unknown}"],
    ["until", "{at: 2025-03-18T18:00, tz: +03:00}"],
    ["extension", "{automatic: {for: P120D, notice-by: P10D}}"],
    ["on-breach", "{release: power, notice: true}"],
    ["in-force", "{after: []}"],
    ["applies", "false"],
    ["unless", "[]"],
    ["by", "[A]"],
    ["against", "opponent"],
  ])("of sort %s stand in the slot of that name", (sort, value) => {
    const more = ask(`a: {${sort}: ${value}}`);
    const body = withClause(`${sort}: {question: q}`, more).replace(
      sort === "by" ? `${RULE}, ` : "?",
      "effect: prohibit, ",
    );
    expect(read(body).questions.get("q")?.answers.get("a")?.value.sort).toBe(sort);
  });

  test("do not stand in a slot of another sort", () => {
    const body = withClause("means: {question: q}", ask("a: {act: strike}"));
    expect(parse(body).problems[0]).toMatchObject({ code: "T207" });
    expect(parse(body).problems[0]?.message).toContain(`answers "act"`);
  });

  test("have answers of one sort", () => {
    expect(
      codes(withClause("act: {question: q}", ask("a: {act: strike}, b: {means: drone}"))),
    ).toEqual(["T207"]);
  });

  test("have answers with one value, no more and no less", () => {
    expect(codes(withClause("act: {question: q}", ask("a: {act: strike, means: drone}")))).toEqual([
      "T105",
    ]);
    expect(codes(withClause("act: strike", ask("a: {note: nothing}")))).toEqual(["T102"]);
  });

  test("of open edges need no words of the text: a reading takes them by name", () => {
    const body = (answer: string) =>
      withClause("act: strike").replace("r: {}", `r: {take: {coal-in-energy: ${answer}}}`);
    expect(codes(body("in"))).toEqual([]);
    expect(codes(body("maybe"))).toEqual(["T203"]);
  });
});

describe("what is kept and not judged is never dropped in silence", () => {
  test.each([
    ["definitions", withClause("act: strike", "definitions: {fire: {says: any shot, by: A}}\n")],
    [
      "relations to other texts",
      withClause("act: strike", "relations: {older: {breach-of-one: unstated}}\n"),
    ],
    ["provisions", withClause("act: strike", "provisions: {monitoring: three officers}\n")],
  ])("%s: a warning with its effect, and the words come back when printed", (_, body) => {
    const { value, problems } = parse(body);
    expect(new Set(problems.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(["T901 warning"]),
    );
    const again =
      value && parseTerms(printTerms(value), { file: "x.terms.yaml", context: ARBITRARY_CONTEXT });
    expect(again?.value).toEqual(value);
    expect(value && printTerms(value)).toContain(
      /(any shot|breach-of-one|three officers)/.exec(body)?.[1],
    );
  });
});

const SEA = "{dataset: seas, feature: Outer Sea}";
const RIVER = "lines: {river: {geometry: {type: LineString, coordinates: [[30, 44], [30, 46]]}}}\n";

describe("lines", () => {
  test.each([
    ["{geometry: {type: LineString, coordinates: [[30, 44]]}}", ["T401"]],
    ["{geometry: {type: Polygon, coordinates: [[30, 44], [31, 44]]}}", ["T401"]],
    ["{geometry: none-agreed}", ["T102"]],
    ["{per-party: {A: river}}", ["T405"]],
    ["{per-party: {A: river, B: l}}", ["T405", "T206"]],
  ])("%s is no line", (line, expected) => {
    const lines = RIVER.replace("{river", `{l: ${line}, river`);
    expect(codes(withClause("act: strike", lines))).toEqual(expected);
  });
});

describe("objects and annexes", () => {
  test.each([
    ["objects: {plant: {side: A}}", ["T102"]],
    ["objects: {plant: {kind: moon}}", ["T201"]],
    ["objects: {plant: {kind: power-plant, side: C}}", ["T205"]],
    ["objects: {plant: {kind: power-plant, side: {question: whose}}}", ["T204"]],
    ["objects: {plant: {kind: power-plant, place: {coordinates: [200, 45], radius: 1}}}", ["T401"]],
    ["annexes: {list-1: [plant]}", ["T206"]],
  ])("%s is refused", (section, expected) => {
    expect(codes(withClause("act: strike", `${section}\n`))).toEqual(expected);
  });
});

describe("zones", () => {
  test("a list of coordinates is kept to 7 decimals, longitude first", () => {
    const ring = "[[30.123456789, 44], [32, 44], [32, 46], [30.123456789, 44]]";
    const zone = `zones: {z: {geometry: {type: Polygon, coordinates: [${ring}]}}}\n`;
    const { zones } = read(withClause("where: {target: z}", zone));
    expect(zones.get("z")).toMatchObject({
      polygons: [
        [
          [
            [30.1234568, 44],
            [32, 44],
            [32, 46],
            [30.1234568, 44],
          ],
        ],
      ],
    });
  });

  test.each([
    ["{says: somewhere}", ["T401"]],
    ["{geometry: {type: Point, coordinates: [30, 44]}}", ["T401"]],
    ["{geometry: {type: Polygon, coordinates: [[[30, x]]]}}", ["T401"]],
    ["{dataset: seas, feature: Iner Sea}", ["T206"]],
    ["{geometry: none-agreed}", ["T102"]],
    ["{buffer: {of: nowhere, metres: 500}}", ["T206"]],
    ["{buffer: {of: river, metres: -1}}", ["T105"]],
    ["{buffer: {of: river, metres: 500, side: north}}", ["T105"]],
    ["{band: {of: river, from: 500, to: 500}}", ["T105"]],
    ["{around: {kind: ship, metres: 500}}", ["T201"]],
    ["{per-party: {A: sea}}", ["T405"]],
    ["{per-party: {A: sea, B: sea, C: sea}}", ["T205"]],
    ["{dataset: seas, feature: Inner Sea, valid: [2025-03-02, 2025-03-01]}", ["T501"]],
  ])("%s is no zone", (zone, expected) => {
    expect(
      codes(withClause("where: {target: z}", `zones: {z: ${zone}, sea: ${SEA}}\n${RIVER}`)),
    ).toEqual(expected);
  });
});

describe("clauses", () => {
  test.each([
    ["for: P3D", ["T102"]],
    [
      "from: {on: 2025-03-18, tz: unknown}, until: {on: 2025-03-19, tz: unknown}, for: P3D",
      ["T105"],
    ],
    ["when: {flags: []}", ["T101"]],
    ["targets: []", ["T105"]],
    ["where: {}", ["T105"]],
    ["against: [C]", ["T205"]],
    ["extension: forever", ["T105"]],
    ["calibre: {}", ["T105"]],
    ["due: P3D", ["T101"]],
    ["fulfilled-by: extension-agreed", ["T101"]],
    ["calibre: {from: 152, below: 100}", ["T105"]],
    ["on-breach: {release: power}", ["T102"]],
  ])("%s is refused", (fields, expected) => {
    expect(codes(withClause(fields))).toEqual(expected);
  });

  test("an unrestricted dimension is null, not an empty list", () => {
    expect(clauseOf("source: src-1")).toMatchObject({ act: null, targets: null, where: null });
  });
});

describe("a text with an error", () => {
  test("is not given out half read", () => {
    const { value, problems } = parse(withClause("act: strike, wher: {target: sea}"));
    expect(problems).toHaveLength(1);
    expect(value).toBeNull();
  });
});

describe("outside of any case", () => {
  test("names of vocabularies and sources are taken as they come", () => {
    const text = HEAD + withClause("act: wave, targets: [moon], source: my-notes");
    expect(parseTerms(text, { file: "x.terms.yaml" }).problems).toEqual([]);
  });
});

test("half a character is refused where it stands, written or escaped: no hash could be made of it", () => {
  const said = (title: string) =>
    parseTerms(`truceline: terms/1\nid: a\ntitle: ${title}\n`, { file: "a.terms.yaml" }).problems;
  for (const title of ["x\ud800", '"x\\udfff"'])
    expect(said(title)).toContainEqual(
      expect.objectContaining({
        code: "T105",
        at: expect.objectContaining({ line: 3, column: 8 }),
      }),
    );
});
