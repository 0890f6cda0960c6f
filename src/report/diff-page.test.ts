// Two wordings compared: what differs in words is what the cards of Price call differing, and the meaning is that of `diff`.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { CALL_LIST } from "../../test/kit/real-case.ts";
import { diffPage, sidesOf } from "./diff-page.ts";
import type { Side } from "./diff-page.ts";

const sides = sidesOf(theCase);

function side(name: string): Side {
  const found = sides.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no side ${name}`);
  return found;
}

function diff(a: string, b: string) {
  return diffPage(theCase, side(a), side(b));
}

test("every text, reading and answer of the case can be a side, each under one name", () => {
  const names = sides.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { instrument } of theCase.instruments) {
    const answers = [...instrument.questions.values()].flatMap(({ answers: of }) => [...of.keys()]);
    const own = names.filter((name) => name.split("/")[0] === instrument.id);
    expect(own).toHaveLength(1 + instrument.readings.size + answers.length);
  }
});

describe("two answers to one question", () => {
  const page = diff("energy/scope=energy-infrastructure", `energy/scope=${CALL_LIST}`);

  test("differ in that part alone, name by name", () => {
    const differing = page.parts.filter(({ differs }) => differs);
    expect(differing.map(({ part }) => part)).toEqual(["targets"]);
    expect(differing[0]?.names?.removed).toEqual(["energy"]);
    expect(differing[0]?.names?.added).toContain("oil-refinery");
    expect(page.words).toBe(null);
  });

  test("lose and open the kinds that TERMS 5 names", () => {
    const kinds = (from: string, to: string) =>
      page.meaning?.directions.find((one) => one.from === from && one.to === to)?.kinds;
    expect(kinds("violation", "not-covered")).toContain("gas-production");
    expect(kinds("violation", "undetermined")).toEqual(["gas-metering"]);
    expect(kinds("undetermined", "not-covered")).toEqual([
      "coal",
      "energy-machine-building",
      "fuel-station",
    ]);
  });
});

test("a side compared with itself differs in nothing", () => {
  const page = diff("energy/RU", "energy/RU");
  expect(page.parts.filter(({ differs, quotes, names }) => differs || quotes || names)).toEqual([]);
  expect([page.meaning?.same, page.meaning?.directions]).toEqual([true, []]);
});

test("two quotations of different holders are compared word by word", () => {
  const page = diff("energy/US-18-march", "energy/US-25-march");
  const targets = page.parts.find(({ part }) => part === "targets");
  const words = targets?.quotes?.flatMap(({ kind, text }) => (kind === "out" ? [text] : []));
  expect(words?.join(" ")).toContain("infrastructure");
  expect(targets?.quotes?.some(({ kind, text }) => kind === "same" && text === "energy")).toBe(
    true,
  );
});

test("the other way round, what was lost is gained", () => {
  const [there, back] = [diff("energy/RU", "energy/UA"), diff("energy/UA", "energy/RU")];
  const told = (page: typeof there, swap: boolean) =>
    page.meaning?.directions
      .map(({ from, to, kinds }) => [swap ? to : from, swap ? from : to, kinds.join()].join(" "))
      .sort((a, b) => (a < b ? -1 : 1));
  expect(told(there, false)).toEqual(told(back, true));
  expect(told(there, false)?.length).toBeGreaterThan(1);
});

test("what a reading assumes to have come counts", () => {
  const page = diff("unconditional", "unconditional/text");
  expect(page.meaning?.same).toBe(false);
});

test("two texts are compared file by file too", () => {
  const page = diff("easter", "energy");
  expect(page.words?.some(({ kind, part }) => kind === "added" && part === "question scope")).toBe(
    true,
  );
});

describe("an earlier version of a text", () => {
  test("is a side with its own readings, and is told apart from the latest by words and by meaning", () => {
    const names = sides.map(({ name }) => name).filter((name) => name.includes("@"));
    expect(names.slice(0, 4)).toEqual([
      "energy@2025-03-18",
      "energy@2025-03-18/RU",
      "energy@2025-03-18/UA",
      "energy@2025-03-18/US-18-march",
    ]);
    const page = diff("energy@2025-03-18/RU", "energy/RU");
    const added = page.words?.flatMap(({ kind, part }) => (kind === "added" ? [part] : []));
    expect(added?.some((part) => part.startsWith("answer scope/"))).toBe(true);
    const lost = page.meaning?.directions.find(
      ({ from, to }) => from === "violation" && to === "not-covered",
    );
    expect(lost?.kinds).toContain("gas-production");
  });
});
