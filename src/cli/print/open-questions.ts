// What each question that a reading leaves open is worth: the bounds under each answer that is still possible.
import type { OpenQuestion } from "../../assess/index.ts";
import type { ReadingId } from "../../model/id.ts";
import { compareText } from "../../model/problem.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import type { Column } from "./table.ts";
import { paragraph } from "./text.ts";

export interface OpenReading {
  readonly id: ReadingId;
  readonly questions: readonly OpenQuestion[];
}

const KEY =
  "Each row: if this were the answer, everything else as the reading has it. Rows of one question are alternatives and never add up.";

/** A table per reading; a reading that leaves nothing open says so. `name` gives parties their names. */
export function renderOpenQuestions(
  readings: readonly OpenReading[],
  name: (party: string) => string,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const parts = readings.map(({ id, questions }) => [
    `\n${style.strong(`What ${id} leaves open`)}\n`,
    questions.length === 0 ? "Nothing.\n" : questionTable(questions, name, width),
  ]);
  return [...parts.flat(), `\n${paragraph(KEY, width)}`].join("");
}

function questionTable(
  questions: readonly OpenQuestion[],
  name: (party: string) => string,
  width: number,
): string {
  const rows = questions.flatMap(({ question, answers }) =>
    answers.map(({ answer, holders, bounds }) => [
      question,
      answer,
      holders.length === 0 ? "nobody" : holders.map(name).sort(compareText).join(", "),
      String(bounds.atLeast),
      String(bounds.atMost),
    ]),
  );
  return table(COLUMNS, rows, width);
}

const COLUMNS: readonly Column[] = [
  { head: ["Question"], align: "left" },
  { head: ["If the answer were"], align: "left" },
  { head: ["Held by"], align: "left", elastic: true },
  { head: ["At", "least"], align: "right" },
  { head: ["At", "most"], align: "right" },
];
