// What the texts require and whether it was done by then: a table of its own, because obligations stand in no total.
import type { Obligation } from "../../assess/index.ts";
import { formatInstant } from "../../model/instant.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import type { Column } from "./table.ts";
import { paragraph } from "./text.ts";

const KEY =
  "Due: the first instant that is too late. Unknown: the record or the text leaves open which of the states in brackets it is. " +
  "These are no incidents and stand in no total.";

/** Nothing where no text requires anything. */
export function renderObligations(
  obligations: readonly Obligation[],
  name: (party: string) => string,
  { width, style }: { readonly width: number; readonly style: Style },
): string {
  const [first] = obligations;
  if (first === undefined) return "";
  const rows = obligations.map((one) => [
    one.reading,
    one.clause,
    one.by.map(name).join(", "),
    dueWords(one),
    stateWords(one),
  ]);
  const head = `\n${style.strong(`What the texts require, as of ${minutes(first.at)}`)}\n`;
  return `${head}${table(COLUMNS, rows, width)}${paragraph(KEY, width)}`;
}

function dueWords({ due }: Obligation): string {
  if (due === null) return "no deadline";
  const [earliest, latest] = due;
  return earliest === latest ? minutes(earliest) : `${minutes(earliest)} to ${minutes(latest)}`;
}

function stateWords({ state, possible, cause, standing }: Obligation): string {
  const words = possible.map((one) => one.replaceAll("-", " ")).join(", ");
  const open = state === "unknown" ? `unknown (${words}; ${CAUSES[cause ?? "both"]})` : words;
  return standing === "would-apply" ? `${open}, if the text applied` : open;
}

const CAUSES = {
  facts: "the facts leave it open",
  text: "the text leaves it open",
  both: "facts and text leave it open",
} as const;

function minutes(at: number): string {
  return formatInstant(at).replace(/:00Z$/, "Z").replace("T", " ");
}

const COLUMNS: readonly Column[] = [
  { head: ["Reading"], align: "left" },
  { head: ["Clause"], align: "left" },
  { head: ["Binds"], align: "left" },
  { head: ["Due"], align: "left" },
  { head: ["State"], align: "left", elastic: true },
];
