// `truceline log`: the record of a case as its log: begin it, append to it, read it, prove an entry of it.
import { isPlainMap } from "../model/json.ts";
import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { loadCase } from "../case/load-case.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import type { Draft } from "../record/kinds/entry.ts";
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { formatInclusion } from "../record/note/inclusion-text.ts";
import { proveInclusion } from "../record/tree/proof.ts";
import { readBounded } from "../store/folder.ts";
import type { CaseRecord } from "../store/case-record.ts";
import type { OpenRecord } from "../store/open-record.ts";
import { hasRecord, makeRecord } from "../store/record-folder.ts";
import { noteLooks } from "../store/audit.ts";
import { looksOf } from "../store/looks.ts";
import { acceptClock } from "../store/accept-clock.ts";
import { appendSeeds } from "../store/seeds.ts";
import type { Seeded } from "../store/seeds.ts";
import { entryJson, headJson, openingsJson } from "./json/log.ts";
import { readCase } from "./open-case.ts";
import { jsonOption } from "./options.ts";
import {
  keysOption,
  behindWords,
  orStop,
  personOf,
  personsOption,
  problemLine,
  readingFrom,
  recordFolder,
  storeOption,
  tellRefused,
  writingTo,
} from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import { anew } from "./begin-anew.ts";
import { rotate } from "./rotate-key.ts";
import { tellAccepted } from "./print/clock.ts";
import type { Shell } from "./shell.ts";
import { cannot, EXIT, wrongUsage } from "./stop.ts";

interface LogFlags extends RecordFlags {
  readonly init?: boolean;
  readonly name: string;
  readonly append?: string;
  readonly acceptClock?: boolean;
  readonly as?: readonly string[];
  readonly rotateKey?: boolean;
  readonly beginAnew?: boolean;
  readonly reason?: string;
  readonly lastTrusted?: string;
  readonly list?: boolean;
  readonly since: string;
  readonly show?: string;
  readonly closed?: boolean;
  readonly prove?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function logCommand(shell: Shell): Command {
  return new Command("log")
    .description("the record of a case: begin it, append to it, list, show and prove its entries")
    .argument("<case>", "the case folder")
    .option(
      "--init",
      "make the record if there is none, and append the record seeds that it does not have",
    )
    .option("--name <name>", "with --init: the log is named <name>/<case>", "truceline.local")
    .option(
      "--append <file>",
      "append entries from a JSON file: one, or a list that is kept whole or not at all",
    )
    .option("--accept-clock", "the clock ran ahead and is right: note it and go on recording")
    .option(
      "--rotate-key",
      "make another key for the log, signed by the one that it has; two persons",
    )
    .option(
      "--last-trusted <size>",
      "with --rotate-key: the old key was lost to somebody; entries up to here can be trusted",
    )
    .option(
      "--begin-anew",
      "entries that were signed are lost for good: go on as another log that says so; two persons",
    )
    .option("--reason <text>", "with --rotate-key and --begin-anew: why")
    .addOption(personsOption())
    .option("--list", "one line an entry")
    .option("--since <index>", "with --list: from this index on", "0")
    .option("--show <id>", "one entry with its public values, and what changed it since")
    .option(
      "--closed",
      "with --show: restricted values too, and what the keys of --keys open; who looked is noted",
    )
    .option("--prove <id>", "a proof that the entry is in the log (c2sp.org/tlog-proof)")
    .option("--out <file>", "with --prove: write the proof there")
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, flags: LogFlags) => log(shell, folder, flags));
}

const EXAMPLE = `
Example:
  truceline log cases/example --init --as ann
  truceline log cases/example --list`;

async function log(shell: Shell, folder: string, flags: LogFlags): Promise<void> {
  if (flags.init === true) return init(shell, folder, flags);
  if (flags.append !== undefined) return append(shell, folder, { ...flags, append: flags.append });
  if (flags.beginAnew === true) return anew(shell, folder, flags);
  if (flags.rotateKey === true) return rotate(shell, folder, flags);
  if (flags.acceptClock === true) return accept(shell, folder, flags);
  const text = await readingFrom(folder, flags, (open) => answer(open, folder, flags));
  if (flags.out === undefined) shell.terminal.out(text);
  else writeFileSync(flags.out, text);
}

function answer(open: OpenRecord, folder: string, flags: LogFlags): string {
  if (flags.prove !== undefined) return proof(open.record, flags.prove);
  if (flags.show !== undefined && flags.closed === true)
    return shownClosed(open, recordFolder(folder, flags), { ...flags, show: flags.show });
  if (flags.show !== undefined) return shown(open.record, flags.show, PUBLIC_VIEWER);
  if (flags.list === true) return listed(open.record, flags);
  return headText(open, flags);
}

async function init({ terminal, finish }: Shell, folder: string, flags: LogFlags): Promise<void> {
  const files = await readCase(folder);
  const { value } = loadCase(files);
  if (value === null)
    throw cannot(`the case at "${folder}" cannot be used; \`truceline check ${folder}\` says why`);
  const store = recordFolder(folder, flags);
  if (!hasRecord(store))
    await orStop(() => makeRecord(store, `${flags.name}/${value.settings.id}`));
  await writingTo(folder, flags, async (open) => {
    const by = { actor: personOf(flags.as?.[0]), viewer: open.here };
    const seeded = await appendSeeds(open.record, files, by);
    if (seeded.problems.length > 0) finish(EXIT.no);
    terminal.err(seededWords(seeded));
    terminal.out(headText(open, flags));
  });
}

