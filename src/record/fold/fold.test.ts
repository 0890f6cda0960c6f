// The fold and its door: what changes a thing, and undo that undoes.
import { describe, expect, test } from "vitest";
import { INCIDENT, samePerson, started, substance, T0 } from "../../../test/kit/record-log.ts";
import type { Log } from "../../../test/kit/record-log.ts";
import { batchRefusals } from "./admit.ts";
import { EMPTY_STATE, goesOnAs, thingsOf } from "./state.ts";

describe("changes", () => {
  test("a correction keeps what stood before, with its reason", () => {
    const log = started();
    log.change("c", "correction", "inc-1", {
      set: { effects: "none seen" },
      unset: ["note"],
      reason: "typo",
    });
    expect(
      log.thing("inc-1").changes.map(({ field, before, after }) => [field, before, after]),
    ).toEqual([
      ["effects", null, "none seen"],
      ["note", null, null],
    ]);
    expect(log.thing("inc-1").setBy).toEqual({ effects: "c", note: "c" });
  });

  test.each<[string, object, RegExp]>([
    [
      "a field the kind has not",
      { set: { efects: "x" } },
      /no field "efects"; did you mean "effects"/,
    ],
    ["a value the field does not take", { set: { day: "24 March" } }, /"day" must be a day/],
    [
      "a closed field in the open",
      { set: { witness: "x" } },
      /"witness" does not belong into "set"/,
    ],
    ["taking away what is required", { set: {}, unset: ["day"] }, /lacks "day"/],
    ["taking away what there is not", { set: {}, unset: ["dya"] }, /no field "dya"/],
  ])("a correction is refused: %s", (_name, fields, says) => {
    expect(
      started()
        .change("c", "correction", "inc-1", { reason: "x", ...fields })
        .join("\n"),
    ).toMatch(says);
  });

  test("heads that moved are a conflict that names them; nothing is overwritten", () => {
    const log = started();
    const { heads } = log.thing("inc-1");
    log.change("c1", "correction", "inc-1", { set: { effects: "a" }, reason: "x" });
    const late = { of: "inc-1", parents: heads, fields: { set: { effects: "b" }, reason: "y" } };
    expect(log.say("c2", "correction", late).join()).toMatch(/^conflict: .*c1 came since/);
    expect(log.thing("inc-1").fields["effects"]).toBe("a");
  });

  test("ids that lead nowhere and ids that are taken are told at once", () => {
    const log = started();
    const fields = { ...INCIDENT, sources: ["src-9"] };
    expect(log.say("inc-1", "incident", { fields, causedBy: ["imp-9"] })).toEqual([
      `duplicate-id: "inc-1" is in the record already`,
      `dangling-id: "imp-9" is not in the record`,
      `dangling-id: "src-9" is not in the record`,
    ]);
  });

  test("a batch is judged one after the other, and whole", () => {
    const drafts = started().entries.map(
      ({ recordedAt: _at, clockSkewMs: _skew, ...draft }) => draft,
    );
    const how = { now: T0, samePerson };
    expect(batchRefusals(EMPTY_STATE, drafts, how)).toEqual([]);
    expect(batchRefusals(EMPTY_STATE, [...drafts].reverse(), how).length).toBeGreaterThan(3);
  });

  test("what speaks of a sealed thing is sealed in its compartment", () => {
    const log = started();
    const sealed = { compartment: "talks", isSealed: true };
    log.say("iss-1", "issue", { ...sealed, fields: { title: "x", stances: [] } });
    const about = { fields: { set: { title: "y" }, reason: "x" }, of: "iss-1", parents: ["iss-1"] };
    expect(log.say("c", "correction", about).join()).toMatch(/sealed in its compartment/);
    expect(
      log.say("c", "correction", { ...about, compartment: "other", isSealed: true }).join(),
    ).toMatch(/sealed/);
    expect(log.say("c", "correction", { ...about, ...sealed })).toEqual([]);
  });

  test("rows are incidents of their own, with ids of their batch", () => {
    const log = started();
    const { sources, ...read } = INCIDENT;
    expect(sources).toEqual(["src-1"]);
    const rows = [1, 2, 3].map((raw) => ({ raw: `row ${raw}`, read: { ...read, sources } }));
    expect(
      log.say("row-1", "rows", {
        rows,
        fields: { importer: "csv", dataset: "d", source: "src-2" },
      }),
    ).toEqual([]);
    expect(thingsOf(log.state, "incident").map(({ id }) => id)).toEqual([
      "inc-1",
      "inc-2",
      "inc-3",
      "row-1.0",
      "row-1.1",
      "row-1.2",
    ]);
    expect(
      log.change("c", "correction", "row-1.1", { set: { effects: "x" }, reason: "y" }),
    ).toEqual([]);
    expect(log.thing("row-1.1").fields["effects"]).toBe("x");
  });
});

