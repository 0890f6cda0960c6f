// One source file as the house tests see it: its text, its lines, what it imports. Parsed, not guessed by pattern.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";

export interface SourceFile {
  /** From the root of the repository, `src/terms/ast.ts`. */
  readonly path: string;
  readonly text: string;
  /** Module names as written, in file order; type imports and `import("...")` among them. */
  readonly imports: readonly string[];
  /** `process.env`, `import.meta.url`: every chain of plain names that is read, as text. */
  readonly members: ReadonlySet<string>;
}

/** All .ts and .tsx files under the given folders (and single files), sorted by path. */
export function readSourceFiles(root: string, places: readonly string[]): readonly SourceFile[] {
  const paths = places.flatMap((place) =>
    place.endsWith(".ts") ? [place] : pathsUnder(root, place),
  );
  return paths
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), "utf8")));
}

/** Every file under a folder, as paths from `root`; empty when there is no such folder. */
export function pathsUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsUnder(root, path) : [path];
  });
}

export function sourceFile(path: string, text: string): SourceFile {
  const lang = path.endsWith(".tsx") ? "tsx" : "ts";
  const imports: string[] = [];
  const members = new Set<string>();
  visit(parseAst(text, { lang }), (node) => {
    const source = IMPORTING.has(String(node["type"])) ? node["source"] : null;
    if (isNode(source) && typeof source["value"] === "string") imports.push(source["value"]);
    const member = memberName(node);
    if (member !== null) members.add(member);
  });
  return { path, text, imports, members };
}

type AnyNode = Readonly<Record<string, unknown>>;

const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function visit(value: unknown, see: (node: AnyNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && !(value instanceof RegExp);
}

function memberName(node: AnyNode): string | null {
  if (node["type"] !== "MemberExpression" || node["computed"] === true) return null;
  const [object, property] = [node["object"], node["property"]];
  if (!isNode(object) || !isNode(property) || typeof property["name"] !== "string") return null;
  return typeof object["name"] === "string" ? `${object["name"]}.${property["name"]}` : null;
}
