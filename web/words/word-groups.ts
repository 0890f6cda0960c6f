// Which words load with which screens. A screen's own words come with it; whatever the frame, the parts or two groups of screens
// use is in the shell's. INVARIANT: a screen uses no code of a screen in another group, for that code's words would be missing.

/** Each is one small catalog for each language. */
export const WORD_GROUPS = [
  "shell",
  "incident",
  "incidents",
  "price",
  "record",
  "situation",
  "texts",
] as const;
export type WordGroup = (typeof WORD_GROUPS)[number];

/** The group of each folder of `web/screens`; a folder that is not named here loads with the shell. */
export const SCREEN_GROUPS: ReadonlyMap<string, WordGroup> = new Map([
  ["incident", "incident"],
  ["incidents", "incidents"],
  ["lab", "texts"],
  ["price", "price"],
  ["record", "record"],
  ["review", "record"],
  ["situation", "situation"],
  ["terms", "texts"],
]);

/** Where a message belongs whose words stand in these files (paths from the repository's root). */
export function groupOf(files: readonly string[]): WordGroup {
  const groups = new Set(files.map(groupOfFile));
  const [only = "shell", second] = groups;
  return second === undefined ? only : "shell";
}

/** The group whose words a file may use beside the shell's. */
export function groupOfFile(file: string): WordGroup {
  const folder = /^web\/screens\/([^/]+)\//.exec(file)?.[1] ?? "";
  return SCREEN_GROUPS.get(folder) ?? "shell";
}