function seededWords({ appended, known, changed, problems }: Seeded): string {
  if (problems.length > 0) {
    const lines = problems.slice(0, 20).map(({ code, message }) => `${code}: ${message}\n`);
    return `${problems.length} problems keep the seeds out; the record has none of them:\n${lines.join("")}`;
  }
  const differ = changed.map((id) => `  ${id}\n`).join("");
  const tail =
    changed.length === 0
      ? ""
      : `The record has ${changed.length} otherwise than the files; correct them there:\n${differ}`;
  return `${appended} entries appended, ${known} were there.\n${tail}`;
}

async function append(
  shell: Shell,
  folder: string,
  flags: LogFlags & { readonly append: string },
): Promise<void> {
  const drafts = await readDrafts(flags.append, personOf(flags.as?.[0]));
  await writingTo(folder, flags, async (open) => {
    shell.terminal.err(behindWords(open.record));
    const { value, problems } = await open.record.append(drafts, { viewer: open.here });
    if (value === null) return tellRefused(shell, "nothing was kept", problems);
    const { first, count, head } = value;
    shell.terminal.out(
      flags.json === true
        ? `${JSON.stringify({ first, count, ...headJson(open) })}\n`
        : `entries ${first} to ${first + count - 1} of ${head.size}\n`,
    );
  });
}

async function accept(shell: Shell, folder: string, flags: LogFlags): Promise<void> {
  await writingTo(folder, flags, async (open) => {
    const accepted = await acceptClock(open, personOf(flags.as?.[0]));
    tellAccepted(shell, accepted, flags);
  });
}

/** Drafts of a file; `actor` is whoever writes unless the file says. Throws StopError (2, 3). */
async function readDrafts(path: string, actor: string): Promise<readonly Draft[]> {
  const text = await readBounded(path).catch((cause: unknown) => {
    throw cannot(`"${path}" cannot be read`, cause);
  });
  const read = parseJson(text, path);
  const parsed = (Array.isArray(read) ? read : [read]).map((one: unknown, i) =>
    parseDraft(isPlainMap(one) ? { actor, ...one } : one, `entry ${i}`),
  );
  const problems = parsed.flatMap((one) => one.problems);
  if (problems.length > 0) {
    throw wrongUsage(problems.map((one) => `${path}: ${problemLine(one)}`).join("\n"));
  }
  return parsed.flatMap(({ value }) => (value === null ? [] : [value]));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw wrongUsage(`"${path}" is no JSON: ${String(cause)}`);
  }
}

function headText(open: OpenRecord, { json }: LogFlags): string {
  const head = headJson(open);
  if (json === true) return `${JSON.stringify(head, null, 2)}\n`;
  const { size, root, recordedAt, vkey } = head;
  const end = size === 0 ? "" : `root       ${root}\nrecorded   ${recordedAt}\n`;
  return `entries    ${size}\n${end}key        ${vkey}\n`;
}

function listed(record: CaseRecord, { since, json }: LogFlags): string {
  const from = /^\d{1,15}$/.test(since) ? Number(since) : null;
  if (from === null) throw wrongUsage(`--since takes an index such as 0; found "${since}"`);
  const entries = Array.from({ length: Math.max(0, record.size - from) }, (_, i) =>
    entryJson(record, from + i),
  );
  if (json === true) return `${JSON.stringify(entries, null, 2)}\n`;
  return entries
    .map(
      ({ index, recordedAt, kind, id, of }) =>
        `${index}  ${recordedAt}  ${kind}  ${id}${of === null ? "" : ` of ${of}`}\n`,
    )
    .join("");
}

/** An entry that stands alone is shown with all that speaks of it, for that is what somebody asks about. */
function shown(record: CaseRecord, id: string, viewer: Viewer): string {
  const index = indexOf(record, id);
  const about = record
    .history(id, viewer)
    .map((one) => one.index)
    .filter((one) => one !== index);
  const entries = [index, ...about].map((one) => ({
    ...entryJson(record, one, viewer),
    ...openingsJson(record, one, viewer),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The same with what is closed to others; the look is noted before anything is shown. */
function shownClosed(
  { record, here }: OpenRecord,
  folder: string,
  { show, as }: LogFlags & { readonly show: string },
): string {
  const text = shown(record, show, here);
  const indexes = [indexOf(record, show), ...record.history(show, here).map(({ index }) => index)];
  const actor = personOf(as?.[0]);
  noteLooks(folder, looksOf(record, [...new Set(indexes)], { viewer: here, actor }));
  return text;
}

function proof(record: CaseRecord, id: string): string {
  const index = indexOf(record, id);
  const path = proveInclusion(record.hashes(), index, record.size);
  return formatInclusion("tlog-proof", { index, path, checkpoint: record.head?.checkpoint ?? "" });
}

function indexOf(record: CaseRecord, id: string): number {
  const index = record.store.indexOf(id);
  if (index === null) throw wrongUsage(`"${id}" is no entry of this record; \`--list\` names them`);
  return index;
}
