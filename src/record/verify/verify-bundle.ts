// An evidence bundle checked by our own code; verify/ does the same in Go without any of it. Every file is checked, every problem told.
import { bytesToHex } from "@noble/hashes/utils.js";
import { commit, parseOpening } from "../bytes/commitment.ts";
import { parseLeaf } from "../bytes/leaf.ts";
import type { Leaf } from "../bytes/leaf.ts";
import { canonicalBytes } from "../bytes/canonical-bytes.ts";
import { fromUtf8 } from "../bytes/utf8.ts";
import { sums } from "../bundle/evidence-bundle.ts";
import type { Files } from "../bundle/tar.ts";
import { parseCount } from "../note/checkpoint.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import { parseInclusion } from "../note/inclusion-text.ts";
import type { ProofForm } from "../note/inclusion-text.ts";
import { inclusionJson, parseConsistencyJson, parseInclusionJson } from "../note/proof-json.ts";
import { followKeys, KEYS_FILE } from "../note/key-change.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import { leafHash, sameBytes } from "../tree/hash-tree.ts";
import { checkConsistency, checkInclusion } from "../tree/proof.ts";
import { readSigned } from "./verify-log.ts";
import type { Verifying } from "./verify-log.ts";

const TOP = [
  "SHA256SUMS",
  "VERIFY.md",
  "checkpoint",
  "chain.pem",
  KEYS_FILE,
  "checkpoint.tsr",
  "manifest.json",
  "prov.json",
  "vkey",
];
const ENTRY_FILE = /^entries\/(0|[1-9]\d{0,15})\/([A-Za-z0-9.-]+)$/;

/** Every problem of the bundle; empty when all of it holds under the reader's key. */
export function verifyBundle(files: Files, how: Verifying): readonly RecordProblem[] {
  const keys = followKeys(files.get(KEYS_FILE), how);
  const newest = { ...how, vkey: keys.newest };
  const { checkpoint, problems } = readSigned(files.get("checkpoint"), newest, "checkpoint");
  const found = [
    ...wrongSums(files, how),
    ...wrongKey(files, newest),
    ...keys.problems,
    ...problems,
  ];
  if (checkpoint === null) return found;
  const context = { files, how, checkpoint };
  return [
    ...found,
    ...entriesOf(files).flatMap((index) => wrongEntry(context, index)),
    ...wrongOthers(context),
  ];
}

interface Context {
  readonly files: Files;
  readonly how: Verifying;
  readonly checkpoint: Checkpoint;
}

function wrongSums(files: Files, { sha256 }: Verifying): readonly RecordProblem[] {
  const said = textOf(files, "SHA256SUMS");
  return said === sums({ source: { sha256 } }, files)
    ? []
    : [
        problem(
          "bad-bytes",
          "the sums are not those of the files, or not of all of them",
          "SHA256SUMS",
        ),
      ];
}

function wrongKey(files: Files, { vkey }: Verifying): readonly RecordProblem[] {
  return textOf(files, "vkey") === `${vkey}\n`
    ? []
    : [
        problem(
          "bad-signature",
          "the key in the bundle is not the one you hold, nor one that follows it",
          "vkey",
        ),
      ];
}

/** Indexes of entries that have any file, ascending. */
function entriesOf(files: Files): readonly number[] {
  const indexes = [...files.keys()].map((path) => parseCount(ENTRY_FILE.exec(path)?.[1] ?? ""));
  return [...new Set(indexes.filter((index) => index !== null))].sort((a, b) => a - b);
}

function wrongEntry(context: Context, index: number): readonly RecordProblem[] {
  const { files, how } = context;
  const at = `entries/${index}/leaf.json`;
  const bytes = files.get(at);
  if (bytes === undefined) return [problem("missing-field", "the leaf is missing", at)];
  const leaf = parseLeaf(bytes, at);
  if (leaf.value === null) return leaf.problems;
  const hash = leafHash(how.sha256, bytes);
  const proofs = (["tlog-proof", "spicy"] as const).flatMap((form) =>
    wrongProof(context, { index, hash, form }),
  );
  return [
    ...proofs,
    ...wrongJson(context, { index, hash }),
    ...wrongOpenings(context, index, leaf.value),
  ];
}

