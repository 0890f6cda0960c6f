// How long it takes to try a text on every situation that it tells apart (TERMS 6: 5,000 in under 300 ms), and to compare it with its
// draft, against judging as many incidents.
import { fileURLToPath } from "node:url";
// The package's own doors: what is timed is the compiled program that people run.
import { loadCase, readCaseFolder } from "truceline";
import { assessCase, lintText, semanticDiff, whatIf, wordsOf } from "truceline/assess";
import type { AssessInput } from "truceline/assess";
import type { Bench } from "./bench.ts";

const FILE = "terms/energy.terms.md";
const files = await readCaseFolder(
  fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url)),
);
const source = files.get(FILE) ?? "";

/** The real text with one exception, one zone and two conditions more: what a longer agreement has. */
const LONGER = source
  .replace(
    "on-breach: {question: on-breach}\n    source",
    "unless: [interception]\n    where: {target: black-sea}\n    source",
  )
  .replace(
    "## Readings",
    [
      "```terms",
      "flags: {incoming: a weapon in flight}",
      "zones: {black-sea: {dataset: natural-earth-10m-marine, version: 5.1.2, feature: Black Sea}}",
      "clauses:",
      "  interception: {effect: permit, by: [RU, UA], when: {flags: [incoming]}, source: src-195}",
      "```",
      "## Readings",
    ].join("\n"),
  )
  .replaceAll(/, on-breach: \[[^\]]*\]/g, "")
  .replace(/## 5\. After a breach[\s\S]*?(?=## 6)/, "");
const DRAFT = LONGER.replace("act: strike", "act: use-of-force");

const { value: theCase } = loadCase(files);
if (theCase === null) throw new RangeError("the real case does not load");
const longer = textOf(LONGER);
const draft = textOf(DRAFT);
const { situations } = diffOf(longer, longer);

const linting = `lint: ${situations} situations under ${longer.instrument.readings.size} readings`;
const comparing = `diff: ${diffOf(longer, draft).situations} situations of two texts`;
const trying = `whatif: the real text changed, over ${theCase.incidents.length} incidents`;
const changed = textOf(source.replace("PT720H", "PT700H"));

export const bench: Bench = {
  name: "lint",
  what: "one text tried on every situation it tells apart, on one thread",
  baseline: {
    name: "judging",
    run: () => assessCase(manyIncidents()),
  },
  contenders: [
    // A copy is a new input: nothing that was worked out for the text before is at hand.
    {
      name: linting,
      run: () => lintText({ input: { ...theCase }, loaded: longer, places: () => null }),
    },
    { name: comparing, run: () => diffOf(longer, draft) },
    { name: trying, run: () => whatIf(theCase, [changed]) },
  ],
  must: { [linting]: 300, [comparing]: 1000 },
};

/** As many incidents as situations, all different, under the readings of the same text. */
function manyIncidents(): AssessInput {
  const incidents = Array.from({ length: situations }, (_, i) => {
    const incident = theCase?.incidents[i % (theCase.incidents.length || 1)];
    if (incident === undefined) throw new RangeError("the case has no incident");
    return { ...incident };
  });
  return { ...anyCase(), incidents, instruments: [longer] };
}

function anyCase(): AssessInput {
  if (theCase === null) throw new RangeError("the real case does not load");
  return theCase;
}

function diffOf(before: typeof longer, after: typeof longer) {
  const found = semanticDiff(wordsOf({ ...anyCase() }, before), wordsOf({ ...anyCase() }, after));
  if ("tooMany" in found) throw new RangeError(`${found.tooMany} situations`);
  return found;
}

function textOf(text: string) {
  const { value, problems } = loadCase(new Map(files).set(FILE, text));
  const found = value?.instruments.find(({ instrument }) => instrument.id === "energy");
  if (found !== undefined) return found;
  const errors = problems.filter(({ severity }) => severity === "error");
  throw new RangeError(errors.map(({ code, message }) => `${code} ${message}`).join("; "));
}
