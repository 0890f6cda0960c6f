// `truceline backup`: a consistent copy of a record, taken while it may be written to.
import { Command } from "commander";
import { backup } from "../store/backup.ts";
import { jsonOption } from "./options.ts";
import { orStop, recordFolder, storeOption } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";

interface BackupFlags extends RecordFlags {
  readonly withLogKey?: boolean;
  readonly keepDays: string;
  readonly json?: boolean;
}

export function backupCommand(shell: Shell): Command {
  return new Command("backup")
    .description("copy the record of a case to a new folder, also while it is written to")
    .argument("<case>", "the case folder")
    .argument("<dir>", "a new folder")
    .option(
      "--with-log-key",
      "with the key that signs: whoever has the copy can then sign in the log's name",
    )
    .option(
      "--keep-days <n>",
      "for how many days it is kept; a redaction names every copy with its last day",
      "90",
    )
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, to: string, flags: BackupFlags) => copy(shell, { folder, to, flags }));
}

const EXAMPLE = `
Example:
  truceline backup cases/example /media/stick/example-record`;

async function copy(
  { terminal }: Shell,
  {
    folder,
    to,
    flags,
  }: { readonly folder: string; readonly to: string; readonly flags: BackupFlags },
): Promise<void> {
  const withLogKey = flags.withLogKey === true;
  if (!/^\d{1,5}$/.test(flags.keepDays))
    throw wrongUsage(`--keep-days takes a number of days; found "${flags.keepDays}"`);
  const how = { withLogKey, keepDays: Number(flags.keepDays), now: Date.now() };
  const report = await orStop(() => backup(recordFolder(folder, flags), to, how));
  if (flags.json === true) {
    terminal.out(`${JSON.stringify(report)}\n`);
    return;
  }
  const { size, attachments, expires } = report;
  terminal.out(
    `${size} entries and ${attachments} attachments copied to ${to}; destroy it by ${expires}\n`,
  );
  if (!report.isNoted)
    terminal.err(
      "The record's folder takes no note of this copy: write down yourself where it is.\n",
    );
  if (!withLogKey)
    terminal.err(
      "The key that signs is not in the copy: keep it apart (.truceline/keys/log.pem).\n",
    );
}
