// `truceline review`: accounts that wait for a decision, and the decisions, each an entry of the record with its persons and reasons.
import { Command, Option } from "commander";
import { REJECTIONS } from "../record/fold/transition.ts";
import { STATES } from "../record/kinds/decision.ts";
import type { DecisionAsked } from "../record/kinds/decision.ts";
import { reviewPage } from "../report/review.ts";
import type { ReviewPage, WaitingLine } from "../report/review.ts";
import { servedLog } from "../serve/served-log.ts";
import { STANDING_FILE } from "../case/standing-file.ts";
import { decide } from "../store/decide.ts";
import { standingFile } from "../store/with-record.ts";
import { loadOpened, readCase } from "./open-case.ts";
import { jsonOption } from "./options.ts";
import {
  behindWords,
  keysOption,
  personOf,
  readingFrom,
  storeOption,
  writingTo,
} from "./record-options.ts";
import type { RecordFlags } from "./record-options.ts";
import type { Shell } from "./shell.ts";
import { EXIT, wrongUsage } from "./stop.ts";

interface ReviewFlags extends RecordFlags {
  readonly as?: readonly string[];
  readonly to?: string;
  readonly reason?: readonly string[];
  readonly examined?: readonly string[];
  readonly settles?: readonly string[];
  readonly json?: boolean;
}

const ACTIONS = ["list", "take", "decide"] as const;

export function reviewCommand(shell: Shell): Command {
  return new Command("review")
    .description("accounts that wait for a decision; take one, decide it, alone or by two")
    .argument("<case>", "the case folder")
    .argument("[action]", `${ACTIONS.join(", ")} (default: list)`, "list")
    .argument("[incident]", "of take and decide: whose account")
    .addOption(
      new Option(
        "--as <person...>",
        "who decides (default: the login name); twice where it takes two persons",
      ),
    )
    .addOption(
      new Option("--to <state>", "with decide: the state it leads to").choices(
        STATES.filter((one) => one !== "merged"),
      ),
    )
    .option(
      "--reason <text...>",
      `with decide: why; of a rejection one of ${REJECTIONS.join(", ")}`,
    )
    .option("--examined <id...>", "with decide: claims, reports, attachments that were looked at")
    .option("--settles <id...>", "with decide: what settled a contest")
    .addOption(storeOption())
    .addOption(keysOption())
    .addOption(jsonOption())
    .addHelpText("after", EXAMPLE)
    .action((folder: string, action: string, incident: string | undefined, flags: ReviewFlags) =>
      review(shell, { folder, action, incident }, flags),
    );
}

const EXAMPLE = `
Example:
  truceline review cases/example list
  truceline review cases/example take inc-1 --as ann
  truceline review cases/example decide inc-1 --to verified --reason "two outlets agree" --as ann --as bea`;

interface Asked {
  readonly folder: string;
  readonly action: string;
  readonly incident: string | undefined;
}

async function review(shell: Shell, { folder, action, incident }: Asked, flags: ReviewFlags) {
  if (action === "list") return list(shell, folder, flags);
  if (action !== "take" && action !== "decide") {
    throw wrongUsage(`unknown action "${action}"; expected one of ${ACTIONS.join(", ")}`);
  }
  if (incident === undefined) throw wrongUsage(`\`review ${action}\` names an incident`);
  const decision = decisionOf(incident, action, flags);
  await writingTo(folder, flags, async (open) => {
    shell.terminal.err(behindWords(open.record));
    const { value, problems } = await decide(open, decision);
    if (value === null) {
      shell.finish(EXIT.no);
      const lines = problems.map(({ code, message }) => `  ${message} (${code})\n`);
      shell.terminal.err(`not decided:\n${lines.join("")}`);
      return;
    }
    const { entry, first, head } = value;
    shell.terminal.out(
      flags.json === true
        ? `${JSON.stringify({ entry, index: first, incident, to: decision.to, size: head.size })}\n`
        : `${incident} is ${decision.to}: entry ${first}, ${entry}\n`,
    );
  });
}

function decisionOf(
  incident: string,
  action: "take" | "decide",
  flags: ReviewFlags,
): DecisionAsked {
  const [first, second, ...more] = flags.as ?? [];
  if (more.length > 0)
    throw wrongUsage(`a decision is one person's or two persons'; found ${more.length + 2}`);
  const { to, reason = [], examined = [], settles = [] } = flags;
  if (action === "decide" && to === undefined) throw wrongUsage("`review decide` needs --to");
  if (action === "take" && (to !== undefined || reason.length > 0))
    throw wrongUsage(
      "`review take` leads to under-review by itself; --to and --reason are for decide",
    );
  return {
    incident,
    to: to ?? "under-review",
    actor: personOf(first),
    secondPerson: second ?? null,
    reasons: action === "take" ? ["taken for review"] : reason,
    examined,
    settles,
  };
}

async function list(shell: Shell, folder: string, flags: ReviewFlags): Promise<void> {
  const { terminal } = shell;
  const files = await readCase(folder);
  const page = await readingFrom(folder, flags, ({ record, vkey }) => {
    const standing = new Map([...files, [STANDING_FILE, standingFile(record)] as const]);
    const { theCase } = loadOpened(folder, standing, terminal);
    return reviewPage(theCase, servedLog(record, vkey).log);
  });
  terminal.out(flags.json === true ? `${JSON.stringify(page, null, 2)}\n` : listed(page));
}

function listed({ waiting, persons, origins, attachments }: ReviewPage): string {
  if (waiting.length === 0) return "Nothing waits.\n";
  const rule = `verified or rejected: ${persons} persons; verified: ${origins} outlets or ${attachments} attachments`;
  return `${waiting.length} wait (${rule})\n${waiting.map(lineOf).join("")}`;
}

function lineOf({
  incident,
  state,
  waitsFor,
  taken,
  outlets,
  line,
  isWithdrawn,
}: WaitingLine): string {
  const what = line === null ? "" : `${line.day}  ${line.place.name}  `;
  const held = taken === null ? "" : `, taken by ${taken.by}, free ${taken.freeAt}`;
  const gone = isWithdrawn ? ", every report withdrawn" : "";
  return `${incident}  ${what}${state}: ${WAITS[waitsFor]} (outlets: ${outlets}${held}${gone})\n`;
}

const WAITS: Readonly<Record<WaitingLine["waitsFor"], string>> = {
  origins: "waits for another outlet or an attachment",
  settlement: "waits for what settles the contest",
  taker: "waits for somebody to take it",
  two: "waits for the decision",
};
