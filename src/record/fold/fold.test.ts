// The fold and its door: each step of review as a table, undo that undoes, three times apart.
import { describe, expect, test } from "vitest";
import {
  EVENT,
  INCIDENT,
  plain,
  samePerson,
  started,
  substance,
  T0,
} from "../../../test/kit/record-log.ts";
import type { Log } from "../../../test/kit/record-log.ts";
import { DAY_MS } from "../../model/instant.ts";
import { parseDraft } from "../kinds/entry.ts";
import { batchRefusals, refusals } from "./admit.ts";
import { asOf, headAt, knownAt, publications } from "./as-of.ts";
import { fold } from "./fold.ts";
import { hiddenBy, withHidden } from "./hidden.ts";
import { allReportsWithdrawn, EMPTY_STATE, goesOnAs, thingsOf } from "./state.ts";

describe("review of an incident", () => {
  test("goes its way with two persons, and stamps who", () => {
    const log = started();
    expect(log.decide("d1", "under-review")).toEqual([]);
    expect(log.change("l1", "link", "inc-1", { report: "rep-1" })).toEqual([]);
    expect(log.decide("d2", "verified", { secondPerson: "bob" })).toEqual([]);
    expect(log.decide("d3", "contested", { examined: ["clm-1"] })).toEqual([]);
    expect(log.decide("d4", "verified", { secondPerson: "bob", settles: ["rep-1"] })).toEqual([]);
    expect(log.decide("d5", "rejected", { secondPerson: "bob", reasons: ["fabricated"] })).toEqual(
      [],
    );
    expect(log.decide("d6", "under-review")).toEqual([]);
    expect(log.thing("inc-1").review?.by).toEqual({
      entry: "d6",
      actor: "ann",
      recordedAt: T0 + 13 * 60_000,
      secondPerson: null,
    });
  });

  test.each<[string, (log: Log) => readonly string[], RegExp]>([
    [
      "straight to verified",
      (log) => log.decide("d", "verified", { secondPerson: "bob" }),
      /leads to under-review, rejected/,
    ],
    [
      "to merged by a decision",
      (log) => log.decide("d", "merged"),
      /leads to under-review, rejected; found merged/,
    ],
    [
      "rejected by one",
      (log) => log.decide("d", "rejected", { reasons: ["test"] }),
      /"secondPerson" is missing/,
    ],
    [
      "rejected by two accounts of one",
      (log) => log.decide("d", "rejected", { reasons: ["test"], secondPerson: "ann-too" }),
      /are one/,
    ],
    [
      "rejected for no listed reason",
      (log) => log.decide("d", "rejected", { secondPerson: "bob" }),
      /one of the reasons/,
    ],
    [
      "from where it is not",
      (log) =>
        log.decide("d", "rejected", { from: "verified", reasons: ["test"], secondPerson: "bob" }),
      /inc-1" is reported/,
    ],
    [
      "a decision on a claim",
      (log) =>
        log.change("d", "decision", "clm-1", {
          from: "reported",
          to: "verified",
          reasons: ["x"],
          examined: [],
          secondPerson: "bob",
        }),
      /incidents are reviewed/,
    ],
  ])("is refused: %s", (_name, act, says) => {
    const log = started();
    const before = log.state;
    const found = act(log).join("\n");
    expect(found).toMatch(says);
    expect(found).toMatch(/^transition-refused/);
    expect(log.state).toBe(before);
  });

  test.each<[string, (log: Log) => readonly string[], RegExp]>([
    [
      "one origin and no attachment",
      (log) => log.decide("v", "verified", { secondPerson: "bob" }),
      /found 1 and 0/,
    ],
    [
      "by its recorder",
      (log) => log.decide("v", "verified", { secondPerson: "rec", examined: ["att-1"] }),
      /"rec" recorded this/,
    ],
    ["alone", (log) => log.decide("v", "verified", { examined: ["att-1"] }), /two persons/],
    [
      "contested without a claim",
      (log) => log.decide("v", "contested", { examined: ["src-2"] }),
      /claim that contradicts/,
    ],
    [
      "taken from another within seven days",
      (log) => log.decide("v", "under-review", {}, "bob"),
      /"ann" has taken this review/,
    ],
  ])("under review, is refused: %s", (_name, act, says) => {
    const log = started();
    log.say("att-1", "attachment", {
      fields: { mediaType: "image/jpeg", size: 1, obtained: "sent" },
    });
    log.decide("u", "under-review");
    expect(act(log).join("\n")).toMatch(says);
  });

  test("one attachment or two outlets are enough, and a withdrawn report's outlet is none", () => {
    const log = started();
    log.say("att-1", "attachment", {
      fields: { mediaType: "image/jpeg", size: 1, obtained: "sent" },
    });
    log.decide("u", "under-review");
    log.change("l", "link", "inc-1", { report: "rep-1" });
    log.change("w", "withdrawal", "rep-1", { by: "source", reason: "wrong day" });
    expect(allReportsWithdrawn(log.state, log.thing("inc-1"))).toBe(true);
    expect(log.decide("v", "verified", { secondPerson: "bob" }).join()).toMatch(/found 1 and 0/);
    expect(log.decide("v", "verified", { secondPerson: "bob", examined: ["att-1"] })).toEqual([]);
  });

  test("a review is free for others after seven days", () => {
    const log = started();
    log.decide("u", "under-review");
    const draft = parseDraft({
      id: "t",
      kind: "decision",
      of: "inc-1",
      actor: "bob",
      parents: log.thing("inc-1").heads,
      fields: { from: "under-review", to: "under-review", reasons: ["mine"], examined: [] },
    }).value;
    if (draft === null) return expect.unreachable();
    const at = (now: number): number => refusals(log.state, draft, { now, samePerson }).length;
    const taken = log.thing("inc-1").review?.by?.recordedAt ?? 0;
    expect([at(taken + 7 * DAY_MS - 1), at(taken + 7 * DAY_MS)]).toEqual([1, 0]);
  });

  test("contested goes back only by naming what settled it", () => {
    const log = started();
    log.decide("u", "under-review");
    log.decide("c", "contested", { examined: ["clm-1"] });
    expect(log.decide("r", "under-review").join()).toMatch(/what settled the contest/);
    expect(log.decide("r", "under-review", { settles: ["rep-1"] })).toEqual([]);
  });
});

