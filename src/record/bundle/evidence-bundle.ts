// The evidence bundle (RECORD 8): files that a stranger checks with tools of their own. Pure: the same record gives the same bytes.
import { bytesToHex } from "@noble/hashes/utils.js";
import { compareText } from "../../model/problem.ts";
import { openingBytes } from "../bytes/commitment.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import type { ProjectedEntry } from "../kinds/project.ts";
import { canonicalBytes } from "../bytes/canonical-bytes.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import { formatInclusion } from "../note/inclusion-text.ts";
import { consistencyJson, inclusionJson } from "../note/proof-json.ts";
import { KEYS_FILE, keysText } from "../note/key-change.ts";
import { leafHash } from "../tree/hash-tree.ts";
import { proveConsistency, proveInclusion, treeRoot } from "../tree/proof.ts";
import type { HashSource } from "../tree/proof.ts";
import type { Files } from "./tar.ts";
import { VERIFY_PAGE } from "./verify-page.ts";

export interface BundleInput {
  readonly vkey: string;
  readonly checkpoint: Checkpoint;
  /** The signed note, verbatim. */
  readonly signed: string;
  readonly source: HashSource;
  /** What the reader of the bundle may see, by index. */
  readonly entries: readonly { readonly index: number; readonly seen: ProjectedEntry }[];
  /** Notes by which keys of the log follow each other, the oldest first. Default: it has one key. */
  readonly keyNotes?: readonly string[];
  /** Sizes of checkpoints that the reader may hold. */
  readonly since: readonly number[];
  /** Attachments by SHA-256, in hexadecimal. */
  readonly blobs: Files;
}

export const BUNDLE_FORMAT = "truceline-bundle/1";

/** The files of a bundle, to be written as a folder or by `tar`. */
export function evidenceBundle(input: BundleInput): Files {
  const files = new Map<string, Uint8Array>();
  files.set("VERIFY.md", toUtf8(VERIFY_PAGE));
  files.set("vkey", toUtf8(`${input.vkey}\n`));
  files.set("checkpoint", toUtf8(input.signed));
  const { keyNotes = [] } = input;
  if (keyNotes.length > 0) files.set(KEYS_FILE, toUtf8(keysText(keyNotes)));
  files.set("manifest.json", jsonFile(manifest(input)));
  files.set("prov.json", jsonFile(provenance(input)));
  for (const one of input.entries) for (const file of entryFiles(input, one)) files.set(...file);
  for (const first of input.since) {
    files.set(`consistency/${first}.json`, toUtf8(consistencyFile(input, first)));
  }
  for (const [hash, bytes] of input.blobs) files.set(`blobs/${hash}`, bytes);
  files.set("SHA256SUMS", toUtf8(sums(input, files)));
  return files;
}

/** `sha256sum -c` reads it; every file but itself, by path. */
export function sums(
  { source }: { readonly source: Pick<HashSource, "sha256"> },
  files: Files,
): string {
  return [...files]
    .filter(([path]) => path !== "SHA256SUMS")
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => `${bytesToHex(source.sha256(bytes))}  ${path}\n`)
    .join("");
}

function entryFiles(
  { source, checkpoint, signed }: BundleInput,
  { index, seen }: BundleInput["entries"][number],
): readonly (readonly [string, Uint8Array])[] {
  const folder = `entries/${index}`;
  const leaf = canonicalBytes(seen.leaf as unknown as CanonicalValue);
  const path = proveInclusion(source, index, checkpoint.size);
  const proof = { index, path, checkpoint: signed };
  const claim = { index, size: checkpoint.size, path, root: checkpoint.root };
  const json = inclusionJson({ ...claim, leafHash: leafHash(source.sha256, leaf) });
  return [
    [`${folder}/leaf.json`, leaf],
    [`${folder}/proof.tlog-proof`, toUtf8(formatInclusion("tlog-proof", proof))],
    [`${folder}/proof.spicy`, toUtf8(formatInclusion("spicy", proof))],
    [`${folder}/proof.json`, toUtf8(json)],
    ...Object.entries(seen.openings).map(
      ([name, opening]) => [`${folder}/${name}.opening`, openingBytes(opening)] as const,
    ),
  ];
}

function consistencyFile({ source, checkpoint }: BundleInput, first: number): string {
  return consistencyJson({
    first,
    firstRoot: treeRoot(source, first),
    second: checkpoint.size,
    secondRoot: checkpoint.root,
    path: proveConsistency(source, first, checkpoint.size),
  });
}

function manifest({ checkpoint, entries }: BundleInput): object {
  return {
    format: BUNDLE_FORMAT,
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: bytesToHex(checkpoint.root),
    entries: entries.map(({ index, seen }) => ({
      index,
      id: seen.leaf.id,
      kind: seen.envelope.kind,
      shown: Object.keys(seen.openings).sort(compareText),
      withheld: seen.withheld,
      redacted: seen.redacted,
    })),
    proves: "These entries stood in the log with these values when the checkpoint was signed.",
    doesNotProve: "That any account is true. Withheld fields are named, their values are not here.",
  };
}

/** W3C PROV-JSON: which entry, by whom, when. */
function provenance({ entries }: BundleInput): object {
  const each = entries.map(({ seen }) => seen.envelope);
  const named = <T>(
    make: (envelope: ProjectedEntry["envelope"]) => T,
  ): Readonly<Record<string, T>> =>
    Object.fromEntries(each.map((envelope) => [`entry:${envelope.id}`, make(envelope)]));
  const people = each.flatMap(({ actor }) => (actor === undefined ? [] : [actor]));
  return {
    prefix: { entry: "urn:truceline:entry:", person: "urn:truceline:person:" },
    entity: named(({ kind, recordedAt }) => ({
      "prov:type": kind,
      "prov:generatedAtTime": recordedAt,
    })),
    agent: Object.fromEntries(
      [...new Set(people)].sort(compareText).map((one) => [`person:${one}`, {}]),
    ),
    wasAttributedTo: Object.fromEntries(
      each.flatMap(({ id, actor }) =>
        actor === undefined
          ? []
          : [[`_:${id}`, { "prov:entity": `entry:${id}`, "prov:agent": `person:${actor}` }]],
      ),
    ),
  };
}

function jsonFile(value: object): Uint8Array {
  return toUtf8(`${JSON.stringify(value, null, 2)}\n`);
}
