// What keeps a record going for years, in the shell: a clock that jumped, another key, a loss.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRecord } from "../src/store/open-record.ts";
import { draftOf } from "./kit/written-record.ts";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";

let base = "";
let folder = "";

beforeAll(async () => {
  ({ base, folder } = await recordedExample("keeping"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const log = (...args: readonly string[]) => truceline(["log", folder, ...args]);

function sourceFile(id: string): string {
  const file = join(base, `${id}.json`);
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  writeFileSync(file, JSON.stringify({ id, kind: "source", fields }));
  return file;
}

describe("a clock that was set ahead", () => {
  /** As if the machine's clock had been set three hours ahead since this run of it first wrote. */
  function setAhead(): void {
    const path = join(folder, ".truceline", "clock");
    const start = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...start, now: start.now - 3 * 3_600_000 }));
  }

  test("is told with what to do; accepted, it is an entry of whoever said so, and recording goes on", async () => {
    const none = await log("--accept-clock");
    expect([none.code, none.out]).toEqual([0, "the clock is not ahead; nothing to accept\n"]);
    setAhead();
    const refused = await log("--append", sourceFile("src-clock"));
    expect([refused.code, refused.out]).toEqual([3, ""]);
    expect(refused.err).toContain("3.0 hours ahead");
    expect(refused.err).toContain("--accept-clock` (clock-jumped)");
    const accepted = await log("--accept-clock", "--as", "ann", "--json");
    const { entry } = JSON.parse(accepted.out).accepted;
    const [shown] = JSON.parse((await log("--show", entry)).out);
    expect(shown).toMatchObject({ kind: "policy", actor: "ann" });
    expect((await log("--append", sourceFile("src-clock"))).code).toBe(0);
  });
});

test("a clock that stands an hour behind the record is told; the entry is kept in order, once", async () => {
  const later = Date.now() + 3_600_000;
  const open = openRecord("", {
    folder: join(folder, ".truceline"),
    clock: { now: () => later, steady: () => 0 },
  });
  const fields = { title: "t", outlet: "one", outletSide: "other" };
  await open.record.append([draftOf("src-future", "source", { fields })]);
  open.close();
  const { code, err, out } = await log("--append", sourceFile("src-behind"));
  expect([code, out]).toEqual([0, expect.stringMatching(/^entries (\d+) to \1 of/)]);
  expect(err).toContain("Set the clock right.");
  const [shown] = JSON.parse((await log("--show", "src-behind")).out);
  expect(shown.recordedAt).toBe(new Date(later).toISOString());
  expect((await truceline(["verify", folder])).code).toBe(0);
});

describe("another key for the log", () => {
  const keyOf = async (): Promise<string> => JSON.parse((await log("--json")).out).vkey;
  const verify = (...args: readonly string[]) => truceline(["verify", folder, ...args]);

  test("takes two persons; then the log holds under both keys and a checkpoint kept from before", async () => {
    const old = await keyOf();
    const held = join(base, "held");
    writeFileSync(held, readFileSync(join(folder, ".truceline", "signed")));
    const alone = await log("--rotate-key", "--as", "ann");
    expect([alone.code, alone.out, await keyOf()]).toEqual([1, "", old]);
    expect(alone.err).toContain("a change of keys needs two persons");
    const { code, out } = await log(
      "--rotate-key",
      "--as",
      "ann",
      "--as",
      "bea",
      "--reason",
      "yearly",
    );
    expect(code).toBe(0);
    const fresh = await keyOf();
    expect(out).toContain(`old key    ${old}\nnew key    ${fresh}\n`);
    for (const vkey of [old, fresh]) {
      const { code: holds } = await verify("--vkey", vkey, "--held", held);
      expect(holds).toBe(0);
    }
    const [shown] = JSON.parse((await log("--list", "--json")).out).slice(-1);
    expect(shown).toMatchObject({ kind: "key", actor: "ann" });
    expect((await log("--append", sourceFile("src-after-key"))).code).toBe(0);
    expect((await truceline(["fsck", folder])).code).toBe(0);
  });

  test("wrong usage is told, and a size beyond the log refused", async () => {
    const word = await log("--rotate-key", "--last-trusted", "many");
    expect([word.code, word.err]).toEqual([2, expect.stringContaining('found "many"')]);
    const beyond = await log("--rotate-key", "--last-trusted", "9999", "--as", "a", "--as", "b");
    expect([beyond.code, beyond.err]).toEqual([1, expect.stringContaining("found 9999")]);
  });
});

describe("after a loss", () => {
  test("an old copy is read; two persons go on as another log, whose pages and figures name it", async () => {
    const none = await log("--begin-anew", "--reason", "x", "--as", "ann", "--as", "bea");
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("nothing is lost")]);
    expect((await log("--begin-anew")).code).toBe(2);
    const copy = join(base, "copy");
    await truceline(["backup", folder, copy]);
    await log("--append", sourceFile("src-lost"));
    const restored = await truceline(["restore", copy, folder]);
    expect(restored.code).toBe(1);
    expect(restored.err).toContain("--begin-anew");
    const refused = await log("--append", sourceFile("src-later"));
    expect([refused.code, refused.out]).toEqual([3, ""]);
    const { code, out } = await log(
      ...["--begin-anew", "--reason", "the disk of 3 May is gone", "--as", "ann", "--as", "bea"],
    );
    expect([code, out]).toEqual([0, expect.stringContaining("/example-2: ")]);
    expect(out).toContain("lost 1; entry");
    expect((await log("--append", sourceFile("src-later"))).code).toBe(0);
    expect((await truceline(["verify", folder])).code).toBe(0);
  });
});
