// Laws of the fold on random histories: where batches are cut, what follows a view, and what undoes what.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, started, substance, T0 } from "../../../test/kit/record-log.ts";
import type { Log } from "../../../test/kit/record-log.ts";
import { sha256Hex } from "../../model/hash.ts";
import { runs } from "../../../test/kit/runs.ts";
import type { Entry } from "../kinds/entry.ts";
import { asOf } from "./as-of.ts";
import { BucketMap, PLACES } from "./bucket-map.ts";
import { fold } from "./fold.ts";
import { FOLD_VERSION, snapshotHead, snapshotParts, stateFrom } from "./snapshot.ts";
import { EMPTY_STATE, thingsOf } from "./state.ts";
import type { RecordState } from "./state.ts";

const byNumber = (a: number, b: number): number => a - b;

describe("laws of the fold, on random histories", () => {
  const histories = fc
    .array(fc.tuple(fc.nat(7), fc.nat(5), fc.nat(5)), { maxLength: 40 })
    .map(history);

  test("histories are histories: most have changes, merges and refusals", () => {
    const kinds = fc
      .sample(histories, { numRuns: 50, seed: 6 })
      .flatMap(({ entries }) => entries.map(({ kind }) => kind));
    for (const kind of [
      "correction",
      "decision",
      "link",
      "merge",
      "split",
      "unlink",
      "withdrawal",
      "redaction",
    ]) {
      expect(kinds.filter((each) => each === kind).length, kind).toBeGreaterThan(0);
    }
  });

  test("where batches are cut makes no difference", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(60)), ({ entries, state }, cuts) => {
        const at = [
          0,
          ...cuts.filter((cut) => cut < entries.length).sort((a, b) => a - b),
          entries.length,
        ];
        const parts = at.slice(1).map((until, i) => entries.slice(at[i], until));
        expect(plain(parts.reduce(fold, EMPTY_STATE))).toEqual(plain(state));
      }),
      { numRuns: runs(500) },
    );
  });

  test("a view of (n, T) is the same whatever follows, and later folds change no earlier state", () => {
    fc.assert(
      fc.property(histories, fc.nat(60), fc.nat(80), ({ entries }, cut, minutes) => {
        const head = Math.min(cut, entries.length);
        const when = { at: T0 + minutes * 60_000, zone: "Europe/Kyiv" };
        const then = asOf(entries.slice(0, head), head, when).state;
        expect(plain(asOf(entries, head, when).state)).toEqual(plain(then));
        const first = fold(EMPTY_STATE, entries.slice(0, head));
        const kept = plain(first);
        fold(first, entries.slice(head));
        expect(plain(first)).toEqual(kept);
      }),
      { numRuns: runs(500) },
    );
  });

  test("a fold from snapshots, each of what changed since the one before, is the fold", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(60), { maxLength: 4 }), ({ entries, state }, cuts) => {
        const sizes = cuts.filter((cut) => cut <= entries.length).sort(byNumber);
        let at = EMPTY_STATE;
        const chain: (readonly string[])[] = [];
        for (const size of sizes) {
          const more = fold(at, entries.slice(at.size, size));
          chain.push([...snapshotParts(more, at)]);
          // Half of them go on from what was read back, half from what was in memory.
          at = size % 2 === 0 ? more : readBack(more, chain);
        }
        expect(plain(readBack(at, chain))).toEqual(plain(at));
        const whole = fold(readBack(at, chain), entries.slice(at.size));
        expect(plain(whole)).toEqual(plain(state));
      }),
      { numRuns: runs(500) },
    );
  });

  test("whoever changes the fold or its snapshots raises their version", () => {
    const { entries } = history(Array.from({ length: 24 }, (_, i) => [i % 8, i % 6, i % 5]));
    const state = fold(EMPTY_STATE, entries);
    const text = JSON.stringify([snapshotHead(state), [...snapshotParts(state, EMPTY_STATE)]]);
    expect([FOLD_VERSION, sha256Hex(text).slice(0, 16)]).toEqual([1, "5fe3c4ec20427692"]);
  });

  test("what is known by the end of what was folded is all of it, in any zone", () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom("Pacific/Kiritimati", "Etc/GMT+12", "Europe/Kyiv"),
        ({ entries, state }, zone) => {
          const view = asOf(entries, entries.length, { at: state.knownBy, zone });
          expect(plain(view.state)).toEqual(plain(state));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test("as of the end of time is the fold", () => {
    fc.assert(
      fc.property(histories, ({ entries, state }) => {
        const view = asOf(entries, entries.length, { at: Infinity, zone: "Europe/Kyiv" });
        expect(plain(view.state)).toEqual(plain(state));
      }),
      { numRuns: runs(200) },
    );
  });

  test("after any history a merge and its split change nothing but the trace", () => {
    fc.assert(
      fc.property(histories, ({ log }) => {
        const free = thingsOf(log.state, "incident").filter(
          ({ mergedInto }) => mergedInto === null,
        );
        const [into, ...others] = free;
        if (into === undefined || others.length === 0) return;
        const before = substance(log.state);
        const incidents = others.map(({ id }) => id);
        expect(log.change("mm", "merge", into.id, { incidents, reason: "x" })).toEqual([]);
        expect(log.change("ss", "split", into.id, { merge: "mm", reason: "x" })).toEqual([]);
        expect(substance(log.state)).toEqual(before);
      }),
      { numRuns: runs(500) },
    );
  });

  test("a link and its unlink change nothing but the trace", () => {
    fc.assert(
      fc.property(histories, ({ log }) => {
        const report = "rep-9";
        log.say(report, "report", { fields: { source: "src-1" } });
        const before = substance(log.state);
        log.change("ll", "link", "inc-1", { report });
        expect(log.thing("inc-1").reports).toContain(report);
        log.change("uu", "unlink", "inc-1", { report, reason: "x" });
        expect(substance(log.state)).toEqual(before);
      }),
      { numRuns: runs(200) },
    );
  });
});

