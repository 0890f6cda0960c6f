// P16: every skin gives the same text and the same id; order and layout do not matter; no bytes make the parser throw.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryInstrument } from "./arbitrary.ts";
import { ARBITRARY_CONTEXT } from "./arbitrary-values.ts";
import type { Instrument } from "./ast.ts";
import { canonicalTerms, termsVersion } from "./canonical-terms.ts";
import { loadTerms } from "./check-terms.ts";
import { parseTerms } from "./parse-terms.ts";
import { printTerms } from "./print-terms.ts";

const FIXTURES = ["energy", "unconditional", "black-sea"];

function fixture(id: string): string {
  return readFileSync(new URL(`../../test/fixtures/${id}.terms.yaml`, import.meta.url), "utf8");
}

function parsed(text: string, file = "random.terms.yaml"): Instrument {
  const { value, problems } = parseTerms(text, { file, context: ARBITRARY_CONTEXT });
  if (value === null) throw new Error(JSON.stringify(problems, null, 1) + text);
  return value;
}

function never(): never {
  throw new Error("no sample");
}

/** Maps as arrays of pairs, so that their order is compared too. */
function ordered(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)),
  );
}

describe("printing and parsing", () => {
  test("a printed text parses to the same text", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        expect(ordered(parsed(printTerms(instrument)))).toEqual(ordered(instrument));
      }),
      { numRuns: runs(300) },
    );
  });

  test.each(FIXTURES)("the worked example %s survives printing", (id) => {
    const first = parseTerms(fixture(id), { file: `${id}.terms.yaml` }).value;
    const second = first && parseTerms(printTerms(first), { file: `${id}.terms.yaml` }).value;
    expect(first).not.toBeNull();
    expect(ordered(second)).toEqual(ordered(first));
  });

  test("lists that are one object in memory are written out each time: no anchors", () => {
    const instrument = parsed(
      printTerms(fc.sample(arbitraryInstrument(), { numRuns: 1, seed: 7 })[0] ?? never()),
    );
    const shared = ["A", "B"];
    const clauses = [...instrument.clauses.values()].map((clause) => ({
      ...clause,
      by: { kind: "value" as const, value: shared },
    }));
    const one = {
      ...instrument,
      parties: shared,
      clauses: new Map(clauses.map((clause) => [clause.id, clause])),
    };
    expect(ordered(parsed(printTerms(one)))).toEqual(ordered(one));
  });

  test("Markdown with the text in one block, or in a block a section, is the same text with the same id", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        const yaml = printTerms(instrument);
        const one = parsed(`# Title\n\n\`\`\`terms\n${yaml}\`\`\`\n`, "random.terms.md");
        const sections = yaml.split(/\n(?=[a-z])/).map((part) => `\`\`\`terms\n${part}\n\`\`\`\n`);
        const many = parsed(sections.join("\nA paragraph between.\n\n"), "random.terms.md");
        expect(ordered(one)).toEqual(ordered(instrument));
        expect(ordered(many)).toEqual(ordered(instrument));
        expect(termsVersion(many)).toBe(termsVersion(instrument));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe("the version id", () => {
  test("stays when parts, lists and keys are reordered and names doubled", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        expect(termsVersion(turned(instrument))).toBe(termsVersion(instrument));
      }),
      { numRuns: runs(200) },
    );
  });

  test("changes with every change of the text that this table makes", () => {
    const base = fixture("energy");
    const changes: readonly (readonly [string, string])[] = [
      ["on: 2025-03-18", "on: 2025-03-19"],
      ["tz: Europe/Moscow", "tz: Europe/Kyiv"],
      ["for: P30D", "for: P31D"],
      ["notice: false", "notice: true"],
      ["live: false,", ""],
      ["act: strike", "act: attempt"],
      ['"?gas-pipeline"', "gas-pipeline"],
      ["quote: may be extended", "quote: can be extended"],
      ["tzdata: 2025c", "tzdata: 2025b"],
    ];
    const ids = [base, ...changes.map(([from, to]) => base.replace(from, to))].map((text) => {
      const { value } = parseTerms(text, { file: "energy.terms.yaml" });
      return value === null ? null : termsVersion(value);
    });
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(changes.length + 1);
  });

  test("is that of the frozen bytes: a change here is a change of the format", () => {
    const { value } = parseTerms(fixture("energy"), { file: "energy.terms.yaml" });
    expect(value && termsVersion(value)).toBe(
      "sha256:9ae50126b443dad24e8125b71b19ed2ff2d2799a611fd288ef65f3f8325c4020",
    );
  });

  test("hashes no fraction: degrees are whole 1e-7 degrees", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        const bare = canonicalTerms(instrument).replace(/"(?:\\.|[^"\\])*"/g, '""');
        expect(bare).not.toMatch(/\d\.\d/);
      }),
      { numRuns: runs(50) },
    );
  });
});

