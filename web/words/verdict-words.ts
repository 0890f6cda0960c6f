// One message a verdict, reason, cause and standing. No other file words a verdict.
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { Agreement } from "../../src/assess/agreement.ts";
import { nearnessIn } from "../../src/assess/verdict.ts";
import type { Cause, Reason, Standing, Verdict, VerdictKind } from "../../src/assess/verdict.ts";
import { useLanguage } from "../app/language.tsx";

export interface VerdictWords {
  /** `not covered` */
  readonly verdict: (kind: VerdictKind) => string;
  /** The same of several readings together: `readings differ`. */
  readonly agreement: (agreement: Agreement) => string;
  /** `the kind of target` */
  readonly reason: (reason: Reason) => string;
  readonly cause: (cause: Cause) => string;
  /** What the counted incidents of that standing are: `would be violations if this text applied`. */
  readonly counted: (standing: Standing) => string;
  /** `by nearness alone`; null where a violation rests on what was reported. */
  readonly nearness: (verdict: Verdict) => string | null;
  /** One sentence for one incident under one reading. */
  readonly sentence: (verdict: Verdict) => string;
}

/** The words in the chosen language. */
export function useVerdictWords(): VerdictWords {
  const { i18n } = useLingui();
  const { language } = useLanguage();
  return useMemo(() => {
    const list = new Intl.ListFormat(language, { type: "conjunction" });
    const reason = (one: Reason) => reasonWords(i18n, one);
    return {
      verdict: (kind) => verdictWords(i18n, kind),
      agreement: (one) => (one === "differ" ? differWords(i18n) : verdictWords(i18n, one)),
      reason,
      cause: (cause) => causeWords(i18n, cause),
      counted: (standing) => countedWords(i18n, standing),
      nearness: (verdict) => nearnessWords(i18n, verdict),
      sentence: (verdict) => sentence(i18n, verdict, list.format(verdict.reasons.map(reason))),
    };
  }, [i18n, language]);
}

function differWords(i18n: I18n): string {
  return i18n._("verdict.differ", {}, { message: "readings differ" });
}

function verdictWords(i18n: I18n, kind: VerdictKind): string {
  switch (kind) {
    case "violation":
      return i18n._("verdict.violation", {}, { message: "violation" });
    case "not-covered":
      return i18n._("verdict.not-covered", {}, { message: "not covered" });
    case "undetermined":
      return i18n._("verdict.undetermined", {}, { message: "undetermined" });
    case "conflict":
      return i18n._("verdict.conflict", {}, { message: "the text contradicts itself" });
    default:
      return kind satisfies never;
  }
}

function reasonWords(i18n: I18n, reason: Reason): string {
  switch (reason) {
    case "actor":
      return i18n._("reason.actor", {}, { message: "the actor" });
    case "act":
      return i18n._("reason.act", {}, { message: "the act" });
    case "not-in-force":
      return i18n._("reason.not-in-force", {}, { message: "the text not being in force" });
    case "period":
      return i18n._("reason.period", {}, { message: "the period" });
    case "zone":
      return i18n._("reason.zone", {}, { message: "the place" });
    case "kind":
      return i18n._("reason.kind", {}, { message: "the kind of target" });
    case "means":
      return i18n._("reason.means", {}, { message: "the means" });
    case "exception":
      return i18n._("reason.exception", {}, { message: "an exception" });
    case "suspension":
      return i18n._("reason.suspension", {}, { message: "a release after a breach" });
    default:
      return reason satisfies never;
  }
}

function causeWords(i18n: I18n, cause: Cause): string {
  switch (cause) {
    case "facts":
      return i18n._("cause.facts", {}, { message: "facts that are not known" });
    case "text":
      return i18n._("cause.text", {}, { message: "words that are left open" });
    case "both":
      return i18n._("cause.both", {}, { message: "facts not known and words left open" });
    default:
      return cause satisfies never;
  }
}

function countedWords(i18n: I18n, standing: Standing): string {
  switch (standing) {
    case "applies":
      return i18n._("standing.applies", {}, { message: "violations under this reading" });
    case "unclear":
      return i18n._(
        "standing.unclear",
        {},
        {
          message: "if this text applied, which is unclear",
        },
      );
    case "would-apply":
      return i18n._(
        "standing.would-apply",
        {},
        {
          message: "would be violations if this text applied",
        },
      );
    default:
      return standing satisfies never;
  }
}

function nearnessWords(i18n: I18n, verdict: Verdict): string | null {
  const nearness = nearnessIn(verdict);
  if (nearness === "none") return null;
  return nearness === "alone"
    ? i18n._("nearness.alone", {}, { message: "by nearness alone" })
    : i18n._("nearness.in-part", {}, { message: "in part by nearness alone" });
}

function sentence(i18n: I18n, verdict: Verdict, reasons: string): string {
  switch (verdict.verdict) {
    case "violation":
      return violationSentence(i18n, verdict.standing);
    case "not-covered":
      return i18n._(
        "sentence.not-covered",
        { reasons },
        {
          message: "Not covered, because of {reasons}.",
        },
      );
    case "undetermined":
      return i18n._(
        "sentence.undetermined",
        { cause: causeWords(i18n, verdict.cause ?? "both") },
        { message: "Undetermined: it hangs on {cause}." },
      );
    case "conflict":
      return i18n._(
        "sentence.conflict",
        {},
        {
          message: "The text both forbids and permits it, and does not say which prevails.",
        },
      );
    default:
      return verdict.verdict satisfies never;
  }
}

function violationSentence(i18n: I18n, standing: Standing): string {
  switch (standing) {
    case "applies":
      return i18n._(
        "sentence.violation.applies",
        {},
        { message: "A violation under this reading." },
      );
    case "unclear":
      return i18n._(
        "sentence.violation.unclear",
        {},
        {
          message: "A violation under this reading if the text applied; whether it did is unclear.",
        },
      );
    case "would-apply":
      return i18n._(
        "sentence.violation.would-apply",
        {},
        {
          message: "Would be a violation if this text applied.",
        },
      );
    default:
      return standing satisfies never;
  }
}
