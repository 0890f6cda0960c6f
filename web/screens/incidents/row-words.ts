// What a row says of a place and of harm: true radius or none, ranges or not stated; one wording for table, preview and print.
import { useLingui } from "@lingui/react";
import type { CountRange } from "../../../src/model/count.ts";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import { useCase } from "../../app/case-frame.tsx";

/** Words of a row in the chosen language. */
export function useRowWords(): {
  readonly where: (row: ListedIncident) => string;
  readonly harm: (row: ListedIncident) => string;
} {
  const { i18n } = useLingui();
  const { names } = useCase();
  const range = (figure: CountRange | null): string => {
    if (figure === null) return i18n._("list.not-stated", {}, { message: "not stated" });
    const { low, high } = figure;
    if (high === null) return i18n._("list.or-more", { low }, { message: "{low, number} or more" });
    return low === high ? names.number(low) : `${names.number(low)}–${names.number(high)}`;
  };
  return {
    where: ({ where }) => {
      if (where.kind === "area") return i18n._("list.area", {}, { message: "area only" });
      if (where.kind === "unknown") {
        return i18n._("list.no-place", {}, { message: "place not known" });
      }
      const km = where.radiusMeters / 1000;
      return i18n._("list.radius", { km }, { message: "within {km, number} km" });
    },
    harm: ({ killed, injured }) =>
      killed === null && injured === null
        ? i18n._("list.not-stated", {}, { message: "not stated" })
        : i18n._(
            "list.harm",
            { killed: range(killed), injured: range(injured) },
            { message: "killed {killed}, injured {injured}" },
          ),
  };
}
