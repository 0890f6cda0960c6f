// `truceline diff`: how two texts, or two answers of one, differ in words and in what they cover.
import { Command, InvalidArgumentError, Option } from "commander";
import { semanticDiff, wordsOf } from "../assess/diff/semantic.ts";
import type { SemanticDiff } from "../assess/diff/semantic.ts";
import { UnknownNameError } from "../assess/errors.ts";
import type { LoadedInstrument } from "../case/case.ts";
import { diffTerms } from "../terms/diff-terms.ts";
import { answerValueToPlain } from "../terms/clause-to-plain.ts";
import { loadedName } from "../case/versions.ts";
import type { Day } from "../model/instant.ts";
import { heldOn } from "../terms/text-time.ts";
import { diffJson } from "./json/diff.ts";
import { jsonOption, textAsOfOption } from "./options.ts";
import { renderDiff } from "./print/diff.ts";
import type { Shell } from "./shell.ts";
import { cannot, wrongUsage } from "./stop.ts";
import { styleFor } from "./terminal.ts";
import { renderTextTime, textTimeJson } from "./text-time.ts";
import { openText } from "./text-file.ts";
import type { OpenedText } from "./text-file.ts";

/** A question and the two answers to compare. */
interface Answers {
  readonly question: string;
  readonly before: string;
  readonly after: string;
}

interface DiffFlags {
  readonly answers?: Answers;
  readonly case?: string;
  readonly textAsOf?: Day;
  readonly json?: boolean;
}

export function diffCommand(shell: Shell): Command {
  return new Command("diff")
    .description("compare two texts, or two answers of one, in words and in what they cover")
    .argument(
      "<terms>",
      "a *.terms.yaml or *.terms.md; with --case also energy or energy@2025-03-18",
    )
    .argument("[other]", "the text to compare it with")
    .addOption(
      new Option(
        "--answers <question:a,b>",
        "compare two answers to one question of the text",
      ).argParser(answersArgument),
    )
    .addOption(textAsOfOption())
    .option("--case <dir>", "the case to read the texts against; default: the one they lie in")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((file: string, other: string | undefined, flags: DiffFlags) =>
      diff(shell, [file, other], flags),
    );
}

const EXAMPLE = `
Example:
  truceline diff cases/example/terms/river-truce.terms.md --answers targets:energy-and-bridges,energy-only`;

async function diff(
  { terminal }: Shell,
  [file, other]: readonly [string, string | undefined],
  flags: DiffFlags,
): Promise<void> {
  const { opened: first, told } = heldOnDay(await openText(file, terminal, flags.case), flags);
  const second =
    other === undefined ? null : heldOnDay(await openText(other, terminal, flags.case), flags);
  const found =
    second === null
      ? diffOfAnswers(first, flags.answers)
      : diffOfTexts(first, second.opened, flags);
  const notes = [...new Set([...told, ...(second?.told ?? [])])];
  const texts = { textAsOf: flags.textAsOf ?? null };
  if (flags.json === true) {
    const json = { ...diffJson(found), ...textTimeJson(texts, notes) };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  terminal.out(renderTextTime(texts, notes, terminal.columns));
  terminal.out(renderDiff(found, { width: terminal.columns, style: styleFor(terminal) }));
}

/** Of the text at hand the answers held on that day; which version it is was said by naming it. */
function heldOnDay(
  opened: OpenedText,
  { textAsOf }: DiffFlags,
): { readonly opened: OpenedText; readonly told: readonly string[] } {
  if (textAsOf === undefined) return { opened, told: [] };
  const { theCase, loaded } = opened;
  const published = (source: string) => theCase.sources.get(source)?.published ?? null;
  const { instrument, told } = heldOn(loaded.instrument, textAsOf, published);
  return { opened: { ...opened, loaded: { ...loaded, instrument } }, told };
}

function diffOfAnswers({ theCase, loaded }: OpenedText, answers: Answers | undefined) {
  if (answers === undefined)
    throw wrongUsage("expected a second text, or two answers to compare: --answers QUESTION:A,B");
  const { question, before, after } = answers;
  const asked = requireQuestion(loaded, answers);
  const models = [before, after].map((answer) =>
    wordsOf(theCase, loaded, new Map([[question, [answer]]])),
  );
  const said = (id: string) => {
    const value = asked.answers.get(id)?.value;
    return value === undefined ? null : answerValueToPlain(value);
  };
  const name = (answer: string): string => `${loaded.instrument.id}/${question}=${answer}`;
  return {
    before: name(before),
    after: name(after),
    words: [
      {
        kind: "changed" as const,
        part: `question ${question}`,
        field: "answer",
        before: said(before),
        after: said(after),
        words: null,
      },
    ],
    meaning: meaningOf(models),
  };
}

function requireQuestion({ instrument }: LoadedInstrument, { question, before, after }: Answers) {
  const asked = instrument.questions.get(question);
  if (asked === undefined)
    throw new UnknownNameError("question", question, [...instrument.questions.keys()]);
  for (const answer of [before, after]) {
    if (!asked.answers.has(answer))
      throw new UnknownNameError(`answer to "${question}"`, answer, [...asked.answers.keys()]);
  }
  return asked;
}

function diffOfTexts(first: OpenedText, second: OpenedText, flags: DiffFlags) {
  if (flags.answers !== undefined)
    throw wrongUsage("--answers compares two answers of one text; two texts were given");
  const models = [first, second].map(({ theCase, loaded }) => wordsOf(theCase, loaded));
  return {
    before: loadedName(first.loaded),
    after: loadedName(second.loaded),
    words: diffTerms(first.loaded.instrument, second.loaded.instrument),
    meaning: meaningOf(models),
  };
}

function meaningOf([before, after]: readonly ReturnType<typeof wordsOf>[]): SemanticDiff {
  if (before === undefined || after === undefined) throw new RangeError("two texts were expected");
  const meaning = semanticDiff(before, after);
  if (!("tooMany" in meaning)) return meaning;
  const most = meaning.largest.map(({ dimension, size }) => `${dimension} (${size})`);
  const why = most.length === 0 ? "" : `; most of it: ${most.join(" and ")}`;
  throw cannot(`the texts tell ${meaning.tooMany} situations apart, too many to compare${why}`);
}

function answersArgument(text: string): Answers {
  const [, question, before, after] = /^([^:,]+)[:,]([^:,]+),([^:,]+)$/.exec(text) ?? [];
  if (question === undefined || before === undefined || after === undefined || before === after)
    throw new InvalidArgumentError(
      "Expected a question and two answers, such as targets:energy-and-bridges,energy-only.",
    );
  return { question, before, after };
}
