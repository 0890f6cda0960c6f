// Histories of incidents: of a log written entry by entry, and of the seeds of the shipped cases, which no clock stamped.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { INCIDENT, Log, started, T0 } from "../../test/kit/record-log.ts";
import { formatInstant, parseInstant } from "../model/instant.ts";
import { rowId } from "../record/bytes/entry-id.ts";
import { fieldText } from "./field-text.ts";
import { incidentHistory } from "./history.ts";
import type { HistoryPage } from "./history.ts";
import { seedLog } from "./recorded.ts";
import type { RecordedLog } from "./recorded.ts";

const CASE = { settings: theCase.settings, sources: new Map() };

function held(log: Log): RecordedLog {
  const head = { size: log.entries.length, root: new Uint8Array(32), checkpoint: "" };
  return { head, entries: () => log.entries, state: () => log.state };
}

function historyOf(log: Log, id = "inc-1", asOf: string | null = null): HistoryPage {
  const at = asOf === null ? null : parseInstant(asOf);
  const page = incidentHistory(CASE, held(log), { id, asOf: at });
  if (page === null) throw new Error(`no history of ${id}`);
  return page;
}

const entriesOf = ({ steps }: HistoryPage) => steps.map(({ entry }) => entry);

describe("the history of an incident", () => {
  test("is what made it, what is claimed of it, and what changed either; other incidents are not in it", () => {
    const log = started();
    expect(
      log.change("cor-1", "correction", "inc-1", {
        set: { effects: "fire" },
        reason: "read again",
      }),
    ).toEqual([]);
    expect(
      log.change("cor-2", "correction", "clm-1", { set: { note: "by phone" }, reason: "said so" }),
    ).toEqual([]);
    expect(
      log.change("cor-3", "correction", "inc-2", { set: { effects: "none" }, reason: "x" }),
    ).toEqual([]);
    expect(log.change("lnk-1", "link", "inc-1", { report: "rep-1" })).toEqual([]);
    expect(entriesOf(historyOf(log))).toEqual([
      "inc-1",
      "rep-1",
      "clm-1",
      "cor-1",
      "cor-2",
      "lnk-1",
    ]);
    expect(entriesOf(historyOf(log, "inc-2"))).toEqual(["inc-2", "cor-3"]);
  });

  test("tells each changed field with what stood before, and who recorded it when", () => {
    const log = started();
    log.change(
      "cor-1",
      "correction",
      "inc-1",
      { set: { effects: "fire" }, reason: "first word" },
      "bea",
    );
    log.change(
      "cor-2",
      "correction",
      "inc-1",
      { set: { effects: "two fires" }, unset: ["object"], reason: "counted" },
      "cem",
    );
    const [first, second] = historyOf(log).steps.filter(({ kind }) => kind === "correction");
    expect(first).toMatchObject({
      actor: "bea",
      recordedAt: formatInstant(T0 + 7 * 60_000),
      reason: "first word",
      fields: [{ field: "effects", before: null, after: "fire" }],
    });
    expect(second).toMatchObject({
      actor: "cem",
      fields: [
        { field: "effects", before: "fire", after: "two fires" },
        { field: "object", before: null, after: null },
      ],
    });
  });

  test("tells a decision with both persons, its reasons and what was examined, and where the review stands", () => {
    const log = started();
    log.change("lnk-1", "link", "inc-1", { report: "rep-1" });
    expect(log.decide("dec-1", "under-review", {}, "ann")).toEqual([]);
    const more = { reasons: ["two outlets agree"], examined: ["rep-1"], secondPerson: "bea" };
    expect(log.decide("dec-2", "verified", more, "ann")).toEqual([]);
    const page = historyOf(log);
    expect(page.state).toBe("verified");
    expect(page.steps.at(-1)).toMatchObject({
      kind: "decision",
      fields: [],
      decision: { from: "under-review", to: "verified", settles: [], ...more },
    });
    expect(page.steps.at(-2)?.decision?.secondPerson).toBeNull();
  });

  test("keeps the three times apart: the event's, the report's, the recording's", () => {
    const step = historyOf(started()).steps[0];
    expect(step).toMatchObject({
      recordedAt: formatInstant(T0 + 2 * 60_000),
      known: { at: "2025-03-24T22:00:00Z", assumed: false },
      sources: ["src-1"],
    });
    expect(step?.fields.find(({ field }) => field === "occurred")?.after).toContain(
      "from 2025-03-24T12:00:00Z",
    );
  });

  test("as known before a correction was recorded ends before it", () => {
    const log = started();
    log.change("cor-1", "correction", "inc-1", { set: { effects: "fire" }, reason: "read again" });
    const then = historyOf(log, "inc-1", "2025-12-31T00:00Z");
    expect(entriesOf(then)).toEqual(["inc-1", "clm-1"]);
    expect(incidentHistory(CASE, held(log), { id: "inc-1", asOf: 0 })).toBeNull();
  });

  test("after a merge tells what it goes on as, and after the split no more", () => {
    const log = started();
    expect(
      log.change("mrg-1", "merge", "inc-2", { incidents: ["inc-1"], reason: "one event" }),
    ).toEqual([]);
    expect(historyOf(log)).toMatchObject({ state: "merged", goesOnAs: "inc-2" });
    expect(entriesOf(historyOf(log))).toContain("mrg-1");
    expect(
      log.change("spl-1", "split", "inc-2", { merge: "mrg-1", reason: "two after all" }),
    ).toEqual([]);
    expect(historyOf(log)).toMatchObject({ state: "reported", goesOnAs: null });
    expect(entriesOf(historyOf(log)).slice(-2)).toEqual(["mrg-1", "spl-1"]);
  });

  test("names what was redacted and when, and has its value no more", () => {
    const log = started();
    log.say("inc-9", "incident", { fields: { ...INCIDENT, effects: "CANARY", witness: "W" } });
    const removes = [{ entry: "inc-9", fields: ["effects"] }];
    const fields = { removes, ground: "safety", secondPerson: "bea" };
    expect(log.say("red-1", "redaction", { actor: "ann", fields })).toEqual([]);
    // The store takes the opening away; what it then reads has no such field.
    const entries = log.entries.map((entry) => {
      const { effects: _gone, ...rest } = entry.fields;
      return entry.id === "inc-9" ? { ...entry, fields: rest } : entry;
    });
    const page = incidentHistory(
      CASE,
      { ...held(log), entries: () => entries },
      { id: "inc-9", asOf: null },
    );
    expect(page?.redacted).toMatchObject([
      { field: "effects", at: formatInstant(T0 + 8 * 60_000) },
    ]);
    expect(page?.steps.map(({ kind }) => kind)).toEqual(["incident", "redaction"]);
    expect(JSON.stringify(page)).not.toContain("CANARY");
  });

  test("of a row of a dataset begins with that row alone", () => {
    const log = new Log();
    log.say("src-1", "source", { fields: { title: "t", outlet: "o", outletSide: "other" } });
    const { sources: _none, ...read } = INCIDENT;
    const rows = ["first", "second"].map((effects) => ({
      raw: "r",
      read: { ...read, sources: ["src-1"], effects },
    }));
    expect(
      log.say("rws-1", "rows", {
        fields: { source: "src-1", importer: "csv", dataset: "d" },
        rows,
      }),
    ).toEqual([]);
    const id = rowId(log.thing("rws-1").id, 1);
    const page = historyOf(log, id);
    expect(entriesOf(page)).toEqual([id]);
    expect(JSON.stringify(page)).toContain("second");
    expect(JSON.stringify(page)).not.toContain("first");
  });
});

