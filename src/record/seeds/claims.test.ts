// What claims in seed rows come to: who did it, casualties as series, an incident with its claims.
import { describe, expect, test } from "vitest";
import { SEED_NAMES, SEED_ROW, seedIncidents } from "../../../test/kit/seed-rows.ts";
import type { Claim } from "../../model/claim.ts";
import type { Source } from "../../model/source.ts";
import { formatInstant, parseDay } from "../../model/instant.ts";
import { readClaim } from "./claim.ts";
import { actorsOf, joinClaims } from "./facts.ts";
import { openSeedFile, readSeeds } from "./file.ts";
import { SeedReader } from "./names.ts";

function claims(...lines: string[]): {
  readonly values: readonly Claim[];
  readonly codes: readonly string[];
} {
  const reader = new SeedReader(SEED_NAMES, new Set(["src-1"]));
  const rows = lines.map((line, i) => `- {id: c${i + 1}, of: inc-1, source: src-1, ${line}}`);
  const file = openSeedFile(rows.join("\n"), "record/claims.yaml");
  const values = readSeeds(file, reader, (row) => readClaim(reader, row, new Set(["inc-1"])));
  return { values, codes: [...file.problems, ...reader.problems].map(({ code }) => code) };
}

const actors = (...lines: string[]) => actorsOf(claims(...lines).values).map(({ value }) => value);

describe("who did it", () => {
  test.each([
    ["nobody says: unknown", [], ["unknown"]],
    ["one side says", ["by: RU, attribution: UA"], ["UA"]],
    [
      "each side says the other, and denies: both, each being the other's account",
      ["by: RU, attribution: UA", "by: UA, attribution: RU", "by: UA, denial: actor"],
      ["RU", "UA"],
    ],
    [
      "a bare denial by the accused makes anybody possible",
      ["by: RU, attribution: UA", "by: UA, denial: actor"],
      ["UA", "unknown"],
    ],
    [
      "no comment changes nothing",
      ["by: RU, attribution: UA", "by: UA, no-comment: actor"],
      ["UA"],
    ],
    [
      "a denial by somebody who is not accused changes nothing",
      ["by: media, attribution: UA", "by: RU, denial: actor"],
      ["UA"],
    ],
    ["an admission counts as any other word", ["by: UA, attribution: UA"], ["UA"]],
  ])("%s", (_name, lines, expected) => {
    expect(actors(...lines)).toEqual(expected);
  });

  test("each possibility names the claims that carry it", () => {
    const { values } = claims("by: RU, attribution: UA", "by: media, attribution: UA");
    expect(actorsOf(values)).toEqual([{ value: "UA", claims: ["c1", "c2"] }]);
  });
});

describe("claims", () => {
  test("a count that is not stated is null, not zero; ranges and lower bounds are kept", () => {
    const { values } = claims(
      "by: media, casualties: {injured: 17-18}",
      "by: media, casualties: {killed: 0, injured: 50+}",
    );
    expect(values).toMatchObject([
      { killed: null, injured: { low: 17, high: 18 } },
      { killed: { low: 0, high: 0 }, injured: { low: 50, high: null } },
    ]);
  });

  test.each([
    ["a range that runs down", "by: media, casualties: {injured: 18-17}", "C308"],
    ["a count below zero", "by: media, casualties: {injured: -7}", "C308"],
    ["a count of words", "by: media, casualties: {injured: many}", "C308"],
    ["two sorts at once", "by: UA, attribution: RU, account: x", "C309"],
    ["no sort", "by: UA", "C309"],
    ["an unknown party", "by: UAA, attribution: RU", "C205"],
    ["a measure that is no number", "by: media, measure: {what: area, value: .nan}", "C303"],
    ["a denial of something else", "by: RU, denial: weapon", "C105"],
  ])("%s is refused", (_name, line, code) => {
    expect(claims(line)).toEqual({ values: [], codes: [code] });
  });
});

describe("an incident with its claims", () => {
  const day = parseDay("2025-03-25");
  const source = (id: string, published: typeof day): Source => ({
    id,
    title: id,
    outlet: "TASS",
    outletSide: "RU",
    url: null,
    published,
  });

  test("a denial that anything happened makes `none` possible beside what is said", () => {
    const seed = seedIncidents(SEED_ROW).values[0];
    const { values } = claims("by: media, attribution: UA", "by: RU, denial: event");
    const joined = seed && joinClaims(seed, values, { sources: new Map(), zone: "Europe/Kyiv" });
    expect(joined?.facts.acts.map(({ value }) => value)).toEqual(["strike", "none"]);
    expect(joined?.facts.acts[1]?.claims).toEqual(["c2"]);
  });

  test("is known from the end of the day its first dated source was published", () => {
    const seed = seedIncidents(SEED_ROW.replace("[src-1]", "[src-1, src-2]")).values[0];
    const sources = new Map([
      ["src-1", source("src-1", null)],
      ["src-2", source("src-2", day)],
    ]);
    const joined = seed && joinClaims(seed, [], { sources, zone: "Europe/Kyiv" });
    expect(
      joined?.knownAt === undefined || joined.knownAt === null
        ? null
        : formatInstant(joined.knownAt),
    ).toBe("2025-03-25T22:00:00Z");
    const undated = seed && joinClaims(seed, [], { sources: new Map(), zone: "Europe/Kyiv" });
    expect(undated?.knownAt).toBeNull();
  });
});
