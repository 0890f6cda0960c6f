// `truceline terms`: what can be done with one text: lay it out, pin its vocabularies.
import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { formatTerms } from "../terms/format-terms.ts";
import { pinTerms } from "../terms/pin.ts";
import { readCase } from "./open-case.ts";
import { inWords } from "./print/text.ts";
import type { Shell } from "./shell.ts";
import { EXIT, cannot } from "./stop.ts";
import { caseAround, readText } from "./text-file.ts";

export function termsCommand(shell: Shell): Command {
  return new Command("terms")
    .description("lay out a text, pin its vocabularies")
    .addCommand(fmtCommand(shell))
    .addCommand(pinCommand(shell))
    .addHelpText("after", EXAMPLE);
}

const EXAMPLE = `
Example:
  truceline terms fmt cases/example/terms/river-truce.terms.md`;

interface FmtFlags {
  readonly check?: boolean;
}

function fmtCommand(shell: Shell): Command {
  return new Command("fmt")
    .description("lay out a text in one way; comments, order and meaning stay")
    .argument("<file>", "a *.terms.yaml or *.terms.md")
    .option("--check", "change nothing; exit code 1 when the file is laid out otherwise")
    .action((file: string, flags: FmtFlags) => fmt(shell, file, flags));
}

async function fmt({ terminal, finish }: Shell, file: string, flags: FmtFlags): Promise<void> {
  const text = await readText(file);
  const formatted = formatTerms(text, file);
  if (formatted === null)
    throw cannot(`"${file}" cannot be read as YAML; \`truceline check\` says why`);
  if (formatted === text) return;
  terminal.out(`${file}\n`);
  if (flags.check === true) finish(EXIT.no);
  else await write(file, formatted);
}

function pinCommand(shell: Shell): Command {
  return new Command("pin")
    .description("write the SHA-256 of each vocabulary that a text uses into it")
    .argument("<file>", "a *.terms.yaml or *.terms.md in the folder terms/ of a case")
    .action((file: string) => pin(shell, file));
}

async function pin({ terminal }: Shell, file: string): Promise<void> {
  const text = await readText(file);
  const contents = await readCase(await caseAround(file));
  const pinned = pinTerms(text, { file, contents });
  if (pinned.missing.length > 0)
    throw cannot(`"${file}" uses ${inWords(pinned.missing)}, which the case does not have`);
  if (pinned.changed.length === 0) {
    terminal.err(`"${file}" is pinned to the files at hand.\n`);
    return;
  }
  await write(file, pinned.text);
  terminal.out(`${file}: ${inWords(pinned.changed)}\n`);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw cannot(`"${file}" cannot be written`, cause);
  }
}
