// A case folder read as a whole: what is missing, misspelt or broken is told at once, and the rest can be used.
import { describe, expect, test } from "vitest";
import { compareProblems } from "../model/problem.ts";
import { loadCase } from "./load-case.ts";

const CASE = `truceline: case/1
id: small
title: A small case
parties: {North: {en: North}, South: {en: South}}
time-zones: [Europe/Kyiv]
caveat: Counts show reporting.
`;
const SOURCES = `- {id: s-1, title: A report, outlet: Gazette, side: other, published: 2025-01-02}\n`;
const INCIDENTS = `- id: i-2
  day: 2025-01-02
  occurred: {day: 2025-01-02}
  place: Bridge
  things: [object]
  acts: [strike]
  means: [means]
  sources: [s-1]
`;

const PACT = `truceline: terms/1
id: pact
title: A pact
parties: [North, South]
questions: {scope: {asks: Which?, answers: {all: {applies: true}, none: {applies: false}}}}
clauses: {rule: {effect: prohibit, by: [North, South], applies: {question: scope}, note: made up}}
readings: {North: {by: North}}
`;

function load(files: Readonly<Record<string, string>>) {
  return loadCase(new Map(Object.entries({ "case.yaml": CASE, ...files })));
}

const codes = (files: Readonly<Record<string, string>>) =>
  load(files).problems.map(({ code, at }) => `${code} ${at?.file ?? "-"}:${at?.line ?? "-"}`);

describe("the case folder", () => {
  test("case.yaml alone is a case", () => {
    const { value, problems } = load({});
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      settings: { id: "small", visibility: "private" },
      incidents: [],
      instruments: [],
    });
    expect([...(value?.settings.parties.keys() ?? [])]).toEqual(["North", "South"]);
  });

  test("without case.yaml there is no case, and it is said", () => {
    expect(loadCase(new Map())).toMatchObject({
      value: null,
      problems: [{ code: "C401", at: null }],
    });
  });

  test("incidents come in id order with their sources and claims", () => {
    const two = INCIDENTS + INCIDENTS.replace("i-2", "i-1");
    const claims = `- {id: c-1, of: i-1, by: South, attribution: North, source: s-1}\n`;
    const { value, problems } = load({
      "record/sources.yaml": SOURCES,
      "record/incidents.yaml": two,
      "record/claims.yaml": claims,
    });
    expect(problems).toEqual([]);
    expect(value?.incidents.map(({ id, facts }) => [id, facts.actors[0]?.value])).toEqual([
      ["i-1", "North"],
      ["i-2", "unknown"],
    ]);
  });

  test("a broken row is told once, by its own fault; rows that refer to it are not blamed", () => {
    const broken = INCIDENTS.replace("[object]", "[objet]");
    const claims = `- {id: c-1, of: i-2, by: South, attribution: North, source: s-1}\n`;
    const files = {
      "record/sources.yaml": SOURCES,
      "record/incidents.yaml": broken,
      "record/claims.yaml": claims,
    };
    expect(codes(files)).toEqual(["C202 record/incidents.yaml:5"]);
    expect(load(files).value?.incidents).toEqual([]);
  });

  test("problems of many files come at once, sorted by place", () => {
    const files = {
      "outlets.yaml": "- {id: o-1, name: O, side: Nort, kind: news}\n",
      "record/sources.yaml":
        "- {id: s-1, title: T, outlet: o-2}\n- {id: s-2, title: T, outlet: O, side: other, published: 2025-02-30}\n",
      "record/statements.yaml":
        "- {id: t-1, speaker: X, party: South, issue: i, act: claime, gist: g, source: s-9}\n",
      "zones/a.geojson": "{",
    };
    const found = codes(files);
    expect(found).toEqual([
      "C205 outlets.yaml:1",
      "C207 record/sources.yaml:1",
      "C105 record/sources.yaml:2",
      "C204 record/statements.yaml:1",
      "C201 record/statements.yaml:1",
      "C105 zones/a.geojson:1",
    ]);
    const { problems } = load(files);
    expect([...problems].sort(compareProblems)).toEqual(problems);
  });

  test("a broken vocabulary is told once, not once for every row that uses it", () => {
    const files = {
      "kinds.yaml":
        "truceline: kinds/1\nkinds: {object: {label: {en: object}}, a: {is: [b], label: {en: a}}}\n",
      "record/sources.yaml": SOURCES,
      "record/incidents.yaml": INCIDENTS.replace("[object]", "[span]"),
    };
    expect(codes(files)).toEqual(["T201 kinds.yaml:2"]);
    expect(load(files).value?.incidents).toHaveLength(1);
  });

  test("a misspelt file is not left out in silence", () => {
    const { problems } = load({ "record/incident.yaml": INCIDENTS, "rooster.yaml": "" });
    expect(problems.map(({ code, severity, help }) => [code, severity, help])).toEqual([
      ["C402", "warning", 'did you mean "record/incidents.yaml"?'],
      ["C402", "warning", 'did you mean "roster.yaml"?'],
    ]);
  });

  test("a prepared comparison may only name readings that exist", () => {
    const files = { "case.yaml": `${CASE}comparisons: [{title: T, readings: [pact/North]}]\n` };
    expect(codes(files)).toEqual(["C210 case.yaml:7"]);
  });

  test("a prepared comparison may only hold questions and answers that some text has", () => {
    const held = (hold: string) => ({
      "case.yaml": `${CASE}comparisons: [{title: T, readings: [], hold: ${hold}}]\n`,
      "terms/pact.terms.yaml": PACT,
    });
    const found = (hold: string) => codes(held(hold)).filter((code) => /^C21[89]/.test(code));
    expect(found("{scope: all}")).toEqual([]);
    expect(found("{scop: all}")).toEqual(["C218 case.yaml:7"]);
    expect(found("{scope: al}")).toEqual(["C219 case.yaml:7"]);
  });

  test.each([
    ["an unknown field", "visibilty: public", "C101"],
    ["an unknown time zone", "time-zones: [Europe/Kiyv]", "C213"],
    [
      "a word that is not one of the policies",
      "boundary-policy: {policy: recognized, why: x}",
      "C105",
    ],
    ["a reading id without its text", "comparisons: [{title: T, readings: [North]}]", "C106"],
    ["another language", "truceline: case/2", "C106"],
  ])("%s in case.yaml is placed", (_name, line, code) => {
    const key = line.slice(0, line.indexOf(":"));
    const text = `${CASE.split("\n")
      .filter((one) => !one.startsWith(`${key}:`))
      .join("\n")}${line}\n`;
    const { problems } = load({ "case.yaml": text });
    expect(problems.map((problem) => problem.code)).toContain(code);
  });
});
