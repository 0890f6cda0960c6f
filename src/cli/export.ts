// `truceline export`: cases as files for others. So far one format: the read-only edition, the same app for any plain server.
import { Command, Option } from "commander";
import { SiteFolderError } from "../store/errors.ts";
import { writeSiteFolder } from "../store/site-folder.ts";
import type { SiteFolderReport } from "../store/site-folder.ts";
import { appAt, refuseTwins } from "./app-parts.ts";
import { openCaseWithProblems } from "./open-case.ts";
import type { OpenedCase } from "./open-case.ts";
import { jsonOption } from "./options.ts";
import type { Shell } from "./shell.ts";
import { orStop } from "./record-options.ts";
import { OpenLogs } from "./served-logs.ts";
import { cannot } from "./stop.ts";

interface ExportFlags {
  readonly format: "site";
  readonly out: string;
  readonly json?: boolean;
}

export function exportCommand(shell: Shell): Command {
  return new Command("export")
    .description("write cases as files for others: a read-only edition for any plain web server")
    .argument("<case...>", "case folders")
    .addOption(
      new Option("--format <format>", "what to write").choices(["site"]).makeOptionMandatory(),
    )
    .requiredOption("--out <dir>", "a new folder, or one that an export wrote before")
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folders: readonly string[], flags: ExportFlags) => exportSite(shell, folders, flags));
}

const EXAMPLE = `
Example:
  truceline export cases/example --format site --out site`;

async function exportSite(
  { terminal, version, shipped }: Shell,
  folders: readonly string[],
  { out, json, format }: ExportFlags,
): Promise<void> {
  const cases: OpenedCase[] = [];
  const places = new Map<string, string>();
  for (const folder of folders) {
    const opened = await openCaseWithProblems(folder, terminal);
    cases.push(opened);
    places.set(opened.theCase.settings.id, folder);
  }
  refuseTwins(cases.map(({ theCase }) => theCase));
  refusePrivate(cases);
  // Loaded here, not above: the other commands start in half the time without the server's libraries.
  const { readAssets, siteFiles } = await import("../serve/index.ts");
  const assets = appAt(shipped.web, readAssets);
  const logs = await orStop(() => new OpenLogs(places));
  const site = await siteFiles({ cases, records: logs.records, assets, version });
  logs.close();
  const report = await write(out, site);
  const ids = cases.map(({ theCase }) => theCase.settings.id);
  if (json === true) {
    terminal.out(`${JSON.stringify({ format, out, cases: ids, ...report })}\n`);
    return;
  }
  terminal.out(summary(out, report));
  terminal.err(
    `Any plain web server shows it, for one: python3 -m http.server --directory ${out}\n`,
  );
}

function summary(out: string, report: SiteFolderReport): string {
  const { files, bytes, written, unchanged, removed } = report;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${out}: ${files} files, ${size}; ${written} written, ${unchanged} unchanged, ${removed} removed\n`;
}

/** An edition is for everybody, and nobody can take it back. */
function refusePrivate(cases: readonly OpenedCase[]): void {
  const settings = cases.map(({ theCase }) => theCase.settings);
  const closed = settings.filter(({ visibility }) => visibility === "private");
  if (closed.length === 0) return;
  const names = closed.map(({ id }) => `"${id}"`).join(", ");
  throw cannot(
    `private: ${names}. Whoever has an edition has the whole record; ` +
      "`visibility: public` in case.yaml says that this may be",
  );
}

async function write(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<SiteFolderReport> {
  try {
    return await writeSiteFolder(out, files);
  } catch (cause) {
    if (cause instanceof SiteFolderError) throw cannot(cause.message, cause);
    throw cause;
  }
}
