// Why things of the record count in no figure, with how many.
import { useLingui } from "@lingui/react";
import type { Aside } from "../../../src/record/seed-entries/standing.ts";

/** One sentence a reason. */
export function useAsideWords(): (why: Aside, n: number) => string {
  const { i18n } = useLingui();
  return (why, n) => {
    switch (why) {
      case "rejected":
        return i18n._(
          "aside.rejected",
          { n },
          {
            message:
              "{n, plural, one {# rejected} other {# rejected}}: in no figure, still readable",
          },
        );
      case "merged":
        return i18n._(
          "aside.merged",
          { n },
          {
            message:
              "{n, plural, one {# merged into another} other {# merged into others}}: counted there",
          },
        );
      case "withdrawn":
        return i18n._(
          "aside.withdrawn",
          { n },
          { message: "{n, plural, one {# withdrawn} other {# withdrawn}}: in no figure" },
        );
      case "closed":
        return i18n._(
          "aside.closed",
          { n },
          {
            message:
              "{n, plural, one {# lacks a field} other {# lack a field}} that is closed or redacted: in no figure",
          },
        );
      default:
        return why satisfies never;
    }
  };
}
