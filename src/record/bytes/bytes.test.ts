// Canonical bytes, commitments and leaves: frozen vectors made by Python, refusals one by one, laws by random values.
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../model/canonical.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import { runs } from "../../../test/kit/runs.ts";
import { leafHash } from "../tree/hash-tree.ts";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "./base64.ts";
import { canonicalBytes, canonicalValue, parseCanonical } from "./canonical-bytes.ts";
import { commit, openingBytes, parseOpening } from "./commitment.ts";
import { newEntryId, parseEntryId } from "./entry-id.ts";
import { leafBytes, parseLeaf } from "./leaf.ts";
import type { Leaf } from "./leaf.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

interface Vectors {
  readonly openings: readonly {
    readonly salt: string;
    readonly value: CanonicalValue;
    readonly canonical: string;
    readonly commitment: string;
  }[];
  readonly leaves: readonly {
    readonly leaf: Leaf;
    readonly bytes: string;
    readonly hash: string;
  }[];
}
const file = new URL("../../../test/vectors/record/bytes.json", import.meta.url);
const vectors: Vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;

const leaf: Leaf = {
  v: 1,
  id: "inc-001",
  kind: "incident",
  recordedAt: "2025-03-24T12:00:00.000Z",
  fields: { act: toBase64Url(new Uint8Array(32)) },
};

describe("frozen vectors", () => {
  test("openings and commitments are those that Python computes", () => {
    expect(vectors.openings.length).toBe(10);
    for (const { salt, value, canonical, commitment } of vectors.openings) {
      expect(canonicalJson(value)).toBe(canonical);
      expect(commit(sha256, { salt: bytesOf(salt), value })).toBe(commitment);
    }
  });

  test("leaves and their hashes are those that Python computes", () => {
    expect(vectors.leaves.length).toBe(7);
    for (const one of vectors.leaves) {
      const { value } = leafBytes(one.leaf);
      expect(fromUtf8(value ?? new Uint8Array())).toBe(one.bytes);
      expect(toBase64Url(leafHash(sha256, toUtf8(one.bytes)))).toBe(one.hash);
      expect(parseLeaf(toUtf8(one.bytes), "x").value).toEqual(one.leaf);
    }
  });
});

describe("bytes that are not canonical are refused", () => {
  test.each([
    ["a space", `{"a": 1}`, "not-canonical"],
    ["keys out of order", `{"b":1,"a":2}`, "not-canonical"],
    ["a key twice", `{"a":1,"a":1}`, "not-canonical"],
    ["an escape that is not needed", `"\\u0041"`, "not-canonical"],
    ["minus zero", `-0`, "not-canonical"],
    ["one as 1.0", `1.0`, "not-canonical"],
    ["one as 1e0", `1e0`, "not-canonical"],
    ["a fraction", `1.5`, "bad-value"],
    ["2^53", `9007199254740992`, "bad-value"],
    ["a lone surrogate", `"\\ud800"`, "bad-value"],
    ["33 lists in each other", "[".repeat(33) + "]".repeat(33), "bad-value"],
    ["no JSON", `{`, "bad-bytes"],
    ["a byte order mark", `\ufeff1`, "bad-bytes"],
  ])("%s", (_name, text, code) => {
    expect(parseCanonical(toUtf8(text), "x").problems.map((one) => one.code)).toEqual([code]);
  });

  test("60,000 brackets end in a problem and not in an overflow of the stack", () => {
    const deep = toUtf8("[".repeat(30_000) + "]".repeat(30_000));
    expect(parseCanonical(deep, "x").problems[0]?.code).toBe("bad-value");
  });

  test.each<[string, readonly number[]]>([
    ["an overlong slash", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["beyond the last code point", [0xf4, 0x90, 0x80, 0x80]],
    ["cut short", [0xe2, 0x82]],
    ["a lone follower", [0x80]],
  ])("UTF-8: %s", (_name, bytes) => {
    expect(fromUtf8(Uint8Array.from([0x22, ...bytes, 0x22]))).toBe(null);
  });

  test("values that JSON cannot say", () => {
    for (const value of [undefined, () => 1, new Date(0), [undefined], { a: new Map() }]) {
      expect(canonicalValue(value, "x").problems.map(({ code }) => code)).toEqual(["bad-value"]);
    }
  });
});

describe("laws of bytes", () => {
  const values = fc
    .jsonValue({ maxDepth: 3 })
    .filter((one) => canonicalValue(one, "x").value !== null);

  test("parsing what was printed gives the value back, and the same bytes again", () => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = canonicalBytes(value as CanonicalValue);
        const read = parseCanonical(bytes, "x");
        expect(read.problems).toEqual([]);
        expect(canonicalBytes(read.value ?? null)).toEqual(bytes);
      }),
      { numRuns: runs(500) },
    );
  });

  test("base 64 is Node's, and one text stands for one byte string", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
      { numRuns: runs(500) },
    );
    for (const text of ["AB==", "AA=", "A", "AAB=", "A A=", "=", "AA==AA=="]) {
      expect(fromBase64(text), text).toBe(null);
    }
  });

  test("UTF-8 is Node's, for text of every plane and longer than a chunk", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(fromUtf8(Buffer.from(text))).toBe(text);
      }),
      { numRuns: runs(500) },
    );
    const long = "a€😀".repeat(5000);
    expect(fromUtf8(Buffer.from(long))).toBe(long);
    expect(fromUtf8(new Uint8Array())).toBe("");
  });

  test("an opening says its salt and value, and every changed byte of it another commitment or none", () => {
    const opening = { salt: new Uint8Array(32).fill(7), value: { place: "Kyiv" } };
    const bytes = openingBytes(opening);
    expect(parseOpening(bytes, "x").value).toEqual(opening);
    for (let at = 0; at < bytes.length; at++) {
      const bad = bytes.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      const { value } = parseOpening(bad, "x");
      if (value !== null) expect(commit(sha256, value)).not.toBe(commit(sha256, opening));
    }
    expect(parseOpening(bytes.slice(0, 51), "x").problems[0]?.code).toBe("bad-bytes");
  });
});

