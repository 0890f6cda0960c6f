// The palette as WEB 2 promises it, recomputed from tokens.css: nobody may tell verdicts apart less well after a change of taste.
import { describe, expect, test } from "vitest";
import { SIGHTS, ciede2000, contrast, difference, parseHex, seenAs } from "./colour-math.ts";
import type { Rgb } from "./colour-math.ts";
import tokens from "./tokens.css?raw";

const MARKS = ["violation", "differ", "not-covered", "undetermined", "conflict"];
const GROUNDS = ["land", "sea", "panel", "bg"];
const THEMES = ["light", "dark"] as const;

/** `--name: light-dark(#a, #b);` */
function colour(name: string, theme: (typeof THEMES)[number]): Rgb {
  const match = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens);
  const hex = match?.[theme === "light" ? 1 : 2];
  if (hex === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return parseHex(hex);
}

describe("the colour formulas", () => {
  // From the supplementary test data of Sharma, Wu, Dalal (2005): pairs 1, 7, 13, 20.
  test.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [50, 3.2592, 0.335], 1.0],
  ] as const)("agree with the published pair %s %s", (a, b, expected) => {
    expect(ciede2000(a, b)).toBeCloseTo(expected, 4);
  });

  test("black on white is 21 to 1", () => {
    expect(contrast(parseHex("#000000"), parseHex("#ffffff"))).toBeCloseTo(21, 5);
  });
});

describe.each(THEMES)("in the %s theme", (theme) => {
  test("any two verdict marks are far apart for every sight", () => {
    const least = theme === "light" ? 19.2 : 21.2;
    for (const [name, sight] of Object.entries(SIGHTS)) {
      const seen = MARKS.map((mark) => seenAs(colour(mark, theme), sight));
      const distances = seen.flatMap((a, at) => seen.slice(at + 1).map((b) => difference(a, b)));
      expect(distances).toHaveLength(10);
      expect(Math.min(...distances), name).toBeGreaterThanOrEqual(least - 0.05);
    }
  });

  test("every mark stands out from every ground at 3 to 1", () => {
    for (const mark of MARKS) {
      for (const ground of GROUNDS) {
        const ratio = contrast(colour(mark, theme), colour(ground, theme));
        expect(ratio, `${mark} on ${ground}`).toBeGreaterThanOrEqual(3.05);
      }
    }
  });

  test.each(["ink", "ink2", ...MARKS.map((mark) => `${mark}-text`)])(
    "%s reads at 4.5 to 1 on paper, panel and tint",
    (name) => {
      for (const ground of ["bg", "panel", "tint"]) {
        const ratio = contrast(colour(name, theme), colour(ground, theme));
        expect(ratio, ground).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test("borders of controls and the focus ring stand out at 3 to 1", () => {
    for (const name of ["control", "focus"]) {
      expect(contrast(colour(name, theme), colour("panel", theme))).toBeGreaterThanOrEqual(3);
    }
  });
});
