// The row in preview: what is known at a glance and the verdict under each reading in a sentence; its page has the rest.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { NearnessBadge } from "../../parts/nearness-badge.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { useColumnWords } from "./column-words.ts";
import { useRowWords } from "./row-words.ts";
import type { ShownReading } from "./shown-readings.ts";
import { useRangeText } from "./times.ts";
import styles from "./preview.module.css";

const route = getRouteApi("/c/$case/incidents");

interface PreviewProps {
  readonly row: ListedIncident;
  readonly readings: readonly ShownReading[];
  readonly view: View;
  readonly close: () => void;
}

/** Beside the list; on phones below it, pinned. */
export function Preview({ row, readings, view, close }: PreviewProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { case: caseId } = route.useParams();
  return (
    <aside className={styles.preview} aria-labelledby="preview">
      <div className={styles.previewHead}>
        <h2 id="preview">
          {names.place(row.place)}, {names.day(row.day)}
        </h2>
        <button type="button" className={styles.button} onClick={close}>
          {i18n._("list.close", {}, { message: "Close" })}
        </button>
      </div>
      <Known row={row} />
      <ul>
        {readings.map(({ reading, short }) => (
          <Judged key={reading} row={row} reading={reading} short={short} />
        ))}
      </ul>
      <Link
        to="/c/$case/i/$incident"
        params={{ case: caseId, incident: row.id }}
        search={searchOf(view)}
      >
        {i18n._("list.open", { id: row.id }, { message: "Open {id}: facts, claims, sources, why" })}
      </Link>
    </aside>
  );
}

function Known({ row }: Pick<PreviewProps, "row">) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useRowWords();
  const heads = useColumnWords();
  const range = useRangeText();
  const { occurred } = row;
  return (
    <dl>
      <dt>{heads("day")}</dt>
      <dd>
        {range(occurred, "local") ?? i18n._("list.time-unknown", {}, { message: "time not known" })}
      </dd>
      <dd>{range(occurred, "utc")}</dd>
      <dd lang="en">{occurred.basis}</dd>
      <dt>{heads("place")}</dt>
      <dd>{words.where(row)}</dd>
      <dt>{heads("kind")}</dt>
      <dd>{names.things(row.things)}</dd>
      {row.object === null ? null : <dd lang="en">{row.object}</dd>}
      <dt>{heads("harm")}</dt>
      <dd>{words.harm(row)}</dd>
      <dt>{heads("sources")}</dt>
      <dd className="mono">{row.sources.join(", ")}</dd>
    </dl>
  );
}

function Judged({
  row,
  reading,
  short,
}: Pick<ShownReading, "reading" | "short"> & Pick<PreviewProps, "row">) {
  const words = useVerdictWords();
  const verdict = row.verdicts[reading];
  if (verdict === undefined) return null;
  return (
    <li>
      <VerdictMark mark={verdict.verdict} /> <b>{short}</b>: {words.sentence(verdict)}{" "}
      <NearnessBadge verdict={verdict} />
    </li>
  );
}
