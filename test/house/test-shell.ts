// A shell that remembers what was printed: the real program on real files, without a terminal.
import { fileURLToPath } from "node:url";
import { runTruceline } from "../../src/cli/program.ts";
import type { Shell } from "../../src/cli/shell.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface TestShellOptions {
  readonly columns?: number;
  readonly colour?: boolean;
  /** What to do while the program waits for its end; default: end at once. */
  readonly whileServing?: () => Promise<void>;
}

/** A shell whose `printed()` gives all of stdout so far. */
export function testShell(options: TestShellOptions = {}): {
  readonly shell: Shell;
  readonly printed: () => string;
  readonly complained: () => string;
} {
  const [out, err]: [string[], string[]] = [[], []];
  const shell: Shell = {
    terminal: {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      columns: options.columns ?? 80,
      colour: options.colour ?? false,
    },
    version: "0.0.0-test",
    shipped: {
      mainCase: `${root}cases/ukraine-2025`,
      example: `${root}cases/example`,
      web: `${root}dist/web`,
    },
    untilStopped: options.whileServing ?? (() => Promise.resolve()),
    finish: () => undefined,
  };
  return { shell, printed: () => out.join(""), complained: () => err.join("") };
}

/** Runs a command line and gives back its exit code and what it printed. */
export async function truceline(
  args: readonly string[],
  options: TestShellOptions = {},
): Promise<Ran> {
  const { shell, printed, complained } = testShell(options);
  const code = await runTruceline(args, shell);
  return { code, out: printed(), err: complained() };
}

/** What a command printed, read as JSON of the shape that docs/cli.md gives. */
export async function trucelineJson(args: readonly string[]) {
  const { out } = await truceline(args);
  return JSON.parse(out);
}
