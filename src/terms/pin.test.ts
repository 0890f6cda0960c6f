// A pin changes nothing else in a text, is the same however it is written, and tells when the vocabulary is another.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../model/hash.ts";
import { loadTerms } from "./check-terms.ts";
import { pinTerms, stalePins } from "./pin.ts";

const contents = new Map([
  ["kinds.yaml", "kinds: {}\n"],
  ["means.yaml", "means: {}\n"],
]);
const [kinds, means] = [...contents.values()].map(sha256Hex);
const head = (uses: string) =>
  `truceline: terms/1 # version\nuses: ${uses} # what it reads\nid: x\n`;
const FLOW = `{kinds: {path: kinds.yaml, sha256: ${kinds}}, means: {path: means.yaml, sha256: ${means}}}`;

describe("terms pin", () => {
  test.each([
    ["bare names", "{kinds: kinds.yaml, means: means.yaml}"],
    ["an old pin", `{kinds: {path: kinds.yaml, sha256: ${"0".repeat(64)}}, means: means.yaml}`],
    ["a path alone", "{kinds: {path: kinds.yaml}, means: means.yaml}"],
  ])("writes both pins over %s and leaves the rest as it stands", (_, uses) => {
    const file = "x.terms.yaml";
    const pinned = pinTerms(head(uses), { file, contents });
    expect(pinned).toEqual({
      text: head(FLOW),
      changed: ["kinds.yaml", "means.yaml"],
      missing: [],
    });
    expect(pinTerms(pinned.text, { file, contents })).toEqual({ ...pinned, changed: [] });
  });

  test("works inside a Markdown text, and names a file that is not there", () => {
    const text = `# Title\n\n> words\n\n\`\`\`terms\n${head("{kinds: kinds.yaml, means: other.yaml}")}\`\`\`\n`;
    const pinned = pinTerms(text, { file: "x.terms.md", contents });
    expect(pinned.text).toContain(
      `uses: {kinds: {path: kinds.yaml, sha256: ${kinds}}, means: other.yaml}`,
    );
    expect(pinned.missing).toEqual(["other.yaml"]);
  });

  test("a pinned text tells when the vocabulary at hand is another", () => {
    const file = "energy.terms.yaml";
    const energy = readFileSync(
      new URL("../../test/fixtures/energy.terms.yaml", import.meta.url),
      "utf8",
    );
    const { value } = loadTerms(pinTerms(energy, { file, contents }).text, { file });
    if (value === null) throw new Error("the worked example has an error");
    expect(stalePins(value.instrument, contents)).toEqual([]);
    expect(stalePins(value.instrument, new Map([["kinds.yaml", "other\n"]]))).toEqual(["kinds"]);
  });
});
