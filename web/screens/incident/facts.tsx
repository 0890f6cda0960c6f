// What the record holds: each fact with everything it may be and who says so. Unknown is said, never left out.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { usePlaceWords } from "../../words/place-words.ts";
import { Fact, useSpanWords } from "./fact.tsx";
import { factName } from "./input-name.ts";
import { Joint } from "./joint.tsx";
import styles from "./incident.module.css";

/** Facts as a list of terms. */
export function Facts({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{i18n._("facts.title", {}, { message: "What is known" })}</h2>
      <dl className={styles.facts}>
        <When incident={incident} />
        <Where incident={incident} />
        {(["actor", "act", "means", "thing"] as const).map((name) => (
          <Fact key={name} name={name} lines={incident.facts.filter(({ fact }) => fact === name)} />
        ))}
        {incident.effects === null ? null : (
          <div>
            <dt>{i18n._("facts.effects", {}, { message: "Effects reported" })}</dt>
            <dd lang="en">{incident.effects}</dd>
          </div>
        )}
        {incident.note === null ? null : (
          <div>
            <dt>{i18n._("facts.note", {}, { message: "Note of the record" })}</dt>
            <dd lang="en">{incident.note}</dd>
          </div>
        )}
        <div>
          <dt>{i18n._("facts.known", {}, { message: "Known since" })}</dt>
          <dd>
            <KnownAt at={incident.knownAt} />
          </dd>
        </div>
      </dl>
      <Joint rows={incident.joint} />
    </section>
  );
}

function KnownAt({ at }: { at: string | null }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return <>{at === null ? i18n._("unknown", {}, { message: "unknown" }) : names.instant(at)}</>;
}

function When({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const spanWords = useSpanWords();
  const { basis, assumed } = incident.occurred;
  return (
    <div>
      <dt>{factName("time", i18n)}</dt>
      <dd>
        {spanWords(incident.occurred)}
        <small lang="en"> {basis}</small>
        {assumed ? (
          <small> {i18n._("facts.assumed", {}, { message: "(inferred, not stated)" })}</small>
        ) : null}
      </dd>
    </div>
  );
}

function Where({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const placeWords = usePlaceWords();
  const { where } = incident;
  const original = incident.place.name;
  const shown = names.place(incident.place);
  // Of an area the regions are said with its extent.
  const regions = incident.regions
    .filter((id) => id !== "unknown" && where.kind !== "area")
    .map((id) => names.region(id, incident.place.admin1));
  return (
    <div>
      <dt>{i18n._("facts.where", {}, { message: "Where" })}</dt>
      <dd>
        {[shown, shown === original ? null : original, ...regions, incident.country]
          .filter((part) => part !== null)
          .join(", ")}
        <small> {placeWords(where)}</small>
      </dd>
    </div>
  );
}
