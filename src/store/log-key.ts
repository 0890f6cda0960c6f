// The key of a log: Ed25519, made with the store, as PKCS#8. Signs checkpoints and nothing else.
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { toUtf8 } from "../record/bytes/utf8.ts";
import { checkpointText } from "../record/note/checkpoint.ts";
import type { Checkpoint } from "../record/note/checkpoint.ts";
import { formatNote } from "../record/note/signed-note.ts";
import type { NoteSignature } from "../record/note/signed-note.ts";
import { formatVkey, verifierKey } from "../record/note/vkey.ts";
import { rawPublicKey, sha256 } from "./hashing.ts";

export interface LogKey {
  /** `<name>/<case>`: the origin of the log and the name of its key. */
  readonly origin: string;
  /** To be published where the log is not. */
  readonly vkey: string;
  /** The signed note of a checkpoint. */
  readonly sign: (checkpoint: Omit<Checkpoint, "origin" | "extra">) => string;
  /** The line of a note under a text. */
  readonly line: (text: string) => NoteSignature;
}

/** A new key as PEM text. */
export function makeKeyPem(): string {
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

/** Throws when the text is no Ed25519 key, RangeError when the origin cannot stand in a note. */
export function logKey(origin: string, pem: string): LogKey {
  const key: KeyObject = createPrivateKey(pem);
  const verifier = verifierKey(sha256, origin, rawPublicKey(key));
  const line = (text: string): NoteSignature => {
    const signature = Uint8Array.from(sign(null, toUtf8(text), key));
    return { name: origin, id: verifier.id, signature };
  };
  return signedBy(origin, formatVkey(verifier), [line]);
}

/** A log that signs with its key and still with the one before, for whoever knows only that. */
export function bothKeys(now: LogKey, before: LogKey): LogKey {
  return signedBy(now.origin, now.vkey, [now.line, before.line]);
}

/** A text signed by several keys. */
export function noteBy(keys: readonly LogKey[], text: string): string {
  return formatNote({ text, signatures: keys.map(({ line }) => line(text)) });
}

function signedBy(
  origin: string,
  vkey: string,
  lines: readonly [LogKey["line"], ...LogKey["line"][]],
): LogKey {
  const [line] = lines;
  const sign: LogKey["sign"] = ({ size, root }) => {
    const text = checkpointText({ origin, size, root, extra: [] });
    return formatNote({ text, signatures: lines.map((one) => one(text)) });
  };
  return { origin, vkey, sign, line };
}
