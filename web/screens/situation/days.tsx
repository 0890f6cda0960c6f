// The days: bars of what is left, whatever days are chosen; under them texts in force, meetings, and the brush that chooses days.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy, memo, useCallback, useEffect, useMemo, useRef } from "react";
import type { CrossAnswer } from "../../../src/report/cross-counts.ts";
import type { Day } from "../../../src/model/instant.ts";
import { searchOf } from "../../app/url.ts";
import { useCase } from "../../app/case-frame.tsx";
import { CapKey, DayStrip } from "../../parts/day-strip/day-strip.tsx";
import { DayTable } from "../../parts/day-strip/day-table.tsx";
import { MeetingTrack } from "../../parts/day-strip/meeting-track.tsx";
import { chosenDays, onDay } from "../../parts/day-strip/on-day.ts";
import { usePointedId } from "../../parts/pointed.ts";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

/** Bars need not wait for it. */
const DayBrush = lazy(() => import("./day-brush.tsx").then((one) => ({ default: one.DayBrush })));

/** Nothing where no incident has a day. */
export function Days(parts: SituationParts) {
  const { page, count } = parts;
  const { days } = count.answer;
  if (days === null || page.days === null) return null;
  return (
    <div className={styles.days} data-sure={days.sure} data-several={days.several}>
      <Strip {...parts} counts={days} range={page.days} />
      <Suspense fallback={<div className={styles.brushSpace} />}>
        <DayBrush {...parts} range={page.days} />
      </Suspense>
    </div>
  );
}

interface StripProps extends SituationParts {
  readonly counts: NonNullable<CrossAnswer["days"]>;
  readonly range: NonNullable<SituationParts["page"]["days"]>;
}

function Strip({ counts, range, page, view, count, chosen, pointed }: StripProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const navigate = route.useNavigate();
  const pointedId = usePointedId(pointed);
  const bands = useMemo(() => {
    const shown = chosen.filter(({ reading }) => view.pair?.includes(reading) ?? true);
    return shown.map(({ reading, short }) => ({
      name: short,
      spans: range.force.find((one) => one.reading === reading)?.spans ?? [],
    }));
  }, [chosen, view.pair, range]);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  // One and the same whatever the address: a strip of thousands of presses is not drawn anew with it.
  const choose = useCallback(
    (day: Day) => {
      const search = searchOf(onDay(latest.current, day));
      void navigate({ search, resetScroll: false });
    },
    [navigate],
  );
  const pointedRow =
    [...count.listed, ...(count.chosen === null ? [] : [count.chosen])].find(
      ({ id }) => id === (pointedId ?? view.selected),
    ) ?? null;
  return (
    <DayStrip
      counts={counts}
      bands={bands}
      label={i18n._(
        "where.strip-label",
        {
          n: counts.sure + counts.several,
          from: names.day(range.firstDay),
          to: names.day(range.lastDay),
          several: counts.several,
        },
        {
          message:
            "{n, plural, one {# incident} other {# incidents}} by day from {from} to {to}; {several, plural, one {# of them may have been on another day} other {# of them may have been on another day}}",
        },
      )}
      dayText={names.day}
      chosen={chosenDays(view, range)}
      pointed={pointedRow}
      choose={choose}
    >
      <MeetingTrack meetings={page.meetings} days={counts.days} dayText={names.day} />
      <p className={styles.note}>
        <CapKey />
        {i18n._(
          "where.caps",
          { several: counts.several, zone: names.zone(range.zone) },
          {
            message:
              "Hatched caps: on this day or another one; {several, plural, one {# incident is} other {# incidents are}} in caps, on each of their days, so caps do not add up. Days by the clock of {zone}. A press on a day narrows all to the incidents whose source gives that day.",
          },
        )}{" "}
        {i18n._(
          "situation.coverage",
          {},
          {
            message:
              "This case does not state which days and regions were monitored, nor who held which ground: a day without bars is a day without record.",
          },
        )}
      </p>
      <Table counts={counts} view={view} />
    </DayStrip>
  );
}

/** As large as the strip: drawn anew only when its numbers are. */
const Table = memo(({ counts, view }: Pick<StripProps, "counts" | "view">) => {
  const renderDay = useCallback(
    (day: Day, text: string) => <SituationLink view={onDay(view, day)}>{text}</SituationLink>,
    [view],
  );
  return <DayTable counts={counts} renderDay={renderDay} />;
});
Table.displayName = "Table";
