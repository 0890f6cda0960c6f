// What stands beside an incident: the talks of its days as they were known, and no others.
import { describe, expect, test } from "vitest";
import { theCase as real } from "../../test/case-files.ts";
import { at, incident } from "../../test/kit/makers.ts";
import type { IncidentSpec } from "../../test/kit/makers.ts";
import type { Case } from "../case/case.ts";
import { loadCase } from "../case/load-case.ts";
import { meetingLines, statementLines } from "./talk-lines.ts";
import { sameDay } from "./same-day.ts";

const CASE = `truceline: case/1
id: small
title: A small case
parties: {North: {en: North}, South: {en: South}}
time-zones: [Europe/Kyiv, Europe/Moscow]
caveat: Counts show reporting.
`;
const SOURCES = `- {id: s-23, title: T, outlet: Gazette, side: other, published: 2025-03-23}
- {id: s-24, title: T, outlet: Gazette, side: North, published: 2025-03-24}
- {id: s-26, title: T, outlet: Herald, side: South, published: 2025-03-26}
- {id: s-none, title: T, outlet: Herald, side: South}
`;

function caseOf(talks: string, files: Readonly<Record<string, string>> = {}): Case {
  const all = { "case.yaml": CASE, "record/sources.yaml": SOURCES, "talks.yaml": talks, ...files };
  const { value, problems } = loadCase(new Map(Object.entries(all)));
  if (value === null || problems.length > 0) throw new Error(JSON.stringify(problems));
  return value;
}

const meeting = (id: string, fields: string) =>
  `  - {id: ${id}, track: t, format: direct, status: held, participants: [{party: North}], ${fields}}\n`;
const statement = (id: string, fields: string) =>
  `  - {id: ${id}, speaker: A, party: South, act: claim, gist: g, ${fields}}\n`;

const TALKS = `meetings:
${meeting("m-c", "occurred: 2025-03-24, sources: [s-26, s-24], outcome: told")}\
${meeting("m-long", "occurred: {first: 2025-03-22, last: 2025-03-24}, source: s-26")}\
${meeting("m-late", "occurred: {from: '2025-03-24T22:10Z', until: '2025-03-24T23:00Z'}, source: s-24")}\
${meeting("m-next", "occurred: 2025-03-25, source: s-24")}\
${meeting("m-unknown", "notBefore: 2025-03-24, notAfter: 2025-03-24, source: s-24")}\
statements:
${statement("t-b", "said: 2025-03-24, source: s-26")}\
${statement("t-a", "said: 2025-03-24, source: s-24")}\
${statement("t-undated", "source: s-24")}\
${statement("t-nobody-knows", "source: s-none")}\
${statement("t-other", "said: 2025-03-23, source: s-23")}\
${statement("t-no-source-day", "said: 2025-03-24, source: s-none")}`;

const small = caseOf(TALKS);
const NOON = "2025-03-24T10:00Z";

function ids(of: Case, spec: IncidentSpec["at"], asOf: string | null = null) {
  const found = sameDay(of, incident({ at: spec }), asOf === null ? null : at(asOf));
  return {
    meetings: found.meetings.map(({ id }) => id),
    statements: found.statements.map(({ id }) => id),
  };
}

describe("the talks of an incident's day", () => {
  test("are those that touch it, meetings of several days too, by time then id", () => {
    expect(ids(small, NOON)).toEqual({
      meetings: ["m-long", "m-c"],
      statements: ["t-a", "t-b", "t-no-source-day"],
    });
  });

  test("follow the first zone of the case: 22:10 UTC is the next day in Kyiv", () => {
    expect(ids(small, "2025-03-24T22:30Z").meetings).toEqual(["m-next", "m-late"]);
    expect(sameDay(small, incident({ at: "2025-03-24T22:30Z" }), null).days).toEqual({
      first: "2025-03-25",
      last: "2025-03-25",
    });
  });

  test("of an incident that may be on either of two days are those of both", () => {
    const night = ["2025-03-24T16:00Z", "2025-03-25T10:00Z"] as const;
    expect(ids(small, night).meetings).toEqual(["m-long", "m-c", "m-next", "m-late"]);
    expect(sameDay(small, incident({ at: night }), null).days).toEqual({
      first: "2025-03-24",
      last: "2025-03-25",
    });
  });

  test("never hold what has no day, even where its bounds leave one day; it is counted", () => {
    const { meetings, statements, undated } = sameDay(small, incident({ at: NOON }), null);
    const shown = [...meetings, ...statements].map(({ id }) => id);
    expect(shown).not.toContain("m-unknown");
    expect(shown).not.toContain("t-undated");
    expect(undated).toEqual({ meetings: 1, statements: 2 });
  });

  test("are texts too, by their own day", () => {
    const instruments = `- {id: pact, kind: proposal, title: A pact, proposed-by: South, day: 2025-03-24, sources: [s-24]}
- {id: other, kind: proposal, title: Another, proposed-by: South, day: 2025-03-25, sources: [s-24]}
`;
    const found = sameDay(
      caseOf(TALKS, { "record/instruments.yaml": instruments }),
      incident({ at: NOON }),
      null,
    );
    expect(found.instruments).toMatchObject([{ id: "pact", sources: [{ id: "s-24" }] }]);
  });

  test("of a day without any are none, not an error", () => {
    expect(ids(small, "2025-05-01T10:00Z")).toEqual({ meetings: [], statements: [] });
    expect(ids(caseOf(""), NOON)).toEqual({ meetings: [], statements: [] });
  });
});

