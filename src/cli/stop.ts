// Ways for a command to end other than well. Exit codes are those of CLI: shells and CI rely on them.

export const EXIT = {
  done: 0,
  /** The answer is "no": errors found, a scenario failed. */
  no: 1,
  /** Wrong usage. */
  usage: 2,
  /** Could not do it: a file missing, a port taken. */
  cannot: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message on stderr and an exit code. */
export class StopError extends Error {
  override readonly name = "StopError";
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What was asked makes no sense: an unknown reading, an unknown incident, days in the wrong order. */
export function wrongUsage(message: string): StopError {
  return new StopError(EXIT.usage, message);
}

/** What was asked makes sense but cannot be done here. */
export function cannot(message: string, cause?: unknown): StopError {
  return new StopError(EXIT.cannot, message, { cause });
}
