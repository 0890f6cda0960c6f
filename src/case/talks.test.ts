// talks.yaml and the record seeds about talks: what they say is kept, and all that is wrong is told at once, at its place.
import { describe, expect, test } from "vitest";
import { loadCase } from "./load-case.ts";

const CASE = `truceline: case/1
id: small
title: A small case
parties: {North: {en: North}, South: {en: South}}
time-zones: [Europe/Kyiv]
caveat: Counts show reporting.
`;
const SOURCES = `- {id: s-1, title: A report, outlet: Gazette, side: other, published: 2025-01-02}\n`;
const TRACKS = `tracks:
  - {id: ferry, title: The ferry, parties: [South, North]}
`;

function load(files: Readonly<Record<string, string>>) {
  const base = { "case.yaml": CASE, "record/sources.yaml": SOURCES };
  return loadCase(new Map(Object.entries({ ...base, ...files })));
}

function faults(files: Readonly<Record<string, string>>): readonly string[] {
  return load(files).problems.map(
    ({ code, at, help }) =>
      `${code} ${at?.file ?? "-"}:${at?.line ?? "-"}${help === undefined ? "" : ` ${help}`}`,
  );
}

const meeting = (fields: string) =>
  `meetings:\n  - {id: m-1, track: ferry, format: direct, participants: [{party: North}], source: s-1${fields}}\n`;
const statement = (fields: string) =>
  `statements:\n  - {id: t-1, speaker: A, party: North, act: claim, source: s-1, gist: g${fields}}\n`;

describe("the time of a meeting", () => {
  test.each([
    ["", { kind: "unknown", notBefore: null, notAfter: null }],
    [", occurred: unknown", { kind: "unknown", notBefore: null, notAfter: null }],
    [
      ", occurred: unknown, notBefore: 2025-01-02",
      { kind: "unknown", notBefore: "2025-01-02", notAfter: null },
    ],
    [", occurred: 2025-01-02", { kind: "days", first: "2025-01-02", last: "2025-01-02" }],
    [
      ", occurred: {first: 2025-01-02, last: 2025-01-03}",
      { kind: "days", first: "2025-01-02", last: "2025-01-03" },
    ],
    [
      ", occurred: {from: '2025-01-02T10:00Z', until: '2025-01-02T12:00Z'}",
      {
        kind: "hours",
        from: Date.parse("2025-01-02T10:00Z"),
        until: Date.parse("2025-01-02T12:00Z"),
      },
    ],
  ])("`%s` is kept as it is said", (fields, occurred) => {
    const { value, problems } = load({ "talks.yaml": TRACKS + meeting(fields) });
    expect(problems).toEqual([]);
    expect(value?.meetings[0]?.occurred).toEqual(occurred);
  });

  test.each([
    ["an end before the start", ", occurred: {first: 2025-01-03, last: 2025-01-02}", "C301"],
    ["bounds the wrong way round", ", notBefore: 2025-01-03, notAfter: 2025-01-02", "C301"],
    [
      "hours that end before they start",
      ", occurred: {from: '2025-01-02T10:00Z', until: '2025-01-02T09:00Z'}",
      "C301",
    ],
    ["half of a form", ", occurred: {first: 2025-01-03}", "C102"],
    ["two forms at once", ", occurred: {first: 2025-01-03, notAfter: 2025-01-04}", "C304"],
    ["a bound beside a known day", ", occurred: 2025-01-02, notBefore: 2025-01-01", "C304"],
    ["a day that never was", ", occurred: 2025-02-30", "C105"],
  ])("%s is a problem, and the meeting is left out", (_name, fields, code) => {
    const { value, problems } = load({ "talks.yaml": TRACKS + meeting(fields) });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.at).toMatchObject({ file: "talks.yaml", line: 4 });
    expect(value?.meetings).toEqual([]);
  });
});

