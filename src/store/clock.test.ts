// The clock table of RECORD 14 on a record on disk, opened anew for each entry: recorded time never goes back, is read as it was written, and a clock
// that runs ahead stops writing, also when it was set between two commands.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseInstant } from "../model/instant.ts";
import { draftOf } from "../../test/kit/written-record.ts";
import { acceptClock } from "./accept-clock.ts";
import type { Clock } from "./clock.ts";
import { fsck } from "./fsck.ts";
import { openRecord } from "./open-record.ts";
import { makeRecord, openForReading } from "./record-folder.ts";

const HOUR = 3_600_000;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-clock-"));
  makeRecord(folder, "truceline.example/clock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A machine in one run, whose clock anybody may set. */
class Machine implements Clock {
  at: number;
  passed = 0;
  name = "run-1";

  constructor(from: string) {
    this.at = instant(from);
  }

  readonly now = (): number => this.at;
  readonly steady = (): number => this.passed;
  readonly run = (): string => this.name;

  /** Time that passes for both timers. */
  passes(ms: number): void {
    this.at += ms;
    this.passed += ms;
  }
}

function instant(text: string): number {
  const at = parseInstant(text);
  if (at === null) throw new Error(text);
  return at;
}

let entries = 0;

/** One entry by a command of its own: when it was recorded and how far the clock stood behind. */
async function record(clock: Clock): Promise<readonly [string, number]> {
  const open = openRecord("", { folder, clock });
  try {
    const fields = { title: "t", outlet: "one", outletSide: "other" };
    const { value } = await open.record.append([draftOf(`src-${++entries}`, "source", { fields })]);
    if (value === null) throw new Error("refused");
    const leaf = open.record.see(value.first)?.leaf;
    return [leaf?.recordedAt ?? "", leaf?.clockSkewMs ?? 0];
  } finally {
    open.close();
  }
}

function requireSound(size: number): void {
  const open = openForReading(folder);
  expect([fsck(open).findings, open.store.head()?.size]).toEqual([[], size]);
  open.close();
}

describe("a clock that goes on as time does", () => {
  test.each([
    ["over the end of summer time in Kyiv", "2026-10-25T00:30:00Z", HOUR],
    ["over its beginning", "2026-03-29T00:30:00Z", HOUR],
    ["over 29 February", "2028-02-28T23:30:00Z", 24 * HOUR],
    ["past the 32-bit second of 2038", "2038-01-19T03:14:07Z", 1_000],
  ])("%s records each instant as it was", async (_name, from, step) => {
    const machine = new Machine(from);
    const said: string[] = [];
    for (let i = 0; i < 3; i++) {
      said.push((await record(machine))[0]);
      machine.passes(step);
    }
    const expected = [0, 1, 2].map((i) => instant(from) + i * step);
    expect(said.map(instant)).toEqual(expected);
    expect(said).toEqual(expected.map((at) => new Date(at).toISOString()));
    const open = openRecord("", { folder, clock: machine });
    const sizes = expected.map((at) => open.record.headAt(at));
    open.close();
    expect(sizes).toEqual([1, 2, 3]);
    requireSound(3);
  });
});

describe("a clock that was set", () => {
  test.each([
    ["an hour back", HOUR],
    ["a year back", 365 * 24 * HOUR],
  ])("%s writes how far it stands behind, and goes on in order", async (_name, back) => {
    const machine = new Machine("2026-06-01T12:00:00Z");
    const [first] = await record(machine);
    machine.at -= back;
    machine.passes(60_000);
    expect(await record(machine)).toEqual([first, back - 60_000]);
    requireSound(2);
  });

  test("an hour ahead is borne; a minute more is not, also by a command that begins after it was set", async () => {
    const machine = new Machine("2026-06-01T12:00:00Z");
    await record(machine);
    machine.at += HOUR;
    expect((await record(machine))[0]).toBe("2026-06-01T13:00:00.000Z");
    machine.at += 60_000;
    await expect(record(machine)).rejects.toMatchObject({
      code: "clock-jumped",
      message: expect.stringContaining("truceline log CASE --accept-clock"),
    });
    machine.at -= 60_000;
    await record(machine);
    requireSound(3);
  });

  test("frozen, gives every entry the same instant", async () => {
    const machine = new Machine("2026-06-01T12:00:00Z");
    const said = [await record(machine)];
    for (let i = 0; i < 3; i++) {
      machine.passed += HOUR;
      said.push(await record(machine));
    }
    expect(new Set(said.map(([at]) => at))).toEqual(new Set(["2026-06-01T12:00:00.000Z"]));
    requireSound(4);
  });

  test("ahead is accepted by a person once: it is an entry, and later commands go on from there", async () => {
    const machine = new Machine("2026-06-01T12:00:00Z");
    await record(machine);
    machine.at += 24 * HOUR;
    const open = openRecord("", { folder, clock: machine });
    const accepted = await acceptClock(open, "ann");
    const seen = open.record.see(1);
    expect(await acceptClock(open, "ann")).toBe(null);
    open.close();
    expect(accepted?.value).toMatchObject({ size: 2, clock: machine.at });
    expect(seen?.openings["clock"]?.value).toEqual({
      accepted: instant("2026-06-02T12:00:00Z"),
      expected: instant("2026-06-01T12:00:00Z"),
    });
    expect(seen?.leaf.actor).toBe("ann");
    machine.passes(1_000);
    expect((await record(machine))[0]).toBe("2026-06-02T12:00:01.000Z");
    requireSound(3);
  });

  test("before the machine was started again is not noticed; a start that cannot be read is made anew", async () => {
    const machine = new Machine("2026-06-01T12:00:00Z");
    await record(machine);
    machine.at += 24 * HOUR;
    machine.name = "run-2";
    machine.passed = 0;
    expect((await record(machine))[0]).toBe(new Date(machine.at).toISOString());
    writeFileSync(join(folder, "clock"), "{");
    machine.at += 24 * HOUR;
    expect((await record(machine))[0]).toBe(new Date(machine.at).toISOString());
  });
});

test("that a clock was accepted rules nothing: the first policy still needs one person only", async () => {
  const machine = new Machine("2026-06-01T12:00:00Z");
  await record(machine);
  machine.at += 24 * HOUR;
  const open = openRecord("", { folder, clock: machine });
  await acceptClock(open, "ann");
  const fields = { review: { persons: 1 }, reason: "a small team" };
  const policy = await open.record.append([draftOf("pol-1", "policy", { fields })]);
  open.close();
  expect(policy.problems).toEqual([]);
});
