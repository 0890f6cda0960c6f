// Notes, checkpoints and proofs as text: notes of others hold, our own come back, and each malformed line is named.
import { sha256 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { createPublicKey, generateKeyPairSync, sign, verify as verifyNode } from "node:crypto";
import { describe, expect, test } from "vitest";
import { runs } from "../../../test/kit/runs.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { checkCheckpoint, checkpointText, parseCheckpoint } from "./checkpoint.ts";
import { formatInclusion, parseInclusion } from "./inclusion-text.ts";
import {
  consistencyJson,
  inclusionJson,
  parseConsistencyJson,
  parseInclusionJson,
} from "./proof-json.ts";
import { checkNote, formatNote, parseNote } from "./signed-note.ts";
import { formatVkey, parseVkey, verifierKey } from "./vkey.ts";

const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  verifyNode(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, key]), format: "der", type: "spki" }),
    signature,
  );

const pair = generateKeyPairSync("ed25519");
const raw = Uint8Array.from(pair.publicKey.export({ format: "der", type: "spki" }).subarray(12));
const key = verifierKey(sha256, "truceline.example/harbour-2031", raw);
const root = sha256(toUtf8("root"));
const checkpoint = { origin: key.name, size: 12, root, extra: ["a further line"] };
const text = checkpointText(checkpoint);
const signed = formatNote({
  text,
  signatures: [
    { name: key.name, id: key.id, signature: sign(null, toUtf8(text), pair.privateKey) },
  ],
});

describe("notes that others signed", () => {
  const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  test("the example of the format's Go library holds, and prints as it came", () => {
    const read = parseNote(note, "x").value;
    const peter = parseVkey(sha256, vkey);
    if (read === null || peter === null) return expect.unreachable();
    expect(checkNote(read, peter, { verify, at: "x" })).toEqual([]);
    expect(formatNote(read)).toBe(note);
    expect(formatVkey(peter)).toBe(vkey);
    const altered = { ...read, text: read.text.replace("think", "thank") };
    expect(checkNote(altered, peter, { verify, at: "x" }).map(({ message }) => message)).toEqual([
      "the signature of PeterNeumann is wrong",
    ]);
  });

  test("the key of Go's checksum database is read, and with a wrong hash or algorithm is not", () => {
    const sumdb = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";
    expect(parseVkey(sha256, sumdb)?.name).toBe("sum.golang.org");
    expect(parseVkey(sha256, sumdb.replace("033de0ae", "033de0af"))).toBe(null);
    expect(parseVkey(sha256, sumdb.replace("+Ac4", "+Bc4"))).toBe(null);
    expect(parseVkey(sha256, "sum.golang.org+033de0ae")).toBe(null);
  });
});

describe("checkpoints", () => {
  const faultsOf = (note: string): readonly string[] => {
    const { value, problems } = parseCheckpoint(note, "x");
    if (value === null) return problems.map(({ message }) => message);
    return checkCheckpoint(value, key, { verify, at: "x" }).map(({ message }) => message);
  };

  test("ours comes back and holds", () => {
    expect(parseCheckpoint(signed, "x").value?.checkpoint).toEqual(checkpoint);
    expect(faultsOf(signed)).toEqual([]);
  });

  test("another log's signature beside ours is read over", () => {
    const line = signed.slice(signed.indexOf("\u2014"));
    expect(faultsOf(signed + line.replace(key.name, "witness.example"))).toEqual([]);
  });

  test.each<[string, (note: string) => string, RegExp]>([
    ["another size", (note) => note.replace("\n12\n", "\n13\n"), /is wrong/],
    ["another origin", (note) => note.replace(/^\S+\n/, "elsewhere\n"), /origin is "elsewhere"/],
    ["nobody's signature", (note) => note.slice(0, note.indexOf("\u2014")), /not signed/],
    ["a signature of ours twice", (note) => note + note.slice(note.indexOf("\u2014")), /twice/],
    ["a size with a zero before it", (note) => note.replace("\n12\n", "\n012\n"), /line 2/],
    ["a size beyond 2^53", (note) => note.replace("\n12\n", "\n9007199254740992\n"), /line 2/],
    ["a root cut short", (note) => note.replace("=\n", "\n"), /line 3/],
    ["no newline at the end", (note) => note.slice(0, -1), /does not end/],
    ["a carriage return", (note) => note.replace("\n", "\r\n"), /control character/],
    ["no empty line", (note) => note.replace("\n\n", "\n"), /no empty line/],
    ["a hyphen for the dash", (note) => note.replace("\u2014", "-"), /line 1 of the signatures/],
  ])("%s is told", (_name, change, says) => {
    expect(faultsOf(change(signed)).join("; ")).toMatch(says);
  });

  test("every bit of it counts", () => {
    const bytes = Buffer.from(signed);
    let caught = 0;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const bad = Buffer.from(bytes);
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (faultsOf(bad.toString("utf8")).length > 0) caught++;
    }
    expect(caught).toBe(bytes.length * 8);
  });
});