describe("as known at an instant", () => {
  test("nothing published later is there; a day of publication counts from its end in the first zone", () => {
    expect(ids(small, NOON, "2025-03-24T21:59Z")).toEqual({ meetings: [], statements: [] });
    expect(ids(small, NOON, "2025-03-24T22:00Z")).toEqual({
      meetings: ["m-c"],
      statements: ["t-a", "t-no-source-day"],
    });
    expect(ids(small, NOON, "2025-03-26T22:00Z")).toEqual(ids(small, NOON));
  });

  test("a meeting with a later source shows none of what may rest on it", () => {
    const [early] = sameDay(small, incident({ at: NOON }), at("2025-03-25T10:00Z")).meetings;
    expect(early).toMatchObject({ id: "m-c", outcome: null, status: "held", isPartial: true });
    expect(early?.sources.map(({ id }) => id)).toEqual(["s-24"]);
    const now = sameDay(small, incident({ at: NOON }), null).meetings.find(
      ({ id }) => id === "m-c",
    );
    expect(now).toMatchObject({ outcome: "told", status: "held", isPartial: false });
  });

  test("a report from before a meeting does not tell that it was held", () => {
    const told = (published: string) => {
      const sources = `${SOURCES}- {id: s-early, title: T, outlet: O, side: other, published: ${published}}\n`;
      const talks = `meetings:\n${meeting("m-1", "occurred: 2025-03-24, sources: [s-early, s-26]")}`;
      const of = caseOf(talks, { "record/sources.yaml": sources });
      return meetingLines(of, of.meetings, at("2025-03-25T10:00Z"))[0]?.status;
    };
    expect(told("2025-03-23")).toBe("unknown");
    expect(told("2025-03-24")).toBe("held");
  });

  test("a meeting that is not over yet is not called held", () => {
    const [line] = meetingLines(
      small,
      small.meetings.filter(({ id }) => id === "m-next"),
      at("2025-03-25T10:00Z"),
    );
    expect(line).toMatchObject({ status: "unknown", isPartial: true });
  });

  test("what no day can be told for is in no view of the past, and is not counted there", () => {
    const { undated } = sameDay(small, incident({ at: NOON }), at("2030-01-01T00:00Z"));
    expect(undated).toEqual({ meetings: 1, statements: 1 });
    expect(sameDay(small, incident({ at: NOON }), at("1950-01-01T00:00Z")).undated).toEqual({
      meetings: 0,
      statements: 0,
    });
  });

  test("a day that is taken from the event is marked as assumed", () => {
    const lines = statementLines(small, small.statements, null);
    const known = new Map(lines.map((line) => [line.id, line.known]));
    expect(known.get("t-no-source-day")).toEqual({ day: "2025-03-24", assumed: true });
    expect(known.get("t-a")).toEqual({ day: "2025-03-24", assumed: false });
    expect(known.get("t-nobody-knows")).toEqual({ day: null, assumed: true });
  });
});

describe("the real case", () => {
  const of = (id: string) => {
    const found = real.incidents.find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return sameDay(real, found, null);
  };

  test("has the Riyadh talks of 24 March on the page of Sumy, with who met and the article among the sources", () => {
    const { days, meetings } = of("inc-077");
    expect(days).toEqual({ first: "2025-03-24", last: "2025-03-24" });
    expect(meetings.map(({ id }) => id)).toEqual(["mt-mtg-riyadh-0324"]);
    expect(meetings[0]?.participants.map(({ party }) => party)).toEqual(["US", "RU"]);
    expect(meetings[0]?.sources.map(({ id }) => id)).toContain("article");
  });

  test("counts five meetings and eighteen statements without a day", () => {
    expect(of("inc-077").undated).toEqual({ meetings: 5, statements: 18 });
  });

  test("puts every dated meeting, statement and text on the days of some incident or none, never on two spans that it does not touch", () => {
    const dated = real.statements.flatMap(({ id, said }) =>
      said.kind === "days" ? [[id, said] as const] : [],
    );
    expect(dated).toHaveLength(294);
    for (const one of real.incidents) {
      const { days, statements } = sameDay(real, one, null);
      const expected = dated.filter(
        ([, said]) => said.first <= days.last && said.last >= days.first,
      );
      expect(new Set(statements.map(({ id }) => id))).toEqual(new Set(expected.map(([id]) => id)));
    }
  });

  test("names speakers in three languages where the roster does", () => {
    const line = statementLines(real, real.statements, null).find(
      ({ speaker }) => speaker.en === "Volodymyr Zelenskyy",
    );
    expect(line?.speaker).toMatchObject({ uk: "Володимир Зеленський", ru: "Владимир Зеленский" });
  });
});
