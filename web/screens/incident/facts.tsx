// What the record holds: each fact with everything it may be and who says so. Unknown is said, never left out.
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import type { FactLine, HeldPossibility } from "../../../src/report/incident.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { usePlaceWords } from "../../words/place-words.ts";
import { factName } from "./input-name.ts";
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
  const { names } = useCase();
  const { from, until, basis, assumed } = incident.occurred;
  const unknown = i18n._("unknown", {}, { message: "unknown" });
  return (
    <div>
      <dt>{factName("time", i18n)}</dt>
      <dd>
        {i18n._(
          "facts.between",
          {
            from: from === null ? unknown : names.instant(from),
            until: until === null ? unknown : names.instant(until),
          },
          { message: "from {from}, before {until}" },
        )}
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

type FactName = FactLine["fact"];

/** Several things hit at once are several lines; several values of one thing are rival possibilities, joined by "or". */
function Fact({ name, lines }: { name: FactName; lines: readonly FactLine[] }) {
  const { i18n } = useLingui();
  return (
    <div>
      <dt>{factName(name, i18n)}</dt>
      {lines.map((line, index) => (
        <dd key={`${line.name} ${index}`}>
          {line.name === null ? null : <span lang="en">{line.name}: </span>}
          {line.possibilities.map((one, at) => (
            <Fragment key={one.value}>
              {at === 0 ? null : <> {i18n._("words.or", {}, { message: "or" })} </>}
              <Possible name={name} possibility={one} />
            </Fragment>
          ))}
        </dd>
      ))}
    </div>
  );
}

function Possible({ name, possibility }: { name: FactName; possibility: HeldPossibility }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { value, holders } = possibility;
  const who = names.list(holders.map(names.party).sort(names.compare));
  return (
    <>
      {valueName()}
      {holders.length === 0 ? null : (
        <small> ({i18n._("according-to", { who }, { message: "according to {who}" })})</small>
      )}
    </>
  );

  function valueName(): string {
    if (value === "unknown") return i18n._("unknown", {}, { message: "unknown" });
    if (value === "none") return i18n._("facts.none", {}, { message: "nothing happened" });
    if (value === "other") return i18n._("facts.other", {}, { message: "somebody else" });
    const namesOf = { actor: names.party, act: names.act, means: names.means, thing: names.kind };
    return namesOf[name](value);
  }
}
