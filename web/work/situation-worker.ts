// The worker of the Situation page: holds the table, counts under any filters, draws what passed. Of one sort of question the newest
// wins: what came before and was not begun is dropped.
import { createCrossFilter } from "../../src/report/cross-filter.ts";
import type { CrossFilter } from "../../src/report/cross-filter.ts";
import type { CrossQuestion } from "../../src/report/cross-plan.ts";
import { passedRows, situationRow } from "../../src/report/situation-rows.ts";
import { openSituation } from "../../src/report/situation-table.ts";
import { FACET_NAMES } from "../../src/report/view.ts";
import { drawRows, drawnTable } from "./draw-rows.ts";
import type { DrawnTable } from "./draw-rows.ts";
import { ROWS_SHOWN } from "./situation-messages.ts";
import type {
  NarrowingName,
  SituationCount,
  SituationReply,
  SituationRequest,
} from "./situation-messages.ts";

interface Open {
  readonly drawn: DrawnTable;
  readonly filter: CrossFilter;
}

let open: Open | null = null;
/** What the page was told of days last. */
let toldDays: SituationCount["answer"]["days"] = null;
const newest = new Map<string, number>();

addEventListener("message", ({ data }: MessageEvent<SituationRequest>) => {
  newest.set(data.slot, data.run);
  void reply(data)
    .catch((cause: unknown): SituationReply => ({
      run: data.run,
      kind: "fault",
      message: String(cause),
    }))
    .then((message) => postMessage(message));
});

async function reply({ run, slot, question }: SituationRequest): Promise<SituationReply> {
  if (question.kind === "open") {
    const table = openSituation(question.page);
    open = { drawn: drawnTable(table), filter: createCrossFilter(table) };
    return { run, kind: "open" };
  }
  await otherMessages();
  if (newest.get(slot) !== run) return { run, kind: "dropped" };
  if (open === null) throw new Error("no table was opened");
  switch (question.kind) {
    case "count":
      return countReply(run, countOf(open, question.question, question.selected));
    case "draw": {
      const { readings, options } = question;
      const { passed } = open.filter;
      return { run, kind: "draw", drawing: drawRows(open.drawn, { passed, readings }, options) };
    }
    default:
      return question satisfies never;
  }
}

/** Days that the page has are not sent again: a strip may have thousands. */
function countReply(run: number, count: SituationCount): SituationReply {
  const { days, ...answer } = count.answer;
  if (days === toldDays) return { run, kind: "same-days", count: { ...count, answer } };
  toldDays = days;
  return { run, kind: "count", count };
}

function countOf(
  { drawn: { table }, filter }: Open,
  question: CrossQuestion,
  selected: string | null,
): SituationCount {
  const answer = filter.count(question);
  const { passed } = filter;
  return {
    answer,
    listed: passedRows(table, passed, { most: ROWS_SHOWN }),
    area: answer.places.area === 0 ? [] : tray("area"),
    none: answer.places.none === 0 ? [] : tray("none"),
    chosen: selected === null ? null : situationRow(table, table.ids.indexOf(selected)),
    without: answer.incidents > 0 ? [] : withoutEach(question),
  };

  function tray(spread: "area" | "none") {
    return passedRows(table, passed, { most: ROWS_SHOWN, spread });
  }

  function withoutEach(asked: CrossQuestion): SituationCount["without"] {
    return narrowings(asked)
      .map(([name, wider]) => ({
        name,
        incidents: createCrossFilter(table).count(wider).incidents,
      }))
      .toSorted((a, b) => b.incidents - a.incidents);
  }
}

/** The question without each of its narrowings. */
function narrowings(asked: CrossQuestion): readonly (readonly [NarrowingName, CrossQuestion])[] {
  const all: readonly (readonly [NarrowingName, boolean, CrossQuestion])[] = [
    ["days", asked.from !== null || asked.until !== null, { ...asked, from: null, until: null }],
    ["of", asked.of !== null, { ...asked, of: null }],
    ["bbox", asked.bbox !== null, { ...asked, bbox: null }],
    ["differ", asked.differ !== null, { ...asked, differ: null }],
    ...FACET_NAMES.map(
      (name) =>
        [
          name,
          asked.facets.some((one) => one.name === name),
          { ...asked, facets: asked.facets.filter((one) => one.name !== name) },
        ] as const,
    ),
  ];
  return all.flatMap(([name, isActive, wider]) => (isActive ? [[name, wider] as const] : []));
}

/** Lets messages that have arrived be heard first. */
function otherMessages(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
