// What every engine of the store must do: the memory engine is the plain twin, the SQLite engine must not differ from it.
import { expect, test } from "vitest";
import { sha256Hex } from "../../src/model/hash.ts";
import { randomOf } from "../../src/model/random.ts";
import type { CommittedEntry } from "../../src/record/kinds/commit-entry.ts";
import { PUBLIC_VIEWER } from "../../src/record/kinds/project.ts";
import { leafHash } from "../../src/record/tree/hash-tree.ts";
import { proveInclusion, checkInclusion, treeRoot } from "../../src/record/tree/proof.ts";
import { growTree } from "../../src/record/verify/verify-log.ts";
import { sha256 } from "../../src/store/hashing.ts";
import { hashSource, LogTree } from "../../src/store/log-tree.ts";
import { withinReach, withoutRemoved } from "../../src/store/reach.ts";
import type { Reach, Removal, Store, StoreBatch } from "../../src/store/store.ts";
import { KEY, makeAttachments, makeEntries, ORIGIN } from "../proof/make-log.ts";

const REACHES: readonly Reach[] = [
  PUBLIC_VIEWER,
  { restricted: true, compartments: new Set() },
  { restricted: false, compartments: new Set(["talks"]) },
  { restricted: true, compartments: new Set(["talks"]) },
];
const ALL: Reach = { restricted: true, compartments: new Set(["talks"]) };

/** A batch as the record makes it, of entries that follow those in the store. */
export function batchOf(
  store: Store,
  entries: readonly CommittedEntry[],
  more: Partial<StoreBatch> = {},
): StoreBatch {
  const first = store.head()?.size ?? 0;
  const { tree, tiles } = LogTree.of(store, first).grow(entries.map(({ bytes }) => bytes));
  const at = { size: tree.frontier.size, root: tree.root };
  const last = entries.at(-1)?.leaf.recordedAt ?? "";
  const head = {
    ...at,
    checkpoint: KEY.sign({ origin: ORIGIN, extra: [], ...at }),
    recordedAt: Date.parse(last),
  };
  return { first, entries, tiles, head, removals: [], answered: [], blobs: new Map(), ...more };
}

