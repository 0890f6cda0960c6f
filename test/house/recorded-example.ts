// The smallest case in a folder of its own, with a record: what tests of commands about a record begin with.
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { truceline } from "./test-shell.ts";

export interface RecordedExample {
  /** For whatever the test lays beside the case; whoever asked takes it away. */
  readonly base: string;
  readonly folder: string;
}

/** `name` only tells temporary folders apart; `actor` records the seeds. */
export async function recordedExample(name: string, actor = "rec"): Promise<RecordedExample> {
  const base = mkdtempSync(join(tmpdir(), `truceline-cli-${name}-`));
  const folder = join(base, "example");
  cpSync("cases/example", folder, { recursive: true });
  await truceline(["log", folder, "--init", "--as", actor]);
  return { base, folder };
}
