// Kept texts of sources in a case folder: quotations are looked up there, and the texts go no further than the folder.
import { describe, expect, test } from "vitest";
import { loadCase } from "../src/case/load-case.ts";
import { makePack } from "../src/report/pack.ts";
import { filesOf } from "./kit/load-folder.ts";

const files = filesOf("cases/ukraine-2025");

function errorsWith(path: string, text: string) {
  const { problems } = loadCase(new Map([...files, [path, text]]));
  return problems.filter(({ severity }) => severity === "error");
}

describe("the kept text of a source", () => {
  test("that has the quoted words is silent, one that has others is T703 in every version of the text", () => {
    expect(
      errorsWith("sources/src-075.md", "an Energy and Infrastructure ceasefire, to start"),
    ).toEqual([]);
    const found = errorsWith("sources/src-075.md", "an energy ceasefire, to start");
    // Scenarios of a text that is left out say so as well.
    const own = found.filter(({ code }) => !code.startsWith("S"));
    expect(own.map(({ code, at }) => `${code} ${at?.file}`)).toEqual([
      "T703 terms/energy.terms.md",
      "T703 terms/versions/energy@2025-03-18.terms.md",
    ]);
  });

  test("of a source that the record does not have is C201", () => {
    expect(errorsWith("sources/src-none.md", "words").map(({ code }) => code)).toEqual(["C201"]);
  });

  test("is not given on in a pack", () => {
    const secret = "words of somebody else, whole";
    const packed = makePack(new Map([...files, ["sources/src-075.md", secret]]), "0.1.0");
    expect(packed).not.toContain(secret);
  });
});
