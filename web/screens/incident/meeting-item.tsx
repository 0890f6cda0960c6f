// One meeting: how, who, where, when; what is told of its outcome; its sources.
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import type { MeetingLine } from "../../../src/report/talk-lines.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { Names } from "../../app/names.ts";
import { PersonName } from "../../parts/person-name.tsx";
import { partyName } from "../../parts/side-name.ts";
import { formatName, meetingStatus, roleName } from "../../words/talk-words.ts";
import { Cited } from "./cited.tsx";
import styles from "./same-day.module.css";
import { useTimeText } from "./talk-time.ts";
import type { ShownDays } from "./talk-time.ts";

/** Parties in the order of their shown names; the outcome is what the sources tell, not what we know. */
export function MeetingItem({ meeting, days }: { meeting: MeetingLine; days: ShownDays }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const timeText = useTimeText(days);
  const when = timeText(meeting.occurred);
  return (
    <li id={meeting.id}>
      <b>
        {formatName(i18n, meeting.format)}: {metText(meeting, i18n, names)}
      </b>
      {meeting.place === null ? null : <span lang="en">, {meeting.place}</span>}
      {when === null ? null : `, ${when}`}
      {`, ${meetingStatus(i18n, meeting.status)}`}
      <Participants meeting={meeting} />
      {meeting.outcome === null ? null : (
        <p>
          {i18n._("meeting.outcome", {}, { message: "Outcome as told:" })}{" "}
          <span lang="en">{meeting.outcome}</span>
        </p>
      )}
      {meeting.isPartial ? (
        <p>
          {i18n._(
            "meeting.partial",
            {},
            { message: "Some of its sources came later: its outcome is not shown." },
          )}
        </p>
      ) : null}
      {meeting.note === null ? null : (
        <p className={styles.quiet} lang="en">
          {meeting.note}
        </p>
      )}
      <Cited sources={meeting.sources} />
    </li>
  );
}

/** Who met, by shown name; hosts and mediators are told below, and who is no party of the case comes last. */
function metText({ participants }: MeetingLine, i18n: I18n, names: Names): string {
  const sides = participants.filter(({ role }) => roleName(i18n, role) === null);
  const met = [...new Set((sides.length === 0 ? participants : sides).map(({ party }) => party))];
  const named = met.filter((id) => id !== "other").map((id) => names.party(id));
  const others = i18n._("talks.others", {}, { message: "others" });
  return names.list([...named.sort(names.compare), ...(met.includes("other") ? [others] : [])]);
}

/** A group of nobody in particular is told by its names alone. */
function Participants({ meeting: { participants } }: { meeting: MeetingLine }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const groups = participants
    .map((group) => ({ ...group, title: partyName(i18n, names, group.party) }))
    .sort((a, b) => Number(isOther(a)) - Number(isOther(b)) || names.compare(a.title, b.title));
  return (
    <ul className={styles.participants}>
      {groups.map((group) => {
        const { title, role, office, names: persons } = group;
        const asRole = roleName(i18n, role);
        const isTitled = !isOther(group) || persons.length === 0;
        return (
          <li key={`${title} ${role} ${persons.map(({ en }) => en).join()}`}>
            {isTitled ? title : null}
            {isTitled && persons.length > 0 ? ": " : null}
            {persons.map((person, at) => (
              <span key={person.en}>
                {at === 0 ? null : ", "}
                <PersonName of={person} />
              </span>
            ))}
            {office === null ? null : <span lang="en">, {office}</span>}
            {asRole === null ? null : ` (${asRole})`}
          </li>
        );
      })}
    </ul>
  );
}

function isOther({ party }: { readonly party: string }): boolean {
  return party === "other";
}
