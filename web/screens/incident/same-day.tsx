// Talks on record of the incident's days: meetings, texts, statements, by time. The day is all that puts them here.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import { partyName } from "../../parts/side-name.ts";
import { usePrinting } from "../../parts/use-printing.ts";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { Cited } from "./cited.tsx";
import { MeetingItem } from "./meeting-item.tsx";
import { StatementItem } from "./statement-item.tsx";
import styles from "./same-day.module.css";

type SameDayOf = IncidentAnswer["sameDay"];

/** More statements than this are folded under their number. */
const OPEN_STATEMENTS = 5;

/** What is undated is counted, and on no day. */
export function SameDay({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { sameDay } = incident;
  const { meetings, instruments, statements } = sameDay;
  const isOneDay = sameDay.days.first === sameDay.days.last;
  return (
    <section aria-labelledby="same-day" className={styles.block} data-part="same-day">
      <h2 id="same-day">
        {isOneDay
          ? i18n._("same-day.title", {}, { message: "On the same day" })
          : i18n._("same-day.title.days", {}, { message: "On the same days" })}
      </h2>
      <Days days={sameDay.days} />
      {meetings.length + instruments.length + statements.length === 0 ? (
        <p data-part="none">
          {i18n._(
            "same-day.none",
            {},
            {
              message:
                "No meeting, text or statement is on record. That does not mean that there was none.",
            },
          )}
        </p>
      ) : null}
      {meetings.length === 0 ? null : (
        <>
          <h3>{i18n._("same-day.meetings", {}, { message: "Meetings" })}</h3>
          <ul className={styles.list} data-part="meetings">
            {meetings.map((meeting) => (
              <MeetingItem key={meeting.id} meeting={meeting} days={sameDay.days} />
            ))}
          </ul>
        </>
      )}
      <Texts sameDay={sameDay} />
      <Statements sameDay={sameDay} />
      <Undated undated={sameDay.undated} />
    </section>
  );
}

function Days({ days: { first, last } }: { days: SameDayOf["days"] }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const zone = names.zone(card.timeZones[0] ?? "UTC");
  return (
    <p className={styles.days}>
      {first === last
        ? i18n._(
            "same-day.day",
            { day: names.day(first), zone },
            { message: "{day} by the clock of {zone}. The list goes by day only." },
          )
        : i18n._(
            "same-day.days",
            { first: names.day(first), last: names.day(last), zone },
            {
              message:
                "The incident may have been on any day from {first} to {last}, by the clock of {zone}. The list goes by day only.",
            },
          )}
    </p>
  );
}

function Texts({ sameDay: { instruments } }: { sameDay: SameDayOf }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (instruments.length === 0) return null;
  return (
    <>
      <h3>{i18n._("same-day.texts", {}, { message: "Texts" })}</h3>
      <ul className={styles.list} data-part="texts">
        {instruments.map(({ id, title, day, proposedBy, sources }) => (
          <li key={id}>
            <b lang="en">{title}</b>,{" "}
            {i18n._(
              "same-day.text",
              { day: names.day(day), party: partyName(i18n, names, proposedBy) },
              { message: "dated {day}, put forward by: {party}" },
            )}
            <Cited sources={sources} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Many statements are folded under how many each party made; on paper they are all there. */
function Statements({ sameDay: { statements, days } }: { sameDay: SameDayOf }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const isPrinting = usePrinting();
  if (statements.length === 0) return null;
  const parties = [...new Set(statements.map(({ party }) => party))]
    .map((id) => ({
      name: partyName(i18n, names, id),
      n: statements.filter(({ party }) => party === id).length,
    }))
    .sort((a, b) => names.compare(a.name, b.name));
  return (
    <>
      <h3>{i18n._("same-day.statements", {}, { message: "Statements" })}</h3>
      <details open={isPrinting || statements.length <= OPEN_STATEMENTS} data-part="statements">
        <summary className={styles.summary}>
          {i18n._(
            "same-day.statements.count",
            { n: statements.length },
            { message: "{n, plural, one {# statement} other {# statements}}" },
          )}
          : {parties.map(({ name, n }) => `${name} ${names.number(n)}`).join(", ")}
        </summary>
        <ul className={styles.list}>
          {statements.map((statement) => (
            <StatementItem key={statement.id} statement={statement} days={days} />
          ))}
        </ul>
      </details>
    </>
  );
}

function Undated({ undated: { meetings, statements } }: { undated: SameDayOf["undated"] }) {
  const { i18n } = useLingui();
  if (meetings + statements === 0) return null;
  return (
    <p className={styles.undated} data-part="undated">
      {meetings === 0
        ? null
        : i18n._(
            "same-day.undated.meetings",
            { meetings },
            {
              message:
                "{meetings, plural, one {# meeting without a date is} other {# meetings without a date are}} on record.",
            },
          )}{" "}
      {statements === 0
        ? null
        : i18n._(
            "same-day.undated.statements",
            { statements },
            {
              message:
                "{statements, plural, one {# statement without a date is} other {# statements without a date are}} on record.",
            },
          )}{" "}
      {i18n._("same-day.undated.why", {}, { message: "They are placed on no day." })}
    </p>
  );
}
