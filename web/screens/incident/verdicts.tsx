// The verdict under every reading, each with its sentence; pressing one opens the trace of that verdict.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { NearnessBadge } from "../../parts/nearness-badge.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { Why } from "./why.tsx";
import styles from "./incident.module.css";

const route = getRouteApi("/c/$case/i/$incident");

interface VerdictsProps {
  readonly incident: IncidentAnswer;
  readonly view: View;
}

/** By text, then by holder's shown name. The readings of the comparison one came from are not put first: all are equal. */
export function Verdicts({ incident, view }: VerdictsProps) {
  const { i18n } = useLingui();
  const { card } = useCase();
  return (
    <section aria-labelledby="verdicts" className={styles.verdicts}>
      <h2 id="verdicts">
        {i18n._("verdicts.title", {}, { message: "Under each reading, and why" })}
      </h2>
      {card.instruments.map((instrument) => (
        <TextVerdicts key={instrument.id} instrument={instrument} incident={incident} view={view} />
      ))}
    </section>
  );
}

interface TextVerdictsProps extends VerdictsProps {
  readonly instrument: { readonly id: string; readonly title: string };
}

function TextVerdicts({ instrument, incident, view }: TextVerdictsProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const shown = incident.verdicts
    .filter(({ reading }) => reading.startsWith(`${instrument.id}/`))
    .map((one) => ({
      ...one,
      name:
        one.holder === null
          ? i18n._("card.nobody", {}, { message: "Held by nobody" })
          : names.party(one.holder),
    }))
    .sort((a, b) => names.compare(a.name, b.name) || names.compare(a.reading, b.reading));
  return (
    <div>
      <h3>{instrument.title}</h3>
      <ul>
        {shown.map(({ reading, name, verdict }) => (
          <VerdictLine key={reading} {...{ reading, name, verdict, view, incident }} />
        ))}
      </ul>
    </div>
  );
}

type LineProps = VerdictsProps & {
  readonly name: string;
} & Pick<IncidentAnswer["verdicts"][number], "reading" | "verdict">;

function VerdictLine({ reading, name, verdict, view, incident }: LineProps) {
  const words = useVerdictWords();
  const navigate = route.useNavigate();
  const isOpen = view.why === reading;
  const panel = `why-${reading.replace("/", "-")}`;
  const press = () =>
    void navigate({
      search: searchOf({ ...view, why: isOpen ? null : reading }),
      resetScroll: false,
    });
  return (
    <li>
      <button
        type="button"
        className={styles.verdict}
        data-verdict-kind={verdict.verdict}
        aria-expanded={isOpen}
        aria-controls={panel}
        aria-keyshortcuts="e"
        onClick={press}
      >
        <VerdictMark mark={verdict.verdict} size={20} />
        <span className={styles.holder}>
          <b>{name}</b> <span className="mono">{reading}</span>
        </span>
        <span>
          {words.sentence(verdict)} <NearnessBadge verdict={verdict} />
        </span>
      </button>
      <div id={panel} hidden={!isOpen}>
        {isOpen ? <Why incident={incident} reading={reading} /> : null}
      </div>
    </li>
  );
}
