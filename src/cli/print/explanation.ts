// One explanation as text: the verdict in a sentence, the trace as a tree, why, why not, what would settle it, the answers.
import type { Explanation, Settling, TraceNode, Truth } from "../../assess/verdict.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import { printable, wrap } from "./text.ts";
import { standingWords, verdictWords } from "./verdict-words.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
}

export function renderExplanation(explanation: Explanation, page: Page): string {
  const { reading, verdict } = explanation;
  return [
    `${page.style.strong(reading)}\n`,
    say(`${capital(verdictWords(verdict))}. ${capital(standingWords(verdict.standing))}.`, page),
    `\n${page.style.strong("Trace")}\n`,
    renderTrace(explanation.trace, page),
    whyPart(explanation, page),
    whyNotPart(explanation, page),
    settlesPart(explanation, page),
    answersPart(explanation, page),
    ...explanation.limits.map((limit) => say(`Cut short: ${limit}`, page)),
  ].join("");
}

const TRUTH_WORDS: Readonly<Record<Truth, string>> = {
  true: "yes",
  false: "no",
  unknown: "open",
};

/** The trace as an indented tree: answer first, then what was asked, what was found, on whose word. */
export function renderTrace(node: TraceNode, page: Page, depth = 0): string {
  const indent = "  ".repeat(depth + 1);
  const claims = node.claims.length === 0 ? "" : ` [${node.claims.join(", ")}]`;
  const head = `${TRUTH_WORDS[node.value].padEnd(4)} ${node.rule}: ${node.asked}`;
  const found =
    node.found === "" ? [] : wrapped(`found: ${node.found}${claims}`, page, `${indent}     `);
  const quote = node.quote === null ? [] : wrapped(`text: "${node.quote}"`, page, `${indent}     `);
  const lines = [...wrapped(head, page, indent), ...found, ...quote];
  return (
    lines.map((line) => `${line}\n`).join("") + node.children.map(deeper(page, depth)).join("")
  );
}

function deeper(page: Page, depth: number): (node: TraceNode) => string {
  return (node) => renderTrace(node, page, depth + 1);
}

function whyPart({ why }: Explanation, page: Page): string {
  if (why.length === 0) return "";
  const items = why.map(({ id, value }) => `${id}: ${value}`);
  return part("Why: these alone give the verdict, whatever else were different", items, page);
}

function whyNotPart({ whyNot }: Explanation, page: Page): string {
  const items = whyNot.map(({ text, verdict }) => `${text}: ${verdict}`);
  const none = ["no change of one or two facts or answers gives another verdict"];
  return part("Why not otherwise: the nearest changes", items.length === 0 ? none : items, page);
}

const SETTLING_WORDS: Readonly<Record<Settling, string>> = {
  suffices: "knowing it decides",
  may: "knowing it may decide",
  needed: "nothing decides without it",
  idle: "knowing it decides nothing",
};

function settlesPart({ settles }: Explanation, page: Page): string {
  if (settles.length === 0) return "";
  const items = settles.map(
    ({ input, does }) => `${input.id}: ${SETTLING_WORDS[does]} (now ${input.value})`,
  );
  return part("What would settle it", items, page);
}

function answersPart({ answers }: Explanation, page: Page): string {
  if (answers.length === 0) return "";
  const columns = [
    { head: ["Question"], align: "left" as const },
    { head: ["Answer"], align: "left" as const },
    { head: ["Held by"], align: "left" as const },
    { head: ["Taken"], align: "left" as const },
    { head: ["Verdict with it"], align: "left" as const, elastic: true },
  ];
  const rows = answers.map(({ question, answer, holders, taken, verdict }) => [
    question,
    answer,
    holders.length === 0 ? "nobody" : holders.join(", "),
    taken ? "yes" : "",
    verdict,
  ]);
  return `\n${page.style.strong("Under each answer")}\n${table(columns, rows, page.width)}`;
}

function part(title: string, items: readonly string[], page: Page): string {
  const lines = items.flatMap((item) => {
    const [first = "", ...rest] = wrapped(item, page, "    ");
    return [`  - ${first.trimStart()}`, ...rest];
  });
  return `\n${page.style.strong(title)}\n${lines.map((line) => `${line}\n`).join("")}`;
}

function say(text: string, page: Page): string {
  return `${wrapped(text, page, "").join("\n")}\n`;
}

function wrapped(text: string, { width }: Page, indent: string): readonly string[] {
  return wrap(printable(text), Math.min(width, 100), indent);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
