// Keys of compartments: one file each, outside the record's folder, so that a copy of the folder shows nothing sealed.
import { randomBytes } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Disk } from "./disk.ts";
import { RecordStoreError } from "./errors.ts";
import { sha256 } from "./hashing.ts";

const KEY_BYTES = 32;
export const KEY_ID_BYTES = 8;
const ENDING = ".key";

export interface CompartmentKey {
  readonly compartment: string;
  /** First bytes of the key's SHA-256: finds the key, names nothing. */
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

export interface Keyring {
  readonly keyOf: (compartment: string) => CompartmentKey | null;
  readonly keyWith: (id: Uint8Array) => CompartmentKey | null;
  /** Compartments that can be opened, in no particular order. */
  readonly compartments: readonly string[];
}

export function keyringOf(keys: readonly CompartmentKey[]): Keyring {
  return {
    keyOf: (compartment) => keys.find((one) => one.compartment === compartment) ?? null,
    keyWith: (id) => keys.find((one) => Buffer.compare(one.id, id) === 0) ?? null,
    compartments: keys.map(({ compartment }) => compartment),
  };
}

export function compartmentKey(compartment: string, key: Uint8Array): CompartmentKey {
  return { compartment, key, id: sha256(key).slice(0, KEY_ID_BYTES) };
}

/** Every `<compartment>.key` of a folder; none when there is no folder. Throws RecordStoreError for a file that holds no key. */
export function readKeyring(folder: string | null): Keyring {
  if (folder === null) return keyringOf([]);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort();
  return keyringOf(names.map((name) => readKey(join(folder, name), name.slice(0, -ENDING.length))));
}

function readKey(path: string, compartment: string): CompartmentKey {
  const text = readFileSync(path, "utf8").trim();
  const key = Buffer.from(text, "hex");
  if (key.length === KEY_BYTES && /^[0-9a-f]+$/.test(text)) return compartmentKey(compartment, key);
  throw new RecordStoreError(
    "store-unreadable",
    `"${path}" holds no key of ${KEY_BYTES} bytes in hexadecimal`,
  );
}

/** Where the key of a compartment lies. */
export function compartmentKeyPath(folder: string, compartment: string): string {
  return join(folder, `${compartment}${ENDING}`);
}

/** Makes the key of a compartment; one that is there is never written over. */
export function makeCompartmentKey(disk: Disk, folder: string, compartment: string): void {
  disk.createFile(
    compartmentKeyPath(folder, compartment),
    `${randomBytes(KEY_BYTES).toString("hex")}\n`,
  );
}
