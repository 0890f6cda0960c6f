// Days as bars: what surely was on a day, stacked by what readings say; a hatched cap for what may have been on another day too; under
// them the days on which each text is in force. The picture is one sentence for who does not see it; a table says the rest.
import { useLingui } from "@lingui/react";
import { memo, useMemo } from "react";
import type { ReactNode } from "react";
import { AGREEMENTS } from "../../../src/assess/agreement.ts";
import type { Agreement } from "../../../src/assess/agreement.ts";
import type { ForceSpan } from "../../../src/assess/force-days.ts";
import { DAY_MS, addDays, dayToUtc } from "../../../src/model/instant.ts";
import type { Day } from "../../../src/model/instant.ts";
import type { DayCount, DayCounts, DayRow } from "../../../src/report/day-counts.ts";
import styles from "./day-strip.module.css";

/** What bars are stacked by; `none` where no reading was asked. */
export type StripGroup = Agreement | "none";

/** From the ground up: what readings agree on last, so that what differs stands on the ground line. */
const STACK: readonly StripGroup[] = [...AGREEMENTS, "none"];

export interface StripBand {
  readonly name: string;
  readonly spans: readonly ForceSpan[];
}

interface DayStripProps {
  readonly counts: DayCounts<StripGroup>;
  readonly bands: readonly StripBand[];
  /** What the strip shows, in one sentence. */
  readonly label: string;
  /** A day in words; short for the axis. One and the same as long as the language is, or all days are drawn anew. */
  readonly dayText: (day: Day, form: "short" | "long") => string;
  /** Days that everything else on the screen is narrowed to. */
  readonly chosen: DayRow | null;
  /** Days of the incident that pointer or focus is on. */
  readonly pointed: DayRow | null;
  readonly choose: (day: Day) => void;
  /** The same as a table, and what else stands under the strip. */
  readonly children: ReactNode;
}

/** Height follows the bars' number only: nothing moves when it is filled. */
export function DayStrip(props: DayStripProps) {
  const { counts, bands, label, dayText, chosen, pointed, choose, children } = props;
  const most = useMemo(() => Math.max(1, ...counts.days.map(totalOf)), [counts.days]);
  return (
    <figure className={styles.figure}>
      <div className={styles.plot}>
        <div role="img" aria-label={label} className={styles.picture}>
          <span className={styles.most}>{most}</span>
          <Bars days={counts.days} most={most} />
          {chosen === null || !isAmong(chosen, counts.days) ? null : (
            <span className={styles.chosen} data-chosen style={placeOf(chosen, counts.days)} />
          )}
          {pointed === null ? null : (
            <span className={styles.pointed} style={placeOf(pointed, counts.days)} />
          )}
        </div>
        <Presses days={counts.days} dayText={dayText} choose={choose} />
      </div>
      <Axis days={counts.days} dayText={dayText} />
      <Bands bands={bands} days={counts.days} dayText={dayText} />
      {children}
    </figure>
  );
}

type Days = readonly DayCount<StripGroup>[];

/** Days asked for may all lie before or after those of the strip. */
function isAmong({ firstDay, lastDay }: DayRow, days: Days): boolean {
  return days.some(({ day }) => firstDay <= day && day <= lastDay);
}

/** Bars, presses, axis and bands are drawn anew only when days change: a strip may have thousands, and a brush moves many times a second. */
const Bars = memo(({ days, most }: { days: Days; most: number }) => (
  <div className={styles.bars}>
    {days.map((count) => (
      <Bar key={count.day} count={count} most={most} />
    ))}
  </div>
));
Bars.displayName = "Bars";

const Presses = memo(
  ({ days, dayText, choose }: Pick<DayStripProps, "dayText" | "choose"> & { days: Days }) => (
    <div className={styles.presses} aria-hidden="true">
      {days.map((count) => (
        <button
          key={count.day}
          type="button"
          tabIndex={-1}
          data-day={count.day}
          title={`${dayText(count.day, "long")}: ${countText(count)}`}
          aria-label={dayText(count.day, "long")}
          onClick={() => choose(count.day)}
        />
      ))}
    </div>
  ),
);
Presses.displayName = "Presses";

