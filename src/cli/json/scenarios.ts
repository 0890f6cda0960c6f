// The JSON shape of `test --json` (docs/cli.md).
import type { ScenarioReport } from "../../assess/index.ts";
import { verdictJson } from "./assess.ts";

export function scenariosJson(folder: string, { results, coverage }: ScenarioReport): object {
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  return {
    case: folder,
    passed: results.length - failed,
    failed,
    scenarios: results.map(({ file, name, at, asOf, told, failures, verdicts }) => ({
      name,
      file,
      line: at.line,
      ...(asOf === null ? {} : { textAsOf: asOf, textNotes: told }),
      passed: failures.length === 0,
      verdicts: Object.fromEntries(
        [...verdicts].map(([id, verdict]) => [id, verdictJson(verdict)]),
      ),
      failures,
    })),
    coverage,
  };
}
