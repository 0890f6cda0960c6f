// `truceline fsck`: a whole record derived again from its leaves; the first difference is what to look at.
import { Command } from "commander";
import { openForReading } from "../store/record-folder.ts";
import { fsck } from "../store/fsck.ts";
import type { Fsck } from "../store/fsck.ts";
import { jsonOption } from "./options.ts";
import { keysOption, orStop, recordFolder, storeOption } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { EXIT } from "./stop.ts";

export function fsckCommand(shell: Shell): Command {
  return new Command("fsck")
    .description(
      "derive a record again from its leaves and compare: pages, values, tree, signature, attachments",
    )
    .argument("<case>", "the case folder")
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: RecordFlags & { readonly json?: boolean }) =>
      check(shell, folder, flags),
    );
}

const EXAMPLE = `
Example:
  truceline fsck cases/example`;

async function check(
  { terminal, finish }: Shell,
  folder: string,
  flags: RecordFlags & { readonly json?: boolean },
): Promise<void> {
  const report = await orStop(() => {
    const opened = openForReading(recordFolder(folder, flags), {
      compartmentKeys: flags.keys ?? null,
    });
    try {
      return fsck(opened);
    } finally {
      opened.close();
    }
  });
  if (report.findings.length > 0) finish(EXIT.no);
  terminal.out(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : fsckWords(report));
}

/** The first finding, how many there are, and what was looked at. */
export function fsckWords({ entries, openings, attachments, findings }: Fsck): string {
  const [first] = findings;
  const verdict =
    first === undefined ? "sound" : `${findings.length} findings, the first: ${first}`;
  return `${verdict}\n${entries} entries, ${openings} values, ${attachments} attachments checked\n`;
}
