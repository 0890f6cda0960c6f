// `truceline compartment`: made by two, written and read by its holder, and for everybody else as if it were not there.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";

const SECRET = "the ford is the red line";
let base = "";
let folder = "";
let keys = "";

beforeAll(async () => {
  ({ base, folder } = await recordedExample("compartment"));
  keys = join(base, "keys");
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const log = (...args: readonly string[]) => truceline(["log", folder, ...args]);
const compartment = (...args: readonly string[]) => truceline(["compartment", folder, ...args]);
const TWO = ["--as", "ann", "--as", "bea"];

function draft(id: string, more: object): string {
  const file = join(base, `${id}.json`);
  const fields = {
    party: "north",
    issue: "ford",
    holds: ["open"],
    statements: [],
    redLine: SECRET,
  };
  writeFileSync(file, JSON.stringify({ id, kind: "position", fields, ...more }));
  return file;
}

test("one person makes none, and no key is left behind; keys never lie in the record's folder", async () => {
  const size = JSON.parse((await log("--json")).out).size;
  const alone = await compartment(
    "make",
    "backroom",
    "--keys",
    keys,
    "--reason",
    "x",
    "--as",
    "ann",
  );
  expect([alone.code, existsSync(join(keys, "backroom.key"))]).toEqual([1, false]);
  expect(alone.err).toContain("a grant of a compartment needs two persons");
  const inside = join(folder, ".truceline", "keys");
  const there = await compartment("make", "backroom", "--keys", inside, "--reason", "x", ...TWO);
  expect([there.code, there.err]).toEqual([1, expect.stringContaining("outside of it")]);
  const name = await compartment("make", "The Talks", "--keys", keys, "--reason", "x", ...TWO);
  expect([name.code, existsSync(join(keys, "The Talks.key"))]).toEqual([1, false]);
  expect((await compartment("make", "backroom", "--keys", keys)).code).toBe(2);
  expect((await compartment("make", "backroom", "--reason", "x", ...TWO)).code).toBe(2);
  expect(JSON.parse((await log("--json")).out).size).toBe(size);
});

test("two make it; its holder writes what is sealed and reads it again, and the look is noted", async () => {
  const made = await compartment(
    "make",
    "backroom",
    "--keys",
    keys,
    "--reason",
    "private talks",
    ...TWO,
  );
  expect([made.code, made.out]).toEqual([
    0,
    expect.stringContaining("backroom: open to ann, bea;"),
  ]);
  expect(
    (await compartment("make", "backroom", "--keys", keys, "--reason", "x", ...TWO)).err,
  ).toContain("a key is never written over");
  for (const [id, more] of [
    ["pos-field", { compartment: "backroom" }],
    ["pos-whole", { compartment: "backroom", isSealed: true }],
  ] as const) {
    const kept = await log("--append", draft(id, more), "--keys", keys, "--as", "ann");
    expect([kept.code, kept.err]).toEqual([0, ""]);
    const { out } = await log("--show", id, "--closed", "--keys", keys, "--as", "bea");
    expect(JSON.parse(out)[0]).toMatchObject({
      kind: "position",
      fields: { redLine: { value: SECRET } },
    });
  }
  const audit = readFileSync(join(folder, ".truceline", "audit.jsonl"), "utf8");
  expect(audit).not.toContain(SECRET);
  const looks = audit
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(looks.map(({ actor, what, entry }) => [actor, what, entry])).toEqual([
    ["bea", "read", "pos-field"],
    ["bea", "read", "pos-whole"],
  ]);
  expect(looks[0].fields).toEqual(["redLine"]);
});

test("without the key it is not there: not in the shell, not in a case's files, not in the folder", async () => {
  const none = join(base, "no-keys");
  mkdirSync(none);
  const strangers = [
    await log("--show", "pos-field"),
    await log("--show", "pos-field", "--closed", "--keys", none),
    await log("--show", "pos-whole", "--closed"),
    await log("--list"),
    await log("--list", "--json"),
    await compartment("list", "--keys", none),
  ];
  for (const { code, out } of strangers) {
    expect(code).toBe(0);
    expect(out).not.toContain(SECRET);
    expect(out).not.toContain("backroom");
  }
  const [whole] = JSON.parse((await log("--show", "pos-whole")).out);
  expect(whole).toMatchObject({ kind: "sealed", of: null, actor: null, fields: {} });
  const writing = await log("--append", draft("pos-later", { compartment: "backroom" }));
  expect([writing.code, writing.err]).toEqual([
    1,
    expect.stringContaining('no key for the compartment "backroom"'),
  ]);
  const database = readFileSync(join(folder, ".truceline", "record.db"));
  expect([database.includes(SECRET), database.includes("backroom")]).toEqual([false, false]);
});

test("two let another one in, until a day; the list is for holders", async () => {
  const to = ["--to", "cem", "--until", "2031-12-31", "--keys", keys, "--reason", "takes part"];
  expect((await compartment("grant", "backroom", ...to, "--as", "ann")).code).toBe(1);
  expect((await compartment("grant", "backroom", ...to, ...TWO)).code).toBe(0);
  const { out } = await compartment("list", "--keys", keys);
  expect(out).toMatch(/^backroom\n {2}\S+ {2}ann, bea, by ann and bea {2}sea-\S+\n/);
  expect(out).toMatch(/ {2}cem until 2031-12-31, by ann and bea {2}sea-\S+\n$/);
  expect((await truceline(["fsck", folder, "--keys", keys])).code).toBe(0);
});
