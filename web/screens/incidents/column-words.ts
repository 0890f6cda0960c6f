// Names of the table's columns.
import { useLingui } from "@lingui/react";
import type { ListColumn } from "../../../src/report/list-view.ts";

/** A column's head in the chosen language. */
export function useColumnWords(): (column: ListColumn | "place") => string {
  const { i18n } = useLingui();
  return (column) => {
    switch (column) {
      case "id":
        return i18n._("column.id", {}, { message: "Id" });
      case "day":
        return i18n._("column.day", {}, { message: "Day" });
      case "place":
        return i18n._("column.place", {}, { message: "Place" });
      case "kind":
        return i18n._("facet.kind", {}, { message: "Kind of target" });
      case "what":
        return i18n._("column.what", {}, { message: "What it was" });
      case "verdicts":
        return i18n._("list.strip", {}, { message: "Verdicts per reading" });
      case "harm":
        return i18n._("column.harm", {}, { message: "Killed and injured, as reported" });
      case "sources":
        return i18n._("column.sources", {}, { message: "Sources" });
      default:
        return column satisfies never;
    }
  };
}
