// The floors of ARCHITECTURE as a table, and what breaks them. Kept apart from the test so that it can be shown faulty files.
import { dirname, posix } from "node:path";
import type { SourceFile } from "./source-file.ts";

/** Floor -> floors its files may import beside their own. `model` is open to all. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  geo: ["model"],
  terms: ["model", "geo"],
  assess: ["model", "geo", "terms"],
  talks: ["model", "terms"],
  record: ["model", "geo", "terms", "talks"],
  intake: ["model", "geo", "record"],
  case: ["model", "geo", "terms", "assess", "talks", "record", "intake"],
  report: ["model", "geo", "terms", "assess", "talks", "record", "intake", "case"],
  store: ["model", "record", "case"],
  serve: [
    "model",
    "geo",
    "terms",
    "assess",
    "talks",
    "record",
    "intake",
    "case",
    "report",
    "store",
  ],
  cli: ["*"],
  index: ["*"],
  web: ["model", "geo", "terms", "assess", "talks", "record", "intake", "case", "report"],
};

/** Floors that touch neither disk, network, clock nor environment. */
export const PURE = new Set([
  "model",
  "geo",
  "terms",
  "assess",
  "talks",
  "record",
  "intake",
  "case",
  "report",
]);

/** Packages that a pure floor may import (each has a decision page), beside none. */
const PURE_PACKAGES = new Set(["@noble/hashes", "yaml", "geographiclib-geodesic"]);

/** The only file that reads the command line and the environment. */
const READS_WORLD = "src/cli/main.ts";
const WORLD = ["process.argv", "process.env"];
const LONGEST = 400;

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The floor a path belongs to: `src/terms/ast.ts` -> terms, `src/index.ts` -> index, `web/...` -> web; else null. */
export function floorOf(path: string): string | null {
  if (path.startsWith("web/")) return "web";
  const match = /^src\/([^/]+)\/|^src\/(index)\.ts$/.exec(path);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Imports of our own files, as paths from the root. */
export function ownImports(files: readonly SourceFile[]): readonly Import[] {
  return files.flatMap((file) =>
    file.imports
      .filter((name) => name.startsWith("."))
      .map((name) => ({ from: file.path, to: posix.join(dirname(file.path), name) })),
  );
}

/** Everything that breaks a rule, one sentence each; empty for a sound house. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  const imports = ownImports(files);
  return [
    ...imports.filter(pointsUp).map(({ from, to }) => `${from} imports upward: ${to}`),
    ...missingFiles(files, imports),
    ...cycles(imports).map((cycle) => `import cycle: ${cycle.join(" -> ")}`),
    ...files.flatMap(foreignImports),
    ...files.flatMap(worldReads),
    ...files.flatMap(shapeFaults),
  ];
}

function pointsUp({ from, to }: Import): boolean {
  const [own, other] = [floorOf(from), floorOf(to)];
  if (own === null || own === other) return false;
  const allowed = FLOORS[own];
  return allowed === undefined || !(allowed.includes("*") || allowed.includes(other ?? "?"));
}

function missingFiles(files: readonly SourceFile[], imports: readonly Import[]): readonly string[] {
  const known = new Set(files.map((file) => file.path));
  return imports
    .filter(({ to }) => /\.tsx?$/.test(to) && !known.has(to))
    .map(({ from, to }) => `${from} imports a file that is not there: ${to}`);
}

function foreignImports({ path, imports }: SourceFile): readonly string[] {
  const floor = floorOf(path);
  if (floor === null || !PURE.has(floor) || isTestMaterial(path)) return [];
  return imports
    .filter((name) => !name.startsWith(".") && !PURE_PACKAGES.has(packageOf(name)))
    .map((name) => `${path}, a pure floor, imports ${name}`);
}

function worldReads({ path, members }: SourceFile): readonly string[] {
  if (path === READS_WORLD || floorOf(path) === null) return [];
  return WORLD.filter((name) => members.has(name)).map(
    (name) => `${path} reads ${name}; only ${READS_WORLD} does`,
  );
}

function shapeFaults({ path, text }: SourceFile): readonly string[] {
  const lines = text.split("\n").length - 1;
  const opens = /^(#!.*\n)?\/\/ \S/.test(text);
  const isTable = /^\/\/.*(?:data table|table of data|generated)/i.test(text);
  return [
    ...(opens ? [] : [`${path} does not open with a comment that says what it is`]),
    ...(lines > LONGEST && !isTable ? [`${path} has ${lines} lines; split it`] : []),
  ];
}

/** Generators for property tests live beside the code they are for. */
function isTestMaterial(path: string): boolean {
  return /\.test\.tsx?$|\/arbitrary[^/]*\.ts$/.test(path);
}

function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

/** One cycle through each file that lies on one. */
export function cycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = groupByFrom(imports);
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

function groupByFrom(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}
