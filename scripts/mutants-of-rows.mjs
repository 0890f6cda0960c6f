// Mutants of the rows and columns of a verdict's matrix: facts that hang together, edges that are answered for the sake of release.
const CORPUS = "test/conformance.test.ts";

/** [name, file, what stands there, what the bug writes, test file, test name pattern] */
export const MUTANTS_OF_ROWS = [
  [
    "joint rows are taken apart again",
    "src/assess/fact-world.ts",
    "if (situation.joint === undefined) return independent(situation, cutting);",
    "if (situation !== null) return independent(situation, cutting);",
    CORPUS,
    "every expected verdict",
  ],
  [
    "P1 joint rows share the verdict of the facts apart",
    "src/assess/situation-class.ts",
    "things, facts.flags, facts.joint], finite);",
    "things, facts.flags], finite);",
    "src/assess/decide.test.ts",
    "P1",
  ],
  [
    "a batch takes joint rows apart",
    "src/assess/sweep/sweep.ts",
    "const rows = new Set([...columns.joint.keys(), ...rowsOf(columns, firsts)]);",
    "const rows = new Set(rowsOf(columns, firsts));",
    "src/assess/sweep/sweep.test.ts",
    "a batch",
  ],
  [
    "the prologue leaves an edge under a breach open",
    "src/assess/release-rows.ts",
    "if (edge === null || splits === MOST_SPLITS)",
    "if (splits <= MOST_SPLITS)",
    CORPUS,
    "every expected verdict",
  ],
  [
    "P1 a row of an answered edge takes the outcome of the open one",
    "src/assess/decide.ts",
    "column, released: free[row] === true }), edges),",
    "column, released: free[row] === true }), new Map()),",
    CORPUS,
    "every expected verdict",
  ],
  [
    "an input that only some points name is taken for another world",
    "src/assess/settling.ts",
    "return a === undefined || b === undefined || a === b;",
    "return a === b;",
    "src/assess/settling.test.ts",
    "",
  ],
];
