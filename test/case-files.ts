// The shipped case as files and as a value, read once for the tests that ask about it.
import { fileURLToPath } from "node:url";
import { loadCase } from "../src/case/load-case.ts";
import { readCaseFolder } from "../src/store/folder.ts";
import { REAL_CASE } from "./kit/real-case.ts";

export const files = await readCaseFolder(
  fileURLToPath(new URL(`../${REAL_CASE}`, import.meta.url)),
);

const { value, problems: found } = loadCase(files);
if (value === null) throw new Error(`${REAL_CASE} cannot be used`);

export const theCase = value;
export const problems = found;
