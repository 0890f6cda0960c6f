// What became of a clock that somebody says is right.
import type { Checked } from "../../record/problem.ts";
import type { ClockAccepted } from "../../store/accept-clock.ts";
import { problemLine } from "../record-options.ts";
import type { Shell } from "../shell.ts";
import { EXIT } from "../stop.ts";

/** Null: the clock was as the time that has passed says, and nothing was recorded. */
export function tellAccepted(
  { terminal, finish }: Shell,
  accepted: Checked<ClockAccepted> | null,
  { json }: { readonly json?: boolean },
): void {
  if (accepted?.value === null) {
    finish(EXIT.no);
    terminal.err(accepted.problems.map((one) => `${problemLine(one)}\n`).join(""));
    return;
  }
  const value = accepted?.value ?? null;
  if (json === true) terminal.out(`${JSON.stringify({ accepted: value })}\n`);
  else
    terminal.out(value === null ? "the clock is not ahead; nothing to accept\n" : inWords(value));
}

function inWords({ entry, clock, expected, size }: ClockAccepted): string {
  const [said, passed] = [clock, expected].map((at) => new Date(at).toISOString());
  return `accepted: the clock said ${said}, the time that had passed ${passed}; entry ${size - 1}, ${entry}\n`;
}