describe("two persons", () => {
  const removes = [{ entry: "inc-1", fields: ["effects"] }];

  test("for a redaction, a key, and a policy that opens or eases; one for the first policy and for closing", () => {
    const log = started();
    expect(log.say("r", "redaction", { fields: { removes, ground: "safety" } }).join()).toMatch(
      /a redaction needs two/,
    );
    expect(log.say("k", "key", { fields: { vkey: "x", change: "added" } }).join()).toMatch(
      /change of keys needs two/,
    );
    const policy = (id: string, fields: object): readonly string[] =>
      log.say(id, "policy", { fields: { reason: "x", ...fields } });
    expect(policy("p1", { review: { origins: 3 } })).toEqual([]);
    expect(policy("p2", { classes: { incident: { effects: "restricted" } } })).toEqual([]);
    expect(policy("p3", { classes: { incident: { effects: "public" } } }).join()).toMatch(
      /needs two/,
    );
    expect(policy("p4", { review: { persons: 1 } }).join()).toMatch(/needs two/);
    expect(policy("p4", { review: { persons: 1 }, secondPerson: "bob" })).toEqual([]);
    expect(log.state.policy.review).toEqual({ origins: 3, attachments: 1, persons: 1 });
    expect(log.say("k", "key", { fields: { vkey: "x", change: "added" } })).toEqual([]);
  });

  test("a redacted value is gone from the state, and the state says since when", () => {
    const log = started();
    log.change("c", "correction", "inc-1", {
      set: { effects: "two floors" },
      reason: "more is known",
    });
    log.say("r", "redaction", {
      fields: {
        removes: [{ entry: "inc-1", fields: ["place"] }],
        ground: "safety",
        secondPerson: "bob",
      },
    });
    expect(JSON.stringify(log.thing("inc-1"))).not.toContain("Kharkiv");
    expect(Object.keys(log.thing("inc-1").redacted)).toEqual(["place"]);
    expect(log.thing("inc-1").fields["effects"]).toBe("two floors");
  });

  test("a redacted correction leaves the field redacted, and does not bring back what stood before it", () => {
    const log = started();
    const correct = (id: string, effects: string): readonly string[] =>
      log.change(id, "correction", "inc-1", { set: { effects }, reason: "told" });
    const redact = (id: string, more: object): readonly string[] => {
      const removes = [{ entry: "c2", fields: ["set"], ...more }];
      return log.say(id, "redaction", {
        fields: { removes, ground: "safety", secondPerson: "bob" },
      });
    };
    correct("c1", "first words");
    correct("c2", "a name");
    expect(redact("r1", {}).join()).toMatch(/"hides" lacks effects/);
    expect(redact("r2", { hides: ["effects"] })).toEqual([]);
    const thing = log.thing("inc-1");
    expect(JSON.stringify(thing)).not.toContain("a name");
    expect([thing.fields["effects"], thing.redacted["effects"]?.entry]).toEqual([undefined, "r2"]);
    // The disk has no value any more: what is folded again from it is the same, and so are the views before.
    const hidden = hiddenBy(log.entries);
    const kept = log.entries.map((entry) => {
      const { set: _set, ...fields } = entry.fields;
      return withHidden(entry.id === "c2" ? { ...entry, fields } : entry, hidden);
    });
    expect(plain(fold(EMPTY_STATE, kept))).toEqual(plain(log.state));
    const before = fold(EMPTY_STATE, kept.slice(0, -1)).things.get("inc-1");
    expect([before?.fields["effects"], before?.redacted["effects"]?.entry]).toEqual([
      undefined,
      "r2",
    ]);
    correct("c3", "later words");
    expect(log.thing("inc-1").fields["effects"]).toBe("later words");
    expect(log.thing("inc-1").changes.at(-1)?.before).toBe(null);
  });

  test("a redacted row is read no more, and stands where it stood", () => {
    const log = started();
    const { sources: _sources, ...read } = INCIDENT;
    const rows = [1, 2].map((raw) => ({
      raw: `row ${raw}`,
      read: { ...read, sources: ["src-1"] },
    }));
    log.say("row-1", "rows", { fields: { importer: "csv", dataset: "d", source: "src-1" }, rows });
    const removes = [{ entry: "row-1.1", fields: ["raw", "read"] }];
    log.say("r", "redaction", { fields: { removes, ground: "safety", secondPerson: "bob" } });
    expect(log.thing("row-1.0").fields["place"]).toBeDefined();
    expect(log.thing("row-1.1").fields).toEqual({ sources: ["src-1"] });
  });
});

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

