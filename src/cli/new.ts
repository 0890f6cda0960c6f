// `truceline new`: a case that already checks, assesses and serves: a copy of the shipped example under its own id.
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import type { Shell } from "./shell.ts";
import { cannot, wrongUsage } from "./stop.ts";

/** The store and its keys stay out of version control. */
const GITIGNORE = ".truceline/\n";
const CASE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function newCommand(shell: Shell): Command {
  return new Command("new")
    .description("make a small case to start from")
    .argument("<dir>", "the folder to make; its last name becomes the case's id")
    .addHelpText("after", EXAMPLE)
    .action((folder: string) => makeCase(shell, folder));
}

const EXAMPLE = `
Example:
  truceline new cases/my-case && truceline check cases/my-case`;

async function makeCase({ terminal, shipped }: Shell, folder: string): Promise<void> {
  const id = basename(resolve(folder));
  if (!CASE_ID.test(id)) {
    throw wrongUsage(`"${id}" cannot be a case's id; expected small letters, digits and hyphens`);
  }
  await requireEmpty(folder);
  try {
    await mkdir(folder, { recursive: true });
    await cp(shipped.example, folder, { recursive: true });
    await writeFile(join(folder, ".gitignore"), GITIGNORE);
    await renameCase(join(folder, "case.yaml"), id);
  } catch (cause) {
    throw cannot(`"${folder}" cannot be written: ${String(cause)}`, cause);
  }
  terminal.out(`${folder}\n`);
  terminal.err(
    `Made a case. Look at it, then:\n  truceline check ${folder}\n  truceline serve ${folder}\n`,
  );
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw cannot(`"${folder}" cannot be a case folder: ${error.code ?? error.message}`, error);
  });
  if (entries.length > 0) {
    throw cannot(`"${folder}" is not empty (${entries.length} entries); expected a new folder`);
  }
}

async function renameCase(file: string, id: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/^id: .*$/m, `id: ${id}`));
}
