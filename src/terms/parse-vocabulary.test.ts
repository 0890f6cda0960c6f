// Vocabulary files of a case: nodes with labels and parents, all mistakes at once.
import { describe, expect, test } from "vitest";
import { parseKinds, parseMeans } from "./parse-vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";

const label = (word: string) => `label: {en: ${word}}`;

function kinds(lines: string) {
  return parseKinds(`truceline: kinds/1\nkinds:\n${lines}`, { file: "kinds.yaml" });
}

describe("kinds.yaml", () => {
  test("gives nodes in file order, with closed and open edges", () => {
    const { value } = kinds(`  object: {${label("object")}}
  power: {is: object, ${label("power")}}
  coal: {is: [object, '?power'], label: {en: coal, uk: вугілля, ru: уголь}}
`);
    expect(value?.map(({ id }) => id)).toEqual(["object", "power", "coal"]);
    expect(value?.[2]).toEqual({
      id: "coal",
      is: [
        { to: "object", open: false },
        { to: "power", open: true },
      ],
      labels: { en: "coal", uk: "вугілля", ru: "уголь" },
    });
    expect([...vocabulary(value ?? []).openEdges.keys()]).toEqual(["coal-in-power"]);
  });

  test("tells every mistake at once, with the nearest name", () => {
    const { value, problems } = kinds(`  object: {${label("object")}}
  power: {is: [objet], ${label("power")}}
  a b: {is: [object], ${label("x")}}
  gas.other: {is: [object], ${label("x")}}
  gas: {is: [object]}
  oil: {is: [oil-depot], ${label("oil")}}
  oil-depot: {is: [oil], ${label("depot")}}
`);
    expect(value).toBeNull();
    const told = problems.map(({ code, at, help }) => [code, at?.line, help]);
    const inOrder = told.sort((a, b) => String(a).localeCompare(String(b), "en"));
    expect(inOrder).toEqual([
      ["T102", 7, undefined],
      ["T106", 5, undefined],
      ["T106", 6, undefined],
      ["T201", 4, `did you mean "object"?`],
      ["T211", 8, undefined],
    ]);
  });

  test("says what it is: another language version is refused", () => {
    const { problems } = parseKinds("truceline: means/1\nkinds: {}\n", { file: "kinds.yaml" });
    expect(problems.map(({ code }) => code)).toEqual(["T106"]);
    expect(parseKinds("", { file: "kinds.yaml" }).value).toBeNull();
  });
});

describe("means.yaml", () => {
  test("holds means and acts", () => {
    const text = `truceline: means/1
means: {missile: {${label("missile")}}}
acts: {strike: {${label("strike")}}}
`;
    const { value } = parseMeans(text, { file: "means.yaml" });
    expect(value?.means.map(({ id }) => id)).toEqual(["missile"]);
    expect(value?.acts.map(({ id }) => id)).toEqual(["strike"]);
  });
});

describe("the implicit other of a kind", () => {
  test("may be named by a text: it is itself, of its kind, and no other thing of its kind", () => {
    const node = (id: string, ...is: readonly string[]) => ({
      id,
      is: is.map((to) => ({ to, open: false })),
      labels: {},
    });
    const { membership } = vocabulary([
      node("object"),
      node("power", "object"),
      node("grid", "power"),
    ]);
    expect(membership("power.other", "power.other")).toEqual({ kind: "in" });
    expect(membership("power.other", "power")).toEqual({ kind: "in" });
    expect(membership("grid", "power.other")).toEqual({ kind: "out" });
  });
});