describe("merge and split", () => {
  const merge = (
    log: Log,
    id: string,
    into: string,
    incidents: readonly string[],
  ): readonly string[] => log.change(id, "merge", into, { incidents, reason: "one event" });
  const split = (log: Log, id: string, of: string, which: string): readonly string[] =>
    log.change(id, "split", of, { merge: which, reason: "two after all" });

  test("all ids live on, and a merge then its split is nothing but its trace", () => {
    const log = started();
    log.decide("u", "under-review");
    const before = substance(log.state);
    expect(merge(log, "m", "inc-2", ["inc-1", "inc-3"])).toEqual([]);
    expect(log.thing("inc-1").review?.state).toBe("merged");
    expect(goesOnAs(log.state, log.thing("inc-1").id)).toBe("inc-2");
    expect(split(log, "s", "inc-2", "m")).toEqual([]);
    expect(substance(log.state)).toEqual(before);
    expect(log.thing("inc-2").heads).toEqual(["s"]);
  });

  test("of two merges in a chain either may be taken back first", () => {
    for (const order of [
      ["m1", "m2"],
      ["m2", "m1"],
    ]) {
      const log = started();
      const before = substance(log.state);
      merge(log, "m1", "inc-2", ["inc-1"]);
      merge(log, "m2", "inc-3", ["inc-2"]);
      expect(goesOnAs(log.state, log.thing("inc-1").id)).toBe("inc-3");
      for (const id of order)
        expect(split(log, `s-${id}`, id === "m1" ? "inc-2" : "inc-3", id)).toEqual([]);
      expect(substance(log.state)).toEqual(before);
    }
  });

  test.each<[string, (log: Log) => readonly string[], RegExp]>([
    ["with itself", (log) => merge(log, "m", "inc-1", ["inc-1"]), /with itself/],
    [
      "of a part of another",
      (log) => (merge(log, "m", "inc-2", ["inc-1"]), merge(log, "n", "inc-3", ["inc-1"])),
      /part of "inc-2" already/,
    ],
    [
      "into a part, which would be a circle",
      (log) => (merge(log, "m", "inc-2", ["inc-1"]), merge(log, "n", "inc-1", ["inc-2"])),
      /part of "inc-2" already/,
    ],
    ["of a claim", (log) => merge(log, "m", "inc-1", ["clm-1"]), /incidents merge/],
    [
      "a split twice",
      (log) => (
        merge(log, "m", "inc-2", ["inc-1"]),
        split(log, "s", "inc-2", "m"),
        split(log, "t", "inc-2", "m")
      ),
      /no merge of "inc-2" that stands/,
    ],
    [
      "a split of another's merge",
      (log) => (merge(log, "m", "inc-2", ["inc-1"]), split(log, "s", "inc-3", "m")),
      /no merge of "inc-3"/,
    ],
    [
      "a decision on a part",
      (log) => (merge(log, "m", "inc-2", ["inc-1"]), log.decide("d", "under-review")),
      /leads to nothing/,
    ],
  ])("is refused: %s", (_name, act, says) => {
    expect(act(started()).join("\n")).toMatch(says);
  });
});
