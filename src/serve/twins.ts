// Data twins of the lists: the same address and keys as the page, as CSV for spreadsheets and GeoJSON for maps (SERVE 2).
import { z } from "@hono/zod-openapi";
import { compareReadings } from "../assess/index.ts";
import { printCsv } from "../report/csv.ts";
import type { Column, Flavour } from "../report/csv.ts";
import {
  compareColumns,
  incidentColumns,
  priceColumns,
  readingColumns,
} from "../report/csv-tables.ts";
import { incidentFeatures } from "../report/geojson.ts";
import { countedCase, pricePage, readingText } from "../report/price.ts";
import { PRICE_KEYS } from "../report/view.ts";
import { answerOf, answerResponse } from "./answers.ts";
import { notUnderstood } from "./endpoint.ts";
import type { Asked, Endpoint } from "./endpoint.ts";
import { LIST_QUERY_KEYS, listOf, listQuestion } from "./list-question.ts";
import { ofTwo, shownReadings, twoReadings } from "./readings.ts";
import { FEATURES_ANSWER } from "./schema-lists.ts";

const CSV = {
  schema: z.string().openapi("Csv"),
  mediaType: "text/csv",
  description:
    "RFC 4180, UTF-8, a header always; ranges in three columns; what was asked and the caveat in every row.",
} as const;

export const TWIN_ENDPOINTS: readonly Endpoint[] = [
  {
    ...CSV,
    path: "/c/{case}/incidents.csv",
    summary: "Incidents with their verdicts, as CSV",
    keys: [...LIST_QUERY_KEYS, "flavour"],
    handle: incidentsCsv,
  },
  {
    path: "/c/{case}/incidents.geojson",
    summary: "Incidents with their verdicts, as GeoJSON",
    description:
      "RFC 7946: a point with its radius in metres, an area, or no geometry; those without are counted in noPlace.",
    keys: LIST_QUERY_KEYS,
    schema: FEATURES_ANSWER,
    mediaType: "application/geo+json",
    handle: incidentsGeojson,
  },
  {
    ...CSV,
    path: "/c/{case}/price.csv",
    summary: "Totals per reading, as CSV",
    keys: [...PRICE_KEYS, "flavour"],
    handle: priceCsv,
  },
  {
    ...CSV,
    path: "/c/{case}/compare.csv",
    summary: "Two readings compared cause by cause, as CSV",
    keys: ["a", "b", ...PRICE_KEYS.filter((key) => key !== "r"), "flavour"],
    handle: compareCsv,
  },
  {
    ...CSV,
    path: "/c/{case}/readings.csv",
    summary: "Readings, answer by answer, as CSV",
    keys: ["r", "hold", "q", "flavour"],
    handle: readingsCsv,
  },
];

function incidentsCsv(asked: Asked): Response {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const head = asked.served.head({ format: "truceline/incidents/1", question: asked.question });
  const columns = incidentColumns(head, question.readings);
  return csv(asked, columns, () => listOf(asked, question).items);
}

function incidentsGeojson(asked: Asked): Response {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const { theCase, head } = asked.served;
  const opening = head({ format: "truceline/incident-features/1", question: asked.question });
  const features = incidentFeatures(opening, listOf(asked, question).items, theCase.incidents);
  const answer = answerOf(JSON.stringify(FEATURES_ANSWER.parse(features)));
  return answerResponse(answer, asked.ifNoneMatch, "application/geo+json");
}

function priceCsv(asked: Asked): Response {
  const { question, served } = asked;
  const head = served.head({ format: "truceline/price/1", question });
  return csv(asked, priceColumns(head), () => pricePage(served.theCase, question).cards);
}

function compareCsv(asked: Asked): Response {
  const two = twoReadings(asked);
  if (two instanceof Response) return two;
  const { theCase, head } = asked.served;
  const question = ofTwo(asked.question, two);
  const columns = compareColumns(head({ format: "truceline/compare/1", question }));
  return csv(asked, columns, () => {
    const { a, b, sentence, causes } = compareReadings(
      countedCase(theCase, question),
      two,
      question,
    );
    return causes.map((cause) => ({ ...cause, a, b, sentence }));
  });
}

function readingsCsv(asked: Asked): Response {
  const { question, served } = asked;
  const columns = readingColumns(served.head({ format: "truceline/readings/1", question }));
  return csv(asked, columns, () =>
    shownReadings(asked).flatMap(({ id, loaded, reading }) => {
      const { instrument, holder, words } = readingText(loaded, reading, question.hold);
      return words.flatMap((part) =>
        part.answers.map((answer) => ({
          reading: id,
          instrument: instrument.id,
          holder,
          words: part,
          answer,
        })),
      );
    }),
  );
}

function csv<T>(asked: Asked, columns: readonly Column<T>[], rows: () => Iterable<T>): Response {
  const flavour = parseFlavour(asked.query.get("flavour") ?? "");
  if (flavour === null) {
    const message = `"flavour" is not machine; came "${asked.query.get("flavour")?.slice(0, 80)}"`;
    return notUnderstood([{ code: "V103", severity: "error", message, at: null }]);
  }
  const answer = answerOf(printCsv(columns, rows(), flavour));
  return answerResponse(answer, asked.ifNoneMatch, "text/csv; charset=utf-8; header=present");
}

function parseFlavour(text: string): Flavour | null {
  if (text === "") return "plain";
  return text === "machine" ? text : null;
}
