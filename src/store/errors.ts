// What can stop the disk from giving us a case. Thrown here, caught once at the top of cli and serve.

/** A case folder that cannot be read: not there, not a folder, no case.yaml, too large, not readable. */
export class CaseFolderError extends Error {
  override readonly name = "CaseFolderError";
  /** The folder as it was asked for. */
  readonly folder: string;

  constructor(folder: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.folder = folder;
  }
}

/** A folder that an edition cannot be written to: something else lies there, or the disk says no. */
export class SiteFolderError extends Error {
  override readonly name = "SiteFolderError";
  /** The folder as it was asked for. */
  readonly folder: string;

  constructor(folder: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.folder = folder;
  }
}

/** A file that is not read because of its size. */
export class TooLargeError extends Error {
  override readonly name = "TooLargeError";
  readonly path: string;

  constructor(path: string, { size, most }: { readonly size: number; readonly most: number }) {
    super(`"${path}" has ${size} bytes; at most ${most} are read (T801)`);
    this.path = path;
  }
}

/** Why a record cannot be opened or written; docs/record.md explains each. */
export const STORE_CODES = [
  "clock-jumped",
  "no-compartment-key",
  "no-log-key",
  "record-behind-signed-checkpoint",
  "record-forked",
  "store-damaged",
  "store-in-use",
  "store-unreadable",
  "write-stopped",
] as const;

export type StoreCode = (typeof STORE_CODES)[number];

/** What the disk, the clock or another process does to a record. */
export class RecordStoreError extends Error {
  override readonly name: string = "RecordStoreError";
  readonly code: StoreCode;

  constructor(code: StoreCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Bytes of the store are not those that were written. */
export class DamagedError extends RecordStoreError {
  override readonly name = "DamagedError";

  constructor(message: string, options?: ErrorOptions) {
    super("store-damaged", message, options);
  }
}

/** The first failed write ended writing in this process: what was acknowledged stands, a restart recovers. */
export class WriteStoppedError extends RecordStoreError {
  override readonly name = "WriteStoppedError";

  constructor(message: string, options?: ErrorOptions) {
    super("write-stopped", message, options);
  }
}
