// How deep a YAML text nests, read off its tokens without recursion: what comes after may recurse and has to know first.
import type { CST } from "yaml";

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
