// `truceline terms versions`: the dated versions of a text, each with its id and what changed since the one before.
import { Command } from "commander";
import { UnknownNameError, versionsOf } from "../assess/index.ts";
import type { Case, LoadedInstrument } from "../case/case.ts";
import { loadedName } from "../case/versions.ts";
import { changeLine } from "../terms/change-line.ts";
import { diffTerms } from "../terms/diff-terms.ts";
import type { TextChange } from "../terms/diff-terms.ts";
import { openCase } from "./open-case.ts";
import { jsonOption } from "./options.ts";
import { paragraph } from "./print/text.ts";
import type { Shell } from "./shell.ts";

interface VersionsFlags {
  readonly json?: boolean;
}

export function versionsCommand(shell: Shell): Command {
  return new Command("versions")
    .description("list the dated versions of a text and what changed between them")
    .argument("<case>", "the case folder")
    .argument("<instrument>", "the id of a text, such as energy")
    .addOption(jsonOption())
    .action((folder: string, id: string, flags: VersionsFlags) =>
      versions(shell, [folder, id], flags),
    );
}

async function versions(
  { terminal }: Shell,
  [folder, id]: readonly [string, string],
  flags: VersionsFlags,
): Promise<void> {
  const theCase = await openCase(folder, terminal);
  const rows = rowsOf(theCase, id);
  if (flags.json === true) {
    const json = { case: theCase.settings.id, instrument: id, versions: rows.map(rowJson) };
    terminal.out(`${JSON.stringify(json, null, 2)}\n`);
    return;
  }
  for (const { loaded, changes } of rows) {
    terminal.out(
      `${loaded.instrument.dated ?? "no day"}  ${loadedName(loaded)}  ${loaded.version}\n`,
    );
    const words = changes === null ? "the first on record" : changeLine(changes);
    terminal.out(paragraph(words, terminal.columns, "  "));
  }
}

interface Row {
  readonly loaded: LoadedInstrument;
  /** Since the version before; null: it is the first. */
  readonly changes: readonly TextChange[] | null;
}

/** Earliest first. */
function rowsOf(theCase: Case, id: string): readonly Row[] {
  const all = versionsOf(theCase, id);
  if (all.length === 0) {
    const known = theCase.instruments.map(({ instrument }) => instrument.id);
    throw new UnknownNameError("text", id, known);
  }
  return all.map((loaded, place) => {
    const before = all[place - 1];
    const changes = before === undefined ? null : diffTerms(before.instrument, loaded.instrument);
    return { loaded, changes };
  });
}

function rowJson({ loaded, changes }: Row): object {
  const { instrument, version, file } = loaded;
  return { name: loadedName(loaded), dated: instrument.dated, version, file, changes };
}
