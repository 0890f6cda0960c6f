// `truceline test`: runs a case's scenarios and says which clauses, answers and exceptions none of them decided.
import { Command } from "commander";
import { runScenarios } from "../assess/index.ts";
import type { ScenarioReport } from "../assess/index.ts";
import { loadCase } from "../case/load-case.ts";
import { scenariosJson } from "./json/scenarios.ts";
import { readCase } from "./open-case.ts";
import { jsonOption, langOption } from "./options.ts";
import { countProblems, renderProblems } from "./print/problems.ts";
import { renderScenarios } from "./print/scenarios.ts";
import type { Shell } from "./shell.ts";
import { cannot, EXIT } from "./stop.ts";
import { styleFor } from "./terminal.ts";

interface TestFlags {
  readonly json?: boolean;
}

export function testCommand(shell: Shell): Command {
  return new Command("test")
    .description("run a case's scenarios and say what none of them decides")
    .argument("<case>", "the case folder")
    .addOption(jsonOption())
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: TestFlags) => test(shell, folder, flags));
}

const EXAMPLE = `
Example:
  truceline test cases/example`;

async function test({ terminal, finish }: Shell, folder: string, flags: TestFlags): Promise<void> {
  const files = await readCase(folder);
  const { value: theCase, problems } = loadCase(files);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    terminal.err(renderProblems(errors, { folder, files, terminal }));
    terminal.err(`${folder}: ${countProblems(errors)}\n`);
  }
  if (theCase === null) throw cannot(`the case at "${folder}" cannot be used`);
  const report = runScenarios(theCase, theCase.scenarios);
  terminal.out(
    flags.json === true
      ? `${JSON.stringify(scenariosJson(folder, report), null, 2)}\n`
      : renderScenarios(folder, report, { width: terminal.columns, style: styleFor(terminal) }),
  );
  if (errors.length > 0 || hasFailed(report)) finish(EXIT.no);
}

function hasFailed({ results }: ScenarioReport): boolean {
  return results.some(({ failures }) => failures.length > 0);
}
