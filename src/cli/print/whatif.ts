// A what-if as text: the totals side by side, what moves and where to, and the sentence without which no figure of it stands.
import type { AssessedReading } from "../../assess/index.ts";
import type { Move, WhatIf } from "../../assess/whatif.ts";
import type { Day } from "../../model/instant.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import { counted, inWords, paragraph } from "./text.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
  readonly list: boolean;
}

interface Asked {
  readonly start?: Day;
  readonly end?: Day;
  readonly caveat: string;
}

export function renderWhatIf(found: WhatIf, asked: Asked, page: Page): string {
  const { candidates, readings, moves, incidents, assumption } = found;
  const names = inWords(candidates.map(({ name }) => name));
  return [
    `${page.style.strong(`What if: ${names}`)}\n`,
    paragraph(`${counted(incidents, "recorded incident")}.${periodWords(asked)}`, page.width),
    `\n${page.style.strong("Incidents that would be violations if the text applied")}\n`,
    table(COLUMNS, readings.map(rowOf), page.width),
    `\n${page.style.strong("What moves")}\n`,
    ...moves.map((move) => moveLines(move, page)),
    `\n${paragraph(assumption, page.width)}`,
    paragraph(asked.caveat, page.width),
  ].join("");
}

function periodWords({ start, end }: Asked): string {
  if (start === undefined && end === undefined) return "";
  const from = start === undefined ? "" : ` from ${start} on`;
  const until = end === undefined ? "" : ` until ${end}`;
  return ` The candidates are judged as if they had held${from}${until}.`;
}

const COLUMNS = [
  { head: ["Reading"], align: "left" as const, elastic: true },
  { head: ["At", "least"], align: "right" as const },
  { head: ["At", "most"], align: "right" as const },
  { head: ["Not", "covered"], align: "right" as const },
  { head: ["Undeter-", "mined"], align: "right" as const },
  { head: ["Conflict"], align: "right" as const },
];

function rowOf({ id, totals }: AssessedReading): readonly string[] {
  const { facts, text, both } = totals.undetermined;
  const numbers = [
    totals.atLeast,
    totals.atMost,
    totals.notCovered,
    facts + text + both,
    totals.conflict,
  ];
  return [id, ...numbers.map(String)];
}

function moveLines({ sentence, transitions, kinds, ids }: Move, { width, list }: Page): string {
  const told = transitions.map(({ from, to, incidents }) => `${incidents} ${from} -> ${to}`);
  const top = kinds.map(({ kind, incidents }) => `${kind} (${incidents})`);
  return [
    paragraph(sentence, width),
    ...(told.length === 0
      ? []
      : [paragraph(`${told.join("; ")}. Most of them: ${top.join(", ")}.`, width, "  ")]),
    ...(list && ids.length > 0 ? [paragraph(ids.join(" "), width, "  ")] : []),
  ].join("");
}