test("a bucket map has what a map has, and its copies stand alone", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.tuple(fc.string(), fc.nat()))), (batches) => {
      const whole = new Map<string, number>();
      let map = BucketMap.empty<number>();
      // Its twin is read only in the end.
      let unread = BucketMap.lazy<number>(() => new Map());
      const first = unread;
      for (const batch of batches) {
        unread = unread.with(new Map(batch));
        const before = map;
        const kept = [...before.values()];
        map = map.with(new Map(batch));
        for (const [key, value] of batch) whole.set(key, value);
        expect([...before.values()]).toEqual(kept);
      }
      const set = Array.from({ length: PLACES }, (_, place) => unread.changedAt(place, first));
      expect(new Map(set.flat())).toEqual(whole);
      expect(new Map([...whole.keys()].map((key) => [key, unread.get(key)]))).toEqual(whole);
      expect([map.size, unread.size]).toEqual([whole.size, whole.size]);
      for (const [key, value] of whole) expect(map.get(key)).toBe(value);
      expect([...map.values()].sort(byNumber)).toEqual([...whole.values()].sort(byNumber));
    }),
    { numRuns: runs(200) },
  );
});

/** The state of a chain of snapshots, through the text that a file would hold. */
function readBack(state: RecordState, chain: readonly (readonly string[])[]): RecordState {
  return stateFrom(snapshotHead(state), (place) =>
    chain.map((parts) => parts[place] ?? "").filter((text) => text !== ""),
  );
}

/** A random history: each step is tried, and what the door refuses is not in it. */
function history(steps: readonly (readonly [number, number, number])[]): {
  log: Log;
  entries: readonly Entry[];
  state: RecordState;
} {
  const log = started();
  steps.forEach(([what, a, b], i) => {
    const [of, other] = [`inc-${(a % 3) + 1}`, `inc-${(b % 3) + 1}`];
    const report = { report: "rep-1" };
    const acts = [
      () => log.change(`e${i}`, "correction", of, { set: { effects: `effect ${b}` }, reason: "r" }),
      () => log.change(`e${i}`, "merge", of, { incidents: [other], reason: "r" }),
      () => splitAny(log, `e${i}`),
      () => log.change(`e${i}`, "link", of, report),
      () => log.change(`e${i}`, "unlink", of, { ...report, reason: "r" }),
      () => log.change(`e${i}`, "withdrawal", b > 2 ? "rep-1" : of, { by: "source", reason: "r" }),
      () => decideAny(log, `e${i}`, { of, way: b }),
      () =>
        log.say(`e${i}`, "redaction", {
          fields: {
            removes: [{ entry: of, fields: ["effects"] }],
            ground: "g",
            secondPerson: "bob",
          },
        }),
    ];
    acts[what]?.();
  });
  return { log, entries: [...log.entries], state: log.state };
}

function splitAny(log: Log, id: string): void {
  const merge = log.entries.findLast(
    ({ kind, id: each }) => kind === "merge" && log.state.merges.get(each) !== null,
  );
  if (merge?.of !== undefined && merge.of !== null)
    log.change(id, "split", merge.of, { merge: merge.id, reason: "r" });
}

function decideAny(log: Log, id: string, { of, way }: { of: string; way: number }): void {
  const from = log.thing(of).review?.state;
  const to = ["under-review", "verified", "contested", "rejected", "reported", "under-review"][way];
  const fields = {
    from,
    to,
    reasons: ["test"],
    examined: ["clm-1"],
    settles: ["rep-1"],
    secondPerson: "bob",
  };
  log.change(id, "decision", of, fields);
}
