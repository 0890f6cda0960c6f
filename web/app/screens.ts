// The screens of a case that exist, in the order of the navigation, each with the key that follows `g`.
import type { I18n } from "@lingui/core";

/** `to` is the address the router knows it by. */
export const SCREENS = [
  { key: "h", to: "/c/$case" },
  { key: "s", to: "/c/$case/situation" },
  { key: "p", to: "/c/$case/price" },
  { key: "i", to: "/c/$case/incidents" },
  { key: "t", to: "/c/$case/terms" },
  { key: "d", to: "/c/$case/record" },
  { key: "l", to: "/c/$case/lab" },
] as const;
export type ScreenPath = (typeof SCREENS)[number]["to"];

/** A screen's name. */
export function screenName(i18n: I18n, to: ScreenPath): string {
  switch (to) {
    case "/c/$case":
      return i18n._("screen.home", {}, { message: "Case home" });
    case "/c/$case/situation":
      return i18n._("screen.situation", {}, { message: "Situation" });
    case "/c/$case/price":
      return i18n._("screen.price", {}, { message: "Price of a word" });
    case "/c/$case/incidents":
      return i18n._("screen.incidents", {}, { message: "Incidents" });
    case "/c/$case/lab":
      return i18n._("screen.lab", {}, { message: "What-if lab" });
    case "/c/$case/record":
      return i18n._("screen.record", {}, { message: "Record" });
    case "/c/$case/terms":
      return i18n._("screen.terms", {}, { message: "Terms" });
    default:
      return to satisfies never;
  }
}
