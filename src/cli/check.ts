// `truceline check`: everything in a case folder, all problems at once with their places. Only errors make the exit code 1.
import { Command, InvalidArgumentError, Option } from "commander";
import type { Sample } from "../assess/lint/sample.ts";
import { lintCase } from "../case/lint-case.ts";
import { mappingProblems } from "../case/mappings.ts";
import { loadCase } from "../case/load-case.ts";
import { compareProblems, hasErrors } from "../model/problem.ts";
import { sarifOf } from "./json/sarif.ts";
import { readCase } from "./open-case.ts";
import { jsonOption, langOption } from "./options.ts";
import { listCounts, renderLists } from "./print/object-lists.ts";
import { countProblems, inFolder, problemCounts, renderProblems } from "./print/problems.ts";
import type { Shell } from "./shell.ts";
import { EXIT } from "./stop.ts";

interface CheckFlags {
  readonly json?: boolean;
  readonly sample?: number;
  readonly seed?: number;
  readonly format: "text" | "json" | "sarif";
}

export function checkCommand(shell: Shell): Command {
  return new Command("check")
    .description("find everything that is wrong or doubtful in a case folder")
    .argument("<case>", "the case folder")
    .addOption(
      new Option(
        "--sample <count>",
        "where a text tells too many situations apart: try so many of them",
      ).argParser(countArgument),
    )
    .addOption(
      new Option("--seed <number>", "what the sample is drawn from (default: 1)").argParser(
        countArgument,
      ),
    )
    .addOption(formatOption())
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: CheckFlags) => check(shell, folder, flags));
}

const EXAMPLE = `
Example:
  truceline check cases/example`;

/** The same count and seed draw the same sample, on every machine. */
function sampleOf({ sample, seed = 1 }: CheckFlags): Sample | undefined {
  return sample === undefined ? undefined : { count: sample, seed };
}

function countArgument(text: string): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (count < 1) throw new InvalidArgumentError("Expected a number from 1 to 9999999.");
  return count;
}

function formatOption(): Option {
  return new Option("--format <name>", "how findings are printed; json is --json")
    .choices(["text", "json", "sarif"])
    .default("text");
}

async function check(
  { terminal, version, finish }: Shell,
  folder: string,
  flags: CheckFlags,
): Promise<void> {
  const files = await readCase(folder);
  const { value, problems } = loadCase(files);
  const found =
    value === null
      ? []
      : [...lintCase(value, files, sampleOf(flags)), ...mappingProblems(value, files)];
  const sorted = [...problems, ...found].sort(compareProblems);
  const format = flags.json === true ? "json" : flags.format;
  if (format === "text") {
    terminal.out(renderProblems(sorted, { folder, files, terminal }));
    terminal.out(`${folder}: ${countProblems(sorted)} in ${files.size} files\n`);
    terminal.out(value === null ? "" : renderLists(value.objects, folder));
  } else {
    const placed = inFolder(folder, sorted);
    const objects = value === null ? [] : listCounts(value.objects);
    const counted = { case: folder, ...problemCounts(sorted), problems: placed, objects };
    const json = format === "sarif" ? sarifOf(placed, version) : counted;
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
  }
  if (hasErrors(sorted)) finish(EXIT.no);
}
