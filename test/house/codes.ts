// Problem codes that the source gives out, found as text: `"T203"` written whole, or `"203"` in a file whose reader has a prefix.
import type { SourceFile } from "./source-file.ts";

/** Which letters a file's bare numbers get: readers of shared files (model/) are used under every letter. */
const PREFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^src\/assess\/scenario/, ["S"]],
  [/^src\/terms\//, ["T"]],
  [/^src\/(?:case|record)\//, ["C"]],
];

/** Codes by the files that give them, sorted; tests left out. Bare numbers of model/ are left to the files that call it. */
export function codesIn(files: readonly SourceFile[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { path, text } of files) {
    if (path.includes(".test.") || !path.startsWith("src/")) continue;
    for (const code of codesOf(path, text)) found.set(code, [...(found.get(code) ?? []), path]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function codesOf(path: string, text: string): ReadonlySet<string> {
  const whole = [...text.matchAll(/["'`]([TSC]\d{3})["'`]/g)].map((match) => match[1] ?? "");
  const letters = PREFIXES.find(([pattern]) => pattern.test(path))?.[1] ?? [];
  const bare = [...text.matchAll(/["']([1-9]\d{2})["']/g)].map((match) => match[1] ?? "");
  return new Set([...whole, ...letters.flatMap((letter) => bare.map((number) => letter + number))]);
}
