// The record as programs hold it: whole requests, what each author may see, recorded time, the case's seeds.
import { describe, expect, test } from "vitest";
import { loadCase } from "../case/load-case.ts";
import { STANDING_FILE, standingText } from "../case/standing-file.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import type { Draft } from "../record/kinds/entry.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { checkCheckpoint, parseCheckpoint } from "../record/note/checkpoint.ts";
import { parseVkey } from "../record/note/vkey.ts";
import { standing } from "../record/seed-entries/standing.ts";
import { treeRoot } from "../record/tree/proof.ts";
import { filesOf } from "../../test/kit/load-folder.ts";
import { INCIDENT, plain } from "../../test/kit/record-log.ts";
import { CaseRecord } from "./case-record.ts";
import type { Keeping } from "./case-record.ts";
import { sha256, verifyEd25519 } from "./hashing.ts";
import { logKey, makeKeyPem } from "./log-key.ts";
import { memoryStore } from "./memory-store.ts";
import { appendSeeds } from "./seeds.ts";

const KEY = logKey("truceline.example/test", makeKeyPem());
const TALKS: Viewer = { restricted: true, compartments: new Set(["talks"]) };
const SOURCE = { title: "t", outlet: "one", outletSide: "other", published: "2025-03-24" };

function newRecord(more: Partial<Keeping> = {}): CaseRecord {
  return new CaseRecord(memoryStore(), { key: KEY, ...more });
}

