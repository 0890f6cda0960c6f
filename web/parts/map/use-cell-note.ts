// What the circles of a map count, in a sentence: they stand for marks wherever these would lie on one another.
import { useLingui } from "@lingui/react";
import type { Quantity } from "./quantity.ts";

/** `differ`: what is said where they count what readings answer differently. */
export function useCellNote(quantity: Quantity, differ: () => string): string {
  const { i18n } = useLingui();
  switch (quantity) {
    case "differ":
      return differ();
    case "violation":
      return i18n._(
        "where.cells.violation",
        {},
        {
          message:
            "Where marks would crowd, circles count what would be a violation under this reading: inner disc at least, outer ring at most.",
        },
      );
    case "place":
      return i18n._(
        "where.cells.all",
        {},
        { message: "Where marks would crowd, circles count all incidents listed." },
      );
    default:
      return quantity satisfies never;
  }
}