describe("names of entries", () => {
  const id = newEntryId("inc", () => Uint8Array.of(0, 68, 50, 20, 199));

  test("are a prefix, eight digits and a check, and known again", () => {
    expect(id).toMatch(/^inc-[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]$/);
    expect(parseEntryId(id)).toBe(id);
  });

  test("one wrong character or two neighbours swapped is no name", () => {
    const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (let at = 4; at < 12; at++) {
      for (const digit of digits) {
        const other = id.slice(0, at) + digit + id.slice(at + 1);
        expect(parseEntryId(other) === null, other).toBe(other !== id);
      }
      const swapped = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2);
      if (at < 11 && swapped !== id) expect(parseEntryId(swapped), swapped).toBe(null);
    }
    expect(parseEntryId(id.replace("inc", "rep"))).toBe(null);
  });

  test("a draw whose check would need a sign is drawn again", () => {
    const draws: number[] = [];
    const drawn = Array.from({ length: 200 }, (_, i) =>
      newEntryId("inc", () => {
        draws.push(i);
        return Uint8Array.of(i, draws.length % 256, 3, 4, 5);
      }),
    );
    expect(drawn.every((one) => parseEntryId(one) === one)).toBe(true);
    expect(draws.length).toBeGreaterThan(200);
  });

  test("seeds keep theirs", () => {
    for (const seed of ["inc-001", "inc-003.t1", "src-013", "st-0001"])
      expect(parseEntryId(seed)).toBe(seed);
    for (const bad of ["", "-a", "a b", "inc-7K3Q9FZ2-*", "a\n"])
      expect(parseEntryId(bad)).toBe(null);
  });
});

describe("leaves", () => {
  const parse = (value: object): readonly string[] =>
    parseLeaf(canonicalBytes(value as CanonicalValue), "x").problems.map(({ message }) => message);

  test("every fault is told at once", () => {
    expect(
      parse({ ...leaf, v: 2, recordedAt: "2025-03-24", more: 1, fields: { act: "AA" } }),
    ).toEqual([
      `"fields" is not what it must be`,
      `"more" is no member of a leaf`,
      `"recordedAt" is not what it must be`,
      `"v" is not what it must be`,
    ]);
    expect(parse({ toString: 1 })).toContain(`"toString" is no member of a leaf`);
    expect(parse([])).toEqual(["a leaf is a map of members"]);
  });

  test("65,535 bytes are a leaf and one more is not", () => {
    const room = LONGEST - (leafBytes({ ...leaf, actor: "" }).value?.length ?? 0);
    expect(leafBytes({ ...leaf, actor: "x".repeat(room) }).value?.length).toBe(65_535);
    expect(
      leafBytes({ ...leaf, actor: "x".repeat(room + 1) }).problems.map(({ code }) => code),
    ).toEqual(["leaf-too-large"]);
  });

  test("24 fields and 256 parents are the most", () => {
    const fields = (count: number): Leaf["fields"] =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`f${i}`, leaf.fields["act"] ?? ""]),
      );
    const parents = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, i) => `e${i}`);
    expect(leafBytes({ ...leaf, fields: fields(24), parents: parents(256) }).problems).toEqual([]);
    const over = leafBytes({ ...leaf, fields: fields(25), parents: parents(257) });
    expect(over.problems.map(({ message }) => message)).toEqual([
      "25 fields; at most 24",
      "257 parents; at most 256",
    ]);
  });
});

const LONGEST = 65_535;

function bytesOf(text: string): Uint8Array {
  return fromBase64Url(text) ?? new Uint8Array();
}
