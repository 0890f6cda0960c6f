// Scenarios as text: those that failed with expected beside found and the trace, then what no scenario decides.
import type { ScenarioReport } from "../../assess/index.ts";
import type { Style } from "../terminal.ts";
import { renderTrace } from "./explanation.ts";
import { counted, paragraph, printable } from "./text.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
}

export function renderScenarios(folder: string, report: ScenarioReport, page: Page): string {
  const { results, coverage } = report;
  const failed = results.filter(({ failures }) => failures.length > 0);
  const passed = results.length - failed.length;
  return [
    ...failed.map((result) => renderFailed(result, page)),
    `${folder}: ${counted(results.length, "scenario")}, ${passed} passed, ${failed.length} failed\n`,
    `${counted(coverage.covered.length, "clause, answer or exception", "clauses, answers and exceptions")} decided`,
    coverage.uncovered.length === 0
      ? ", none left undecided\n"
      : `; no scenario decides\n${coverage.uncovered.map((item) => paragraph(`- ${item}`, page.width, "  ")).join("")}`,
  ].join("");
}

function renderFailed({ name, failures }: ScenarioReport["results"][number], page: Page): string {
  const lines = failures.map(
    ({ reading, expected, found, trace, at }) =>
      `  ${reading} (${at.file}:${at.line}:${at.column})\n` +
      `    expected ${printable(expected)}\n    found    ${printable(found)}\n${renderTrace(trace, page, 1)}`,
  );
  return `${page.style.strong(`FAILED ${printable(name)}`)}\n${lines.join("")}\n`;
}
