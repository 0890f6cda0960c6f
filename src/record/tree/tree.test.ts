// Trees, proofs and tiles against a naive recursion written from RFC 6962 2.1 alone: every size to 600 in `npm run check:proof`
// and `check:laws`, to 120 in `npm test`.
import { sha256 as noble } from "@noble/hashes/sha2.js";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/kit/runs.ts";
import { fromBase64Url } from "../bytes/base64.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from "./frontier.ts";
import type { Frontier } from "./frontier.ts";
import { leafHash, subtreesOf, treeHash, wholeLevel } from "./hash-tree.ts";
import {
  checkConsistency,
  checkInclusion,
  proveConsistency,
  proveInclusion,
  treeRoot,
} from "./proof.ts";
import {
  bundleEntries,
  parseTilePath,
  splitEntries,
  tileBytes,
  tilePath,
  tileReader,
  tilesSince,
} from "./tile.ts";
import type { Tile } from "./tile.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const MOST = 600;
const EVERY = runs(MOST);
const PAIRS = (EVERY * (EVERY + 1)) / 2;
const leaves = Array.from({ length: MOST }, (_, i) => leafHash(sha256, toUtf8(`leaf ${i}`)));
const memory = new Map<string, Uint8Array>();
const source = {
  sha256,
  read: ({ level, index }: { level: number; index: number }) =>
    naive(index * 2 ** level, (index + 1) * 2 ** level),
};

/** MTH(D[from:until]), word for word. */
function naive(from: number, until: number): Uint8Array {
  const known = memory.get(`${from}-${until}`);
  if (known !== undefined) return known;
  const hash = naiveFresh(from, until);
  memory.set(`${from}-${until}`, hash);
  return hash;
}

function naiveFresh(from: number, until: number): Uint8Array {
  const n = until - from;
  if (n === 0) return sha256(new Uint8Array());
  if (n === 1) return leaves[from] ?? new Uint8Array();
  const k = splitOf(n);
  return sha256(Buffer.concat([Uint8Array.of(1), naive(from, from + k), naive(from + k, until)]));
}

/** PATH(m, D[n]) of RFC 6962 2.1.1. */
function naivePath(m: number, from: number, until: number): readonly Uint8Array[] {
  const n = until - from;
  if (n === 1) return [];
  const k = splitOf(n);
  if (m < k) return [...naivePath(m, from, from + k), naive(from + k, until)];
  return [...naivePath(m - k, from + k, until), naive(from, from + k)];
}

/** SUBPROOF(m, D[n], b) of RFC 6962 2.1.2. */
function naiveSubproof(
  m: number,
  [from, until]: readonly [number, number],
  isWhole: boolean,
): readonly Uint8Array[] {
  const n = until - from;
  if (m === n) return isWhole ? [] : [naive(from, until)];
  const k = splitOf(n);
  if (m <= k) return [...naiveSubproof(m, [from, from + k], isWhole), naive(from + k, until)];
  return [...naiveSubproof(m - k, [from + k, until], false), naive(from, from + k)];
}

function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

const joined = (path: readonly Uint8Array[]): string => Buffer.concat(path).toString("hex");

