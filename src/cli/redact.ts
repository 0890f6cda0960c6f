// `truceline redact`: values taken out of a record for good, by two persons; proofs stay, and every copy that still holds them is named.
import { Command, Option } from "commander";
import { outsideCopies } from "../store/copies-outside.ts";
import type { OutsideCopy } from "../store/copies-outside.ts";
import { redact } from "../store/redact.ts";
import type { Redacted } from "../store/redact.ts";
import { jsonOption } from "./options.ts";
import {
  keysOption,
  personsOf,
  personsOption,
  recordFolder,
  storeOption,
  tellRefused,
  writingTo,
} from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";

interface RedactFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly ground?: string;
  readonly keep?: readonly string[];
  readonly json?: boolean;
}

export function redactCommand(shell: Shell): Command {
  return new Command("redact")
    .description("take values out of a record for good, by two persons; every proof still holds")
    .argument("<case>", "the case folder")
    .argument("<thing>", "the entry that made it, or a row of a batch")
    .argument("<field...>", "which of its fields; of an attachment `blob` is the file")
    .option("--ground <text>", "why; it is public")
    .addOption(new Option("--keep <id...>", "copies derived from the attachment that stay"))
    .addOption(personsOption())
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, thing: string, fields: readonly string[], flags: RedactFlags) =>
      run(shell, { folder, thing, fields }, flags),
    );
}

const EXAMPLE = `
Example:
  truceline redact cases/example inc-1 note --ground "names a witness" --as ann --as bea`;

interface Asked {
  readonly folder: string;
  readonly thing: string;
  readonly fields: readonly string[];
}

async function run(
  shell: Shell,
  { folder, thing, fields }: Asked,
  { as, ground, keep = [], ...flags }: RedactFlags,
): Promise<void> {
  if (ground === undefined) throw wrongUsage("`redact` takes --ground, which everybody may read");
  const { value, problems } = await writingTo(folder, flags, (open) =>
    redact(open, { thing, fields, ground, ...personsOf(as), keeps: keep }),
  );
  if (value === null) return tellRefused(shell, "nothing was taken out", problems);
  const copies = outsideCopies(recordFolder(folder, flags), Date.now());
  shell.terminal.out(
    flags.json === true ? `${JSON.stringify({ ...value, copies })}\n` : inWords(value, copies),
  );
}

function inWords({ entry, index, removes }: Redacted, copies: readonly OutsideCopy[]): string {
  const gone = removes.map(({ entry: of, fields, hides = [] }) => {
    const also = hides.length === 0 ? "" : ` (new values of ${hides.join(", ")})`;
    return `  ${of}: ${fields.join(", ")}${also}\n`;
  });
  const kept = copies.length === 0 ? ["  none is known\n"] : copies.map(copyLine);
  return (
    `taken out by entry ${index}, ${entry}:\n${gone.join("")}` +
    `Copies outside of the record that may still hold it:\n${kept.join("")}` +
    "Export editions again, and take it out of the files under record/ if it is a seed.\n"
  );
}

function copyLine({ path, madeAt, expires, isThere }: OutsideCopy): string {
  if (madeAt === null)
    return `  ${path}  moved aside by a restore; destroy it when it is not needed\n`;
  const end = expires === null ? "" : `, expires ${expires}`;
  return `  ${path}  made ${madeAt}${end}${isThere ? "" : " (not there now)"}\n`;
}
