// The brush: two thumbs on a line of days, and the same as two dates to type. Figures follow every step; the address, the last one.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { DAY_MS, addDays, dayToUtc } from "../../../src/model/instant.ts";
import type { Day } from "../../../src/model/instant.ts";
import type { DayRange } from "../../../src/report/placed.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { DayFields, withDays } from "../../parts/day-fields.tsx";
import { chosenDays, onDay } from "../../parts/day-strip/on-day.ts";
import { SituationLink } from "./situation-link.tsx";
import type { Brush, SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

/** `range`: the days of the strip above it, to whose edges the thumbs go. */
export function DayBrush(parts: SituationParts & { range: DayRange }) {
  const { view, setBrush, range } = parts;
  const { i18n } = useLingui();
  const { names } = useCase();
  const navigate = route.useNavigate();
  const length = daysBetween(range.firstDay, range.lastDay) + 1;
  const asked = edgesOf(view, range, length);
  const [moving, setMoving] = useState<readonly number[] | null>(null);
  const shown = moving ?? asked;
  const brushOf = ([from = 0, until = length]: readonly number[]): Brush => ({
    from: from === 0 ? null : addDays(range.firstDay, from),
    until: until === length ? null : addDays(range.firstDay, until),
  });
  const text = (at: number, isUntil: boolean) =>
    names.day(addDays(range.firstDay, isUntil ? at - 1 : at));
  return (
    <div className={styles.brush}>
      <Slider
        className={styles.slider ?? ""}
        aria-label={i18n._("brush.days", {}, { message: "Days" })}
        minValue={0}
        maxValue={length}
        step={1}
        value={[...shown]}
        onChange={(next) => {
          const edges = apart(next, shown, length);
          setMoving(edges);
          setBrush(brushOf(edges));
        }}
        onChangeEnd={(next) => {
          const edges = apart(next, shown, length);
          setMoving(null);
          setBrush(null);
          const search = searchOf({ ...view, ...brushOf(edges) });
          void navigate({ search, replace: true, resetScroll: false });
        }}
      >
        <SliderTrack className={styles.track ?? ""}>
          <span
            className={styles.between}
            style={{
              insetInlineStart: `${((shown[0] ?? 0) / length) * 100}%`,
              width: `${(((shown[1] ?? length) - (shown[0] ?? 0)) / length) * 100}%`,
            }}
          />
          {[0, 1].map((index) => (
            <SliderThumb
              key={index}
              index={index}
              className={styles.thumb ?? ""}
              aria-label={
                index === 0
                  ? i18n._("brush.first", {}, { message: "First day" })
                  : i18n._("brush.last", {}, { message: "Last day" })
              }
              aria-valuetext={text(shown[index] ?? 0, index === 1)}
            />
          ))}
        </SliderTrack>
      </Slider>
      <p className={styles.note} data-brush>
        {text(shown[0] ?? 0, false)} – {text(shown[1] ?? length, true)}
      </p>
      <Steps view={view} range={range} />
      <DateFields key={JSON.stringify([view.from, view.until, view.asOf])} view={view} />
    </div>
  );
}

/** At least one day stays between the thumbs: the one that moved gives way. */
function apart(
  [from = 0, until = 0]: readonly number[],
  before: readonly number[],
  length: number,
): readonly number[] {
  if (from < until) return [from, until];
  if (from === before[0]) return [from, Math.min(length, from + 1)];
  return [Math.max(0, until - 1), until];
}

function edgesOf(view: Brush, { firstDay }: DayRange, length: number): readonly number[] {
  const at = (day: Day) => Math.min(length, Math.max(0, daysBetween(firstDay, day)));
  return [view.from === null ? 0 : at(view.from), view.until === null ? length : at(view.until)];
}

function daysBetween(first: Day, last: Day): number {
  return Math.round((dayToUtc(last) - dayToUtc(first)) / DAY_MS);
}

/** Earlier, later, all days: for the keys [ and ]. */
function Steps({ view, range }: Pick<SituationParts, "view"> & { range: DayRange }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const chosen = chosenDays(view, range);
  // Days asked for may all lie before or after those of the record: the next one is then its nearest day.
  const before = chosen === null ? range.lastDay : addDays(chosen.firstDay, -1);
  const earlier = before > range.lastDay ? range.lastDay : before;
  const after = chosen === null ? range.firstDay : addDays(chosen.lastDay, 1);
  const later = after < range.firstDay ? range.firstDay : after;
  return (
    <p className={styles.steps}>
      {earlier < range.firstDay ? null : (
        <SituationLink view={onDay(view, earlier)} shortcut="[">
          ← {names.day(earlier, "short")}
        </SituationLink>
      )}
      {chosen === null ? (
        i18n._("where.all-days", {}, { message: "All days" })
      ) : (
        <SituationLink view={{ ...view, from: null, until: null }}>
          {i18n._("where.show-all-days", {}, { message: "Show all days" })}
        </SituationLink>
      )}
      {later > range.lastDay ? null : (
        <SituationLink view={onDay(view, later)} shortcut="]">
          {names.day(later, "short")} →
        </SituationLink>
      )}
    </p>
  );
}

/** Typed twin of the thumbs, and what was known by when. */
function DateFields({ view }: Pick<SituationParts, "view">) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = withDays(view, new FormData(event.currentTarget));
    void navigate({ search: searchOf(next), resetScroll: false });
  };
  return (
    <form className={styles.dates} onSubmit={submit}>
      <DayFields view={view} />
      <button type="submit" className={styles.button}>
        {i18n._("list.show", {}, { message: "Show" })}
      </button>
    </form>
  );
}
