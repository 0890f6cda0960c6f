// `truceline serve`: the pages and the API of one or more cases on this machine. Prints each case's totals and the address.
import { Command, Option } from "commander";
import { assessCase } from "../assess/index.ts";
import type { Case, CaseFiles } from "../case/case.ts";
import type { Problem } from "../model/problem.ts";
import { makePack } from "../report/pack.ts";
import { appAt, refuseTwins } from "./app-parts.ts";
import { CurrentCases, headOf } from "./current-cases.ts";
import { decidingIn, isLoopback } from "./deciding.ts";
import { openCaseWithProblems } from "./open-case.ts";
import { langOption, portArgument } from "./options.ts";
import { renderCaveat, renderTotals } from "./print/totals.ts";
import { totalsView } from "./print/view.ts";
import type { Shell } from "./shell.ts";
import { orStop } from "./record-options.ts";
import { OpenLogs } from "./served-logs.ts";
import { cannot } from "./stop.ts";
import { styleFor } from "./terminal.ts";
import type { Language } from "./terminal.ts";

interface ServeFlags {
  readonly port?: number;
  readonly host?: string;
  readonly name?: readonly string[];
  readonly json?: boolean;
  readonly lang: Language;
}

export function serveCommand(shell: Shell): Command {
  return new Command("serve")
    .description("serve the web app and the API (default: the shipped case)")
    .argument("[case...]", "case folders")
    .addOption(
      new Option("--port <number>", "port (default 4380; 0: any free one)").argParser(portArgument),
    )
    .option("--host <address>", "address to listen on (default 127.0.0.1)")
    .option("--name <host...>", "host names to answer to beside localhost (others get 421)")
    .option("--json", "print {url, cases} instead of totals")
    .addOption(langOption())
    .addHelpText("after", EXAMPLE)
    .action((folders: readonly string[], flags: ServeFlags) => serve(shell, folders, flags));
}

const EXAMPLE = `
Example:
  truceline serve cases/example --port 8080`;

async function serve(shell: Shell, given: readonly string[], flags: ServeFlags): Promise<void> {
  const { terminal, version, shipped } = shell;
  const folders = given.length === 0 ? [shipped.mainCase] : given;
  const cases: Case[] = [];
  const problems = new Map<string, readonly Problem[]>();
  const files = new Map<string, CaseFiles>();
  const places = new Map<string, string>();
  const heads = new Map<string, string>();
  for (const folder of folders) {
    const head = headOf(folder);
    const opened = await openCaseWithProblems(folder, terminal);
    cases.push(opened.theCase);
    problems.set(opened.theCase.settings.id, opened.problems);
    places.set(opened.theCase.settings.id, folder);
    heads.set(opened.theCase.settings.id, head);
    files.set(opened.theCase.settings.id, opened.files);
  }
  refuseTwins(cases);
  const logs = await orStop(() => new OpenLogs(places));
  const packOf = (id: string): string =>
    makePack(files.get(id) ?? new Map(), version, logs.log(id)?.log);
  const packs = new Map([...files.keys()].map((id) => [id, () => packOf(id)]));
  const current = new CurrentCases({ folders: places, files, logs, terminal }, heads);
  const deciding = { decide: decidingIn(current) };
  // Loaded here, not above: the other commands start in half the time without the server's libraries.
  const { createApp, listen, ListenError, readAssets, warm } = await import("../serve/index.ts");
  const onFault = (cause: unknown): void => terminal.err(`request failed: ${String(cause)}\n`);
  const assets = appAt(shipped.web, readAssets);
  const hosts = flags.name ?? [];
  const app = createApp({
    cases,
    problems,
    records: logs.records,
    news: () => current.news(),
    packs,
    assets,
    version,
    onFault,
    hosts,
    ...(isLoopback(flags.host) ? deciding : {}),
  });
  const listening = await listen(app, placeOf(flags)).catch((cause: unknown) => {
    if (cause instanceof ListenError) throw cannot(cause.message, cause);
    throw cause;
  });
  announce(shell, { cases, url: listening.url, flags });
  void warm(app, cases);
  await shell.untilStopped();
  terminal.err("\nstopping: running answers may finish\n");
  await listening.close();
  logs.close();
}

function announce(
  { terminal }: Shell,
  { cases, url, flags }: { cases: readonly Case[]; url: string; flags: ServeFlags },
): void {
  if (flags.json === true) {
    const ids = cases.map(({ settings }) => settings.id);
    terminal.out(`${JSON.stringify({ url, cases: ids })}\n`);
    return;
  }
  for (const theCase of cases) {
    const asked = { assessment: assessCase(theCase), lang: flags.lang, narrowed: [], held: null };
    const view = totalsView(theCase, asked);
    terminal.out(renderTotals(view, terminal.columns, styleFor(terminal)));
    terminal.out(`${renderCaveat(view, terminal.columns)}\n`);
  }
  terminal.out(`Open ${url} in a browser. Ctrl-C ends it.\n`);
}

function placeOf({ host, port }: ServeFlags): { readonly host?: string; readonly port?: number } {
  return { ...(host === undefined ? {} : { host }), ...(port === undefined ? {} : { port }) };
}
