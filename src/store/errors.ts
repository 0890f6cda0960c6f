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