function draft(id: string, kind: string, more: object = {}): Draft {
  const { value, problems } = parseDraft({ id, kind, actor: "ann", ...more });
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

/** The parts of a case that its record holds. */
const RECORDED = [
  "sources",
  "incidents",
  "events",
  "statements",
  "meetings",
  "instrumentRecords",
] as const;

const source = draft("src-1", "source", { fields: SOURCE });
const incident = (id: string): Draft => draft(id, "incident", { fields: INCIDENT });
const codesOf = (answer: {
  readonly problems: readonly { readonly code: string }[];
}): readonly string[] => answer.problems.map(({ code }) => code);

describe("append", () => {
  test("keeps a request whole, signed, with the root of its leaves", async () => {
    const record = newRecord();
    const { value } = await record.append([source, incident("inc-1")]);
    expect([value?.first, value?.count, record.size]).toEqual([0, 2, 2]);
    const signed = parseCheckpoint(value?.head.checkpoint ?? "", "head").value;
    const key = parseVkey(sha256, KEY.vkey);
    if (signed === null || key === null) throw new Error("no checkpoint");
    expect(checkCheckpoint(signed, key, { verify: verifyEd25519, at: "head" })).toEqual([]);
    expect(signed.checkpoint.root).toEqual(treeRoot(record.hashes(), 2));
    expect(record.see(1)?.openings["day"]?.value).toBe("2025-03-24");
  });

  test("keeps nothing of a request of which one entry is refused, and tells every problem", async () => {
    const record = newRecord();
    const answer = await record.append([
      source,
      incident("inc-1"),
      incident("inc-1"),
      draft("clm-1", "claim", {
        of: "inc-9",
        fields: { predicate: "denial", by: "RU", source: "src-7", denies: "event" },
      }),
    ]);
    expect(codesOf(answer)).toEqual(["duplicate-id", "dangling-id", "dangling-id"]);
    expect(record.size).toBe(0);
  });

  test("requests that come together stand one after the other; a refused one leaves the others alone", async () => {
    const record = newRecord();
    const answers = await Promise.all([
      record.append([source]),
      record.append([incident("inc-1")]),
      record.append([incident("inc-1")]),
      record.append([incident("inc-2")]),
    ]);
    expect(answers.map(({ value }) => value?.first ?? null)).toEqual([0, 1, null, 2]);
    expect(new Set(answers.map(({ value }) => value?.head.size))).toEqual(new Set([undefined, 3]));
  });

  test("the same key again gives the same answer and keeps nothing", async () => {
    const record = newRecord();
    const both = await Promise.all([1, 2].map(() => record.append([source], { key: "req-1" })));
    const later = await record.append([source], { key: "req-1" });
    expect([...both, later].map(({ value }) => value?.first)).toEqual([0, 0, 0]);
    expect(record.size).toBe(1);
  });

  test("a record without a key is only read", async () => {
    await expect(newRecord({ key: null }).append([source])).rejects.toThrow("for reading only");
  });
});

describe("what an author may not see", () => {
  const position = draft("pos-1", "position", {
    isSealed: true,
    compartment: "talks",
    fields: { party: "RU", issue: "scope", holds: ["energy"], statements: [] },
  });
  const note = { fields: { predicate: "denial", by: "RU", source: "src-1", denies: "event" } };

  test("is to a stranger as if it were not there", async () => {
    const record = newRecord();
    await record.append([source, position], { viewer: TALKS });
    const [sealed, nothing] = await Promise.all(
      ["pos-1", "pos-2"].map((of) => record.append([draft(`clm-${of}`, "claim", { of, ...note })])),
    );
    expect(codesOf(sealed ?? { problems: [] })).toEqual(["dangling-id"]);
    expect(JSON.stringify(sealed?.problems).replaceAll("pos-1", "pos-2")).toBe(
      JSON.stringify(nothing?.problems),
    );
    expect(record.state().things.get("pos-1")).toBe(undefined);
    expect(record.state(TALKS).things.get("pos-1")?.fields["party"]).toBe("RU");
  });

  test("a sealed correction of an open thing is no head of it to a stranger, and no open leaf names it", async () => {
    const record = newRecord();
    await record.append([source, incident("inc-1")]);
    const sealed = draft("cor-1", "correction", {
      of: "inc-1",
      parents: ["inc-1"],
      isSealed: true,
      compartment: "talks",
      fields: { set: { effects: "two dead" }, reason: "told in private" },
    });
    expect((await record.append([sealed], { viewer: TALKS })).problems).toEqual([]);
    const open = draft("cor-2", "correction", {
      of: "inc-1",
      parents: ["inc-1"],
      fields: { set: { effects: "none" }, reason: "said in public" },
    });
    expect((await record.append([open])).problems).toEqual([]);
    expect(record.state().things.get("inc-1")?.fields["effects"]).toBe("none");
    const naming = draft("cor-3", "correction", {
      of: "inc-1",
      parents: ["cor-1", "cor-2"],
      fields: { set: { effects: "one" }, reason: "both seen" },
    });
    expect(codesOf(await record.append([naming], { viewer: TALKS }))).toEqual(["bad-value"]);
    const mending = { ...naming, parents: naming.parents.slice(1) };
    expect((await record.append([mending], { viewer: TALKS })).problems).toEqual([]);
  });
});

describe("recorded time", () => {
  test("never decreases; a clock that stands behind the log is written down", async () => {
    let now = Date.UTC(2026, 0, 1);
    const record = newRecord({ clock: { now: () => now, steady: () => 0 } });
    await record.append([source]);
    now -= 3_600_000;
    await record.append([incident("inc-1")]);
    const [first, second] = [record.see(0)?.leaf, record.see(1)?.leaf];
    expect(second?.recordedAt).toBe(first?.recordedAt);
    expect([first?.clockSkewMs, second?.clockSkewMs]).toEqual([undefined, 3_600_000]);
  });

  test("a clock that runs ahead of the time that has passed stops writing until it returns or is accepted", async () => {
    let [now, steady] = [Date.UTC(2026, 0, 1), 0];
    const record = newRecord({ clock: { now: () => now, steady: () => steady } });
    now += 2 * 3_600_000;
    await expect(record.append([source])).rejects.toMatchObject({ code: "clock-jumped" });
    steady += 2 * 3_600_000;
    expect((await record.append([source])).problems).toEqual([]);
    now += 5 * 3_600_000;
    await expect(record.append([incident("inc-1")])).rejects.toMatchObject({
      code: "clock-jumped",
    });
    record.acceptClock();
    expect((await record.append([incident("inc-1")])).problems).toEqual([]);
  });
});

describe("views", () => {
  test("carried on batch by batch they are what a fold of everything gives", async () => {
    const store = memoryStore();
    const record = new CaseRecord(store, { key: KEY });
    for (const viewer of [PUBLIC_VIEWER, TALKS]) record.state(viewer);
    await record.append([source, incident("inc-1"), incident("inc-2")]);
    await record.append([
      draft("pol-1", "policy", {
        fields: { reason: "exact", classes: { incident: { effects: "restricted" } } },
      }),
    ]);
    await record.append([
      draft("mer-1", "merge", {
        of: "inc-1",
        parents: ["inc-1"],
        fields: { incidents: ["inc-2"], reason: "same" },
      }),
    ]);
    const again = new CaseRecord(store, { key: null });
    for (const viewer of [PUBLIC_VIEWER, TALKS]) {
      expect(plain(record.state(viewer))).toEqual(plain(again.state(viewer)));
    }
  });
});

describe("the seeds of a case", () => {
  const files = filesOf("cases/example");

  test("become entries once, and the case read from them is the case of the files", async () => {
    const record = newRecord();
    const by = { actor: "ann", viewer: TALKS };
    const seeded = await appendSeeds(record, files, by);
    expect([seeded.problems, seeded.known, seeded.changed]).toEqual([[], 0, []]);
    expect(record.size).toBe(seeded.appended);
    const again = await appendSeeds(record, files, by);
    expect([again.appended, again.known]).toEqual([0, seeded.appended]);
    const head = { size: record.size, root: "ab" };
    const { things } = standing(record.state());
    const withRecord = new Map(files).set(STANDING_FILE, standingText({ head, things }));
    const fromRecord = loadCase(withRecord).value;
    const fromFiles = loadCase(files).value;
    if (fromRecord === null || fromFiles === null) throw new Error("no case");
    expect([fromRecord.logHead, fromFiles.logHead.size]).toEqual([head, 0]);
    for (const part of RECORDED) expect(fromRecord[part], part).toEqual(fromFiles[part]);
  });

  test("a row that changed in the file is named, and the record stays as it is", async () => {
    const record = newRecord();
    const by = { actor: "ann", viewer: TALKS };
    await appendSeeds(record, files, by);
    const path = "record/sources.yaml";
    const edited = (files.get(path) ?? "").replace(/title: .*/, "title: another title");
    const again = await appendSeeds(record, new Map(files).set(path, edited), by);
    expect([again.appended, again.changed.length]).toEqual([0, 1]);
  });
});

describe("redaction", () => {
  test("of a correction: the value is gone, every view of every head says redacted, and the proofs hold", async () => {
    const store = memoryStore();
    const record = new CaseRecord(store, { key: KEY });
    const by = { viewer: TALKS };
    await record.append([source, incident("inc-1")], by);
    const set = { effects: "a name" };
    const parents = ["inc-1"];
    await record.append(
      [draft("cor-1", "correction", { of: "inc-1", parents, fields: { set, reason: "told" } })],
      by,
    );
    const removes = [{ entry: "cor-1", fields: ["set"], hides: ["effects"] }];
    const redaction = draft("red-1", "redaction", {
      fields: { removes, ground: "safety", secondPerson: "bob" },
    });
    expect((await record.append([redaction], by)).problems).toEqual([]);
    const again = new CaseRecord(store, { key: null });
    for (const held of [record, again]) {
      expect(JSON.stringify(plain(held.state()))).not.toContain("a name");
      expect(held.state().things.get("inc-1")?.redacted["effects"]?.entry).toBe("red-1");
      expect(held.see(2)?.redacted).toEqual(["set"]);
    }
    const { state } = again.asOf({ head: 3, at: Infinity, zone: "UTC" });
    expect(state.things.get("inc-1")?.redacted["effects"]?.entry).toBe("red-1");
  });

  test("names what its author sees and what is still there", async () => {
    const record = newRecord();
    await record.append([source, incident("inc-1")]);
    const redact = (id: string, fields: readonly string[]) => {
      const removes = [{ entry: "inc-1", fields }];
      return record.append([
        draft(id, "redaction", { fields: { removes, ground: "safety", secondPerson: "bob" } }),
      ]);
    };
    expect(codesOf(await redact("red-1", ["palce"]))).toEqual(["unknown-field"]);
    expect((await redact("red-2", ["place"])).problems).toEqual([]);
    expect(codesOf(await redact("red-3", ["place"]))).toEqual(["unknown-field"]);
  });
});
