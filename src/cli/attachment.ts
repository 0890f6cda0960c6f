// `truceline attachment`: files kept under their hash, copies derived from them, and the custody sheet of each.
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { Command } from "commander";
import { attach, attachmentsOf, custodySheet, fileOf } from "../store/attachments.ts";
import type { AttachAsked, Attached } from "../store/attachments.ts";
import { looksAt, noteLooks } from "../store/audit.ts";
import type { Look } from "../store/audit.ts";
import { TooLargeError } from "../store/errors.ts";
import { readBytes } from "../store/folder.ts";
import type { OpenRecord } from "../store/open-record.ts";
import { parseInstant } from "../model/instant.ts";
import { jsonOption } from "./options.ts";
import { attachmentLine, sheetWords } from "./print/custody.ts";
import {
  keysOption,
  personOf,
  personsOption,
  readingFrom,
  recordFolder,
  storeOption,
  tellRefused,
  writingTo,
} from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { cannot, EXIT, wrongUsage } from "./stop.ts";

interface AttachmentFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly obtained?: string;
  readonly obtainedAt?: string;
  readonly from?: string;
  readonly device?: string;
  readonly derivedFrom?: string;
  readonly tool?: string;
  readonly parameters?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const ACTIONS = ["list", "add", "sheet", "take"] as const;

export function attachmentCommand(shell: Shell): Command {
  return new Command("attachment")
    .description("files kept under their hash: add one, its custody sheet, take a copy out")
    .argument("<case>", "the case folder")
    .argument("[action]", `${ACTIONS.join(", ")} (default: list)`, "list")
    .argument("[what]", "of add: the file; of sheet and take: the attachment's id")
    .option("--obtained <text>", "with add: how it was obtained")
    .option("--obtained-at <instant>", "with add: when, such as 2031-05-02T09:00Z")
    .option("--from <text>", "with add: from whom; restricted")
    .option("--device <text>", "with add: on what device; restricted")
    .option("--derived-from <id>", "with add: it is a copy of that attachment, made with --tool")
    .option("--tool <text>", "with --derived-from: the tool and its version")
    .option("--parameters <text>", "with --derived-from: what the tool was told to do")
    .option("--out <file>", "with take: where to write the copy")
    .addOption(personsOption())
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, action: string, what: string | undefined, flags: AttachmentFlags) =>
      run(shell, { folder, action, what }, flags),
    );
}

const EXAMPLE = `
Example:
  truceline attachment cases/example add photo.jpg --obtained "sent by a resident" --as ann
  truceline attachment cases/example add blurred.jpg --obtained "made here" --derived-from att-1 --tool "blur 2.1" --as ann`;

interface Asked {
  readonly folder: string;
  readonly action: string;
  readonly what: string | undefined;
}

async function run(shell: Shell, { folder, action, what }: Asked, flags: AttachmentFlags) {
  if (action === "list") return list(shell, folder, flags);
  if (!ACTIONS.some((one) => one === action))
    throw wrongUsage(`unknown action "${action}"; expected one of ${ACTIONS.join(", ")}`);
  if (what === undefined)
    throw wrongUsage(
      `\`attachment ${action}\` names ${action === "add" ? "a file" : "an attachment"}`,
    );
  if (action === "add") return add(shell, folder, { ...flags, path: what });
  return action === "sheet"
    ? sheet(shell, folder, { ...flags, id: what })
    : take(shell, folder, { ...flags, id: what });
}

async function add(
  shell: Shell,
  folder: string,
  flags: AttachmentFlags & { readonly path: string },
): Promise<void> {
  const asked = await askedOf(flags);
  const { value, problems } = await writingTo(folder, flags, (open) => attach(open, asked));
  if (value === null) return tellRefused(shell, "nothing was kept", problems);
  shell.terminal.out(flags.json === true ? `${JSON.stringify(value)}\n` : addedWords(value));
}

function addedWords({ entry, index, sha256, mediaType, size }: Attached): string {
  return `entry ${index}, ${entry}: ${mediaType}, ${size} bytes\nsha256     ${sha256}\n`;
}

