// What an account waits for, in words.
import type { I18n } from "@lingui/core";
import type { WaitsFor } from "../../../src/report/review.ts";

/** For whom, and for what. */
export function waitsWords(i18n: I18n, waitsFor: WaitsFor): string {
  switch (waitsFor) {
    case "origins":
      return i18n._("waits.origins", {}, { message: "waits for another outlet or an attachment" });
    case "settlement":
      return i18n._("waits.settlement", {}, { message: "waits for what settles the contest" });
    case "taker":
      return i18n._("waits.taker", {}, { message: "waits for somebody to take it" });
    case "two":
      return i18n._("waits.two", {}, { message: "enough is there: waits for the decision" });
    default:
      return waitsFor satisfies never;
  }
}
