// One question's answers from narrow to wide on the real case: sums that hold, and an order only where there is one.
import { describe, expect, test } from "vitest";
import { compareText } from "../model/problem.ts";
import { theCase } from "../../test/case-files.ts";
import { CALL_LIST, OTHER_LIST } from "../../test/kit/real-case.ts";
import { assessCase, ladderOf, questionVariants } from "./index.ts";
import type { StepSum } from "./index.ts";

const SCOPE = { instrument: "energy", question: "scope" };
const hold = new Map([["on-breach", "bound"]]);
const scope = ladderOf(theCase, SCOPE, { hold });

const holds = ({ narrow, into, out, wide }: StepSum): boolean =>
  wide.atLeast === narrow.atLeast + into.atLeast - out.atLeast &&
  wide.atMost === narrow.atMost + into.atMost - out.atMost;

describe("the answers of one question as readings", () => {
  test("answer that question alone, one a live answer, held by nobody", () => {
    const variants = questionVariants(theCase, SCOPE);
    const { readings } = assessCase(variants, { hold });
    expect(readings.map(({ id }) => id)).toEqual([
      "energy/scope=energy-and-infrastructure",
      "energy/scope=energy-infrastructure",
      "energy/scope=energy-rail-ports",
      `energy/scope=${CALL_LIST}`,
      `energy/scope=${OTHER_LIST}`,
    ]);
    expect(readings.every(({ holder }) => holder === null)).toBe(true);
    expect(readings.every(({ open }) => open.includes("start") && !open.includes("scope"))).toBe(
      true,
    );
  });

  test("are made once a case and question", () => {
    expect(questionVariants(theCase, SCOPE)).toBe(questionVariants(theCase, SCOPE));
  });

  test("leave out an answer that nobody holds any more", () => {
    const variants = questionVariants(theCase, { instrument: "energy", question: "on-breach" });
    const names = variants.instruments.flatMap(({ instrument }) => [...instrument.readings.keys()]);
    expect(names).not.toContain("on-breach=ends-by-itself");
    expect(names).toContain("on-breach=bound");
  });
});

describe("a ladder", () => {
  test("goes from the narrower list to the wider one by what the words mean", () => {
    expect(scope.chain.at(-1)).toBe("energy/scope=energy-and-infrastructure");
    expect(scope.chain).toContain("energy/scope=energy-infrastructure");
    expect(scope.chain).toHaveLength(4);
    expect(scope.order).toBe("not-nested");
    expect(scope.apart).toContainEqual({
      a: `energy/scope=${CALL_LIST}`,
      b: `energy/scope=${OTHER_LIST}`,
      relation: "a-within-b",
    });
    expect(scope.apart).toContainEqual({
      a: "energy/scope=energy-infrastructure",
      b: `energy/scope=${OTHER_LIST}`,
      relation: "neither",
    });
  });

  test("is an order of its answers once the one beside it is left out, unless a breach releases", () => {
    const readings = scope.chain;
    expect(ladderOf(theCase, SCOPE, { hold, readings }).order).toBe("holds");
    expect(ladderOf(theCase, SCOPE, { readings }).order).toBe("release");
  });

  test("has sums that hold at every step and over the whole, with and without release after a breach", () => {
    const open = ladderOf(theCase, SCOPE);
    for (const ladder of [scope, open]) {
      expect(ladder.steps.length).toBe(ladder.chain.length - 1);
      expect(ladder.steps.every(holds)).toBe(true);
      expect(ladder.sum !== null && holds(ladder.sum)).toBe(true);
    }
  });

  test("tells each step's incidents by day, surely and possibly, in order and without empty days", () => {
    const dayOf = new Map(theCase.incidents.map(({ id, day }) => [id, day]));
    for (const { days, hard, soft, ids } of scope.steps) {
      const sum = (of: "hard" | "soft") => days.reduce((all, day) => all + day[of], 0);
      expect([sum("hard"), sum("soft")]).toEqual([hard, soft]);
      const expected = [...new Set(ids.map((id) => dayOf.get(id) ?? ""))].sort(compareText);
      expect(days.map(({ day }) => day)).toEqual(expected);
    }
    expect(scope.steps.some(({ hard, soft }) => hard !== soft)).toBe(true);
  });

  test("moves nothing out of violation while nobody is released", () => {
    for (const { out } of scope.steps) expect(out).toEqual({ atLeast: 0, atMost: 0 });
  });

  test("counts every change of verdict once", () => {
    for (const { transitions, hard, soft, ids } of scope.steps) {
      expect(transitions.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(hard + soft);
      expect(ids).toHaveLength(hard + soft);
    }
  });

  test("counts what its end readings count alone", () => {
    const ends = [scope.chain[0], scope.chain.at(-1)].flatMap((id) => id ?? []);
    const { readings } = assessCase(questionVariants(theCase, SCOPE), { hold, readings: ends });
    const boundsUnder = (id: string | undefined) => {
      const found = readings.find((reading) => reading.id === id)?.totals;
      return { atLeast: found?.atLeast, atMost: found?.atMost };
    };
    expect(scope.sum?.narrow).toEqual(boundsUnder(ends[0]));
    expect(scope.sum?.wide).toEqual(boundsUnder(ends[1]));
  });

  test("does not exist for days: a later start also ends later", () => {
    const start = ladderOf(theCase, { instrument: "energy", question: "start" }, { hold });
    expect(start).toMatchObject({ chain: [], steps: [], sum: null, order: "not-nested" });
    expect(start.apart).toEqual([
      { a: "energy/start=march-18", b: "energy/start=march-25", relation: "neither" },
    ]);
  });
});
