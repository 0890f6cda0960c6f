// `--text-as-of`: the case with its texts as they stood on a day, and what every answer then says about it.
import { atTextTime } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import type { Day } from "../model/instant.ts";
import { paragraph } from "./print/text.ts";

export interface TextTime {
  readonly theCase: Case;
  /** Null: the texts as they stand. */
  readonly textAsOf: Day | null;
  /** What the day changed in the texts, a sentence each. */
  readonly told: readonly string[];
}

export function inTextTime(theCase: Case, day: Day | undefined): TextTime {
  if (day === undefined) return { theCase, textAsOf: null, told: [] };
  const { input, told } = atTextTime(theCase, day);
  return { theCase: input, textAsOf: day, told };
}

/** Of these texts only: an answer about one reading need not tell of all texts. */
export function toldOf({ told }: TextTime, readings: readonly string[]): readonly string[] {
  const texts = new Set(readings.map((id) => id.split("/")[0]));
  return told.filter((sentence) => texts.has(sentence.split(":")[0]));
}

/** Fields of a JSON answer, only when text time was asked for. */
export function textTimeJson(
  { textAsOf }: Pick<TextTime, "textAsOf">,
  textNotes: readonly string[],
): { readonly textAsOf?: Day; readonly textNotes?: readonly string[] } {
  return textAsOf === null ? {} : { textAsOf, textNotes };
}

/** Lines for people; none when text time was not asked for. */
export function renderTextTime(
  { textAsOf }: Pick<TextTime, "textAsOf">,
  told: readonly string[],
  width: number,
): string {
  if (textAsOf === null) return "";
  const lines = told.map((sentence) => paragraph(`- ${sentence}`, width));
  return `${paragraph(`Texts as of ${textAsOf}:`, width)}${lines.join("")}\n`;
}