describe("talks.yaml", () => {
  test("keeps tracks with parties in order of the alphabet, roles, chains, quotes and spans", () => {
    const text = `${TRACKS}meetings:
  - id: m-1
    track: ferry
    format: shuttle
    status: announced
    participants: [{party: South}, {party: other, names: [Monitors], role: mediator, office: chair}]
    source: {document: s-1, quote: met again}
statements:
  - {id: t-1, speaker: A, party: North, form: mixed, act: report, said: {notBefore: 2025-01-02}, chain: [A, Agency], flags: [future], source: {document: s-1, span: [4, 9]}}
`;
    const { value, problems } = load({ "talks.yaml": text });
    expect(problems).toEqual([]);
    expect(value?.tracks).toMatchObject([{ parties: ["North", "South"], mediators: "unknown" }]);
    expect(value?.meetings).toMatchObject([
      {
        status: "announced",
        participants: [
          { party: "South", role: "unknown" },
          { party: "other", names: ["Monitors"], role: "mediator", office: "chair" },
        ],
        sources: [{ source: "s-1", quote: "met again", span: null }],
      },
    ]);
    expect(value?.statements).toMatchObject([
      {
        said: { kind: "unknown", notBefore: "2025-01-02" },
        chain: ["A", "Agency"],
        flags: ["future"],
        source: { source: "s-1", quote: null, span: [4, 9] },
      },
    ]);
  });

  test("what nobody looked at is unknown, which is not the same as none", () => {
    const { value } = load({ "talks.yaml": statement("") });
    expect(value?.statements).toMatchObject([{ form: "unknown", flags: "unknown" }]);
    const looked = load({ "talks.yaml": statement(", flags: []") }).value;
    expect(looked?.statements).toMatchObject([{ flags: [] }]);
  });

  test("all that is wrong is told at once, each at its place with the nearest name", () => {
    const text = `tracks:
  - {id: ferry, title: The ferry, parties: [Nort], parent: fery, opened: 2025-02-01, closed: 2025-01-01}
rounds:
  - {id: r-1, track: ferri, label: first}
meetings:
  - {id: m-1, track: ferry, round: r-2, format: fone, status: hold, participants: [{party: South, role: mediatr}], sources: [s-9]}
statements:
  - {id: t-1, speaker: A, party: South, act: claime, form: qoute, flags: [futur], source: {document: s-2, span: [9, 4]}}
positions: []
`;
    expect(faults({ "talks.yaml": text })).toEqual([
      "C301 talks.yaml:2",
      'C205 talks.yaml:2 did you mean "North"?',
      'C214 talks.yaml:2 did you mean "ferry"?',
      'C214 talks.yaml:4 did you mean "ferry"?',
      'C215 talks.yaml:6 did you mean "r-1"?',
      'C105 talks.yaml:6 did you mean "phone"?',
      'C105 talks.yaml:6 did you mean "held"?',
      'C105 talks.yaml:6 did you mean "mediator"?',
      'C201 talks.yaml:6 did you mean "s-1"?',
      'C204 talks.yaml:8 did you mean "claim"?',
      'C105 talks.yaml:8 did you mean "quote"?',
      'C105 talks.yaml:8 did you mean "future"?',
      'C201 talks.yaml:8 did you mean "s-1"?',
      "C301 talks.yaml:8",
      "C403 talks.yaml:9",
    ]);
  });

  test("a section that is misspelt is not left out in silence", () => {
    expect(faults({ "talks.yaml": "meeting: []\n" })).toEqual([
      'C101 talks.yaml:1 did you mean "meetings"?',
    ]);
  });

  test("an id stands in the seeds or in talks.yaml, not in both", () => {
    const files = {
      "talks.yaml": statement(""),
      "record/statements.yaml":
        "- {id: t-1, speaker: B, party: South, act: claim, gist: g, source: s-1}\n",
    };
    expect(faults(files)).toEqual(["C220 talks.yaml:2"]);
    expect(load(files).value?.statements.map(({ speaker }) => speaker)).toEqual(["B"]);
  });

  test("a statement may dispute one of the other file", () => {
    const files = {
      "talks.yaml": statement(", disputes: [t-2]"),
      "record/statements.yaml":
        "- {id: t-2, speaker: B, party: South, act: claim, gist: g, source: s-1}\n",
    };
    expect(faults(files)).toEqual([]);
    const { value } = load(files);
    expect(value?.statements.map(({ id }) => id)).toEqual(["t-2", "t-1"]);
  });

  test("a track that is above itself is told once for each in the ring, and nobody outside", () => {
    const text = `tracks:
  - {id: a, title: A, parties: [], parent: b}
  - {id: b, title: B, parties: [], parent: a}
  - {id: c, title: C, parties: [], parent: a}
`;
    expect(faults({ "talks.yaml": text })).toEqual(["C221 talks.yaml:2", "C221 talks.yaml:3"]);
  });

  test("a key without its issue, and a statement with neither words nor where they stand", () => {
    const bare = `statements:\n  - {id: t-1, speaker: A, party: North, act: claim, source: s-1}\n`;
    expect(faults({ "talks.yaml": bare })).toEqual(["C102 talks.yaml:2"]);
    expect(faults({ "talks.yaml": statement(", key: noon") })).toEqual(["C102 talks.yaml:2"]);
  });

  test("a statement of fifty relays and a speaker who quotes himself are kept as they are", () => {
    const chain = Array.from({ length: 50 }, () => "A").join(", ");
    const { value, problems } = load({ "talks.yaml": statement(`, chain: [${chain}]`) });
    expect(problems).toEqual([]);
    expect(value?.statements[0]?.chain).toHaveLength(50);
  });
});
