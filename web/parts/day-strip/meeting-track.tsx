// Meetings on their days, under the days of incidents: beside each other and no more (TALKS 8).
import { useLingui } from "@lingui/react";
import type { Day } from "../../../src/model/instant.ts";
import type { SituationMeeting } from "../../../src/report/situation.ts";
import type { DayCount } from "../../../src/report/day-counts.ts";
import { placeOf } from "./day-strip.tsx";
import type { StripGroup } from "./day-strip.tsx";
import styles from "./day-strip.module.css";

interface MeetingTrackProps {
  readonly meetings: readonly SituationMeeting[];
  readonly days: readonly DayCount<StripGroup>[];
  readonly dayText: (day: Day, form: "short" | "long") => string;
}

/** Those that touch the strip's days; nothing where none does. */
export function MeetingTrack({ meetings, days, dayText }: MeetingTrackProps) {
  const { i18n } = useLingui();
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const shown = meetings.filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first);
  if (shown.length === 0) return null;
  const text = ({ firstDay, lastDay, place }: SituationMeeting) => {
    const from = dayText(firstDay, "short");
    const span = firstDay === lastDay ? from : `${from} – ${dayText(lastDay, "short")}`;
    return place === null ? span : `${span}, ${place}`;
  };
  return (
    <div className={styles.bands}>
      <p>{i18n._("strip.meetings", {}, { message: "Meetings on record, on the same days" })}</p>
      <ul>
        <li>
          <span>
            {i18n._(
              "strip.meetings.count",
              { n: shown.length },
              { message: "{n, plural, one {# meeting} other {# meetings}}" },
            )}
            <span className="visually-hidden">: {shown.map(text).join("; ")}</span>
          </span>
          <span className={styles.track} aria-hidden="true">
            {shown.map((one) => (
              <span
                key={one.id}
                data-sure
                title={text(one)}
                style={placeOf(
                  {
                    firstDay: one.firstDay < first ? first : one.firstDay,
                    lastDay: one.lastDay > last ? last : one.lastDay,
                  },
                  days,
                )}
              />
            ))}
          </span>
        </li>
      </ul>
    </div>
  );
}
