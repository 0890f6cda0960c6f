// `truceline attachment`: a file kept as it came, a copy derived from it, who looked, and what damage and redaction leave.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordedExample } from "./house/recorded-example.ts";
import { truceline } from "./house/test-shell.ts";
import { mediaTypeOf } from "../src/store/media-type.ts";

let base = "";
let folder = "";
let photo = "";
let original = "";
let copy = "";

beforeAll(async () => {
  ({ base, folder } = await recordedExample("attachment"));
  photo = join(base, "IMG 0042 of Olena.jpg");
  writeFileSync(photo, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const attachment = (...args: readonly string[]) => truceline(["attachment", folder, ...args]);
const sum = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
const blobOf = (hash: string): string =>
  join(folder, ".truceline", "blobs", hash.slice(0, 2), hash);
const sheetOf = async (id: string, as = "ann") =>
  JSON.parse((await attachment("sheet", id, "--as", as, "--json")).out);

test("a file is kept under its hash, typed by its bytes; how it came is said", async () => {
  const given = ["--obtained", "sent by a resident", "--from", "Olena", "--device", "phone"];
  const added = await attachment("add", photo, ...given, "--as", "ann", "--json");
  expect([added.code, added.err]).toEqual([0, ""]);
  const said = JSON.parse(added.out);
  original = said.entry;
  expect(said).toMatchObject({ mediaType: "image/jpeg", size: 7, sha256: sum(photo) });
  expect(readFileSync(blobOf(said.sha256))).toEqual(readFileSync(photo));
  expect(statSync(blobOf(said.sha256)).mode & 0o777).toBe(0o600);
});

test("neither name, hash nor sender is public", async () => {
  const { out } = await truceline(["log", folder, "--show", original]);
  for (const closed of ["Olena", "IMG 0042", sum(photo), "phone"])
    expect(out).not.toContain(closed);
  expect(JSON.parse(out)[0].withheld).toEqual(["blob", "device", "from", "givenName"]);
});

test("a copy names its original, tool and parameters; one without is refused, as is an original that is not there", async () => {
  const blurred = join(base, "blurred.png");
  writeFileSync(blurred, Buffer.from("\x89PNG\r\n\x1a\n...", "latin1"));
  const how = ["--obtained", "made here", "--as", "bea"];
  const half = await attachment("add", blurred, ...how, "--derived-from", original);
  expect([half.code, half.err]).toEqual([2, expect.stringContaining("--tool")]);
  const tool = ["--tool", "blur 2.1", "--parameters", "radius 9"];
  const gone = await attachment("add", blurred, ...how, "--derived-from", "att-none", ...tool);
  expect([gone.code, gone.err]).toEqual([
    1,
    expect.stringContaining('"att-none" is not in the record'),
  ]);
  const added = await attachment(
    "add",
    blurred,
    ...how,
    "--derived-from",
    original,
    ...tool,
    "--json",
  );
  copy = JSON.parse(added.out).entry;
  expect((await attachment("list")).out).toContain(
    `${copy}  image/png, 11 bytes, copy of ${original} by blur 2.1`,
  );
});

test("the sheet has entry, copies, looks, exports and checks, its own look among them", async () => {
  const taken = join(base, "taken.jpg");
  expect((await attachment("take", original, "--out", taken, "--as", "cem")).code).toBe(0);
  expect(sum(taken)).toBe(sum(photo));
  const over = await attachment("take", original, "--out", taken, "--as", "cem");
  expect([over.code, over.err]).toEqual([3, expect.stringContaining("not written over")]);
  const sheet = await sheetOf(original);
  expect(sheet).toMatchObject({ recordedBy: "ann", file: "sound", fields: { from: "Olena" } });
  expect(sheet.copies).toEqual([
    { entry: copy, tool: "blur 2.1", parameters: "radius 9", by: "bea" },
  ]);
  const looks = sheet.looks.map(({ actor, what }: { actor: string; what: string }) => [
    actor,
    what,
  ]);
  expect(looks).toEqual([
    ["cem", "export"],
    ["cem", "export"],
    ["ann", "read"],
    ["ann", "check"],
  ]);
  expect((await attachment("sheet", original, "--as", "bea")).out).toMatch(/^export {7}\S+ cem$/m);
});

test("a file that changed on the disk is told, and never given out", async () => {
  const path = blobOf(sum(photo));
  const bytes = readFileSync(path);
  writeFileSync(path, Buffer.concat([bytes, Buffer.of(0)]));
  const { code, out } = await attachment("sheet", original, "--as", "ann");
  expect([code, out]).toEqual([1, expect.stringContaining("DAMAGED")]);
  const out2 = join(base, "damaged.jpg");
  const taken = await attachment("take", original, "--out", out2, "--as", "ann");
  expect([taken.code, existsSync(out2)]).toEqual([3, false]);
  expect((await truceline(["fsck", folder])).code).toBe(1);
  writeFileSync(path, bytes);
  expect((await truceline(["fsck", folder])).code).toBe(0);
});

test("after a redaction the sheet says so, the file is gone, and the copy that was kept still names its original", async () => {
  const two = ["--ground", "safety", "--as", "ann", "--as", "bea"];
  const { code } = await truceline(["redact", folder, original, "blob", "--keep", copy, ...two]);
  expect([code, existsSync(blobOf(sum(photo)))]).toEqual([0, false]);
  expect(await sheetOf(original)).toMatchObject({ file: "closed", redacted: ["blob"] });
  expect(await sheetOf(copy)).toMatchObject({ file: "sound", fields: { derivedFrom: original } });
  expect((await attachment("take", original, "--out", join(base, "x"), "--as", "ann")).code).toBe(
    3,
  );
});

test("wrong usage is told", async () => {
  const codes = await Promise.all(
    [
      ["add", photo],
      ["add"],
      ["sheet", "att-none"],
      ["burn", original],
      ["take", original],
      ["add", photo, "--obtained", "x", "--obtained-at", "noon"],
    ].map(async (args) => (await attachment(...args)).code),
  );
  expect(codes).toEqual([2, 2, 2, 2, 2, 2]);
  expect((await attachment("add", join(base, "none"), "--obtained", "x")).code).toBe(3);
});

test.each([
  ["%PDF-1.7", "application/pdf"],
  ["\0\0\0\x18ftypmp42", "video/mp4"],
  ["RIFF....WEBPVP8", "image/webp"],
  ["plain words, ї", "text/plain"],
  ["", "text/plain"],
  ["\x7fELF\x02\x01\0", "application/octet-stream"],
])("the type of %j is told from its bytes", (text, type) => {
  const bytes = text.includes("ї") ? Buffer.from(text) : Buffer.from(text, "latin1");
  expect(mediaTypeOf(bytes)).toBe(type);
});
