// The fifteen ways to tamper of RECORD 14. Each gives what a reader would be shown; whoever tampers also mends the sums.
import { fromUtf8, toUtf8 } from "../../src/record/bytes/utf8.ts";
import { sums } from "../../src/record/bundle/evidence-bundle.ts";
import type { Files } from "../../src/record/bundle/tar.ts";
import { leafHash } from "../../src/record/tree/hash-tree.ts";
import { proveConsistency, proveInclusion } from "../../src/record/tree/proof.ts";
import type { ConsistencyClaim, InclusionClaim } from "../../src/record/tree/proof.ts";
import { toBase64 } from "../../src/record/bytes/base64.ts";
import { bundleOf, logFiles, logKey, makeEntries, ORIGIN, sha256, signLog } from "./make-log.ts";
import type { SignedLog } from "./make-log.ts";

/** What verifiers are shown; a part that is absent is not part of this case. */
export interface Evidence {
  readonly bundle?: Files;
  readonly log?: Files;
  /** An older checkpoint that the reader holds. */
  readonly held?: string;
  readonly inclusion?: InclusionClaim & { readonly leaf: Uint8Array };
  readonly consistency?: ConsistencyClaim;
}

/** An honest log, the checkpoint that its reader already holds, and the entry the reader cares for. */
export interface Honest {
  readonly log: SignedLog;
  readonly old: SignedLog;
  readonly index: number;
}

/** `turn` varies the place of the change from case to case. */
export function honest(turn: number): Honest {
  const log = signLog(makeEntries(280 + turn * 9));
  return { log, old: signLog(log.entries.slice(0, 150 + turn * 7)), index: 61 + turn * 11 };
}

export function honestEvidence(base: Honest): Evidence {
  const { log, old, index } = base;
  return {
    bundle: bundleOf(log, [index, index + 1, 9, 64], { since: [old.checkpoint.size] }),
    log: logFiles(log),
    held: old.signed,
    inclusion: inclusionOf(log, index),
    consistency: consistencyOf(log, old),
  };
}

export const TAMPERS: Readonly<Record<string, (base: Honest) => Evidence>> = {
  payload: ({ log, index }) => ({ bundle: withOtherValue(bundleOf(log, [index]), index) }),
  leaf: ({ log, index }) => ({
    bundle: withText(bundleOf(log, [index]), `entries/${index}/leaf.json`, (text) =>
      text.replace("p-1", "p-3").replace("p-2", "p-3"),
    ),
    log: withBytes(logFiles(log), "tile/entries/000", (bytes) => flip(bytes, bytes.length - 40)),
    inclusion: { ...inclusionOf(log, index), leaf: toUtf8("another leaf") },
  }),
  tile: ({ log, index }) => {
    const inclusion = inclusionOf(log, index);
    const path = inclusion.path.map((hash, i) => (i === 2 ? flip(hash, 5) : hash));
    const [from, to] = [inclusion.path[2], path[2]].map((hash) =>
      toBase64(hash ?? new Uint8Array()),
    );
    const bundle = [...bundleOf(log, [index]).keys()]
      .filter((file) => /proof\./.test(file))
      .reduce(
        (files, file) => withText(files, file, (text) => text.replace(from ?? "", to ?? "")),
        bundleOf(log, [index]),
      );
    return {
      bundle,
      log: withBytes(logFiles(log), "tile/0/000", (bytes) => flip(bytes, index * 32)),
      inclusion: { ...inclusion, path },
    };
  },
  root: ({ log, old, index }) => {
    const root = flip(log.checkpoint.root, 3);
    const edit = (text: string): string =>
      text.replace(toBase64(log.checkpoint.root), toBase64(root));
    return {
      ...editedCheckpoint(log, index, edit),
      inclusion: { ...inclusionOf(log, index), root },
      consistency: { ...consistencyOf(log, old), secondRoot: root },
    };
  },
  size: ({ log, old, index }) => {
    const { size } = log.checkpoint;
    const edit = (text: string): string => text.replace(`\n${size}\n`, `\n${size - 1}\n`);
    const doubled = size * 4 + 1;
    return {
      ...editedCheckpoint(log, index, edit),
      inclusion: { ...inclusionOf(log, index), size: doubled },
      consistency: { ...consistencyOf(log, old), second: doubled },
    };
  },
  signature: ({ log, index }) =>
    editedCheckpoint(log, index, (text) =>
      text.replace(
        /(.{6})(.)(=*\n)$/,
        (_all, before: string, one: string, after: string) =>
          `${before.replace(/^./, (first) => (first === "A" ? "B" : "A"))}${one}${after}`,
      ),
    ),
  "key id": ({ log, index }) =>
    editedCheckpoint(log, index, (text) =>
      text.replace(
        /(\u2014 \S+ )(.)/,
        (_all, name: string, one: string) => `${name}${one === "A" ? "B" : "A"}`,
      ),
    ),
  origin: ({ log, index }) => {
    const other = signLog(log.entries, logKey(ORIGIN, "somebody else's key"));
    return editedCheckpoint(log, index, () => other.signed);
  },
  drop: (base) => rewritten(base, (entries) => entries.toSpliced(base.index - 3, 1)),
  swap: (base) =>
    rewritten(base, (entries) => {
      const [a, b] = [entries[base.index - 3], entries[base.index + 2]];
      return a === undefined || b === undefined
        ? entries
        : entries.with(base.index - 3, b).with(base.index + 2, a);
    }),
  insert: (base) =>
    rewritten(base, (entries) =>
      entries.toSpliced(base.index - 3, 0, ...makeEntries(1, "inserted")),
    ),
  cut: (base) => rewritten(base, (entries) => entries.slice(0, -1 - (base.index % 5))),
  rollback: ({ log, old }) => ({
    log: logFiles(old),
    held: log.signed,
    consistency: {
      ...consistencyOf(log, old),
      first: log.checkpoint.size,
      firstRoot: log.checkpoint.root,
      second: old.checkpoint.size,
      secondRoot: old.checkpoint.root,
    },
  }),
  fork: (base) =>
    other(base, signLog(base.log.entries.toSpliced(base.index, 1, ...makeEntries(1, "forked")))),
  "old backup": (base) => {
    const kept = base.old.entries.slice(0, base.index);
    return other(
      base,
      signLog([...kept, ...makeEntries(base.log.entries.length - kept.length, "after restoring")]),
    );
  },
};

