// A whole record checked from its leaves (RECORD 12): pages, leaves, commitments, tiles, head, signature, attachments. What is found
// first is what to look at; the rest is counted.
import { parseLeaf } from "../record/bytes/leaf.ts";
import type { Leaf } from "../record/bytes/leaf.ts";
import { toBase64Url } from "../record/bytes/base64.ts";
import { canonicalBytes } from "../record/bytes/canonical-bytes.ts";
import type { CanonicalValue } from "../model/canonical.ts";
import type { CommittedEntry, CommittedRow, Openings } from "../record/kinds/commit-entry.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot } from "../record/tree/frontier.ts";
import { leafHash, sameBytes } from "../record/tree/hash-tree.ts";
import { toUtf8 } from "../record/bytes/utf8.ts";
import { readSigned } from "../record/verify/verify-log.ts";
import { DamagedError } from "./errors.ts";
import { commitFast, sha256, verifyEd25519 } from "./hashing.ts";
import { LogTree } from "./log-tree.ts";
import type { OpenedFolder } from "./record-folder.ts";
import type { LogHead, Reach, Store, StoredTile } from "./store.ts";

export interface Fsck {
  readonly entries: number;
  /** Values whose commitment was made again. */
  readonly openings: number;
  readonly attachments: number;
  /** What is wrong, in the order in which it was found; empty for a sound record. */
  readonly findings: readonly string[];
}

/** Leaves hashed at a time. */
const AT_ONCE = 256;

/** Reads everything once. Sealed values are checked where a key opens them. */
export function fsck(
  folder: Pick<OpenedFolder, "store" | "keyring" | "vkey" | "pageFaults">,
): Fsck {
  const check = new Check(folder.store, {
    restricted: true,
    compartments: new Set(folder.keyring.compartments),
  });
  let size = 0;
  check.telling(() => {
    check.findings.push(...folder.pageFaults());
    const head = folder.store.head();
    if (head === null) return;
    size = head.size;
    check.leaves(head);
    check.signature(head, folder.vkey);
  });
  const { openings, attachments, findings } = check;
  return { entries: size, openings, attachments, findings };
}

class Check {
  openings = 0;
  attachments = 0;
  readonly findings: string[] = [];
  readonly #store: Store;
  readonly #reach: Reach;

  constructor(store: Store, reach: Reach) {
    this.#store = store;
    this.#reach = reach;
  }

  /** What is damaged beyond reading is a finding and the end of that part. */
  telling(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.findings.push(error.message);
    }
  }

  /** Every entry against its leaf, then the tree of the leaves against tiles and head. */
  leaves(head: LogHead): void {
    let tree = LogTree.EMPTY;
    let isWhole = true;
    for (let at = 0; at < head.size; at += AT_ONCE) {
      const entries = this.#read(at, Math.min(at + AT_ONCE, head.size));
      isWhole &&= !entries.includes(null);
      const sound = entries.filter((entry) => entry !== null);
      for (const entry of sound) this.#entry(entry);
      if (!isWhole) continue;
      const grown = tree.grow(sound.map(({ bytes }) => bytes));
      tree = grown.tree;
      const isLast = at + AT_ONCE >= head.size;
      for (const tile of grown.tiles)
        if (isLast || tile.hashes.length === AT_ONCE * 32) this.#tile(tile);
    }
    if (isWhole && !sameBytes(tree.root, head.root)) {
      this.findings.push(`the leaves do not have the root of the head at ${head.size}`);
    }
  }

  signature({ size, root, checkpoint }: LogHead, vkey: string): void {
    const how = { sha256, verify: verifyEd25519, vkey };
    const signed = readSigned(toUtf8(checkpoint), how, "the checkpoint of the head");
    this.findings.push(...signed.problems.map(({ at, message }) => `${at}: ${message}`));
    if (signed.checkpoint === null) return;
    const isHead = signed.checkpoint.size === size && sameBytes(signed.checkpoint.root, root);
    if (!isHead) this.findings.push("the checkpoint of the head is of another size or root");
  }

  /** Null where an entry cannot be read; the rest of its neighbours is read one by one. */
  #read(from: number, until: number): readonly (CommittedEntry | null)[] {
    try {
      return [...this.#store.entries(from, until, this.#reach)];
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      return Array.from({ length: until - from }, (_, i) => this.#readOne(from + i));
    }
  }

  #readOne(index: number): CommittedEntry | null {
    try {
      const entry = this.#store.read(index, this.#reach);
      if (entry === null) this.findings.push(`entry ${index} is missing`);
      return entry;
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.findings.push(`entry ${index}: ${error.message}`);
      return null;
    }
  }

  #entry(entry: CommittedEntry): void {
    const { leaf, bytes, sealed, openings } = entry;
    const { problems } = parseLeaf(bytes, leaf.id);
    this.findings.push(...problems.map(({ at, message }) => `"${at}": ${message}`));
    const envelope = sealed?.inner ?? leaf;
    if (sealed !== null) {
      this.#commitments(leaf, { entry: sealed.opening });
      if (!sameBytes(canonicalBytes(sealed.opening.value), canonicalBytes(asValue(sealed.inner)))) {
        this.findings.push(`"${leaf.id}": the envelope is not the one that was sealed`);
      }
    }
    this.#commitments(envelope, openings);
    this.#rows(envelope, entry.rows);
    this.#attachment(entry);
  }

  #commitments({ id, fields }: Leaf, openings: Openings): void {
    for (const [name, opening] of Object.entries(openings)) {
      this.openings++;
      if (commitFast(opening) === fields[name]) continue;
      this.findings.push(`"${id}": the value of "${name}" is not the one that was committed`);
    }
  }

  #rows({ id, rows: said }: Leaf, rows: readonly CommittedRow[]): void {
    if (said === undefined) return;
    const tree = rows.reduce(
      (frontier, { bytes }) => appendLeaf(sha256, frontier, leafHash(sha256, bytes)).frontier,
      EMPTY_FRONTIER,
    );
    const isSame =
      rows.length === said.count && toBase64Url(frontierRoot(sha256, tree)) === said.root;
    if (!isSame) this.findings.push(`"${id}": its rows do not have the root that was committed`);
    for (const [i, row] of rows.entries())
      if (!isRow(row)) this.findings.push(`"${id}.${i}" is not the row that was committed`);
    this.openings += rows.length * 2;
  }

  #attachment({ leaf, openings }: CommittedEntry): void {
    const hash = openings["blob"]?.value;
    if (leaf.kind !== "attachment" || typeof hash !== "string") return;
    this.attachments++;
    this.telling(() => {
      if (this.#store.blob(hash) !== null) return;
      this.findings.push(`the attachment ${hash} of "${leaf.id}" is missing`);
    });
  }

  #tile({ level, index, hashes }: StoredTile): void {
    const found = this.#store.tile(level, index);
    if (found !== null && sameBytes(found, hashes)) return;
    this.findings.push(`tile ${level}/${index} does not have the hashes of its leaves`);
  }
}

function isRow({ bytes, raw, read }: CommittedRow): boolean {
  const said: Partial<Record<string, unknown>> = JSON.parse(Buffer.from(bytes).toString("utf8"));
  const holds = (name: string, opening: CommittedRow["raw"]): boolean =>
    opening === null || commitFast(opening) === said[name];
  return holds("raw", raw) && holds("read", read);
}

/** A leaf is canonical JSON by its making. */
function asValue(leaf: Leaf): CanonicalValue {
  return leaf as unknown as CanonicalValue;
}
