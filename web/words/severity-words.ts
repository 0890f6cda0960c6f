// How grave a finding is, in words.
import { useLingui } from "@lingui/react";
import type { Severity } from "../../src/model/problem.ts";

/** Words of a severity in the chosen language. */
export function useSeverityWords(): (severity: Severity) => string {
  const { i18n } = useLingui();
  return (severity) => {
    switch (severity) {
      case "error":
        return i18n._("severity.error", {}, { message: "error" });
      case "warning":
        return i18n._("severity.warning", {}, { message: "warning" });
      case "info":
        return i18n._("severity.info", {}, { message: "note" });
      default:
        return severity satisfies never;
    }
  };
}
