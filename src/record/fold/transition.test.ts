// States of an incident: who may decide what, with whom, and on what it has to rest.
import { describe, expect, test } from "vitest";
import { INCIDENT, plain, samePerson, started, T0 } from "../../../test/kit/record-log.ts";
import type { Log } from "../../../test/kit/record-log.ts";
import { DAY_MS } from "../../model/instant.ts";
import { parseDraft } from "../kinds/entry.ts";
import { refusals } from "./admit.ts";
import { fold } from "./fold.ts";
import { hiddenBy, withHidden } from "./hidden.ts";
import { allReportsWithdrawn, EMPTY_STATE } from "./state.ts";

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
