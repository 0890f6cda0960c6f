// The outcome of a cell as a function of the open edges above its leaves (TERMS 2.1): edges do not multiply text worlds,
// each cell asks only those it hangs on.
import { compareText } from "../model/problem.ts";
import { collectEdges } from "./atoms.ts";
import { decideCell } from "./cell.ts";
import type { Cell, CellAsking, CellValue } from "./cell.ts";
import type { EdgeAnswers } from "./membership.ts";

export interface Outcome {
  /** Equal for equal functions of the edges: the value itself when no edge matters. */
  readonly key: string;
  /** Edge questions that the value hangs on, sorted. */
  readonly hangsOn: readonly string[];
  /** Edge questions asked, sorted; cell i answers edge b "in" where bit b of i is set. */
  readonly edges: readonly string[];
  /** One cell per combination of edge answers. */
  readonly cells: readonly Cell[];
}

const LETTERS: Readonly<Record<CellValue, string>> = {
  violation: "V",
  "not-covered": "N",
  conflict: "C",
};

/** Decides a cell under every answer to the edges it hangs on; `asking.edges` are those the reading answered. */
export function outcomeOf(asking: CellAsking): Outcome {
  const edges = openEdges(asking);
  if (edges.length === 0) return closedOutcome(decideCell(asking));
  const answers = assignments(edges, asking.edges);
  const cells = answers.map((edgeAnswers) => decideCell({ ...asking, edges: edgeAnswers }));
  return outcomeFrom(edges, cells);
}

/** What is left of an outcome when some of its edges are answered. */
export function narrowed(outcome: Outcome, answers: EdgeAnswers): Outcome {
  const { edges, cells } = outcome;
  const left = edges.filter((edge) => !answers.has(edge));
  if (left.length === edges.length) return outcome;
  const kept = cells.filter((_, row) =>
    edges.every((edge, bit) => (answers.get(edge) ?? isIn(row, bit)) === isIn(row, bit)),
  );
  const [only, ...others] = kept;
  return only !== undefined && others.length === 0 ? closedOutcome(only) : outcomeFrom(left, kept);
}

function isIn(row: number, bit: number): boolean {
  return (row & (1 << bit)) !== 0;
}

function outcomeFrom(edges: readonly string[], cells: readonly Cell[]): Outcome {
  const table = cells.map((cell) => LETTERS[cell.value]);
  const essential = edges.filter((_, bit) =>
    table.some((value, i) => value !== table[i ^ (1 << bit)]),
  );
  if (essential.length === 0) return { key: table[0] ?? "N", hangsOn: NONE, edges, cells };
  const kept = table.filter((_, i) =>
    edges.every((edge, bit) => essential.includes(edge) || !isIn(i, bit)),
  );
  return { key: `${essential.join("&")}:${kept.join("")}`, hangsOn: essential, edges, cells };
}

/** One outcome per cell: most of a matrix is the same few objects. */
function closedOutcome(cell: Cell): Outcome {
  const known = CLOSED.get(cell);
  if (known !== undefined) return known;
  const outcome = { key: LETTERS[cell.value], hangsOn: NONE, edges: NONE, cells: [cell] };
  CLOSED.set(cell, outcome);
  return outcome;
}

const CLOSED = new WeakMap<Cell, Outcome>();

function openEdges(asking: CellAsking): readonly string[] {
  const { context, fact, edges } = asking;
  const asked = new Set<string>();
  for (const rule of asking.rules) collectEdges({ context, rule, fact }, asked);
  if (asked.size === 0) return NONE;
  return [...asked].filter((edge) => !edges.has(edge)).sort(compareText);
}

const NONE: readonly string[] = [];

/** The answers of row i: edge b is "in" where bit b of i is set; answered edges keep their answer. */
export function assignment(
  edges: readonly string[],
  answered: EdgeAnswers,
  row: number,
): EdgeAnswers {
  if (edges.length === 0) return answered;
  const answers = new Map(answered);
  edges.forEach((edge, bit) => answers.set(edge, isIn(row, bit)));
  return answers;
}

/** The same few sets of edges are asked again and again; their answers are spelt out once. */
function assignments(edges: readonly string[], answered: EdgeAnswers): readonly EdgeAnswers[] {
  const known = ASSIGNMENTS.get(answered) ?? new Map<string, readonly EdgeAnswers[]>();
  ASSIGNMENTS.set(answered, known);
  const key = edges.join();
  const all =
    known.get(key) ??
    Array.from({ length: 1 << edges.length }, (_, row) => assignment(edges, answered, row));
  known.set(key, all);
  return all;
}

const ASSIGNMENTS = new WeakMap<EdgeAnswers, Map<string, readonly EdgeAnswers[]>>();
