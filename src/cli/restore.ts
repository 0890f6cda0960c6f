// `truceline restore`: a checked backup in the place of a record; what was there is moved aside.
import { Command } from "commander";
import { restore } from "../store/backup.ts";
import { fsckWords } from "./fsck.ts";
import { jsonOption } from "./options.ts";
import { keysOption, orStop, recordFolder, storeOption } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { EXIT } from "./stop.ts";

interface RestoreFlags extends RecordFlags {
  readonly json?: boolean;
}

export function restoreCommand(shell: Shell): Command {
  return new Command("restore")
    .description(
      "check a backup and put it in the place of a case's record; what was there is moved aside",
    )
    .argument("<dir>", "what backup wrote")
    .argument("<case>", "the case folder")
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((from: string, folder: string, flags: RestoreFlags) =>
      putBack(shell, { from, folder, flags }),
    );
}

const EXAMPLE = `
Example:
  truceline restore /media/stick/example-record cases/example`;

async function putBack(
  { terminal, finish }: Shell,
  {
    from,
    folder,
    flags,
  }: { readonly from: string; readonly folder: string; readonly flags: RestoreFlags },
): Promise<void> {
  const how = { compartmentKeys: flags.keys ?? null, now: Date.now() };
  const report = await orStop(() => restore(from, recordFolder(folder, flags), how));
  if (!("checked" in report)) {
    finish(EXIT.no);
    terminal.out(
      flags.json === true
        ? `${JSON.stringify({ checked: report })}\n`
        : `not restored: ${fsckWords(report)}`,
    );
    return;
  }
  const { size, before, finding, checked } = report;
  if (finding !== null) finish(EXIT.no);
  const code = finding?.code ?? null;
  if (flags.json === true) {
    terminal.out(`${JSON.stringify({ size, before, finding: code, checked })}\n`);
    return;
  }
  terminal.out(`${size} entries restored; ${fsckWords(checked)}`);
  if (before !== null) terminal.out(`what was there lies in ${before}\n`);
  if (finding !== null)
    terminal.err(`It can be read and not written: ${finding.message} (${finding.code})\n`);
}
