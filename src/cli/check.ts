// `truceline check`: everything in a case folder, all problems at once with their places. Only errors make the exit code 1.
import { Command } from "commander";
import { lintCase } from "../case/lint-case.ts";
import { loadCase } from "../case/load-case.ts";
import { compareProblems, hasErrors } from "../model/problem.ts";
import { readCase } from "./open-case.ts";
import { jsonOption, langOption } from "./options.ts";
import { countProblems, inFolder, problemCounts, renderProblems } from "./print/problems.ts";
import type { Shell } from "./shell.ts";
import { EXIT } from "./stop.ts";

interface CheckFlags {
  readonly json?: boolean;
}

export function checkCommand(shell: Shell): Command {
  return new Command("check")
    .description("find everything that is wrong or doubtful in a case folder")
    .argument("<case>", "the case folder")
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: CheckFlags) => check(shell, folder, flags));
}

const EXAMPLE = `
Example:
  truceline check cases/example`;

async function check(
  { terminal, finish }: Shell,
  folder: string,
  flags: CheckFlags,
): Promise<void> {
  const files = await readCase(folder);
  const { value, problems } = loadCase(files);
  const found = value === null ? [] : lintCase(value, files);
  const sorted = [...problems, ...found].sort(compareProblems);
  if (flags.json === true) {
    const json = { case: folder, ...problemCounts(sorted), problems: inFolder(folder, sorted) };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    terminal.out(renderProblems(sorted, { folder, files, terminal }));
    terminal.out(`${folder}: ${countProblems(sorted)} in ${files.size} files\n`);
  }
  if (hasErrors(sorted)) finish(EXIT.no);
}
