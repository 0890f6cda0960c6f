// The side of an outlet in words: a party of the case, or neither.
import type { I18n } from "@lingui/core";
import type { Names } from "../app/names.ts";

/** As the lists of sources print it. */
export function sideName(i18n: I18n, names: Names, side: string): string {
  return side === "other" ? i18n._("source.other", {}, { message: "neither" }) : names.party(side);
}

/** Who speaks or meets: a party of the case, the media, or somebody who is no party of it. */
export function partyName(i18n: I18n, names: Names, party: string): string {
  return party === "other" ? i18n._("party.other", {}, { message: "Others" }) : names.party(party);
}
