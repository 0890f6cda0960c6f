// Candidate texts over a record: an unchanged one moves nothing, a wider one adds and never drops, an earlier start covers earlier
// days; sums hold, and the record's events count for a draft as for its text.
import { describe, expect, test } from "vitest";
import { incident, input, readText, text } from "../../test/kit/makers.ts";
import { parseDay } from "../model/instant.ts";
import type { ReadingId } from "../model/id.ts";
import { compareText } from "../model/problem.ts";
import { withPeriod } from "./whatif-period.ts";
import { SAME_INCIDENTS, whatIf } from "./whatif.ts";
import type { Candidate } from "./whatif.ts";

const SOURCE = readText("test/fixtures/energy.terms.yaml");
const energy = text(SOURCE);
const strike = (id: string, day: string, kind: string) =>
  incident({ id, at: [`${day}T10:00Z`, `${day}T10:01Z`], kinds: [kind], by: ["RU"] });
const RECORD = input([energy], {
  incidents: [
    strike("inc-1", "2025-03-14", "substation"),
    strike("inc-2", "2025-03-28", "gas-production"),
    strike("inc-3", "2025-03-28", "substation"),
    strike("inc-4", "2025-03-29", "school"),
  ],
});

function draft(change: (source: string) => string): Candidate {
  return { instrument: text(change(SOURCE)), version: "draft" };
}

const UNCHANGED = draft((source) => source);
const WIDER = draft((source) =>
  source.replace("targets: [power, oil, gas,", "targets: [education, power, oil, gas,"),
);

describe("what if", () => {
  test("an unchanged draft moves nothing and goes by a name of its own", () => {
    const { candidates, moves, assumption } = whatIf(RECORD, [UNCHANGED]);
    expect(candidates).toEqual([{ name: "energy-draft", version: "draft" }]);
    expect(moves.map(({ from, to, ids }) => ({ from, to, ids }))).toEqual(
      [...energy.readings.keys()].sort(compareText).map((name) => ({
        from: `energy/${name}`,
        to: `energy-draft/${name}`,
        ids: [],
      })),
    );
    expect(assumption).toBe(SAME_INCIDENTS);
  });

  test("a wider list of one reading adds what it names there, and nowhere else", () => {
    const { moves } = whatIf(RECORD, [WIDER]);
    const moved = moves.filter(({ ids }) => ids.length > 0);
    expect(moved.map(({ to, ids, into, out }) => ({ to, ids, into, out }))).toEqual([
      {
        to: "energy-draft/UA",
        ids: ["inc-4"],
        into: { atLeast: 1, atMost: 1 },
        out: { atLeast: 0, atMost: 0 },
      },
    ]);
    expect(moved[0]?.sentence).toContain("1 more and 0 fewer surely, 1 more and 0 fewer possibly");
  });

  test("after is before, plus what is added, less what falls away", () => {
    for (const move of whatIf(RECORD, [WIDER, UNCHANGED]).moves) {
      for (const bound of ["atLeast", "atMost"] as const)
        expect(move.wide[bound]).toBe(move.narrow[bound] + move.into[bound] - move.out[bound]);
    }
  });

  test("an earlier start covers what came before it", () => {
    const start = parseDay("2025-03-11");
    if (start === null) throw new Error("a day");
    const early = { ...UNCHANGED, instrument: withPeriod(energy, { start, zone: "Europe/Kyiv" }) };
    const ua = whatIf(RECORD, [early]).moves.find(({ to }) => to === "energy-draft/UA");
    expect(ua?.ids).toContain("inc-1");
  });

  test("several stand side by side under names apart, against the readings that were asked for", () => {
    const { candidates, readings, moves } = whatIf(RECORD, [WIDER, UNCHANGED], {
      against: ["energy/UA" as ReadingId],
    });
    expect(candidates.map(({ name }) => name)).toEqual(["energy-draft", "energy-draft-2"]);
    expect(
      readings.filter(({ instrument }) => instrument === "energy").map(({ id }) => id),
    ).toEqual(["energy/UA"]);
    expect(new Set(moves.map(({ from }) => from))).toEqual(new Set(["energy/UA"]));
  });

  test("five candidates are refused, and none", () => {
    expect(() =>
      whatIf(
        RECORD,
        Array.from({ length: 5 }, () => WIDER),
      ),
    ).toThrow(RangeError);
    expect(() => whatIf(RECORD, [])).toThrow(RangeError);
  });
});
