// The verifiers of `npm run check:proof`: ours, the Go program, and two npm packages that know only the tree's arithmetic.
import { RFC9162 } from "@transmute/rfc9162";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { tar } from "../../src/record/bundle/tar.ts";
import type { ConsistencyClaim, InclusionClaim } from "../../src/record/tree/proof.ts";
import type { Parts } from "../sabotage/parts.ts";
import { HOW, KEY } from "./make-log.ts";
import type { Evidence } from "./tampers.ts";

/** For each part of the evidence that the verifier can read: whether it accepts it. */
export type Verifier = (evidence: Evidence) => Promise<readonly boolean[]>;

export const VERIFIER_NAMES = [
  "ours",
  "Go x/mod",
  "@transmute/rfc9162",
  "@sigstore/verify",
] as const;

/** A tool that must be there; the check fails without it. */
export class MissingToolError extends Error {
  override name = "MissingToolError";
}

export function verifiers(
  parts: Parts,
  folder: string,
): Readonly<Record<(typeof VERIFIER_NAMES)[number], Verifier>> {
  const go = buildGo(folder);
  return {
    ours: ({ bundle, log, held }) =>
      Promise.resolve([
        ...(bundle === undefined ? [] : [parts.bundle(bundle, HOW).length === 0]),
        ...(log === undefined ? [] : [parts.log(log, HOW, held ?? null).length === 0]),
      ]),
    "Go x/mod": (evidence) => Promise.resolve(withGo(go, folder, evidence)),
    "@transmute/rfc9162": transmute,
    "@sigstore/verify": ({ inclusion }) =>
      Promise.resolve(inclusion === undefined ? [] : [sigstore(inclusion)]),
  };
}

const GO_ENV = { GO111MODULE: "off", GOPATH: "/usr/share/gocode" };

/** The path of the built program. Throws MissingToolError that names the Debian packages. */
export function buildGo(folder: string): string {
  const out = join(folder, "verify-go");
  const cwd = new URL("../../verify", import.meta.url).pathname;
  const env = { ...process.env, ...GO_ENV };
  const { error, status, stderr } = spawnSync("go", ["build", "-o", out, "."], {
    cwd,
    env,
    encoding: "utf8",
  });
  if (error !== undefined) throw new MissingToolError("go is missing: apt-get install golang-go");
  if (stderr.includes("cannot find package")) {
    throw new MissingToolError(
      "golang.org/x/mod is missing: apt-get install golang-golang-x-mod-dev",
    );
  }
  if (status !== 0) throw new MissingToolError(`verify/ does not build: ${stderr}`);
  return out;
}

/** Whether the Go program accepts each archive under that key. */
export function withGo(
  go: string,
  folder: string,
  { bundle, log, held, vkey = KEY.vkey }: Evidence & { readonly vkey?: string },
): readonly boolean[] {
  const place = mkdtempSync(join(folder, "case-"));
  const file = (name: string, bytes: Uint8Array | string): string => {
    writeFileSync(join(place, name), bytes);
    return join(place, name);
  };
  const accepts = (args: readonly string[]): boolean =>
    spawnSync(go, ["-vkey", vkey, ...args]).status === 0;
  const heldArgs = held === undefined ? [] : ["-held", file("held", held)];
  return [
    ...(bundle === undefined ? [] : [accepts([file("bundle.tar", tar(bundle))])]),
    ...(log === undefined ? [] : [accepts([...heldArgs, "-log", file("log.tar", tar(log))])]),
  ];
}

/** How many single-bit flips of an archive the Go program catches; -1 when it does not say. Runs beside the caller. */
export function flipsCaughtByGo(
  go: string,
  folder: string,
  {
    archive,
    flips,
    isLog,
  }: {
    readonly archive: Uint8Array;
    readonly flips: readonly (readonly [offset: number, bit: number])[];
    readonly isLog: boolean;
  },
): Promise<number> {
  const place = mkdtempSync(join(folder, "flips-"));
  const [path, list] = [join(place, "archive.tar"), join(place, "flips.txt")];
  writeFileSync(path, archive);
  writeFileSync(list, flips.map(([offset, bit]) => `${offset} ${bit}\n`).join(""));
  const args = ["-vkey", KEY.vkey, "-flips", list, ...(isLog ? ["-log"] : []), path];
  return new Promise((resolve) => {
    execFile(go, args, { maxBuffer: 1e8 }, (_error, stdout) =>
      resolve(Number(/caught (\d+)/.exec(stdout)?.[1] ?? -1)),
    );
  });
}

async function transmute({ inclusion, consistency }: Evidence): Promise<readonly boolean[]> {
  return [
    ...(inclusion === undefined ? [] : [await accepts(() => transmuteInclusion(inclusion))]),
    ...(consistency === undefined ? [] : [await accepts(() => transmuteConsistency(consistency))]),
  ];
}

async function transmuteInclusion(
  claim: InclusionClaim & { readonly leaf: Uint8Array },
): Promise<boolean> {
  return RFC9162.verifyInclusionProof(claim.root, await RFC9162.leaf(claim.leaf), {
    log_id: "",
    tree_size: claim.size,
    leaf_index: claim.index,
    inclusion_path: [...claim.path],
  });
}

function transmuteConsistency(claim: ConsistencyClaim): Promise<boolean> {
  return RFC9162.verifyConsistencyProof(claim.firstRoot, claim.secondRoot, {
    log_id: "",
    tree_size_1: claim.first,
    tree_size_2: claim.second,
    consistency_path: [...claim.path],
  });
}

/** A verifier that throws refuses. */
async function accepts(verify: () => Promise<boolean>): Promise<boolean> {
  try {
    return await verify();
  } catch {
    return false;
  }
}

interface SigstoreMerkle {
  readonly verifyMerkleInclusion: (entry: object) => void;
}

function sigstore({
  leaf,
  index,
  size,
  path,
  root,
}: InclusionClaim & { readonly leaf: Uint8Array }): boolean {
  const merkle = createRequire(import.meta.url)(
    "@sigstore/verify/dist/timestamp/merkle.js",
  ) as SigstoreMerkle;
  const inclusionProof = {
    logIndex: String(index),
    treeSize: String(size),
    hashes: path.map((hash) => Buffer.from(hash)),
    rootHash: Buffer.from(root),
  };
  try {
    merkle.verifyMerkleInclusion({ canonicalizedBody: Buffer.from(leaf), inclusionProof });
    return true;
  } catch {
    return false;
  }
}

/** Throws MissingToolError unless openssl says its version. */
export function opensslVersion(): string {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).trim();
  } catch {
    throw new MissingToolError("openssl is missing: apt-get install openssl");
  }
}