/** A copy says of what and with which tool; an original says neither. */
async function askedOf({
  path,
  ...flags
}: AttachmentFlags & { readonly path: string }): Promise<AttachAsked> {
  const { obtained, obtainedAt, derivedFrom = null, tool = null, parameters = null } = flags;
  if (obtained === undefined) throw wrongUsage("`attachment add` takes --obtained: how it came");
  if ((derivedFrom === null) !== (tool === null))
    throw wrongUsage("a copy takes --derived-from and --tool, an original neither");
  const at = obtainedAt === undefined ? null : parseInstant(obtainedAt);
  if (obtainedAt !== undefined && at === null)
    throw wrongUsage(
      `--obtained-at takes an instant such as 2031-05-02T09:00Z; found "${obtainedAt}"`,
    );
  const bytes = await readBytes(path).catch((cause: unknown) => {
    throw cannot(
      cause instanceof TooLargeError ? cause.message : `"${path}" cannot be read`,
      cause,
    );
  });
  return {
    bytes,
    givenName: basename(path),
    obtained,
    obtainedAt: at,
    from: flags.from ?? null,
    device: flags.device ?? null,
    derivedFrom,
    tool,
    parameters,
    actor: personOf(flags.as?.[0]),
  };
}

/** The sheet shows restricted fields and hashes the file again: both are noted first. */
async function sheet(
  { terminal, finish }: Shell,
  folder: string,
  { id, as, json, ...flags }: AttachmentFlags & { readonly id: string },
): Promise<void> {
  const store = recordFolder(folder, flags);
  const found = await readingFrom(folder, flags, (open) => {
    if (custodySheet(open, id, []) === null) return null;
    noteLooks(store, [lookAt(id, as, "read"), lookAt(id, as, "check")]);
    return custodySheet(open, id, looksAt(store, id));
  });
  if (found === null) throw wrongUsage(`"${id}" is no attachment of this record`);
  if (found.file === "damaged" || found.file === "missing") finish(EXIT.no);
  terminal.out(json === true ? `${JSON.stringify(found, null, 2)}\n` : sheetWords(found));
}

async function take(
  { terminal }: Shell,
  folder: string,
  { id, as, out, ...flags }: AttachmentFlags & { readonly id: string },
): Promise<void> {
  if (out === undefined) throw wrongUsage("`attachment take` takes --out: where to write the copy");
  const bytes = await readingFrom(folder, flags, (open) => {
    const file = fileOf(open, id);
    if (file !== null) noteLooks(recordFolder(folder, flags), [lookAt(id, as, "export")]);
    return file;
  });
  if (bytes === null)
    throw cannot(`"${id}" has no file here: it was taken out, or is no attachment`);
  try {
    writeFileSync(out, bytes, { flag: "wx" });
  } catch (cause) {
    throw cannot(`"${out}" cannot be written; a file that is there is not written over`, cause);
  }
  terminal.out(`${bytes.length} bytes written to ${out}\n`);
}

function lookAt(entry: string, as: readonly string[] | undefined, what: Look["what"]): Look {
  const at = new Date().toISOString();
  return { at, actor: personOf(as?.[0]), what, entry, fields: ["blob"] };
}

async function list({ terminal }: Shell, folder: string, flags: AttachmentFlags): Promise<void> {
  const found = await readingFrom(folder, flags, publicLines);
  if (flags.json === true) terminal.out(`${JSON.stringify(found, null, 2)}\n`);
  else terminal.out(found.map(attachmentLine).join(""));
}

/** What everybody may know of each: no hash, no name. */
function publicLines(open: OpenRecord) {
  return attachmentsOf(open).map(({ id, fields, created }) => {
    const { mediaType, size, obtained, derivedFrom = null, tool = null } = fields;
    const hasFile = fields["blob"] !== undefined;
    return { entry: id, mediaType, size, obtained, derivedFrom, tool, by: created.actor, hasFile };
  });
}
