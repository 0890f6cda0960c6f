// `truceline terms`: what can be done with one text: lay it out, pin its vocabularies.
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { Command } from "commander";
import type { CaseFiles } from "../case/case.ts";
import { formatTerms } from "../terms/format-terms.ts";
import { pinTerms } from "../terms/pin.ts";
import { readCase } from "./open-case.ts";
import { inWords } from "./print/text.ts";
import type { Shell } from "./shell.ts";
import { EXIT, cannot } from "./stop.ts";

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
  const { files, path } = await placed(file);
  const text = files.get(path) ?? "";
  const pinned = pinTerms(text, { file: path, contents: files });
  if (pinned.missing.length > 0)
    throw cannot(`"${file}" uses ${inWords(pinned.missing)}, which the case does not have`);
  if (pinned.changed.length === 0) {
    terminal.err(`"${file}" is pinned to the files at hand.\n`);
    return;
  }
  await write(file, pinned.text);
  terminal.out(`${file}: ${inWords(pinned.changed)}\n`);
}

/** A text and the case around it: `<case>/terms/<file>`. */
async function placed(
  file: string,
): Promise<{ readonly files: CaseFiles; readonly path: string; readonly folder: string }> {
  const folder = join(dirname(file), "..");
  await readText(file);
  const files = await readCase(folder);
  return { files, path: relative(folder, file) || basename(file), folder };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw cannot(`"${file}" cannot be read`, cause);
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw cannot(`"${file}" cannot be written`, cause);
  }
}