describe(`every tree size to ${EVERY}`, () => {
  test("the frontier has the root of the recursion", () => {
    let frontier: Frontier = EMPTY_FRONTIER;
    for (let size = 0; size <= MOST; size++) {
      expect(Buffer.from(frontierRoot(sha256, frontier)).equals(naive(0, size)), `${size}`).toBe(
        true,
      );
      expect(Buffer.from(treeRoot(source, size)).equals(naive(0, size)), `${size}`).toBe(true);
      const whole = treeHash(sha256, leaves.slice(0, size));
      expect(Buffer.from(whole).equals(naive(0, size)), `${size}`).toBe(true);
      const leaf = leaves[size];
      if (leaf !== undefined) frontier = appendLeaf(sha256, frontier, leaf).frontier;
    }
  });

  test(`inclusion: every leaf of every size, ${PAIRS} proofs, is the path of the recursion`, () => {
    let seen = 0;
    for (let size = 1; size <= EVERY; size++) {
      for (let index = 0; index < size; index++) {
        const path = proveInclusion(source, index, size);
        if (joined(path) !== joined(naivePath(index, 0, size)))
          expect.unreachable(`${index} of ${size}`);
        seen++;
      }
    }
    expect(seen).toBe(PAIRS);
  });

  test(`consistency: every pair of sizes, ${PAIRS} proofs, is the path of the recursion`, () => {
    let seen = 0;
    for (let second = 1; second <= EVERY; second++) {
      for (let first = 1; first <= second; first++) {
        const path = proveConsistency(source, first, second);
        if (joined(path) !== joined(naiveSubproof(first, [0, second], true))) {
          expect.unreachable(`${first} to ${second}`);
        }
        seen++;
      }
    }
    expect(seen).toBe(PAIRS);
  });
});

describe("checks", () => {
  test("hold for every proof to 64, and for one of each size to 600", () => {
    for (let size = 1; size <= MOST; size++) {
      for (let index = 0; index < size; index += size <= 64 ? 1 : 199) {
        const path = proveInclusion(source, index, size);
        const leaf = leaves[index] ?? new Uint8Array();
        const claim = { index, size, path, leafHash: leaf, root: naive(0, size) };
        if (!checkInclusion(sha256, claim)) expect.unreachable(`inclusion ${index} of ${size}`);
        const pair = {
          first: index,
          firstRoot: naive(0, index),
          second: size,
          secondRoot: naive(0, size),
        };
        const extended = proveConsistency(source, index, size);
        if (!checkConsistency(sha256, { ...pair, path: extended }))
          expect.unreachable(`${index} to ${size}`);
      }
    }
  });

  test("refuse another index, size, leaf or root, a hash too few, too many, swapped or changed", () => {
    for (const size of [1, 2, 3, 7, 8, 33, 64, 65, 100]) {
      for (let index = 0; index < size; index++) {
        const path = proveInclusion(source, index, size);
        const claim = {
          index,
          size,
          path,
          leafHash: naive(index, index + 1),
          root: naive(0, size),
        };
        const wrong = [
          { ...claim, index: index + 1 },
          { ...claim, index: -1 },
          { ...claim, index: index + 0.5 },
          { ...claim, size: index },
          { ...claim, leafHash: naive(index + 1, index + 2) },
          { ...claim, root: naive(0, size + 1) },
          { ...claim, path: [...path, naive(0, 1)] },
          ...(path.length > 0
            ? [
                { ...claim, path: path.slice(1) },
                { ...claim, path: path.slice(0, -1) },
              ]
            : []),
          ...path.map((_, i) => ({ ...claim, path: path.with(i, naive(400, 401)) })),
        ];
        for (const bad of wrong)
          expect(checkInclusion(sha256, bad), JSON.stringify([index, size])).toBe(false);
      }
    }
  });

  test("refuse a consistency proof whose parts were changed", () => {
    for (let second = 2; second <= 40; second++) {
      for (let first = 1; first < second; first++) {
        const path = proveConsistency(source, first, second);
        const claim = {
          first,
          firstRoot: naive(0, first),
          second,
          secondRoot: naive(0, second),
          path,
        };
        const wrong = [
          { ...claim, firstRoot: naive(1, first + 1) },
          { ...claim, secondRoot: naive(0, second + 1) },
          { ...claim, first: second, second: first },
          { ...claim, path: [] },
          { ...claim, path: [...path, naive(0, 1)] },
          { ...claim, path: path.slice(0, -1) },
          ...path.map((_, i) => ({ ...claim, path: path.with(i, naive(400, 401)) })),
        ];
        for (const bad of wrong)
          expect(checkConsistency(sha256, bad), `${first} to ${second}`).toBe(false);
      }
    }
    const claim = {
      first: 0,
      firstRoot: naive(0, 1),
      second: 3,
      secondRoot: naive(0, 3),
      path: [],
    };
    expect(checkConsistency(sha256, claim)).toBe(false);
  });

  test("the roots that Python computes", () => {
    const file = new URL("../../../test/vectors/record/bytes.json", import.meta.url);
    const { roots, leaves: known } = JSON.parse(readFileSync(file, "utf8")) as {
      roots: readonly string[];
      leaves: readonly { bytes: string }[];
    };
    let frontier: Frontier = EMPTY_FRONTIER;
    for (const [size, root] of roots.entries()) {
      expect(frontierRoot(noble, frontier)).toEqual(fromBase64Url(root));
      const leaf = known[size];
      if (leaf !== undefined)
        frontier = appendLeaf(noble, frontier, leafHash(noble, toUtf8(leaf.bytes))).frontier;
    }
    expect(frontier.size).toBe(7);
  });

  test("levels are exact where logarithms are not", () => {
    expect([wholeLevel(2 ** 49 - 1), wholeLevel(2 ** 49), wholeLevel(1)]).toEqual([48, 49, 0]);
    expect(subtreesOf(0, 2 ** 49 - 1).length).toBe(49);
  });
});

