// A count as bounds: "at least L, at most H"; one number where they meet. No middle, no percentage.
import { useLingui } from "@lingui/react";
import type { Bounds } from "../../src/model/count.ts";

/** Bounds as one phrase. */
export function useBoundsText(): (bounds: Bounds) => string {
  const { i18n } = useLingui();
  return ({ atLeast, atMost }) =>
    atLeast === atMost
      ? i18n._("bounds.exact", { n: atLeast }, { message: "{n, number}" })
      : i18n._(
          "bounds.range",
          { atLeast, atMost },
          {
            message: "at least {atLeast, number}, at most {atMost, number}",
          },
        );
}
