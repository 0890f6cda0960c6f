// Canonical JSON against the examples of RFC 8785, and what our narrower form refuses; SHA-256 of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { canonicalJson, inCanonicalOrder, spelledOut } from "./canonical.ts";
import type { CanonicalValue } from "./canonical.ts";
import { CanonicalError } from "./errors.ts";
import { sha256Hex } from "./hash.ts";

describe("canonical JSON", () => {
  test("keys stand in UTF-16 order, whatever order they came in", () => {
    // RFC 8785, 3.2.3: code units, so the astral smiley sorts before U+FB33.
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    const order = [...canonicalJson(value).matchAll(/"((?:\\.|[^"])*)":/g)].map((m) => m[1]);
    expect(order).toEqual(["\\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"]);
  });

  test("strings are escaped as RFC 8785 says", () => {
    const text = '\u20ac$\u000f\nA\'B"\\\\"/';
    expect(canonicalJson(text)).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test("one value has one text, and the text reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" }), (value) => {
        const whole = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
          typeof part === "number" ? Math.trunc(part % 2 ** 53) + 0 : part,
        ) as never;
        const text = canonicalJson(whole);
        expect(JSON.parse(text)).toEqual(whole);
        expect(canonicalJson(JSON.parse(text) as never)).toBe(text);
      }),
    );
  });

  test("the short way writes what is spelled out member by member, in any order, and refuses the same", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\\ud800", "\ud800", "10", "9"),
    );
    const { value: values } = fc.letrec<{ value: CanonicalValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, -0, 0.5, 7, 2 ** 53, Number.NaN),
        texts,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(texts, tie("value"), { maxKeys: 4 }),
      ),
    }));
    const outcome = (write: () => string): string => {
      try {
        return write();
      } catch (error) {
        return error instanceof CanonicalError ? "refused" : String(error);
      }
    };
    fc.assert(
      fc.property(values, (value) => {
        const plain = outcome(() => spelledOut(value));
        expect(outcome(() => canonicalJson(value))).toBe(plain);
        expect(outcome(() => canonicalJson(inCanonicalOrder(value)))).toBe(plain);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test.each([[0.5], [2 ** 53], [Number.NaN], [Infinity], ["\ud800"], [{ "\udc00": 1 }]])(
    "%j is refused, not mended",
    (value) => {
      expect(() => canonicalJson(value)).toThrow();
    },
  );

  test("minus zero is zero", () => {
    expect(canonicalJson(-0)).toBe("0");
  });
});

describe("SHA-256", () => {
  test("of text is that of its UTF-8 bytes", () => {
    expect(sha256Hex("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(sha256Hex("мир")).toBe(sha256Hex(new Uint8Array([208, 188, 208, 184, 209, 128])));
  });
});
