// What every command is given: the terminal, where the shipped files lie, how to end. Made once, in main.ts.
import type { ExitCode } from "./stop.ts";
import type { Terminal } from "./terminal.ts";

export interface Shell {
  readonly terminal: Terminal;
  /** The program's version, `0.1.0`. */
  readonly version: string;
  /** Folders shipped with the program. */
  readonly shipped: {
    /** The case that `serve` shows when none is named. */
    readonly mainCase: string;
    /** The case that `new` copies. */
    readonly example: string;
    /** The built web app. */
    readonly web: string;
  };
  /** Resolves when a person ends the program (Ctrl-C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
  /** The exit code of a command that ends by itself; not calling it means done. */
  readonly finish: (code: ExitCode) => void;
}

/** The engine as JSON answers name it: `truceline 0.1.0`. */
export function engineName(version: string): string {
  return `truceline ${version}`;
}
