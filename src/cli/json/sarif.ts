// Findings in SARIF 2.1.0 (OASIS), as editors and code hosts read it. Columns count code points, which the format can say.
import type { Problem, Severity, Span } from "../../model/problem.ts";
import { compareText } from "../../model/problem.ts";

/** One run with its results in the order given; files as URI references, relative to where the command ran. */
export function sarifOf(problems: readonly Problem[], version: string): object {
  const codes = [...new Set(problems.map(({ code }) => code))].sort(compareText);
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "truceline", version, rules: codes.map((id) => ({ id })) } },
        columnKind: "unicodeCodePoints",
        results: problems.map((problem) => resultOf(problem, codes)),
      },
    ],
  };
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  info: "note",
  warning: "warning",
};

function resultOf(problem: Problem, codes: readonly string[]): object {
  const { code, severity, message, at, help, related, counterexample } = problem;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: sentences(message, help, counterexample) },
    ...(at === null ? {} : { locations: [{ physicalLocation: placeOf(at) }] }),
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: one.message },
            ...(one.at === null ? {} : { physicalLocation: placeOf(one.at) }),
          })),
        }),
    properties: { help: help ?? null, counterexample: counterexample ?? null },
  };
}

/** What viewers show is the message alone: what helps and what shows the fault stand in it too. */
function sentences(message: string, help?: string, counterexample?: string): string {
  const more = [
    ...(help === undefined ? [] : [help]),
    ...(counterexample === undefined ? [] : [`for example: ${counterexample}`]),
  ];
  return [message, ...more].join("\n");
}

function placeOf({ file, line, column, endColumn }: Span): object {
  return {
    artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
    region: { startLine: line, startColumn: column, endLine: line, endColumn },
  };
}
