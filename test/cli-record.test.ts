// The commands about a record, on a copy of the smallest case: begun, read, proved, spoilt, saved and put back.
import { copyFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseInclusion } from "../src/record/note/inclusion-text.ts";
import { openLibsql } from "../src/store/driver.ts";
import { openForWriting } from "../src/store/record-folder.ts";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";

let base = "";
let folder = "";
const record = (): string => join(folder, ".truceline");

beforeAll(async () => {
  ({ base, folder } = await recordedExample("record", "ann"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A copy of the case with its record, to be spoilt. */
function copied(name: string): string {
  const copy = join(base, name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function draft(id: string): object {
  return { id, kind: "source", fields: { title: "t", outlet: "one", outletSide: "other" } };
}

async function append(to: string, ...drafts: readonly object[]) {
  const file = join(base, `drafts-${drafts.length}.json`);
  writeFileSync(file, JSON.stringify(drafts));
  return truceline(["log", to, "--append", file, "--as", "ann", "--json"]);
}

describe("log", () => {
  test("--init again appends nothing, and says who recorded what is there", async () => {
    const again = await truceline(["log", folder, "--init", "--json"]);
    expect(again.err).toMatch(/^0 entries appended, \d+ were there/);
    const list = JSON.parse((await truceline(["log", folder, "--list", "--json"])).out);
    expect(list.length).toBe(JSON.parse(again.out).size);
    expect(new Set(list.map(({ actor }: { readonly actor: string }) => actor))).toEqual(
      new Set(["ann"]),
    );
  });

  test("every figure is that of the files, and names the head", async () => {
    const [fromRecord, fromFiles] = await Promise.all(
      [folder, "cases/example"].map((one) => truceline(["assess", one, "--json", "--list"])),
    );
    const { logHead, ...figures } = JSON.parse(fromRecord?.out ?? "{}");
    const { logHead: none, ...expected } = JSON.parse(fromFiles?.out ?? "{}");
    expect(figures).toEqual(expected);
    expect(none).toEqual({ size: 0, root: "" });
    const { size, root } = JSON.parse((await truceline(["log", folder, "--json"])).out);
    expect(logHead).toEqual({ size, root });
  });

  test("what is rejected counts no more, and the file of the seeds stays as it is", async () => {
    const copy = copied("rejected");
    const [first] = JSON.parse(
      (await truceline(["assess", copy, "--json", "--list"])).out,
    ).incidents;
    const decision = {
      id: "dec-1",
      kind: "decision",
      of: first.id,
      parents: [first.id],
      actor: "bob",
      fields: {
        from: "reported",
        to: "rejected",
        reasons: ["test"],
        examined: [],
        secondPerson: "cyd",
      },
    };
    const done = await append(copy, decision);
    expect([done.code, done.err]).toEqual([0, ""]);
    const after = JSON.parse((await truceline(["assess", copy, "--json", "--list"])).out).incidents;
    expect(after.map(({ id }: { readonly id: string }) => id)).not.toContain(first.id);
  });

  test("--append keeps all or nothing, and tells every problem", async () => {
    const copy = copied("append");
    const refused = await append(copy, draft("src-a"), draft("src-a"));
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(/nothing was kept[\s\S]*duplicate-id/);
    const kept = await append(copy, draft("src-a"), draft("src-b"));
    expect(JSON.parse(kept.out).count).toBe(2);
    const shown = JSON.parse((await truceline(["log", copy, "--show", "src-b"])).out);
    expect(shown[0].fields.title.value).toBe("t");
    expect((await append(copy, { id: "src-c", kind: "sorce" })).code).toBe(2);
  });

  test("--prove gives a proof that names the entry's index", async () => {
    const { out } = await truceline(["log", folder, "--prove", "src-1"]);
    const { value } = parseInclusion("tlog-proof", out, "proof");
    const list = JSON.parse((await truceline(["log", folder, "--list", "--json"])).out);
    expect(list[value?.index ?? -1].id).toBe("src-1");
    const wrong = await truceline(["log", folder, "--prove", "src-none"]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("no entry")]);
  });

  test("without a record says how to make one", async () => {
    const none = await truceline(["log", "cases/example"]);
    expect([none.code, none.err]).toEqual([3, expect.stringContaining("--init")]);
  });
});

describe("what stands in the way", () => {
  test("another process that writes: who it is, and reading goes on", async () => {
    const first = openForWriting(record(), { pid: 4711, now: 0 });
    const second = await truceline(["log", folder, "--init"]);
    expect([second.code, second.err]).toEqual([
      3,
      expect.stringMatching(/process 4711, which started 1970/),
    ]);
    expect((await truceline(["log", folder])).code).toBe(0);
    first.close();
  });

  test("a bit that changed: fsck names the entry, verify and assess do not serve it", async () => {
    const copy = copied("damaged");
    const driver = openLibsql(join(copy, ".truceline", "record.db"));
    driver.exec(
      "UPDATE entry SET leaf = CAST(replace(CAST(leaf AS TEXT), 'ann', 'bob') AS BLOB) WHERE seq = 2",
    );
    driver.close();
    const checked = await truceline(["fsck", copy]);
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringContaining("the first: entry 2:"),
    ]);
    expect((await truceline(["verify", copy])).code).toBe(3);
    expect((await truceline(["assess", copy])).code).toBe(3);
  });

  test("verify holds a log against an older checkpoint and another key", async () => {
    const copy = copied("held");
    copyFileSync(join(copy, ".truceline", "signed"), join(base, "held-checkpoint"));
    await append(copy, draft("src-later"));
    expect((await truceline(["verify", copy, "--held", join(base, "held-checkpoint")])).code).toBe(
      0,
    );
    const [vkey] = [JSON.parse((await truceline(["log", folder, "--json"])).out).vkey];
    const other = copied("other");
    rmSync(join(other, ".truceline"), { recursive: true });
    await truceline(["log", other, "--init", "--as", "eve"]);
    const wrong = await truceline(["verify", other, "--vkey", vkey]);
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining("bad-signature")]);
    expect((await truceline(["verify", other, "--held", join(base, "held-checkpoint")])).code).toBe(
      1,
    );
  });
});

describe("backup and restore", () => {
  test("a copy is whole, without the key that signs, and is put back on an empty place", async () => {
    const copy = copied("saved");
    const to = join(base, "backup-1");
    expect((await truceline(["backup", copy, to, "--json"])).code).toBe(0);
    expect(filesBelow(to).filter((path) => path.endsWith(".pem"))).toEqual([]);
    const head = JSON.parse((await truceline(["log", copy, "--json"])).out);
    const keyFile = join(copy, ".truceline", "keys", "log.pem");
    copyFileSync(keyFile, join(base, "kept.pem"));
    rmSync(join(copy, ".truceline"), { recursive: true });
    const unsigned = await truceline(["restore", to, copy]);
    expect([unsigned.code, unsigned.err]).toEqual([1, expect.stringContaining("no-log-key")]);
    copyFileSync(join(base, "kept.pem"), keyFile);
    expect(JSON.parse((await truceline(["log", copy, "--json"])).out)).toEqual(head);
    expect((await append(copy, draft("src-after"))).code).toBe(0);
    expect((await truceline(["backup", copy, to])).code).toBe(3);
  });

  test("an old copy is restored to be read: nothing is signed, what was there is beside it", async () => {
    const copy = copied("old");
    const to = join(base, "backup-2");
    await truceline(["backup", copy, to]);
    await append(copy, draft("src-later"));
    const signed = readFileSync(join(copy, ".truceline", "signed"), "utf8");
    const back = await truceline(["restore", to, copy, "--json"]);
    const { finding, before } = JSON.parse(back.out);
    expect([back.code, finding]).toEqual([1, "record-behind-signed-checkpoint"]);
    expect(dirname(before)).toBe(copy);
    expect((await append(copy, draft("src-again"))).err).toContain(
      "record-behind-signed-checkpoint",
    );
    expect(readFileSync(join(copy, ".truceline", "signed"), "utf8")).toBe(signed);
  });

  test("a damaged copy is not restored", async () => {
    const copy = copied("spoilt");
    const to = join(base, "backup-3");
    await truceline(["backup", copy, to]);
    const driver = openLibsql(join(to, "record.db"));
    driver.exec("UPDATE tile SET hashes = zeroblob(length(hashes)) WHERE level = 0 AND n = 0");
    driver.close();
    const refused = await truceline(["restore", to, copy]);
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining("not restored")]);
    expect((await truceline(["fsck", copy])).code).toBe(0);
  });
});

