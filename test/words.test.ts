// Words load with the screens that use them: every message is in exactly one group's part of the catalog, and no screen uses code
// whose words another group brings.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { idsIn } from "../scripts/split-words.ts";
import { WORD_GROUPS, groupOf, groupOfFile } from "../web/words/word-groups.ts";
import { ownImports } from "./house/floors.ts";
import { readSourceFiles } from "./house/source-file.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const web = readSourceFiles(root, ["web"]).filter(({ path }) => !/\.test\.tsx?$/.test(path));
const english = readFileSync(new URL("../web/words/en.po", import.meta.url), "utf8");

/** Where screens are opened: it brings each together with its words. */
const OPENS_SCREENS = "web/app/router.tsx";

describe("words in groups", () => {
  test("hold every message once", () => {
    const all = [...english.matchAll(/^msgid "(.+)"$/gm)].map(([, id = ""]) => id);
    const grouped = WORD_GROUPS.flatMap((group) => [...idsIn(english, group)]);
    expect(all.length).toBeGreaterThan(400);
    expect(grouped.toSorted()).toEqual(all.toSorted());
    for (const group of WORD_GROUPS) expect(idsIn(english, group).size, group).toBeGreaterThan(20);
  });

  test("are those of the screens' own folders: no code of another group is used", () => {
    const imports = ownImports(web).filter(({ from }) => from !== OPENS_SCREENS);
    const strange = imports.filter(({ from, to }) => {
      const group = groupOfFile(to);
      return group !== "shell" && group !== groupOfFile(from);
    });
    expect(imports.length).toBeGreaterThan(200);
    expect(strange).toEqual([]);
  });

  test("of two groups, or of what every screen uses, come with the shell", () => {
    expect(groupOf(["web/screens/lab/a.tsx", "web/screens/terms/b.tsx"])).toBe("texts");
    expect(groupOf(["web/screens/lab/a.tsx", "web/screens/price/b.tsx"])).toBe("shell");
    expect(groupOf(["web/parts/a.tsx"])).toBe("shell");
    expect(groupOf(["web/screens/home/a.tsx"])).toBe("shell");
  });
});