/** Drawn anew only when its own count changes. */
const Bar = memo(({ count, most }: { count: DayCount<StripGroup>; most: number }) => {
  const share = (part: number) => `${(part / most) * 100}%`;
  return (
    <span className={styles.day} data-bar={count.day}>
      {count.may === 0 ? null : <span data-may={count.may} style={{ height: share(count.may) }} />}
      {STACK.toReversed().map((group) => {
        const part = count.sure.get(group) ?? 0;
        return part === 0 ? null : (
          <span
            key={group}
            data-agreement={group}
            data-count={part}
            style={{ height: share(part) }}
          />
        );
      })}
    </span>
  );
});
Bar.displayName = "Bar";

/** Ends, and a few days between them. */
const Axis = memo(({ days, dayText }: Pick<DayStripProps, "dayText"> & { days: Days }) => {
  const step = Math.max(1, Math.ceil(days.length / 5));
  const shown = days.filter((_, index) => index % step === 0 && index + step / 2 < days.length);
  return (
    <div className={styles.axis} aria-hidden="true">
      {shown.map(({ day }) => (
        <span key={day} style={placeOf({ firstDay: day, lastDay: day }, days)}>
          {dayText(day, "short")}
        </span>
      ))}
    </div>
  );
});
Axis.displayName = "Axis";

type BandsProps = Pick<DayStripProps, "bands" | "dayText"> & { days: Days };

const Bands = memo(({ bands, days, dayText }: BandsProps) => {
  const { i18n } = useLingui();
  const spanText = ({ from, until, sure }: ForceSpan) => {
    const values = { from: dayText(from, "short"), until: dayText(dayBefore(until), "short") };
    return sure
      ? i18n._("strip.span", values, { message: "{from} to {until}" })
      : i18n._("strip.span.possible", values, { message: "possibly or in part {from} to {until}" });
  };
  if (bands.length === 0) return null;
  return (
    <div className={styles.bands}>
      <p>
        {i18n._(
          "strip.force",
          {},
          {
            message:
              "In force by its own words, if it applied: solid for sure; hatched in part of the day, or only under some answers left open",
          },
        )}
      </p>
      <ul>
        {bands.map(({ name, spans }) => (
          <li key={name}>
            <span>
              {name}
              <span className="visually-hidden">
                {": "}
                {spans.length === 0
                  ? i18n._("strip.span.none", {}, { message: "on none of these days" })
                  : spans.map(spanText).join("; ")}
              </span>
            </span>
            <span className={styles.track} aria-hidden="true">
              {spans.map((span) => (
                <span
                  key={span.from}
                  data-sure={span.sure}
                  style={placeOf({ firstDay: span.from, lastDay: dayBefore(span.until) }, days)}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
});
Bands.displayName = "Bands";

/** What a cap looks like, before the words that say what it means. */
export function CapKey() {
  return <span className={styles.capKey} aria-hidden="true" />;
}

/** What stands on a day at most. */
function totalOf({ sure, may }: DayCount<StripGroup>): number {
  return sureOf(sure) + may;
}

function sureOf(sure: DayCount<StripGroup>["sure"]): number {
  return [...sure.values()].reduce((sum, part) => sum + part, 0);
}

/** `3–5`: surely three, at most five. */
export function countText({ sure, may }: DayCount<StripGroup>): string {
  const least = sureOf(sure);
  return may === 0 ? String(least) : `${least}–${least + may}`;
}

function dayBefore(day: Day): Day {
  return addDays(day, -1);
}

/** Left and width in shares of the strip. */
export function placeOf({ firstDay, lastDay }: DayRow, days: Days) {
  const start = days[0]?.day;
  if (start === undefined) return {};
  const index = (day: Day) => Math.round((dayToUtc(day) - dayToUtc(start)) / DAY_MS);
  const left = index(firstDay) / days.length;
  const width = (index(lastDay) - index(firstDay) + 1) / days.length;
  return { insetInlineStart: `${left * 100}%`, width: `${width * 100}%` };
}
