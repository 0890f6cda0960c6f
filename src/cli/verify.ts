// `truceline verify`: a bundle, or a whole record, checked against a key that the reader has from elsewhere.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Command } from "commander";
import { untar } from "../record/bundle/tar.ts";
import type { Files } from "../record/bundle/tar.ts";
import { fromUtf8, toUtf8 } from "../record/bytes/utf8.ts";
import type { RecordProblem } from "../record/problem.ts";
import { verifyBundle } from "../record/verify/verify-bundle.ts";
import { verifyLog } from "../record/verify/verify-log.ts";
import { sha256, verifyEd25519 } from "../store/hashing.ts";
import { logFiles } from "../store/log-files.ts";
import { jsonOption } from "./options.ts";
import { problemLine, readingFrom, storeOption } from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { cannot, EXIT } from "./stop.ts";

interface VerifyFlags extends RecordFlags {
  readonly vkey?: string;
  readonly held?: string;
  readonly json?: boolean;
}

export function verifyCommand(shell: Shell): Command {
  return new Command("verify")
    .description(
      "check an evidence bundle, or the log of a case, entry by entry against its signed head",
    )
    .argument("<what>", "a bundle (folder or .tar), or a case folder")
    .option(
      "--vkey <key>",
      "the log's key as you have it from elsewhere (default: the one that comes with it)",
    )
    .option("--held <file>", "of a case: an older checkpoint that you hold; the log must extend it")
    .addOption(storeOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((what: string, flags: VerifyFlags) => verify(shell, what, flags));
}

const EXAMPLE = `
Example:
  truceline verify cases/example`;

interface Verified {
  readonly what: string;
  readonly vkey: string;
  readonly problems: readonly RecordProblem[];
}

async function verify(
  { terminal, finish }: Shell,
  path: string,
  flags: VerifyFlags,
): Promise<void> {
  const bundle = bundleAt(path);
  const { what, vkey, problems } =
    bundle === null ? await verifyCase(path, flags) : ofBundle(bundle, flags);
  if (problems.length > 0) finish(EXIT.no);
  if (flags.json === true) {
    terminal.out(`${JSON.stringify({ what, vkey, problems }, null, 2)}\n`);
    return;
  }
  for (const one of problems) terminal.out(`${problemLine(one)}\n`);
  terminal.out(
    `${what}: ${problems.length === 0 ? "holds" : `${problems.length} problems`} under ${vkey}\n`,
  );
  if (flags.vkey === undefined)
    terminal.err(
      "The key is the one that came with it: compare it with the one that was published elsewhere.\n",
    );
}

async function verifyCase(folder: string, flags: VerifyFlags): Promise<Verified> {
  const held = flags.held === undefined ? null : heldAt(flags.held);
  return readingFrom(folder, flags, ({ record, vkey: own }) => {
    const vkey = flags.vkey ?? own;
    const what = `the log of ${record.size} entries`;
    if (record.size === 0) return { what, vkey, problems: [] };
    return { what, vkey, problems: verifyLog(logFiles(record), howOf(vkey), held) };
  });
}

function ofBundle(files: Files, flags: VerifyFlags): Verified {
  const vkey = flags.vkey ?? (fromUtf8(files.get("vkey") ?? toUtf8("")) ?? "").trim();
  return {
    what: `the bundle of ${files.size} files`,
    vkey,
    problems: verifyBundle(files, howOf(vkey)),
  };
}

function howOf(vkey: string) {
  return { sha256, verify: verifyEd25519, vkey };
}

/** Null for what is no bundle, such as a case folder. */
function bundleAt(path: string): Files | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw cannot(`nothing at "${path}"; expected a bundle or a case folder`);
  if (found.isDirectory()) return existsSync(join(path, "SHA256SUMS")) ? filesBelow(path) : null;
  const files = untar(new Uint8Array(readFileSync(path)));
  if (files === null) throw cannot(`"${path}" is no tar of an evidence bundle`);
  return files;
}

function filesBelow(folder: string): Files {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).split(sep).join("/"), new Uint8Array(readFileSync(path))];
    }),
  );
}

function heldAt(path: string): string {
  if (!existsSync(path)) throw cannot(`no checkpoint at "${path}"`);
  return readFileSync(path, "utf8");
}
