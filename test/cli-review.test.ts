// `truceline review` on a copy of the smallest case: the queue, decisions of one and of two, everything that is refused and why.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";

let base = "";
let folder = "";

beforeAll(async () => {
  ({ base, folder } = await recordedExample("review"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const review = (...args: readonly string[]) => truceline(["review", folder, ...args]);
const queue = async () => JSON.parse((await review("list", "--json")).out);
const lineOf = async (id: string) =>
  (await queue()).waiting.find((one: { incident: string }) => one.incident === id);

async function append(...drafts: readonly object[]): Promise<void> {
  const file = join(base, "drafts.json");
  writeFileSync(file, JSON.stringify(drafts));
  const { code, err } = await truceline(["log", folder, "--append", file, "--as", "cem"]);
  expect([code, err]).toEqual([0, ""]);
}

describe("review", () => {
  test("lists every account that nobody took, by day, with its outlets", async () => {
    const { waiting, persons, isSeeds } = await queue();
    expect([waiting.length, persons, isSeeds]).toEqual([5, 2, false]);
    expect(waiting[0]).toMatchObject({ state: "reported", waitsFor: "taker", recorders: ["rec"] });
    const days = waiting.map((one: { line: { day: string } }) => one.line.day);
    expect(days).toEqual([...days].sort((a, b) => (a < b ? -1 : 1)));
    expect((await review()).out).toMatch(/^5 wait .*\ninc-\d .* waits for somebody to take it/);
  });

  test("is of the record that --store names", async () => {
    const other = join(base, "elsewhere");
    cpSync(join(folder, ".truceline"), other, { recursive: true });
    const draft = join(base, "inc-other.json");
    const source = { title: "t", outlet: "o", outletSide: "other" };
    writeFileSync(draft, JSON.stringify({ id: "src-other", kind: "source", fields: source }));
    await truceline(["log", folder, "--append", draft, "--store", other, "--as", "cem"]);
    await truceline(["review", folder, "take", "inc-2", "--store", other, "--as", "ann"]);
    const { waiting } = JSON.parse((await review("list", "--json", "--store", other)).out);
    const states = (lines: readonly { incident: string; state: string }[]) =>
      lines.find(({ incident }) => incident === "inc-2")?.state;
    expect([states(waiting), states((await queue()).waiting)]).toEqual([
      "under-review",
      "reported",
    ]);
  });

  test("takes one; another person cannot while it is taken", async () => {
    const taken = await review("take", "inc-1", "--as", "ann");
    expect([taken.code, taken.out]).toEqual([
      0,
      expect.stringMatching(/^inc-1 is under-review: entry \d+, dec-/),
    ]);
    const again = await review("take", "inc-1", "--as", "bea");
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringContaining('"ann" has taken this review'),
    ]);
    expect(await lineOf("inc-1")).toMatchObject({ taken: { by: "ann" }, waitsFor: "origins" });
  });

  test("verified is refused with everything that is missing, and nothing is kept", async () => {
    const before = (await truceline(["log", folder, "--json"])).out;
    const one = await review(
      "decide",
      "inc-1",
      "--to",
      "verified",
      "--reason",
      "seen",
      "--as",
      "rec",
    );
    expect(one.code).toBe(1);
    for (const part of [
      "transition-refused",
      "needs two persons",
      "2 independent origins",
      '"rec" recorded',
    ]) {
      expect(one.err).toContain(part);
    }
    expect((await truceline(["log", folder, "--json"])).out).toBe(before);
  });

  test("two other persons verify an account of two outlets, and its history says so", async () => {
    await append(
      {
        id: "src-9",
        kind: "source",
        fields: { title: "t", outlet: "another", outletSide: "other" },
      },
      { id: "rep-9", kind: "report", fields: { source: "src-9" } },
    );
    const heads = JSON.parse((await truceline(["log", folder, "--show", "inc-1", "--json"])).out);
    await append({
      id: "lnk-9",
      kind: "link",
      of: "inc-1",
      parents: [heads.at(-1).id],
      fields: { report: "rep-9" },
    });
    expect(await lineOf("inc-1")).toMatchObject({ waitsFor: "two", outlets: 2 });
    const decided = [
      "decide",
      "inc-1",
      "--to",
      "verified",
      "--reason",
      "two outlets",
      "--examined",
      "rep-9",
    ];
    const same = await review(...decided, "--as", "ann", "--as", "ann");
    expect([same.code, same.err]).toEqual([1, expect.stringContaining('"ann" and "ann" are one')]);
    const both = await review(...decided, "--as", "ann", "--as", "bea", "--json");
    expect(JSON.parse(both.out)).toMatchObject({ incident: "inc-1", to: "verified" });
    expect(await lineOf("inc-1")).toBeUndefined();
  });

  test("what is rejected by two is in no figure and waits no more", async () => {
    const rejected = ["decide", "inc-2", "--to", "rejected", "--reason"];
    const without = await review(...rejected, "no such thing", "--as", "ann", "--as", "bea");
    expect(without.err).toContain("fabricated, not an event, out of scope, test");
    await review(...rejected, "not an event", "--as", "ann", "--as", "bea");
    const ids = JSON.parse((await truceline(["assess", folder, "--json", "--list"])).out).incidents;
    expect(ids.map(({ id }: { id: string }) => id)).not.toContain("inc-2");
    expect(await lineOf("inc-2")).toBeUndefined();
  });

  test("wrong usage and a case without a record end with their own codes", async () => {
    expect((await review("take")).code).toBe(2);
    expect((await review("judge", "inc-1")).code).toBe(2);
    expect((await review("decide", "inc-3")).err).toContain("needs --to");
    expect((await review("decide", "inc-3", "--to", "merged", "--as", "a")).code).toBe(2);
    expect((await review("take", "inc-none", "--as", "a")).err).toContain(
      "no incident of this record",
    );
    const none = await truceline(["review", "cases/example"]);
    expect([none.code, none.err]).toEqual([3, expect.stringContaining("--init")]);
  });
});
