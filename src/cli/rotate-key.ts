// `truceline log CASE --rotate-key`: another key for a log, named in it by two persons.
import { rotateKey } from "../store/rotate-key.ts";
import type { Rotated } from "../store/rotate-key.ts";
import { orStop, personsOf, recordFolder, tellRefused } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";

interface RotateFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly reason?: string;
  readonly lastTrusted?: string;
  readonly json?: boolean;
}

/** Exit code 1 with every reason when the record refuses, as it does one person alone. */
export async function rotate(shell: Shell, folder: string, flags: RotateFlags): Promise<void> {
  const { value, problems } = await orStop(() =>
    rotateKey(recordFolder(folder, flags), {
      ...personsOf(flags.as),
      reason: flags.reason ?? null,
      lastTrustedSize: sizeOf(flags.lastTrusted),
    }),
  );
  if (value === null) return tellRefused(shell, "the key stays", problems);
  shell.terminal.out(flags.json === true ? `${JSON.stringify(value)}\n` : inWords(value));
}

function sizeOf(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw wrongUsage(`--last-trusted takes a number of entries; found "${given}"`);
}

function inWords({ before, vkey, size, bothUntil }: Rotated): string {
  const until =
    bothUntil === null
      ? "The old key signs no more and does not vouch for the new one: publish the new one where readers of the old one look."
      : `Both sign until ${new Date(bothUntil).toISOString()}; whoever has the old key is led to the new one by \`log/keys\`.`;
  return `old key    ${before}\nnew key    ${vkey}\nentries    ${size}\n${until}\n`;
}