describe("proofs as files", () => {
  const path = [root, sha256(root)];
  const proof = { index: 5, path, checkpoint: signed };
  const claim = { index: 5, size: 12, leafHash: root, root, path };

  test.each(["tlog-proof", "spicy"] as const)(
    "%s comes back as it went, also with an empty path",
    (form) => {
      expect(parseInclusion(form, formatInclusion(form, proof), "x").value).toEqual(proof);
      const single = { index: 0, path: [], checkpoint: signed };
      expect(parseInclusion(form, formatInclusion(form, single), "x").value).toEqual(single);
    },
  );

  test("the header is of one form only, and an extra line is read over", () => {
    const long = formatInclusion("tlog-proof", proof);
    expect(long.startsWith("c2sp.org/tlog-proof@v1\nindex 5\n")).toBe(true);
    expect(parseInclusion("spicy", long, "x").value).toBe(null);
    expect(parseInclusion("tlog-proof", formatInclusion("spicy", proof), "x").value).toBe(null);
    expect(parseInclusion("tlog-proof", long.replace("\n", "\nextra AAAA\n"), "x").value).toEqual(
      proof,
    );
  });

  test("what is malformed is named, all at once", () => {
    const bad = "c2sp.org/tlog-proof@v2\nindex 05\nAAAA\n\nx";
    expect(parseInclusion("tlog-proof", bad, "p").problems.map(({ message }) => message)).toEqual([
      "line 1 must be c2sp.org/tlog-proof@v1",
      "no line with an index",
      "hash 1 of the path is no SHA-256 in base 64",
    ]);
    const long = formatInclusion("spicy", {
      ...proof,
      path: Array.from({ length: 64 }, () => root),
    });
    expect(parseInclusion("spicy", long, "p").problems[0]?.message).toBe("over 63 hashes");
  });

  test("JSON comes back and names every member that is wrong", () => {
    expect(parseInclusionJson(inclusionJson(claim), "x").value).toEqual(claim);
    const extended = { first: 3, firstRoot: root, second: 12, secondRoot: root, path };
    expect(parseConsistencyJson(consistencyJson(extended), "x").value).toEqual(extended);
    const bad = `{"treeSize": -1, "leafIndex": 1.5, "inclusionPath": "x"}`;
    expect(parseInclusionJson(bad, "p").problems.length).toBe(5);
    expect(parseInclusionJson("[1", "p").problems[0]?.message).toBe("not a JSON object");
    expect(parseInclusionJson("null", "p").value).toBe(null);
  });

  test("no text makes a parser throw", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(signed, inclusionJson(claim)),
    );
    const cuts = fc.tuple(texts, fc.nat(300), fc.string());
    fc.assert(
      fc.property(cuts, ([one, at, more]) => {
        const garbled = one.slice(0, at) + more + one.slice(at + 1);
        parseCheckpoint(garbled, "x");
        parseInclusion("spicy", garbled, "x");
        parseInclusionJson(garbled, "x");
        parseConsistencyJson(garbled, "x");
        parseVkey(sha256, garbled);
      }),
      { numRuns: runs(1000) },
    );
  });
});
