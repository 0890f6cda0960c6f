// What documents promise, as values: npm scripts and commands they name, files they link to, packages they list.
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Names of npm scripts in a document: `npm run check:web`, `npm start`, `npm test`. */
export function npmScriptsIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\bnpm run ([a-z]\w*(?::[a-z]\w*)?)(?![\w:<])/g)].map(
    (match) => match[1] ?? "",
  );
  const short = [...text.matchAll(/\bnpm (start|test)\b/g)].map((match) => match[1] ?? "");
  return [...new Set([...named, ...short])];
}

/** Names of the program's commands in fenced or inline code: `truceline assess ...`. */
export function commandsIn(text: string): readonly string[] {
  const code = [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)];
  const words = code.flatMap(([, fenced, inline]) => [
    ...(fenced ?? inline ?? "").matchAll(/\btruceline ([a-z][a-z-]*)\b(?!\/)/g),
  ]);
  return [...new Set(words.map((match) => match[1] ?? ""))];
}

/** Links to files of the repository that are not there, as `document: link`. */
export function brokenLinks(root: string, { path, text }: Document): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return links
    .filter((link) => !/^(?:[a-z]+:|#)/.test(link))
    .filter((link) => {
      const target = normalize(join(dirname(path), link.replace(/#.*$/, "")));
      return !existsSync(join(root, target));
    })
    .map((link) => `${path}: ${link}`);
}

/** Package names in the first column of a table: "| `hono` | ...". */
export function packagesListed(text: string): readonly string[] {
  return [...text.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? "").sort();
}
