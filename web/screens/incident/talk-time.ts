// When a meeting or a statement was, where the page's own day does not say it already.
import { useLingui } from "@lingui/react";
import type { TimeLine } from "../../../src/report/talk-lines.ts";
import { useCase } from "../../app/case-frame.tsx";

/** The days that a block is about. */
export interface ShownDays {
  readonly first: string;
  readonly last: string;
}

/** Null where it is the one day of the block, and nothing more is known. */
export function useTimeText(shown: ShownDays): (time: TimeLine) => string | null {
  const { i18n } = useLingui();
  const { names } = useCase();
  const fromTo = (from: string, to: string) =>
    i18n._("talk-time.span", { from, to }, { message: "{from} to {to}" });
  return (time) => {
    switch (time.kind) {
      case "days": {
        const isShown = shown.first === shown.last && time.first === shown.first;
        if (time.first !== time.last) {
          return fromTo(names.day(time.first, "short"), names.day(time.last, "short"));
        }
        return isShown ? null : names.day(time.first, "short");
      }
      case "hours":
        return fromTo(names.instant(time.from), names.instant(time.until));
      case "unknown":
        return i18n._("talk-time.unknown", {}, { message: "date not given" });
      default:
        return time satisfies never;
    }
  };
}
