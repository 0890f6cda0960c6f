// `truceline whatif`: candidate texts over the record: totals beside those at hand, what moves, and what that assumes.
import { Command, Option } from "commander";
import { requireReading } from "../assess/index.ts";
import { MAX_CANDIDATES, whatIf } from "../assess/whatif.ts";
import type { Candidate } from "../assess/whatif.ts";
import { heldFor, printWhatIf } from "../report/what-if.ts";
import type { Day } from "../model/instant.ts";
import { openCase } from "./open-case.ts";
import {
  asOfInstant,
  dayArgument,
  dayOrInstantArgument,
  holdOption,
  jsonOption,
} from "./options.ts";
import type { DayOrInstant } from "./options.ts";
import { renderWhatIf } from "./print/whatif.ts";
import type { Hold } from "../assess/index.ts";
import type { Shell } from "./shell.ts";
import { wrongUsage } from "./stop.ts";
import { styleFor } from "./terminal.ts";
import { openText } from "./text-file.ts";

interface WhatIfFlags {
  readonly against?: readonly string[];
  readonly start?: Day;
  readonly end?: Day;
  readonly asOf?: DayOrInstant;
  readonly hold?: Hold;
  readonly list?: boolean;
  readonly json?: boolean;
}

export function whatIfCommand(shell: Shell): Command {
  return new Command("whatif")
    .description("judge the record by candidate texts, beside the texts at hand")
    .argument("<case>", "the case folder")
    .argument("<draft...>", "one to four *.terms.yaml or *.terms.md")
    .addOption(
      new Option(
        "--against <id>",
        "a reading to set them against; may be given several times",
      ).argParser((text: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        text,
      ]),
    )
    .addOption(new Option("--start <day>", "as if they held from this day").argParser(dayArgument))
    .addOption(new Option("--end <day>", "as if they ended on this day").argParser(dayArgument))
    .addOption(
      new Option(
        "--as-of <time>",
        "what was published by then (a day counts to its end)",
      ).argParser(dayOrInstantArgument),
    )
    .addOption(holdOption())
    .option("--list", "also which incidents move")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, drafts: readonly string[], flags: WhatIfFlags) =>
      whatif(shell, { folder, drafts }, flags),
    );
}

const EXAMPLE = `
Example:
  truceline whatif cases/example cases/example/terms/river-truce.terms.md --start 2031-04-30`;

async function whatif(
  { terminal }: Shell,
  { folder, drafts }: { readonly folder: string; readonly drafts: readonly string[] },
  flags: WhatIfFlags,
): Promise<void> {
  if (drafts.length > MAX_CANDIDATES)
    throw wrongUsage(`at most ${MAX_CANDIDATES} drafts side by side; there are ${drafts.length}`);
  const { start, end } = flags;
  if (start !== undefined && end !== undefined && start >= end)
    throw wrongUsage(`--start ${start} does not lie before --end ${end}`);
  const theCase = await openCase(folder, terminal);
  const candidates: Candidate[] = [];
  for (const file of drafts) {
    const { loaded } = await openText(file, terminal, folder);
    candidates.push(heldFor(theCase, loaded, flags));
  }
  const found = whatIf(theCase, candidates, {
    ...(flags.against === undefined
      ? {}
      : { against: flags.against.map((id) => requireReading(theCase, id)) }),
    ...(flags.asOf === undefined ? {} : { asOf: asOfInstant(theCase, flags.asOf) }),
    ...(flags.hold === undefined ? {} : { hold: flags.hold }),
  });
  if (flags.json === true) {
    terminal.out(printWhatIf(found, flags));
    return;
  }
  const page = { width: terminal.columns, style: styleFor(terminal), list: flags.list === true };
  terminal.out(renderWhatIf(found, { ...flags, caveat: theCase.settings.caveat }, page));
}