/** The tests of an engine, inside its `describe`; `open` gives an empty store, `again` what stands after the store was closed and opened (the same one in memory). */
export function storeSuite({
  open,
  again,
}: {
  readonly open: () => Store;
  readonly again: (store: Store) => Store;
}): void {
  test("an empty store has no head, no entries and no tiles", () => {
    const store = open();
    expect([store.head(), store.read(0, ALL), store.indexOf("inc-0"), store.tile(0, 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect([...store.entries(0, 10, ALL)]).toEqual([]);
    store.close();
  });

  test("what was appended is read as it was, to each reach no more than it may see", () => {
    const entries = makeEntries(30);
    const filled = open();
    filled.append(batchOf(filled, entries));
    const store = again(filled);
    for (const reach of REACHES) {
      const expected = entries.map((entry) => withinReach(entry, reach));
      expect([...store.entries(0, 30, reach)]).toEqual(expected);
      expect(store.read(9, reach)).toEqual(expected[9]);
    }
    expect([...store.entries(28, 99, ALL)].length).toBe(2);
    store.close();
  });

  test("batches of any size give the tree of their leaves, and proofs from its tiles hold", () => {
    const draw = randomOf(7);
    const entries = makeEntries(700);
    let store = open();
    for (let at = 0; at < entries.length;) {
      const size = 1 + Math.floor(draw() * 90);
      store.append(batchOf(store, entries.slice(at, at + size)));
      at += size;
      if (draw() < 0.2) store = again(store);
    }
    const plain = growTree(
      sha256,
      entries.map(({ bytes }) => leafHash(sha256, bytes)),
    );
    for (const size of [1, 2, 255, 256, 257, 511, 512, 700]) {
      expect(treeRoot(hashSource(store, size), size)).toEqual(treeRoot(plain, size));
    }
    expect([...store.entries(0, 700, ALL)]).toEqual(entries.map((one) => withinReach(one, ALL)));
    for (const index of [0, 255, 256, 699]) {
      const path = proveInclusion(hashSource(store, 700), index, 700);
      const leaf = leafHash(sha256, entries[index]?.bytes ?? new Uint8Array());
      const root = store.head()?.root ?? new Uint8Array();
      expect(checkInclusion(sha256, { index, size: 700, leafHash: leaf, root, path })).toBe(true);
    }
    store.close();
  });

  test("entries are found by id, thing, kind and time; sealed ones by id and kind only", () => {
    const entries = makeEntries(20);
    const filled = open();
    filled.append(batchOf(filled, entries.slice(0, 12)));
    filled.append(batchOf(filled, entries.slice(12)));
    const store = again(filled);
    expect([store.indexOf("inc-3"), store.indexOf("pos-9"), store.indexOf("inc-99")]).toEqual([
      3,
      9,
      null,
    ]);
    expect([store.ofThing("inc-3"), store.ofThing("pos-9")]).toEqual([[3], []]);
    expect(store.taken(["inc-3", "pos-9", "inc-99"])).toEqual(new Set(["inc-3", "pos-9"]));
    expect(store.ofKind("position", 0)).toEqual([4, 14]);
    expect(store.ofKind("position", 5)).toEqual([14]);
    expect(store.ofKind("sealed", 0)).toEqual([9, 19]);
    const at = (index: number): number => Date.parse(entries[index]?.leaf.recordedAt ?? "");
    expect([
      store.sizeAt(at(0) - 1),
      store.sizeAt(at(0)),
      store.sizeAt(at(7)),
      store.sizeAt(Infinity),
    ]).toEqual([0, 1, 8, 20]);
    store.close();
  });

  test("a redaction takes out value and salt, and neither leaf nor tree", () => {
    const entries = makeEntries(10);
    const removals: readonly Removal[] = [
      { index: 0, row: null, fields: ["witness", "occurred"] },
      { index: 9, row: null, fields: ["entry"] },
    ];
    const filled = open();
    filled.append(batchOf(filled, entries.slice(0, 9)));
    filled.append(batchOf(filled, entries.slice(9), { removals }));
    const store = again(filled);
    for (const removal of removals) {
      const [entry] = entries.slice(removal.index, removal.index + 1);
      if (entry === undefined) throw new Error("no entry");
      expect(store.read(removal.index, ALL)).toEqual(withoutRemoved(entry, removal));
      expect(store.read(removal.index, ALL)?.bytes).toEqual(entry.bytes);
    }
    store.close();
  });

  test("blobs, candidates and answered requests are kept beside the log", () => {
    const filled = open();
    const answered = [{ key: "req-1", first: 0, count: 3 }];
    const file = Uint8Array.of(1, 2, 3);
    const blobs = new Map([[sha256Hex(file), file]]);
    filled.append(batchOf(filled, makeEntries(3), { answered, blobs }));
    for (const id of ["can-2", "can-1", "can-3"]) filled.putCandidate({ id, value: { says: id } });
    filled.putCandidate({ id: "can-2", value: "later" });
    filled.dropCandidate("can-3");
    const store = again(filled);
    expect([store.answered("req-1"), store.answered("req-2")]).toEqual([answered[0], null]);
    expect([store.blob(sha256Hex(file)), store.blob("cd".repeat(32))]).toEqual([file, null]);
    expect(store.candidates()).toEqual([
      { id: "can-1", value: { says: "can-1" } },
      { id: "can-2", value: "later" },
    ]);
    store.close();
  });

  test("a redaction takes the file of an attachment that nobody else names, and candidates that say what it takes", () => {
    const [mine, shared] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)];
    const entries = [
      ...makeAttachments([mine, shared, shared]),
      ...makeEntries(1).filter(({ leaf }) => leaf.id === "inc-0"),
    ];
    const filled = open();
    const blobs = new Map([mine, shared].map((file) => [sha256Hex(file), file] as const));
    filled.append(batchOf(filled, entries.slice(0, 3), { blobs }));
    filled.append(batchOf(filled, entries.slice(3)));
    const says = { note: "saw that witness first 0 was there" };
    filled.putCandidate({ id: "can-1", value: says });
    filled.putCandidate({ id: "can-2", value: { note: "another" } });
    filled.putCandidate({ id: "can-3", value: { fields: { witness: "witness first 0" } } });
    const removals: readonly Removal[] = [
      { index: 0, row: null, fields: ["blob"] },
      { index: 1, row: null, fields: ["blob"] },
      { index: 3, row: null, fields: ["witness"] },
    ];
    filled.append(batchOf(filled, makeEntries(2).slice(1), { removals }));
    const store = again(filled);
    expect([store.blob(sha256Hex(mine)), store.blob(sha256Hex(shared))]).toEqual([null, shared]);
    expect(store.candidates().map(({ id }) => id)).toEqual(["can-2"]);
    store.close();
  });

  test("a batch that does not continue the log is refused whole", () => {
    const store = open();
    const entries = makeEntries(4);
    store.append(batchOf(store, entries.slice(0, 2)));
    const gap = { ...batchOf(store, entries.slice(2)), first: 3 };
    expect(() => store.append(gap)).toThrow("does not continue a log of 2");
    expect(store.head()?.size).toBe(2);
    expect(store.read(2, ALL)).toBe(null);
    store.close();
  });
}
