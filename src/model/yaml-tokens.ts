// The tokens of a YAML text, bounded before anything is made of them: how many there are, and how deep they nest without recursion.
import { Lexer, Parser } from "yaml";
import type { CST } from "yaml";

/** A text of a megabyte as people write it has some 450,000 words, marks, spaces and line breaks. */
export const MOST_WORDS = 600_000;

/** The tokens in file order; null when there are more than `MOST_WORDS` to make them of. `newLine` is given each line's first offset. */
export function tokensOf(
  text: string,
  newLine: (offset: number) => void,
): readonly CST.Token[] | null {
  const parser = new Parser(newLine);
  const tokens: CST.Token[] = [];
  let words = 0;
  newLine(0);
  for (const word of new Lexer().lex(text)) {
    if (++words > MOST_WORDS) return null;
    for (const token of parser.next(word)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** UTF-16 offset of the first token (in file order) that lies in more than `most` collections; null when there is none. */
export function firstDeeper(tokens: readonly CST.Token[], most: number): number | null {
  const stack = tokens.map((token) => ({ token, depth: 0 })).reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > most) return token.offset;
    for (const inner of [...childrenOf(token)].reverse()) {
      stack.push({ token: inner, depth: token.type === "document" ? depth : depth + 1 });
    }
  }
  return null;
}

function* childrenOf(token: CST.Token): Iterable<CST.Token> {
  if (token.type === "document" && token.value !== undefined) yield token.value;
  if (!("items" in token)) return;
  for (const { key, value } of token.items) {
    if (key !== null && key !== undefined) yield key;
    if (value !== undefined) yield value;
  }
}