describe("tiles", () => {
  test.each<[Tile, string]>([
    [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
    [{ level: 0, index: 1_234_067, width: 256 }, "tile/0/x001/x234/067"],
    [{ level: 2, index: 1000, width: 7 }, "tile/2/x001/000.p/7"],
    [{ level: "entries", index: 255, width: 1 }, "tile/entries/255.p/1"],
  ])("%j has one path", (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test.each([
    "tile/0/x000/001",
    "tile/0/1",
    "tile/64/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/00/000",
    "tile/0/001/x002",
    "tile/data/000",
  ])("%s is none", (path) => {
    expect(parseTilePath(path)).toBe(null);
  });

  test("a log read from tiles alone proves what the tree proves", () => {
    for (const size of [1, 255, 256, 257, 511, 512, 600]) {
      const written = new Map<string, Uint8Array>();
      for (const tile of tilesSince(0, size)) {
        const { level } = tile;
        if (level !== "entries")
          written.set(tilePath(tile), tileBytes({ ...tile, level }, source.read));
      }
      const read = tileReader(
        sha256,
        size,
        (tile) => written.get(tilePath(tile)) ?? new Uint8Array(),
      );
      expect(joined([treeRoot({ sha256, read }, size)])).toBe(joined([naive(0, size)]));
      for (let index = 0; index < size; index += 37) {
        expect(joined(proveInclusion({ sha256, read }, index, size))).toBe(
          joined(naivePath(index, 0, size)),
        );
      }
    }
  });

  test("growing by any step writes each tile that changed, and all of them in the end", () => {
    for (const step of [1, 7, 256, 600]) {
      const seen = new Set<string>();
      for (let size = 0; size < MOST; size += step) {
        for (const tile of tilesSince(size, Math.min(MOST, size + step))) seen.add(tilePath(tile));
      }
      for (const tile of tilesSince(0, MOST))
        expect(seen.has(tilePath(tile)), tilePath(tile)).toBe(true);
    }
    expect(tilesSince(600, 600)).toEqual([]);
    expect(tilesSince(0, 600).map(tilePath)).toEqual([
      "tile/entries/000",
      "tile/entries/001",
      "tile/entries/002.p/88",
      "tile/0/000",
      "tile/0/001",
      "tile/0/002.p/88",
      "tile/1/000.p/2",
    ]);
  });

  test("an entry bundle gives its leaves back and refuses to end inside one", () => {
    const bundled = [toUtf8("a"), new Uint8Array(), new Uint8Array(65_535).fill(3)];
    const bytes = bundleEntries(bundled);
    expect(splitEntries(bytes)).toEqual(bundled);
    expect(splitEntries(bytes.slice(0, -1))).toBe(null);
    expect(splitEntries(Uint8Array.of(0))).toBe(null);
  });
});