describe("three times", () => {
  const zone = "Europe/Kyiv";

  test("an entry is known from its source's day, a point of a series from its own time, the rest from its recording", () => {
    const log = started();
    log.say("src-3", "source", { fields: { title: "t", outlet: "x", outletSide: "other" } });
    log.say("inc-9", "incident", { fields: { ...INCIDENT, sources: ["src-3"] } });
    log.say("clm-9", "claim", {
      of: "inc-1",
      fields: { predicate: "casualties", by: "UA", source: "src-1", asOf: EVENT + 5 },
    });
    log.decide("u", "under-review");
    const published = publications(log.entries, zone);
    const known = (id: string): unknown => {
      const entry = log.entries.find((each) => each.id === id);
      return entry === undefined ? null : knownAt(entry, published, zone);
    };
    const endOf24 = Date.UTC(2025, 2, 24, 22);
    expect(known("src-1")).toEqual({ at: endOf24, isAssumed: false });
    expect(known("inc-1")).toEqual({ at: endOf24, isAssumed: false });
    expect(known("inc-9")).toEqual({ at: EVENT + 60_000, isAssumed: true });
    expect(known("clm-9")).toEqual({ at: EVENT + 5, isAssumed: false });
    expect(known("u")).toEqual({ at: T0 + 10 * 60_000, isAssumed: false });
  });

  test("what was known on a day holds what was entered years later, and no decision of later", () => {
    const log = started();
    log.decide("u", "under-review");
    const view = asOf(log.entries, log.entries.length, { at: Date.UTC(2025, 2, 25), zone });
    expect(view.state.things.get("inc-1")?.review?.state).toBe("reported");
    expect(thingsOf(view.state).map(({ id }) => id)).toEqual([
      "src-1",
      "src-2",
      "inc-1",
      "inc-2",
      "inc-3",
      "rep-1",
      "clm-1",
    ]);
    const before = asOf(log.entries, log.entries.length, { at: Date.UTC(2025, 2, 24), zone });
    expect(thingsOf(before.state)).toEqual([]);
    expect(before.state.size).toBe(log.entries.length);
  });

  test("a head by instant counts what was recorded by then", () => {
    const { entries } = started();
    expect([T0 - 1, T0, T0 + 60_000, Infinity].map((at) => headAt(entries, at))).toEqual([
      0, 1, 2, 7,
    ]);
    expect(headAt([], 0)).toBe(0);
  });
});
