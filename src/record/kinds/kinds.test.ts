// Entries: what a kind demands is told at once, everything is committed, and nobody sees more than the one projection gives.
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../model/canonical.ts";
import { toBase64 } from "../bytes/base64.ts";
import { commit } from "../bytes/commitment.ts";
import { newEntryId } from "../bytes/entry-id.ts";
import { MOST_FIELDS, parseLeaf } from "../bytes/leaf.ts";
import { fromUtf8 } from "../bytes/utf8.ts";
import { appendLeaf, EMPTY_FRONTIER } from "../tree/frontier.ts";
import { leafHash } from "../tree/hash-tree.ts";
import { checkInclusion, proveInclusion, treeRoot } from "../tree/proof.ts";
import { fromBase64Url } from "../bytes/base64.ts";
import { commitEntry } from "./commit-entry.ts";
import type { CommittedEntry } from "./commit-entry.ts";
import { draftJson, parseDraft } from "./entry.ts";
import type { Draft, Entry } from "./entry.ts";
import { KINDS, ruleOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";
import { project, PUBLIC_VIEWER } from "./project.ts";
import type { ProjectedEntry } from "./project.ts";
import { upConvert } from "./up-convert.ts";

const INCIDENT = {
  day: "2025-03-24",
  occurred: { from: 0, until: 3_600_000, basis: "stated", assumed: false },
  place: {
    name: "Harbour",
    names: {},
    admin1: null,
    country: "Northland",
    regions: [],
    point: null,
  },
  acts: [{ value: "strike", claims: ["src-001"] }],
  means: [],
  things: [],
  sources: ["src-001"],
};
const POINT = { lonE7: 362_345_678, latE7: 499_876_543, radiusMeters: 25 };

let salts = 0;
const how = { sha256, drawSalt: () => sha256(Uint8Array.of(salts % 256, salts++ >> 8)) };

function draft(more: object): Draft {
  const read = parseDraft({
    id: "inc-001",
    kind: "incident",
    actor: "p-1",
    fields: INCIDENT,
    ...more,
  });
  if (read.value === null) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function committed(more: object): CommittedEntry {
  const entry: Entry = { ...draft(more), recordedAt: 1_742_817_600_000, clockSkewMs: 0 };
  const { value, problems } = commitEntry(how, entry);
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

const messages = (value: unknown): readonly string[] =>
  parseDraft(value).problems.map(({ at, message }) => `${at}: ${message}`);

describe("kinds", () => {
  const kinds = Object.keys(KINDS) as Kind[];

  test("each has at most 24 fields, a prefix of its own and a value test for each field", () => {
    expect(kinds.length).toBe(35);
    for (const kind of kinds) {
      const names = Object.keys(ruleOf(kind).fields);
      expect(names.length, kind).toBeLessThanOrEqual(MOST_FIELDS);
      expect(ruleOf(kind).prefix, kind).toMatch(/^[a-z]{3}$/);
    }
    expect(new Set(kinds.map((kind) => ruleOf(kind).prefix)).size).toBe(kinds.length);
  });

  test("an incident holds no figure of the dead or hurt", () => {
    expect(
      Object.keys(KINDS.incident.fields).filter((name) => /kill|injur|dead|casual/i.test(name)),
    ).toEqual([]);
  });

  test("no field takes null as its value: null is what stands for absent", () => {
    const tests = kinds.flatMap((kind) =>
      Object.entries(ruleOf(kind).fields).map(
        ([name, rule]) => [`${kind}.${name}`, rule.value] as const,
      ),
    );
    expect(tests.filter(([, value]) => value.holds(null)).map(([name]) => name)).toEqual([]);
  });
});

describe("a draft", () => {
  test("comes back from its JSON", () => {
    const one = draft({
      parents: ["inc-000"],
      causedBy: ["x"],
      compartment: "talks",
      isSealed: true,
    });
    expect(parseDraft(draftJson(one)).value).toEqual(one);
  });

  test("every fault is told at once, with the nearest name", () => {
    const { day, ...rest } = INCIDENT;
    const bad = { ...rest, ocurred: 1, means: "drone", aggregate: 1 };
    expect(day).toBe("2025-03-24");
    expect(
      messages({
        id: "inc-7K3Q9FZ2-0",
        kind: "incident",
        of: "inc-001",
        colour: 1,
        fields: bad,
        parents: ["a", "a"],
      }),
    ).toEqual([
      `inc-7K3Q9FZ2-0: colour: "colour" is no member of an entry`,
      `inc-7K3Q9FZ2-0: id: "inc-7K3Q9FZ2-0" is no id; a character may be wrong`,
      `inc-7K3Q9FZ2-0: actor: an entry says who recorded it`,
    ]);
    expect(
      messages({
        id: "inc-1",
        kind: "incident",
        actor: "p-1",
        of: "inc-001",
        fields: bad,
        parents: ["a", "a"],
      }),
    ).toEqual([
      `inc-1: of: incident creates a thing and has no "of"`,
      `inc-1: parents: "parents" names an id twice`,
      `inc-1: fields.aggregate: "aggregate" must be true or false`,
      `inc-1: fields.means: "means" must be a list, each a map of value, claims`,
      `inc-1: fields.ocurred: incident has no field "ocurred"; did you mean "occurred"?`,
      `inc-1: fields.day: incident lacks "day"`,
    ]);
  });

  test.each<[string, unknown, RegExp]>([
    ["no map", [], /a map of members/],
    ["a kind that is none", { kind: "incidnet", id: "a", actor: "p" }, /did you mean "incident"/],
    ["a kind named like a method", { kind: "toString", id: "a", actor: "p" }, /unknown kind/],
    [
      "a fraction",
      { id: "a", kind: "incident", actor: "p", fields: { lon: 1.5 } },
      /not a whole number/,
    ],
    [
      "an id of another kind",
      { id: newEntryId("src", () => Uint8Array.of(0, 0, 0, 0, 4)), kind: "incident", actor: "p" },
      /begins with "inc-"/,
    ],
    [
      "a correction of nothing",
      { id: "a", kind: "correction", actor: "p", fields: { set: {}, reason: "x" } },
      /what it is about/,
    ],
    [
      "a sealed entry without compartment",
      { id: "a", kind: "issue", actor: "p", isSealed: true },
      /names its compartment/,
    ],
    ["rows of an incident", { id: "a", kind: "incident", actor: "p", rows: [] }, /has no rows/],
    ["a batch without rows", { id: "a", kind: "rows", actor: "p" }, /at least one row/],
    [
      "a format of tomorrow",
      { id: "a", kind: "incident", actor: "p", format: "incident/9" },
      /newer than incident\/1/,
    ],
    [
      "a format of another kind",
      { id: "a", kind: "incident", actor: "p", format: "claim/1" },
      /format of incident/,
    ],
  ])("%s is refused", (_name, value, says) => {
    expect(messages(value).join("\n")).toMatch(says);
  });

  test("an older format is read through its steps, and one step each", () => {
    const steps = {
      claim: [(old: object) => ({ ...old, two: 2 }), (old: object) => ({ ...old, three: 3 })],
    };
    const read = (format: string): unknown =>
      upConvert("claim", format, { fields: { one: 1 }, at: "x", steps }).value;
    expect(read("claim/1")).toEqual({ one: 1, two: 2, three: 3 });
    expect(read("claim/2")).toEqual({ one: 1, three: 3 });
    expect(read("claim/3")).toEqual({ one: 1 });
    expect(read("claim/4")).toBe(null);
  });

  test("a row may hold public fields only, and a batch a thousand", () => {
    const row = { raw: "1;2", read: INCIDENT };
    const fields = { importer: "csv", dataset: "d", source: "src-001" };
    const batch = (rows: readonly object[]): readonly string[] =>
      messages({ id: "row-1", kind: "rows", actor: "p", fields, rows });
    expect(batch(Array.from({ length: 1000 }, () => row))).toEqual([]);
    expect(batch(Array.from({ length: 1001 }, () => row))).toEqual([
      "row-1: rows: 1001 rows; at most 1000 in a batch",
    ]);
    expect(batch([row, { ...row, read: { ...INCIDENT, exactPlace: POINT } }]).join()).toMatch(
      /row-1\.1: "exactPlace" is not public/,
    );
  });
});

describe("commitments", () => {
  test("every value given is committed, closed fields also when absent, and the leaf says no value", () => {
    const entry = committed({ fields: { ...INCIDENT, exactPlace: POINT } });
    expect(entry.openings["witness"]?.value).toBe(null);
    expect(Object.keys(entry.leaf.fields).sort()).toEqual(
      [...Object.keys(INCIDENT), "exactPlace", "witness"].sort(),
    );
    for (const [name, opening] of Object.entries(entry.openings)) {
      expect(commit(sha256, opening)).toBe(entry.leaf.fields[name]);
    }
    expect(fromUtf8(entry.bytes)).not.toContain("Harbour");
    expect(parseLeaf(entry.bytes, "x").value).toEqual(entry.leaf);
  });

  test("presence of a closed field does not show: the same names with it and without", () => {
    const [withIt, without] = [{ ...INCIDENT, exactPlace: POINT }, INCIDENT].map((fields) =>
      committed({ fields }),
    );
    expect(Object.keys(withIt?.leaf.fields ?? {})).toEqual(Object.keys(without?.leaf.fields ?? {}));
    expect(withIt?.bytes.length).toBe(without?.bytes.length);
  });

  test("a row is proved by two paths: of the batch in the log and of the row in the batch", () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({ raw: `row ${i}`, read: INCIDENT }));
    const fields = { importer: "csv", dataset: "d", source: "src-001" };
    const entry = committed({ id: "row-1", kind: "rows", fields, rows });
    const hashes = entry.rows.map(({ bytes }) => leafHash(sha256, bytes));
    const levels: Uint8Array[][] = Array.from({ length: 4 }, () => []);
    let frontier = EMPTY_FRONTIER;
    for (const hash of hashes) {
      const grown = appendLeaf(sha256, frontier, hash);
      grown.completed.forEach((one, level) => levels[level]?.push(one));
      frontier = grown.frontier;
    }
    const source = {
      sha256,
      read: ({ level, index }: { level: number; index: number }) =>
        levels[level]?.[index] ?? new Uint8Array(),
    };
    const root = fromBase64Url(entry.leaf.rows?.root ?? "") ?? new Uint8Array();
    expect(entry.leaf.rows?.count).toBe(5);
    expect(treeRoot(source, 5)).toEqual(root);
    const path = proveInclusion(source, 3, 5);
    const leaf = hashes[3] ?? new Uint8Array();
    expect(checkInclusion(sha256, { index: 3, size: 5, leafHash: leaf, root, path })).toBe(true);
  });
});

describe("the one projection", () => {
  const CANARY = "canary-7431";
  const whole = { ...INCIDENT, exactPlace: POINT, witness: CANARY };
  const entry = committed({ fields: whole });
  const bytesOf = (one: ProjectedEntry): string =>
    canonicalJson(
      JSON.parse(
        JSON.stringify(one, (_key, value: unknown) =>
          value instanceof Uint8Array ? toBase64(value) : value,
        ),
      ) as string,
    );

  test("strangers get public values with their salts, and of the rest names only", () => {
    const seen = project(entry, PUBLIC_VIEWER);
    expect(seen.withheld).toEqual(["exactPlace", "witness"]);
    expect(bytesOf(seen)).not.toContain(CANARY);
    expect(bytesOf(seen)).not.toContain(String(POINT.lonE7));
    expect(bytesOf(seen)).not.toContain(
      toBase64(entry.openings["witness"]?.salt ?? new Uint8Array()),
    );
    expect(commit(sha256, seen.openings["place"] ?? { salt: new Uint8Array(), value: null })).toBe(
      seen.leaf.fields["place"],
    );
  });

  test("the right to restricted fields opens them, and no compartment does", () => {
    expect(project(entry, { restricted: true, compartments: new Set() }).withheld).toEqual([]);
    expect(
      project(entry, { restricted: false, compartments: new Set(["talks"]) }).withheld,
    ).toEqual(["exactPlace", "witness"]);
  });

  test("a policy closes a public field, and opens one", () => {
    const classes = { incident: { effects: "restricted", witness: "public" } } as const;
    const one = committed({ fields: { ...whole, effects: "x" } });
    const seen = project(one, PUBLIC_VIEWER, classes);
    expect(seen.withheld).toEqual(["effects", "exactPlace"]);
    expect(seen.openings["witness"]?.value).toBe(CANARY);
  });

  test("a sealed entry shows a stranger its id and time and one commitment", () => {
    const sealed = committed({
      fields: whole,
      compartment: "talks",
      isSealed: true,
      causedBy: ["st-1"],
    });
    const seen = project(sealed, { restricted: true, compartments: new Set(["other"]) });
    expect(seen).toEqual({
      leaf: sealed.leaf,
      envelope: sealed.leaf,
      openings: {},
      withheld: ["entry"],
      redacted: [],
      rows: [],
    });
    expect(Object.keys(seen.leaf).sort()).toEqual(["fields", "id", "kind", "recordedAt", "v"]);
    expect(seen.leaf.kind).toBe("sealed");
    const opened = project(sealed, { restricted: false, compartments: new Set(["talks"]) });
    expect(opened.envelope.kind).toBe("incident");
    expect(opened.withheld).toEqual(["exactPlace", "witness"]);
    expect(
      commit(sha256, opened.openings["entry"] ?? { salt: new Uint8Array(), value: null }),
    ).toBe(sealed.leaf.fields["entry"]);
  });

  test("a sealed field of an open entry is its compartment's", () => {
    const fields = { party: "RU", issue: "scope", holds: ["a"], statements: [], redLine: CANARY };
    const one = committed({ id: "pos-1", kind: "position", fields, compartment: "talks" });
    expect(bytesOf(project(one, { restricted: true, compartments: new Set() }))).not.toContain(
      CANARY,
    );
    expect(
      project(one, { restricted: false, compartments: new Set(["talks"]) }).openings["redLine"]
        ?.value,
    ).toBe(CANARY);
  });

  test("a redacted field reads so to whom it was open, and its leaf stays", () => {
    const { place, ...left } = entry.openings;
    expect(place?.value).toEqual(INCIDENT.place);
    const seen = project({ ...entry, openings: left }, PUBLIC_VIEWER);
    expect(seen.redacted).toEqual(["place"]);
    expect(seen.leaf).toEqual(entry.leaf);
  });

  test("raw rows are restricted, and a policy that closes a field closes what was read from rows", () => {
    const fields = { importer: "csv", dataset: "d", source: "src-001" };
    const batch = committed({
      id: "row-1",
      kind: "rows",
      fields,
      rows: [{ raw: CANARY, read: INCIDENT }],
    });
    expect(bytesOf(project(batch, PUBLIC_VIEWER))).not.toContain(CANARY);
    expect(project(batch, PUBLIC_VIEWER).rows[0]?.read?.value).toEqual(INCIDENT);
    expect(project(batch, PUBLIC_VIEWER, { incident: { place: "restricted" } }).rows[0]?.read).toBe(
      null,
    );
    expect(project(batch, { restricted: true, compartments: new Set() }).rows[0]?.raw?.value).toBe(
      CANARY,
    );
  });
});
