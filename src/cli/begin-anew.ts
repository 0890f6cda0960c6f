// `truceline log CASE --begin-anew`: the way on after signed entries were lost, as another log that names the loss.
import { beginAnew } from "../store/begin-anew.ts";
import type { BegunAnew } from "../store/begin-anew.ts";
import { orStop, personsOf, recordFolder, tellRefused } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";

interface AnewFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly reason?: string;
  readonly json?: boolean;
}

/** Exit code 1 with every reason when nothing was lost, or when it is one person alone. */
export async function anew(shell: Shell, folder: string, flags: AnewFlags): Promise<void> {
  const { reason } = flags;
  if (reason === undefined)
    throw wrongUsage('--begin-anew takes --reason, such as "the disk of 3 May is gone"');
  const { value, problems } = await orStop(() =>
    beginAnew(recordFolder(folder, flags), {
      ...personsOf(flags.as),
      reason,
    }),
  );
  if (value === null) return tellRefused(shell, "no new log", problems);
  shell.terminal.out(flags.json === true ? `${JSON.stringify(value)}\n` : inWords(value));
}

function inWords({ origin, vkey, size, lost }: BegunAnew): string {
  const gone = lost === null ? "nobody knows how many more are lost" : `lost ${lost}`;
  return (
    `the record goes on as ${origin}: ${size} entries, ${gone}; entry ${size - 1} says so\n` +
    `key        ${vkey}\nPublish this key, and say that ${origin} follows on the log before it.\n`
  );
}