function wrongProof(
  { files, how, checkpoint }: Context,
  {
    index,
    hash,
    form,
  }: { readonly index: number; readonly hash: Uint8Array; readonly form: ProofForm },
): readonly RecordProblem[] {
  const at = `entries/${index}/proof.${form}`;
  const proof = parseInclusion(form, textOf(files, at), at);
  if (proof.value === null) return proof.problems;
  const { path } = proof.value;
  const { size, root } = checkpoint;
  const isSame = proof.value.checkpoint === textOf(files, "checkpoint");
  const holds = checkInclusion(how.sha256, { index, size, root, path, leafHash: hash });
  return [
    ...(isSame ? [] : [problem("bad-proof", "leads to another checkpoint", at)]),
    ...(proof.value.index === index ? [] : [problem("bad-proof", "is of another index", at)]),
    ...(holds ? [] : [problem("not-included", `leaf ${index} is not in the tree`, at)]),
  ];
}

function wrongJson(
  { files, how, checkpoint }: Context,
  { index, hash }: { readonly index: number; readonly hash: Uint8Array },
): readonly RecordProblem[] {
  const at = `entries/${index}/proof.json`;
  const text = textOf(files, at);
  const { value, problems } = parseInclusionJson(text, at);
  if (value === null) return problems;
  const expected = {
    index,
    size: checkpoint.size,
    leafHash: hash,
    root: checkpoint.root,
    path: value.path,
  };
  if (inclusionJson(expected) !== text) {
    return [problem("bad-proof", "says another leaf, size or root", at)];
  }
  return checkInclusion(how.sha256, expected)
    ? []
    : [problem("not-included", `leaf ${index} is not in the tree`, at)];
}

function wrongOpenings(context: Context, index: number, leaf: Leaf): readonly RecordProblem[] {
  const { files, how } = context;
  const inner = leaf.kind === "sealed" ? innerLeaf(files, index) : leaf;
  return [...files].flatMap(([path, bytes]) => {
    const match = ENTRY_FILE.exec(path);
    const name = match?.[1] === String(index) ? openedField(match[2] ?? "") : null;
    if (name === null) return [];
    const opening = parseOpening(bytes, path);
    if (opening.value === null) return opening.problems;
    const said = (leaf.kind === "sealed" && name === "entry" ? leaf : inner)?.fields ?? {};
    const isSo = Object.hasOwn(said, name) && said[name] === commit(how.sha256, opening.value);
    return isSo ? [] : [problem("root-mismatch", `does not open "${name}" of the leaf`, path)];
  });
}

/** The envelope behind a sealed leaf, if the bundle opens it; its own opening is checked against the leaf as any other. */
function innerLeaf(files: Files, index: number): Leaf | null {
  const at = `entries/${index}/entry.opening`;
  const bytes = files.get(at);
  const opening = bytes === undefined ? null : parseOpening(bytes, at).value;
  return opening === null ? null : parseLeaf(canonicalBytes(opening.value), at).value;
}

function openedField(name: string): string | null {
  return /^([A-Za-z0-9]+)\.opening$/.exec(name)?.[1] ?? null;
}

function wrongOthers({ files, how, checkpoint }: Context): readonly RecordProblem[] {
  return [...files].flatMap(([path, bytes]) => {
    const [, first] = /^consistency\/(\d+)\.json$/.exec(path) ?? [];
    if (first !== undefined)
      return wrongConsistency({ files, how, checkpoint }, path, Number(first));
    const [, hash] = /^blobs\/([0-9a-f]{64})$/.exec(path) ?? [];
    if (hash !== undefined && bytesToHex(how.sha256(bytes)) === hash) return [];
    const isKnown = TOP.includes(path) || isEntryFile(path);
    return isKnown
      ? []
      : [problem("not-understood", "no file of a bundle, or not what its name says", path)];
  });
}

function isEntryFile(path: string): boolean {
  const name = ENTRY_FILE.exec(path)?.[2] ?? "";
  return /^(?:leaf\.json|proof\.(?:json|spicy|tlog-proof)|[A-Za-z0-9]+\.opening)$/.test(name);
}

function wrongConsistency(
  { files, how, checkpoint }: Context,
  path: string,
  first: number,
): readonly RecordProblem[] {
  const { value, problems } = parseConsistencyJson(textOf(files, path), path);
  if (value === null) return problems;
  const isOurs =
    value.first === first &&
    value.second === checkpoint.size &&
    sameBytes(value.secondRoot, checkpoint.root);
  return isOurs && checkConsistency(how.sha256, value)
    ? []
    : [problem("root-mismatch", `the tree does not extend that of ${first} entries`, path)];
}

function textOf(files: Files, path: string): string {
  const bytes = files.get(path);
  return bytes === undefined ? "" : (fromUtf8(bytes) ?? "");
}
