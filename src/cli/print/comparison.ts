// How two readings disagree, as text: the sentence to cite, the parts of the disagreement, the minimal sets, marginal counts.
import type { Comparison } from "../../assess/verdict.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import { counted, inWords, paragraph } from "./text.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
  /** Also print which incidents. */
  readonly list: boolean;
}

export function renderComparison(comparison: Comparison, page: Page): string {
  const { a, b, hard, soft, sentence } = comparison;
  return [
    `${page.style.strong(`${a} and ${b}`)}\n`,
    paragraph(sentence, page.width),
    paragraph(
      `${counted(hard + soft, "incident")} judged differently: ${hard} surely (two determined verdicts), ` +
        `${soft} possibly (one verdict, or its cause, is undetermined).`,
      page.width,
    ),
    causesPart(comparison, page),
    setsPart(comparison, page),
    marginsPart(comparison, page),
  ].join("");
}

type Part = Comparison["causes"][number];

/** `scope alone`, `either of scope and start`, `only scope and start together`. */
function causeWords({ kind, questions }: Pick<Part, "kind" | "questions">): string {
  switch (kind) {
    case "alone":
      return `${inWords(questions)} alone`;
    case "either":
      return `either of ${inWords(questions)}`;
    case "together":
      return `only ${inWords(questions)} together`;
    case "instrument":
      return "the instruments differ";
    default:
      return kind satisfies never;
  }
}

function causesPart({ causes }: Comparison, page: Page): string {
  if (causes.length === 0) return "";
  const columns = [
    { head: ["What makes the difference"], align: "left" as const, elastic: true },
    { head: ["Surely"], align: "right" as const },
    { head: ["Possibly"], align: "right" as const },
  ];
  const rows = causes.map((cause) => [causeWords(cause), String(cause.hard), String(cause.soft)]);
  const lists = causes.map((cause) => `${causeWords(cause)}: ${cause.ids.join(" ")}`);
  return [
    `\n${page.style.strong("The words that make the difference (these parts add up)")}\n`,
    table(columns, rows, page.width),
    ...(page.list ? ["\n", ...lists.map((line) => paragraph(line, page.width))] : []),
  ].join("");
}

function setsPart({ sets }: Comparison, page: Page): string {
  if (sets.length === 0) return "";
  const columns = [
    {
      head: ["Smallest sets of questions whose answers flip a verdict"],
      align: "left" as const,
      elastic: true,
    },
    { head: ["Incidents"], align: "right" as const },
  ];
  const rows = sets.map(({ questions, incidents }) => [questions.join(" + "), String(incidents)]);
  return `\n${table(columns, rows, page.width)}${paragraph("An incident with several such sets stands in each.", page.width)}`;
}

function marginsPart({ alone, last }: Comparison, page: Page): string {
  const questions = Object.keys(alone);
  if (questions.length === 0) return "";
  const columns = [
    { head: ["Question"], align: "left" as const },
    { head: ["Switching", "only it flips"], align: "right" as const },
    { head: ["Switching all others", "does not flip"], align: "right" as const },
  ];
  const rows = questions.map((id) => [id, String(alone[id] ?? 0), String(last[id] ?? 0)]);
  return `\n${table(columns, rows, page.width)}${paragraph("Not to be added up over questions.", page.width)}`;
}
