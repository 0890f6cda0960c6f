// Bundles and logs as a stranger gets them: what is honest is accepted, each of fifteen tamperings refused, also every file altered.
// The same with verifiers that are not ours, and 10,000 bits: `npm run check:proof`.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sums } from "../src/record/bundle/evidence-bundle.ts";
import { tar, untar } from "../src/record/bundle/tar.ts";
import { toUtf8 } from "../src/record/bytes/utf8.ts";
import { fold } from "../src/record/fold/fold.ts";
import { EMPTY_STATE } from "../src/record/fold/state.ts";
import { project, PUBLIC_VIEWER } from "../src/record/kinds/project.ts";
import { readProjected } from "../src/record/kinds/read-projected.ts";
import { redactOpenings } from "../src/record/kinds/redact.ts";
import { STORE_CODES } from "../src/store/errors.ts";
import { RECORD_CODES } from "../src/record/problem.ts";
import { verifyBundle } from "../src/record/verify/verify-bundle.ts";
import { verifyLog } from "../src/record/verify/verify-log.ts";
import { bundleOf, HOW, makeEntries, sha256, signLog } from "./proof/make-log.ts";
import { keyEvidence } from "./proof/key-changes.ts";
import { honest, honestEvidence, TAMPERS } from "./proof/tampers.ts";

const base = honest(0);
const all = { restricted: true, compartments: new Set(["talks"]) };

test("a log that changed its key is accepted under each of its keys, and no lie about them is", () => {
  for (const { bundle, log, held, vkey, isHonest, what } of keyEvidence()) {
    const how = { ...HOW, vkey };
    const found = [
      verifyBundle(bundle ?? new Map(), how),
      verifyLog(log ?? new Map(), how, held ?? null),
    ];
    expect([what, ...found.map((problems) => problems.length === 0)]).toEqual([
      what,
      isHonest,
      isHonest,
    ]);
  }
});

describe("what is honest", () => {
  const {
    bundle = new Map<string, Uint8Array>(),
    log = new Map<string, Uint8Array>(),
    held,
  } = honestEvidence(base);

  test("is accepted, by strangers and by those who see all", () => {
    expect(verifyBundle(bundle, HOW)).toEqual([]);
    expect(verifyBundle(bundleOf(base.log, [4, 9, 61], { viewer: all }), HOW)).toEqual([]);
    expect(verifyLog(log, HOW, held ?? null)).toEqual([]);
  });

  test("is the same archive each time, and comes back from it", () => {
    expect(untar(tar(bundle))).toEqual(new Map([...bundle].sort(([a], [b]) => (a < b ? -1 : 1))));
    expect(tar(new Map([...bundle].reverse()))).toEqual(tar(bundle));
    const other = tar(bundle);
    other[136] = 0x31;
    expect(untar(other)).toBe(null);
  });

  test("shows strangers nothing of what is withheld", () => {
    const text = Buffer.from(tar(bundle)).toString("latin1");
    expect(text).toContain("effect 61");
    expect(text).not.toContain("witness first");
    expect(text).not.toContain("red 4");
  });

  test("every file of it altered, dropped or doubled is told", () => {
    for (const [path, bytes] of bundle) {
      const altered = new Map(bundle).set(
        path,
        Uint8Array.from([...bytes.slice(0, -1), (bytes.at(-1) ?? 0) ^ 1]),
      );
      expect(verifyBundle(altered, HOW), path).not.toEqual([]);
      const dropped = new Map(bundle);
      dropped.delete(path);
      expect(verifyBundle(dropped, HOW), path).not.toEqual([]);
    }
    const more = new Map(bundle).set("entries/61/more.txt", toUtf8("x"));
    more.set("SHA256SUMS", toUtf8(sums({ source: { sha256 } }, more)));
    expect(verifyBundle(more, HOW).map(({ at }) => at)).toEqual(["entries/61/more.txt"]);
  });
});

describe("tampering is refused", () => {
  test.each(Object.keys(TAMPERS))("%s", (kind) => {
    const evidence = TAMPERS[kind]?.(base) ?? {};
    const { bundle, log, held = null } = evidence;
    expect(bundle ?? log).toBeDefined();
    if (bundle !== undefined) expect(verifyBundle(bundle, HOW)).not.toEqual([]);
    if (log !== undefined) expect(verifyLog(log, HOW, held)).not.toEqual([]);
  });

  test("there are fifteen ways", () => {
    expect(Object.keys(TAMPERS).length).toBe(15);
  });

  test("a leaf that does not fit its tile is named by its index", () => {
    const { log = new Map<string, Uint8Array>() } = TAMPERS["tile"]?.(base) ?? {};
    expect(verifyLog(log, HOW).map(({ message }) => message)).toContain(
      "leaf 61 does not have the hash of the tile",
    );
  });
});

describe("redaction", () => {
  test("takes value and salt, and every proof of the entry still holds", () => {
    const [entry] = makeEntries(1);
    if (entry === undefined) return expect.unreachable();
    const { effects } = entry.openings;
    const redacted = redactOpenings(entry, ["effects", "witness"]);
    const log = signLog([redacted, ...base.log.entries.slice(1)]);
    expect(log.checkpoint).toEqual(base.log.checkpoint);
    const bundle = bundleOf(log, [0], { viewer: all });
    expect(verifyBundle(bundle, HOW)).toEqual([]);
    const bytes = Buffer.from(tar(bundle));
    expect(bytes.includes("effect 0")).toBe(false);
    expect(bytes.includes(Buffer.from(effects?.salt ?? [1]))).toBe(false);
    expect(project(redacted, PUBLIC_VIEWER).redacted).toEqual(["effects"]);
  });
});

test("a viewer's state is folded from what the viewer is shown", () => {
  const see = (viewer: typeof PUBLIC_VIEWER): ReturnType<typeof fold> =>
    fold(
      EMPTY_STATE,
      base.log.entries.map((entry) => readProjected(project(entry, viewer), entry.compartment)),
    );
  const [stranger, insider] = [see(PUBLIC_VIEWER), see(all)];
  expect(stranger.size).toBe(insider.size);
  expect(stranger.things.get("pos-9")).toBe(undefined);
  expect(insider.things.get("pos-9")?.sealedIn).toBe("talks");
  expect(stranger.things.get("inc-0")?.fields["witness"]).toBe(undefined);
  expect(insider.things.get("inc-0")?.fields["witness"]).toBe("witness first 0");
  expect(insider.things.get("pos-4")?.fields["redLine"]).toBe("red 4");
});

test("docs/record.md says what each code means", () => {
  const page = readFileSync(new URL("../docs/record.md", import.meta.url), "utf8");
  const tables = page.split(/^\| code +\|/m).slice(1);
  const told = tables.map((table) =>
    [...table.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code),
  );
  expect(told).toEqual([STORE_CODES, RECORD_CODES]);
});

test("faulty parts live in test/sabotage, and src has no word of them", () => {
  const src = new URL("../src/", import.meta.url).pathname;
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => /sabotage/i.test(readFileSync(src + path, "utf8")))).toEqual([]);
});
