// YAML with places: what is refused, and that every place is where the words stand, on long lines too.
import { describe, expect, test } from "vitest";
import { parseYaml } from "./yaml.ts";
import type { YamlNode } from "./yaml.ts";

const OPTIONS = { file: "a.yaml", prefix: "T" };

/** Every scalar with its span. */
function scalars(node: YamlNode | null): readonly Extract<YamlNode, { kind: "scalar" }>[] {
  if (node === null) return [];
  if (node.kind === "scalar") return [node];
  const inner = node.kind === "list" ? node.items : node.entries.map(({ value }) => value);
  return inner.flatMap(scalars);
}

describe("what a stranger's file may not hide", () => {
  test.each([
    ["a: &b c", '"&b"', 4],
    ["a: !!str x", '"!!str"', 4],
    ["a: !!str [x]", '"!!str"', 4],
    ["a: !x y", '"!x"', 4],
    ["a: !<tag:x> y", '"!<tag:x>"', 4],
    ["a: *b", '"*b"', 4],
    ["<<: {a: 1}", '"<<"', 1],
    ["%YAML 1.1\n---\na: no", "%YAML", 1],
  ])("%j is refused once, at its place", (text, words, column) => {
    const { problems } = parseYaml(text, OPTIONS);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "T104", at: { line: 1, column } });
    expect(problems[0]?.message).toContain(words);
  });

  test("dates, `no` and `on` stay the text they are", () => {
    const { root } = parseYaml("[2025-03-18, no, on, 2025c, +03:00]", OPTIONS);
    const texts = ["2025-03-18", "no", "on", "2025c", "+03:00"];
    expect(scalars(root).map(({ value }) => value)).toEqual(texts);
  });
});

describe("places", () => {
  test("count code points from 1, nested or not, in whatever order they are asked for", () => {
    const text = "{😀: [a1, {x: a2, y: [a3, [a4]]}], z: a5}";
    const line = [...text];
    const found = scalars(parseYaml(text, OPTIONS).root).map(({ text: word, at }) => [
      word,
      line.slice(at.column - 1, at.endColumn - 1).join(""),
    ]);
    expect(found).toEqual(["a1", "a2", "a3", "a4", "a5"].map((word) => [word, word]));
  });

  test("on a line of 60,000 names are found in time that grows with the line, not with its square", () => {
    const text = `[${"ab, ".repeat(60_000)}]`;
    const last = scalars(parseYaml(text, OPTIONS).root).at(-1);
    expect(last?.at.column).toBe(2 + 4 * 59_999);
  }, 8_000);
});

describe("what would cost too much", () => {
  test.each([
    ["lists", "[".repeat(20_000), 102],
    ["maps", "{a: ".repeat(20_000), 402],
    ["dashes", "- ".repeat(20_000), 203],
    ["keys of keys", "? ".repeat(20_000), 203],
  ])(
    "%s 20,000 deep are refused once, at the level that no machine's stack minds",
    (_, text, column) => {
      const { root, problems } = parseYaml(text, OPTIONS);
      expect(root).toBe(null);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatchObject({ code: "T801", at: { line: 1, column } });
    },
  );

  test("more words and marks than a text has are refused before they are read", () => {
    const { root, problems } = parseYaml(`[${",".repeat(600_001)}]`, OPTIONS);
    expect(root).toBe(null);
    expect(problems.map(({ message }) => message)).toEqual([
      "the file has more than 600000 words and marks",
    ]);
  });

  test("faults are listed up to a thousand, then counted", () => {
    const { problems } = parseYaml("- &a x\n".repeat(1_500), OPTIONS);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)?.message).toBe("and 500 more problems; the first 1000 are listed");
  });
});