describe("the history of a seed", () => {
  const log = seedLog(theCase);

  test("bears no time of recording and no person, and cites its sources whole, in every incident of the real case", () => {
    const cited = new Set<string>();
    for (const { id, claims } of theCase.incidents) {
      const page = incidentHistory(theCase, log, { id, asOf: null });
      expect(page).toMatchObject({ isSeeds: true, state: "reported" });
      expect(page?.steps.length).toBe(1 + claims.length);
      const stamps = page?.steps.flatMap(({ recordedAt, actor }) => [recordedAt, actor]);
      expect(new Set(stamps)).toEqual(new Set([null]));
      expect(JSON.stringify(page)).not.toContain("1970-");
      const named = new Set(page?.steps.flatMap(({ sources }) => sources));
      expect(page?.sources.map((source) => source.id)).toEqual([...named]);
      for (const one of named) cited.add(one);
    }
    expect([theCase.incidents.length > 200, cited.size > 20]).toEqual([true, true]);
  });
});

describe("a value as text", () => {
  test.each([
    ["effects", "fire", "fire"],
    ["aggregate", false, "false"],
    ["asOf", 0, "1970-01-01T00:00:00Z"],
    ["killed", { low: 0, high: null }, "low 0, high –"],
    ["sources", ["src-1", "src-2"], "src-1; src-2"],
    ["things", [], "–"],
    [
      "place",
      { name: "Sumy", point: { latE7: 509077000, lonE7: 347981000, radiusMeters: 500 } },
      "name Sumy, point (latE7 50.9077°, lonE7 34.7981°, radiusMeters 500)",
    ],
  ])("%s: %j", (name, value, text) => {
    expect(fieldText(name, value)).toBe(text);
  });
});
