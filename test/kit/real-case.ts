// The real case by name, in one place: src/ knows no conflict by name (test/names.test.ts), its tests ask here.

/** The case's folder, from the root of the repository. */
export const REAL_CASE = "cases/ukraine-2025";

/** Where the server and the export put it. */
export const REAL_ADDRESS = "/c/ukraine-2025";

/** Two answers to the question `scope` of its energy text (test/fixtures has them too): the list read out after the call, ... */
export const CALL_LIST = "kremlin-list";

/** ... and the other side's list. */
export const OTHER_LIST = "ukrainian-list";
