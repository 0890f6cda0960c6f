// `truceline terms export`: a text as LegalRuleML or Akoma Ntoso, for archives and the tools of lawyers; what is lost goes to stderr.
import { Command, Option } from "commander";
import { writeFile } from "node:fs/promises";
import { namingOf } from "../report/naming.ts";
import { EXPORT_FORMATS, exportTerms } from "../terms/export/export-terms.ts";
import type { ExportFormat } from "../terms/export/export-terms.ts";
import type { Shell } from "./shell.ts";
import { cannot } from "./stop.ts";
import { openText } from "./text-file.ts";

interface ExportFlags {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly case?: string;
}

export function exportTextCommand(shell: Shell): Command {
  return new Command("export")
    .description(
      "write a text as LegalRuleML 1.0 or Akoma Ntoso 1.0; stderr says what they cannot say",
    )
    .argument("<file>", "a *.terms.yaml or *.terms.md, or with --case the name of a text of it")
    .addOption(
      new Option("--format <name>", "the format of the XML")
        .choices(EXPORT_FORMATS)
        .makeOptionMandatory(),
    )
    .option("--out <file>", "write to this file instead of printing")
    .option("--case <folder>", "the case the text is read against")
    .action((file: string, flags: ExportFlags) => exportText(shell, file, flags));
}

async function exportText({ terminal }: Shell, file: string, flags: ExportFlags): Promise<void> {
  const { theCase, loaded } = await openText(file, terminal, flags.case);
  const { xml, losses } = exportTerms(namingOf(theCase, loaded.instrument, "en"), flags.format);
  if (flags.out === undefined) terminal.out(xml);
  else await write(flags.out, xml);
  terminal.err(`${losses.length} things this format does not say:\n`);
  for (const { at, says } of losses) terminal.err(`  ${at}: ${says}\n`);
}

async function write(file: string, xml: string): Promise<void> {
  try {
    await writeFile(file, xml);
  } catch (cause) {
    throw cannot(`"${file}" cannot be written`, cause);
  }
}
