// Data twins of the lists: the same address and keys as the page, as CSV for spreadsheets and GeoJSON for maps (SERVE 2).
import { compareReadings } from "../../assess/index.ts";
import { printCsv } from "../csv.ts";
import type { Column, Flavour } from "../csv.ts";
import { compareColumns, incidentColumns, priceColumns, readingColumns } from "../csv-tables.ts";
import { incidentFeatures } from "../geojson.ts";
import { countedCase, pricePage, readingText } from "../price.ts";
import { LIST_QUERY_KEYS } from "../list-view.ts";
import { PRICE_KEYS } from "../view.ts";
import { notUnderstood } from "./answer.ts";
import type { Answer, Asked, Route } from "./answer.ts";
import { listOf, listQuestion } from "./list-question.ts";
import { ofTwo, shownReadings, twoReadings } from "./readings.ts";

export const INCIDENTS_CSV: Route = {
  path: "/c/{case}/incidents.csv",
  keys: [...LIST_QUERY_KEYS, "flavour"],
  answer: incidentsCsv,
};

export const INCIDENTS_GEOJSON: Route = {
  path: "/c/{case}/incidents.geojson",
  keys: LIST_QUERY_KEYS,
  answer: incidentsGeojson,
};

export const PRICE_CSV: Route = {
  path: "/c/{case}/price.csv",
  keys: [...PRICE_KEYS, "flavour"],
  answer: priceCsv,
};

export const COMPARE_CSV: Route = {
  path: "/c/{case}/compare.csv",
  keys: ["a", "b", ...PRICE_KEYS.filter((key) => key !== "r"), "flavour"],
  answer: compareCsv,
};

export const READINGS_CSV: Route = {
  path: "/c/{case}/readings.csv",
  keys: ["r", "hold", "q", "flavour"],
  answer: readingsCsv,
};

function incidentsCsv(asked: Asked): Answer {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const head = asked.ready.head({ format: "truceline/incidents/1", question: asked.question });
  const columns = incidentColumns(head, question.readings);
  return csv(asked, columns, () => listOf(asked, question).items);
}

/** Not kept: with its outlines it is the largest answer there is. */
function incidentsGeojson(asked: Asked): Answer {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const { theCase, head } = asked.ready;
  const opening = head({ format: "truceline/incident-features/1", question: asked.question });
  const make = () => incidentFeatures(opening, listOf(asked, question).items, theCase.incidents);
  return { kind: "value", key: null, make };
}

function priceCsv(asked: Asked): Answer {
  const { question, ready } = asked;
  const head = ready.head({ format: "truceline/price/1", question });
  return csv(asked, priceColumns(head), () => pricePage(ready.theCase, question).cards);
}

function compareCsv(asked: Asked): Answer {
  const two = twoReadings(asked);
  if ("kind" in two) return two;
  const { theCase, head } = asked.ready;
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

function readingsCsv(asked: Asked): Answer {
  const { question, ready } = asked;
  const columns = readingColumns(ready.head({ format: "truceline/readings/1", question }));
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

function csv<T>(asked: Asked, columns: readonly Column<T>[], rows: () => Iterable<T>): Answer {
  const flavour = parseFlavour(asked.query.get("flavour") ?? "");
  if (flavour === null) {
    const message = `"flavour" is not machine; came "${asked.query.get("flavour")?.slice(0, 80)}"`;
    return notUnderstood([{ code: "V103", severity: "error", message, at: null }]);
  }
  return { kind: "text", text: printCsv(columns, rows(), flavour) };
}

function parseFlavour(text: string): Flavour | null {
  if (text === "") return "plain";
  return text === "machine" ? text : null;
}
