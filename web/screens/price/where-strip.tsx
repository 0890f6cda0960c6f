// The day strip of the listed incidents, its table, and the way from day to day. It keeps the whole record's days when one is chosen.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { addDays } from "../../../src/model/instant.ts";
import type { Day } from "../../../src/model/instant.ts";
import { dayCounts } from "../../../src/report/day-counts.ts";
import type { DayRange, PlacedLine } from "../../../src/report/placed.ts";
import { PRICE_KEYS } from "../../../src/report/view.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { questionQuery, searchOf } from "../../app/url.ts";
import { CapKey, DayStrip } from "../../parts/day-strip/day-strip.tsx";
import { DayTable } from "../../parts/day-strip/day-table.tsx";
import { chosenDays, onDay } from "../../parts/day-strip/on-day.ts";
import { usePointedId } from "../../parts/pointed.ts";
import { priceQuery } from "../../source/queries.ts";
import { narrow } from "./narrow.ts";
import { ViewLink } from "./view-link.tsx";
import type { ShownRows } from "./where-parts.ts";
import { groupOf } from "./where-rows.ts";
import styles from "./where.module.css";

const route = getRouteApi("/c/$case/price");

/** Bars of every day, the chosen ones framed. */
export function WhereStrip(parts: ShownRows & { readonly days: DayRange }) {
  const { cards, view, readings, pointed } = parts;
  const { i18n } = useLingui();
  const { names } = useCase();
  const navigate = route.useNavigate();
  const { rows, days } = useAllDays(parts);
  const counts = useMemo(
    () => dayCounts(rows, days, (row) => groupOf(row, readings)),
    [rows, days, readings],
  );
  const pointedId = usePointedId(pointed);
  const bands = cards
    .filter(({ card }) => readings.includes(card.reading))
    .map(({ card, short }) => ({
      name: short,
      spans: days.force.find(({ reading }) => reading === card.reading)?.spans ?? [],
    }));
  const choose = (day: Day) =>
    void navigate({ search: searchOf(onDay(view, day)), resetScroll: false });
  return (
    <div className={styles.strip} data-sure={counts.sure} data-several={counts.several}>
      <DayStrip
        counts={counts}
        bands={bands}
        label={i18n._(
          "where.strip-label",
          {
            n: rows.length,
            from: names.day(days.firstDay),
            to: names.day(days.lastDay),
            several: counts.several,
          },
          {
            message:
              "{n, plural, one {# incident} other {# incidents}} by day from {from} to {to}; {several, plural, one {# of them may have been on another day} other {# of them may have been on another day}}",
          },
        )}
        dayText={names.day}
        chosen={chosenDays(view, days)}
        pointed={rows.find(({ id }) => id === (pointedId ?? view.selected)) ?? null}
        choose={choose}
      >
        <DaySteps view={view} days={days} />
        <p className={styles.note}>
          <CapKey />
          {i18n._(
            "where.caps",
            { several: counts.several, zone: names.zone(days.zone) },
            {
              message:
                "Hatched caps: on this day or another one; {several, plural, one {# incident is} other {# incidents are}} in caps, on each of their days, so caps do not add up. Days by the clock of {zone}. A press on a day narrows all to the incidents whose source gives that day.",
            },
          )}
        </p>
        <DayTable
          counts={counts}
          renderDay={(day, text) => <ViewLink view={onDay(view, day)}>{text}</ViewLink>}
        />
      </DayStrip>
    </div>
  );
}

/** Rows and days as they would be with no day chosen: the same narrowings over the whole record. */
function useAllDays({ rows, days, view }: ShownRows & { readonly days: DayRange }): {
  readonly rows: readonly PlacedLine[];
  readonly days: DayRange;
} {
  const { case: caseId } = route.useParams();
  const isChosen = view.from !== null || view.until !== null;
  const query = questionQuery({ ...view, from: null, until: null }, PRICE_KEYS);
  const { data } = useQuery({ ...priceQuery(caseId, query), enabled: isChosen });
  return useMemo(() => {
    if (!isChosen || data === undefined || data.days === null) return { rows, days };
    const all = narrow(data, { ...view, from: null, until: null });
    return { rows: all.filter((row) => !row.aggregate), days: data.days };
  }, [isChosen, data, rows, days, view]);
}

/** Earlier, later, all days: links for pointer and keyboard, and for the keys [ and ]. */
function DaySteps({ view, days }: { view: View; days: DayRange }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const chosen = chosenDays(view, days);
  const earlier = chosen === null ? days.lastDay : addDays(chosen.firstDay, -1);
  const later = chosen === null ? days.firstDay : addDays(chosen.lastDay, 1);
  return (
    <p className={styles.steps}>
      {earlier < days.firstDay ? null : (
        <ViewLink view={onDay(view, earlier)} shortcut="[">
          ← {names.day(earlier, "short")}
        </ViewLink>
      )}
      {chosen === null ? (
        i18n._("where.all-days", {}, { message: "All days" })
      ) : (
        <ViewLink view={{ ...view, from: null, until: null }}>
          {i18n._("where.show-all-days", {}, { message: "Show all days" })}
        </ViewLink>
      )}
      {later > days.lastDay ? null : (
        <ViewLink view={onDay(view, later)} shortcut="]">
          {names.day(later, "short")} →
        </ViewLink>
      )}
    </p>
  );
}
