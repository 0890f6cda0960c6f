// Reads banned.txt and finds its words in a text. Used by the tests of neutrality only.
import type { Language } from "./languages.ts";
import { parseLanguage } from "./languages.ts";

export interface BannedWord {
  readonly language: Language;
  /** As the list writes it. */
  readonly word: string;
  readonly pattern: RegExp;
}

/** The list, in its order. Throws on a line that is neither comment nor a language and a word. */
export function parseBanned(text: string): readonly BannedWord[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const language = parseLanguage(line.slice(0, 2));
      const word = line.slice(3).trim();
      if (language === null || word === "") throw new Error(`not a language and a word: ${line}`);
      return { language, word, pattern: wordPattern(word) };
    });
}

/** Words of the list that occur in a text, as the list writes them. */
export function bannedIn(text: string, list: readonly BannedWord[]): readonly string[] {
  return list.filter(({ pattern }) => pattern.test(text)).map(({ word }) => word);
}

/** Whole words in any script; `*` stands for letters. */
function wordPattern(word: string): RegExp {
  const body = word
    .replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "\\p{L}*")
    .replaceAll(/\s+/g, "\\s+");
  return new RegExp(`(?<!\\p{L})${body}(?!\\p{L})`, "iu");
}
