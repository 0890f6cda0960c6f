// Texts of sources that a case keeps: `sources/<source id>.md`, plain text. They are for checking quotations and are no part of what a
// case gives on: packs and editions leave them out, since they are other people's words.
import type { Problem } from "../model/problem.ts";
import type { CaseFiles } from "./case.ts";

const KEPT = /^sources\/([^/]+)\.md$/;

export interface KeptTexts {
  /** Source id -> its text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Empty files are taken for left out. A file of a source that the record does not have is C201. */
export function readKeptTexts(files: CaseFiles, sources: ReadonlyMap<string, unknown>): KeptTexts {
  const found = [...files].flatMap(([file, text]) => {
    const id = KEPT.exec(file)?.[1];
    return id === undefined || text.trim() === "" ? [] : [{ file, id, text }];
  });
  const unknown = found.filter(({ id }) => !sources.has(id));
  return {
    texts: new Map(found.filter(({ id }) => sources.has(id)).map(({ id, text }) => [id, text])),
    problems: unknown.map(({ file, id }) => ({
      code: "C201",
      severity: "error",
      message: `a kept text of source "${id}", which the record does not have`,
      at: { file, line: 1, column: 1, endColumn: 2 },
    })),
  };
}