/** An honest tree rewritten without the key: all is made anew but the signed checkpoint. */
function rewritten(
  base: Honest,
  edit: (entries: SignedLog["entries"]) => SignedLog["entries"],
): Evidence {
  const { log, old, index } = base;
  const forged = { ...signLog(edit(log.entries)), signed: log.signed };
  return {
    bundle: bundleOf(forged, [Math.min(index, forged.leaves.length - 1)]),
    log: logFiles(forged),
    held: old.signed,
    inclusion: {
      ...inclusionOf(forged, index),
      size: log.checkpoint.size,
      root: log.checkpoint.root,
    },
    consistency: {
      ...consistencyOf(forged, old),
      second: log.checkpoint.size,
      secondRoot: log.checkpoint.root,
      path: proveConsistency(
        forged.source,
        Math.min(old.checkpoint.size, forged.leaves.length),
        forged.leaves.length,
      ),
    },
  };
}

/** Another history under the log's own key: only who holds an older checkpoint, or an older leaf, can see it. */
function other({ log, old, index }: Honest, forged: SignedLog): Evidence {
  const leaf = log.leaves[index] ?? new Uint8Array();
  const inclusion = { ...inclusionOf(forged, index), leaf, leafHash: leafHash(sha256, leaf) };
  return {
    log: logFiles(forged),
    held: old.signed,
    inclusion,
    consistency: consistencyOf(forged, old),
  };
}

function inclusionOf(
  log: SignedLog,
  index: number,
): InclusionClaim & { readonly leaf: Uint8Array } {
  const { size, root } = log.checkpoint;
  const leaf = log.leaves[index] ?? new Uint8Array();
  const path = proveInclusion(log.source, index, size);
  return { index, size, root, leaf, leafHash: leafHash(sha256, leaf), path };
}

function consistencyOf(log: SignedLog, old: SignedLog): ConsistencyClaim {
  const [first, second] = [old.checkpoint.size, log.checkpoint.size];
  const path = proveConsistency(log.source, first, second);
  return { first, firstRoot: old.checkpoint.root, second, secondRoot: log.checkpoint.root, path };
}

/** The checkpoint edited wherever it stands: in the log, in the bundle and in the proofs of it. */
function editedCheckpoint(
  log: SignedLog,
  index: number,
  edit: (text: string) => string,
): Pick<Evidence, "bundle" | "log"> {
  const signed = edit(log.signed);
  if (signed === log.signed) throw new Error("the edit changes nothing");
  return { bundle: bundleOf({ ...log, signed }, [index]), log: logFiles({ ...log, signed }) };
}

function withOtherValue(files: Files, index: number): Files {
  const path = [...files.keys()].find(
    (file) => file.startsWith(`entries/${index}/`) && file.endsWith(".opening"),
  );
  if (path === undefined) throw new Error(`no opening of entry ${index}`);
  return withBytes(files, path, (bytes) => flip(bytes, bytes.length - 2));
}

function withText(files: Files, path: string, edit: (text: string) => string): Files {
  return withBytes(files, path, (bytes) => toUtf8(edit(fromUtf8(bytes) ?? "")));
}

function withBytes(files: Files, path: string, edit: (bytes: Uint8Array) => Uint8Array): Files {
  const before = files.get(path);
  if (before === undefined) throw new Error(`no file ${path}`);
  const after = edit(before);
  if (Buffer.from(after).equals(Buffer.from(before))) throw new Error(`${path} was not changed`);
  const edited = new Map(files).set(path, after);
  return files.has("SHA256SUMS")
    ? edited.set("SHA256SUMS", toUtf8(sums({ source: { sha256 } }, edited)))
    : edited;
}

function flip(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
