// Two texts compared, as text: first the words, part by part; then which situations are covered otherwise.
import type { Box, Direction } from "../../assess/diff/semantic.ts";
import { intervalWords, listWords } from "../../assess/describe.ts";
import type { VerdictKind } from "../../assess/verdict.ts";
import type { TextChange } from "../../terms/diff-terms.ts";
import type { Plain } from "../../terms/ast.ts";
import type { Diff } from "../json/diff.ts";
import type { Style } from "../terminal.ts";
import { counted, paragraph } from "./text.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
}

export function renderDiff(diff: Diff, page: Page): string {
  const { before, after, words, meaning } = diff;
  const { directions, situations, shared } = meaning;
  const alike =
    shared.length === 0 ? "" : ` What both leave open is held alike: ${shared.join(", ")}.`;
  return [
    `${page.style.strong(`${before} -> ${after}`)}\n`,
    `\n${page.style.strong("Words")}\n`,
    ...(words.length === 0
      ? ["No difference.\n"]
      : words.map((change) => changeLines(change, page))),
    `\n${page.style.strong("Meaning")}\n`,
    ...(directions.length === 0
      ? [paragraph(`Same meaning over ${counted(situations, "situation")}.${alike}`, page.width)]
      : [
          ...directions.map((direction) => directionLines(direction, page)),
          paragraph(`Compared over ${counted(situations, "situation")}.${alike}`, page.width),
        ]),
  ].join("");
}

function changeLines(change: TextChange, { width }: Page): string {
  switch (change.kind) {
    case "added":
    case "removed":
      return paragraph(`${change.part} ${change.kind}: ${plainWords(change.value)}`, width);
    case "renamed":
      return paragraph(`${change.part} renamed: ${change.to}`, width);
    case "changed": {
      const { part, field, before, after, words } = change;
      const told =
        words === null
          ? `${plainWords(before)} -> ${plainWords(after)}`
          : words.map(({ kind, text }) => MARKS[kind].replace("*", () => text)).join(" ");
      return paragraph(`${part}, ${field}: ${told}`, width);
    }
    default:
      return change satisfies never;
  }
}

const MARKS = { same: "*", out: "[-*-]", in: "{+*+}" } as const;

function plainWords(value: Plain): string {
  if (value === null) return "(absent)";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What a change of verdict is called. */
export function changeName(from: VerdictKind, to: VerdictKind): string {
  return NAMES[`${from} ${to}`] ?? `${from} before, ${to} now`;
}

const NAMES: Readonly<Record<string, string>> = {
  "violation not-covered": "no longer protected",
  "not-covered violation": "now protected",
  "violation undetermined": "now open",
  "not-covered undetermined": "now open (not protected before)",
  "undetermined not-covered": "no longer open",
  "undetermined violation": "no longer open (now protected)",
};

function directionLines({ from, to, kinds, boxes, left }: Direction, page: Page): string {
  const name = changeName(from, to);
  const head = paragraph(`${name}: ${kinds.join(", ")}`, page.width);
  const single = boxes.length === 1 && left === 0;
  const more =
    left === 0 ? "" : paragraph(`and ${counted(left, "smaller part")} not told`, page.width, "  ");
  return [page.style.strong(head), ...boxes.map((box) => boxLines(box, single, page)), more].join(
    "",
  );
}

function boxLines(box: Box, single: boolean, { width }: Page): string {
  const { kinds, actors, acts, means, times, someAnswers, edges, example } = box;
  const parts = [
    ...(single ? [] : [kinds.join(", ")]),
    ...(acts === null ? [] : [listWords(acts)]),
    ...(actors === null ? [] : [`by ${listWords(actors)}`]),
    ...(means === null ? [] : [`with ${listWords(means)}`]),
    times.map(intervalWords).join(" and "),
    ...(someAnswers ? ["under some answers to what both leave open"] : []),
  ];
  return [
    paragraph(parts.join("; "), width, "  "),
    ...(edges.length === 0
      ? []
      : [paragraph(`part of it only if: ${edges.join(", ")}`, width, "  ")]),
    paragraph(`for example: ${example}`, width, "  "),
  ].join("");
}
