// The key of a log: Ed25519, made with the store, as PKCS#8. Signs checkpoints and nothing else.
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { toUtf8 } from "../record/bytes/utf8.ts";
import { checkpointText } from "../record/note/checkpoint.ts";
import type { Checkpoint } from "../record/note/checkpoint.ts";
import { formatNote } from "../record/note/signed-note.ts";
import { formatVkey, verifierKey } from "../record/note/vkey.ts";
import { rawPublicKey, sha256 } from "./hashing.ts";

export interface LogKey {
  /** `<name>/<case>`: the origin of the log and the name of its key. */
  readonly origin: string;
  /** To be published where the log is not. */
  readonly vkey: string;
  /** The signed note of a checkpoint. */
  readonly sign: (checkpoint: Omit<Checkpoint, "origin" | "extra">) => string;
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
  return {
    origin,
    vkey: formatVkey(verifier),
    sign: ({ size, root }) => {
      const text = checkpointText({ origin, size, root, extra: [] });
      const signature = Uint8Array.from(sign(null, toUtf8(text), key));
      return formatNote({ text, signatures: [{ name: origin, id: verifier.id, signature }] });
    },
  };
}
