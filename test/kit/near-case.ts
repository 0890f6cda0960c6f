// The smallest case with a text that asks for nearness: one side holds that whatever lies within 3 km of a bridge is off limits, and
// one bridge stands in the text's own register.
import { filesOf } from "./load-folder.ts";
import { loadCase } from "../../src/case/load-case.ts";
import type { Case } from "../../src/case/case.ts";

const TEXT = "terms/river-truce.terms.md";
const REGISTER = `
\`\`\`terms
objects:
  old-bridge: {kind: bridge, place: {coordinates: [20.0, 10.0], radius: 200}}
\`\`\`
`;

/** The reading whose holder says so. */
export const NEAR_READING = "river-truce/north";

/** The incident that only nearness makes a violation. */
export const NEAR_INCIDENT = "inc-2";

/** Throws when the files on disk no longer hold what it changes. */
export function nearCase(): Case {
  const files = filesOf("cases/example");
  const text = files.get(TEXT) ?? "";
  const near = text.replace("targets: [energy, bridge]", "targets: [{within: 3000, of: [bridge]}]");
  if (near === text) throw new Error("the example has another list of targets");
  const { value, problems } = loadCase(new Map(files).set(TEXT, `${near}${REGISTER}`));
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}
