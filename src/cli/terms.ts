// `truceline terms`: what can be done with one text: lay it out, pin its vocabularies.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { loadCase } from "../case/load-case.ts";
import { namingOf } from "../report/naming.ts";
import { formatTerms } from "../terms/format-terms.ts";
import { readTermsFile } from "../terms/parse-terms.ts";
import { pinTerms } from "../terms/pin.ts";
import { proseOf } from "../terms/prose/prose.ts";
import { termsSchema } from "../terms/schema.ts";
import { jsonOption, langOption } from "./options.ts";
import { readCase } from "./open-case.ts";
import { inWords, paragraph } from "./print/text.ts";
import type { Shell } from "./shell.ts";
import { EXIT, cannot } from "./stop.ts";
import type { Language } from "./terminal.ts";
import { exportTextCommand } from "./terms-export.ts";
import { versionsCommand } from "./terms-versions.ts";
import { caseAround, openText, readText } from "./text-file.ts";

export function termsCommand(shell: Shell): Command {
  return new Command("terms")
    .description(
      "list versions of a text, lay it out, pin its vocabularies, say it plainly, help editors write it, export it",
    )
    .addCommand(versionsCommand(shell))
    .addCommand(fmtCommand(shell))
    .addCommand(pinCommand(shell))
    .addCommand(proseCommand(shell))
    .addCommand(schemaCommand(shell))
    .addCommand(exportTextCommand(shell))
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

interface ProseFlags {
  readonly lang: Language;
  readonly ids?: boolean;
  readonly json?: boolean;
}

function proseCommand(shell: Shell): Command {
  return new Command("prose")
    .description("say in plain sentences what the text means to the machine")
    .argument("<file>", "a *.terms.yaml or *.terms.md in the folder terms/ of a case")
    .option("--ids", "before each sentence the part of the text that it says")
    .addOption(langOption())
    .addOption(jsonOption())
    .action((file: string, flags: ProseFlags) => prose(shell, file, flags));
}

async function prose({ terminal }: Shell, file: string, flags: ProseFlags): Promise<void> {
  const { theCase, loaded } = await openText(file, terminal);
  const sentences = proseOf(namingOf(theCase, loaded.instrument, flags.lang));
  if (flags.json === true) {
    const json = { id: loaded.instrument.id, version: loaded.version, lang: flags.lang, sentences };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  terminal.out(`${loaded.version}\n`);
  for (const { id, text } of sentences)
    terminal.out(paragraph(flags.ids === true ? `[${id}] ${text}` : text, terminal.columns));
}

interface SchemaFlags {
  readonly write?: boolean;
}

function schemaCommand(shell: Shell): Command {
  return new Command("schema")
    .description("print a JSON Schema with the text's own names, for editors (docs/editors.md)")
    .argument("<file>", "a *.terms.yaml in the folder terms/ of a case")
    .option("--write", "write it to .schema/<id>.json beside the file, where its first line points")
    .action((file: string, flags: SchemaFlags) => schema(shell, file, flags));
}

/** Works on a text with mistakes too: it is there to help write one. */
async function schema({ terminal }: Shell, file: string, flags: SchemaFlags): Promise<void> {
  const text = await readText(file);
  const { value: theCase } = loadCase(await readCase(await caseAround(file)));
  const { text: read } = readTermsFile(text, { file });
  if (theCase === null || read === null) throw cannot(`"${file}" cannot be read as a text`);
  const { kinds, means, acts, sources } = theCase;
  const made = termsSchema(read.instrument, { kinds, means, acts, sources: sources.keys() });
  const json = `${JSON.stringify(made, null, 2)}\n`;
  if (flags.write !== true) {
    terminal.out(json);
    return;
  }
  const to = join(dirname(file), ".schema", `${read.instrument.id}.json`);
  await mkdir(dirname(to), { recursive: true }).catch((cause: unknown) => {
    throw cannot(`"${to}" cannot be written`, cause);
  });
  await write(to, json);
  terminal.out(`${to}\n`);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw cannot(`"${file}" cannot be written`, cause);
  }
}
