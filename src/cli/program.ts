// The program as commander sees it, and the one place where errors become exit codes.
import { Command, CommanderError } from "commander";
import { UnknownNameError } from "../assess/errors.ts";
import { assessCommand } from "./assess.ts";
import { attachmentCommand } from "./attachment.ts";
import { backupCommand } from "./backup.ts";
import { checkCommand } from "./check.ts";
import { compareCommand } from "./compare.ts";
import { compartmentCommand } from "./compartment.ts";
import { diffCommand } from "./diff.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { fsckCommand } from "./fsck.ts";
import { logCommand } from "./log.ts";
import { newCommand } from "./new.ts";
import { redactCommand } from "./redact.ts";
import { restoreCommand } from "./restore.ts";
import { reviewCommand } from "./review.ts";
import { serveCommand } from "./serve.ts";
import type { Shell } from "./shell.ts";
import { EXIT, StopError } from "./stop.ts";
import type { ExitCode } from "./stop.ts";
import { termsCommand } from "./terms.ts";
import { testCommand } from "./test.ts";
import { verifyCommand } from "./verify.ts";
import { whatIfCommand } from "./whatif.ts";

/** Everything about the shell but its exit codes. */
export type World = Omit<Shell, "finish">;

/** Runs one command line (without program and script) and resolves with its exit code. Never throws. */
export async function runTruceline(args: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const shell: Shell = { ...world, finish: (ended) => (code = ended) };
  try {
    await program(shell).parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return explainEnd(error, world);
  }
}

/** The commands, their options and help. */
export function program(shell: Shell): Command {
  const { terminal, version } = shell;
  const root = new Command("truceline")
    .description(
      "Which incidents would be violations of a ceasefire, under whose reading, and why.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => terminal.colour,
      getErrHasColors: () => terminal.colour,
    })
    .showHelpAfterError("(--help shows how it is used)")
    .addHelpText("after", EXIT_HELP);
  for (const make of COMMANDS) root.addCommand(withSettingsOf(root, make(shell)));
  return root;
}

/** Commands of commands (`terms fmt`) too: else wrong usage of one would end the process past `run`, with another exit code. */
function withSettingsOf(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const below of command.commands) withSettingsOf(command, below);
  return command;
}

const COMMANDS = [
  newCommand,
  checkCommand,
  testCommand,
  assessCommand,
  explainCommand,
  compareCommand,
  diffCommand,
  whatIfCommand,
  termsCommand,
  logCommand,
  reviewCommand,
  attachmentCommand,
  compartmentCommand,
  redactCommand,
  verifyCommand,
  fsckCommand,
  backupCommand,
  restoreCommand,
  exportCommand,
  serveCommand,
];

const EXIT_HELP = `
Exit codes: 0 done; 1 the answer is "no" (errors found, a scenario failed); 2 wrong usage;
3 could not do it (no such case, folder not empty, port taken).

Example:
  truceline assess cases/example`;

function explainEnd(error: unknown, { terminal }: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof StopError) {
    terminal.err(`${error.message}\n`);
    return error.code;
  }
  if (error instanceof UnknownNameError) {
    terminal.err(`${error.message}\n`);
    return EXIT.usage;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(`This is a fault of the program, not of your input; please report it.\n${trace}\n`);
  return EXIT.cannot;
}
