// What a table of incidents covers, as people read it before any total: how many rows were judged and why the others were not, how well
// places are known, what the table does not say, and whose it is.
import { paragraph, printable } from "./text.ts";
import type { TableAnswer } from "../assess-table.ts";

/** Words without a translation and refused rows that are printed; JSON has more. */
const MOST_PRINTED = 10;

/** Paragraphs about the rows behind the figures. */
export function renderTable(answer: TableAnswer, width: number): string {
  const { mapping } = answer;
  const whose = `${mapping.source}; licence: ${mapping.licence}. ${mapping.caveat}`;
  const lines = [rowWords(answer), placeWords(answer), unknownWords(answer), whose];
  return lines.map((line) => paragraph(printable(line), width)).join("") + refusedRows(answer);
}

function rowWords({ file, tally, leftOut, coverage }: TableAnswer): string {
  const { rows, refused } = tally;
  const codes = [...refused].map(([code, count]) => `${code} ${count}`);
  const why = codes.length === 0 ? "" : ` (${codes.join(", ")})`;
  const most = [...refused.values()].reduce((a, b) => a + b, 0);
  const out = leftOut === 0 ? "" : ` + ${leftOut} outside what was asked`;
  const days = coverage.firstDay === null ? "" : `, ${coverage.firstDay} to ${coverage.lastDay}`;
  const { undated } = coverage;
  const anyDay = undated === 0 ? "" : `, ${undated} without a day: they may have been on any`;
  return `${file}: ${rows} rows = ${coverage.rows} judged + ${most} refused${why}${out}${days}${anyDay}.`;
}

function placeWords({ coverage }: TableAnswer): string {
  const { places, sectors, regionOnly, placeUnknown } = coverage;
  const steps = places.flatMap(({ upTo, rows }) => {
    if (rows === 0) return [];
    return [upTo === Infinity ? `${rows} less well` : `${rows} within ${upTo / 1000} km`];
  });
  if (sectors > 0) steps.push(`${sectors} as seen from a place`);
  const rest = [`${regionOnly} by a region only`, `${placeUnknown} not known`];
  return `Places: ${[...steps, ...rest].join(", ")}.`;
}

function unknownWords({ coverage, tally }: TableAnswer): string {
  const { actorUnknown, actUnknown, kindUnknown, meansUnknown, withoutKilled } = coverage;
  const said = `Not said: by whom of ${actorUnknown} rows, what was done of ${actUnknown}, what was hit of ${kindUnknown}, with what of ${meansUnknown}; no figure of people killed in ${withoutKilled}, of injured in ${coverage.withoutInjured}.`;
  const reordered =
    tally.reordered === 0
      ? ""
      : ` Counts stood in the wrong order in ${tally.reordered}: taken as the range between them.`;
  const some = tally.untranslated.slice(0, MOST_PRINTED);
  const more = tally.untranslated.length - some.length;
  const words = some.map(([word, count]) => `${word} (${count})`);
  const rest = more > 0 ? ` and ${more} more` : "";
  const missing =
    words.length === 0
      ? ""
      : ` Not translated by the mapping, so unknown: ${words.join(", ")}${rest}.`;
  return said + reordered + missing;
}

function refusedRows({ file, tally }: TableAnswer): string {
  const shown = tally.shown.slice(0, MOST_PRINTED).map(({ line, column, reasons }) => {
    const why = reasons.map(({ code, message }) => `${code}: ${message}`).join("; ");
    return `${file}:${line}:${column} refused, ${printable(why)}\n`;
  });
  return shown.join("");
}
