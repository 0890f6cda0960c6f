// What a schema does not declare does not leave: so each must declare all that our own answers hold.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { assessCase, compareReadings, explainIncident } from "../assess/index.ts";
import { readingId } from "../model/id.ts";
import { caseCard, caseReadings } from "../report/case-card.ts";
import { incidentFeatures } from "../report/geojson.ts";
import { incidentHistory } from "../report/history.ts";
import { incidentList } from "../report/incident-list.ts";
import { incidentPage } from "../report/incident.ts";
import { coverageOf, judgedLines, pricePage, readingCards, readingText } from "../report/price.ts";
import { openPage } from "../report/price-open.ts";
import { seedLog } from "../report/recorded.ts";
import { situationPage } from "../report/situation.ts";
import { meetingLines, statementLines } from "../report/talk-lines.ts";
import {
  FEATURES_ANSWER,
  INCIDENTS_ANSWER,
  MEETINGS_ANSWER,
  STATEMENTS_ANSWER,
} from "./schema-lists.ts";
import { HISTORY_ANSWER } from "./schema-history.ts";
import { SITUATION_ANSWER } from "./schema-situation.ts";
import * as schemas from "./schemas.ts";

const readings = [readingId("energy", "RU"), readingId("black-sea", "UA")] as const;
const assessment = assessCase(theCase, { readings });
const lines = judgedLines(assessment);
const coverage = coverageOf(lines, theCase);
const ENVELOPE = {
  format: "truceline/test/1",
  case: "test",
  asOf: null,
  logHead: { size: 0, root: "" },
  engine: "truceline 0",
  terms: { energy: "sha256:0" },
  question: { readings: [...readings], from: "2025-03-11" },
  caveat: "none",
};

const ANSWERS = [
  ["CASE_ANSWER", () => caseCard(theCase)],
  [
    "READINGS_ANSWER",
    () => ({
      items: caseReadings(theCase).map(({ id, loaded, reading }) => ({
        reading: id,
        ...readingText(loaded, reading),
      })),
    }),
  ],
  ["TOTALS_ANSWER", () => ({ coverage, readings: readingCards(theCase, assessment) })],
  ["COMPARE_ANSWER", () => compareReadings(theCase, readings)],
  ["PRICE_ANSWER", () => pricePage(theCase, { readings })],
  ["OPEN_ANSWER", () => openPage(theCase, readings[0], { readings: [readings[0]] })],
  [
    "EXPLAIN_ANSWER",
    () => ({
      items: theCase.incidents
        .slice(0, 3)
        .map(({ id }) => explainIncident(theCase, { incident: id, reading: readings[0] })),
    }),
  ],
] as const;

describe("a schema", () => {
  test.each(ANSWERS)("%s lets our answer through whole", (name, make) => {
    const answer = { ...ENVELOPE, ...make() };
    expect(schemas[name].parse(answer)).toEqual(plain(answer));
  });

  test("INCIDENT_ANSWER lets every incident of the real case through whole", () => {
    const assessed = assessCase(theCase, { readings });
    for (const { id } of theCase.incidents) {
      const answer = { ...ENVELOPE, ...incidentPage(theCase, id, assessed) };
      expect(schemas.INCIDENT_ANSWER.parse(answer)).toEqual(plain(answer));
    }
  });

  test("of a history lets it through whole", () => {
    const log = seedLog(theCase);
    for (const { id } of theCase.incidents.slice(0, 20)) {
      const answer = { ...ENVELOPE, ...incidentHistory(theCase, log, { id, asOf: null }) };
      expect(answer).toHaveProperty("steps");
      expect(HISTORY_ANSWER.parse(answer)).toEqual(plain(answer));
    }
  });

  test("of a list lets every incident through whole, as JSON and as GeoJSON", () => {
    const sort = { key: "day", isDown: false } as const;
    const list = incidentList(
      theCase,
      { readings, of: null, text: null, state: null, bbox: null, differ: null, sort },
      assessment,
    );
    const answer = { ...ENVELOPE, ...list };
    expect(INCIDENTS_ANSWER.parse(answer)).toEqual(plain(answer));
    const features = incidentFeatures(ENVELOPE, list.items, theCase.incidents);
    expect(FEATURES_ANSWER.parse(features)).toEqual(plain(features));
  });

  test("of a situation lets every column and dictionary through whole", () => {
    const page = { ...ENVELOPE, ...situationPage(theCase, { readings }, assessment) };
    expect(SITUATION_ANSWER.parse(page)).toEqual(plain(page));
    expect(page.rows).toBe(theCase.incidents.length);
  });

  test("of talks lets every meeting and statement through whole", () => {
    const meetings = { ...ENVELOPE, items: meetingLines(theCase, theCase.meetings, null) };
    expect(MEETINGS_ANSWER.parse(meetings)).toEqual(plain(meetings));
    const statements = { ...ENVELOPE, items: statementLines(theCase, theCase.statements, null) };
    expect(STATEMENTS_ANSWER.parse(statements)).toEqual(plain(statements));
    expect([meetings.items.length, statements.items.length]).toEqual([29, 312]);
  });

  test("drops what it does not declare", () => {
    const answer = { ...ENVELOPE, coverage, readings: [], leaked: "withheld" };
    expect(schemas.TOTALS_ANSWER.parse(answer)).not.toHaveProperty("leaked");
  });
});

/** As it would arrive: fields that are undefined are absent. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