function filesBelow(at: string): readonly string[] {
  return readdirSync(at, { recursive: true }).map(String);
}

describe("a figure that was published", () => {
  const CITED = ["--json", "--list"];

  test("is the same bytes again at its head, whatever was recorded since, by number and by instant", async () => {
    const copy = copied("cited");
    const before = (await truceline(["assess", copy, ...CITED])).out;
    const { logHead, engine, readings } = JSON.parse(before);
    expect([logHead.size > 0, logHead.root.length, engine]).toEqual([
      true,
      64,
      expect.stringContaining("truceline"),
    ]);
    expect(readings[0].termsVersion).toMatch(/^sha256:/);
    const pair = ["river-truce/north", "river-truce/south", "--json"];
    const compared = (await truceline(["compare", copy, ...pair])).out;
    expect(JSON.parse(compared)).toMatchObject({ logHead, engine });
    const [last] = JSON.parse((await truceline(["log", copy, "--list", "--json"])).out).slice(-1);
    const decision = {
      id: "dec-1",
      kind: "decision",
      of: "inc-1",
      parents: ["inc-1"],
      fields: {
        from: "reported",
        to: "rejected",
        reasons: ["test"],
        examined: [],
        secondPerson: "bea",
      },
    };
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await append(copy, decision)).code).toBe(0);
    expect((await truceline(["assess", copy, ...CITED])).out).not.toBe(before);
    for (const head of [String(logHead.size), last.recordedAt]) {
      expect((await truceline(["assess", copy, ...CITED, "--head", head])).out).toBe(before);
      expect((await truceline(["compare", copy, ...pair, "--head", head])).out).toBe(compared);
    }
  });

  test("of a head that is not there is refused, with how many entries there are", async () => {
    const beyond = await truceline(["assess", folder, "--head", "100000"]);
    expect([beyond.code, beyond.err]).toEqual([
      3,
      expect.stringMatching(/the record has \d+ entries/),
    ]);
    expect((await truceline(["assess", "cases/example", "--head", "5"])).code).toBe(3);
    expect((await truceline(["assess", folder, "--head", "five"])).code).toBe(2);
  });
});
