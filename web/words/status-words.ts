// Status of a text for a party, in words: the same for every party.
import { useLingui } from "@lingui/react";
import type { InstrumentStatus } from "../../src/terms/ast.ts";

/** Words of a status in the chosen language. */
export function useStatusWords(): (status: InstrumentStatus) => string {
  const { i18n } = useLingui();
  return (status) => {
    switch (status) {
      case "proposed":
        return i18n._("status.proposed", {}, { message: "proposed" });
      case "accepted-in-principle":
        return i18n._("status.accepted-in-principle", {}, { message: "accepted in principle" });
      case "accepted":
        return i18n._("status.accepted", {}, { message: "accepted" });
      case "conditional":
        return i18n._("status.conditional", {}, { message: "conditional" });
      case "rejected":
        return i18n._("status.rejected", {}, { message: "rejected" });
      case "lapsed":
        return i18n._("status.lapsed", {}, { message: "lapsed" });
      default:
        return status satisfies never;
    }
  };
}