/** The same text in another order: every map reversed, set-like lists reversed and their first name doubled. */
function turned(instrument: Instrument): Instrument {
  const maps = Object.entries(instrument).map(([key, value]: [string, unknown]) => [
    key,
    value instanceof Map ? new Map([...value].reverse()) : value,
  ]);
  const clauses = [...instrument.clauses].reverse().map(([id, clause]) => {
    const { by, source } = clause;
    const turnedBy = by.kind === "value" ? { ...by, value: doubled(by.value) } : by;
    return [id, { ...clause, by: turnedBy, source: doubled(source) }] as const;
  });
  return {
    ...(Object.fromEntries(maps) as Instrument),
    clauses: new Map(clauses),
    timeZones: doubled(instrument.timeZones),
  };
}

function doubled<T>(names: readonly T[]): readonly T[] {
  return [...names.slice(0, 1), ...[...names].reverse()];
}

describe("any bytes at all", () => {
  const quiet = (text: string, file = "x.terms.yaml"): void => {
    const { problems } = loadTerms(text, { file, context: ARBITRARY_CONTEXT });
    for (const { at, message } of problems) {
      expect(message).not.toBe("");
      if (at !== null) expect(at.line).toBeGreaterThan(0);
    }
  };

  test("random text never makes the parser throw", () => {
    const random = fc.string({ unit: "binary", maxLength: 200 });
    const file = fc.constantFrom("x.terms.yaml", "x.terms.md");
    fc.assert(fc.property(random, file, quiet), { numRuns: runs(1500) });
  });

  test("a mutated text never makes the parser throw", () => {
    const sound = new URL("../../test/terms-mistakes/sound.terms.yaml", import.meta.url);
    const texts = [readFileSync(sound, "utf8"), fixture("unconditional")];
    const bit = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "&a",
      "*a",
      "!!x",
      "<<",
      "\n",
      "'",
      '"',
      "-",
    );
    const cut = fc.record({
      text: fc.constantFrom(...texts),
      at: fc.nat(4000),
      drop: fc.nat(40),
      put: fc.oneof(bit, fc.string({ unit: "binary", maxLength: 5 })),
      literate: fc.boolean(),
    });
    fc.assert(
      fc.property(cut, ({ text, at, drop, put, literate }) => {
        const from = at % text.length;
        const mutated = text.slice(0, from) + put + text.slice(from + drop);
        if (literate) quiet(`> words\n\n\`\`\`terms\n${mutated}\n\`\`\`\n`, "x.terms.md");
        else quiet(mutated);
      }),
      { numRuns: runs(1000) },
    );
  }, 120_000);

  test.each([
    ["a deep nest of lists", "[".repeat(20_000)],
    ["a deep nest of maps", "{a: ".repeat(20_000)],
    ["deep block maps", Array.from({ length: 500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["deep block lists", "- ".repeat(5_000)],
    ["a text over the size limit", "a".repeat(1_100_000)],
    ["no text", ""],
    ["names of JavaScript", "__proto__: {a: 1}\nconstructor: {b: 2}\ntoString: 3"],
    ["many aliases", `a: &a [x]\nb: [${"*a,".repeat(2_000)}]`],
  ])("%s is refused, not thrown on", (_, text) => {
    const { value, problems } = loadTerms(text, { file: "x.terms.yaml" });
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });
});
