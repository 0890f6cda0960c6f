// The same case with its two sides exchanged in every text, claim and name differs in nothing but the names.
import { describe, expect, test } from "vitest";
import { assessCase } from "../src/assess/index.ts";
import { loadCase } from "../src/case/load-case.ts";
import type { Case } from "../src/case/case.ts";
import { renderCaveat, renderTotals } from "../src/cli/print/totals.ts";
import { totalsView } from "../src/cli/print/view.ts";
import { styleFor } from "../src/cli/terminal.ts";
import { readingId } from "../src/model/id.ts";
import { homePage } from "../src/report/home.ts";
import { incidentPage } from "../src/report/incident.ts";
import { pricePage } from "../src/report/price.ts";
import { files, theCase } from "./case-files.ts";
import { testShell } from "./house/test-shell.ts";

const PAIRS = [
  ["RU", "UA"],
  ["Russia", "Ukraine"],
  ["Росія", "Україна"],
  ["Россия", "Украина"],
] as const;
const OTHER = new Map<string, string>(
  PAIRS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);
const NAMES = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...OTHER.keys()].join("|")})(?![\\p{L}\\p{N}])`,
  "gu",
);

/** Each side's id and name for the other's; twice is what it was. */
function swapped(text: string): string {
  return text.replaceAll(NAMES, (name) => OTHER.get(name) ?? name);
}

function exchange(of: ReadonlyMap<string, string>): Case {
  const { value } = loadCase(
    new Map([...of].map(([path, text]) => [swapped(path), swapped(text)])),
  );
  if (value === null) throw new Error("the exchanged case does not load");
  return value;
}

const mirror = exchange(files);
const READINGS = [
  readingId("easter", "RU"),
  readingId("easter", "UA"),
  readingId("energy", "RU"),
  readingId("energy", "UA"),
];

/** Order follows the alphabet of names and hashes follow bytes: both may differ, nothing else. */
function unordered(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/^sha256:.*/, "sha256");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(unordered).map(text).sort();
  const entries = Object.entries(value).map(([key, one]) => [key, unordered(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? "";
}

/** A pattern's letters stand in the order of the readings, which is that of their names. */
function byReading<T extends { readonly letters: string }>({ letters, ...rest }: T) {
  return {
    ...rest,
    letters: READINGS.map((reading, index) => [reading, letters[index]].join(" ")),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** A page with the names exchanged back. */
function back(page: unknown): unknown {
  return JSON.parse(swapped(text(page)));
}

describe("a case with its two sides exchanged", () => {
  test("is another case, and exchanged twice it is the same", () => {
    const twice = new Map([...files].map(([path, one]) => [path, swapped(swapped(one))]));
    expect(twice).toEqual(files);
    expect(text(pricePage(mirror, { readings: READINGS }).cards)).not.toBe(
      text(pricePage(theCase, { readings: READINGS }).cards),
    );
  });

  test("has the same cards, patterns and incidents on the Price screen", () => {
    const ours = pricePage(theCase, { readings: READINGS });
    const theirs = pricePage(mirror, { readings: READINGS });
    for (const part of ["cards", "rows", "differing", "coverage"] as const) {
      expect(unordered(back(theirs[part])), part).toEqual(unordered(ours[part]));
    }
    expect(unordered(back(theirs.patterns.map(byReading)))).toEqual(
      unordered(ours.patterns.map(byReading)),
    );
  });

  test("has the same disagreements between every two readings", () => {
    const figures = (from: Case) =>
      pricePage(from, { readings: READINGS }).pairs.map(
        ({ hard, soft, hardIds, softIds, causes }) => ({
          ...{ hard, soft, hardIds, softIds },
          ...{ caused: sumOf(causes.map((one) => one.hard + one.soft)) },
        }),
      );
    expect(unordered(back(figures(mirror)))).toEqual(unordered(figures(theCase)));
  });

  test("splits every disagreement into the same causes", () => {
    const causes = (from: Case) =>
      pricePage(from, { readings: READINGS }).pairs.map((pair) =>
        pair.causes.map(({ kind, questions, hard, soft }) => ({ kind, questions, hard, soft })),
      );
    expect(unordered(back(causes(mirror)))).toEqual(unordered(causes(theCase)));
  });

  test("has the same page for every incident", () => {
    const [ours, theirs] = [theCase, mirror].map((one) => assessCase(one, { readings: READINGS }));
    if (ours === undefined || theirs === undefined) throw new Error("two cases were assessed");
    for (const { id } of theCase.incidents) {
      const page = incidentPage(theCase, id, ours);
      expect(unordered(back(incidentPage(mirror, id, theirs))), id).toEqual(unordered(page));
    }
  });

  test("has the same first page", () => {
    expect(unordered(back(homePage(mirror)))).toEqual(unordered(homePage(theCase)));
  });

  test.each(["en", "ru", "uk"] as const)("reads the same in the shell, in %s", (lang) => {
    const printed = (from: Case) => {
      const { shell } = testShell();
      const asked = { assessment: assessCase(from), lang, narrowed: [], held: null };
      const view = totalsView(from, asked);
      return renderTotals(view, 1000, styleFor(shell.terminal)) + renderCaveat(view, 1000);
    };
    const lines = (page: string) =>
      page
        .split("\n")
        .map((line) => line.replaceAll(/[\s─-]+/g, " ").trim())
        .sort();
    expect(lines(swapped(printed(mirror)))).toEqual(lines(printed(theCase)));
  });
});
